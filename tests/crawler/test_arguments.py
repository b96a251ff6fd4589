"""The arguments of spiders."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from crawler.arguments import Arguments, BadArgument, parse


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("example.co.id", "https://example.co.id/"),
        (" http://Warta.Example ", "http://warta.example/"),
        ("https://warta.example/berita?utm_source=x#atas", "https://warta.example/berita/"),
        ("127.0.0.1:8000", "https://127.0.0.1:8000/"),
    ],
)
def test_a_site_is_understood_as_a_person_names_it(text: str, site: str) -> None:
    assert parse({"site": text}).site == site


def test_texts_of_a_command_line_become_values() -> None:
    given = {"limit": "12", "since": "2026-11-01", "until": "2026-11-02", "again": "1", "named": "https://a.example/x/"}
    assert parse(given) == Arguments(
        limit=12, since=date(2026, 11, 1), until=date(2026, 11, 2), again=True, named=("https://a.example/x/",)
    )


def test_nothing_given_is_nothing_asked() -> None:
    assert parse({"site": None, "limit": None, "again": ""}) == Arguments()


def test_days_count_in_the_outlets_zone_and_the_last_one_counts_whole() -> None:
    given = parse({"since": "2026-11-02", "until": "2026-11-02"})
    jayapura = ZoneInfo("Asia/Jayapura")
    assert given.start(jayapura) == datetime(2026, 11, 1, 15, 0, tzinfo=UTC)
    assert given.end(jayapura) == datetime(2026, 11, 2, 14, 59, 59, 999999, tzinfo=UTC)


@pytest.mark.parametrize(
    "given",
    [
        {"site": "bukan alamat"},
        {"site": "ftp://warta.example/"},
        {"limit": "0"},
        {"limit": "banyak"},
        {"since": "kemarin"},
        {"until": "2026-02-30"},
        {"again": "mungkin"},
        {"named": "tidak-ada"},
        {"limt": "3"},
    ],
)
def test_what_cannot_be_understood_is_said_in_one_line(given: dict[str, Any]) -> None:
    with pytest.raises(BadArgument) as error:
        parse(given)
    assert str(next(iter(given.values()))) in str(error.value) or "limt" in str(error.value)
    assert "\n" not in str(error.value)
