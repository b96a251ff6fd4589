"""Quotations with their speakers, in every form the papers print, and marked words that nobody says."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.article import Article, Block, ListBlock, Paragraph, Quotation, Quote, Section, Table
from archive.outlet import Outlet
from archive.page import Page
from crawler.reading.capture import to_html
from crawler.reading.phrases import rows
from crawler.reading.processors.quotes import find_quotations
from crawler.reading.read import read

SEED = Path(__file__).resolve().parents[5] / "shared" / "seed"
Shown = tuple[str, str | None, str | None, str | None, bool]


class Case(NamedTuple):
    """A printed form: its paragraphs, and what must be found in them."""

    name: str
    sections: tuple[Section, ...]
    expected: tuple[Shown, ...]


def _cases() -> list[Case]:
    text = (Path(__file__).parent / "quotations.txt").read_text(encoding="utf-8")
    return [_case(part.strip().splitlines()) for part in re.split(r"^@ ", text, flags=re.MULTILINE)[1:]]


def _case(lines: list[str]) -> Case:
    sections = [Section()]
    expected: list[Shown] = []
    for line in lines[1:]:
        if line.startswith("= "):
            expected += [_expected(line[2:])] if line != "= none" else []
        elif line.startswith("## "):
            sections.append(Section(heading=line[3:], level=2))
        elif line:
            sections[-1] = _with(sections[-1], line)
    return Case(lines[0], tuple(sections), tuple(expected))


def _expected(line: str) -> Shown:
    text, speaker, description, verb, resolved = (
        None if cell.strip() in ("-", "") else cell for cell in line.split("|")
    )
    text, speaker, description, verb = (cell and cell.strip() for cell in (text, speaker, description, verb))
    return (text or "").replace("./", ".\n"), speaker, description, verb, resolved is not None


def _with(section: Section, line: str) -> Section:
    blocks: tuple[Block, ...] = section.blocks
    if line.startswith("> "):
        words, _, cite = line[2:].partition(" || ")
        blocks = (*blocks, Quote(text=words, cite=cite or None))
    elif line.startswith("- "):
        last = blocks[-1] if blocks else None
        items = last.items if isinstance(last, ListBlock) else ()
        blocks = (*(blocks[:-1] if items else blocks), ListBlock(items=(*items, line[2:])))
    else:
        blocks = (*blocks, Paragraph(text=line))
    return Section(heading=section.heading, level=section.level, blocks=blocks)


def _shown(quotation: Quotation) -> Shown:
    return quotation.text, quotation.speaker, quotation.description, quotation.verb, quotation.resolved


def _quoted(*paragraphs: str) -> list[Shown]:
    section = Section(blocks=tuple(Paragraph(text=text) for text in paragraphs))
    return [_shown(quotation) for quotation in find_quotations([section])]


def _text_of(block: Block) -> str:
    match block:
        case Paragraph() | Quote():
            return block.text
        case ListBlock():
            return "\n".join(block.items)
        case Table():
            return "\n".join(cell for row in block.rows for cell in row)
    return ""


CASES = _cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_who_says_what_is_read_in_every_printed_form(case: Case) -> None:
    assert tuple(_shown(quotation) for quotation in find_quotations(case.sections)) == case.expected


def test_of_the_speakers_named_in_the_table_98_in_100_are_right_and_few_are_missed() -> None:
    named = right = wanted = quotes = 0
    for case in CASES:
        expected = {shown[0]: shown[1] for shown in case.expected}
        found = {quotation.text: quotation.speaker for quotation in find_quotations(case.sections)}
        quotes += len(case.expected)
        wanted += sum(speaker is not None for speaker in expected.values())
        named += sum(speaker is not None for speaker in found.values())
        right += sum(speaker is not None and expected.get(text) == speaker for text, speaker in found.items())
    print(f"{quotes} quotations, {named} speakers named, precision {right / named:.3f}, recall {right / wanted:.3f}")
    assert quotes >= 150
    assert right / named >= 0.98
    assert right / wanted >= 0.95


def test_the_place_of_a_quotation_is_its_opening_mark() -> None:
    section = Section(blocks=(Paragraph(text="Satu."), Paragraph(text='Budi Santoso mengatakan, "Air sudah surut."')))
    (quotation,) = find_quotations([Section(), section])
    assert (quotation.section, quotation.block, quotation.start) == (1, 1, 25)


def test_a_figure_between_two_paragraphs_does_not_part_a_quote() -> None:
    first, second = Paragraph(text='"Kami menanam padi.'), Paragraph(text='"Air sudah ada," kata Budi Santoso.')
    (quotation,) = find_quotations([Section(blocks=(first, Table(rows=()), second))])
    assert quotation.text == "Kami menanam padi.\nAir sudah ada,"


def test_a_quote_left_open_does_not_run_into_the_next_section() -> None:
    first, second = (
        Paragraph(text='"Kami menanam padi sejak pagi.'),
        Paragraph(text='"Air sudah ada," kata Budi Santoso.'),
    )
    found = find_quotations([Section(blocks=(first,)), Section(heading="Air", level=2, blocks=(second,))])
    assert [quotation.text for quotation in found] == ["Kami menanam padi sejak pagi.", "Air sudah ada,"]


def test_lines_of_one_paragraph_are_read_like_paragraphs() -> None:
    assert _quoted('"Kami menanam padi.\n"Air sudah ada," kata Budi Santoso.\nIa pulang.') == [
        ("Kami menanam padi.\nAir sudah ada,", "Budi Santoso", None, "kata", False)
    ]


@pytest.mark.parametrize("row", rows("reporting_verbs"), ids=lambda row: row[-1])
def test_every_verb_of_the_table_names_the_speaker(row: tuple[str, ...]) -> None:
    bare, active, passive, _ = row
    if bare != "-":
        assert _quoted(f'"Air sudah surut," {bare} Budi Santoso.')[0][1:4] == ("Budi Santoso", None, bare)
        assert _quoted("Menurut Budi Santoso, air surut.", f'"Kami lega," {bare}nya.')[0][1:4] == (
            "Budi Santoso",
            None,
            f"{bare}nya",
        )
    for verb in active.split(", ") if active != "-" else ():
        assert _quoted(f'Budi Santoso {verb}, "Air sudah surut."')[0][1:4] == ("Budi Santoso", None, verb)
    for verb in passive.split(", ") if passive != "-" else ():
        assert _quoted(f'"Air sudah surut," demikian {verb} Budi Santoso.')[0][1:4] == ("Budi Santoso", None, verb)


_TITLED = "Kepala|Ketua|Direktur|Bupati|Pemain|Penyanyi|warga|Kapten|Kombes Pol|juru bicara|kuasa hukum|pelatih|istri"
_HOUSES = (
    "|Dinas|Badan|Bidang|Kantor|Sekolah|Seksi|Stasiun|RT|RW 04|Panitia|Komisi|tim|Dinas Kesehatan|Polres Bogor|DPRD"
)
_GIVEN = sorted(name for _, names in rows("given_names") for name in names.split(", "))


@given(
    st.sampled_from(_TITLED.split("|")),
    st.sampled_from(_HOUSES.split("|")),
    st.sampled_from(_GIVEN),
    st.sampled_from(_GIVEN),
)
@example("Kepala", "Dinas", "Gregory", "Esti")
@example("Bupati", "", "Bima", "Muhammad")
def test_of_two_given_names_behind_a_title_both_are_the_speaker_or_nobody(
    title: str, house: str, first: str, second: str
) -> None:
    ((_, speaker, *_),) = _quoted(
        f'"Air sudah surut," kata {title} {house} {first} {second}, Senin.'.replace("  ", " ")
    )
    assert speaker in (f"{first} {second}", None)


def test_no_name_is_a_title_and_no_title_stands_twice() -> None:
    titles = [word for _, words, _ in rows("titles") for word in words.split(", ")]
    kinds = {kind for kind, _, _ in rows("titles")}
    assert kinds == {"role", "office", "rank", "honorific", "kin", "group", "body", "acronym", "word", "function"}
    assert all(word == word.casefold() for word in titles)
    given = {name.casefold() for _, names in rows("given_names") for name in names.split(", ")}
    assert {"budi", "siti", "john"} <= given
    assert not given & {"menteri", "kepala", "bank", "senin", "menurut"}


# Pieces of which texts are made that come near to quotations.
_SIGNS = "\"“”'’«»\n :()-\u2028\ud800İ"
_WORDS = (
    ", |. |kata |ujarnya|mengatakan|Menurut |demikian |bernama |Budi |Santoso|Menteri |dia|yang |dan |untuk |Jum'at|"
    "PT. |@akun|Air sudah surut|Hal itu |dikatakan |Dr. |I |Kota Bogor |1.000 "
)
_PIECES = st.sampled_from([*_SIGNS, *_WORDS.split("|")])
_TEXT = st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=40).map("".join))
_BLOCKS = st.one_of(
    st.builds(Paragraph, text=_TEXT),
    st.builds(Quote, text=_TEXT, cite=st.none() | _TEXT),
    st.builds(ListBlock, items=st.lists(_TEXT, max_size=3).map(tuple)),
    st.builds(Table, rows=st.lists(st.tuples(_TEXT, _TEXT), max_size=2).map(tuple)),
)
_SECTIONS = st.lists(st.builds(Section, blocks=st.lists(_BLOCKS, max_size=4).map(tuple)), max_size=3)


@given(_SECTIONS)
@example([Section(blocks=(Paragraph(text='"'), Paragraph(text='",kata')))])
def test_no_word_is_invented_and_every_quotation_stands_where_it_says(sections: list[Section]) -> None:
    everything = "\n".join(_text_of(block) for section in sections for block in section.blocks)
    cites = "\n".join(block.cite or "" for section in sections for block in section.blocks if isinstance(block, Quote))
    for quotation in find_quotations(sections):
        blocks = [_text_of(block) for block in sections[quotation.section].blocks[quotation.block :]]
        parts = quotation.text.split("\n")
        assert parts[0] in blocks[0][quotation.start :]
        assert all(any(part in block for block in blocks) for part in parts)
        said, dari, house = (quotation.description or "").rpartition(" dari ")  # printed around the name
        apart = quotation.description and not (quotation.description in everything or quotation.description in cites)
        described = (said, f"{dari}{house}") if apart else (quotation.description,)
        for words in (quotation.speaker, *described, quotation.verb):
            assert words is None or words in everything or words in cites


_HOSTILE = (
    """"|“|'|(|@|''|"A|"A\n|" "|"A," kata |"A," katanya. |"Air surut," kata Budi. |"Budi, |. |Budi |Budi, |"""
    "kata Budi |M. |Menurut |ujarnya |Budi mengatakan |dan |yang akrab disapa |Ke|a.b|Kota "
)


@pytest.mark.parametrize("piece", _HOSTILE.split("|"))
def test_a_long_hostile_text_is_read(piece: str) -> None:
    assert isinstance(_quoted(piece * (100_000 // len(piece))), list)


@pytest.mark.skipif(not SEED.is_dir(), reason=f"the seed captures are not here: {SEED}")
def test_on_the_seed_every_quote_has_its_speaker() -> None:
    (path,) = SEED.glob("*.txt")
    body = path.read_bytes()
    page = Page(address="urn:sha256:0", body=body, fetched_at=datetime(2026, 11, 23, tzinfo=UTC))
    found = read((to_html(page),), Outlet(name="unknown"))
    assert isinstance(found, Article)
    printed = body.decode()
    openings = [
        line for line in printed.splitlines() if line.startswith("“") and line.count("“") == 1 and len(line) > 60
    ]
    paragraphs = [line for line in openings if "”:" not in line]
    assert len(found.quotations) == len(paragraphs)
    for quotation, line in zip(found.quotations, paragraphs, strict=True):
        assert line.startswith(f"“{quotation.text}”")
        assert quotation.speaker is not None
        assert quotation.description is not None
        assert quotation.speaker in printed
        assert all(part in printed for part in quotation.description.split(" dari "))
    assert [quotation.resolved for quotation in found.quotations].count(True) == 1
    described = [one.description for one in found.quotations]
    assert "juru bicara Kementerian Pertahanan Korea Selatan" in described
    assert "analis geopolitik dari Chatham House" in described
