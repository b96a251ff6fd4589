"""Languages told by their small words."""

import csv
from collections import Counter
from pathlib import Path

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


def table() -> list[dict[str, str]]:
    """Invented texts in five languages: docs/decisions/0006-language.md says how they came about."""
    with (Path(__file__).parent / "languages.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(("language", "floor"), [("id", 1.0), ("en", 1.0), ("jv", 0.95), ("su", 0.95), ("ms", 0.85)])
def test_sentences_and_paragraphs_of_the_table_are_told(language: str, floor: float) -> None:
    texts = [row["text"] for row in table() if row["language"] == language and row["kind"] in ("sentence", "paragraph")]
    told = Counter(detect(text, None) for text in texts)
    assert len(texts) >= 20
    assert told[language] >= floor * len(texts), told


def test_no_indonesian_text_is_taken_for_malay_javanese_or_sundanese() -> None:
    wrong = [
        row["text"] for row in table() if row["language"] == "id" and detect(row["text"], None) in ("ms", "jv", "su")
    ]
    assert wrong == []


def test_a_malay_page_that_says_so_is_malay_by_fewer_words() -> None:
    assert detect("Pelancong dinasihatkan membeli tiket lebih awal.", "ms-MY") == "ms"


def test_sundanese_is_told_with_and_without_its_accents() -> None:
    assert detect("Nyaéta jalan éta téh geus dibuka.", None) == "su"
    assert detect("Nyaeta jalan eta teh geus dibuka.", None) == "su"


OTHERS = {
    "nl": "De boeren in het dorp hebben gezegd dat de rijst duurder is en dat ze over een week niet meer verkopen.",
    "de": "Die Bauern im Dorf sagten, dass der Reis teuer war und sie ihn in diesem Jahr nicht an die Stadt verkaufen.",
    "fr": "Les paysans du village ont dit que le riz est cher et que la vente dans la ville ne reprend pas avec eux.",
    "es": "Los campesinos del pueblo dijeron que el arroz es caro y que no lo venden por ahora en las ciudades.",
    "tl": "Sinabi ng mga magsasaka na mahal ang bigas at hindi nila ito ibebenta sa lungsod ngayong taon.",
    "tr": "Köydeki çiftçiler pirinç fiyatının yükseldiğini söyledi. " * 6,
    "zh": "村里的农民说米价上涨了，他们今年不打算出售。",
    "ar": "قال المزارعون في القرية إن سعر الأرز ارتفع هذا العام",
    "ru": "Крестьяне деревни сказали, что рис подорожал в этом году.",
}


@pytest.mark.parametrize(("language", "text"), OTHERS.items())
def test_a_text_in_none_of_the_five_is_what_the_page_declares_if_that_is_none_of_them(language: str, text: str) -> None:
    assert detect(text, "id-ID") is None
    assert detect(text, "en-US") is None
    assert detect(text, None) is None
    assert detect(text, language) == language


def test_a_foreign_name_or_quotation_does_not_make_a_text_foreign() -> None:
    assert detect("Pelatih Van den Sawah mengatakan tim Los Padi akan bermain di kota itu.", "en") == "id"
    assert detect("Warga menulis 村里的农民 di pintu rumah mereka dengan cat merah.", "en") == "id"
