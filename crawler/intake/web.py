"""Fetches one named address with Scrapy and its manners, into no archive."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy.http import Response

from archive.page import Page
from archive.visit import Refused
from crawler.fetching import answers
from crawler.fetching.process import run, settings
from crawler.outlet import whole

if TYPE_CHECKING:
    from twisted.python.failure import Failure

_ALONE = {
    "SCHEDULER": "scrapy.core.scheduler.Scheduler",  # no archive, so no rows to make requests from
    "ITEM_PIPELINES": {},
    "DOWNLOAD_DELAY": 0,  # an article has a page or three
    "LOG_LEVEL": "WARNING",
    "LOG_FORMAT": "kliping: %(message)s",
}


class _OneArticle(Spider):
    """Fetches an address and the further pages of its article. got: what came of it, None before."""

    name = "one"
    got: tuple[Page, ...] | Refused | None = None

    def __init__(self, *, address: str) -> None:
        super().__init__()
        self._address = address

    async def start(self) -> AsyncIterator[Any]:
        """The one request."""
        yield Request(self._address, callback=self.visit, errback=self.failed, meta={"named": True})

    async def visit(self, response: Response) -> None:
        """Takes the answer, whatever its status, and asks for further pages."""
        page = answers.to_page(response, at=datetime.now(UTC))
        self.got = answers.refused(page) or await whole(self, page)

    def failed(self, failure: "Failure") -> None:
        """Takes what went wrong."""
        assert failure.value is not None
        self.got = answers.failed(failure.value)


def fetch(address: str) -> tuple[Page, ...] | Refused:
    """The pages of the article at an address, in order, or why there are none. Once a process.

    Raises KeyboardInterrupt when it was ended before there was an answer.
    """
    (crawler,) = run([(_OneArticle, {"address": address})], changes=settings(_ALONE))
    got = crawler.spider.got if isinstance(crawler.spider, _OneArticle) else None
    if got is None:
        raise KeyboardInterrupt
    return got
