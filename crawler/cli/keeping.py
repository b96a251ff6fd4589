"""Keeps a person's files and named addresses in an archive, and counts what becomes of them."""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future
from datetime import UTC, datetime

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from archive.cli.console import complain
from archive.reason import Reason
from archive.store.archive import Archive
from archive.store.keep import Kept
from archive.visit import Refused, Visit
from crawler.cli.tally import Refusal, Tally
from crawler.intake.files import Source
from crawler.intake.take import Taken, take
from pipelines.line import Line

_WAITING = 64  # Visits whose transactions are on their way: bounds what stands in memory, pages and all
OUTLET = "files"  # of the run: one `add` keeps pages of many newsrooms


def keep_files(archive: Archive, sources: Sequence[Source], tally: Tally, *, processes: int | None = None) -> None:
    """Reads the files on all cores and keeps what they give, as one run; every file ends in the tally.

    Raises ArchiveError when the archive cannot be written: what was kept before stays.
    """
    run = archive.begin_run(OUTLET, "add", at=datetime.now(UTC))
    line = Line(archive, run)
    waiting: deque[tuple[Taken, Future[Kept]]] = deque()
    ended = "interrupted"
    try:
        with _bar() as bar:
            task = bar.add_task("", total=len(sources))
            for taken in take(sources, processes=processes):
                if isinstance(taken.became, Visit):
                    waiting.append((taken, line.keep(taken.became)))
                else:
                    tally.refused("unknown", Refusal(where=str(taken.paths[0]), address=None, refused=taken.became))
                while len(waiting) > _WAITING or (waiting and waiting[0][1].done()):
                    _count(tally, *waiting.popleft())
                bar.advance(task, len(taken.paths))
        while waiting:
            _count(tally, *waiting.popleft())
        ended = "finished"
    finally:
        archive.end_run(run, at=datetime.now(UTC), ended=ended, counters=tally.counters())


def keep_named(addresses: Sequence[str], archive: str | None, tally: Tally) -> int:
    """Crawls the addresses, each outlet's as a run of its own, into the archive at this location, else ours.

    Gives the exit code of the first crawl that could not be done (the archive, another process at it, an interrupt),
    having said so in a line, and 0 when each was; what an address came to is in the tally alone.
    """
    from crawler.cli.ending import exit_code, problem  # these load Scrapy's engine, which files do not need
    from crawler.intake.named import crawl_named

    def each(visit: Visit, kept: Kept) -> None:
        _enter(tally, visit.address, visit, kept)

    codes = []
    for ended in crawl_named(addresses, archive=archive, each=each):
        if ended.error is not None or ended.reason == "interrupted":
            complain(problem(ended) or ended.reason)
            codes.append(exit_code(ended))
    return codes[0] if codes else 0


def _count(tally: Tally, taken: Taken, future: Future[Kept]) -> None:
    assert isinstance(taken.became, Visit)
    _enter(tally, str(taken.paths[0]), taken.became, future.result())


def _enter(tally: Tally, where: str, visit: Visit, kept: Kept) -> None:
    if kept.outcome is not None:
        tally.kept(visit.outlet, kept.outcome)
        return
    refused = visit.outcome if isinstance(visit.outcome, Refused) else Refused(reason=kept.reason or Reason.FAILED)
    tally.refused(visit.outlet, Refusal(where=where, address=visit.address, refused=refused))


def _bar() -> Progress:
    """On standard error and on a terminal only: piped output stays clean, and a log has no bars."""
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
