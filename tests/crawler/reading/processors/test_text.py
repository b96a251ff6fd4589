"""Folding of printed words, and the visible text of an element."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from crawler.reading.processors import text
from crawler.reading.processors.text import fold, fold_lines


def test_white_space_of_every_kind_becomes_one_space() -> None:
    assert fold("  Harga\u00a0beras\t naik \r\n lagi\u3000hari ini ") == "Harga beras naik lagi hari ini"


def test_invisible_characters_are_dropped() -> None:
    assert fold("\ufeffHar\u200bga\x00 be\u00adras\u202e \ud800naik\x07") == "Harga beras naik"


def test_letters_with_marks_are_composed() -> None:
    assert fold("Cafe\u0301") == "Caf\u00e9"


def test_nothing_left_is_none() -> None:
    assert fold(None) is None
    assert fold(" \u200b\n") is None


def test_printed_line_breaks_survive_the_folding_of_lines() -> None:
    assert fold_lines(" Harga  beras\n\n \nnaik ") == "Harga beras\nnaik"


@given(st.text(alphabet=st.characters(codec=None)))
def test_folding_twice_changes_nothing_and_the_result_is_text(s: str) -> None:
    once = fold(s)
    assert once is None or (fold(once) == once and once.encode("utf-8"))


def test_a_line_break_of_the_markup_is_a_newline_and_one_of_the_source_a_space() -> None:
    paragraph = html.fromstring("<p>Harga\nberas<br>naik <b>tajam</b></p>")
    assert text.of(paragraph) == "Harga beras\nnaik tajam"


def test_inline_elements_do_not_split_words_and_blocks_do() -> None:
    box = html.fromstring("<div><b>H</b>arga<p>beras</p>naik<ul><li>satu</li><li>dua</li></ul></div>")
    assert text.of(box) == "Harga\nberas\nnaik\nsatu\ndua"


def test_scripts_styles_and_comments_are_not_text_but_what_follows_them_is() -> None:
    box = html.fromstring("<div>Harga<script>var a = 1</script> beras<!-- catatan --> naik<style>p{}</style>.</div>")
    assert text.of(box) == "Harga beras naik."


def test_what_is_hidden_until_clicked_is_text() -> None:
    box = html.fromstring("<div><p>Harga</p><p style='display:none'>beras naik</p></div>")
    assert text.of(box) == "Harga\nberas naik"
