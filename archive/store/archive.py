"""One archive, open: the way to everything it keeps."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection

from archive.jsonl import Form
from archive.revision import Outcome
from archive.store import leases, locks, lookup, restore, rows, runs, stats
from archive.store.engine import locate, reading_engine, writing_engine
from archive.store.failures import translated
from archive.store.keep import Kept
from archive.store.leases import Lease
from archive.store.lookup import Stored
from archive.store.restore import Restored
from archive.store.rows import Row
from archive.store.runs import RunKind
from archive.store.schema import ready
from archive.store.writer import Writer
from archive.visit import Found, Visit


def open_archive(location: str, *, must_exist: bool = False) -> "Archive":
    """Opens the archive at a path or a SQLAlchemy URL, and makes or migrates it first where that is needed.

    Raises NotAnArchive, NewerArchive, NoPlace, ArchiveBusy, ArchiveUnwritable; NoArchive where there is none and it
    `must_exist`. What is there is touched only when it is an archive of ours.
    """
    path = locate(location)
    ready(path, must_exist=must_exist)
    return Archive(path)


class Archive:
    """An archive of clippings. Close it, or use it as a context manager; any thread may call it.

    All writes go through one thread, which commits them in order. Futures are done when their transaction is on disk;
    they hold ArchiveError for what could not be kept. Methods that give no Future wait.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.engine = reading_engine(path)
        self._writing = writing_engine(path)
        self._writer = Writer(path, self._writing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Finishes what is queued and lets the file go; nothing can be kept after it."""
        self._writer.close()
        self._writing.dispose()
        self.engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one moment of the archive. Raises ArchiveError for what the database raises."""
        with translated(self.path), self.engine.connect() as connection:
            yield connection

    # runs

    def begin_run(
        self, outlet: str, kind: RunKind, *, at: datetime, sources: Sequence[Found] = (), again: bool = False
    ) -> int:
        """Opens a run and gives its id; `sources` become pending rows, and for a crawl what is due does too.

        A crawl takes back what an earlier one left leased, so the outlet's lock must be held. again: every known
        article of the outlet is due.
        """
        return self._writer.call(
            lambda connection: runs.begin_run(connection, outlet, kind, at=at, sources=sources, again=again)
        ).result()

    def end_run(self, run: int, *, at: datetime, ended: str, counters: Mapping[str, int]) -> None:
        """Closes a run: why it ended, and its counters."""
        self._writer.call(
            lambda connection: runs.end_run(connection, run, at=at, ended=ended, counters=counters)
        ).result()

    def crawling(self, outlet: str) -> AbstractContextManager[None]:
        """Holds the outlet's lock, which kill -9 releases. Raises OutletBusy at once where another crawls it."""
        return locks.crawling(self.path, outlet)

    # the frontier

    def lease(
        self, run: int, count: int, *, now: datetime, since: datetime | None = None, until: datetime | None = None
    ) -> Future[list[Lease]]:
        """Takes up to `count` pending addresses of the run's outlet: by priority, listings first, then the oldest.

        since, until: articles that a listing dates outside are passed over.
        """
        return self._writer.call(
            lambda connection: leases.lease(connection, run, count, now=now, since=since, until=until)
        )

    def release(self, sightings: Sequence[int], *, run: int, not_before: datetime | None = None) -> Future[None]:
        """Gives leases back unvisited; not_before: when they may be asked for at the earliest."""
        return self._writer.call(
            lambda connection: leases.release(connection, sightings, run=run, not_before=not_before)
        )

    def rest(self, host: str, until: datetime) -> Future[None]:
        """Leases no address of a host until a moment, in any run: it asked for that (Retry-After)."""
        return self._writer.call(lambda connection: leases.rest(connection, host, until))

    def next_moment(self, run: int, *, now: datetime) -> Future[datetime | None]:
        """When the first pending address that must wait may be leased; None when none waits."""
        return self._writer.call(lambda connection: leases.next_moment(connection, run, now=now))

    def pending(self, outlet: str) -> int:
        """How many addresses of an outlet are still to be asked."""
        with self.read() as connection:
            return stats.pending(connection, outlet)

    # keeping

    def submit(self, visit: Visit, *, run: int) -> Future[Kept]:
        """Keeps what became of one address; done when its transaction is on disk."""
        return self._writer.submit([visit], run)[0]

    def commit(self, visits: Sequence[Visit], *, run: int) -> list[Kept]:
        """Keeps several Visits and waits. Raises the first error; the Visits without one are kept."""
        futures = self._writer.submit(visits, run)
        for future in futures:
            future.exception()
        return [future.result() for future in futures]

    def restore(self, restored: Iterable[Restored], *, run: int, at: datetime) -> Counter[Outcome]:
        """Keeps what exported lines hold, all of it or nothing; counts what each came to.

        at: when plain articles were seen. Raises what `restored` raises, and Unstorable.
        """
        return self._writer.call(
            lambda connection: restore.restore(connection, restored, run=run, at=at), alone=True
        ).result()

    # reading

    def article(self, key: str) -> Stored:
        """The article of an id, of an id's first 6 digits or more, or of any address it was met under.

        Raises Unknown.
        """
        with self.read() as connection:
            return lookup.find(connection, key)

    def rows(self, *, ids: Sequence[str] | None = None, revisions: Form = "latest") -> Iterator[Row]:
        """All articles, or those in `ids`, in the stable order of exports, as they stand at this moment.

        "latest": the newest wording of each; "all": every stretch of time in which a wording was seen.
        """
        with self.read() as connection:
            yield from rows.rows(connection, ids=ids, form=revisions)

    def stats(self) -> dict[str, Any]:
        """Counts: articles, revisions, runs, visits, per outlet, sightings by state, refusals by reason."""
        with self.read() as connection:
            return stats.stats(connection)
