"""Sitemaps: where robots.txt says they are, and the addresses they name."""

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urljoin

from lxml import etree

from archive.address import BadAddress, clean, same_site
from archive.page import Page
from archive.reason import Reason
from archive.visit import Found, Refused
from crawler.discovery import order

_LARGEST = 50 * 1024 * 1024  # bytes of one sitemap unpacked, by the protocol (sitemaps.org)
_DEPTH = 2  # an index may name indexes; deeper ones were only ever seen in endless sites
_SITEMAP_LINE = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
# Sitemaps that list no articles: WordPress core's (wp-sitemap-taxonomies-category-1.xml, ?sitemap=users), those of its
# plugins (post_tag-sitemap.xml, page-sitemap2.xml) and the picture lists of other systems (sitemap-images.xml).
_KINDS = r"(?:taxonom\w+|users?|authors?|penulis|categor\w+|kategori|tags?|pages?|images?|videos?|attachments?|format)"
_NO_ARTICLES = re.compile(
    rf"(?:^|[/_-])(?:[a-z]+_)?{_KINDS}-?sitemap"
    r"|sitemap-(?:posts-page|taxonomies|users|images?|videos?|tags?|categories)\b"
    r"|sitemap=(?:taxonomies|users)|sitemap-subtype=page\b",
    re.IGNORECASE,
)
_W3C_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?\d*)?\s?(?:Z|[+-]\d\d:?\d\d)?)?")


def sources(site: str, *names: str) -> tuple[Found, ...]:
    """robots.txt, and sitemaps under these names below the site's front page."""
    robots_txt = Found(address=urljoin(site, "/robots.txt"), kind="listing", via="sitemap", priority=order.ROBOTS)
    return (
        robots_txt,
        *(Found(address=urljoin(site, name), kind="listing", via="sitemap", priority=order.SITEMAP) for name in names),
    )


def robots(page: Page) -> tuple[Found, ...]:
    """The sitemaps of the same site that a robots.txt names."""
    named = (_clean(page, match[1]) for match in _SITEMAP_LINE.finditer(page.text()))
    return tuple(
        Found(address=address, kind="listing", via="sitemap", priority=order.SITEMAP)
        for address in dict.fromkeys(named)
        if address
    )


def discover(page: Page, *, priority: int = order.SITEMAP) -> tuple[Found, ...] | Refused:
    """The addresses that a sitemap or sitemap index names: those of its own site, in its order.

    priority: that of the sitemap itself, which says how deep below the first index it stands. One bad `<loc>` loses
    itself alone. Of the sitemaps that an index names those of tags, authors, static pages and pictures are left out.
    """
    body = _unpacked(page.body)
    if body is None:
        return Refused(reason=Reason.BAD_LISTING, detail="the gzip data is damaged or too large")
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(body, parser) if body.strip() else None
    name = _name(root) if root is not None else "nothing"
    if root is None or name not in ("urlset", "sitemapindex"):
        return Refused(reason=Reason.BAD_LISTING, detail=f"no sitemap: it holds {name}")
    if name == "urlset":
        return tuple(_articles(page, root))
    below = order.CHILD_SITEMAP if priority >= order.SITEMAP else priority - 1
    if below <= order.CHILD_SITEMAP - _DEPTH:
        return ()
    return tuple(
        Found(address=address, kind="listing", via="sitemap", dated=_time(_child(entry, "lastmod")), priority=below)
        for entry in root
        if (address := _clean(page, _child(entry, "loc"))) and not _NO_ARTICLES.search(address)
    )


def _articles(page: Page, root: etree._Element) -> Iterator[Found]:
    for entry in root:
        address = _clean(page, _child(entry, "loc"))
        if address:
            news = next((child for child in entry if _name(child) == "news"), None)  # Google's news sitemaps
            published = _child(news, "publication_date") if news is not None else ""
            title = _child(news, "title") if news is not None else ""
            yield Found(
                address=address,
                via="sitemap",
                title=title or None,
                dated=_time(_child(entry, "lastmod")) or _time(published),
                priority=order.ARTICLE,
            )


def _name(element: etree._Element) -> str:
    """The local name, whatever the namespace: sitemaps with a wrong one are common."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _child(entry: etree._Element, name: str) -> str:
    """The text of a child of this name; a picture's `<image:loc>` stands one level deeper and is not meant."""
    return next(("".join(child.itertext()).strip() for child in entry if _name(child) == name), "")


def _clean(page: Page, address: str) -> str | None:
    try:
        cleaned = clean(address)
    except BadAddress:
        return None
    return cleaned if same_site(page.address, cleaned) else None


def _time(text: str) -> datetime | None:
    """An aware time of the W3C profile of ISO 8601; a day alone is its first moment in UTC."""
    if not _W3C_TIME.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text.replace(" ", "") if text[10:11] == "T" else text)
    except ValueError:
        return None  # 2026-02-30
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _unpacked(body: bytes) -> bytes | None:
    """The body, unpacked where it is gzip (a file `sitemap.xml.gz`); None when damaged or larger than allowed."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(wbits=31)
    try:
        text = unpacker.decompress(body, _LARGEST)
    except zlib.error:
        return None
    return text if unpacker.eof else None
