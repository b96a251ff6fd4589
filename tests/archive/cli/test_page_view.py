"""An article as a reader sees it."""

import io

import pytest
from rich.console import Console

from archive.article import (
    Article,
    Byline,
    Clock,
    CommentForm,
    Image,
    ListBlock,
    Pages,
    Person,
    Section,
    Table,
)
from archive.cli.page_view import show_article
from tests.archive.articles import BARE, FULL, article


def shown(of: Article, width: int = 80, kept: dict[str, str] | None = None) -> str:
    """What is printed on a console of this width, without the blanks at the ends of lines."""
    console = Console(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)
    show_article(console, of, kept)
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


def test_the_parts_stand_in_the_order_of_the_paper() -> None:
    text = shown(FULL)
    parts = [
        "Infrastruktur",
        "“Jembatan Lengkung” Dibuka — Warga Lega",
        "Setelah tiga tahun tertunda",
        "Penulis: Sekar Lembayung, Editor: Bima Paradipta",
        "2026-11-02 00:20 WIT",
        "updated 2026-11-02 08:05 WIT",
        "WANAREJA, WARTA EXAMPLE – Jembatan lengkung di hulu",
        "> Kami menunggu lama",
        "(Lurah Wanareja)",
        "[picture] Warga menyeberang pada hari pertama. (Warta Example/Tirta)",
        "Tarif dan jadwal",
        "1. Pejalan kaki: cuma-cuma",
        "05.00–22.00",
        "Jam buka jembatan",
        "[video.example] Rekaman pembukaan",
        "السلام",
        "(skr/bim)",
        "[correction] Ralat: lebar jembatan enam meter.",
        "Wanareja (ID 33.01)",
        "Jembatan Lengkung Wanareja Dibuka",
        "quoted        Lurah Wanareja",
        "Kabar Example",
        "Dilarang menyalin isi",
        "Jembatan, Wanareja",
        "open, wordpress, Tinggalkan Balasan, 3 comments",
        "Baca juga: Pasar Wanareja Pindah",
        "2 joined",
        "https://warta.example/jembatan-lengkung/",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_what_is_not_known_is_not_shown() -> None:
    text = shown(BARE)
    assert "None" not in text
    for label in ("rubric", "tags", "language", "read also", "pages", "access", "updated"):
        assert label not in text


def test_the_facts_of_the_archive_stand_at_the_end() -> None:
    assert shown(BARE, kept={"revisions": "2"}).splitlines()[-1].split() == ["revisions", "2"]


def test_an_address_too_long_for_a_line_is_folded_and_not_cut() -> None:
    long = "https://warta.example/" + "sungai" * 30
    items = ListBlock(items=(long,))
    text = shown(article("sungai" * 30, sections=(Section(blocks=(items,)),)))
    assert "…" not in text
    assert "".join(text.split()).count(long) == 2  # in the list and as the address


@pytest.mark.parametrize("width", [40, 72, 200])
def test_prose_is_wrapped_to_the_terminal_and_never_wider_than_a_hundred(width: int) -> None:
    long = article("panjang", deck="kata " * 80)
    assert max(map(len, shown(long, width).splitlines())) <= min(width, 100)


def test_words_in_square_brackets_and_colons_are_no_markup() -> None:
    assert "[bold]Awas[/bold] :warning:" in shown(article("a", headline="[bold]Awas[/bold] :warning:"))


def test_an_escape_sequence_does_not_reach_the_terminal() -> None:
    assert "\x1b" not in shown(article("a", headline="Ju\x1b]0;x\x07dul", tags=("\x1b[2J",)))


def test_a_byline_known_from_metadata_alone_names_people_with_their_roles() -> None:
    known = article("a", byline=Byline(people=(Person(name="Sekar Lembayung", role="editor"),)))
    assert "Sekar Lembayung (editor)" in shown(known)


def test_a_time_that_was_not_understood_is_shown_as_printed() -> None:
    assert "32 Sukra 2026" in shown(article("a", published=Clock(text="32 Sukra 2026", source="time")))


def test_the_lead_picture_is_told_once() -> None:
    lead = Image(url="https://warta.example/1.jpg", caption="Suasana pasar", credit="Tirta")
    assert shown(article("a", images=(lead,))).count("[picture] Suasana pasar (Tirta)") == 1
    assert shown(FULL).count("[picture]") == 1  # the lead picture of FULL stands in its body


def test_a_table_of_uneven_rows_and_an_empty_one_are_shown() -> None:
    uneven = Table(rows=(("Hari", "Jam"), ("Senin",), ("Selasa", "06.00", "tutup siang")), header=False)
    text = shown(article("a", sections=(Section(blocks=(uneven, Table(rows=()), ListBlock(items=("satu",)))),)))
    assert "tutup siang" in text
    assert "- satu" in text


def test_an_incomplete_article_says_so() -> None:
    assert "1 joined, not the whole article" in shown(article("a", pages=Pages(joined=1, complete=False)))


def test_a_closed_form_is_told() -> None:
    assert "closed, wordpress" in shown(article("a", comment_form=CommentForm(state="closed", kind="wordpress")))
