"""Indexes over numbered pages."""

from crawler.discovery import paged_index
from tests.crawler.discovery.pages import page


def test_only_headings_and_permanent_links_are_articles() -> None:
    index = page(
        "https://warta.example/",
        '<nav><a href="/tentang-warta-kita-semua/">Tentang</a></nav>'
        '<article><h2 class="entry-title"><a href="/banjir/">Banjir</a></h2><a href="/banjir/#respond">1 komentar</a>'
        '<a rel="bookmark" href="/2026/11/02/panen/"><time>2 November 2026</time></a></article>'
        '<a href="/?p=7"><h3>Harga cabai</h3></a><h2><a href="/category/berita/">Berita</a></h2>'
        '<h1><a href="/">Warta</a></h1>',
    )
    assert [f.address for f in paged_index.articles(index)] == [
        "https://warta.example/banjir/",
        "https://warta.example/2026/11/02/panen/",
        "https://warta.example/?p=7",
    ]


def test_the_next_page_is_the_one_linked_to() -> None:
    index = page(
        "https://warta.example/berita/page/2/",
        '<a class="page-numbers" href="/berita/">1</a><a href="/berita/page/3/?utm_source=x">3</a>'
        '<a href="/berita/page/9/">9</a>',
    )
    following = paged_index.following(index)
    assert following is not None
    assert (following.address, following.kind, following.via) == (
        "https://warta.example/berita/page/3/",
        "listing",
        "index",
    )


def test_the_next_page_of_a_block_theme_is_a_parameter() -> None:
    index = page("https://warta.example/", '<a class="wp-block-query-pagination-next" href="/?query-5-page=2">Lagi</a>')
    following = paged_index.following(index)
    assert following is not None
    assert following.address == "https://warta.example/?query-5-page=2"


def test_where_no_link_leads_on_the_next_address_is_made() -> None:
    for address, wanted in (
        ("https://warta.example/", "https://warta.example/page/2/"),
        ("https://warta.example/berita/page/7/", "https://warta.example/berita/page/8/"),
        ("https://warta.example/?paged=3", "https://warta.example/?paged=4"),
    ):
        following = paged_index.following(page(address, "<p>Kabar</p>"))
        assert following is not None
        assert following.address == wanted


def test_the_walk_has_a_bound() -> None:
    last = page(f"https://warta.example/page/{paged_index.PAGES_AT_MOST}/", "<p>Kabar</p>")
    assert paged_index.following(last) is None
