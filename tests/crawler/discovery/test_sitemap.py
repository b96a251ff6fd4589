"""Sitemaps."""

import gzip
from datetime import UTC, datetime, timedelta, timezone

import pytest

from archive.page import Page
from archive.reason import Reason
from archive.visit import Found, Refused
from crawler.discovery import order, sitemap
from tests.crawler.discovery.pages import page

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*entries: str, address: str = "https://warta.example/sitemap.xml") -> Page:
    body = f'<?xml version="1.0" encoding="UTF-8"?><urlset {NAMESPACE}>{"".join(entries)}</urlset>'
    return page(address, body, "application/xml")


def found(listing: Page, *, priority: int = order.SITEMAP) -> tuple[Found, ...]:
    result = sitemap.discover(listing, priority=priority)
    assert not isinstance(result, Refused)
    return result


def test_robots_txt_names_sitemaps_of_the_same_site_once() -> None:
    robots = page(
        "https://warta.example/robots.txt",
        "User-agent: *\nDisallow: /wp-admin/\nSITEMAP : https://warta.example/wp-sitemap.xml\r\n"
        "Sitemap: https://warta.example/wp-sitemap.xml # dua kali\nSitemap: https://lain.example/sitemap.xml\n"
        "Sitemap: bukan alamat\n",
        "text/plain",
    )
    assert [f.address for f in sitemap.robots(robots)] == ["https://warta.example/wp-sitemap.xml"]


def test_addresses_come_in_order_with_the_time_the_listing_gives() -> None:
    listing = urlset(
        "<url><loc> https://warta.example/2026/11/02/banjir-surut/ </loc>"
        "<lastmod>2026-11-02T08:00:00+09:00</lastmod></url>",
        "<url><loc>https://warta.example/2026/11/01/panen-raya/</loc><lastmod>2026-11-01</lastmod></url>",
        "<url><loc>https://warta.example/2026/10/31/tanpa-tanggal/</loc><lastmod>kemarin</lastmod></url>",
        "<url><loc>https://warta.example/2026/10/30/tanggal-palsu/</loc><lastmod>2026-02-30</lastmod></url>",
    )
    assert [(f.address.rsplit("/", 2)[1], f.dated) for f in found(listing)] == [
        ("banjir-surut", datetime(2026, 11, 2, 8, 0, tzinfo=timezone(timedelta(hours=9)))),
        ("panen-raya", datetime(2026, 11, 1, tzinfo=UTC)),
        ("tanpa-tanggal", None),
        ("tanggal-palsu", None),
    ]


def test_a_news_sitemap_gives_headline_and_time() -> None:
    listing = page(
        "https://warta.example/sitemap_news.xml",
        f'<urlset {NAMESPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
        'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url>'
        "<image:image><image:loc>https://warta.example/foto.jpg</image:loc></image:image>"
        "<loc>https://warta.example/read/harga-cabai</loc><news:news><news:title>Harga Cabai &amp; Bawang</news:title>"
        "<news:publication_date>2026-11-02T05:30+07:00</news:publication_date></news:news></url></urlset>",
        "text/xml",
    )
    (only,) = found(listing)
    assert (only.address, only.title) == ("https://warta.example/read/harga-cabai", "Harga Cabai & Bawang")
    assert only.dated == datetime(2026, 11, 1, 22, 30, tzinfo=UTC)


def test_one_bad_address_loses_only_itself() -> None:
    listing = urlset(
        "<url><loc>https://warta.example/satu-kabar/</loc></url>",
        "<url><loc>file:///etc/passwd</loc></url>",
        "<url><loc>http://[::1/</loc></url>",
        "<url><lastmod>2026-11-02</lastmod></url>",
        "<url><loc>https://lain.example/kabar/</loc></url>",
        "<url><loc>https://warta.example/?a=1&b=2&p=7</loc></url>",  # "&" that should have been "&amp;"
        "<url><loc>https://warta.example/dua-kabar/</loc></url>",
    )
    addresses = [f.address for f in found(listing)]
    assert addresses[0] == "https://warta.example/satu-kabar/"
    assert addresses[-1] == "https://warta.example/dua-kabar/"
    assert all(address.startswith("https://warta.example/") for address in addresses)


def index(*names: str, address: str = "https://warta.example/wp-sitemap.xml") -> Page:
    entries = "".join(f"<sitemap><loc>https://warta.example/{name}</loc></sitemap>" for name in names)
    return page(address, f"<sitemapindex {NAMESPACE}>{entries}</sitemapindex>", "application/xml")


def test_sitemaps_of_tags_authors_and_static_pages_are_not_asked() -> None:
    names = (
        "wp-sitemap-posts-post-1.xml",
        "wp-sitemap-posts-berita-1.xml",
        "wp-sitemap-posts-page-1.xml",
        "wp-sitemap-taxonomies-category-1.xml",
        "wp-sitemap-users-1.xml",
        "?sitemap=posts&amp;sitemap-subtype=post&amp;paged=1",
        "?sitemap=posts&amp;sitemap-subtype=page&amp;paged=1",
        "?sitemap=taxonomies&amp;sitemap-subtype=post_tag&amp;paged=1",
        "?sitemap=users&amp;paged=1",
        "post-sitemap2.xml",
        "page-sitemap.xml",
        "post_tag-sitemap.xml",
        "category-sitemap1.xml",
        "author-sitemap.xml",
        "news-sitemap.xml",
        "nasional/sitemap-images.xml",
        "nasional/sitemap-web.xml",
        "sitemap-page-3.xml",
    )
    kept = [f.address.removeprefix("https://warta.example/") for f in found(index(*names))]
    assert kept == [
        "wp-sitemap-posts-post-1.xml",
        "wp-sitemap-posts-berita-1.xml",
        "?paged=1&sitemap=posts&sitemap-subtype=post",
        "post-sitemap2.xml",
        "news-sitemap.xml",
        "nasional/sitemap-web.xml",
        "sitemap-page-3.xml",
    ]


def test_an_index_may_name_indexes_but_not_without_end() -> None:
    priority = order.SITEMAP
    levels = 0
    while children := found(index("lebih-dalam.xml"), priority=priority):
        priority, levels = children[0].priority, levels + 1
    assert levels == 2


def test_a_gzip_file_is_unpacked() -> None:
    plain = urlset("<url><loc>https://warta.example/satu-kabar/</loc></url>")
    packed = page("https://warta.example/sitemap.xml.gz", gzip.compress(plain.body), "application/gzip")
    assert [f.address for f in found(packed)] == ["https://warta.example/satu-kabar/"]


@pytest.mark.parametrize(
    "body",
    [
        "<!DOCTYPE html><html><head><title>Warta</title></head><body><p>Halaman tidak ada</p></body></html>",
        "",
        "bukan sitemap",
        b"\x1f\x8b\x08\x00rusak",
        gzip.compress(b"<urlset></urlset>")[:-9],
        "<rss version='2.0'><channel></channel></rss>",
    ],
    ids=["html", "empty", "text", "damaged gzip", "cut gzip", "feed"],
)
def test_what_is_no_sitemap_is_a_bad_listing(body: str | bytes) -> None:
    refused = sitemap.discover(page("https://warta.example/sitemap.xml", body, "text/xml"))
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.BAD_LISTING
    assert refused.detail


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "https://warta.example/kabar/">]>' + "<urlset><url><loc>&a;</loc></url></urlset>"
    assert found(page("https://warta.example/sitemap.xml", bomb)) == ()
