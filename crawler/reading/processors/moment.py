"""The grammar of printed dates and times, Indonesian, English and Malay, and of the machines' forms."""

import re
from datetime import timedelta, timezone

# Agt, Ags = Agustus, Nop = Nopember, Peb = Pebruari are the papers' own; Mac, Ogos, Julai, Disember are Malay.
_MONTH = (
    r"(?:jan(?:uar[iy])?|[fp]eb(?:ruar[iy])?|mar(?:et|ch)?|mac|apr(?:il)?|mei|may|jun[ie]?|jul(?:[iy]|ai)?"
    r"|ag(?:ust(?:us)?|us?|[ts])|aug(?:ust)?|ogos|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|no[vp](?:ember)?|d[ei][sc](?:ember)?)"
    r"\b\.?"
)
_NAMES = ("jan", "feb peb", "mar mac", "apr", "mei may", "jun", "jul", "agu agt ags aug ogo", "sep", "okt oct")
_MONTHS = {
    name: number for number, names in enumerate((*_NAMES, "nov nop", "des dec dis"), start=1) for name in names.split()
}
_YEAR = r"(?:19|20)\d\d"
DATE = re.compile(
    rf"(?<!\d)(?:(?P<iy>{_YEAR})[-/](?P<im>\d\d?)[-/](?P<id>\d\d?)(?!\d)"
    rf"|(?P<d>\d\d?)(?:st|nd|rd|th)?[\s./,-]*(?P<m>{_MONTH})[\s./,'’-]*(?P<y>{_YEAR})(?!\d)"
    rf"|(?P<nd>\d\d?)(?P<sep>[/.-])(?P<nm>\d\d?)(?P=sep)(?P<ny>{_YEAR}|\d\d)(?!\d))"
    rf"|\b(?P<mm>{_MONTH})\s*(?P<md>\d\d?)(?:st|nd|rd|th)?(?!\d)[\s,/]+(?P<my>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_TIME = (
    r"(?P<hour>[01]?\d|2[0-3])(?P<tsep>[:.])(?P<minute>[0-5]\d)(?!\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d+)?(?!\d))?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
)
_ZONE = (
    r"(?:\s*[(,]?\s*(?P<zone>w\.?i\.?b|w\.?i\.?t\.?a|w\.?i\.?t|z|(?:gmt|utc)?\s*[+-]\s*\d\d?(?::?\d\d)?|gmt|utc)"
    r"(?![a-z0-9]))?"
)
_AFTER = re.compile(rf"\D{{0,24}}?{_TIME}{_ZONE}", re.IGNORECASE)
TIME_OF_DAY = re.compile(rf"(?<![\d.:]){_TIME}{_ZONE}", re.IGNORECASE)
# detik's metadata: "2023-11-02T20-59-53Z", and "2015-11-05 T10:08:58Z" with a space.
_ISO_TIME = re.compile(
    r"[\sT]{1,3}(?P<hour>\d\d)(?P<tsep>[:.-])(?P<minute>\d\d)(?:[:.-](?P<second>\d\d)(?:[.,]\d+)?)?(?P<half>)" + _ZONE,
    re.IGNORECASE,
)
# What stands before the day and belongs to it: "Senin, ", "Jum'at ".
_WEEKDAY = re.compile(
    r"(?:senin|selasa|rabu|kamis|jum['’`´]?at|sabtu|minggu|ahad|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
    r"\s*[,/]?\s*$",
    re.IGNORECASE,
)
_HOUR = re.compile(rf"\b(?:pukul|jam)\s+(?P<hour>[01]?\d|2[0-3])(?![\d:.]){_ZONE}", re.IGNORECASE)  # pukul = o'clock
_FIXED = {"wib": 7, "wita": 8, "wit": 9, "z": 0, "gmt": 0, "utc": 0}


def day_of(date: re.Match[str]) -> tuple[int, int, int]:
    """Year, month, day of whichever form matched; Indonesian numeric dates are day first, always."""
    if date["iy"]:
        return int(date["iy"]), int(date["im"]), int(date["id"])
    if date["nd"]:
        year = int(date["ny"])
        return year + 2000 if year < 100 else year, int(date["nm"]), int(date["nd"])
    if date["m"]:
        return int(date["y"]), _MONTHS[date["m"][:3].lower()], int(date["d"])
    return int(date["my"]), _MONTHS[date["mm"][:3].lower()], int(date["md"])


def time_of(text: str, date: re.Match[str]) -> re.Match[str] | None:
    """The time that belongs to the date: right behind it, else in front of it ("18.05 WIB, 23 November 2026")."""
    if date["iy"] and (iso := _ISO_TIME.match(text, date.end())):
        return iso
    return _AFTER.match(text, date.end()) or TIME_OF_DAY.search(text, 0, date.start()) or _HOUR.search(text)


def words_of(text: str, date: re.Match[str], time: re.Match[str] | None) -> str:
    """The printed moment alone: without "Diperbarui" (updated) before it and a counter of views behind it."""
    weekday = _WEEKDAY.search(text, 0, date.start())
    start, end = weekday.start() if weekday else date.start(), date.end()
    if time is not None:
        start, end = min(start, time.start()), max(end, time.end())
    return text[start:end].strip(" ,|-–")


def only_moment(line: str) -> bool:
    """Whether a line prints a moment to the minute and hardly more, as "Rabu, 10 Februari 2016 | 00:55 WIB"."""
    date = DATE.search(line) if len(line) < 100 else None
    time = time_of(line, date) if date else None
    if date is None or time is None:
        return False
    return len(line) - len(words_of(line, date, time)) < 30 and not line.rstrip().endswith((".", "?", "!", "”", '"'))


def offset_of(zone: str) -> timezone:
    """A fixed offset from "WIB", "Z", "+0700", "GMT+7"."""
    name = zone.lower().replace(".", "").replace(" ", "")
    if name in _FIXED:
        return timezone(timedelta(hours=_FIXED[name]))
    digits = re.sub(r"\D", "", name)
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if "-" in name else shift)
