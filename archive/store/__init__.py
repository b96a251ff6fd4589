"""The database: opened by archive.store.archive."""
