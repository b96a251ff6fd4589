"""Freezes a page: its markup with invented words, small enough for the repository."""

import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from urllib.parse import urlsplit

from lxml import etree
from lxml.etree import _Element

from archive import places
from archive.address import site
from archive.article import Article
from archive.page import Page
from archive.visit import Refused
from crawler.outlets import outlet_for, spider_for
from crawler.reading.capture import is_capture, to_html
from crawler.reading.loader import ArticleLoader
from crawler.reading.metadata import Metadata, parse_metadata
from crawler.reading.read import read
from crawler.reading.tree import parse
from crawler.workshop.invent import Inventor
from crawler.workshop.markup import Markup
from crawler.workshop.thin import thin

LARGEST = 30_000  # bytes that a frozen page should have at most

_MARK = re.compile(rb"<!-- saved from url=\(\d+\)[^\n]*\n<!-- words invented by kliping freeze, sha256 (\w{64}) -->\n")
_ENDING = re.compile(r"\.[a-z0-9]{1,5}$")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_PARTS = re.compile(r"[,/()|–—-]")
_TOWNS = frozenset({"town", "city", "province", "regency", "world"})  # 7,000 districts are people's names too
_LONGEST_SLUG = 80  # characters


def is_frozen(body: bytes) -> bool:
    """Whether `freeze` wrote these bytes and nobody changed them since."""
    found = _MARK.match(body)
    return found is not None and sha256(body[found.end() :]).hexdigest().encode() == found[1]


def freeze(pages: Sequence[Page]) -> tuple[bytes, ...]:
    """The pages of one article with invented words; a page that is frozen already stays as it is. Never raises.

    Kept are markup, punctuation, dates, places, how the outlet names itself, and the words of kept.tsv. Left out are
    scripts, styles, comments and what they alone read. The same pages give the same bytes.
    """
    if not pages:
        return ()
    pages = [to_html(page) if is_capture(page.body) else page for page in pages]
    roots = [None if is_frozen(page.body) else parse(page.text()) for page in pages]
    first = next((root for root in roots if root is not None), None)
    house = _house(pages[0].address, parse_metadata(first)) if first is not None else ()
    inventor = Inventor(pages[0].body, house, _filed(pages) if first is not None else ())
    return tuple(
        page.body if is_frozen(page.body) else _frozen(page, root, inventor)
        for page, root in zip(pages, roots, strict=True)
    )


def _frozen(page: Page, root: _Element | None, inventor: Inventor) -> bytes:
    if root is None:
        return _written(inventor.address(page.address), None)
    Markup(root, inventor).invent()
    address = inventor.address(page.address)

    def now() -> Article | Refused:
        return reading([replace(page, address=address, body=_written(address, root), headers=())])

    before = now()
    if isinstance(before, Article):
        thin(root, lambda: now() == before, LARGEST)
    return _written(address, root)


def reading(pages: Sequence[Page]) -> Article | Refused:
    """What the reader makes of an article's pages, with the loader of its outlet."""
    spider = spider_for(pages[0].address)
    return read(pages, outlet_for(pages[0].address), spider.loader if spider else ArticleLoader)


def slug_of(article: Article) -> str:
    """The name of a frozen page's file: the longest part of its address, else its headline; for WordPress' plain
    addresses ("/?p=12") too. Letters, digits and hyphens only: an underscore and a number are of further pages.
    """
    parts = [
        _NOT_SLUG.sub("-", _ENDING.sub("", part.lower())).strip("-") for part in urlsplit(article.url).path.split("/")
    ]
    named = max(parts, key=len)
    if not any(letter.isalpha() for letter in named):
        named = _NOT_SLUG.sub("-", article.headline.lower()).strip("-") or article.id[:12]
    return named if len(named) <= _LONGEST_SLUG else named[:_LONGEST_SLUG].rpartition("-")[0] or named[:_LONGEST_SLUG]


def _written(address: str, root: _Element | None) -> bytes:
    """A page as the bytes of its file."""
    markup = "" if root is None else etree.tostring(root, method="html", encoding="unicode", with_tail=False)
    body = f"<!DOCTYPE html>\n{markup}\n".encode("utf-8", "replace")
    mark = f"<!-- words invented by kliping freeze, sha256 {sha256(body).hexdigest()} -->\n"
    return f"<!-- saved from url=({len(address):04d}){address} -->\n{mark}".encode() + body


def _filed(pages: Sequence[Page]) -> tuple[str, ...]:
    """The names in the dateline ("Mataram, NTB (ANTARA News)"), and the places in the lines of the credits."""
    article = reading(pages)
    if not isinstance(article, Article):
        return ()
    dateline = article.dateline
    told = _PARTS.split(f"{dateline.text},{dateline.place or ''}") if dateline else []
    line = f"{article.signoff or ''} {(article.byline and article.byline.text) or ''}"
    credited = [*_PARTS.split(line), *re.split(r"[\W_]+", line)]
    found = [*told, *(name for name in credited if places.kind_of(name.strip().title()) in _TOWNS)]
    return tuple(dict.fromkeys(name.strip() for name in found if len(name.strip()) > 1 and name.strip()[0].isalpha()))


def _house(address: str, metadata: Metadata) -> tuple[str, ...]:
    """How the outlet names itself: its domain's label, and names of the site that are written like it."""
    label = site(address).partition(".")[0]
    if not label:
        return ()
    spelt = {
        name: re.sub(r"[\W_]+", "", name).lower()
        for name in (*metadata.site_names, *metadata.meta.get("author", ()))
        if len(name) < 40
    }
    return (label, *(name for name, key in spelt.items() if label in key or (len(key) > 3 and key in label)))
