"""One page, or several, as an Article."""

import pytest

from archive.address import article_id
from archive.article import Article, ListBlock, Paragraph
from archive.jsonl import from_json, to_json
from archive.outlet import Outlet
from archive.reason import Reason
from crawler.reading.read import read
from crawler.reading.version import READER
from tests.crawler.reading.sample import ADDRESS, FIRST, HEADLINE, SECOND, THIRD, article, markup, page, refused


def texts(found: Article) -> list[str]:
    return [block.text for section in found.sections for block in section.blocks if isinstance(block, Paragraph)]


def test_a_page_becomes_an_article_with_headline_body_and_the_reader_that_read_it() -> None:
    found = article(markup())
    assert found.headline == HEADLINE
    assert texts(found) == [FIRST, SECOND, THIRD]
    assert found.outlet == "warta"
    assert found.language == "id"
    assert found.reading.reader == READER
    assert {one.field for one in found.reading.provenance} >= {"headline", "body"}


def test_reading_the_same_page_twice_gives_the_same_article_and_its_json_gives_it_back() -> None:
    found = article(markup())
    assert article(markup()) == found
    assert from_json(to_json(found)) == found


def test_the_canonical_address_is_the_pages_own_word_where_it_names_the_same_article() -> None:
    link = "<link rel='canonical' href='https://warta.example/2026/11/kebun-sayur-di-atap-pasar/'>"
    found = article(page(markup(head=link), address=f"{ADDRESS}?utm_source=surel"))
    assert found.url == "https://warta.example/2026/11/kebun-sayur-di-atap-pasar/"
    assert found.id == article_id(found.url)


@pytest.mark.parametrize(
    "wrong", ["https://www.warta.example/", "https://lain.example/kebun-sayur-di-atap-pasar/", "", ":"]
)
def test_a_canonical_link_to_the_front_page_or_another_site_is_not_believed(wrong: str) -> None:
    assert article(markup(head=f"<link rel='canonical' href='{wrong}'>")).url == ADDRESS


def test_a_page_without_an_address_keeps_its_urn_and_has_no_outlet() -> None:
    found = article(page(markup(), address="urn:sha256:0123abcd"))
    assert (found.url, found.outlet) == ("urn:sha256:0123abcd", "unknown")


def test_nothing_at_all_is_refused_as_empty() -> None:
    refusal = read((), Outlet(name="warta"))
    assert not isinstance(refusal, Article)
    assert refusal.reason is Reason.EMPTY


def test_a_page_without_a_headline_is_refused_for_it() -> None:
    told = f"<html><body><div class='entry-content'><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></body></html>"
    refusal = refused(told)
    assert (refusal.reason, refusal.field) == (Reason.NO_HEADLINE, "headline")


def test_a_page_without_a_body_is_refused_for_it() -> None:
    refusal = refused(markup("", head="<meta property='og:type' content='article'>"))
    assert (refusal.reason, refusal.field) == (Reason.NO_BODY, "body")


def test_a_list_alone_is_a_body() -> None:
    items = "".join(f"<li>{text}</li>" for text in (FIRST, SECOND, THIRD))
    found = article(markup(f"<ul>{items}</ul>"))
    assert found.sections[0].blocks == (ListBlock(items=(FIRST, SECOND, THIRD)),)


def test_the_captions_of_a_photo_story_are_its_text() -> None:
    figures = "".join(
        f"<figure><img src='/{n}.jpg' width='600'><figcaption>{text}</figcaption></figure>"
        for n, text in enumerate((FIRST, SECOND, THIRD))
    )
    found = article(markup(figures))
    assert texts(found) == [FIRST, SECOND, THIRD]
    assert len(found.images) == 3


def test_the_lead_picture_comes_first_with_its_caption() -> None:
    figure = "<figure><img src='/atap.jpg'><figcaption>Panen di atap pasar.</figcaption></figure>"
    found = article(markup(above=figure, head="<meta property='og:image' content='/lain.jpg'>"))
    assert [(one.url, one.caption) for one in found.images] == [
        ("https://www.warta.example/atap.jpg", "Panen di atap pasar.")
    ]


def test_the_picture_of_the_metadata_leads_where_none_is_printed() -> None:
    found = article(markup(head="<meta property='og:image' content='/lain.jpg'>"))
    assert [one.url for one in found.images] == ["https://www.warta.example/lain.jpg"]


def test_the_words_of_a_comment_form_never_reach_the_body() -> None:
    form = (
        "<div id='respond' class='comment-respond'><h3 id='reply-title'>Tinggalkan Balasan</h3>"
        "<form id='commentform' action='/wp-comments-post.php' method='post'><p class='comment-notes'>Alamat email "
        "Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *</p><textarea name='comment'></textarea>"
        "</form></div>"
    )
    for told in (markup(below=form), markup(f"<p>{FIRST}</p><p>{SECOND}</p>{form}")):
        found = article(told)
        assert found.comment_form.state == "open"
        assert "dipublikasikan" not in to_json(found).decode().partition('"sections"')[2].partition('"comment_form"')[0]


def test_a_lead_picture_is_no_icon_of_a_share_bar_and_its_caption_no_button() -> None:
    bar = "<div class='share-display'><a href='#'><img src='/ikon-bagikan.png' alt='share'></a></div>"
    figure = f"<div class='single-img photo'>{bar}<img src='/atap.jpg'><span>Perbesar</span><p>Panen di atap.</p></div>"
    found = article(markup(above=figure))
    assert [(one.url, one.caption) for one in found.images] == [
        ("https://www.warta.example/atap.jpg", "Panen di atap.")
    ]


def test_a_banner_is_no_picture_of_the_article() -> None:
    found = article(markup(above="<figure><img src='/promo-728x90.gif'></figure>"))
    assert found.images == ()


def test_a_heading_that_ends_one_page_heads_the_text_of_the_next() -> None:
    first = page(markup(f"<p>{FIRST}</p><p>{SECOND}</p><p><b>Panen kedua</b></p>"))
    second = page(markup(f"<p>{THIRD}</p><p>{SECOND[:-1]} kemudian.</p>"), address=f"{ADDRESS}2/")
    assert [one.heading for one in article(first, second).sections] == [None, "Panen kedua"]
