"""Feeds."""

from datetime import UTC, datetime

from archive.reason import Reason
from archive.visit import Found, Refused
from crawler.discovery import feed
from tests.crawler.discovery.pages import page

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><title>Warta</title>
<item><title>Banjir surut,&nbsp;warga pulang</title><link>https://warta.example/2026/11/02/banjir-surut/?utm_source=rss</link>
<pubDate>Mon, 02 Nov 2026 08:00:00 +0700</pubDate></item>
<item><title>Panen raya</title><link>https://feeds.hitung.example/~r/1</link>
<feedburner:origLink>https://warta.example/2026/11/01/panen-raya/</feedburner:origLink>
<pubDate>tanggal tidak ada</pubDate></item>
<item><title>Milik situs lain</title><link>https://lain.example/kabar/</link></item>
</channel></rss>"""


def found(body: str | bytes, address: str = "https://warta.example/feed/") -> tuple[Found, ...]:
    result = feed.discover(page(address, body, "application/rss+xml; charset=UTF-8"))
    assert not isinstance(result, Refused)
    return result


def test_entries_of_the_same_site_come_with_title_and_time() -> None:
    first, second = found(RSS)
    assert first.address == "https://warta.example/2026/11/02/banjir-surut/"
    assert first.title == "Banjir surut, warga pulang"
    assert first.dated == datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
    assert (second.address, second.dated) == ("https://warta.example/2026/11/01/panen-raya/", None)


def test_a_feed_cut_in_half_gives_what_it_has() -> None:
    assert [f.title for f in found(RSS[: RSS.index("<item><title>Milik")])] == [
        "Banjir surut, warga pulang",
        "Panen raya",
    ]


def test_an_atom_feed_is_a_feed() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Warta</title><entry><title>Kabar</title>'
        '<link href="/2026/11/02/kabar/"/><updated>2026-11-02T08:00:00+07:00</updated></entry></feed>'
    )
    (only,) = found(atom)
    assert only.address == "https://warta.example/2026/11/02/kabar/"
    assert only.dated == datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


def test_an_empty_feed_names_nothing() -> None:
    assert found('<rss version="2.0"><channel><title>Warta</title></channel></rss>') == ()


def test_html_served_as_a_feed_is_a_bad_listing() -> None:
    result = feed.discover(page("https://warta.example/feed/", "<html><body><p>Tidak ada</p></body></html>"))
    assert isinstance(result, Refused)
    assert result.reason is Reason.BAD_LISTING


def test_a_page_names_its_feeds_but_not_those_of_comments() -> None:
    front = page(
        "https://warta.example/",
        '<head><link rel="alternate" type="application/rss+xml" href="/feed/">'
        '<link rel="alternate" type="application/rss+xml" href="https://warta.example/comments/feed/">'
        '<link rel="alternate" hreflang="en" href="/en/"><link rel="stylesheet" href="/a.css"></head><body>',
    )
    assert [f.address for f in feed.named(front)] == ["https://warta.example/feed/"]
