"""From a leased row to its Visit."""

import asyncio
import logging
from typing import Any

import pytest
from scrapy.http import HtmlResponse, Request

from archive.page import Page
from archive.reason import Reason
from archive.store.leases import Lease
from archive.visit import Found, Kind, Listing, Refused, Via, Visit
from crawler.arguments import BadArgument
from crawler.outlet import OutletSpider
from tests.crawler.newsroom import article

SITE = "http://warta.example/"


class Broken(OutletSpider):
    name = "broken"

    def index(self, page: Page) -> tuple[Found, ...]:
        raise ZeroDivisionError("tidak ada halaman")


def visit(spider: OutletSpider, kind: Kind, via: Via, body: str) -> Visit:
    lease = Lease(sighting=7, address=SITE, kind=kind, via=via, priority=0, tries=0, etag=None, last_modified=None)
    request = spider.request(lease)
    response = HtmlResponse(f"{SITE}halaman/", body=body.encode(), request=request)

    async def first() -> Visit:
        (only,) = [made async for made in spider.visit(response)]
        return only

    return asyncio.run(first())


def test_an_error_of_ours_is_a_visit_and_one_line(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    made = visit(Broken(site=SITE), "listing", "index", "<p>Kabar</p>")
    assert isinstance(made.outcome, Refused)
    assert (made.outcome.reason, made.sighting, made.address) == (Reason.FAILED, 7, SITE)
    assert [record.getMessage() for record in caplog.records] == [
        f"{SITE}: {Reason.FAILED.meaning} (ZeroDivisionError: tidak ada halaman)"
    ]


def test_a_listing_is_a_visit_with_what_it_names() -> None:
    made = visit(OutletSpider("satu", site=SITE), "listing", "front_page", "<a href='/2026/11/02/banjir/'>Banjir</a>")
    assert made.outcome == Listing(via="front_page", entries=1)
    assert [found.address for found in made.found] == ["http://warta.example/2026/11/02/banjir/"]
    assert (made.outlet, made.zone, made.kind) == ("warta.example", "Asia/Jakarta", "listing")


def test_an_article_is_a_visit_under_the_address_that_was_asked_for() -> None:
    made = visit(OutletSpider("satu", site=SITE), "article", "link", article(f"{SITE}halaman/", "Banjir surut"))
    assert not isinstance(made.outcome, Refused | Listing)
    assert (made.address, made.outcome.url, made.pages[0].address) == (SITE, f"{SITE}halaman/", f"{SITE}halaman/")


@pytest.mark.parametrize("arguments", [{}, {"site": "x y"}, {"site": SITE, "sitee": "z"}])
def test_a_spider_without_a_site_it_understands_is_not_made(arguments: dict[str, Any]) -> None:
    with pytest.raises(BadArgument):
        OutletSpider("satu", **arguments)


def test_named_addresses_are_all_that_is_asked_for() -> None:
    spider = OutletSpider("satu", named="http://warta.example/a http://warta.example/b")
    assert [(found.address, found.via) for found in spider.sources()] == [
        ("http://warta.example/a", "named"),
        ("http://warta.example/b", "named"),
    ]
    assert spider.outlet.name == "warta.example"


def test_a_spider_starts_with_rows_and_not_with_requests() -> None:
    async def started() -> list[Request]:
        return [request async for request in OutletSpider("satu", site=SITE).start()]

    assert asyncio.run(started()) == []
