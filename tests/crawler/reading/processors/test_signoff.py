"""What closes a text, and whom it credits: signoffs.tsv holds the printed forms, and parentheses that close nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.outlet import Outlet
from crawler.reading.processors.signoff import people_of, split_signoff

WARTA = Outlet(name="warta", title="Warta Pagi", domains=("warta.com",))
TABLE = Path(__file__).with_name("signoffs.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line.strip() and line[0] != "#"]
MARKED = [row for row in ROWS if row[1]]
PLAIN = [row for row in ROWS if not row[1]]


def credited(mark: str, *, with_initials: bool) -> str:
    marks = {None: "", "institution": "!"}
    people = people_of(mark, WARTA, with_initials=with_initials)
    return "; ".join(f"{person.name}={person.role}{marks[person.kind]}" for person in people)


@pytest.mark.parametrize(("text", "mark", "people", "seen"), MARKED, ids=[row[0] for row in MARKED])
def test_a_signoff_is_split_off_and_credits_people(text: str, mark: str, people: str, seen: str) -> None:
    text = text.replace("\\n", "\n")
    assert split_signoff(text) == (text.removesuffix(mark).rstrip(), mark)
    assert credited(mark, with_initials=True) == people


@pytest.mark.parametrize("text", [row[0] for row in PLAIN])
def test_parentheses_of_the_text_stay(text: str) -> None:
    assert split_signoff(text) == (text, None)


def test_the_table_holds_enough_forms_of_both_kinds() -> None:
    assert len(MARKED) >= 40
    assert len(PLAIN) >= 30


def test_beside_a_writer_a_signoff_credits_agencies_only() -> None:
    assert credited("(bud/Antara)", with_initials=False) == "Antara=sumber!"
    assert credited("(Budi Santoso)", with_initials=False) == ""


@given(st.lists(st.sampled_from(list("aZ9 ./*()[]-,&\n")) | st.characters()).map("".join))
def test_text_and_signoff_together_are_what_was_printed(text: str) -> None:
    rest, mark = split_signoff(text)
    assert "".join((rest + (mark or "")).split()) == "".join(text.split())
    assert mark is None or people_of(mark, WARTA, with_initials=True) is not None
