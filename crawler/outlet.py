"""OutletSpider: from a leased row to its Visit; where an outlet's pages are is said by its subclasses."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.http import Response

from archive.address import same_site, site
from archive.outlet import Outlet
from archive.page import Page
from archive.reason import Reason
from archive.store.keep import state_of
from archive.visit import Found, Listing, Refused, Visit
from crawler.arguments import BadArgument, parse
from crawler.discovery import feed, front_page, order, sitemap
from crawler.fetching import answers
from crawler.reading.joined import further_pages
from crawler.reading.loader import ArticleLoader
from crawler.reading.read import read

if TYPE_CHECKING:
    from twisted.python.failure import Failure

    from archive.store.leases import Lease
    from crawler.fetching.frontier import Ended

_PAGES_AT_MOST = 30  # of one article


class OutletSpider(Spider):
    """A spider that yields Visits and nothing else.

    A subclass for one newsroom sets `facts`; one for a content system leaves it None, and its outlet is then the
    registered domain of the site it is given. `loader`: how its pages are read. Arguments: crawler.arguments. Raises
    BadArgument.
    """

    facts: ClassVar[Outlet | None] = None
    loader: ClassVar[type[ArticleLoader]] = ArticleLoader
    ended: "Ended | None" = None  # set by the frontier when the crawl is over

    def __init__(self, name: str | None = None, **arguments: Any) -> None:
        super().__init__(name)
        given = parse(arguments)
        if given.site is None and self.facts is None and not given.named:
            raise BadArgument(
                f"{self.name} needs a site: --site https://example.co.id/, or -a site=... in scrapy crawl"
            )
        self.site = given.site or (given.named[0] if given.named else "")
        self.outlet = self.facts or _outlet_of(self.site)
        self.limit, self.again, self.named = given.limit, given.again, given.named
        self.since, self.until = given.start(self.outlet.tz), given.end(self.outlet.tz)

    async def start(self) -> AsyncIterator[Any]:
        """Nothing: the sources are rows, written when the frontier opens."""
        return
        yield  # what makes this an iterator

    def sources(self) -> tuple[Found, ...]:
        """The addresses a crawl begins with: those named by a person, else `starts`."""
        if self.named:
            return tuple(Found(address=address, via="named", priority=order.NAMED) for address in self.named)
        return self.starts()

    def starts(self) -> tuple[Found, ...]:
        """Where the outlet says its pages are."""
        return front_page.sources(self.site)

    def front_page(self, page: Page) -> tuple[Found, ...]:
        """What the front page names."""
        return front_page.discover(page)

    def index(self, page: Page) -> tuple[Found, ...]:
        """What a page of an index names."""
        return front_page.discover(page)

    def request(self, lease: "Lease") -> Request:
        """The request for a leased row."""
        meta = {"lease": lease, "named": lease.via == "named"}
        return Request(lease.address, callback=self.visit, errback=self.failed, dont_filter=True, meta=meta)

    async def visit(self, response: Response) -> AsyncIterator[Visit]:
        """The Visit of an answer, whatever its status."""
        lease: Lease = response.meta["lease"]
        page = answers.to_page(response, at=datetime.now(UTC))
        try:
            yield await self._visited(lease, page)
        except Exception as error:  # the border: one page must neither end the crawl nor keep its row in flight
            told = f"{type(error).__name__}: {error}"
            self.logger.error("%s: %s (%s)", lease.address, Reason.FAILED.meaning, told)
            self.logger.debug("how it came to that", exc_info=True)
            yield self._refused(lease, Refused(reason=Reason.FAILED, detail=told[:200]), (page,))

    def failed(self, failure: "Failure") -> Iterator[Visit]:
        """The Visit of an address that gave no answer, or an answer that was thrown away."""
        assert failure.value is not None
        yield self._refused(failure.request.meta["lease"], answers.failed(failure.value))  # type: ignore[attr-defined]

    async def _visited(self, lease: "Lease", page: Page) -> Visit:
        refused = answers.refused(page)
        if refused:
            return self._refused(lease, refused, (page,))
        if lease.kind == "listing":
            return self._listing(lease, page)
        pages = await whole(self, page)
        if isinstance(pages, Refused):
            return self._refused(lease, pages, (page,))
        # A short address that a person named leads to another site; no other address does.
        outlet = self.outlet if same_site(page.address, lease.address) else _outlet_of(page.address)
        outcome = read(pages, outlet, self.loader)
        return Visit(
            address=lease.address,
            outlet=outlet.name,
            zone=outlet.zone,
            at=page.fetched_at,
            outcome=outcome,
            pages=pages,
            sighting=lease.sighting,
        )

    def _listing(self, lease: "Lease", page: Page) -> Visit:
        found = self._discover(lease, page)
        if isinstance(found, Refused):
            self.logger.warning("%s: %s", lease.address, found)
            return self._refused(lease, found, (page,))
        return Visit(
            address=lease.address,
            outlet=self.outlet.name,
            zone=self.outlet.zone,
            kind="listing",
            at=page.fetched_at,
            outcome=Listing(via=lease.via, entries=len(found)),
            pages=(page,),
            found=found,
            sighting=lease.sighting,
        )

    def _discover(self, lease: "Lease", page: Page) -> tuple[Found, ...] | Refused:
        match lease.via:
            case "sitemap" if urlsplit(lease.address).path == "/robots.txt":
                return sitemap.robots(page)
            case "sitemap":
                return sitemap.discover(page, priority=lease.priority)
            case "feed":
                return feed.discover(page)
            case "front_page":
                return self.front_page(page)
        return self.index(page)

    def _refused(self, lease: "Lease", refused: Refused, pages: tuple[Page, ...] = ()) -> Visit:
        return Visit(
            address=lease.address,
            outlet=self.outlet.name,
            zone=self.outlet.zone,
            kind=lease.kind,
            at=datetime.now(UTC),
            outcome=refused,
            pages=pages,
            sighting=lease.sighting,
        )


def _outlet_of(address: str) -> Outlet:
    return Outlet(name=site(address), domains=(site(address),))


async def whole(spider: Spider, page: Page) -> tuple[Page, ...] | Refused:
    """The page and the further pages of its article; refused when one of them may yet come another day.

    A page that is gone, or that we may not have, ends the article, which is then kept as incomplete.
    """
    pages = [page]
    for address in further_pages(page)[: _PAGES_AT_MOST - 1]:
        further = await _fetch(spider, address)
        if isinstance(further, Page):
            pages.append(further)
        elif state_of(further) == "failed":
            return Refused(reason=further.reason, detail=f"{address}: {further.detail}")
        else:
            break
    return tuple(pages)


async def _fetch(spider: Spider, address: str) -> Page | Refused:
    """One more page, under the manners of the crawl."""
    try:
        response = await spider.crawler.engine.download_async(Request(address))
    except Exception as error:  # noqa: BLE001 - the border to the network: Twisted's errors have no class of their own
        return answers.failed(error)
    page = answers.to_page(response, at=datetime.now(UTC))
    return answers.refused(page) or page
