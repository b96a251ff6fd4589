"""A moment as Indonesian papers print it, and the best of several that a page gives."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import msgspec

from archive.article import Clock, Disagreement, Precision
from crawler.reading.processors.moment import DATE, TIME_OF_DAY, day_of, offset_of, time_of, words_of
from crawler.reading.processors.text import fold

_EPOCH = re.compile(r"(\d{10})(?:\.\d+)?|(\d{13})")
_PRINTED_ZONE = re.compile(r"\bW\.?I\.?(?:B|T\.?A?)\b", re.IGNORECASE)
_EXPLICIT = re.compile(r"\bW\.?I\.?(?:B|T\.?A?)\b|[+-]\d\d:?\d\d$", re.IGNORECASE)
_MACHINE = re.compile(r"\d{4}-\d\d?-\d\d?|\d{10,13}(?:\.\d+)?$|.*\d\d:\d\d:\d\d (?:GMT|[+-]\d{4})")
_AGO = re.compile(
    r"\b(?:(?P<count>\d{1,3})\s*|se|an?\s)(?P<unit>detik|menit|jam|hari|minggu|pekan|bulan|tahun|second|minute|min|hour|day"
    r"|week|month|year)s?(?:\s+yang)?\s+(?:lalu|ago)\b",
    re.IGNORECASE,
)
_DAY_WORD = re.compile(
    r"\b(?:(?P<now>baru saja|just now)|(?P<today>hari ini|today)|(?P<past>kemarin|yesterday))\b", re.I
)
_UNITS: dict[str, tuple[timedelta, Precision]] = {
    "detik": (timedelta(seconds=1), "minute"),
    "second": (timedelta(seconds=1), "minute"),
    "menit": (timedelta(minutes=1), "minute"),
    "minute": (timedelta(minutes=1), "minute"),
    "min": (timedelta(minutes=1), "minute"),
    "jam": (timedelta(hours=1), "hour"),
    "hour": (timedelta(hours=1), "hour"),
    "hari": (timedelta(days=1), "day"),
    "day": (timedelta(days=1), "day"),
}
_FINE = {"second": 3, "minute": 3, "hour": 2, "day": 1, "none": 0}


def parse_clock(text: str, *, zone: ZoneInfo, now: datetime, source: str) -> Clock:
    """A printed or tagged moment as a Clock; `at` None where it is not understood or impossible. Never raises.

    Of an understood one `text` is the moment alone: counters of views and names in the same line would else make every
    crawl find other words.

    zone: of a time printed without one; now: when the page was fetched, aware, from which relative times count.
    """
    folded = fold(text)
    if folded is None:
        return Clock(source=source)
    try:
        return (
            _absolute(folded, zone, source) or _relative(folded, zone, now, source) or Clock(text=folded, source=source)
        )
    except (ValueError, OverflowError):  # 31 Februari, year 0: printed, but no moment
        return Clock(text=folded, source=source)


def best(candidates: Sequence[Clock], field: str = "published") -> tuple[Clock | None, tuple[Disagreement, ...]]:
    """The most trustworthy of several clocks for one field, and those that contradict it.

    A time printed with WIB, WITA or WIT outranks tags; a tag gives the minute where only the day is printed. Tags whose
    Z, +00:00 or -07:00 shows the printed wall clock are mislabelled, which is no contradiction. The text is what was
    printed, None where only tags gave the moment. None without any candidate.
    """
    known = [clock for clock in candidates if clock.at is not None]
    if not known:
        return (candidates[0] if candidates else None), ()
    kept = max(known, key=lambda clock: _trust(clock, known))
    alike = [clock for clock in known if _agree(kept, clock)]
    said: dict[str, Disagreement] = {}
    for other in known:
        if other not in alike and other.at is not None and kept.at is not None:
            moment = other.at.isoformat()
            said.setdefault(
                moment, Disagreement(field=field, kept=kept.at.isoformat(), other=moment, rule=other.source)
            )
    if not kept.relative:
        words = next((clock.text for clock in (kept, *alike) if not (_is_tag(clock) or clock.relative)), None)
        kept = msgspec.structs.replace(
            max(alike, key=lambda clock: (_FINE[clock.precision], clock is kept)), text=words
        )
    return kept, tuple(said.values())


def _is_tag(clock: Clock) -> bool:
    """Whether the text is a machine's form of a moment, which no paper prints."""
    return clock.text is None or _MACHINE.match(clock.text) is not None


