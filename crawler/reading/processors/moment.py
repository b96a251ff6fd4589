"""The grammar of printed dates and times, Indonesian, English and Malay, and of the machines' forms."""

import re
from datetime import timedelta, timezone
from functools import lru_cache

# Agt, Ags = Agustus, Nop = Nopember, Peb = Pebruari are the papers' own; Mac, Ogos, Julai, Disember are Malay.
_MONTH = (
    r"(?:jan(?:uar[iy])?|[fp]eb(?:r(?:uar[iy])?)?|mar(?:et|ch)?|mrt|mac|apr(?:il)?|mei|may|jun[ie]?|jul(?:[iy]|ai)?"
    r"|ag(?:ust(?:us)?|st|us?|[ts])|aug(?:ust(?:us)?)?|ogos|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|no[vp](?:ember)?"
    r"|d[ei][sc](?:ember)?)\b\.?"
)
_NAMES = ("jan", "feb peb", "mar mrt mac", "apr", "mei may", "jun", "jul", "agu agt ags aug ogo", "sep", "okt oct")
_MONTHS = {
    name: number for number, names in enumerate((*_NAMES, "nov nop", "des dec dis"), start=1) for name in names.split()
}
_YEAR = r"(?:19|20)\d\d"
# "23 Nov 26", "23-Nov-26", "23 Nov '26"; the 18 of "23 Nov 18.05" and "23 Nov 18 WIB" is an hour, the 26 of
# "23 Nov - 26 Des 2026" a day.
_SHORT_YEAR = r"[\s/-]['’]?(?P<sy>\d\d)(?![:.]?\d|\s*w\.?i)"
DATE = re.compile(
    rf"(?<!\d)(?:(?P<iy>{_YEAR})[-/](?P<im>\d\d?)[-/](?P<id>\d\d?)(?!\d)"
    rf"|(?P<d>\d\d?)(?:st|nd|rd|th)?[\s./,-]*(?P<m>{_MONTH})(?:[\s./,'’-]*(?P<y>{_YEAR})(?!\d)|{_SHORT_YEAR})"
    rf"|(?P<nd>\d\d?) ?(?P<sep>[/.-]) ?(?P<nm>\d\d?) ?(?P=sep) ?(?P<ny>{_YEAR}|\d\d)(?!\d))"
    rf"|\b(?P<mm>{_MONTH})\s*(?P<md>\d\d?)(?:st|nd|rd|th)?(?!\d)[\s,/]+(?P<my>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_PART = r"(?P<part>pagi|siang|sore|petang|malam|tengah\s?hari)\b"
_HALF = rf"(?:\s*(?:(?P<half>[ap])\.?m\b\.?|{_PART}))?"
_TIME = (
    r"(?P<hour>[01]?\d|2[0-3])(?P<tsep>[:.])(?P<minute>[0-5]\d)(?!\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d+)?(?!\d))?"
    + _HALF
)
_NAMED_ZONE = (
    r"w\.?i\.?b|w\.?i\.?t\.?a|w\.?i\.?t|myt|sgt|z|(?:gmt|utc)\s*[+-]\s*(?:1[0-4]|0?\d)(?::?[0-5]\d)?(?!:)|gmt|utc"
)
# Of bare offsets only what cannot be the second half of "10:30-12:00 WIB" nor the 5 of "10:30 - 5 menit baca".
_ZONE = rf"(?:\s*[(,]?\s*(?P<zone>{_NAMED_ZONE}|[+-](?:0\d|1[0-4])[03]0|\+(?:0\d|1[0-4]):[03]0)(?![a-z0-9]))?"
_ISO_ZONE = rf"(?:\s?\(?(?P<zone>{_NAMED_ZONE}|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)(?![a-z0-9]))?"
# What is printed on both sides of the date: "Senin, ", "Jum'at ", Javanese "Senin Pon, ", Malay "Khamis ".
_DAY_NAME = (
    r"(?:(?:senin|isnin|selasa|rabu|kh?amis|juma?['’‘`´]?at|sabtu|minggu|ahad|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?"
    r"|sun)(?:day)?|\b(?:sen|sel|rab|kam|jum|sab|min)\b)\.?(?:[\s-]+(?:pon|wage|kliwon|legi|pahing)\b)?)"
)
_PUNCTUATION = r"[\s,;|/•·.\-–—()\[\]@:]"
# "pukul", "pkl.", "jam" = o'clock; M = Masehi, of the Christian era.
_OCLOCK = rf"{_PUNCTUATION}*(?:{_DAY_NAME}{_PUNCTUATION}*)?(?:(?:pukul|pkl|pk|jam|at|t|m)\b{_PUNCTUATION}*)?"
_HIJRI = r"(?:[\s,/|(–-]{1,3}\d\d?\s[a-z'’ -]{4,24}\s1[345]\d\d(?:\s?h\b)?)?"  # "/ 13 Jumadil Akhir 1448 H"
_AFTER = re.compile(rf"(?:\sm\b)?{_HIJRI}{_OCLOCK}{_TIME}{_ZONE}", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?<![\d.:]){_TIME}{_ZONE}{_PUNCTUATION}*(?:(?:hari|pada|tanggal|tgl|on)\b{_PUNCTUATION}*)*(?:{_DAY_NAME}{_PUNCTUATION}*)?$",
    re.IGNORECASE,
)
TIME_OF_DAY = re.compile(rf"(?<![\d.:]){_TIME}{_ZONE}", re.IGNORECASE)
# detik's metadata: "2023-11-02T20-59-53Z", and "2015-11-05 T10:08:58Z" with a space.
_ISO_TIME = re.compile(
    r"[\sT]{1,3}(?P<hour>[01]?\d|2[0-3])(?P<tsep>[:.-])(?P<minute>[0-5]\d)(?:[:.-](?P<second>[0-5]\d)(?:[.,]\d+)?)?(?!\d)"
    + _HALF
    + _ISO_ZONE,
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"{_DAY_NAME}\s*[,/(]?\s*$", re.IGNORECASE)
_HOUR = re.compile(
    rf"\b(?:pukul|jam)\s+(?P<hour>[01]?\d|2[0-3])(?!\d|[:.]\d)(?:\s{_PART})?{_ZONE}|(?<![\d:.])(?P<hour12>1[0-2]|0?[1-9])\s?(?P<half>[ap])\.?m\b\.?",
    re.IGNORECASE,
)
_FIXED = {"wib": 7, "wita": 8, "wit": 9, "myt": 8, "sgt": 8, "z": 0, "gmt": 0, "utc": 0}
_NEAR = 48  # characters beside a date in which its time stands
_NEXT = 20  # characters before a date in which its weekday stands: "Jum'at Kliwon, ("


