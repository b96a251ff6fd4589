"""The printed headline and what stands beside it; tags and rubric."""

import pytest

from tests.crawler.reading.sample import ADDRESS, FIRST, HEADLINE, SECOND, THIRD, article, markup, page

TEXT = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>"


def headline(body: str, title: str = f"{HEADLINE} - Warta Contoh", head: str = "") -> tuple[str, str]:
    found = article(f"<html><head><title>{title}</title>{head}</head><body>{body}{TEXT}</body></html>")
    return found.headline, next(one.rule for one in found.reading.provenance if one.field == "headline")


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (f"<h1>{HEADLINE}</h1>", "h1"),
        (f"<h1>Warta Contoh</h1><h1>Daerah</h1><h1>{HEADLINE}</h1>", "h1"),
        (f"<h1><a href='https://www.warta.example/'>Warta</a></h1><h2>{HEADLINE}</h2>", "h2"),
        (f"<h1>Berita Daerah</h1><div class='judul'>{HEADLINE}</div>", "line in div"),
        (f"<div itemprop='headline'>{HEADLINE}</div>", "itemprop headline"),
        (f"<h1>{HEADLINE} - Daerah :: Warta Kita</h1><h1>{HEADLINE}</h1>", "h1"),
        ("", "title"),
    ],
)
def test_the_heading_that_the_pages_titles_name_is_the_headline(body: str, rule: str) -> None:
    assert headline(body) == (HEADLINE, rule)


def test_the_printed_headline_outranks_what_is_written_for_search_engines() -> None:
    printed = "Kebun Sayur di Atap Pasar Sungai Rengas Dipanen Perdana"
    assert headline(f"<h1>{printed}</h1>", head=f"<meta property='og:title' content='{HEADLINE}'>")[0] == printed


def test_a_title_that_was_cut_short_still_names_its_headline() -> None:
    assert headline(f"<h1>{HEADLINE}</h1>", title="Kebun Sayur di Atap Pasar Sungai.. :: Warta")[0] == HEADLINE


def test_a_teasers_heading_is_not_the_headline() -> None:
    other = "<div class='terkait'><h2>Kebun Sayur di Atap Sekolah Mulai Ditanam Murid</h2></div>"
    assert headline(f"{other}<h1>{HEADLINE}</h1>")[0] == HEADLINE


def test_kicker_and_deck_are_what_is_marked_so_beside_the_headline() -> None:
    told = markup(above="<p class='entry-subtitle'>Empat puluh pedagang bergiliran menyiram.</p>").replace(
        "<h1>", "<p class='kicker'>Lingkungan</p><h1>"
    )
    found = article(told)
    assert (found.kicker, found.deck) == ("Lingkungan", "Empat puluh pedagang bergiliran menyiram.")


def test_a_mark_below_the_text_is_no_deck() -> None:
    assert article(markup(below="<p class='entry-subtitle'>Baca dulu.</p>")).deck is None


def test_tags_are_the_links_marked_so_each_once() -> None:
    links = "<a rel='tag' href='/tag/kebun'>#Kebun</a> <a rel='tag' href='/tag/pasar'>Pasar</a>"
    found = article(page(markup(below=f"{links}<a rel='category tag' href='/tag/kebun'>Kebun</a>"), address=ADDRESS))
    assert found.tags == ("Kebun", "Pasar")


def test_rubric_and_tags_may_stand_in_the_metadata_alone() -> None:
    head = (
        "<meta property='article:section' content='Daerah'><meta property='article:tag' content='kebun'>"
        "<meta property='article:tag' content='pasar'>"
    )
    found = article(markup(head=head))
    assert (found.rubric, found.tags) == ("Daerah", ("kebun", "pasar"))


def test_tags_may_stand_in_boxes_of_their_own_and_a_button_is_no_tag() -> None:
    boxes = "<div class='tagging'><a href='/t/a'>#kebun</a></div><div class='tagging'><a href='/t/b'>#pasar</a></div>"
    assert article(markup(below=f"<div>{boxes}</div>")).tags == ("kebun", "pasar")
    row = "<ul class='tags'><li><a href='/t/a'>kebun</a></li><li><a>More Tag</a></li></ul>"
    assert article(markup(below=row)).tags == ("kebun",)


DECK = "Empat puluh pedagang bergantian merawat kebun itu."
TOLD = f"<meta property='og:description' content='{DECK}'>"


@pytest.mark.parametrize("above", [f"<h2>{DECK}</h2>", f"<div class='summary'>{DECK}</div>"])
def test_a_line_below_the_headline_that_the_description_repeats_is_the_deck(above: str) -> None:
    found = article(markup(above=above, head=TOLD))
    assert found.deck == DECK
    assert found.sections == article(markup()).sections


@pytest.mark.parametrize(
    ("above", "head"),
    [
        (f"<h2>{DECK}</h2>", ""),
        (f"<h2>{DECK}</h2>", "<meta name='description' content='Portal berita Warta Contoh dari Sungai Rengas.'>"),
        (f"<figure><img src='/a.jpg'><figcaption>{DECK}</figcaption></figure>", TOLD),
        ("", f"<meta name='description' content='{FIRST}'>"),
        (f"<p>{FIRST}</p>", f"<meta name='description' content='{FIRST}'>"),
    ],
)
def test_without_a_witness_or_as_caption_or_text_a_line_is_no_deck(above: str, head: str) -> None:
    assert article(markup(above=above, head=head)).deck is None
