"""JSON-LD as newspapers' systems write it, meta tags and links."""

import pytest

from crawler.reading.metadata import Metadata, as_text, parse_json, parse_metadata
from crawler.reading.tree import parse


def metadata(head: str) -> Metadata:
    root = parse(f"<html lang='id-ID'><head>{head}</head><body><p>Isi.</p></body></html>")
    assert root is not None
    return parse_metadata(root)


def ld(source: str) -> str:
    return f"<script type='application/ld+json'>{source}</script>"


def test_the_article_is_found_in_a_graph_among_other_objects() -> None:
    source = (
        '{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "Warta"}, '
        '{"@type": ["NewsArticle"], "headline": "Panen Kebun", "datePublished": "2026-11-23T08:00:00+07:00"}]}'
    )
    assert metadata(ld(source)).said("headline") == "Panen Kebun"


def test_of_several_scripts_the_one_that_says_most_counts() -> None:
    found = metadata(
        ld('{"@type": "Article", "headline": "Pendek"}')
        + ld('{"@type": "NewsArticle", "headline": "Panen Kebun", "author": {"name": "Siti"}, "publisher": "Warta"}')
    )
    assert found.said("headline") == "Panen Kebun"
    assert found.site_names == ("Warta",)


@pytest.mark.parametrize(
    "source",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Panen Kebun"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Panen Kebun"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Panen\n Kebun",}',
        '{"@type": "NewsArticle", "headline": "Panen Kebun"};',
        '\ufeff{"@type": "NewsArticle", "headline": "Panen \x00Kebun"}',
        '{"@type": "NewsArticle", "headline": "Panen Kebun\\ud83d"}',
        '{"@type": "NewsArticle", "headline": "Panen Kebun", "description": "Kata "dia" begitu"}',
        '{"@type": "WebSite"}{"@type": "NewsArticle", "headline": "Panen Kebun"}',
    ],
)
def test_broken_json_gives_what_can_be_had_of_it(source: str) -> None:
    assert metadata(ld(source)).said("headline") == "Panen Kebun"


@pytest.mark.parametrize("source", ["", "{", "[" * 100_000, "null", '{"a": ' + "9" * 10_000 + "}", "halo"])
def test_json_that_says_nothing_gives_nothing(source: str) -> None:
    assert not metadata(ld(source)).article


def test_a_deeply_nested_value_does_not_exhaust_the_stack() -> None:
    assert parse_json('{"a":' * 400 + "1" + "}" * 400)
    assert metadata(ld('{"a":' * 400 + "1" + "}" * 400)).article == {}


def test_meta_tags_are_found_by_property_name_and_itemprop_in_any_case() -> None:
    found = metadata(
        "<meta property='OG:Title' content=' Panen  Kebun '><meta name='pubdate' content='2026-11-23'>"
        "<meta itemprop='dateModified' content='2026-11-24'><meta name='kosong' content=''>"
    )
    assert found.first("og:title") == "Panen Kebun"
    assert found.first("kosong", "pubdate") == "2026-11-23"
    assert found.first("datemodified") == "2026-11-24"
    assert found.first("kosong") is None


def test_links_and_language_and_title_are_read_and_the_title_of_a_drawing_is_none() -> None:
    found = metadata("<svg><title>Ikon</title></svg><title>Panen Kebun</title><link rel='canonical amp' href=' /a '>")
    assert found.title == "Panen Kebun"
    assert found.links["canonical"] == ["/a"]
    assert found.language == "id-ID"


def test_a_text_is_had_of_lists_and_objects() -> None:
    assert as_text([{"name": ["Siti Aminah"]}]) == "Siti Aminah"
    assert as_text({"@value": "x"}) == "x"
    assert as_text([]) is None
