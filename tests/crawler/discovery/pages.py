"""Pages made of bytes, for the tests of discovery."""

from datetime import UTC, datetime

from archive.page import Page


def page(address: str, body: str | bytes, media_type: str = "text/html; charset=UTF-8") -> Page:
    """A page as fetched at a fixed moment."""
    content = body.encode() if isinstance(body, str) else body
    moment = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
    return Page(address=address, body=content, fetched_at=moment, headers=(("Content-Type", media_type),))
