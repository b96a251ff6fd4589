"""Datelines in every form the papers print, and sentences that only look like one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.outlet import Outlet
from crawler.reading.phrases import rows
from crawler.reading.processors.dateline import split_dateline

WARTA = Outlet(name="wartadesa.example", title="Warta Pagi", house_names=("Warta.com", "Bali Sawah"))
NEWS = ("Harga beras naik", "“Harga naik,” kata", "45 warga", "iPhone baru")

FORMS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("datelines.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
NONE = [
    line
    for line in Path(__file__).with_name("no_datelines.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def read(text: str) -> tuple[str, str, str | None, str | None, str] | None:
    dateline, rest = split_dateline(text, WARTA)
    if dateline is None:
        assert rest == text
        return None
    return dateline.text, dateline.separator, dateline.place, dateline.agency, rest


def printed(column: str) -> str | None:
    return None if column == "-" else column.replace("~", " ").replace("\\n", "\n")


@pytest.mark.parametrize(("seen", "text", "separator", "place", "codes", "agency"), FORMS, ids=lambda cell: cell)
def test_a_form_of_the_table_is_split_and_resolved(
    seen: str, text: str, separator: str, place: str, codes: str, agency: str
) -> None:
    text, between = text.replace("\\n", "\n"), separator.replace("~", " ").replace("\\n", "\n")
    dateline, rest = split_dateline(f"{text}{between}{NEWS[0]}", WARTA)
    assert dateline is not None, seen
    assert (dateline.text, dateline.separator, rest) == (" ".join(text.split()), between, NEWS[0])
    assert (dateline.place, dateline.agency) == (printed(place), printed(agency))
    assert "+".join(one.code or one.country for one in dateline.places) == (printed(codes) or "")


def test_the_tables_are_long_and_say_nothing_twice() -> None:
    assert len({row[1:3] for row in FORMS}) == len(FORMS) >= 100
    assert len(set(NONE)) == len(NONE) >= 40


@pytest.mark.parametrize(
    "dash", [" - ", " – ", " — ", " -- ", " --- ", "- ", " -", "— ", "—", " --", " ― ", ".- ", ",- "]
)
@pytest.mark.parametrize("news", NEWS)
def test_every_dash_closes_a_place_and_an_agency(dash: str, news: str) -> None:
    assert read(f"JAKARTA, WARTA.com{dash}{news}") == ("JAKARTA, WARTA.com", dash, "Jakarta", "WARTA.com", news)
    assert read(f"WARTA.CO.ID, KESU{dash}{news}") == ("WARTA.CO.ID, KESU", dash, "Kesu", "WARTA.CO.ID", news)
    assert read(f"Gaza (ANTARA){dash}{news}") == ("Gaza (ANTARA)", dash, "Gaza", "ANTARA", news)


@pytest.mark.parametrize("text", NONE)
def test_a_sentence_that_looks_like_one_is_none(text: str) -> None:
    assert read(text.replace("\\n", "\n")) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Jakarta - Indonesia mengimpor padi", "Jakarta"),
        ("Surabaya - Surabaya kini punya kebun", "Surabaya"),
        ("Jakarta - Puncak musim hujan tiba", "Jakarta"),
        ("Jakarta - Jawa Barat kini punya kebun", "Jakarta"),
        ("SURABAYA - Malang kini punya kebun", "Surabaya"),
        ("Surabaya -\nMalang kini punya kebun", "Surabaya"),
    ],
)
def test_news_of_another_place_may_follow_a_dateline(text: str, place: str) -> None:
    found = read(text)
    assert found is not None
    assert found[2] == place


@pytest.mark.parametrize(
    ("text", "line", "place", "agency"),
    [
        ("WARTA DESA - Harga", "WARTA DESA", None, "WARTA DESA"),
        ("Wartadesa, Kendari - Harga", "Wartadesa, Kendari", "Kendari", "Wartadesa"),
        ("Kendari – Warta Desa, Harga", "Kendari – Warta Desa", "Kendari", "Warta Desa"),
        ("WARTA PAGI, DEPOK – Harga", "WARTA PAGI, DEPOK", "Depok", "WARTA PAGI"),
        ("Denpasar, Bali Sawah - Harga", "Denpasar, Bali Sawah", "Denpasar", "Bali Sawah"),
        ("WARTA.COM Harga", "WARTA.COM", None, "WARTA.COM"),
    ],
)
def test_an_outlet_goes_by_its_names_and_the_label_of_its_domain(
    text: str, line: str, place: str | None, agency: str | None
) -> None:
    found = read(text)
    assert found is not None
    assert (found[0], found[2], found[3], found[4]) == (line, place, agency, "Harga")


@pytest.mark.parametrize(("line", "place"), [("Jakarta -", "Jakarta"), ("Kampung Baru Hulu –", "Kampung Baru Hulu")])
def test_a_name_and_a_dash_alone_on_a_line_is_one(line: str, place: str) -> None:
    assert read(line) == (line[:-2], line[-2:], place, None, "")


@pytest.mark.parametrize("row", rows("agencies"), ids=lambda row: row[0])
def test_every_agency_of_the_table_is_found_in_its_example(row: tuple[str, str, str, str]) -> None:
    phrase, _, _, example = row
    dateline, rest = split_dateline(example.replace("\\n", "\n"), WARTA)
    assert dateline is not None
    assert dateline.agency is not None
    squashed = dateline.agency.casefold().replace(" ", "")
    assert squashed.startswith(phrase.casefold().replace(" ", ""))
    assert rest[0].isupper()


_PARTS = st.sampled_from(
    (
        *(
            "JAKARTA",
            "Kab. Bogor",
            "Wina",
            "ANTARA",
            "(ANTARA)",
            "Warta.com",
            "(HK)",
            "5 Mei 2026",
            "Senin (5/1)",
            "INFO",
        ),
        *(", ", " - ", " – ", "—", ": ", ". ", " ", "\n", "/", " | ", ".- ", "Warga turun", "kota itu", "\u00a0"),
    )
)


@given(st.lists(_PARTS, max_size=8).map("".join) | st.text(max_size=80))
def test_text_separator_and_the_rest_restore_what_was_printed(text: str) -> None:
    dateline, rest = split_dateline(text, WARTA)
    assert text.endswith(rest)
    if dateline is not None:
        assert f"{dateline.text}{dateline.separator}{rest}".split() == text.split()


@pytest.mark.parametrize("part", ["A", "A ", "A.", "A-", "(", ",", "JAKARTA, ", "JAKARTA/", "ANTARA/", " ", "5 "])
def test_a_long_hostile_opening_is_looked_at_no_further_than_its_head(part: str) -> None:
    text = part * 100_000
    dateline, rest = split_dateline(text, WARTA)
    assert text.endswith(rest)
    assert dateline is None or len(dateline.text) < 200
