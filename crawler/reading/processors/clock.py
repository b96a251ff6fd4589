"""A moment as papers print it and as machines write it, understood."""

import re
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from archive.article import Clock, Precision
from crawler.reading.processors.ago import ago_in
from crawler.reading.processors.moment import DATE, TIME_OF_DAY, clock_of, day_of, offset_of, time_of, words_of
from crawler.reading.processors.text import fold

# Seconds or milliseconds since 1970, of this century: ten digits of another size are an id or a telephone number.
_EPOCH = re.compile(r"([12]\d{9})(?:\.\d+)?|([12]\d{12})")
# "20261123", "20261123T180509+0700", "20261123180509"
_COMPACT = re.compile(
    r"((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?([01]\d|2[0-3])([0-5]\d)([0-5]\d)?)?(z|[+-]\d\d:?\d\d)?", re.IGNORECASE
)
_DAY_WORD = re.compile(
    r"\b(?:(?P<now>baru saja|just now)|(?P<today>hari ini|today)|(?P<past>kemarin|yesterday))\b", re.I
)
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # "２３：０５" as typed on East Asian keyboards
_DAY = timedelta(days=1)


def parse_clock(text: str, *, zone: ZoneInfo, now: datetime, source: str) -> Clock:
    """A printed or tagged moment as a Clock; `at` None where it is not understood or impossible. Never raises.

    Where a date is recognised `text` is the moment alone: counters of views and names in the same line would else make
    every crawl find other words.

    zone: of a time printed without one; now: when the page was fetched, aware, from which relative times count.
    """
    folded = fold(text)
    if folded is None:
        return Clock(source=source)
    try:
        return (
            _machine(folded, zone, source)
            or _absolute(folded, zone, source)
            or _relative(folded, zone, now, source)
            or Clock(text=folded, source=source)
        )
    except (ValueError, OverflowError):  # "99991331": digits that make no day
        return Clock(text=folded, source=source)


def _machine(text: str, zone: ZoneInfo, source: str) -> Clock | None:
    """Forms of digits alone, which no paper prints."""
    if not text[:4].isdigit():
        return None
    if epoch := _EPOCH.fullmatch(text):
        seconds = int(epoch[1]) if epoch[1] else int(epoch[2]) // 1000
        return Clock(
            text=text, at=_fixed(datetime.fromtimestamp(seconds, UTC), zone), precision="second", source=source
        )
    parts = _COMPACT.fullmatch(text)
    if parts is None:
        return None
    *numbers, offset = parts.groups()
    at = _naive(zone, *(int(number or 0) for number in numbers))
    if offset:
        at = at.replace(tzinfo=offset_of(offset))
    return Clock(
        text=text, at=at, precision="second" if numbers[5] else "minute" if numbers[3] else "day", source=source
    )


def _absolute(text: str, zone: ZoneInfo, source: str) -> Clock | None:
    plain = text if text.isascii() else text.translate(_WIDE)
    date = DATE.search(plain)
    if date is None:
        return None
    time = time_of(plain, date)
    words = words_of(text, date, time)
    hour, minute, second = clock_of(time) if time else (None, None, None)
    try:
        at = _naive(zone, *day_of(date), hour or 0, minute or 0, second or 0)
    except (ValueError, OverflowError):  # 31 Februari, year 0: printed, but no moment
        return Clock(text=words, source=source)
    precision: Precision = (
        "second" if second is not None else "minute" if minute is not None else "hour" if hour is not None else "day"
    )
    if time is not None and time["zone"]:
        at = at.replace(tzinfo=offset_of(time["zone"]))
    return Clock(text=words, at=at, precision=precision, source=source)


def _relative(text: str, zone: ZoneInfo, now: datetime, source: str) -> Clock | None:
    here = _fixed(now, zone)
    if ago := ago_in(text):
        passed, precision = ago
        if precision == "none":
            return Clock(text=text, source=source, relative=True)
        at = here - passed
        at = _midnight(at) if precision == "day" else at.replace(second=0, microsecond=0)
        return Clock(text=text, at=at, precision=precision, source=source, relative=True)
    word = _DAY_WORD.search(text)
    if word is None:
        return None
    if word["now"]:
        at = here.replace(second=0, microsecond=0)
        return Clock(text=text, at=at, precision="minute", source=source, relative=True)
    midnight = _midnight(here) - (_DAY if word["past"] else timedelta())
    time = TIME_OF_DAY.search(text)
    if time is None:
        return Clock(text=text, at=midnight, precision="day", source=source, relative=True)
    hour, minute, _ = clock_of(time)
    at = midnight.replace(hour=hour or 0, minute=minute or 0)
    if time["zone"]:
        at = at.replace(tzinfo=offset_of(time["zone"]))
    return Clock(text=text, at=at, precision="minute", source=source, relative=True)


def _naive(zone: ZoneInfo, *parts: int) -> datetime:
    year, month, day, hour, minute, second = (*parts, 0, 0, 0)[:6]
    return _fixed(datetime(year, month, day, hour, minute, second, tzinfo=zone), zone)


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def _fixed(at: datetime, zone: ZoneInfo) -> datetime:
    """The same moment in the zone's offset of that day, as a fixed offset: that is what JSON gives back."""
    there = at.astimezone(zone)
    return there.replace(tzinfo=timezone(there.utcoffset() or timedelta()))
