"""Where place names end in a text, and how they are written there."""

import pytest

from crawler.reading import places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("New York Warga antre", "New York"),
        ("Kota Bandung Raya", "Kota Bandung"),
        ("Kab. Bogor dilanda", "Kab. Bogor"),
        ("Labuan Bajo, NTT", "Labuan Bajo"),
        ("Toli-Toli dilanda", "Toli-Toli"),
        ("St. Petersburg dilanda", "St. Petersburg"),
        ("Washington D.C. dilanda", "Washington D.C."),
        ("JAKARTA. Warga", "JAKARTA"),
        ("JAKARTA.Warga", "JAKARTA"),
        ("GUNUNG  KIDUL - Warga", "GUNUNG  KIDUL"),
        ("Petani menanam", None),
        ("jakarta", None),
        ("", None),
    ],
)
def test_the_longest_name_is_taken(text: str, name: str | None) -> None:
    end = places.longest_at(text, 0)
    assert (text[:end] if end else None) == name


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("WASHINGTON DC", "Washington DC"),
        ("BANYU BIRU XI", "Banyu Biru XI"),
        ("TANJUNGPINANG", "Tanjungpinang"),
        ("TOLI-TOLI", "Toli-Toli"),
        ("MOSCOW", "Moscow"),
        ("Jogja", "Jogja"),
    ],
)
def test_names_in_capitals_are_written_as_in_a_text(name: str, written: str) -> None:
    assert places.printed(name) == written
