"""Which of several clocks is kept, and what counts as a contradiction."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from archive.article import Clock
from crawler.reading.processors.agreement import best
from crawler.reading.processors.clock import parse_clock

WIB, WITA = (timezone(timedelta(hours=hours)) for hours in (7, 8))
NOW = datetime(2026, 11, 23, 12, 0, 30, tzinfo=UTC)


def clock(text: str, *, source: str = "line below headline") -> Clock:
    return parse_clock(text, zone=ZoneInfo("Asia/Jakarta"), now=NOW, source=source)


def tag(text: str, source: str = "meta article:published_time") -> Clock:
    return clock(text, source=source)


def test_a_printed_zone_outranks_a_tag_that_calls_local_time_utc() -> None:
    kept, disagreements = best([tag("2023-11-02T20:59:53Z"), clock("Kamis, 02 Nov 2023 20:59 WIB")])
    assert kept is not None
    assert kept.at == datetime(2023, 11, 2, 20, 59, tzinfo=WIB)
    assert kept.text == "Kamis, 02 Nov 2023 20:59 WIB"
    assert disagreements == ()


@pytest.mark.parametrize("offset", ["Z", "+00:00", "-07:00"])
def test_a_printed_time_without_zone_corrects_a_mislabelled_tag_of_the_same_wall_clock(offset: str) -> None:
    kept, disagreements = best([tag(f"2021-06-17T11:38:00{offset}"), clock("PERISTIWA | 17 Juni 2021 11:38")])
    assert kept is not None
    assert kept.at == datetime(2021, 6, 17, 11, 38, tzinfo=WIB)
    assert disagreements == ()


def test_a_tag_in_utc_that_means_the_printed_moment_is_no_disagreement() -> None:
    kept, disagreements = best([tag("2023-11-02T13:59:00Z"), clock("2 November 2023 20:59 WIB")])
    assert kept is not None
    assert kept.at == datetime(2023, 11, 2, 13, 59, tzinfo=UTC)
    assert disagreements == ()


def test_the_tag_gives_the_minute_where_only_the_day_is_printed() -> None:
    kept, disagreements = best([clock("9 Oktober 2020"), tag("2020-10-09T14:58:53+08:00")])
    assert kept is not None
    assert (kept.at, kept.text) == (datetime(2020, 10, 9, 14, 58, 53, tzinfo=WITA), "9 Oktober 2020")
    assert disagreements == ()


def test_another_moment_is_recorded_and_the_printed_one_kept() -> None:
    kept, disagreements = best([tag("2023-11-03T08:00:00+07:00"), clock("2 November 2023 20:59 WIB")], "updated")
    assert kept is not None
    assert kept.at == datetime(2023, 11, 2, 20, 59, tzinfo=WIB)
    (said,) = disagreements
    assert (said.field, said.kept, said.other, said.rule) == (
        "updated",
        "2023-11-02T20:59:00+07:00",
        "2023-11-03T08:00:00+07:00",
        "meta article:published_time",
    )


def test_of_two_tags_the_one_with_the_local_offset_is_kept() -> None:
    kept, _ = best([tag("2023-11-02T20:59:53Z", "meta pubdate"), tag("2023-11-02T20:59:53+07:00", "json-ld")])
    assert kept is not None
    assert kept.source == "json-ld"


def test_an_absolute_time_outranks_a_relative_one() -> None:
    kept, _ = best([clock("2 jam lalu"), tag("2026-11-23T17:12:00+07:00")])
    assert kept is not None
    assert (kept.at, kept.relative) == (datetime(2026, 11, 23, 17, 12, tzinfo=WIB), False)


def test_without_a_moment_the_first_printed_words_stay() -> None:
    kept, disagreements = best([clock("31 Februari 2026"), clock("Redaksi")])
    assert kept is not None
    assert (kept.text, kept.at) == ("31 Februari 2026", None)
    assert disagreements == ()
    assert best([]) == (None, ())


def test_a_tag_without_a_zone_that_shows_the_moment_in_utc_is_no_disagreement() -> None:
    kept, disagreements = best([tag("2020-10-09T14:59:02+08:00"), tag("2020-10-09 06:59:02", "json-ld")], "updated")
    assert kept is not None
    assert kept.at == datetime(2020, 10, 9, 14, 59, 2, tzinfo=WITA)
    assert disagreements == ()


def test_a_printed_time_without_a_zone_is_never_taken_for_utc() -> None:
    kept, disagreements = best([clock("2 November 2023 13:59"), tag("2023-11-02T20:59:00+07:00")])
    assert kept is not None
    assert kept.at == datetime(2023, 11, 2, 20, 59, tzinfo=WIB)
    assert [said.other for said in disagreements] == ["2023-11-02T13:59:00+07:00"]


def test_a_machines_form_that_a_line_prints_is_printed() -> None:
    kept, _ = best([clock("2026-11-23 18:05"), tag("2026-11-23T18:05:09+07:00")])
    assert kept is not None
    assert (kept.text, kept.at) == ("2026-11-23 18:05", datetime(2026, 11, 23, 18, 5, 9, tzinfo=WIB))


def test_a_printed_minute_outranks_a_tag_of_its_own_offset_minutes_beside_it() -> None:
    kept, disagreements = best([tag("2026-01-20T18:33:13+07:00"), clock("20/1/2026 18:30")])
    assert kept is not None
    assert kept.at == datetime(2026, 1, 20, 18, 30, tzinfo=WIB)
    assert [one.other for one in disagreements] == ["2026-01-20T18:33:13+07:00"]


@pytest.mark.parametrize("told", ["2026-01-20T19:31:13+07:00", "2026-01-20T18:33:13Z", "2026-01-20T18:33:13+08:00"])
def test_a_tag_hours_away_or_of_another_offset_is_kept_before_a_time_without_zone(told: str) -> None:
    kept, _ = best([tag(told), clock("20/1/2026 18:30")])
    assert kept is not None
    assert kept.at != datetime(2026, 1, 20, 18, 30, tzinfo=WIB) or told.endswith("Z")
