"""Moments as the papers print them."""

import csv
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.article import Clock
from crawler.reading.processors.clock import parse_clock

WIB, WITA, WIT = (timezone(timedelta(hours=hours)) for hours in (7, 8, 9))
JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 23, 12, 0, 30, tzinfo=UTC)  # 19:00:30 in Jakarta


def clock(text: str, *, zone: ZoneInfo = JAKARTA, source: str = "css:.waktu") -> Clock:
    return parse_clock(text, zone=zone, now=NOW, source=source)


def forms() -> list[Any]:
    """The rows of the table. A moment without `at` is none; "=" in `text` means the form as it stands."""
    with (Path(__file__).parent / "clock_forms.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [pytest.param(row, id=row["id"]) for row in rows]


@pytest.mark.parametrize("row", forms())
def test_printed_and_tagged_forms_are_read_as_the_table_says(row: dict[str, str]) -> None:
    form = row["form"].replace("\\n", "\n").replace("\\u00a0", "\u00a0")
    at = datetime.fromisoformat(row["at"]) if row["at"] else None
    found = clock(form)
    assert (found.at, found.precision) == (at, row["precision"])
    assert found.text == (form if row["text"] == "=" else row["text"])
    assert (found.at and found.at.utcoffset()) == (at and at.utcoffset())


def test_a_time_without_a_zone_takes_that_of_the_outlet_as_a_fixed_offset() -> None:
    found = clock("2 Januari 2026 00.20", zone=ZoneInfo("Asia/Jayapura")).at
    assert found == datetime(2026, 1, 2, 0, 20, tzinfo=WIT)
    assert found is not None
    assert isinstance(found.tzinfo, timezone)
    assert found.date().isoformat() == "2026-01-02"


@pytest.mark.parametrize(
    ("text", "at", "precision"),
    [
        ("3 menit yang lalu", datetime(2026, 11, 23, 18, 57, tzinfo=WIB), "minute"),
        ("2 jam lalu", datetime(2026, 11, 23, 17, 0, tzinfo=WIB), "hour"),
        ("sejam yang lalu", datetime(2026, 11, 23, 18, 0, tzinfo=WIB), "hour"),
        ("Kemarin, 18.05 WITA", datetime(2026, 11, 22, 18, 5, tzinfo=WITA), "minute"),
        ("Hari ini", datetime(2026, 11, 23, tzinfo=WIB), "day"),
        ("3 hari yang lalu", datetime(2026, 11, 20, tzinfo=WIB), "day"),
        ("Baru saja", datetime(2026, 11, 23, 19, 0, tzinfo=WIB), "minute"),
        ("5 minutes ago", datetime(2026, 11, 23, 18, 55, tzinfo=WIB), "minute"),
        ("1 jam 20 menit yang lalu", datetime(2026, 11, 23, 17, 40, tzinfo=WIB), "minute"),
        ("1 jam, 20 menit lalu", datetime(2026, 11, 23, 17, 40, tzinfo=WIB), "minute"),
        ("1 hari 2 jam dan 5 menit lalu", datetime(2026, 11, 22, 16, 55, tzinfo=WIB), "minute"),
        ("dua jam yang lalu", datetime(2026, 11, 23, 17, 0, tzinfo=WIB), "hour"),
        ("Sepuluh menit lalu", datetime(2026, 11, 23, 18, 50, tzinfo=WIB), "minute"),
        ("2 jam yg lalu", datetime(2026, 11, 23, 17, 0, tzinfo=WIB), "hour"),
        ("Hari ini, 16:05 WIB", datetime(2026, 11, 23, 16, 5, tzinfo=WIB), "minute"),
        ("2 minggu lalu", None, "none"),
        ("1 bulan 2 hari lalu", None, "none"),
    ],
)
def test_relative_times_count_from_the_moment_of_fetching(text: str, at: datetime | None, precision: str) -> None:
    found = clock(text)
    assert (found.at, found.precision, found.relative) == (at, precision, True)


@pytest.mark.parametrize(
    "text", ["1,5 jam lalu", "dua puluh satu menit lalu", "setengah jam lalu", "setahun dua menit"]
)
def test_a_stretch_of_time_that_is_not_understood_gives_none_rather_than_its_last_word(text: str) -> None:
    found = clock(text)
    assert (found.text, found.at) == (text, None)


@pytest.mark.parametrize(
    "text", ["1 jam " * 20_000, "1" * 100_000, "1/" * 50_000, "- " * 50_000, "23 " * 30_000, "23 Nov x " * 12_000]
)
def test_a_heap_of_signs_is_no_moment_and_keeps_its_words(text: str) -> None:
    found = clock(text)
    assert (found.text, found.at, found.precision) == (text.strip(), None, "none")


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    clock(text)


@given(st.text(alphabet="0123456789/.:- TZ+JanWIBlu", max_size=40))
def test_no_heap_of_digits_raises(text: str) -> None:
    clock(text)
