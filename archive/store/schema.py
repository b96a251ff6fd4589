"""What a file is: no archive, an archive of this version, an older or a newer one; makes it current."""

import sqlite3
from pathlib import Path
from typing import Literal

from archive.errors import ArchiveUnwritable, NewerArchive, NoArchive, NoPlace, NotAnArchive

# The schema's versions, oldest first: the revision ids of Alembic. They stand here so that opening an archive that is
# up to date is one SELECT and never imports Alembic (0.1 s); a test holds them to the migrations.
VERSIONS = ("0001", "0002")
HEAD = VERSIONS[-1]

_MAGIC = b"SQLite format 3\0"
_OURS = {"article", "revision", "revision_seen", "sighting"}

State = Literal["absent", "empty", "older", "current"]


def ready(path: Path, *, must_exist: bool) -> None:
    """Makes the archive at `path` where there is none, migrates an older one; touches nothing that is not ours.

    Raises NoArchive (must_exist and there is none), NotAnArchive, NewerArchive, NoPlace (the folder is missing or
    cannot be written), ArchiveUnwritable.
    """
    state = look(path)
    if state == "current":
        return
    if must_exist and state in ("absent", "empty"):
        raise NoArchive(str(path), "is empty" if state == "empty" else "does not exist")
    if not path.parent.is_dir():
        raise NoPlace(str(path), f"there is no folder {path.parent}")
    from filelock import FileLock

    from archive.store.migrations.run import upgrade  # imports Alembic

    try:
        lock_folder(path).mkdir(exist_ok=True)
        with FileLock(lock_folder(path) / "schema.lock"):  # two processes may open a new archive at once
            if look(path) != "current":
                upgrade(path)
    except PermissionError as error:
        raise NoPlace(str(path), error.strerror or "permission denied") from error
    except OSError as error:
        raise ArchiveUnwritable(str(path), error.strerror or str(error)) from error


def lock_folder(path: Path) -> Path:
    """The folder of an archive's lock files, beside it."""
    return path.with_name(path.name + ".locks")


def look(path: Path) -> State:
    """What stands at `path`, without writing anything. Raises NotAnArchive or NewerArchive."""
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except FileNotFoundError:
        return "absent"
    except IsADirectoryError:
        raise NotAnArchive(str(path), "it is a folder") from None
    except OSError as error:  # Windows calls a folder a permission error
        why = "it is a folder" if path.is_dir() else error.strerror or str(error)
        raise NotAnArchive(str(path), why) from error
    if not magic:
        return "empty"
    if magic != _MAGIC:
        raise NotAnArchive(str(path), "it is no SQLite database")
    return _version_of(path)


def _version_of(path: Path) -> State:
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=60)
        try:
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not names:
                return "empty"
            if "alembic_version" not in names or not names >= _OURS:
                raise NotAnArchive(str(path), "a database of something else")
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise NotAnArchive(str(path), str(error)) from error
    version = found[0] if found else "none"
    if version == HEAD:
        return "current"
    if version in VERSIONS:
        return "older"
    raise NewerArchive(str(path), version, HEAD)
