"""Where the body stands, with and without marks."""

import pytest

from archive.article import Paragraph
from crawler.reading.content import find_content
from crawler.reading.tree import Tree, parse
from tests.crawler.reading.sample import FIRST, HEADLINE, SECOND, THIRD, article, markup

TEXT = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
TEASERS = "".join(
    f"<li><a href='/b/{n}'>Judul berita lain nomor {n} dari kota seberang</a><p>Ringkasan berita nomor {n} tentang "
    "rapat warga yang berlangsung sampai malam di balai desa setempat.</p></li>"
    for n in range(12)
)


def rule(body: str) -> str | None:
    root = parse(f"<html><body>{body}</body></html>")
    assert root is not None
    found = find_content(Tree(root), None)
    return found.rule if found else None


def blocks(told: str) -> list[str]:
    found = article(told)
    return [block.text for section in found.sections for block in section.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("<div itemprop='articleBody'>", "itemprop articleBody"),
        ("<div class='td-post-content tagdiv-type'>", "mark td-post-content"),
        ("<section class='single wp-block-post-content'>", "mark wp-block-post-content"),
        ("<div id='isi'>", "mark #isi"),
        ("<div>", "density"),
    ],
)
def test_microdata_comes_before_marks_and_marks_before_density(opening: str, wanted: str) -> None:
    assert rule(f"<div class='utama'>{opening}{TEXT}</div></div>") == wanted


def test_a_marked_container_that_is_empty_is_passed_over() -> None:
    assert rule(f"<div class='entry-content'></div><div class='naskah'>{TEXT}</div>") == "density"


def test_a_page_of_links_has_no_body() -> None:
    assert rule("<ul>" + "<li><a href='/a'>Judul berita yang panjang sekali</a></li>" * 9 + "</ul>") is None


def test_without_marks_the_text_below_the_headline_outweighs_longer_teasers() -> None:
    told = (
        f"<html><head><title>{HEADLINE}</title></head><body><div><h1>{HEADLINE}</h1><div>{TEXT}</div></div>"
        f"<div><ul>{TEASERS}</ul></div></body></html>"
    )
    assert blocks(told) == [FIRST, SECOND, THIRD]


def test_text_split_by_line_breaks_and_no_paragraphs_is_found() -> None:
    text = f"<div>{FIRST}<br><br>{SECOND}<br /><br />{THIRD}</div>"
    told = f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>{text}</body></html>"
    assert blocks(told) == [FIRST, SECOND, THIRD]


def test_parts_side_by_side_are_one_body() -> None:
    told = markup().replace(
        f"<div class='entry-content'>{TEXT}</div>",
        f"<div class='post-body'><p>{FIRST}</p></div><div class='post-body'><p>{SECOND}</p><p>{THIRD}</p></div>",
    )
    assert blocks(told) == [FIRST, SECOND, THIRD]


def test_a_box_that_a_theme_calls_no_share_is_still_the_body() -> None:
    told = markup().replace("class='entry-content'", "class='naskah no-share has-sidebar'")
    assert blocks(told) == [FIRST, SECOND, THIRD]


def test_microdata_drawn_around_reactions_is_drawn_tighter() -> None:
    inner = f"<div itemprop='articleBody'><div>{TEXT}</div>" + "<div><span>Suka</span></div>" * 8 + "</div>"
    assert rule(inner) == "itemprop articleBody"
    told = f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>{inner}</body></html>"
    assert blocks(told) == [FIRST, SECOND, THIRD]
