"""An address is a row before anything asks for it, and known ones are asked again only where that can tell more."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from archive.reason import Reason
from archive.store.archive import Archive
from archive.visit import Found
from tests.archive.articles import article
from tests.archive.store.visits import (
    AT,
    DAY,
    HOME,
    HOUR,
    addresses,
    begin,
    leased,
    listed,
    opened,
    read,
    refused,
    rows,
)

ONE = Found(address="https://warta.example/satu/", via="sitemap")


def crawled(archive: Archive) -> None:
    """A crawl that kept one article from one listing."""
    run = begin(archive)
    (home,) = leased(archive, run)
    archive.commit([listed(home, ONE)], run=run)
    (lease,) = leased(archive, run)
    archive.commit([read(lease, article("satu"))], run=run)


def found_again(archive: Archive, found: Found, *, at_least: timedelta = HOUR) -> list[str]:
    """What a second run asks for besides its source, when that names `found`."""
    at = AT + at_least
    run = begin(archive, at=at)
    (home,) = leased(archive, run, at=at)
    archive.commit([listed(home, found, at=at)], run=run)
    return addresses(leased(archive, run, at=at))


def test_a_second_crawl_asks_only_for_what_is_new(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        crawled(archive)
        assert found_again(archive, ONE) == []
        assert found_again(archive, Found(address="https://warta.example/dua/")) == ["dua"]


@pytest.mark.parametrize(
    ("dated", "asked"),
    [(AT - DAY, []), (AT, []), (AT + timedelta(minutes=1), ["satu"])],
    ids=["older", "same", "newer"],
)
def test_a_known_article_is_asked_again_when_its_listing_dates_it_later(
    tmp_path: Path, dated: datetime, asked: list[str]
) -> None:
    with opened(tmp_path) as archive:
        crawled(archive)
        assert found_again(archive, Found(address=ONE.address, dated=dated)) == asked


def test_nothing_is_asked_twice_in_one_run_whatever_its_listings_say(tmp_path: Path) -> None:
    tomorrow = Found(address=ONE.address, dated=AT + DAY)
    page_two = Found(address="https://warta.example/?page=2", kind="listing", via="index")
    with opened(tmp_path) as archive:
        run = begin(archive)
        asked: list[str] = []
        while leases := leased(archive, run):
            asked += addresses(leases)
            archive.commit(
                [
                    read(lease, article("satu"), found=(HOME, tomorrow))
                    if lease.kind == "article"
                    else listed(lease, HOME, page_two, tomorrow)
                    for lease in leases
                ],
                run=run,
            )
        assert asked == ["", "?page=2", "satu"]


def test_a_listing_is_asked_once_in_every_run_that_names_it(tmp_path: Path) -> None:
    sitemap = Found(address="https://warta.example/sitemap-1.xml", kind="listing", via="sitemap")
    with opened(tmp_path) as archive:
        run = begin(archive)
        (home,) = leased(archive, run)
        archive.commit([listed(home, sitemap)], run=run)
        (lease,) = leased(archive, run)
        archive.commit([listed(lease)], run=run)
        assert found_again(archive, sitemap) == ["sitemap-1.xml"]


def test_what_gave_no_article_is_asked_again_when_its_listing_dates_it_later(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive, sources=(ONE,))
        (lease,) = leased(archive, run)
        archive.commit([refused(lease, Reason.MISSING, status=404)], run=run)
        assert found_again(archive, ONE) == []
        assert found_again(archive, Found(address=ONE.address, dated=AT + 2 * HOUR), at_least=2 * HOUR) == ["satu"]


def test_forms_of_one_article_are_one_row_and_pages_of_a_listing_are_many(tmp_path: Path) -> None:
    forms = [
        Found(address=address)
        for address in (
            "https://warta.example/satu/?utm_source=rss",
            "https://www.warta.example/satu",
            "https://warta.example/satu/?page=2",
            "https://m.warta.example/satu/amp/",
        )
    ]
    pages = [Found(address=f"https://warta.example/berita?page={n}", kind="listing") for n in (1, 2)]
    with opened(tmp_path) as archive:
        run = begin(archive)
        (home,) = leased(archive, run)
        archive.commit([listed(home, *forms, *pages)], run=run)
        assert addresses(leased(archive, run)) == ["berita?page=1", "berita?page=2", "satu"]


def test_of_two_mentions_the_newest_date_the_highest_priority_and_any_title_count(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive)
        (home,) = leased(archive, run)
        first = Found(address=ONE.address, via="sitemap", dated=AT - DAY, priority=1)
        then = Found(address=ONE.address, via="feed", dated=AT - HOUR, title="Satu", priority=2)
        archive.commit([listed(home, first, then)], run=run)
        sql = "SELECT via, title, priority, dated / 1000000 FROM sighting WHERE kind = 'article'"
        expected = [("sitemap", "Satu", 2, int((AT - HOUR).timestamp()))]
        assert rows(archive, sql) == expected
        source = Found(address=HOME.address, kind="listing", via="front_page", priority=9)
        (again,) = leased(archive, begin(archive, at=AT + HOUR, sources=(source,)), count=1)
        archive.commit([listed(again, Found(address=ONE.address, dated=AT - DAY))], run=2)
        assert rows(archive, sql) == expected


def test_addresses_that_cannot_be_asked_for_are_no_rows(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive)
        (home,) = leased(archive, run)
        wrong = ("mailto:redaksi@warta.example", "javascript:void(0)", "", "http://[::1", "/satu/", "http://\x00/")
        archive.commit([listed(home, *(Found(address=address) for address in wrong))], run=run)
        assert leased(archive, run) == []


def test_fifty_thousand_addresses_of_a_sitemap_are_rows_at_once(tmp_path: Path) -> None:
    many = [Found(address=f"https://warta.example/{n}/", via="sitemap") for n in range(50_000)]
    with opened(tmp_path) as archive:
        run = begin(archive)
        (home,) = leased(archive, run)
        archive.commit([listed(home, *many)], run=run)
        assert archive.stats()["sightings"] == {"done": 1, "pending": 50_000}


def test_the_next_page_of_an_index_is_asked_while_its_pages_name_what_was_not_known(tmp_path: Path) -> None:
    def page(number: int) -> Found:
        return Found(address=f"https://warta.example/page/{number}/", kind="listing", via="index", if_new=True)

    def walk(archive: Archive, run: int, articles: dict[str, Found]) -> list[str]:
        asked = []
        while leases := [lease for lease in leased(archive, run) if lease.kind == "listing"]:
            for lease in leases:
                asked += addresses([lease])
                number = len(asked)
                named = [articles[str(number)]] if str(number) in articles else []
                archive.commit([listed(lease, *named, page(number + 1), at=AT + run * HOUR)], run=run)
        return asked

    articles = {str(n): Found(address=f"https://warta.example/kabar-{n}/") for n in (1, 2, 3)}
    with opened(tmp_path) as archive:
        first = begin(archive)
        assert walk(archive, first, articles) == ["", "page/2", "page/3", "page/4"]
        second = begin(archive, at=AT + 2 * HOUR)
        assert walk(archive, second, articles) == [""]
