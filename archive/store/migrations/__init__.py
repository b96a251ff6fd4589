"""The migrations of an archive's schema, run when one is opened; Alembic's, shipped in the package."""
