"""Several pages into one article: which pages belong to it, and their texts in order without what they repeat."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, urljoin, urlsplit

from archive.address import BadAddress, canonical, clean, key
from archive.article import Paragraph, Quote
from archive.page import Page
from crawler.reading.head import squash
from crawler.reading.marks import marks
from crawler.reading.processors.paragraph import Item
from crawler.reading.tree import Tree, parse

_NUMBERED = re.compile(r"/(?:halaman-|page-)?(\d{1,2})/?$")
_RELATIVE = re.compile(r"\s*(?:\?|(?:\./)?(?:halaman-|page-)?\d{1,2}/?$)")
_PARAMETERS = ("page", "halaman", "hal", "p", "showpage", "pg")
_ALL = frozenset({("page", "all"), ("showpage", "all"), ("single", "1"), ("halaman", "all"), ("page", "semua")})
_MOST = 30
_LONG_ENOUGH = 40  # characters: shorter blocks may rightly be said twice


def further_pages(page: Page) -> tuple[str, ...]:
    """Absolute addresses of the further pages of the article this page begins, in order; () where there are none.

    Where the whole stands on one page ("?page=all"), that page alone. A page that is itself a further page names none.
    """
    root = parse(page.text())
    return () if root is None else pages_named(Tree(root), page.address)


def pages_named(tree: Tree, address: str) -> tuple[str, ...]:
    """`further_pages` of a page that was parsed already."""
    return ways_on(tree, address)[0]


def ways_on(tree: Tree, address: str) -> tuple[tuple[str, ...], ...]:
    """The further pages that make the article whole, each way that the page offers: the whole on one page, or one after
    another; one empty way where there are none.
    """
    try:
        here = clean(address)
    except BadAddress:
        return ((),)
    if _part_of(here, _stem(here)) is not None or next(tree.find(*marks("inlined")), None) is not None:
        return ((),)
    numbered: dict[int, str] = {}
    whole: str | None = None
    for other in _links(tree, address):
        part = _part_of(other, here)
        if part == 0:
            whole = whole or other
        elif part is not None and part > 1:
            numbered.setdefault(part, other)
    wanted = []
    for number in range(2, _MOST + 2):  # a gap ends the article: "?page=15" beside nothing is something else
        if number not in numbered:
            break
        wanted.append(numbered[number])
    if whole is None:
        return (tuple(wanted),)
    return ((whole,), tuple(wanted)) if wanted and len(wanted) == len(numbered) else ((whole,),)


def in_order(pages: Sequence[Page]) -> list[Page]:
    """The pages by the number in their addresses; those without one, and the whole on one page, stand before."""
    return sorted(pages, key=lambda page: _number(page.address)) if len(pages) > 1 else list(pages)


def _number(address: str) -> int:
    try:
        here = clean(address)
    except BadAddress:
        return 1
    return max(1, _part_of(here, _stem(here)) or 1)


def is_further(tree: Tree, address: str) -> bool:
    """Whether a page is not the first of its article: by its address, or by the link to the page before it."""
    try:
        here = clean(address)
    except BadAddress:
        return False
    part = _part_of(here, _stem(here))
    if part is not None:
        return part > 1
    before = (link.get("href") for link in tree.sparse("link") if (link.get("rel") or "").lower() == "prev")
    return any(href and _same_article(address, href) for href in before)


def _same_article(address: str, href: str) -> bool:
    """Whether a link leads to a page of the article at an address: a neighbour's slug is another one."""
    try:
        other, here = clean(urljoin(address, href.strip())), clean(address)
    except (BadAddress, ValueError):
        return False
    return _stem(other) == _stem(here)


def join(texts: Sequence[Sequence[Item]]) -> list[Item]:
    """The texts of several pages one after another; blocks that an earlier page has already are left out."""
    if len(texts) == 1:
        return list(texts[0])
    joined: list[Item] = []
    seen: set[str] = set()
    for number, text in enumerate(texts):
        fresh = [item for item in text if number == 0 or _said(item) not in seen]
        joined.extend(fresh)
        seen.update(said for item in text if (said := _said(item)) is not None)
    return joined


def _said(item: Item) -> str | None:
    """What a block says, to be known again; None for short ones."""
    if isinstance(item, Paragraph | Quote):
        return squash(item.text) if len(item.text) >= _LONG_ENOUGH else None
    return repr(item)


def _links(tree: Tree, address: str) -> Iterator[str]:
    """The addresses on the page that may be of the same article: those that hold its slug, and short relative ones."""
    host, _, path = address.partition("://")[2].partition("/")
    slug = path.partition("?")[0].rstrip("/").rpartition("/")[2]
    base = next((href for base in tree.sparse("base") if (href := base.get("href"))), "")
    hrefs = [link.get("href") for link in tree.links]
    hrefs += [link.get("href") for link in tree.sparse("link") if (link.get("rel") or "").lower() == "next"]
    for href in dict.fromkeys(hrefs):
        if not href or (slug not in href and (href.startswith("http") or not _RELATIVE.match(href))):
            continue
        if href.startswith(("http", "//")) and host not in href[: len(host) + 16]:
            continue
        try:
            yield clean(urljoin(urljoin(address, base) if base else address, href.strip()))
        except (BadAddress, ValueError):
            continue


def _part_of(address: str, first: str) -> int | None:
    """Which page of the article at `first` an address is: 0 for the whole on one page, None for something else."""
    parts, start = urlsplit(address), urlsplit(first)
    if key(f"{parts.scheme}://{parts.netloc}") != key(f"{start.scheme}://{start.netloc}"):
        return None
    path, stem = parts.path.rstrip("/"), start.path.rstrip("/")
    if path == stem:
        own = dict(parse_qsl(start.query))
        rest = [(name.lower(), value) for name, value in parse_qsl(parts.query) if own.get(name) != value]
        if len(rest) != 1:
            return None
        name, value = rest[0]
        if (name, value) in _ALL:
            return 0
        return int(value) if name in _PARAMETERS and value.isdecimal() and len(value) < 3 else None
    numbered = _NUMBERED.fullmatch(path[len(stem) :]) if path.startswith(stem) and stem else None
    return int(numbered[1]) if numbered else None


def _stem(address: str) -> str:
    """The address of the first page of what may be a further page."""
    parts = urlsplit(address)
    if parts.query:
        return canonical(address)
    return address[: -len(_NUMBERED.search(parts.path)[0])] if _is_numbered(parts.path) else canonical(address)  # type: ignore[index]


def _is_numbered(path: str) -> bool:
    """Whether a path ends in a small number of its own behind a slug: "/berita/judul-panjang/2/"."""
    found = _NUMBERED.search(path)
    return bool(found) and "-" in path[: found.start()].rpartition("/")[2] if found else False
