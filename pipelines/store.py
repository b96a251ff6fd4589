"""Keeps each Visit, and lets the article through when its transaction is on disk."""

from typing import TYPE_CHECKING, Protocol, cast

from scrapy.exceptions import DropItem

from archive.article import Article
from archive.errors import ArchiveError
from archive.store.keep import Kept
from archive.visit import Visit

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class Keeper(Protocol):
    """What keeps Visits during a crawl: the engine's scheduler."""

    async def keep(self, visit: Visit) -> Kept:
        """Returns when the Visit is on disk; raises ArchiveError."""


class Store:
    """The last step of a crawl's pipelines."""

    def __init__(self, crawler: "Crawler") -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> "Store":
        """The step for one crawl."""
        return cls(crawler)

    async def process_item(self, item: Visit) -> Article:
        """The article, whatever its outcome. Raises DropItem for listings and refusals, and when the archive fails."""
        try:
            await cast(Keeper, self._crawler.engine.scheduler).keep(item)
        except ArchiveError as error:
            raise DropItem(f"{item.address}: {error}", log_level="DEBUG") from None
        if isinstance(item.outcome, Article):
            return item.outcome
        raise DropItem(f"{item.address}: {item.outcome}", log_level="DEBUG")
