"""Lines that advertise something else."""

import pytest

from crawler.reading.phrases import rows
from crawler.reading.processors.promo import is_promo


@pytest.mark.parametrize("row", rows("promo"), ids=lambda row: row[0])
def test_every_phrase_of_the_table_is_found_in_its_example(row: tuple[str, str, str, str]) -> None:
    assert is_promo(row[3], linked=row[0].startswith("→"))


@pytest.mark.parametrize(
    "text",
    [
        "Baca buku adalah kegemarannya.",
        "Simak penjelasan berikut ini.",
        "Iklan rokok dilarang di dekat sekolah.",
        "Lihat saja harga beras di pasar.",
        "Bagikan beras kepada warga, kata dia.",
        "Share lokasi menjadi kebiasaan.",
        "",
    ],
)
def test_prose_that_begins_alike_is_none(text: str) -> None:
    assert not is_promo(text, linked=False)


@pytest.mark.parametrize("text", ["2 dari 5 halaman", "Halaman 1/2", "Halaman: 1 2 3", "Page 2"])
def test_numbers_of_pages_are_no_text(text: str) -> None:
    assert is_promo(text, linked=False)
