"""How agencies and outlets name themselves in datelines: data/agencies.tsv, the outlet's own names, and domains."""

import re
from functools import cache, lru_cache

from archive.outlet import Outlet
from crawler.reading import places
from crawler.reading.phrases import rows

_DOMAIN = r"[A-Za-z][\w-]*(?:\.[\w-]+)*\.(?i:com|co\.id|or\.id|id|net|co|tv|news|org|info|my)(?!\.?\w)"


@lru_cache(maxsize=256)
def agencies(outlet: Outlet) -> re.Pattern[str]:
    """Agencies' and the outlet's own names, and whatever is written like a domain; several may be joined by "/"."""
    own = {*outlet.house_names, *([outlet.title] if outlet.title else [])}
    names = sorted({*_names(), *own}, key=lambda name: (-len(name), name))
    one = rf"(?:{_DOMAIN}|(?:{'|'.join(map(_loose, names))}{_label(outlet)})(?!\w))"
    return re.compile(rf"{one}(?:\s?/\s?{one})*(?!/)")


def _loose(name: str) -> str:
    """The name as written or in capitals."""
    return "|".join(dict.fromkeys((re.escape(name), re.escape(name.upper()))))


def _label(outlet: Outlet) -> str:
    """A site also goes by the first label of its domain, as in "VIVAnews"; a town's name is left to the towns."""
    label = outlet.name.partition(".")[0]
    if len(label) < 4 or places.kind_of(label):
        return ""
    spelt = r"\s?".join(map(re.escape, label))  # "koranmandala" is printed as "Koran Mandala"
    return rf"|(?=[A-Z])(?i:{spelt}(?:news|com|tv|\sonline)?)"


@cache
def _names() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("agencies"))


def is_agency(name: str) -> bool:
    """Whether a whole name, in capitals or not, is one of the table's."""
    return name.casefold() in _folded()


@cache
def _folded() -> frozenset[str]:
    return frozenset(name.casefold() for name in _names())
