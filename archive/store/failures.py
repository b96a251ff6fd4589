"""The border where errors of SQLAlchemy and SQLite become errors of the archive."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from archive.errors import ArchiveBusy, ArchiveError, ArchiveUnwritable, NotAnArchive

_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_UNWRITABLE = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_NOLFS")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


def translate(error: SQLAlchemyError, path: Path) -> ArchiveError:
    """The archive's error for one of SQLAlchemy's, with the database's own words."""
    where = str(path)
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    name = getattr(cause, "sqlite_errorname", "")  # "SQLITE_IOERR_WRITE" ...
    if name.startswith(_BUSY):
        return ArchiveBusy(where)
    if name.startswith(_UNWRITABLE):
        return ArchiveUnwritable(where, str(cause))
    if name.startswith(_DAMAGED):
        return NotAnArchive(where, str(cause))
    return ArchiveError(f"{where}: {cause}")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raises the archive's errors for SQLAlchemy's inside the block."""
    try:
        yield
    except SQLAlchemyError as error:
        raise translate(error, path) from error
