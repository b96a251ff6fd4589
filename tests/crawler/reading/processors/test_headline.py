"""Headlines without the name of the site."""

import pytest

from crawler.reading.processors.headline import without_site

HOUSE = ("Warta Pagi", "warta.com", "WartaEkonomi")


@pytest.mark.parametrize(
    "title",
    [
        "Harga Beras Turun - Warta Pagi",
        "Harga Beras Turun | Warta.com",
        "Harga Beras Turun – WARTA PAGI",
        "Harga Beras Turun — Warta.com - Warta Pagi",
        "Harga Beras Turun :: Warta Ekonomi",
        "Harga Beras Turun » suarasawah.co.id",
        "Harga Beras Turun|Warta Pagi",
        "Warta Pagi | Harga Beras Turun",
        "Harga Beras Turun",
    ],
)
def test_the_name_of_the_site_is_cut(title: str) -> None:
    assert without_site(title, HOUSE) == "Harga Beras Turun"


@pytest.mark.parametrize(
    "title", ["Indonesia - Malaysia Imbang", "Jalan Tol Jakarta-Bandung", "Warta Pagi", "| Warta Pagi", ""]
)
def test_a_headline_keeps_its_own_dashes(title: str) -> None:
    assert without_site(title, HOUSE) == title
