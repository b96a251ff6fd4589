"""Keeps the pages at addresses that a person names: a crawl like any other, of these addresses alone."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from archive.address import site
from archive.store.keep import Kept
from archive.visit import Visit
from crawler.fetching.frontier import KEPT, Ended
from crawler.fetching.process import run, settings
from crawler.fetching.tally import Tally
from crawler.outlets import spider_for

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


def crawl_named(
    addresses: Sequence[str], *, archive: str | None = None, each: Callable[[Visit, Kept], None]
) -> list[Ended]:
    """Crawls the addresses, each outlet's with its own spider and under its own lock; once a process.

    archive: its location, None for the configured one; each: is told of every Visit that is on disk. Gives how the
    crawl of each outlet ended, in the order of the addresses. Raises BadArgument for what is no http address.
    """

    def kept(visit: Visit, kept: Kept, tally: Tally) -> None:  # noqa: ARG001 - the signal's arguments
        each(visit, kept)

    def watch(crawler: "Crawler") -> None:
        crawler.signals.connect(kept, signal=KEPT, weak=False)

    jobs = [(spider_for(group[0]) or "auto", {"named": group}) for group in by_site(addresses)]
    changes = {"LOG_LEVEL": "WARNING", "LOG_FORMAT": "kliping: %(message)s"}
    crawlers = run(jobs, changes=settings(changes | ({"KLIPING_ARCHIVE": archive} if archive else {})), watch=watch)
    return [ended for crawler in crawlers if isinstance(ended := getattr(crawler.spider, "ended", None), Ended)]


def by_site(addresses: Iterable[str]) -> list[tuple[str, ...]]:
    """The addresses in groups of one registered domain."""
    groups: dict[str, list[str]] = {}
    for address in addresses:
        groups.setdefault(site(address), []).append(address)
    return [tuple(group) for group in groups.values()]
