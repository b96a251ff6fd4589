"""Runs spiders in this process, as the `scrapy` command does, also where no scrapy.cfg is near."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler


def settings(changes: Mapping[str, Any]) -> Settings:
    """The project's settings with these changes, which outrank a spider's own."""
    found = Settings()
    found.setmodule("crawler.settings", priority="project")
    found.setdict(dict(changes), priority="cmdline")
    return found


def run(
    jobs: "Sequence[tuple[str | type[Spider], Mapping[str, Any]]]",
    *,
    changes: Settings,
    watch: "Callable[[Crawler], None]" = lambda _crawler: None,
) -> "list[Crawler]":
    """Crawls with these spiders and their arguments, all at once; returns their crawlers when the last has ended.

    watch: is given each crawler before it begins, to connect to its signals. Ctrl-C and SIGTERM end it cleanly. Once a
    process: an event loop of Twisted cannot be started again.
    """
    process = AsyncCrawlerProcess(changes)
    crawlers = [(process.create_crawler(spider), arguments) for spider, arguments in jobs]
    for crawler, arguments in crawlers:
        watch(crawler)
        process.crawl(crawler, **arguments)
    process.start()
    return [crawler for crawler, _ in crawlers]
