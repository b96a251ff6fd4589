"""Where the body stands, with and without marks."""

import pytest

from archive.article import Paragraph
from crawler.reading.content import find_content
from crawler.reading.marks import is_aside
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


@pytest.mark.parametrize("box", ["id='comments'", "class='komentar'", "class='td-comments'", "id='disqus_thread'"])
@pytest.mark.parametrize("sentences", [1, 3])
def test_comments_are_never_the_article_however_long_they_are(box: str, sentences: int) -> None:
    story = [FIRST, SECOND, THIRD][:sentences]
    said = "".join(
        f"<p>Pembaca nomor {n} menulis panjang lebar tentang kebun dan warga di desa itu.</p>" for n in range(40)
    )
    text = "".join(f"<p>{sentence}</p>" for sentence in story)
    assert blocks(markup(text, below=f"<div {box}>{said}</div>")) == story


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


def whole(text: str, below: str = "") -> str:
    """A page that marks nothing."""
    head = f"<html><head><title>{HEADLINE}</title></head>"
    return f"{head}<body><main><div><h1>{HEADLINE}</h1>{text}</div>{below}</main></body></html>"


VERSES = "<br>".join(f"Bait ke{n} tentang hujan di ladang" for n in "abcdefghijklmnop")
RESULTS = "".join(f"<tr><td>{n}</td><td>Regu Desa {n}</td><td>{n * 3} poin</td></tr>" for n in range(1, 30))
CLOSING = (
    "Warta Contoh terbit setiap hari dan dapat dibaca di mana saja oleh seluruh warga Sungai Rengas dan sekitarnya."
)


@pytest.mark.parametrize(
    "long", [f"<p>{VERSES}</p>", f"<table>{RESULTS}</table>", f"<ul>{'<li>Cangkul baru</li>' * 40}</ul>"]
)
def test_a_song_a_table_or_a_list_does_not_speak_against_the_text_it_stands_in(long: str) -> None:
    told = whole(f"<div><p>{FIRST}</p><p>{SECOND}</p>{long}</div>", f"<div><p>{CLOSING}</p></div>")
    assert blocks(told)[:2] == [FIRST, SECOND]
    assert CLOSING not in blocks(told)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("class='halaman-artikel awal'", "class='halaman-artikel'"),
        ("id='multi-page-1'", "id='multi-page-2'"),
    ],
)
def test_the_pages_of_an_article_stand_side_by_side_without_known_marks(first: str, second: str) -> None:
    lead = f"<p>{FIRST}</p><p>{SECOND}</p>" * 3
    told = whole(f"<div><div {first}><div>{lead}</div></div><div {second}><div><p>{THIRD}</p></div></div></div>")
    assert blocks(told)[-1] == THIRD


@pytest.mark.parametrize("mark", ["teks", "entry-content"])
def test_the_next_article_on_the_page_is_another_one(mark: str) -> None:
    following = f"<div><h1><a href='/berita/lain'>{HEADLINE} di Kota Lain</a></h1>"
    following += f"<div class='{mark}'>{f'<p>{CLOSING}</p>' * 12}</div></div>"
    assert blocks(whole(f"<div class='{mark}'>{TEXT}</div>", following)) == [FIRST, SECOND, THIRD]


def test_boxes_that_only_hold_boxes_are_looked_through() -> None:
    def row(one: str, other: str) -> str:
        return f"{'<div>' * 6}<p>{one}</p><p>{other}</p>{'</div>' * 6}"

    told = whole(f"<div>{row(FIRST, SECOND)}{row(THIRD, CLOSING)}</div>")
    assert blocks(told) == [FIRST, SECOND, THIRD, CLOSING]


def test_the_widgets_of_a_page_builder_are_text() -> None:
    widget = "<div class='elementor-widget elementor-widget-text-editor'><p>{}</p></div>"
    told = whole("".join(map(widget.format, (FIRST, SECOND, THIRD))))
    assert blocks(told) == [FIRST, SECOND, THIRD]


