"""The one thread that writes to an archive: it commits whatever is queued as soon as it is free."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Thread
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from archive.errors import ArchiveBusy, ArchiveError, ArchiveUnwritable
from archive.store.failures import translate
from archive.store.keep import Kept, Prepared, keep, prepare
from archive.visit import Visit

T = TypeVar("T")

MOST = 500  # Visits in one transaction; beyond it nothing is gained, and others wait for the lock


@dataclass(frozen=True, slots=True)
class _Keeping:
    visit: Visit
    run: int
    future: Future[Kept] = field(default_factory=Future)


@dataclass(frozen=True, slots=True)
class _Calling:
    """Any other write; alone: it cannot be done twice (it reads a file), so it shares its transaction with nothing."""

    function: Callable[[Connection], Any]
    alone: bool = False
    future: Future[Any] = field(default_factory=Future)


_Job = _Keeping | _Calling


class Writer:
    """Queues writes and does them in order, in one transaction for all that is queued, at most 500.

    A write that fails takes only itself down: the others of its transaction are done again without it.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self._engine = engine
        self._jobs: deque[_Job] = deque()
        self._changed = Condition()
        self._closed = False
        self._thread: Thread | None = None

    def submit(self, visits: Sequence[Visit], run: int) -> list[Future[Kept]]:
        """Queues Visits; each Future is done when its transaction is on disk."""
        jobs = [_Keeping(visit, run) for visit in visits]
        self._queue(jobs)
        return [job.future for job in jobs]

    def call(self, function: Callable[[Connection], T], *, alone: bool = False) -> Future[T]:
        """Queues another write; its result comes when the transaction is on disk."""
        job = _Calling(function, alone)
        self._queue([job])
        return job.future

    def close(self) -> None:
        """Does what is queued, and ends the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _queue(self, jobs: Sequence[_Job]) -> None:
        with self._changed:
            if self._closed:
                raise ArchiveError(f"{self._path} is closed")
            if self._thread is None:  # commands that only read start none
                self._thread = Thread(target=self._work, name="archive writer", daemon=True)
                self._thread.start()
            self._jobs.extend(jobs)
            self._changed.notify()

    def _work(self) -> None:
        while batch := self._take():
            live = [job for job in batch if job.future.set_running_or_notify_cancel()]
            self._do(*_prepared(live))

    def _take(self) -> list[_Job]:
        """The next jobs that may share a transaction; none when the archive is closed and all is done."""
        with self._changed:
            while not self._jobs and not self._closed:
                self._changed.wait()
            batch: list[_Job] = []
            while self._jobs and len(batch) < MOST:
                if batch and (_alone(batch[-1]) or _alone(self._jobs[0])):
                    break
                batch.append(self._jobs.popleft())
            return batch

    def _do(self, jobs: Sequence[_Job], prepared: Sequence[Prepared | None]) -> None:
        """Does the jobs in one transaction; where that fails, each in its own."""
        if not jobs:
            return
        try:
            with self._engine.begin() as connection:
                results = _done(connection, jobs, prepared)
        except Exception as error:  # noqa: BLE001 - handed to whoever waits for it: the thread must live
            failure = translate(error, self._path) if isinstance(error, SQLAlchemyError) else error
            if len(jobs) == 1 or isinstance(failure, ArchiveBusy | ArchiveUnwritable):
                for job in jobs:
                    job.future.set_exception(failure)
            else:
                for job, one in zip(jobs, prepared, strict=True):
                    self._do([job], [one])
        else:
            for job, result in zip(jobs, results, strict=True):
                job.future.set_result(result)


def _alone(job: _Job) -> bool:
    return isinstance(job, _Calling) and job.alone


def _prepared(jobs: Sequence[_Job]) -> tuple[list[_Job], list[Prepared | None]]:
    """The jobs with what can be worked out before the lock is taken; one that cannot be prepared fails here."""
    ready: list[_Job] = []
    prepared: list[Prepared | None] = []
    for job in jobs:
        try:
            one = prepare(job.visit, run=job.run) if isinstance(job, _Keeping) else None
        except Exception as error:  # noqa: BLE001 - handed to whoever waits for it: the thread must live
            job.future.set_exception(error)
        else:
            ready.append(job)
            prepared.append(one)
    return ready, prepared


def _done(connection: Connection, jobs: Sequence[_Job], prepared: Sequence[Prepared | None]) -> list[Any]:
    """The results of the jobs, in order; Visits that stand side by side are kept together."""
    results: list[Any] = []
    together: list[Prepared] = []
    for job, one in zip(jobs, prepared, strict=True):
        if one is not None:
            together.append(one)
            continue
        assert isinstance(job, _Calling)
        results += keep(connection, together)
        together = []
        results.append(job.function(connection))
    return results + keep(connection, together)
