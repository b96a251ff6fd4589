"""Free or behind a paywall, as the page says."""

import pytest
from lxml import html

from archive.article import Access
from crawler.reading.metadata import parse_metadata
from crawler.reading.phrases import rows
from crawler.reading.processors.access import parse_access, says_wall
from crawler.reading.processors.promo import is_promo
from crawler.reading.tree import Tree


def access(markup: str) -> Access:
    root = html.document_fromstring(f"<html><head><title>Warta</title></head><body>{markup}<p>Harga</p></body></html>")
    return parse_access(parse_metadata(root), Tree(root))


def ld(value: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "isAccessibleForFree": {value}}}</script>'


@pytest.mark.parametrize("value", ["false", '"False"', '"https://schema.org/False"'])
def test_json_ld_that_denies_free_access_is_a_paywall(value: str) -> None:
    assert access(ld(value)) == "paywalled"


def test_json_ld_that_grants_free_access_is_free() -> None:
    assert access(ld('"True"')) == "free"


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:content_tier" content="metered">',
        '<div class="article-paywall">Berlangganan untuk membaca</div>',
        '<section id="reg-wall"></section>',
    ],
)
def test_marks_of_a_wall_are_a_paywall(markup: str) -> None:
    assert access(markup) == "paywalled"


@pytest.mark.parametrize("row", rows("paywall"), ids=lambda row: row[1])
def test_every_phrase_of_the_table_is_found_in_its_example(row: tuple[str, ...]) -> None:
    printed, labels = ([row[4]], []) if row[0] == "line" else ([], [row[4]])
    assert says_wall(printed, labels)
    assert is_promo(row[4], linked=False) or row[0] == "label"  # no wall stands in a body


@pytest.mark.parametrize(
    "text",
    [
        "Berlangganan koran desa kini lebih murah.",
        "Artikel ini dibaca seribu orang.",
        "Pelanggan air bersih bertambah.",
        "Harga premium naik.",
        "",
    ],
)
def test_a_sentence_about_subscriptions_is_no_wall(text: str) -> None:
    assert not says_wall([text], [text])


def test_a_page_that_says_nothing_is_unknown() -> None:
    assert access('<div class="menu-premium">Premium</div>') == "unknown"
