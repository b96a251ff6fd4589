"""How agencies and outlets name themselves in datelines: data/agencies.tsv, the outlet's own names, and domains."""

import re
from functools import cache, lru_cache

from archive import places
from archive.outlet import Outlet
from crawler.reading.phrases import rows

_DOMAIN = re.compile(
    r"(?:\d{1,3})?[A-Za-z][\w-]*(?:\.[\w-]+)*\.(?i:com|id|net|co|tv|news|org|info|my|online|press|today|media|asia|me|site"
    r"|us|sg|xyz|au|uk)(?!\.?\w)(?:/(?=\s))?"
)
_JOINT = re.compile(r"\s?/\s?")
_WHOLE = re.compile(r".+", re.DOTALL)


@lru_cache(maxsize=256)
def agencies(outlet: Outlet) -> "Agencies":
    """Agencies' and the outlet's own names, and whatever is written like a domain; several may be joined by "/"."""
    return Agencies(outlet)


class Agencies:
    """The names of one outlet. The table's are one pattern for all outlets: to compile it takes as long as a page."""

    def __init__(self, outlet: Outlet) -> None:
        own = {form for name in (*outlet.house_names, outlet.title) if name for form in (name, name.upper())}
        self._own = sorted(own, key=lambda name: (-len(name), name))
        label = outlet.name.partition(".")[0]
        self._label = "" if len(label) < 4 or places.kind_of(label) else label  # a town's name is left to the towns

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The name or names that start here, as a match of the whole; None where there is none."""
        end = self._one(text, at)
        if end is None:
            return None
        while (joint := _JOINT.match(text, end)) and (further := self._one(text, joint.end())):
            end = further
        return None if text.startswith("/", end) else _WHOLE.match(text, at, end)

    def _one(self, text: str, at: int) -> int | None:
        """Where a single name ends: a domain, else the longest name, else the label of the outlet's domain."""
        if domain := _DOMAIN.match(text, at):
            return domain.end()
        known = _known().match(text, at)
        own = next((end for name in self._own if text.startswith(name, at) and _ends(text, end := at + len(name))), 0)
        if longest := max(known.end() if known else 0, own):
            return longest
        if not self._label or not text[at : at + 1].isupper() or text[at].lower() != self._label[0]:
            return None
        spelt = _spelt(self._label).match(text, at)
        return spelt.end() if spelt else None


def _ends(text: str, end: int) -> bool:
    """Whether no further letter or digit follows."""
    return not (text[end : end + 1].isalnum() or text.startswith("_", end))


@cache
def _known() -> re.Pattern[str]:
    """The names of the table, as written or in capitals."""
    forms = {form for name in _names() for form in (name, name.upper())}
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))})(?!\w)")


@lru_cache(maxsize=256)
def _spelt(label: str) -> re.Pattern[str]:
    """A site also goes by the first label of its domain: "VIVAnews"; "koranmandala" is printed as "Koran Mandala"."""
    return re.compile(r"\s?".join(map(re.escape, label)) + r"(?:news|com|tv|\sonline)?(?!\w)", re.IGNORECASE)


@cache
def _names() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("agencies"))


def is_own(name: str, outlet: Outlet) -> bool:
    """Whether a name is one of the outlet's: its title, a house name or a domain, in capitals or not."""
    return name.casefold() in {
        one.casefold() for one in (outlet.name, outlet.title, *outlet.domains, *outlet.house_names)
    }


def is_agency(name: str) -> bool:
    """Whether a whole name, in capitals or not, is one of the table's."""
    return name.casefold() in _folded()


@cache
def _folded() -> frozenset[str]:
    return frozenset(name.casefold() for name in _names())
