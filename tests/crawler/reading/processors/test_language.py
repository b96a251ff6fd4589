"""Languages told by their small words."""

import pytest

from crawler.reading.processors.language import detect

TEXTS = {
    "id": "Petani di desa itu mengatakan bahwa harga beras sudah naik karena musim kemarau. Warga belum bisa menanam.",
    "ms": "Menteri berkata bahawa kerajaan akan membantu petani kerana harga beras boleh naik. Beliau mahu cepat.",
    "en": "The farmers of the village said that the price of rice was rising and they will not sell it at this time.",
    "jv": "Para tani ing desa iku ora bisa nandur maneh, nanging kang luwih abot yaiku rega beras sing wis mundhak.",
    "su": "Patani di desa teu tiasa melak deui, tapi anu leuwih beurat nyaeta harga beas nu geus naek jeung urang oge.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_the_text_decides_against_the_declared_language(language: str, text: str) -> None:
    assert detect(text, "en-US") == language
    assert detect(text, None) == language


@pytest.mark.parametrize(
    ("declared", "language"),
    [("id-ID", "id"), ("in_ID", "id"), ("EN", "en"), ("x-default", None), ("Indonesia", None), (None, None)],
)
def test_where_the_text_is_too_short_the_declared_language_decides(declared: str | None, language: str | None) -> None:
    assert detect("Harga beras", declared) == language


def test_a_short_text_outvotes_a_theme_that_claims_english() -> None:
    assert detect("Tak sendirian, petani dibantu oleh anaknya saat menanam padi dan jagung.", "en-US") == "id"


def test_words_that_both_have_do_not_make_a_text_malay() -> None:
    assert detect("Layanan itu tidak ada di desa dan akan dibuka untuk petani dengan kartu.", "en") == "id"
