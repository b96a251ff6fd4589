"""The command line of a crawl; the crawls themselves are tried in tests/crawler/test_crawl.py."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import typer

from archive.reason import Reason
from archive.revision import Outcome
from archive.store.keep import Kept
from archive.visit import Refused, Visit
from crawler.cli.crawl import run_crawl
from crawler.cli.progress import told
from crawler.fetching.tally import Tally
from tests.crawler.cli.command import kliping_here


@pytest.mark.parametrize(
    ("spider", "arguments", "said"),
    [
        ("kompos", {}, "unknown outlet 'kompos'; known are auto, wordpress"),
        ("wordpress", {}, "wordpress needs a site"),
        ("wordpress", {"site": "bukan alamat"}, "no address of a site"),
        ("wordpress", {"site": "warta.example", "limt": "3"}, "unknown argument 'limt'"),
    ],
)
def test_what_makes_no_sense_is_said_before_anything_is_done(spider: str, arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(typer.BadParameter) as error:
        run_crawl(spider, arguments, {})
    assert said in str(error.value)


def test_progress_is_told_in_words() -> None:
    tally = Tally()
    assert told(tally) == "looking for articles"
    tally.outcomes[Outcome.NEW] = 3
    refused = Refused(reason=Reason.ROBOTS)
    at = datetime(2026, 11, 2, tzinfo=UTC)
    visit = Visit(address="https://warta.example/a", outlet="warta.example", at=at, outcome=refused)
    tally.add(visit, Kept(visit_address=visit.address, article=None, revision=None, outcome=None, reason=Reason.ROBOTS))
    assert told(tally) == "3 new, 1 without article"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("DOWNLOAD_DELAY=abc", "is no number"),
        ("CONCURRENT_REQUESTS=1.5", "is no whole number"),
        ("ROBOTSTXT_OBEY=maybe", "is no switch"),
        ("TELNETCONSOLE_ENABLED=maybe", "is no switch"),
        ("ITEM_PIPELINES=abc", "is no JSON object"),
        ("LOG_LEVEL=keras", "is no level of a log"),
    ],
)
def test_a_setting_that_scrapy_could_not_read_is_one_line(given: str, why: str, tmp_path: Path) -> None:
    done = kliping_here("crawl", "auto", "--site", "warta.example", "-s", given, folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(b"kliping: Invalid value for -s: " + given.encode())
    assert why in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_settings_that_scrapy_can_read_are_let_through_to_the_check_of_the_outlet() -> None:
    fine = {"DOWNLOAD_TIMEOUT": "0.5", "TELNETCONSOLE_ENABLED": "True", "LOG_LEVEL": "ERROR", "ITEM_PIPELINES": "{}"}
    with pytest.raises(typer.BadParameter, match="unknown outlet"):
        run_crawl("kompos", {}, fine)
