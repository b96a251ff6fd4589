"""Runs one function over many jobs on all cores, answers in the order of the jobs, whatever becomes of a worker."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

J = TypeVar("J")
R = TypeVar("R")

_FEW = 32  # a pool's processes need a second to start, in which one process reads about as many pages
_AHEAD = 4  # jobs handed out for each process: bounds what waits in memory, pages and all


def in_order(
    work: Callable[[J], R], jobs: Iterable[J], *, processes: int | None = None
) -> Generator[tuple[J, R | BaseException], None, None]:
    """Each job with what `work` gave for it, or with the error that it raised.

    `work`, jobs and answers cross to other processes, so they must be picklable. Few jobs are done in this process. A
    job that kills its worker gives BrokenProcessPool; those that were under way beside it are done again.
    """
    waiting = iter(jobs)
    first = list(islice(waiting, _FEW + 1))
    processes = 1 if len(first) <= _FEW else processes or os.cpu_count() or 1
    pool = _pool(processes)
    try:
        window = deque((job, _submit(pool, work, job)) for job in first)
        while window:
            job, future = window.popleft()
            if isinstance(future.exception(), BrokenProcessPool):
                future = _alone(work, job)
                pool.shutdown()
                pool = _pool(processes)
                window = deque((job, _submit(pool, work, job) if _broken(done) else done) for job, done in window)
            yield job, future.exception() or future.result()
            for job in islice(waiting, max(0, _AHEAD * processes - len(window))):
                window.append((job, _submit(pool, work, job)))
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(processes: int) -> Executor:
    if processes == 1:
        return ThreadPoolExecutor(1)
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl-C goes to every process of a terminal: the first process alone decides."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submit(pool: Executor, work: Callable[[J], R], job: J) -> Future[R]:
    try:
        return pool.submit(work, job)
    except BrokenProcessPool as error:
        broken: Future[R] = Future()
        broken.set_exception(error)
        return broken


def _alone(work: Callable[[J], R], job: J) -> Future[R]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_leave_interrupts) as pool:
        return _submit(pool, work, job)


def _broken(future: Future[R]) -> bool:
    """Whether it waits for a pool that is no more; after `shutdown` every future is done."""
    return isinstance(future.exception(), BrokenProcessPool)
