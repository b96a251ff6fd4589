"""Where a place name ends in a text: the gazetteer of datelines, read from data/places.tsv."""

import re
from functools import cache

from crawler.reading.phrases import rows

_LONGEST = 5  # words in the longest name, "Siau Tagulandang Biaro ..."
_WORD = re.compile(r"[\w'’]+(?:\.(?=[A-Z]))?")
_BETWEEN = re.compile(r"[ -]\s?")
# "Kota Bandung", "Kab. Bogor", "Pulau Sebatik", "Kecamatan Klojen": kinds of place before the name.
_KIND = re.compile(r"(?:Kota|Kabupaten|Kab\.?|Kecamatan|Kec\.?|Pulau|Provinsi)\s+", re.IGNORECASE)


@cache
def _names() -> dict[str, tuple[str, str]]:
    """Folded name to its kind and its printed form."""
    return {_key(name): (kind, name) for kind, _, names in rows("places") for name in names.split(", ")}


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name.replace("’", "'").replace(".", "")).casefold()


def kind_of(name: str) -> str | None:
    """One of "city", "district", "world" and "country" for a whole name, also behind "Kota"; None when unknown."""
    name = _KIND.sub("", name, count=1) if name.casefold() not in ("kota agung", "kota pinang") else name
    found = _names().get(_key(name))
    return found[0] if found else None


def printed(name: str) -> str:
    """A name in capitals as it is written in a text ("LABUAN BAJO" is "Labuan Bajo"); others as they are."""
    if not name.isupper():
        return name
    found = _names().get(_key(name))
    if found:
        return found[1]
    return " ".join(word if len(word) < 3 else word.capitalize() for word in name.split())


def longest_at(text: str, start: int) -> int | None:
    """Where the longest known name that starts at `start` ends, None when none does."""
    kind = _KIND.match(text, start)
    end = _longest(text, start)
    if kind and (inner := _longest(text, kind.end())) is not None:
        end = max(end or 0, inner)
    return end


def _longest(text: str, start: int) -> int | None:
    names, best, at = _names(), None, start
    words: list[str] = []
    for _ in range(_LONGEST):
        word = _WORD.match(text, at)
        if word is None or (not words and not word[0][0].isupper()):
            break
        words.append(word[0])
        if _key(" ".join(words)) in names:
            best = word.end()
        gap = _BETWEEN.match(text, word.end())
        if gap is None:
            break
        at = gap.end()
    return best
