"""The headline without the name of the site that the page's title carries behind it."""

import re
from collections.abc import Sequence
from functools import lru_cache

# " - Kompas.com", " | Tempo.co", " — VIVA", " :: ANTARA News", " » Suara".
_PARTS = re.compile(r"\s{1,9}(?:[-–—|•·»~]|::|\|\|)\s{1,9}|\s{0,9}\|\s{0,9}")
_DOMAIN = re.compile(
    r"(?:www\.)?[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|co|id|net|org|tv|news|info|my|or\.id|co\.id|go\.id)(?:/.*)?",
    re.IGNORECASE,
)
_NOT_ALNUM = re.compile(r"[\W_]+")
_ENDS = (".co.id", ".or.id", ".news", ".info", ".com", ".net", ".org", ".co", ".id", ".tv")  # the longest first


def without_site(title: str, house_names: Sequence[str]) -> str:
    """The title less the last parts (or the first) that only name the site; unchanged when nothing else would be left.

    house_names: titles, domains and own names of the site; a part that is written like a domain counts as well.
    """
    own = _own(tuple(house_names))
    for sign in reversed(list(_PARTS.finditer(title))):
        if not sign.start() or not _names_site(title[sign.end() :], own):
            break
        title = title[: sign.start()].rstrip()
    first = _PARTS.search(title)
    if first and first.start() and _squash(title[: first.start()]) in own:
        title = title[first.end() :].lstrip()
    return title


@lru_cache(maxsize=64)
def _own(names: tuple[str, ...]) -> frozenset[str]:
    """The letters of these names, and of their labels where they are domains; a page asks for each of its titles."""
    return frozenset(own for name in names for own in (_squash(name), _squash(_bare(name))) if own)


def _names_site(part: str, own: frozenset[str]) -> bool:
    part = part.strip()
    return _squash(part) in own or _squash(_bare(part)) in own or _DOMAIN.fullmatch(part) is not None


def _squash(name: str) -> str:
    return _NOT_ALNUM.sub("", name).casefold()


def _bare(name: str) -> str:
    """A domain's own label: "www.kompas.com" and "Kompas.com" are "kompas"."""
    name = name.strip().casefold().removeprefix("www.")
    return next((name.removesuffix(end) for end in _ENDS if name.endswith(end)), name)
