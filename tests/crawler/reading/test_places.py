"""The gazetteer of datelines."""

import pytest

from crawler.reading import places
from crawler.reading.phrases import rows


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Jakarta", "city"),
        ("GUNUNGKIDUL", "city"),
        ("Gunung Kidul", "city"),
        ("Kota Bandung", "city"),
        ("Kab. Bogor", "city"),
        ("Papua Barat Daya", "city"),
        ("Klojen", "district"),
        ("Wina", "world"),
        ("St. Petersburg", "world"),
        ("Tiongkok", "country"),
        ("Petani", None),
        ("", None),
    ],
)
def test_kinds_of_places(name: str, kind: str | None) -> None:
    assert places.kind_of(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("New York Warga antre", "New York"),
        ("Kota Bandung Raya", "Kota Bandung"),
        ("Labuan Bajo, NTT", "Labuan Bajo"),
        ("Toli-Toli dilanda", "Toli-Toli"),
        ("Petani menanam", None),
        ("jakarta", None),
    ],
)
def test_the_longest_name_is_taken(text: str, name: str | None) -> None:
    end = places.longest_at(text, 0)
    assert (text[:end] if end else None) == name


def test_names_in_capitals_are_written_as_in_a_text() -> None:
    assert places.printed("WASHINGTON DC") == "Washington DC"
    assert places.printed("BANYU BIRU XI") == "Banyu Biru XI"
    assert places.printed("Jogja") == "Jogja"


def test_the_table_has_all_provinces_and_no_name_twice() -> None:
    names = [name for _, _, told in rows("places") for name in told.split(", ")]
    assert len(names) == len({name.casefold().replace("-", " ") for name in names})
    provinces = "Aceh, Sumatera Utara, Riau, Jambi, Lampung, Banten, Bali, Gorontalo, Maluku, Papua, Papua Pegunungan"
    assert set(provinces.split(", ")) <= set(names)
