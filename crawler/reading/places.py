"""Where a place name ends in a text, and how it is written there: the gazetteer as datelines need it."""

import re

from archive import places

_LONGEST = 5  # words in the longest name, "Buay Pematang Ribu Ranau Tengah"
_WORD = re.compile(r"(?:[A-Z]\.){2,}|(?:St|Kep|Kab|Kec)\.(?=\s)|[\w'’]+")
_BETWEEN = re.compile(r"[ \u00a0-]\s?")
# "Kota Bandung", "Kab. Bogor", "Pulau Sebatik", "Kecamatan Klojen": kinds of place before the name.
_KIND = re.compile(r"(?:Kota|Kabupaten|Kab\.?|Kecamatan|Kec\.?|Pulau|Provinsi)\s+", re.IGNORECASE)


def printed(name: str) -> str:
    """A name in capitals as it is written in a text ("LABUAN BAJO" is "Labuan Bajo"); others as they are."""
    if not name.isupper():
        return name
    return places.spelling_of(name) or " ".join(
        word if len(word) < 3 else "-".join(part.capitalize() for part in word.split("-")) for word in name.split()
    )


def longest_at(text: str, start: int) -> int | None:
    """Where the longest known name that starts at `start` ends, None when none does."""
    kind = _KIND.match(text, start)
    end = _longest(text, start)
    if kind and (inner := _longest(text, kind.end())) is not None:
        end = max(end or 0, inner)
    return end


def _longest(text: str, start: int) -> int | None:
    best, at = None, start
    for count in range(_LONGEST):
        word = _WORD.match(text, at)
        if word is None or (count == 0 and not word[0][0].isupper()):
            break
        if places.is_known(text[start : word.end()]):
            best = word.end()
        gap = _BETWEEN.match(text, word.end())
        if gap is None:
            break
        at = gap.end()
    return best
