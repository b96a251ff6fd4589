"""WordPress sites."""

from crawler.discovery import order, wordpress
from tests.crawler.discovery.pages import page

POST = '<h2 class="entry-title"><a href="{}" rel="bookmark">Banjir surut</a></h2>'


def test_a_site_in_a_folder_has_its_sources_there_and_its_robots_txt_at_the_root() -> None:
    found = sorted(wordpress.sources("https://warta.example/berita/"), key=lambda f: -f.priority)
    assert [f.address for f in found] == [
        "https://warta.example/robots.txt",
        "https://warta.example/berita/feed/",
        "https://warta.example/berita/",
        "https://warta.example/berita/wp-sitemap.xml",
        "https://warta.example/berita/sitemap_index.xml",
        "https://warta.example/berita/sitemap.xml",
    ]
    assert {f.kind for f in found} == {"listing"}


def test_the_front_page_names_posts_and_the_next_page_of_the_index() -> None:
    front = page(
        "https://warta.example/",
        '<link rel="alternate" type="application/rss+xml" href="/feed/">' + POST.format("/2026/11/02/banjir-surut/"),
    )
    assert [(f.via, f.address) for f in wordpress.named(front)] == [
        ("feed", "https://warta.example/feed/"),
        ("index", "https://warta.example/2026/11/02/banjir-surut/"),
        ("index", "https://warta.example/page/2/"),
    ]


def test_a_site_without_pretty_addresses_has_its_sitemap_in_a_parameter() -> None:
    front = page(
        "https://warta.example/",
        '<link rel="alternate" type="application/rss+xml" href="https://warta.example/?feed=rss2">'
        '<link rel="alternate" type="application/rss+xml" href="https://warta.example/?feed=comments-rss2">'
        + POST.format("https://warta.example/?p=12")
        + '<a class="next page-numbers" href="https://warta.example/?paged=2">Berikutnya</a>',
    )
    assert [f.address for f in wordpress.named(front)] == [
        "https://warta.example/?feed=rss2",
        "https://warta.example/?sitemap=index",
        "https://warta.example/?p=12",
        "https://warta.example/?paged=2",
    ]


def test_a_page_of_the_index_without_posts_is_the_last() -> None:
    empty = page("https://warta.example/page/9/", "<h1>Tidak ada</h1>")
    assert wordpress.index(empty) == ()


def test_index_pages_come_after_everything_else() -> None:
    assert order.INDEX < order.CHILD_SITEMAP < order.ARTICLE < order.SITEMAP < order.FRONT_PAGE < order.FEED
