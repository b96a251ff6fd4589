"""The end of a crawl, as a code and a line."""

import re
from pathlib import Path

from archive.errors import ArchiveUnwritable, OutletBusy
from archive.reason import Reason
from archive.revision import Outcome
from crawler.cli import exits
from crawler.cli.ending import exit_code, problem, summary, table
from crawler.fetching.frontier import Ended
from crawler.fetching.tally import Tally

DOCS = Path(__file__).parent.parent.parent.parent / "docs" / "exit-codes.md"


def ended(reason: str = "finished", **changes: object) -> Ended:
    tally = Tally(visits=3)
    tally.outcomes[Outcome.NEW] = 2
    tally.reasons[Reason.ROBOTS] = 1
    tally.states["refused"] = 1
    tally.listings = 1
    given = {"outlet": "warta.example", "reason": reason, "tally": tally, "counters": tally.counters()} | changes
    return Ended(**given)  # type: ignore[arg-type]


def test_a_crawl_that_kept_something_is_complete() -> None:
    assert (exit_code(ended()), problem(ended())) == (exits.OK, None)
    assert summary(ended()) == "warta.example: 2 new, 1 refused (finished)"


def test_a_crawl_that_had_nothing_to_do_is_complete() -> None:
    known = Tally(announced=5)
    idle = ended(tally=known, counters=known.counters())
    assert exit_code(idle) == exits.OK
    assert summary(idle) == "warta.example: nothing new (finished)"


def test_a_site_that_names_no_article_is_not_called_without_news() -> None:
    bare = Tally(visits=3, listings=1)
    assert "no address of an article was found" in summary(ended(tally=bare, counters=bare.counters()))


def test_a_crawl_that_met_nothing_but_errors_says_which() -> None:
    tally = Tally(visits=2, trouble="https://warta.example/: the server answered with an error status (HTTP 500)")
    tally.unread[Reason.HTTP_ERROR] = 2
    nothing = ended(tally=tally, counters=tally.counters())
    assert exit_code(nothing) == exits.NOTHING
    assert "https://warta.example/: the server answered with an error status (HTTP 500)" in (problem(nothing) or "")


def test_what_the_archive_says_is_passed_on() -> None:
    busy = ended("busy", error=OutletBusy("warta.example"))
    full = ended("archive", error=ArchiveUnwritable("kliping.db", "the disk is full"))
    assert (exit_code(busy), problem(busy)) == (exits.BUSY, str(OutletBusy("warta.example")))
    assert exit_code(full) == exits.ERROR
    assert "the disk is full" in (problem(full) or "")


def test_an_interrupted_crawl_and_one_that_never_began_are_no_success() -> None:
    assert exit_code(ended("interrupted")) == exits.INTERRUPTED
    assert "interrupted" in (problem(ended("interrupted")) or "")
    assert exit_code(None) == exits.ERROR
    assert problem(None)


def test_the_table_gives_the_reasons_of_refusals() -> None:
    shown = table(ended())
    assert list(shown.columns[0].cells) == ["new", "refused", Reason.ROBOTS.meaning]
    assert list(shown.columns[1].cells) == ["2", "1", "1"]


def test_every_exit_code_is_documented() -> None:
    written = re.findall(r"^\| (\d+) \| `(\w+)` \|", DOCS.read_text("utf-8"), flags=re.M)
    assert {name: int(code) for code, name in written} == {k: v for k, v in vars(exits).items() if k.isupper()}
