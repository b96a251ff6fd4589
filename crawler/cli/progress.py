"""Shows a crawl's progress on a terminal while it runs, and nothing without one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from archive.revision import Outcome
from archive.visit import Visit
from crawler.fetching.frontier import KEPT
from crawler.fetching.tally import Tally

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


@contextmanager
def live(limit: int | None = None) -> "Iterator[Callable[[Crawler], None]]":
    """Gives a function that has a crawler's progress shown until the end of the block.

    It must begin before Scrapy sets up its log, which then prints above the moving line. limit: of articles.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    screen = Console(stderr=True, highlight=False, markup=False, emoji=False)
    if not screen.is_terminal:
        yield lambda _crawler: None
        return
    columns: list[Any] = [
        SpinnerColumn(style="bold"),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    ]
    if limit:
        columns.insert(1, BarColumn(bar_width=20))
    with Progress(*columns, console=screen, transient=True) as progress:
        task = progress.add_task("beginning", total=limit)

        def kept(visit: Visit, tally: Tally) -> None:
            line = f"{told(tally)}  {visit.address}"
            progress.update(task, completed=tally.kept, description=line[: max(20, screen.width - 45)])

        def watch(crawler: "Crawler") -> None:
            crawler.signals.connect(kept, signal=KEPT, weak=False)

        yield watch


def told(tally: Tally) -> str:
    """What came of the crawl so far, in a few words."""
    counts = [f"{tally.outcomes[outcome]} {outcome}" for outcome in Outcome if tally.outcomes[outcome]]
    if refused := tally.reasons.total():
        counts.append(f"{refused} without article")
    return ", ".join(counts) or "looking for articles"
