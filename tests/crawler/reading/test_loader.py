"""An outlet's rules over the generic defaults."""

from typing import ClassVar

import pytest
from itemloaders.processors import MapCompose

from archive.article import Paragraph
from crawler.reading.loader import ArticleLoader
from tests.crawler.reading.sample import FIRST, HEADLINE, SECOND, THIRD, article, markup


class WartaLoader(ArticleLoader):
    headline_css: ClassVar[tuple[str, ...]] = ("h1.lama", "h2.judul")
    deck_xpath: ClassVar[tuple[str, ...]] = ("//p[@id='teras']",)
    rubric_jmes: ClassVar[tuple[str, ...]] = ("articleSection",)
    body_css: ClassVar[tuple[str, ...]] = ("div.naskah",)
    leave_out_css: ClassVar[tuple[str, ...]] = ("p.sisipan",)
    tags_css: ClassVar[tuple[str, ...]] = ("ul.topik a",)
    byline_css: ClassVar[tuple[str, ...]] = ("span.oleh",)
    published_css: ClassVar[tuple[str, ...]] = ("time.tayang::attr(datetime)",)
    kicker_css: ClassVar[tuple[str, ...]] = ("b.atas",)
    kicker_in: ClassVar[MapCompose] = MapCompose(str.upper)


PAGE = (
    "<script type='application/ld+json'>{'@type': 'NewsArticle'}</script>".replace("'@type'", '"@type"').replace(
        "'NewsArticle'}", '"NewsArticle", "headline": "Judul Lain", "articleSection": ["Daerah"]}'
    )
    + "<b class='atas'>Lingkungan</b><h1>Warta Contoh Daerah Sungai Rengas</h1><h2 class='judul'>Judul dari Aturan</h2>"
    "<p id='teras'>Teras berita.</p><span class='oleh'>Penulis: Siti Aminah</span>"
    "<time class='tayang' datetime='2026-11-23T08:00:00+07:00'>Senin</time>"
    f"<div class='naskah'><p>{FIRST}</p><p class='sisipan'>Sisipan yang harus dibuang dari naskah ini.</p></div>"
    f"<div class='entry-content'><p>{SECOND}</p><p>{SECOND}</p><p>{THIRD}</p></div>"
    "<ul class='topik'><li><a href='/t/a'>Kebun</a></li><li><a href='/t/b'>Pasar</a></li></ul>"
)


def test_an_outlets_rules_outrank_what_generic_means_find() -> None:
    found = article(f"<html><head><title>Judul Lain</title></head><body>{PAGE}</body></html>", loader=WartaLoader)
    assert found.headline == "Judul dari Aturan"
    assert found.deck == "Teras berita."
    assert found.rubric == "Daerah"
    assert found.kicker == "LINGKUNGAN"
    assert found.tags == ("Kebun", "Pasar")
    assert found.byline is not None
    assert [person.name for person in found.byline.people] == ["Siti Aminah"]
    assert found.published is not None
    assert found.published.at is not None
    assert found.sections[0].blocks == (Paragraph(text=FIRST),)


def test_the_rule_that_yielded_is_the_fields_provenance() -> None:
    found = article(f"<html><head><title>Judul Lain</title></head><body>{PAGE}</body></html>", loader=WartaLoader)
    rules = {one.field: one.rule for one in found.reading.provenance}
    assert rules["headline"] == "css h2.judul"
    assert rules["body"] == "css div.naskah"
    assert rules["deck"] == "xpath //p[@id='teras']"
    assert rules["rubric"] == "jmes articleSection"


def test_where_no_rule_yields_generic_means_do() -> None:
    found = article(markup(), loader=WartaLoader)
    assert found.headline == HEADLINE
    assert found.sections[0].blocks[0] == Paragraph(text=FIRST)


def test_a_rule_for_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="datelin"):
        type("Wrong", (ArticleLoader,), {"datelin_css": ("p",)})


@pytest.mark.parametrize("rule", ["h1", ["h1"], ("h1", 2)])
def test_a_rule_that_is_no_tuple_of_strings_is_refused(rule: object) -> None:
    with pytest.raises(TypeError, match="tuple"):
        type("Wrong", (ArticleLoader,), {"headline_css": rule})


def test_methods_and_other_attributes_are_no_rules() -> None:
    made = type("Right", (ArticleLoader,), {"note": "x", "open_in": lambda self: 1, "default_output_processor": list})
    assert issubclass(made, ArticleLoader)


def test_a_function_that_meets_another_type_yields_nothing() -> None:
    loader = type("Odd", (ArticleLoader,), {"rubric_jmes": ("length(`1`)", "sum(headline)")})
    assert article(markup(), loader=loader).rubric is None
