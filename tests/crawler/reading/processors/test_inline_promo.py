"""Promos among the sentences of a paragraph."""

import pytest

from crawler.reading.processors.inline_promo import Piece, cut_linked, cut_plain, less_promos

HREF = "/2026/11/harga-cabai/"
TITLE = "Harga Cabai di Pasar Rengas Turun"


def linked(before: str, behind: str = "", title: str = TITLE) -> tuple[str, list[Piece]]:
    """A line with one link in it."""
    text, found = cut_linked([(before, None), (title, HREF), (behind, None)])
    return text.strip(), found


@pytest.mark.parametrize(
    ("before", "behind", "rest", "label"),
    [
        ("Kebun itu luas. Baca juga: ", " Warga senang.", "Kebun itu luas. Warga senang.", "Baca juga:"),
        ("Kebun itu luas. Baca juga ", " Warga senang.", "Kebun itu luas. Warga senang.", "Baca juga"),
        ("Baca Juga : ", " Warga senang.", "Warga senang.", "Baca Juga :"),
        ("Kebun itu luas (baca juga: ", "), kata warga.", "Kebun itu luas, kata warga.", "baca juga:"),
        ("Kebun itu luas, kata dia Baca juga: ", "", "Kebun itu luas, kata dia", "Baca juga:"),
        ("Kebun itu luas.\n\tLihat juga : ", "", "Kebun itu luas.", "Lihat juga :"),
        ("“Kebun itu luas.” Simak juga: ", " Warga senang.", "“Kebun itu luas.” Warga senang.", "Simak juga:"),
        ("Kebun itu luas. Baca: ", " Warga senang.", "Kebun itu luas. Warga senang.", "Baca:"),
        ("Kebun itu luas. Pilihan Editor: ", "", "Kebun itu luas.", "Pilihan Editor:"),
        ("Kebun itu luas. Baca selengkapnya: ", "", "Kebun itu luas.", "Baca selengkapnya:"),
        ("Kebun itu luas. READ ALSO: ", "", "Kebun itu luas.", "READ ALSO:"),
        (
            "Kebun luas. Cerita lengkapnya bisa dibaca di sini ",
            "",
            "Kebun luas.",
            "Cerita lengkapnya bisa dibaca di sini",
        ),
        ("Kebun luas. Ceritanya ada pada tautan berikut: ", ".", "Kebun luas.", "Ceritanya ada pada tautan berikut:"),
    ],
)
def test_a_label_and_the_link_behind_it_are_cut(before: str, behind: str, rest: str, label: str) -> None:
    text, found = linked(before, behind)
    assert text.rstrip(" .") == rest.rstrip(" .")
    assert found == [(f"{label} {TITLE}", HREF)]


def test_several_links_behind_one_label_are_cut_together() -> None:
    pieces: list[Piece] = [
        ("Kebun luas. Baca juga: ", None),
        ("Harga Cabai", "/a/"),
        (", ", None),
        ("Harga Beras", "/b/"),
    ]
    assert cut_linked(pieces) == ("Kebun luas.", [("Baca juga: Harga Cabai", "/a/"), ("Harga Beras", "/b/")])


def test_a_title_in_pieces_is_one_link() -> None:
    pieces: list[Piece] = [("Baca juga: ", None), ("Harga ", HREF), ("Cabai", HREF), (" Warga senang.", None)]
    assert cut_linked(pieces) == ("Warga senang.", [("Baca juga: Harga Cabai", HREF)])


@pytest.mark.parametrize(
    ("before", "title", "behind"),
    [
        ("Warga bisa membaca ", "daftar harga", " di papan."),
        ("Simak ", "penjelasan lurah", " berikut ini."),
        ("Ia ingin baca juga ", "buku itu", " kelak."),
        ("Lihat ", "peta kebun", "."),
        ("Rincian harga ada di sini ", "Harga Cabai di Pasar Rengas", " dan diperbarui setiap pagi oleh petugas."),
        ("Daftar harga: ", "harga cabai", " dan harga beras."),
    ],
)
def test_a_link_in_a_sentence_stays(before: str, title: str, behind: str) -> None:
    assert linked(before, behind, title) == (f"{before}{title}{behind}".strip(), [])


@pytest.mark.parametrize(
    ("text", "rest", "cut"),
    [
        ("Kebun (Baca juga: Harga Cabai Turun) luas.", "Kebun luas.", "(Baca juga: Harga Cabai Turun)"),
        ("Kebun (lihat: Harga Cabai) luas.", "Kebun luas.", "(lihat: Harga Cabai)"),
        ("Kebun luas. Baca juga: Harga Cabai Turun", "Kebun luas.", "Baca juga: Harga Cabai Turun"),
        ("“Kebun luas.” Simak juga : Harga Cabai Turun", "“Kebun luas.”", "Simak juga : Harga Cabai Turun"),
    ],
)
def test_without_a_link_brackets_and_the_end_of_a_line_tell_what_is_cut(text: str, rest: str, cut: str) -> None:
    assert cut_plain(text) == (rest, [cut])


@pytest.mark.parametrize(
    "text",
    [
        "Kebun luas. Baca juga: Harga Cabai Turun Warga senang memanen. Lurah pun datang.",
        "Kebun (lihat gambar: peta desa) luas.",
        "Ia membaca juga: koran, majalah, dan buku.",
        "Kebun luas.",
    ],
)
def test_without_a_link_what_has_no_clear_end_stays(text: str) -> None:
    assert cut_plain(text) == (text, [])


def test_lines_of_an_item_are_taken_one_by_one() -> None:
    assert less_promos("Cabai\nADVERTISEMENT\nTomat. Baca juga: Harga Cabai Turun") == (
        "Cabai\nTomat.",
        ["ADVERTISEMENT", "Baca juga: Harga Cabai Turun"],
    )


@pytest.mark.parametrize(
    "text", ["baca juga " * 10_000, "(baca: " * 15_000, ". di sini" * 11_000, "baca juga:" * 10_000]
)
def test_a_line_of_a_hundred_thousand_characters_is_answered(text: str) -> None:
    assert isinstance(cut_plain(text)[0], str)
    assert isinstance(cut_linked([(text, None), (TITLE, HREF)])[0], str)
    assert isinstance(cut_linked([("Baca juga: ", None), (TITLE, HREF)] * 5_000)[0], str)
