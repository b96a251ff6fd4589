"""Which lines credit somebody and which are prose."""

import pytest

from crawler.reading.processors.credit import is_credit, is_note, is_signed, writer_in


@pytest.mark.parametrize(
    "line",
    [
        "Penulis: Budi Santoso",
        "Editor : Siti Aminah",
        "(Penulis: Budi Santoso)",
        "Oleh Budi Santoso",
        "Oleh: Budi Santoso dan Siti Aminah, peneliti",
        "Laporan Wartawan Warta.com, Budi Santoso",
        "Rep: Budi Santoso/ Red: Siti Aminah",
        "Editor. Siti Aminah",
        "Penulis, Budi Santoso",
        "Sumber: Antara",
        "Penulis",
        "Written for Warta Pagi by B. Santoso",
        "Ditulis untuk Warta Pagi oleh Budi Santoso",
    ],
)
def test_a_label_with_a_name_is_a_credit(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Oleh karena itu, warga meminta jembatan segera dibangun.",
        "Penulis buku itu tinggal di Bandung.",
        "Editor majalah itu mengatakan harga kertas naik.",
        "Reporter kami masih berada di lokasi.",
        "Laporan itu disampaikan kepada bupati pada Senin.",
        "Siapa Penulis: Budi atau Siti?",
        "Sumber air di desa itu sudah kering.",
        "Penulis, kata Budi, harus jujur.",
        "Red velvet disukai anak-anak.",
        "Ditulis untuk anak-anak oleh seorang guru, buku itu laris.",
    ],
)
def test_a_sentence_with_a_label_word_is_none(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize("line", ["BUDI SANTOSO", "BUDI SANTOSO | ANTARA", "BUDI SANTOSO | SITI AMINAH", "ANTARA"])
def test_a_name_in_capitals_or_an_agency_signs(line: str) -> None:
    assert is_signed(line)


@pytest.mark.parametrize(
    "line", ["Budi Santoso", "TAMAT", "HARGA BERAS NAIK LAGI HARI INI DI PASAR", "", "BUDI SANTOSO |"]
)
def test_other_lines_do_not_sign(line: str) -> None:
    assert not is_signed(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("*Penulis adalah dosen Universitas Warta", None),
        ("Penulis adalah dosen Universitas Warta.", None),
        ("*) Penulis merupakan peneliti", None),
        ("*) Budi Santoso, dosen Universitas Warta", "Budi Santoso"),
        ("Budi Santoso, Dosen Universitas Warta", "Budi Santoso"),
        ("*Budi Santoso adalah pengamat pertanian.", "Budi Santoso"),
        ("*) Alumni Universitas Warta, saat ini staf pengajar di Sungai Rengas.", None),
        ("*Dosen Universitas Warta", None),
    ],
)
def test_a_note_says_who_the_writer_is(line: str, name: str | None) -> None:
    assert is_note(line)
    assert writer_in(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "Budi Santoso, dosen Universitas Warta, mengatakan harga beras akan turun bulan depan.",
        "Budi Santoso adalah dosen yang pertama kali meneliti padi itu.",
        "Penulis buku itu adalah dosen.",
        "Menurut Budi Santoso, dosen itu benar",
    ],
)
def test_a_sentence_about_somebody_is_no_note(line: str) -> None:
    assert not is_note(line)


def test_a_note_says_by_whom_the_article_was_written() -> None:
    note = "(Artikel ini ditulis oleh Budi Santoso, peserta magang di Warta)"
    assert (is_note(note), writer_in(note)) == (True, "Budi Santoso")
    assert not is_note("Artikel ini ditulis untuk pembaca yang baru mulai berkebun.")
