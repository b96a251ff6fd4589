"""Who is credited, and the initials that close a text."""

import pytest

from archive.outlet import Outlet
from crawler.reading.processors.byline import parse_byline, split_signoff

WARTA = Outlet(name="warta", title="Warta Pagi", domains=("warta.com",), house_names=("Warta", "detikWarta"))


def people(text: str) -> list[tuple[str, str]]:
    byline = parse_byline(text, WARTA)
    assert byline is not None
    return [(person.name, person.role) for person in byline.people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Penulis: Budi Santoso | Editor: Siti Aminah", [("Budi Santoso", "penulis"), ("Siti Aminah", "editor")]),
        ("Rep: Budi Santoso/ Red: Siti Aminah", [("Budi Santoso", "reporter"), ("Siti Aminah", "redaktur")]),
        (
            "Reporter: Budi Santoso Penulis: Rina Editor: Siti Aminah",
            [("Budi Santoso", "reporter"), ("Rina", "penulis"), ("Siti Aminah", "editor")],
        ),
        ("Pewarta: Nur Hadi Editor: Joko Copyright © WARTA 2026", [("Nur Hadi", "pewarta"), ("Joko", "editor")]),
        ("Oleh : Budi Santoso , Rina Wati (Bandung)", [("Budi Santoso", "penulis"), ("Rina Wati", "penulis")]),
        ("Oleh: Budi Santoso dan Rina Wati", [("Budi Santoso", "penulis"), ("Rina Wati", "penulis")]),
        ("Budi Santoso, Jurnalis", [("Budi Santoso", "jurnalis")]),
        ("Budi Santoso - detikHealth", [("Budi Santoso", "penulis")]),
        ("Laporan Wartawan Warta.com, Budi Santoso", [("Budi Santoso", "reporter")]),
        ("Budi Santoso, Rina Wati\nTim Redaksi", [("Budi Santoso", "penulis"), ("Rina Wati", "penulis")]),
        ("Penulis Kontributor Medan, Budi Santoso", [("Budi Santoso", "kontributor")]),
        ("Koran SINDO, Jurnalis", [("Koran SINDO", "jurnalis")]),
        ("Kontributor : Budi", [("Budi", "kontributor")]),
        ("(Ditulis oleh Budi Santoso)", [("Budi Santoso", "penulis")]),
        ("Dr. Budi Santoso, M.Si", [("Dr. Budi Santoso, M.Si", "penulis")]),
        ("Tim detikBali - detikNews", [("Tim detikBali", "penulis")]),
        ("By Budi Santoso", [("Budi Santoso", "penulis")]),
        ("Redaktur & Reporter : Budi", [("Budi", "reporter")]),
        ("Budi Santoso, CNBC Indonesia", [("Budi Santoso", "penulis")]),
        ("Oleh Budi Santoso - Reporter", [("Budi Santoso", "penulis")]),
        ("Oleh - Budi Santoso", [("Budi Santoso", "penulis")]),
        ("Budi Santoso, Jurnalis-", [("Budi Santoso", "jurnalis")]),
        ("oleh Budi Santoso di Jakarta", [("Budi Santoso", "penulis")]),
        ("Budi Santoso\nWartawan BBC News Indonesia", [("Budi Santoso", "penulis")]),
        ("BUDI SANTOSO | ANTARA", [("BUDI SANTOSO", "penulis")]),
        ("Budi Santoso\nEditor: Siti Aminah", [("Budi Santoso", "penulis"), ("Siti Aminah", "editor")]),
        ("PERISTIWA | 17 Juni 2021 11:38 Reporter : Budi Santoso", [("Budi Santoso", "reporter")]),
        ("OlehBudi Santoso", [("Budi Santoso", "penulis")]),
        ("Oleh : Budi Santoso / FMB", [("Budi Santoso", "penulis")]),
        ("Penulis\nBudi Santoso\nEditor\nSiti Aminah", [("Budi Santoso", "penulis"), ("Siti Aminah", "editor")]),
    ],
)
def test_people_are_credited_with_their_roles(text: str, expected: list[tuple[str, str]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Warta", "Warta Pagi", "WartaPagi", "Oleh Warta.com", "Redaksi", "Admin", "Tim Redaksi", "Penulis: Redaksi"],
)
def test_the_house_and_the_desk_are_nobody(text: str) -> None:
    byline = parse_byline(text, WARTA)
    assert byline is not None
    assert byline.text == text
    assert byline.people == ()


def test_a_date_in_the_byline_is_nobody() -> None:
    assert people("Budi Santoso | Senin, 23 November 2026 18:05 WIB") == [("Budi Santoso", "penulis")]


def test_no_words_are_no_byline() -> None:
    assert parse_byline(" \u200b", WARTA) is None


@pytest.mark.parametrize(
    ("text", "rest", "mark"),
    [
        ("Harga turun. (mdk/ian)", "Harga turun.", "(mdk/ian)"),
        ("Harga turun (hns/hns)", "Harga turun", "(hns/hns)"),
        ("Harga turun. (kpl/pur/tch)", "Harga turun.", "(kpl/pur/tch)"),
        ("Harga turun. (E-2)", "Harga turun.", "(E-2)"),
        ("kata dia. [em/ah]", "kata dia.", "[em/ah]"),
        ("Harga turun.(*)", "Harga turun.", "(*)"),
        ("Harga turun.***", "Harga turun.", "***"),
        ("Harga turun.” (fbn)", "Harga turun.”", "(fbn)"),
        ("Harga turun. (boy/jpnn)", "Harga turun.", "(boy/jpnn)"),
        ("Harga turun. (***/Budi Santoso)", "Harga turun.", "(***/Budi Santoso)"),
        ("Harga turun. []", "Harga turun.", "[]"),
        ("(mdk/ian)", "", "(mdk/ian)"),
        ("Harga turun. (AFP, Reuters)", "Harga turun.", "(AFP, Reuters)"),
        ("Harga turun. (*/nyc*/ndy/k9)", "Harga turun.", "(*/nyc*/ndy/k9)"),
    ],
)
def test_initials_at_the_end_are_split_off(text: str, rest: str, mark: str) -> None:
    assert split_signoff(text) == (rest, mark)


@pytest.mark.parametrize(
    "text",
    [
        "menurut Komisi Pemberantasan Korupsi (KPK)",
        "Pemilihan umum (2029)",
        "Harga turun (lihat tabel)",
        "Harga turun.",
        "Kecepatannya 80 (km/jam)",
        "Diperiksa pengacara (dan/atau wali)",
        "Harga turun. (Foto: Budi Santoso)",
        "",
    ],
)
def test_parentheses_of_the_text_stay(text: str) -> None:
    assert split_signoff(text) == (text, None)
