"""A page as lines, and what the walk over it finds."""

import pytest
from lxml.etree import _Element

from crawler.reading.tree import Tree, meeting, parse
from tests.crawler.reading.sample import FIRST, SECOND, THIRD, markup


def tree(body: str) -> Tree:
    root = parse(f"<html><body>{body}</body></html>")
    assert root is not None
    return Tree(root)


def one(found: Tree, mark: str) -> _Element:
    return next(found.find(mark))


def test_lines_end_at_blocks_and_line_breaks_and_not_at_inline_elements() -> None:
    found = tree("<div>Satu <b>dua</b>tiga<br>empat<p>lima&nbsp;  enam</p>tujuh</div>")
    assert [line.text for line in found.lines] == ["Satu duatiga", "empat", "lima enam", "tujuh"]


def test_scripts_styles_and_form_fields_give_no_lines() -> None:
    found = tree("<script>var a</script><style>p{}</style><select><option>x</option></select><p>Isi</p>")
    assert [line.text for line in found.lines] == ["Isi"]


def test_a_line_knows_whether_it_is_a_link_or_prose() -> None:
    found = tree(
        f"<p><a href='/a'>Judul berita lain</a></p><p>{FIRST}</p><p>Pendek</p><p>10 | 12 | 15 | 18 | 20 | 1.500 |</p>"
    )
    assert [(line.is_linked, line.is_prose) for line in found.lines] == [
        (True, False),
        (False, True),
        (False, False),
        (False, False),
    ]


def test_a_teaser_that_is_cut_off_is_no_prose() -> None:
    assert not tree(f"<p>{FIRST[:-1]}…</p>").lines[0].is_prose


def test_the_long_beginning_of_an_article_is_prose_though_it_is_cut_off() -> None:
    assert tree(f"<p>{' '.join([FIRST] * 4)[:-1]}....</p>").lines[0].is_prose


def test_regions_of_navigation_and_comments_are_aside_unless_the_prose_stands_in_them() -> None:
    found = tree(f"<nav>Menu</nav><div class='komentar-list'>{FIRST}</div><div>{SECOND}</div><p>{THIRD}</p>")
    assert [line.aside for line in found.lines] == [True, True, False, False]
    whole = tree(f"<form class='sharing'><p>{FIRST}</p><p>{SECOND}</p></form>")
    assert not any(line.aside for line in whole.lines)


def test_elements_are_found_by_class_id_and_microdata_in_document_order() -> None:
    found = tree("<p class='a b' id='x'>1</p><p class='b'>2</p><p class='a c' itemprop='name headline'>3</p>")
    assert [element.text for element in found.find("a", "b", "#x", "tiada")] == ["1", "3", "1", "2", "1"]
    assert [element.text for element in found.properties("headline")] == ["3"]


def test_two_elements_meet_in_the_innermost_that_holds_both() -> None:
    found = tree("<div class='luar'><div><p class='a'>1</p></div><p class='b'>2</p></div>")
    assert meeting(one(found, "a"), one(found, "b")) is one(found, "luar")


def test_a_closed_html_tag_and_nul_do_not_end_the_page() -> None:
    root = parse("<?xml version='1.0'?><html lang='id' /><body><p>Sa\x00tu</p></body></html>")
    assert root is not None
    assert [line.text for line in Tree(root).lines] == ["Satu"]


def test_a_tag_of_very_many_attributes_keeps_its_words_and_a_long_one_its_attributes() -> None:
    many = " ".join(f"a{n}=1" for n in range(30_000))
    found = tree(f"<div {many}>Satu</div><p class='dua' data-x='{'y' * 30_000}'>Dua</p>")
    assert [line.text for line in found.lines] == ["Satu", "Dua"]
    assert one(found, "dua").text == "Dua"
    assert found.tagged["div"][0].get("a1") is None


def test_a_page_of_nothing_has_no_tree() -> None:
    assert parse("") is None
    assert parse("   ") is None


def test_a_tree_is_freed_with_its_page() -> None:
    """Trees that only the cyclic collector frees would pile up in a crawl."""
    import gc
    import weakref

    gc.disable()
    try:
        root = parse(markup())
        assert root is not None
        found = Tree(root)
        gone = weakref.ref(found)
        del found
        assert gone() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("end", ["</body>", "</html>", "</body></html>", "</BODY></HTML>"])
def test_what_follows_the_end_of_the_body_is_still_of_the_body(end: str) -> None:
    root = parse(f"<html><body><p>Harga cabai</p>{end}<div id='komentar'>Bagus</div></body></html>")
    assert root is not None
    assert [line.text for line in Tree(root).lines] == ["Harga cabai", "Bagus"]
