"""Engines of an archive's database: its address, the settings of each connection, how a transaction begins."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from sqlite3 import Connection as Sqlite
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, UpdateBase, create_engine, event, make_url
from sqlalchemy.dialects.sqlite import insert as insert  # the upserts: PostgreSQL's `insert` has the same methods
from sqlalchemy.exc import ArgumentError
from sqlalchemy.sql.compiler import SQLCompiler

from archive.errors import NotAnArchive

# Another process may hold the write lock while it commits 500 visits, or while it imports a file: wait, do not fail.
WAIT_SECONDS = 60


def locate(location: str) -> Path:
    """The file of an archive named by a path or a SQLAlchemy URL (`sqlite:///kliping.db`).

    Raises NotAnArchive for any other database, and for one in memory: an archive is a file.
    """
    if "://" not in location:
        return Path(location).expanduser()
    try:
        url = make_url(location)
    except ArgumentError:
        raise NotAnArchive(location, "an address looks like sqlite:///kliping.db") from None
    if url.get_backend_name() != "sqlite":
        raise NotAnArchive(url.render_as_string(), "only SQLite is supported, as in sqlite:///kliping.db")
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise NotAnArchive(location, "an archive is a file, as in sqlite:///kliping.db")
    return Path(url.database).expanduser()


def reading_engine(path: Path) -> Engine:
    """For reads: each transaction sees one moment, waits for nobody, and cannot write."""
    engine = _engine(path)

    @event.listens_for(engine, "connect")
    def settle(connection: Sqlite, _record: Any) -> None:
        connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def writing_engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """For writes: each transaction takes the write lock when it begins.

    A transaction that begins as a read and then writes fails at once where another wrote in between, whatever the time
    it may wait: 291 of 600 did with two writers, none with BEGIN IMMEDIATE. foreign_keys is off for migrations alone:
    rebuilding a table would delete the rows that point at it.
    """
    engine = _engine(path)

    @event.listens_for(engine, "connect")
    def settle(connection: Sqlite, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # acknowledged is on disk; costs nothing at 50 visits a commit
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _engine(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def autonomous(connection: Sqlite, _record: Any) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself

    return engine


def write_rows(connection: Connection, statement: UpdateBase, rows: Sequence[Mapping[str, Any]]) -> None:
    """Executes an insert or update once for each row; nothing for no rows. All rows have the keys of the first.

    The driver's executemany, without what SQLAlchemy does for every row each time (5 microseconds, and an article is
    nine rows). Python-side defaults of columns do not apply: rows say all they mean.
    """
    if not rows:
        return
    sql, pick, conversions = _compiled(statement, connection.dialect, tuple(rows[0]))
    values = [list(pick(row)) for row in rows]
    for place, convert in conversions:
        for row in values:
            row[place] = convert(row[place])
    connection.exec_driver_sql(sql, [tuple(row) for row in values])


@lru_cache(maxsize=64)
def _compiled(
    statement: UpdateBase, dialect: Dialect, keys: tuple[str, ...]
) -> tuple[str, Callable[[Mapping[str, Any]], tuple[Any, ...]], list[tuple[int, Callable[[Any], Any]]]]:
    """The SQL of a statement, what picks its parameters out of a row in order, and which of them are converted how."""
    compiled = statement.compile(dialect=dialect, column_keys=list(keys))
    assert isinstance(compiled, SQLCompiler)
    names = compiled.positiontup or []
    processors: list[Callable[[Any], Any] | None] = [
        compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names
    ]
    conversions = [(place, convert) for place, convert in enumerate(processors) if convert is not None]
    pick: Callable[[Mapping[str, Any]], tuple[Any, ...]] = itemgetter(*names)
    return compiled.string, pick, conversions
