"""Who is credited by the words of a byline: bylines.tsv holds the printed forms."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.outlet import Outlet
from crawler.reading.processors.byline import parse_byline

WARTA = Outlet(name="warta", title="Warta Pagi", domains=("warta.com",), house_names=("Warta", "detikWarta"))
TABLE = Path(__file__).with_name("bylines.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def credited(text: str, outlet: Outlet = WARTA) -> str:
    byline = parse_byline(text, outlet)
    assert byline is not None
    marks = {None: "", "institution": "!"}
    return "; ".join(f"{person.name}={person.role}{marks[person.kind]}" for person in byline.people)


@pytest.mark.parametrize(("form", "people", "seen"), ROWS, ids=[row[0] for row in ROWS])
def test_people_are_credited_with_their_roles(form: str, people: str, seen: str) -> None:
    assert credited(form.replace("\\n", "\n")) == people


def test_the_table_holds_enough_forms_of_both_kinds() -> None:
    assert sum(bool(people) for _, people, _ in ROWS) >= 120
    assert sum(not people for _, people, _ in ROWS) >= 30


def test_the_text_stays_as_printed() -> None:
    byline = parse_byline("Oleh: Dr. Budi Santoso, S.H. |  budi@warta.com", WARTA)
    assert byline is not None
    assert byline.text == "Oleh: Dr. Budi Santoso, S.H. | budi@warta.com"


def test_a_byline_of_nobody_keeps_its_text() -> None:
    byline = parse_byline("Penulis: Redaksi", WARTA)
    assert byline is not None
    assert (byline.text, byline.people) == ("Penulis: Redaksi", ())


def test_no_words_are_no_byline() -> None:
    assert parse_byline(" \u200b", WARTA) is None


def test_a_name_that_begins_like_the_house_is_a_name() -> None:
    assert credited("Oleh: Vivian Sari", Outlet(name="viva.co.id", domains=("viva.co.id",))) == "Vivian Sari=penulis"
    assert credited("Oleh: Vivian", Outlet(name="viva.co.id", domains=("viva.co.id",))) == "Vivian=penulis"


PIECES = ["Oleh", "Editor: ", "Budi", "Siti", "M.Si", " dan ", ", ", " / ", "|", "(@a)", "\n", " - ", "08123"]


@given(st.lists(st.sampled_from(PIECES) | st.characters(), max_size=30).map("".join))
def test_names_are_made_of_printed_words_whatever_is_printed(text: str) -> None:
    byline = parse_byline(text, WARTA)
    for person in byline.people if byline else ():
        assert person.name.strip()
        assert byline is not None
        assert byline.text is not None
        assert all(word in byline.text for word in person.name.replace(",", " ").split())
