"""The sample site holds together: its index, its links, its sitemaps and its feed."""

from datetime import UTC, datetime
from importlib.resources import files
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from lxml import etree, html

from crawler.workshop.serve import ADDRESS, HOST, Entry, index

SITE = files("crawler.workshop") / "site"
ENTRIES = index().values()
ARTICLES = [f"http://{HOST}{entry.path}" for entry in ENTRIES if entry.kind == "article"]
# What WordPress serves beside its pages, and a crawl has no use for: pictures, styles, the API, the way in.
NOT_SHIPPED = ("/wp-content/", "/wp-includes/", "/wp-json/", "/wp-admin/", "/wp-login.php", "/xmlrpc.php")


def test_every_file_stands_in_the_index_once() -> None:
    named = [entry.file for entry in ENTRIES if entry.file]
    assert sorted([*named, "index.tsv"]) == sorted(file.name for file in SITE.iterdir())


def test_the_site_stays_small() -> None:
    sizes = {file.name: len(file.read_bytes()) for file in SITE.iterdir()}
    assert {name: size for name, size in sizes.items() if size > 40_000} == {}
    assert sum(sizes.values()) < 920_000


def test_file_names_are_legal_everywhere() -> None:
    assert not [file.name for file in SITE.iterdir() if set(file.name) & set('<>:"/\\|?*') or not file.name.isascii()]


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.file.endswith(".html")], ids=lambda entry: entry.file)
def test_every_link_inside_the_site_leads_somewhere(entry: Entry) -> None:
    page = html.fromstring(entry.body())
    links = {urljoin(ADDRESS, link) for link in page.xpath("//a/@href | //link/@href")}
    inside = {urlsplit(link) for link in links if urlsplit(link).netloc == HOST}
    lost = {
        link.geturl()
        for link in inside
        if f"{link.path or '/'}?{link.query}" not in index()
        and (link.path or "/") not in index()
        and not link.path.startswith(NOT_SHIPPED)
    }
    assert lost == set()


def test_the_sitemaps_name_every_article_and_only_pages_that_exist() -> None:
    named = etree.fromstring(index()["/wp-sitemap.xml"].body()).xpath("//*[local-name()='loc']/text()")
    maps = {loc: etree.fromstring(index()[urlsplit(loc).path].body()) for loc in named}
    pages = [page for sitemap in maps.values() for page in sitemap.xpath("//*[local-name()='url']/*[1]/text()")]
    assert sorted(set(pages) & set(ARTICLES)) == sorted(ARTICLES)
    assert [page for page in pages if urlsplit(page).path not in index()] == []


def test_the_feed_has_the_ten_newest_articles() -> None:
    feed = feedparser.parse(index()["/feed/"].body())
    assert not feed.bozo
    assert [entry.link for entry in feed.entries] == ARTICLES[:10]


def test_robots_txt_keeps_out_of_wp_admin_and_names_the_sitemap() -> None:
    text = index()["/robots.txt"].body().decode()
    assert "Disallow: /wp-admin/" in text
    assert f"Sitemap: {ADDRESS}wp-sitemap.xml" in text


def test_there_are_sixteen_articles_in_five_themes() -> None:
    themes = {entry.note.partition(":")[0] for entry in ENTRIES if entry.kind == "article"}
    assert len(ARTICLES) == 16
    assert len(themes) == 5


def test_no_article_was_changed_after_the_site_says_it_was() -> None:
    stamps = etree.fromstring(index()["/wp-sitemap-posts-post-1.xml"].body()).xpath(
        "//*[local-name()='lastmod']/text()"
    )
    assert max(datetime.fromisoformat(str(stamp)) for stamp in stamps) < datetime(2026, 4, 30, 10, tzinfo=UTC)
