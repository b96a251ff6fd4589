"""The counts of a crawl."""

from datetime import UTC, datetime

from archive.reason import Reason
from archive.store.keep import Kept
from archive.visit import Kind, Listing, Refused, Visit
from crawler.fetching.tally import Tally

Came = tuple[Kind, Listing | Refused]


def counted(*outcomes: Came) -> Tally:
    tally = Tally()
    for number, (kind, outcome) in enumerate(outcomes):
        visit = Visit(
            address=f"https://warta.example/{number}",
            outlet="warta.example",
            kind=kind,
            at=datetime(2026, 11, 2, tzinfo=UTC),
            outcome=outcome,
        )
        tally.add(visit, Kept(visit_address=visit.address, article=None, revision=None, outcome=None, reason=None))
    return tally


READ: Came = ("listing", Listing(via="sitemap", entries=5))
SILENT: Came = ("listing", Refused(reason=Reason.NO_HOST))
GONE: Came = ("article", Refused(reason=Reason.MISSING, detail="HTTP 404"))
WALL: Came = ("article", Refused(reason=Reason.BOT_WALL))
PICTURE: Came = ("article", Refused(reason=Reason.NOT_HTML))


def test_what_gave_no_article_is_counted_by_what_can_be_hoped_for() -> None:
    counters = counted(READ, GONE, WALL, PICTURE, PICTURE).counters()
    assert {name: counters[name] for name in ("missing", "failed", "refused", "announced", "listings", "visits")} == {
        "missing": 1,
        "failed": 1,
        "refused": 2,
        "announced": 5,
        "listings": 1,
        "visits": 5,
    }
    assert counters["reason/not_html"] == 2


def test_a_site_is_out_of_reach_when_nothing_of_it_has_answered() -> None:
    assert counted(SILENT, SILENT, SILENT).out_of_reach
    assert not counted(SILENT, SILENT).out_of_reach
    assert not counted(GONE, SILENT, SILENT, SILENT).out_of_reach


def test_a_crawl_that_read_a_listing_was_not_fruitless() -> None:
    assert counted(SILENT, GONE).fruitless
    assert not counted(READ, GONE).fruitless
    assert not counted().fruitless


def test_the_trouble_that_is_told_is_the_one_that_says_most() -> None:
    assert counted(GONE, WALL, GONE).trouble == f"https://warta.example/1: {Reason.BOT_WALL.meaning}"
    assert "HTTP 404" in counted(GONE).trouble
