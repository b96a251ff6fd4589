"""Scrapy's SCHEDULER over the archive's sightings: requests are made from rows, and from nothing else."""

import asyncio
import logging
from collections import deque
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy import Request, signals
from scrapy.core.scheduler import BaseScheduler
from scrapy.exceptions import CloseSpider
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.httpobj import urlparse_cached

from archive.article import Article
from archive.errors import ArchiveError, OutletBusy, Unstorable
from archive.reason import Reason
from archive.store.archive import Archive, open_archive
from archive.store.keep import Kept
from archive.store.leases import Lease
from archive.visit import Refused, Visit
from crawler.fetching.tally import Tally

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.defer import Deferred

    from crawler.outlet import OutletSpider

logger = logging.getLogger(__name__)

_BATCH = 64  # rows leased at once: one commit for a minute of polite crawling
_FEW = 16  # ask for the next batch while these are still waiting, so that the engine never does

KEPT = object()  # signal: a Visit is on disk; arguments visit, kept, tally


@dataclass(frozen=True, slots=True)
class Ended:
    """How a crawl ended.

    reason: "finished", "limit", "unreachable", "interrupted", "busy", "archive", or a word of Scrapy's own extensions;
    counters: those of the tally, and how many addresses of the outlet are pending;
    error: what the archive could not do, None when all went well.
    """

    outlet: str
    reason: str
    tally: Tally
    counters: Mapping[str, int]
    error: ArchiveError | None = None


