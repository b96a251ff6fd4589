"""What address a saved page says it had: the browser's comment, else the page's own canonical link."""

import re
from urllib.parse import urlsplit

from parsel import Selector
from w3lib.encoding import read_bom

from archive.address import BadAddress, clean

# Browsers write the comment above <html>, with the length of the address: "<!-- saved from url=(0022)https://... -->".
_COMMENT = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.IGNORECASE)
_COMMENT_WITHIN = 4096
_HEAD_WITHIN = 256 * 1024  # characters; scripts before the links made a real head 130 KB long
_HEAD_END = re.compile(r"</head|<body", re.IGNORECASE)
_LINKS = (
    "//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href",
    "//meta[@property='og:url' or @name='og:url']/@content",
)


def address_in(body: bytes) -> str | None:
    """The address that the page itself names, None when it names none that is absolute http or https.

    A canonical link to the front page gives way to og:url: some newspapers' templates print their home on every page.
    """
    text = _beginning(body)
    comment = _COMMENT.search(text[:_COMMENT_WITHIN])
    if comment and is_address(comment[1]):
        return comment[1]
    end = _HEAD_END.search(text)
    head = Selector(text=text[: end.start()] if end else text, type="html")
    named = [found.strip() for path in _LINKS for found in head.xpath(path).getall()]
    named = [found for found in named if is_address(found)]
    return next((found for found in named if urlsplit(found).path.strip("/")), named[0] if named else None)


def is_address(text: str) -> bool:
    """Whether this is an http or https address with a host."""
    try:
        clean(text)
    except BadAddress:
        return False
    return True


def _beginning(body: bytes) -> str:
    # Addresses are ASCII, so any encoding but UTF-16 and UTF-32, which need a byte order mark, may be taken for UTF-8.
    encoding, _ = read_bom(body)
    text = body[: _HEAD_WITHIN * 4 if encoding else _HEAD_WITHIN].decode(encoding or "utf-8", "replace")
    return text[:_HEAD_WITHIN].replace("\0", "")
