"""What a person types, as terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import BadQuery
from archive.search.language import Term, parse


def words(query: str) -> list[list[str]]:
    """Clauses with their terms written out: `-` negated, `where=value`, `*` prefix."""
    return [
        [f"{'-' if t.negated else ''}{t.where}={t.value}{'*' if t.prefix else ''}" for t in clause]
        for clause in parse(query)
    ]


def test_words_are_clauses_that_must_all_hold() -> None:
    assert words("banjir  serayan\tsurut") == [["text=banjir"], ["text=serayan"], ["text=surut"]]


def test_a_blank_query_has_no_clauses() -> None:
    assert parse(" \n") == ()


def test_a_phrase_stays_together_and_its_blanks_fold() -> None:
    assert words('"tanggap   darurat" banjir') == [["text=tanggap darurat"], ["text=banjir"]]


def test_an_open_quote_closes_at_the_end() -> None:
    assert words('banjir "tanggap darurat') == [["text=banjir"], ["text=tanggap darurat"]]


def test_the_quotes_of_a_word_processor_are_quotes() -> None:
    assert words("“tanggap darurat” «harga beras»") == [["text=tanggap darurat"], ["text=harga beras"]]


def test_or_joins_what_stands_beside_it() -> None:
    assert words("kali banjir OR longsor OR gempa surut") == [
        ["text=kali"],
        ["text=banjir", "text=longsor", "text=gempa"],
        ["text=surut"],
    ]


def test_or_in_small_letters_is_a_word_and_at_an_edge_is_nothing() -> None:
    assert words("banjir or longsor") == [["text=banjir"], ["text=or"], ["text=longsor"]]
    assert words("OR banjir OR") == [["text=banjir"]]


def test_a_minus_negates_a_word_a_phrase_or_a_field() -> None:
    assert words('banjir -surut -"air bah" -tag:Banjir') == [
        ["text=banjir"],
        ["-text=surut"],
        ["-text=air bah"],
        ["-tag=Banjir"],
    ]


def test_a_hyphen_inside_a_word_belongs_to_it() -> None:
    # "anak-anak" = "children": Indonesian plurals are written with a hyphen
    assert words("anak-anak -kanak-kanak") == [["text=anak-anak"], ["-text=kanak-kanak"]]


def test_a_star_at_the_end_is_a_beginning() -> None:
    assert words('banj* "harga be"* tag:Ban*') == [["text=banj*"], ["text=harga be*"], ["tag=Ban*"]]


def test_fields_take_a_word_or_a_phrase_in_any_case() -> None:
    assert words('Outlet:warta.example BYLINE:"Sekar Lembayung" headline:banjir language:id') == [
        ["outlet=warta.example"],
        ["byline=Sekar Lembayung"],
        ["headline=banjir"],
        ["language=id"],
    ]


def test_what_is_no_field_is_a_word_with_a_colon() -> None:
    assert words("12:30 https://warta.example/a penulis:sekar") == [
        ["text=12:30"],
        ["text=https://warta.example/a"],
        ["text=penulis:sekar"],
    ]


@pytest.mark.parametrize(
    ("query", "day"),
    [
        ("since:2024", "2024-01-01"),
        ("until:2024", "2024-12-31"),
        ("since:2024-02", "2024-02-01"),
        ("until:2024-02", "2024-02-29"),
        ("since:2024-2-9", "2024-02-09"),
        ('until:"2024-02-09"', "2024-02-09"),
    ],
)
def test_a_period_becomes_its_first_or_last_day(query: str, day: str) -> None:
    assert parse(query) == ((Term(where="since" if query[0] == "s" else "until", value=day),),)


@pytest.mark.parametrize("query", ["since:2024-13", "until:2024-02-30", "since:0000", "since:kemarin", "until:24-01"])
def test_a_date_that_is_none_is_told(query: str) -> None:
    with pytest.raises(BadQuery, match=r"is no date; write YYYY, YYYY-MM or YYYY-MM-DD"):
        parse(query)


@pytest.mark.parametrize("query", ["tag:", "tag: banjir", 'tag:""', "byline:-"])
def test_a_field_without_a_value_is_told(query: str) -> None:
    with pytest.raises(BadQuery, match="needs a value"):
        parse(query)


def test_a_day_cannot_be_excluded() -> None:
    with pytest.raises(BadQuery, match="a day cannot be excluded"):
        parse("banjir -since:2024")


@pytest.mark.parametrize("query", ["???", "-", '""', "* & |", "OR", "\udcff"])
def test_a_query_without_any_word_is_told(query: str) -> None:
    with pytest.raises(BadQuery, match="no word in it to look for"):
        parse(query)


def test_marks_between_words_are_passed_over() -> None:
    assert words("banjir & surut - ?") == [["text=banjir"], ["text=surut"]]


def test_more_than_a_hundred_terms_are_told_without_repeating_them() -> None:
    assert len(parse("banjir " * 100)) == 100
    with pytest.raises(BadQuery, match="more than 100 terms") as caught:
        parse("banjir " * 101)
    assert len(str(caught.value)) < 200


@given(st.text())
def test_any_string_is_terms_or_a_clear_line(query: str) -> None:
    try:
        clauses = parse(query)
    except BadQuery as error:
        assert str(error)
        return
    for clause in clauses:
        assert clause
        for term in clause:
            assert term.value
            assert not any(mark in term.value for mark in '\x00"\n')
            term.value.encode()
