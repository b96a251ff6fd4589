"""Which files are parts of one article: those whose addresses say so, and whose first page names the others."""

import re
from collections.abc import Iterable, Sequence

from archive.address import BadAddress, canonical, clean, key
from archive.page import Page
from crawler.reading.joined import further_pages

# What stands behind the article's own address on its further pages: "/2/", "/page/2", "/halaman-2" ("halaman" =
# "page"), "?hal=2". The commoner query forms ("?page=2") fall away in `canonical`.
_PART = re.compile(r"(?:/(?:(?:page|halaman)[/-])?|/?[?&](?:p|pg|hal)=)\d{1,2}$", re.IGNORECASE)


def neighbours(addresses: Iterable[str | None]) -> list[list[int]]:
    """Positions of addresses that may be pages of one article, together; groups in the order of their first member.

    Cheap, and generous: two captures of one address are neighbours too. Which pages belong together only their markup
    says (`joined_up`). None, and what is no http address, has no neighbours.
    """
    bases = [_base(address) for address in addresses]
    known = {base for base in bases if base is not None}
    groups: dict[str | int, list[int]] = {}
    for position, base in enumerate(bases):
        shorter = _PART.sub("", base) if base is not None else None
        groups.setdefault((shorter if shorter in known else base) or position, []).append(position)
    return list(groups.values())


def _base(address: str | None) -> str | None:
    try:
        return key(canonical(address)) if address else None
    except BadAddress:
        return None


def joined_up(pages: Sequence[Page]) -> list[list[int]]:
    """Positions of the pages of each article, its first page first; every page stands in exactly one article.

    A page that another one names as a further page of its article is no article by itself. Where there are several
    captures of a page, the first of the one belongs to the first of the other.
    """
    if len(pages) == 1:
        return [[0]]
    spellings = [_spelling(page.address) for page in pages]
    free: dict[str, list[int]] = {}
    for position, spelling in enumerate(spellings):
        free.setdefault(spelling, []).append(position)
    articles = []
    # The shorter address first: should a last page name the first as its further page, the first still begins.
    for position in sorted(range(len(pages)), key=lambda position: len(spellings[position])):
        if position in free[spellings[position]]:
            free[spellings[position]].remove(position)
            further = [free.get(_spelling(address)) for address in further_pages(pages[position])]
            articles.append([position, *(spots.pop(0) for spots in further if spots)])
    return sorted(articles)


def _spelling(address: str) -> str:
    try:
        return key(clean(address))
    except BadAddress:
        return address
