"""Words and moments on a terminal."""

from datetime import datetime

import pytest

from archive.article import Precision
from archive.cli.printed import moment, our_moment, printable

HERE = "https://warta.example/a/"


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-11-02T00:20:00+07:00", "2026-11-02 00:20 WIB"),
        ("2026-11-02T00:20:00+08:00", "2026-11-02 00:20 WITA"),
        ("2026-11-02T00:20:00+09:00", "2026-11-02 00:20 WIT"),
        ("2026-11-02T00:20:00+00:00", "2026-11-02 00:20 UTC"),
        ("2026-11-02T00:20:00-03:30", "2026-11-02 00:20 -03:30"),
    ],
)
def test_a_moment_is_shown_in_its_own_zone(at: str, shown: str) -> None:
    assert moment(datetime.fromisoformat(at), HERE) == shown


def test_a_paper_of_another_country_has_no_indonesian_zone() -> None:
    at = datetime.fromisoformat("2026-11-02T00:20:00+08:00")
    assert moment(at, "https://berita.example.my/a") == "2026-11-02 00:20 +08:00"


@pytest.mark.parametrize(("precision", "shown"), [("day", "2026-11-02"), ("hour", "2026-11-02 00:20 WIB")])
def test_a_day_has_no_hour(precision: Precision, shown: str) -> None:
    assert moment(datetime.fromisoformat("2026-11-02T00:20:00+07:00"), HERE, precision) == shown


def test_no_moment_is_nothing() -> None:
    assert moment(None, HERE) == ""


def test_our_own_clock_is_utc() -> None:
    assert our_moment(datetime.fromisoformat("2026-11-02T00:20:59+00:00")) == "2026-11-02 00:20 UTC"


def test_escape_sequences_and_hidden_turns_of_text_are_taken_out() -> None:
    assert printable("Ju\x1b[31mdul\x07 \u202eterbalik\x9b\ttab\nbaris \ud800") == "Ju[31mdul terbalik\ttab\nbaris "


def test_letters_of_any_script_stay() -> None:
    assert printable("“Kata” — السلام ꦗꦮ") == "“Kata” — السلام ꦗꦮ"
