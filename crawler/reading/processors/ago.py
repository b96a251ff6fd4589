"""Times that count back from now: "3 menit yang lalu" (3 minutes ago), "dua jam lalu", "1 jam 20 menit yg lalu"."""

import re
from datetime import timedelta

from archive.article import Precision

_SECOND, _MINUTE, _HOUR, _DAY = (timedelta(seconds=count) for count in (1, 60, 3600, 86400))
_UNITS: dict[str, tuple[timedelta, Precision]] = {
    **dict.fromkeys(("detik", "second", "sec"), (_SECOND, "minute")),
    **dict.fromkeys(("menit", "mnt", "minute", "min"), (_MINUTE, "minute")),
    **dict.fromkeys(("jam", "hour", "hr"), (_HOUR, "hour")),
    **dict.fromkeys(("hari", "day"), (_DAY, "day")),
}
_WORDS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_NUMBERS = {word: count for count, word in enumerate(_WORDS, start=1)}
_STEP = (
    rf"(?:\d{{1,3}}\s*|(?:{'|'.join(_NUMBERS)})\s+|se|an?\s)"
    r"(?:detik|menit|mnt|jam|hari|minggu|pekan|bulan|tahun|second|sec|minute|min|hour|hr|day|week|month|year)s?"
)
# Of "1,5 jam lalu" and "dua puluh satu menit lalu" (21) the last word alone would be another time.
AGO = (
    rf"(?<!\d[.,])(?<!puluh\s)(?<!ratus\s)\b{_STEP}(?:(?:,|\sdan|\sand)?\s+{_STEP}){{0,3}}"
    r"(?:\s+(?:yang|yg))?\s+(?:lalu|ago)\b"
)
_AGO = re.compile(AGO, re.IGNORECASE)
_STEPS = re.compile(_STEP, re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?:(?P<digits>\d+)\s*|(?P<word>{'|'.join(_NUMBERS)})\s+|se|an?\s)(?P<unit>[a-z]+?)s?", re.IGNORECASE
)


def ago_in(text: str) -> tuple[timedelta, Precision] | None:
    """How long ago a text says, and how finely; the precision "none" where it says no day ("2 minggu lalu": weeks).

    None where the text counts from nothing.
    """
    found = _AGO.search(text)
    if found is None:
        return None
    total: timedelta = timedelta()
    precision: Precision = "none"
    for step in _STEPS.findall(found[0]):
        counted = _COUNTED.fullmatch(step)
        unit = _UNITS.get(counted["unit"].lower()) if counted else None
        if counted is None or unit is None:
            return timedelta(), "none"
        word = (counted["word"] or "").lower()
        total += unit[0] * int(counted["digits"] or _NUMBERS.get(word, 1))
        precision = unit[1]
    return total, precision
