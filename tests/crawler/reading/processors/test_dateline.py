"""Datelines in every form the papers print, and sentences that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.outlet import Outlet
from crawler.reading.phrases import rows
from crawler.reading.processors.dateline import split_dateline

WARTA = Outlet(name="warta.example", title="Warta Pagi", house_names=("Warta.com",))


def read(text: str) -> tuple[str, str | None, str | None, str] | None:
    dateline, rest = split_dateline(text, WARTA)
    if dateline is None:
        assert rest == text
        return None
    return dateline.text, dateline.place, dateline.agency, rest


@pytest.mark.parametrize("dash", [" - ", " – ", " — ", " -- ", " --- ", "- ", " -", "— ", "—", " --"])
def test_every_dash_closes_a_place_and_an_agency(dash: str) -> None:
    assert read(f"JAKARTA, WARTA.com{dash}Harga beras") == ("JAKARTA, WARTA.com", "Jakarta", "WARTA.com", "Harga beras")
    assert read(f"WARTA.CO.ID, KESU{dash}Harga beras") == ("WARTA.CO.ID, KESU", "Kesu", "WARTA.CO.ID", "Harga beras")


@pytest.mark.parametrize(
    ("text", "printed", "place", "agency"),
    [
        ("LOS ANGELES, KOMPAS.com - Harga", "LOS ANGELES, KOMPAS.com", "Los Angeles", "KOMPAS.com"),
        ("Bisnis.com , JAKARTA – Harga", "Bisnis.com , JAKARTA", "Jakarta", "Bisnis.com"),
        ("JAKARTA,KOMPAS.com - Harga", "JAKARTA,KOMPAS.com", "Jakarta", "KOMPAS.com"),
        ("Kota Bandung (ANTARA) - Harga", "Kota Bandung (ANTARA)", "Kota Bandung", "ANTARA"),
        ("Palangka Raya (Antara Kalteng) - Harga", "Palangka Raya (Antara Kalteng)", "Palangka Raya", "Antara Kalteng"),
        ("Mataram, NTB (ANTARA News) - Harga", "Mataram, NTB (ANTARA News)", "Mataram", "ANTARA News"),
        (
            "ISTANBUL, 23 Februari 2016 (Antara/PRNewswire) -- Harga",
            "ISTANBUL, 23 Februari 2016 (Antara/PRNewswire)",
            "Istanbul",
            "Antara/PRNewswire",
        ),
        ("TANJUNGPINANG, (warta.com)— Harga", "TANJUNGPINANG, (warta.com)", "Tanjungpinang", "warta.com"),
        ("KONTAN.CO.ID - JAKARTA. Harga", "KONTAN.CO.ID - JAKARTA", "Jakarta", "KONTAN.CO.ID"),
        ("KBRN, Palangka Raya : Harga", "KBRN, Palangka Raya", "Palangka Raya", "KBRN"),
        ("Metrotvnews.com, Jakarta: Harga", "Metrotvnews.com, Jakarta", "Jakarta", "Metrotvnews.com"),
        ("Jakarta/Beijing (ANTARA) - Harga", "Jakarta/Beijing (ANTARA)", "Jakarta/Beijing", "ANTARA"),
        ("Jakarta, Senin (23/11) - Harga", "Jakarta, Senin (23/11)", "Jakarta", None),
        ("NERACA\nJakarta - Harga", "NERACA Jakarta", "Jakarta", "NERACA"),
        ("Jakarta, NU Online\nHarga", "Jakarta, NU Online", "Jakarta", "NU Online"),
        ("VIVA – Harga", "VIVA", None, "VIVA"),
        ("Bola.net - Harga", "Bola.net", None, "Bola.net"),
        ("VIVA Otomotif – Harga", "VIVA Otomotif", None, "VIVA Otomotif"),
        ("VIVA Militer: Harga", "VIVA Militer", None, "VIVA Militer"),
        ("Surabaya, NU Online Jatim\nHarga", "Surabaya, NU Online Jatim", "Surabaya", "NU Online Jatim"),
        ("SURABAYA (Suara Sawah) - Harga", "SURABAYA (Suara Sawah)", "Surabaya", "Suara Sawah"),
        ("Bandarlampung, Lampung (ANTARA) - Harga", "Bandarlampung, Lampung (ANTARA)", "Bandarlampung", "ANTARA"),
        ("TRIBUN-TIMUR.COM - Harga", "TRIBUN-TIMUR.COM", None, "TRIBUN-TIMUR.COM"),
        ("Jakarta, VIVA – Harga", "Jakarta, VIVA", "Jakarta", "VIVA"),
        ("JAKARTA (VOA) — Harga", "JAKARTA (VOA)", "Jakarta", "VOA"),
        ("WARTA, DEPOK – Harga", "WARTA, DEPOK", "Depok", "WARTA"),
        ("Warta Pagi - Harga", "Warta Pagi", None, "Warta Pagi"),
        ("WARTAnews - Harga", "WARTAnews", None, "WARTAnews"),
        ("WASHINGTON DC, KOMPAS.com - Harga", "WASHINGTON DC, KOMPAS.com", "Washington DC", "KOMPAS.com"),
    ],
)
def test_place_and_agency_in_either_order(text: str, printed: str, place: str | None, agency: str | None) -> None:
    assert read(text) == (printed, place, agency, "Harga")


@pytest.mark.parametrize(
    ("text", "printed", "place", "rest"),
    [
        ("JAKARTA - Harga beras", "JAKARTA", "Jakarta", "Harga beras"),
        ("SAMARINDA – “Harga naik,” kata", "SAMARINDA", "Samarinda", "“Harga naik,” kata"),
        ("Pyongyang — Ketegangan", "Pyongyang", "Pyongyang", "Ketegangan"),
        ("TANA PASER - 45 warga", "TANA PASER", "Tana Paser", "45 warga"),
        ("MANCHESTER-Sebelum laga", "MANCHESTER", "Manchester", "Sebelum laga"),
        ("Jakarta - iPhone baru", "Jakarta", "Jakarta", "iPhone baru"),
        ("Jakarta, Petani menanam", "Jakarta", "Jakarta", "Petani menanam"),
        ("Surabaya: Petani menanam", "Surabaya", "Surabaya", "Petani menanam"),
        ("JAKARTA. Petani menanam", "JAKARTA", "Jakarta", "Petani menanam"),
        ("Jakarta -", "Jakarta", "Jakarta", ""),
        ("Kampung Baru Hulu -", "Kampung Baru Hulu", "Kampung Baru Hulu", ""),
    ],
)
def test_a_known_place_alone_is_a_dateline(text: str, printed: str, place: str, rest: str) -> None:
    assert read(text) == (printed, place, None, rest)


def test_without_a_separator_the_gazetteer_says_where_the_place_ends() -> None:
    assert read("Liputan6.com, New York Warga antre") == (
        "Liputan6.com, New York",
        "New York",
        "Liputan6.com",
        "Warga antre",
    )
    assert read("Liputan6.com, Jakarta Puluhan warga") == (
        "Liputan6.com, Jakarta",
        "Jakarta",
        "Liputan6.com",
        "Puluhan warga",
    )


def test_an_agency_before_a_comma_needs_no_place() -> None:
    assert read("REPUBLIKA.CO.ID, Perintah itu") == ("REPUBLIKA.CO.ID", None, "REPUBLIKA.CO.ID", "Perintah itu")


@pytest.mark.parametrize(
    "text",
    [
        "Jakarta - kota yang padat - berbenah",
        "Jakarta-Bandung kini ditempuh satu jam",
        "Jakarta, Bandung, dan Surabaya dilanda hujan",
        "Jakarta, Kota Metropolitan, berbenah",
        "Jakarta Selatan menjadi wilayah",
        "Siti Aminah - Penulis buku itu",
        "Joko Widodo (Jokowi) - Presiden ketujuh",
        "Menteri Keuangan - yang baru dilantik",
        "INFO BISNIS - Dengan latar belakang",
        "INFO BISNIS -",
        "VIDEO - Gempa mengguncang",
        "PERJALANAN jauh itu",
        "Kompas.com membuka kantor baru",
        "Kompas.com, Detik.com dan lainnya",
        "Antara lain, Jakarta - kota itu",
        "Merdeka Bandung - Lomba lari",
        "Jawa Tengah: 1.204 kasus",
        "Sumber: Dinas Pertanian",
        "Warta.com - 23/11/2026, 18:05 WIB",
        "",
        " - ",
    ],
)
def test_a_sentence_that_looks_like_one_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("row", rows("agencies"), ids=lambda row: row[0])
def test_every_agency_of_the_table_is_found_in_its_example(row: tuple[str, str, str, str]) -> None:
    phrase, _, _, example = row
    dateline, rest = split_dateline(example.replace("\\n", "\n"), WARTA)
    assert dateline is not None
    assert dateline.agency is not None
    squashed = dateline.agency.casefold().replace(" ", "")
    assert squashed.startswith(phrase.casefold().replace(" ", ""))
    assert rest[0].isupper()


@given(st.text(max_size=80))
def test_no_text_raises_and_nothing_behind_the_dateline_is_lost(text: str) -> None:
    _, rest = split_dateline(text, WARTA)
    assert text.endswith(rest)
