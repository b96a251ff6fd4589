"""One file a migration, in the order of `archive.store.schema.VERSIONS`; a migration is never edited once released."""
