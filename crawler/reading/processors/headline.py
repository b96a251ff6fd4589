"""The headline without the name of the site that the page's title carries behind it."""

import re
from collections.abc import Sequence

# " - Kompas.com", " | Tempo.co", " — VIVA", " :: ANTARA News", " » Suara".
_PARTS = re.compile(r"\s+(?:[-–—|•·»~]|::|\|\|)\s+|\s*\|\s*")
_DOMAIN = re.compile(
    r"(?:www\.)?[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|co|id|net|org|tv|news|info|my|or\.id|co\.id|go\.id)(?:/.*)?",
    re.IGNORECASE,
)
_NOT_ALNUM = re.compile(r"[\W_]+")
_ENDS = (".com", ".co.id", ".co", ".id", ".net", ".org", ".tv", ".news", ".or.id", ".info")


def without_site(title: str, house_names: Sequence[str]) -> str:
    """The title less the last parts (or the first) that only name the site; unchanged when nothing else would be left.

    house_names: titles, domains and own names of the site; a part that is written like a domain counts as well.
    """
    own = {_squash(name) for name in house_names} | {_squash(_bare(name)) for name in house_names}
    own.discard("")
    while (cut := _last_separator(title)) and _names_site(title[cut[1] :], own):
        title = title[: cut[0]].rstrip()
    first = _PARTS.search(title)
    if first and first.start() and _squash(title[: first.start()]) in own:
        title = title[first.end() :].lstrip()
    return title


def _last_separator(title: str) -> tuple[int, int] | None:
    last = None
    for found in _PARTS.finditer(title):
        last = found
    return (last.start(), last.end()) if last and last.start() else None


def _names_site(part: str, own: set[str]) -> bool:
    part = part.strip()
    return _squash(part) in own or _squash(_bare(part)) in own or _DOMAIN.fullmatch(part) is not None


def _squash(name: str) -> str:
    return _NOT_ALNUM.sub("", name).casefold()


def _bare(name: str) -> str:
    """A domain's own label: "www.kompas.com" and "Kompas.com" are "kompas"."""
    name = name.strip().casefold().removeprefix("www.")
    return next((name.removesuffix(end) for end in sorted(_ENDS, key=len, reverse=True) if name.endswith(end)), name)
