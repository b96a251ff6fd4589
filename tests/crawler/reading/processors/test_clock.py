"""Moments as the papers print them, and which of several is kept."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.article import Clock
from crawler.reading.processors.clock import best, parse_clock

WIB, WITA, WIT = (timezone(timedelta(hours=hours)) for hours in (7, 8, 9))
JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 23, 12, 0, 30, tzinfo=UTC)  # 19:00:30 in Jakarta


def clock(text: str, *, zone: ZoneInfo = JAKARTA, source: str = "css:.waktu") -> Clock:
    return parse_clock(text, zone=zone, now=NOW, source=source)


def tag(text: str, source: str = "meta:article:published_time") -> Clock:
    return parse_clock(text, zone=JAKARTA, now=NOW, source=source)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Senin, 23 Nov 2026 18:05 WIB", datetime(2026, 11, 23, 18, 5, tzinfo=WIB)),
        ("Senin, 23 November 2026 | 18:05 WIB", datetime(2026, 11, 23, 18, 5, tzinfo=WIB)),
        ("Warta.com - 23/11/2026, 18:05 WIB", datetime(2026, 11, 23, 18, 5, tzinfo=WIB)),
        ("Diperbarui 23/11/2026, 18:05 WIB", datetime(2026, 11, 23, 18, 5, tzinfo=WIB)),
        ("23 November 2026 | 10.30 WIB", datetime(2026, 11, 23, 10, 30, tzinfo=WIB)),
        ("Jum'at, 24 Juli 2026 | 07:08 WIB", datetime(2026, 7, 24, 7, 8, tzinfo=WIB)),
        ("Jum’at, 24 Juli 2026 |15:18 wib", datetime(2026, 7, 24, 15, 18, tzinfo=WIB)),
        ("Jumat 24 Jul 2026 16:32 WITA", datetime(2026, 7, 24, 16, 32, tzinfo=WITA)),
        ("Ahad, 26 Juli 2026 – 18:52 WIT", datetime(2026, 7, 26, 18, 52, tzinfo=WIT)),
        ("pada 16 Agt 2022, 09:20 W.I.B", datetime(2022, 8, 16, 9, 20, tzinfo=WIB)),
        ("4 Ags 2020 07:10 Wit", datetime(2020, 8, 4, 7, 10, tzinfo=WIT)),
        ("12 Peb 2011, 9:05 Wita", datetime(2011, 2, 12, 9, 5, tzinfo=WITA)),
        ("3 Nop. 2012 - 21.15", datetime(2012, 11, 3, 21, 15, tzinfo=WIB)),
        ("on 11 Feb 2016 at 06:39 WIB", datetime(2016, 2, 11, 6, 39, tzinfo=WIB)),
        ("20/1/2026 18:30", datetime(2026, 1, 20, 18, 30, tzinfo=WIB)),
        ("Selasa , 07 Februari 2017, 11:28 WIB", datetime(2017, 2, 7, 11, 28, tzinfo=WIB)),
        ("Februari 07 / 2017 11:58 WIB", datetime(2017, 2, 7, 11, 58, tzinfo=WIB)),
        ("Budi Santoso • 11 Februari 2016 07:10 WIB", datetime(2016, 2, 11, 7, 10, tzinfo=WIB)),
        ("PERISTIWA | 17 Juni 2021 11:38", datetime(2021, 6, 17, 11, 38, tzinfo=WIB)),
        ("Selasa, 07 Februari 2017 08:04\n WIB", datetime(2017, 2, 7, 8, 4, tzinfo=WIB)),
        ("March 9, 2026 6:05 pm", datetime(2026, 3, 9, 18, 5, tzinfo=WIB)),
        ("18.05 WIB, Senin 23 November 2026", datetime(2026, 11, 23, 18, 5, tzinfo=WIB)),
        ("Kamis, 5 November 2015 14:56 WIB | 998 Views", datetime(2015, 11, 5, 14, 56, tzinfo=WIB)),
        ("05/11/15 10:08", datetime(2015, 11, 5, 10, 8, tzinfo=WIB)),
        ("9 Ogos 2024 8:15 am", datetime(2024, 8, 9, 8, 15, tzinfo=WIB)),
    ],
)
def test_printed_forms_are_read_to_the_minute(text: str, at: datetime) -> None:
    found = clock(text)
    assert found.at == at
    assert found.at is not None
    assert found.at.utcoffset() == at.utcoffset()
    assert found.precision == "minute"
    assert not found.relative


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-23T18:05:09+07:00", datetime(2026, 11, 23, 18, 5, 9, tzinfo=WIB)),
        ("2026-11-23T18:05:09+0700", datetime(2026, 11, 23, 18, 5, 9, tzinfo=WIB)),
        ("2026-11-23T11:05:09Z", datetime(2026, 11, 23, 11, 5, 9, tzinfo=UTC)),
        ("2026-11-23T11-05-09Z", datetime(2026, 11, 23, 11, 5, 9, tzinfo=UTC)),
        ("2026-11-23 T11:05:09Z", datetime(2026, 11, 23, 11, 5, 9, tzinfo=UTC)),
        ("2026-11-23T11:05:09.123-07:00", datetime(2026, 11, 23, 18, 5, 9, tzinfo=UTC)),
        ("2026-11-23 18:05:09", datetime(2026, 11, 23, 18, 5, 9, tzinfo=WIB)),
        ("Mon, 23 Nov 2026 11:05:09 GMT", datetime(2026, 11, 23, 11, 5, 9, tzinfo=UTC)),
        ("Mon Nov 23 2026 18:05:09 GMT+0700 (WIB)", datetime(2026, 11, 23, 18, 5, 9, tzinfo=WIB)),
        ("1795431909", datetime(2026, 11, 23, 11, 5, 9, tzinfo=UTC)),
        ("1795431909123", datetime(2026, 11, 23, 11, 5, 9, tzinfo=UTC)),
    ],
)
def test_tagged_forms_are_read_to_the_second(text: str, at: datetime) -> None:
    found = clock(text)
    assert (found.at, found.precision) == (at, "second")


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Kamis, 5 November 2015 14:56 WIB | 998 Views", "Kamis, 5 November 2015 14:56 WIB"),
        ("Warta.com - 23/11/2026, 18:05 WIB", "23/11/2026, 18:05 WIB"),
        ("Diterbitkan Jum'at, 24 Juli 2026", "Jum'at, 24 Juli 2026"),
        ("18.05 WIB, Senin 23 November 2026", "18.05 WIB, Senin 23 November 2026"),
        ("PERISTIWA | 17 Juni 2021 11:38 Reporter : Budi", "17 Juni 2021 11:38"),
    ],
)
def test_the_text_is_the_moment_without_what_else_stands_in_its_line(line: str, moment: str) -> None:
    assert clock(line).text == moment


def test_a_time_without_a_zone_takes_that_of_the_outlet_as_a_fixed_offset() -> None:
    found = clock("2 Januari 2026 00.20", zone=ZoneInfo("Asia/Jayapura")).at
    assert found == datetime(2026, 1, 2, 0, 20, tzinfo=WIT)
    assert found is not None
    assert isinstance(found.tzinfo, timezone)
    assert found.date().isoformat() == "2026-01-02"


def test_a_day_alone_is_a_day() -> None:
    found = clock("7 Februari 2017")
    assert (found.at, found.precision) == (datetime(2017, 2, 7, tzinfo=WIB), "day")


def test_an_hour_alone_is_an_hour() -> None:
    found = clock("Senin 23 November 2026 pukul 18 WIB")
    assert (found.at, found.precision) == (datetime(2026, 11, 23, 18, tzinfo=WIB), "hour")


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
        ("2 minggu lalu", None, "none"),
    ],
)
def test_relative_times_count_from_the_moment_of_fetching(text: str, at: datetime | None, precision: str) -> None:
    found = clock(text)
    assert (found.at, found.precision, found.relative) == (at, precision, True)


@pytest.mark.parametrize(
    "text",
    ["31 Februari 2026 10:00 WIB", "99/99/2020", "2026-13-40T10:00:00Z", "2/13/2017", "1" * 5000, "Redaksi", "23 Nov"],
)
def test_what_is_no_moment_keeps_its_words(text: str) -> None:
    found = clock(text)
    assert (found.text, found.at, found.precision) == (text, None, "none")


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    clock(text)


@given(st.text(alphabet="0123456789/.:- TZ+JanWIBlu", max_size=40))
def test_no_heap_of_digits_raises(text: str) -> None:
    clock(text)


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
        "meta:article:published_time",
    )


def test_of_two_tags_the_one_with_the_local_offset_is_kept() -> None:
    kept, _ = best([tag("2023-11-02T20:59:53Z", "meta:pubdate"), tag("2023-11-02T20:59:53+07:00", "json-ld")])
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
