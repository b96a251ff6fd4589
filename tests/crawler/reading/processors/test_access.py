"""Free or behind a paywall, as the page says."""

import pytest
from lxml import html

from archive.article import Access
from crawler.reading.metadata import parse_metadata
from crawler.reading.processors.access import parse_access


def access(markup: str) -> Access:
    root = html.document_fromstring(f"<html><head><title>Warta</title></head><body>{markup}<p>Harga</p></body></html>")
    return parse_access(parse_metadata(root), root)


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


def test_a_page_that_says_nothing_is_unknown() -> None:
    assert access('<div class="menu-premium">Premium</div>') == "unknown"
