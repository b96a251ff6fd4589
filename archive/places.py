"""The gazetteer: which place a printed name means, with its code in Indonesia or its country abroad.

Read from data/regions.tsv (the ministry's list) and data/places.tsv (what that lacks). A name alone is a city before a
province before a regency of the same name ("Bogor" is Kota Bogor, "Jambi" the city); "Kabupaten", "Provinsi" or
"Kecamatan" before it says otherwise ("Kab. Bogor"), as does the region printed behind it ("Banjar, Kalsel").
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Literal, cast

from archive.article import Place

Kind = Literal["town", "city", "province", "regency", "small", "world", "country", "district"]

_DATA = Path(__file__).parent / "data"
# Which of several places of one name is meant, the likeliest first.
_ORDER: tuple[Kind, ...] = ("town", "city", "province", "regency", "small", "world", "country", "district")
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_OFFICE = re.compile(r"(?:Kota|Kabupaten)(?: Administrasi)? ")
# What is printed before a name to say what kind of region it is.
_PREFIX = re.compile(
    r"(?:(?P<city>Kota(?:madya)?(?: Administrasi)?)|(?P<regency>Kab(?:upaten|\.)?(?: Administrasi)?)"
    r"|(?P<district>Kec(?:amatan|\.)?|Distrik)|(?P<province>Prov(?:insi|\.)?)|Pulau|Desa|Kelurahan)\s+(?=\S)",
    re.IGNORECASE,
)
_SHORTEST = 4  # letters of a district's name: "Gu", "Ibu" and "Web" are words first
_LOOSE = str.maketrans("", "", " \u00a0\n\t-‐‑.'’‘`")


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the gazetteer as it is spelt there. place: None where places of several countries are called so."""

    spelling: str
    kind: Kind
    place: Place | None


def find(name: str, within: str | None = None) -> Place | None:
    """The place that a whole name means, in capitals or not; None when unknown or perhaps in one of several countries.

    within: the region or country printed beside it, where a district must lie. Districts of one name give the code
    that they share: of the regency, else the province, else none.
    """
    found = list(known(name))
    if within is not None:
        regions = [one.place for one in known(within) if one.place]
        inside = [one for one in found if one.place and any(_lies_in(one.place, region) for region in regions)]
        found = inside or [one for one in found if one.kind not in ("district", "small")]
    if not found:
        return None
    best = min(found, key=lambda one: (_RANK[one.kind], _folded(one.spelling) != _folded(name)))
    if best.kind == "district":
        return _shared(one.place for one in found if one.kind == "district" and one.place)
    return best.place


def known(name: str) -> Iterator[Known]:
    """All that a whole name may mean; with "Kota", "Kabupaten" ... before it only that kind where there is one."""
    whole = _names().get(key(name), ())
    yield from whole
    if prefix := _PREFIX.match(name):
        bare = _names().get(key(name[prefix.end() :]), ())
        yield from [one for one in bare if one.kind == prefix.lastgroup] or (() if whole else bare)


def far_apart(name: str, other: str) -> bool:
    """Whether two whole names are places in different countries or provinces; False for a province, a country or doubt.

    "Jakarta" and "Beijing" are; "Mataram" and "NTB", "Wamena" and "Papua" are not, a region being printed with a place.
    """
    if kind_of(name) == "district" or kind_of(other) in ("province", "country", "district", None):
        return False
    first, second = find(name), find(other)
    if first is None or second is None or (second.country == "ID" and "." not in (second.code or "")):
        return False
    if any(
        _lies_in(one.place, region.place)
        for one in known(name)
        for region in known(other)
        if one.place and region.place
    ):
        return False
    return first.country != second.country or (first.code or "")[:2] != (second.code or "")[:2]


def kind_of(name: str) -> Kind | None:
    """What a whole name is first of all; None when unknown."""
    return min((one.kind for one in known(name)), key=_RANK.__getitem__, default=None)


def spelling_of(name: str) -> str | None:
    """A whole name, printed in capitals, as the gazetteer spells it; None when it has no name with these very words."""
    return next((one.spelling for one in known(name) if _folded(one.spelling) == _folded(name)), None)


def is_known(name: str) -> bool:
    """Whether a whole name, less what says its kind ("Kota"), is in the gazetteer."""
    return key(name) in _names()


def spellings() -> Iterator[str]:
    """Every name in every spelling, but for districts: people are called as those are."""
    return (one.spelling for alike in _names().values() for one in alike if one.kind != "district")


def key(name: str) -> str:
    """What the spellings of one name have in common: "Gunung Kidul" and "GUNUNGKIDUL", "São Paulo" and "Sao Paulo"."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return name.translate(_LOOSE).casefold().replace("sumatra", "sumatera")


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()


def _lies_in(place: Place, region: Place) -> bool:
    if place.country != region.country:
        return False
    return region.code is None or (place.code or "").startswith(region.code)


def _shared(places: Iterable[Place]) -> Place | None:
    """One place for several districts of a name, with the part of their codes that is common to all."""
    found = list(places)
    if not found:
        return None
    parts = zip(*((one.code or "").split(".") for one in found), strict=False)
    shared = [part[0] for part in takewhile(lambda part: len(set(part)) == 1, parts)]
    return Place(name=found[0].name, country="ID", code=".".join(shared) or None)


@cache
def _names() -> dict[str, tuple[Known, ...]]:
    ours = list(_rows("places"))
    common = {key(name) for kind, _, names in ours if kind == "word" for name in names.split(", ")}
    found: dict[str, tuple[Known, ...]] = {}
    for one in _regions():
        folded = key(one.spelling)
        if one.kind != "district" or (len(folded) >= _SHORTEST and folded not in common):
            found[folded] = (*found.get(folded, ()), one)
    for kind, where, names in ours:
        for one in _spelt(kind, where, names) if kind != "word" else ():
            same = found.get(key(one.spelling), ())
            if one.place not in [
                other.place for other in same if other.kind != "district"
            ]:  # "Jawa Timur/Jatim" says again what Jawa Timur is
                found[key(one.spelling)] = (*same, one)
    return found


def _spelt(kind: str, where: str, names: str) -> Iterator[Known]:
    """A row of places.tsv: its places by every spelling."""
    code = where if where[0].isdigit() else None
    for spellings in names.split(", "):
        name, *others = spellings.split("/")
        place = None if where == "-" else Place(name=name, country="ID" if code else where, code=code)
        for spelling in (name, *others):
            yield Known(spelling, cast("Kind", kind), place)


def _regions() -> Iterator[Known]:
    """The ministry's regions; a district has the code of its regency or city."""
    kinds: tuple[Kind, ...] = ("province", "regency", "district")
    for code, official in _rows("regions"):
        name = _OFFICE.sub("", official, count=1) if code.count(".") == 1 else official
        kind: Kind = "city" if official.startswith("Kota ") and code.count(".") == 1 else kinds[code.count(".")]
        yield Known(name, kind, Place(name=name, country="ID", code=code[:5]))


def _rows(table: str) -> Iterator[list[str]]:
    for line in (_DATA / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
