"""Articles split over several pages."""

import pytest

from archive.article import Article, Paragraph
from crawler.reading.joined import further_pages
from tests.crawler.reading.sample import ADDRESS, FIRST, SECOND, THIRD, article, markup, page

FOURTH = "Tahun depan pengelola pasar berencana menambah kolam ikan kecil di samping kebun dan lumbung benih."


def texts(found: Article) -> list[str]:
    return [block.text for section in found.sections for block in section.blocks if isinstance(block, Paragraph)]


def linked(*hrefs: str, text: str | None = None) -> str:
    links = "".join(f"<a href='{href}'>{n}</a> " for n, href in enumerate(hrefs, start=2))
    return markup(text, below=f"<p class='page-links'>Halaman: 1 {links}</p>")


@pytest.mark.parametrize(
    ("hrefs", "wanted"),
    [
        (("2/", "3/"), (f"{ADDRESS}2/", f"{ADDRESS}3/")),
        ((f"{ADDRESS}2/", f"{ADDRESS}3/"), (f"{ADDRESS}2/", f"{ADDRESS}3/")),
        (("?page=2", "?page=3"), (f"{ADDRESS}?page=2", f"{ADDRESS}?page=3")),
        (("?page=2", "?page=all"), (f"{ADDRESS}?page=all",)),
        (("?page=15",), ()),
        (("/2026/11/berita-lain/2/",), ()),
        (("https://lain.example/2026/11/kebun-sayur-di-atap-pasar/2/",), ()),
        (("#komentar", "comment-page-2/"), ()),
    ],
)
def test_the_further_pages_are_those_of_the_same_article_in_order(
    hrefs: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    assert further_pages(page(linked(*hrefs))) == wanted


def test_the_next_page_may_stand_in_the_head() -> None:
    assert further_pages(page(markup(head="<link rel='next' href='2/'>"))) == (f"{ADDRESS}2/",)


@pytest.mark.parametrize("own", [f"{ADDRESS}2/", f"{ADDRESS}?page=2", f"{ADDRESS}?page=all"])
def test_a_further_page_names_no_further_pages(own: str) -> None:
    told = linked(f"{ADDRESS}2/", f"{ADDRESS}3/", "?page=2", "?page=3")
    assert further_pages(page(told, address=own)) == ()


def test_an_address_that_ends_in_a_number_is_no_further_page_of_another_article() -> None:
    own = "https://www.warta.example/baca/12"
    assert further_pages(page(linked("/baca/12?page=2"), address=own)) == (f"{own}?page=2",)


def test_a_page_that_holds_all_parts_in_one_document_needs_no_others() -> None:
    assert further_pages(page(linked("?page=2", text=f"<div class='paging-content'><p>{FIRST}</p></div>"))) == ()


@pytest.mark.parametrize("body", [b"", b"\x00\xff", b"<a href='http://[::1'>2</a>"])
def test_a_page_that_is_none_names_nothing(body: bytes) -> None:
    assert further_pages(page(body)) == ()


def test_pages_are_joined_in_order_and_what_they_repeat_is_said_once() -> None:
    first = linked("2/", text=f"<p>JAKARTA - {FIRST}</p><p>{SECOND}</p>")
    second = linked("2/", text=f"<p>{SECOND}</p><p>{THIRD} (sam/rat)</p>")
    found = article(page(first), page(second, address=f"{ADDRESS}2/"))
    assert texts(found) == [FIRST, SECOND, THIRD]
    assert (found.pages.joined, found.pages.complete) == (2, True)
    assert found.url == ADDRESS
    assert found.dateline is not None
    assert found.signoff == "(sam/rat)"


def test_the_whole_on_one_page_completes_the_first() -> None:
    first = linked("?page=2", "?page=all", text=f"<p>{FIRST}</p><p>{SECOND}</p>")
    whole = markup("".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD, FOURTH)))
    found = article(page(first), page(whole, address=f"{ADDRESS}?page=all"))
    assert texts(found) == [FIRST, SECOND, THIRD, FOURTH]
    assert found.pages.complete


def test_the_first_of_three_pages_alone_is_not_the_whole() -> None:
    found = article(page(linked("2/", "3/")))
    assert (found.pages.joined, found.pages.complete) == (1, False)


def test_a_further_page_that_is_no_article_page_is_passed_over() -> None:
    found = article(page(linked("2/")), page(b"", address=f"{ADDRESS}2/"))
    assert (found.pages.joined, found.pages.complete) == (1, False)


@pytest.mark.parametrize("own", [f"{ADDRESS}?page=2", f"{ADDRESS}3/"])
def test_a_further_page_read_alone_is_not_the_whole(own: str) -> None:
    assert not article(page(markup(), address=own)).pages.complete


def test_a_page_that_names_the_one_before_it_is_not_the_whole() -> None:
    assert not article(markup(head=f"<link rel='prev' href='{ADDRESS}?page=1'>")).pages.complete
    assert article(markup(head="<link rel='prev' href='https://www.warta.example/2026/10/lain/'>")).pages.complete


def test_the_whole_on_one_page_is_complete_by_itself() -> None:
    assert article(page(markup(), address=f"{ADDRESS}?page=all")).pages.complete


def test_all_pages_are_the_whole_though_it_stands_on_one_page_too() -> None:
    first = page(linked("?page=2", "?page=all", text=f"<p>{FIRST}</p><p>{SECOND}</p>"))
    second = page(markup(f"<p>{THIRD}</p>"), address=f"{ADDRESS}?page=2")
    assert article(first, second).pages.complete
    assert not article(first).pages.complete


def test_pages_beyond_a_gap_are_missing_where_the_whole_stands_on_one_page_too() -> None:
    first = page(linked("?page=2", "?page=5", "?page=all", text=f"<p>{FIRST}</p><p>{SECOND}</p>"))
    second = page(markup(f"<p>{THIRD}</p>"), address=f"{ADDRESS}?page=2")
    assert not article(first, second).pages.complete


@pytest.mark.parametrize("form", ["{}/", "?page={}", "page-{}/"])
def test_pages_out_of_order_are_read_in_the_order_of_their_numbers(form: str) -> None:
    bodies = [f"<p>{FIRST}</p>", f"<p>{SECOND}</p>", f"<p>{THIRD}</p>"]
    one, two, three = (
        page(markup(body), address=ADDRESS + (form.format(at) if at > 1 else "")) for at, body in enumerate(bodies, 1)
    )
    assert texts(article(three, one, two)) == texts(article(one, two, three)) == [FIRST, SECOND, THIRD]