class Frontier(BaseScheduler):
    """Leases rows in batches and makes a request of each; a row is done when its Visit is on disk.

    Scrapy calls it synchronously, so leases are asked for ahead and handed in by `engine.crawl`, which wakes the engine
    (by itself it looks every 5 s only). After an empty lease none is asked for until a Visit was committed: rows come
    from nowhere else.
    """

    def __init__(self, crawler: "Crawler") -> None:
        self.crawler = crawler
        self.tally = Tally()
        self._per_host = crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self._closing = ExitStack()
        self._archive: Archive | None = None
        self._run = 0
        self._error: ArchiveError | None = None
        self._hops: deque[Request] = deque()  # redirects and retries, under the lease that began them
        self._waiting: dict[str, deque[Request]] = {}  # by host
        self._leased: dict[int, Lease] = {}  # every row that is ours, waiting or under way
        self._asking = False
        self._dry = False
        self._over: asyncio.Future[Any] | None = None
        crawler.signals.connect(self._opened, signal=signals.spider_opened)

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> "Frontier":
        """The frontier of one crawl."""
        return cls(crawler)

    def open(self, spider: "OutletSpider") -> None:  # type: ignore[override]
        """Opens the archive, takes the outlet's lock, begins the run and writes the spider's sources as rows."""
        self.spider = spider
        try:
            archive = self._closing.enter_context(open_archive(self.crawler.settings["KLIPING_ARCHIVE"]))
            self._closing.enter_context(archive.crawling(spider.outlet.name))
            self._run = archive.begin_run(
                spider.outlet.name,
                "add" if spider.named else "crawl",
                at=datetime.now(UTC),
                sources=spider.sources(),
                again=spider.again,
            )
            self._archive = archive
        except ArchiveError as error:
            self._error = error

    def _opened(self) -> None:
        # Only here does CloseSpider end the crawl cleanly: raised in `open` it meets a half-opened engine.
        if self._error is not None:
            logger.info("%s: %s", self.spider.outlet.name, self._error)
            raise CloseSpider("busy" if isinstance(self._error, OutletBusy) else "archive")

    def close(self, reason: str) -> "Deferred[None]":
        """Gives back the rows that are still ours and ends the run; the lock goes last."""
        return deferred_from_coro(self._close(reason))

    async def _close(self, reason: str) -> None:
        reason = "interrupted" if reason == "shutdown" else reason
        counters = self.tally.counters()
        try:
            with self._closing:
                if self._archive is not None:
                    if self._leased:
                        await asyncio.wrap_future(self._archive.release(list(self._leased), run=self._run))
                    counters["pending"] = self._archive.pending(self.spider.outlet.name)
                    self._archive.end_run(self._run, at=datetime.now(UTC), ended=reason, counters=counters)
        except ArchiveError as error:
            self._error = self._error or error
        for name, count in counters.items():
            self.crawler.stats.set_value(f"kliping/{name}", count)
        self.spider.ended = Ended(self.spider.outlet.name, reason, self.tally, counters, self._error)

    def has_pending_requests(self) -> bool:
        """Whether there may be more rows than those under way; the engine is idle only when not."""
        return self._over is None and (self._asking or not self._dry or bool(self._hops or self._count()))

    def enqueue_request(self, request: Request) -> bool:
        """Takes a request that has a lease; raises ValueError for any other."""
        lease: Lease | None = request.meta.get("lease")
        if lease is None or lease.sighting not in self._leased:
            raise ValueError(f"{request.url} has no lease: yield its address as found, not as a Request")
        if "redirect_times" in request.meta or "retry_times" in request.meta:
            self._hops.append(request)
        else:
            self._waiting.setdefault(_host(request), deque()).append(request)
        return True

    def next_request(self) -> Request | None:
        """The next request of a host that has room, or None; asks for more rows when few are left."""
        if self._archive is None or self._over is not None:
            return None
        if self._count() < _FEW and not self._dry and not self._asking:
            self._ask()
        busy = [_host(request) for request in self.crawler.engine.downloader.active]
        for request in self._hops:
            if busy.count(_host(request)) < self._per_host:
                self._hops.remove(request)
                return request
        if not self._has_room():
            return None
        for host, requests in self._waiting.items():
            if requests and busy.count(host) < self._per_host:
                self._waiting[host] = self._waiting.pop(host)  # its turn comes again after the others'
                return requests.popleft()
        return None

    async def keep(self, visit: Visit) -> Kept:
        """Keeps a Visit; its row is done when this returns. Raises ArchiveError, and then ends the crawl."""
        assert self._archive is not None
        try:
            kept = await asyncio.wrap_future(self._archive.submit(visit, run=self._run))
        except ArchiveError as error:
            if isinstance(error, Unstorable) and isinstance(visit.outcome, Article):  # the fault of this one page
                return await self.keep(replace(visit, outcome=Refused(reason=Reason.FAILED, detail=str(error))))
            self._break(error)
            raise
        if visit.sighting is not None:
            self._leased.pop(visit.sighting, None)
        self._dry = self._dry and self.spider.named != ()
        self.tally.add(visit, kept)
        self.crawler.signals.send_catch_log(KEPT, visit=visit, kept=kept, tally=self.tally)
        if self.spider.limit is not None and self.tally.kept >= self.spider.limit:
            self._end("limit")
        elif self.tally.out_of_reach:
            self._end("unreachable")
        return kept

    def _has_room(self) -> bool:
        """Whether one more article may be asked for: those under way may all be kept, and the limit is exact."""
        if self.spider.limit is None:
            return True
        under_way = len(self._leased) - self._count()
        return self.tally.kept + under_way < self.spider.limit

    def _count(self) -> int:
        return sum(map(len, self._waiting.values()))

    def _ask(self) -> None:
        assert self._archive is not None
        self._asking = True
        lease = self._archive.lease(
            self._run, _BATCH, now=datetime.now(UTC), since=self.spider.since, until=self.spider.until
        )
        asyncio.wrap_future(lease).add_done_callback(self._take)

    def _take(self, leased: "asyncio.Future[list[Lease]]") -> None:
        self._asking = False
        try:
            leases = leased.result()
        except ArchiveError as error:
            self._break(error)
            return
        self._leased |= {lease.sighting: lease for lease in leases}
        if self._over is not None:
            return  # `close` gives them back
        # What a person named comes first, by its priority; the outlet's other rows are not asked for, and given back.
        wanted = [lease for lease in leases if not self.spider.named or lease.via == "named"]
        self._dry = not wanted or len(wanted) < len(leases)
        for lease in wanted:
            self.crawler.engine.crawl(self.spider.request(lease))
        if self._dry and self.crawler.engine.spider_is_idle():
            self._end("finished")

    def _break(self, error: ArchiveError) -> None:
        if self._error is None:
            self._error = error
            logger.info("%s: %s", self.spider.outlet.name, error)
        self._end("archive")

    def _end(self, reason: str) -> None:
        if self._over is None:
            self._over = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason=reason))


def _host(request: Request) -> str:
    return urlparse_cached(request).hostname or ""