def _trust(clock: Clock, known: Sequence[Clock]) -> tuple[int, ...]:
    """What speaks for a clock, the weightiest first."""
    assert clock.at is not None
    text = clock.text or ""
    fine = _FINE[clock.precision] > 1
    offset = clock.at.utcoffset() or timedelta()
    local = timedelta(hours=7) <= offset <= timedelta(hours=9)
    printed = not _is_tag(clock)
    return (
        not clock.relative,
        fine and printed and _PRINTED_ZONE.search(text) is not None,
        fine,
        sum(_agree(clock, other) for other in known),
        local and _EXPLICIT.search(text) is not None,
        printed,
    )


def _agree(kept: Clock, other: Clock) -> bool:
    """The same moment as far as the coarser of the two says, or the same wall clock under a mislabelled zone."""
    assert kept.at is not None and other.at is not None
    if "day" in (kept.precision, other.precision):
        there = other.at.astimezone(kept.at.tzinfo).date()
        return kept.at.date() in (there, other.at.date())
    limit = timedelta(hours=1) if "hour" in (kept.precision, other.precision) else timedelta(minutes=1)
    if abs(kept.at - other.at) < limit:
        return True
    return abs(kept.at.replace(tzinfo=None) - other.at.replace(tzinfo=None)) < limit


def _absolute(text: str, zone: ZoneInfo, source: str) -> Clock | None:
    if epoch := _EPOCH.fullmatch(text):
        seconds = int(epoch[1]) if epoch[1] else int(epoch[2]) / 1000
        at = datetime.fromtimestamp(int(seconds), UTC)
        return Clock(text=text, at=_fixed(at, zone), precision="second", source=source)
    date = DATE.search(text)
    if date is None:
        return None
    year, month, day = day_of(date)
    time = time_of(text, date)
    words = words_of(text, date, time)
    if time is None:
        return Clock(text=words, at=_naive(zone, year, month, day), precision="day", source=source)
    parts = time.groupdict()
    hour, minute, second = int(parts["hour"]), int(parts.get("minute") or 0), int(parts.get("second") or 0)
    if parts.get("half"):
        hour = hour % 12 + (12 if parts["half"].lower() == "p" else 0)
    precision: Precision = "second" if parts.get("second") else "minute" if parts.get("minute") else "hour"
    at = _naive(zone, year, month, day, hour, minute, second)
    if parts["zone"]:
        at = at.replace(tzinfo=offset_of(parts["zone"]))
    return Clock(text=words, at=at, precision=precision, source=source)


def _relative(text: str, zone: ZoneInfo, now: datetime, source: str) -> Clock | None:
    here = _fixed(now, zone)
    if ago := _AGO.search(text):
        unit = _UNITS.get(ago["unit"].lower())
        if unit is None:  # "2 minggu lalu" = "2 weeks ago" says no day
            return Clock(text=text, source=source, relative=True)
        at = here - unit[0] * int(ago["count"] or 1)
        at = _midnight(at) if unit[1] == "day" else at.replace(second=0, microsecond=0)
        return Clock(text=text, at=at, precision=unit[1], source=source, relative=True)
    word = _DAY_WORD.search(text)
    if word is None:
        return None
    if word["now"]:
        at = here.replace(second=0, microsecond=0)
        return Clock(text=text, at=at, precision="minute", source=source, relative=True)
    midnight = _midnight(here) - timedelta(days=1 if word["past"] else 0)
    time = TIME_OF_DAY.search(text)
    if time is None:
        return Clock(text=text, at=midnight, precision="day", source=source, relative=True)
    at = midnight.replace(hour=int(time["hour"]), minute=int(time["minute"]))
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