def day_of(date: re.Match[str]) -> tuple[int, int, int]:
    """Year, month, day of whichever form matched; Indonesian numeric dates are day first, always."""
    if date["iy"]:
        return int(date["iy"]), int(date["im"]), int(date["id"])
    if date["nd"]:
        return _century(date["ny"]), int(date["nm"]), int(date["nd"])
    if date["m"]:
        return _century(date["y"] or date["sy"]), _MONTHS[date["m"][:3].lower()], int(date["d"])
    return int(date["my"]), _MONTHS[date["mm"][:3].lower()], int(date["md"])


def _century(year: str) -> int:
    """A year of two digits lies between 1970, the oldest page of a paper's archive, and 2069."""
    number = int(year)
    return number if number > 99 else number + (2000 if number < 70 else 1900)


def time_of(text: str, date: re.Match[str]) -> re.Match[str] | None:
    """The time that belongs to the date: right behind it, else in front of it ("18.05 WIB, 23 November 2026")."""
    if date["iy"] and (iso := _ISO_TIME.match(text, date.end())):
        return iso
    after = _AFTER.match(text, date.end())
    if after is not None:
        return after
    return _BEFORE.search(text, max(0, date.start() - _NEAR), date.start()) or _HOUR.search(
        text, date.end(), date.end() + _NEAR
    )


def clock_of(time: re.Match[str]) -> tuple[int, int | None, int | None]:
    """Hour (0 to 23), minute and second of a matched time; None for what it does not say."""
    parts = time.groupdict()
    hour = int(parts["hour"] or parts.get("hour12") or 0)
    minute, second = (int(parts[name]) if parts.get(name) else None for name in ("minute", "second"))
    half, part = (parts.get("half") or "").lower(), (parts.get("part") or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif part and 1 <= hour <= 12:
        hour = _hour_of_day(hour, part)
    return hour, minute, second


def _hour_of_day(hour: int, part: str) -> int:
    """Pagi = morning, siang = midday, tengah hari = noon, sore and petang = afternoon, malam = night."""
    if part == "malam":
        return hour + 12 if 6 <= hour < 12 else hour % 12
    if part == "pagi" or (hour >= 10 and part not in ("sore", "petang")):
        return hour
    return hour % 12 + 12


def words_of(text: str, date: re.Match[str], time: re.Match[str] | None) -> str:
    """The printed moment alone: without "Diperbarui" (updated) before it and a counter of views behind it."""
    weekday = _WEEKDAY.search(text, max(0, date.start() - _NEXT), date.start())
    start, end = weekday.start() if weekday else date.start(), date.end()
    if time is not None:
        start, end = min(start, time.start()), max(end, time.end())
    if text.startswith(")", end) and "(" in text[start:end]:  # "Senin (23/11/2026)", "18:05 (WIB)"
        end += 1
    return text[start:end].strip(" ,|-–")


def only_moment(line: str) -> bool:
    """Whether a line prints a moment to the minute and hardly more, as "Rabu, 10 Februari 2016 | 00:55 WIB"."""
    date = DATE.search(line) if len(line) < 100 else None
    time = time_of(line, date) if date else None
    if date is None or time is None:
        return False
    return len(line) - len(words_of(line, date, time)) < 30 and not line.rstrip().endswith((".", "?", "!", "”", '"'))


@lru_cache(maxsize=64)
def offset_of(zone: str) -> timezone:
    """A fixed offset from "WIB", "Z", "+0700", "GMT+7"."""
    name = zone.lower().replace(".", "").replace(" ", "")
    if name in _FIXED:
        return timezone(timedelta(hours=_FIXED[name]))
    digits = re.sub(r"\D", "", name)
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if "-" in name else shift)
