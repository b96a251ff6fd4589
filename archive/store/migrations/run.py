"""Brings an archive's schema to the newest version; the one place that imports Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from archive.store.engine import writing_engine
from archive.store.failures import translated


def config(connection: Connection) -> Config:
    """Alembic's settings, without an ini file, for an open connection."""
    settings = Config(attributes={"connection": connection})
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return settings


def upgrade(path: Path) -> None:
    """Makes or migrates the archive at `path` in one transaction: all of it, or nothing.

    The transaction is ours, begun at once (BEGIN IMMEDIATE), because SQLite's driver would commit before each DDL
    statement and leave half a migration behind; foreign keys are off in it, or rebuilding a table would delete the rows
    that point at it. Raises ArchiveError.
    """
    engine = writing_engine(path, foreign_keys=False)
    try:
        with translated(path), engine.begin() as connection:
            command.upgrade(config(connection), "head")
    finally:
        engine.dispose()