def test_read_also_links_between_all_paragraphs_do_not_hide_the_text() -> None:
    link = "<div>Baca Juga : <a href='/b/{}'>Judul berita lain yang cukup panjang dari kota seberang {}</a></div>"
    text = "".join(f"<p>{one}</p>{link.format(n, n)}" for n, one in enumerate((FIRST, SECOND, THIRD)))
    assert blocks(whole(f"<div>{text}</div>")) == [FIRST, SECOND, THIRD]


def test_a_headline_in_the_cell_of_the_text_still_stands_above_it() -> None:
    printed = f"{HEADLINE}<br>Senin, 12 Mei 2008 | 10:20 WIB<br>{FIRST}<br><br>{SECOND}<br><br>{THIRD}"
    cell = f"<table><tr><td>{printed}</td></tr></table>"
    told = f"<html><head><title>{HEADLINE}</title></head><body>{cell}<ul>{TEASERS}</ul></body></html>"
    assert blocks(told)[-3:] == [FIRST, SECOND, THIRD]


def test_the_few_words_of_a_photo_page_open_the_captions_that_tell_its_story() -> None:
    figures = "".join(
        f"<figure><img src='/{n}.jpg'><figcaption>{one}</figcaption></figure>"
        for n, one in enumerate((FIRST, SECOND, THIRD))
    )
    told = whole(f"<div><p>{CLOSING}</p></div><div><div>{figures}</div></div>")
    assert blocks(told) == [CLOSING, FIRST, SECOND, THIRD]


def test_short_captions_of_a_photo_story_are_text_and_half_a_space_behind_them_hides_none() -> None:
    told = ("Warga memilih ikan di Pasar Sungai Rengas.", "Harga ikan naik.\u00c2\u00a0", *(FIRST, SECOND, THIRD)[:2])
    figures = "".join(
        f"<figure><img src='/{n}.jpg'><figcaption><p>{one}</p><div>\u00c2\u00a0</div></figcaption></figure>"
        for n, one in enumerate((*told, "Pembeli datang sejak pagi hari untuk memilih.\u00c2\u00a0"))
    )
    found = blocks(whole(f"<div><p>{CLOSING}</p></div><div><div>{figures}</div></div>"))
    assert [line.rstrip("\u00c2 ") for line in found] == [
        CLOSING,
        "Warga memilih ikan di Pasar Sungai Rengas.",
        "Harga ikan naik.",
        FIRST,
        SECOND,
        "Pembeli datang sejak pagi hari untuk memilih.",
    ]


@pytest.mark.parametrize(
    ("classes", "aside"),
    [("read-page--photo-tag--header", False), ("photo-tag__caption", False), ("tag", True), ("photo-tags", True)],
)
def test_what_a_network_calls_photo_tag_is_its_photo_page_and_no_list_of_tags(classes: str, aside: bool) -> None:
    assert is_aside(classes, "") is aside


@pytest.mark.parametrize("box", ["<div class='entry-content'>", "<div>"])
def test_the_lists_of_a_recipe_belong_to_its_one_sentence(box: str) -> None:
    recipe = (
        "<h3>Bahan</h3><ul><li>1 ikat kangkung</li><li>2 siung bawang</li></ul><ol><li>Cuci.</li><li>Tumis.</li></ol>"
    )
    found = article(whole(f"{box}<p>{FIRST}</p>{recipe}</div>"))
    assert [section.heading for section in found.sections] == [None, "Bahan"]


def test_several_bodies_of_microdata_side_by_side_are_one_article() -> None:
    parts = f"<div itemprop='articleBody'><p>{FIRST} {SECOND}</p></div><div itemprop='articleBody'><p>{THIRD}</p></div>"
    found = article(f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>{parts}</body></html>")
    assert [block for section in found.sections for block in section.blocks] == [
        Paragraph(text=f"{FIRST} {SECOND}"),
        Paragraph(text=THIRD),
    ]
