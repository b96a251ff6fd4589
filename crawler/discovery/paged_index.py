"""Indexes of a site that go on over numbered pages (/page/2/, ?paged=2)."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from archive.page import Page
from archive.visit import Found
from crawler.discovery import order
from crawler.discovery.links import links
from crawler.discovery.shape import is_no_article

PAGES_AT_MOST = 200  # of one index and crawl; what lies deeper is named by sitemaps, or on no page of use
_IN_PATH = re.compile(r"/page/(\d{1,5})/?$")
_IN_QUERY = re.compile(r"paged|query(?:-\d+)?-page")  # ?paged=2; a block theme's own query: ?query-5-page=2


def number(address: str) -> int:
    """Which page of its index an address is: 1 where it says nothing."""
    found = _IN_PATH.search(urlsplit(address).path)
    if found:
        return int(found[1])
    query = parse_qsl(urlsplit(address).query)
    return next((int(value) for name, value in query if _IN_QUERY.fullmatch(name) and value.isdecimal()), 1)


def articles(page: Page) -> tuple[Found, ...]:
    """The addresses in the page's headings, and those marked as permanent, that are no section's and no page's."""
    found = dict.fromkeys(link.address for link in links(page) if link.heading and not is_no_article(link.address))
    return tuple(Found(address=address, via="index", priority=order.ARTICLE) for address in found)


def following(page: Page) -> Found | None:
    """The next page of the index: the one it links to, else the one its address would have; None at the bound."""
    wanted = number(page.address) + 1
    if wanted > PAGES_AT_MOST:
        return None
    linked = next((link.address for link in links(page) if number(link.address) == wanted), None)
    return Found(
        address=linked or _next(page.address, wanted), kind="listing", via="index", priority=order.INDEX, if_new=True
    )


def _next(address: str, wanted: int) -> str:
    parts = urlsplit(address)
    query = parse_qsl(parts.query, keep_blank_values=True)
    if any(_IN_QUERY.fullmatch(name) for name, _ in query):
        again = [(name, str(wanted) if _IN_QUERY.fullmatch(name) else value) for name, value in query]
        return urlunsplit(parts._replace(query=urlencode(again)))
    path = _IN_PATH.sub("/", parts.path).rstrip("/")
    return urlunsplit(parts._replace(path=f"{path}/page/{wanted}/"))
