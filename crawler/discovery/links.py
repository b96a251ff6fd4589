"""The links of a page, each with what it says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree, html

from archive.address import BadAddress, clean, same_site
from archive.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link to the same site. address: clean; heading: whether it stands in a heading, or is marked as permanent."""

    address: str
    heading: bool


def tree(page: Page) -> etree._Element | None:
    """The page's elements; None where there are none."""
    try:
        # Bytes again: lxml refuses text with an XML declaration, and would guess the encoding of the page's own bytes.
        body = page.text().replace("\x00", "").encode("utf-8", "replace")
        return html.document_fromstring(body, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def base(page: Page, root: etree._Element) -> str:
    """What the page's relative addresses count from: its `<base>`, else its own address."""
    named = root.xpath("string(//base[@href][1]/@href)")
    return _joined(page.address, str(named)) or page.address


def absolute(where: str, href: str) -> str | None:
    """The clean absolute address of a link of the same site; None for any other, and for what is no address."""
    joined = _joined(where, href)
    if joined is None or not same_site(where, joined):
        return None
    try:
        return clean(joined)
    except BadAddress:
        return None


def links(page: Page) -> Iterator[Link]:
    """The links of the page to its own site, in document order, repeated ones too."""
    root = tree(page)
    if root is None:
        return
    where = base(page, root)
    headings = {
        anchor
        for path in (
            "//*[self::h1 or self::h2 or self::h3 or self::h4]//a[@href]",
            "//a[@href][.//h2 or .//h3 or .//h4]",
        )
        for anchor in root.xpath(path)
    }
    for anchor in root.iter("a"):
        href = anchor.get("href")
        address = absolute(where, href) if href else None
        if address:
            marked = "bookmark" in (anchor.get("rel") or "").lower().split()
            yield Link(address=address, heading=marked or anchor in headings)


def _joined(where: str, href: str) -> str | None:
    try:
        return urljoin(where, href.strip())
    except ValueError:
        return None
