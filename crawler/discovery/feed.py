"""Feeds (RSS, Atom): where a page names them, and the addresses they name."""

import calendar
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser

from archive.page import Page
from archive.reason import Reason
from archive.visit import Found, Refused
from crawler.discovery import order
from crawler.discovery.links import absolute, base, tree

_COMMENTS = re.compile(r"/comments/feed|feed=comments|/komentar/", re.IGNORECASE)  # WordPress' feed of comments
_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")


def sources(site: str, *names: str) -> tuple[Found, ...]:
    """Feeds under these names below the site's front page."""
    return tuple(Found(address=urljoin(site, name), kind="listing", via="feed", priority=order.FEED) for name in names)


def named(page: Page) -> tuple[Found, ...]:
    """The feeds that a page names by `<link rel="alternate">`, comment feeds left out."""
    root = tree(page)
    if root is None:
        return ()
    where = base(page, root)
    addresses = (
        absolute(where, link.get("href") or "")
        for link in root.iter("link")
        if "alternate" in (link.get("rel") or "").lower().split() and (link.get("type") or "").lower() in _TYPES
    )
    return tuple(
        Found(address=address, kind="listing", via="feed", priority=order.FEED)
        for address in dict.fromkeys(addresses)
        if address and not _COMMENTS.search(address)
    )


def discover(page: Page) -> tuple[Found, ...] | Refused:
    """The entries of a feed that stand on its own site; a feed broken in places gives what can be read of it."""
    # A stream, never the bytes themselves: feedparser would take them for an address or a file name.
    media_type = page.header("content-type") or "application/xml"
    parsed = feedparser.parse(
        BytesIO(page.body), response_headers={"content-type": media_type, "content-location": page.address}
    )
    if not parsed.version and not parsed.entries:
        return Refused(reason=Reason.BAD_LISTING, detail="no feed")
    return tuple(_entries(page, parsed.entries))


def _entries(page: Page, entries: list[Any]) -> Iterator[Found]:
    for entry in entries:
        # FeedBurner keeps the paper's own address beside its counting one.
        address = absolute(page.address, entry.get("feedburner_origlink") or entry.get("link") or "")
        if address:
            yield Found(
                address=address,
                via="feed",
                title=" ".join((entry.get("title") or "").split()) or None,
                # dict.get: feedparser's own answers "updated" with "published", and warns of it
                dated=_time(dict.get(entry, "updated_parsed") or dict.get(entry, "published_parsed")),
                priority=order.ARTICLE,
            )


def _time(parsed: Any) -> datetime | None:
    """The moment of a struct_time in UTC; None for dates that do not exist."""
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), tz=UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None
