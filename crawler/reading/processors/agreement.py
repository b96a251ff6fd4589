"""The best of several clocks that a page gives for one field."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from archive.article import Clock, Disagreement

_PRINTED_ZONE = re.compile(r"\bW\.?I\.?(?:B|T\.?A?)\b", re.IGNORECASE)
_EXPLICIT = re.compile(r"\bW\.?I\.?(?:B|T\.?A?)\b|[+-]\d\d:?\d\d$", re.IGNORECASE)
_ANY_ZONE = re.compile(r"\bW\.?I\.?(?:B|T\.?A?)\b|(?:[+-]\d\d:?\d\d|Z|GMT|UTC)$|^\d{10,13}(?:\.\d+)?$", re.IGNORECASE)
_MACHINE = re.compile(
    r"\d{4}-\d\d?-\d\d?|\d{4}/\d\d/\d\d|\d{8}(?:[T ]?\d{4,6})?(?:Z|[+-]\d\d:?\d\d)?$|\d{10,13}(?:\.\d+)?$"
    r"|.*\d\d:\d\d:\d\d (?:GMT|[+-]\d{4})"
)
_SAYS_A_DAY = re.compile(r"^.{0,20}\b(?:20\d\d|19[89]\d).{0,40}$")
_TAGS = ("meta ", "json-ld", "time ", "itemprop ", "script", "address")  # sources that readers do not see
_FINE = {"second": 3, "minute": 3, "hour": 2, "day": 1, "none": 0}


def best(candidates: Sequence[Clock], field: str = "published") -> tuple[Clock | None, tuple[Disagreement, ...]]:
    """The most trustworthy of several clocks for one field, and those that contradict it.

    A time printed with WIB, WITA or WIT outranks tags; a tag gives the minute where only the day is printed. Tags whose
    Z, +00:00 or -07:00 shows the printed wall clock are mislabelled, and tags without a zone that show the moment in
    UTC are unlabelled, neither of which is a contradiction. The text is what was printed, None where only tags gave the
    moment. None without any candidate.
    """
    known = [clock for clock in candidates if clock.at is not None]
    if not known:
        return (candidates[0] if candidates else None), ()
    kept = max(known, key=lambda clock: _trust(clock, known))
    alike = [clock for clock in known if agree(kept, clock)]
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


def other_days(kept: Clock | None, dated: Sequence[Clock]) -> tuple[Disagreement, ...]:
    """The days printed elsewhere, as in a dateline, on which it was not published."""
    if kept is None or kept.at is None:
        return ()
    moment = kept.at.isoformat()
    return tuple(
        Disagreement(field="published", kept=moment, other=day.at.isoformat(), rule=day.source)
        for day in dated
        if day.at and not agree(kept, day)
    )


def not_understood(kept: Clock | None, clocks: Sequence[Clock], field: str) -> tuple[Disagreement, ...]:
    """Tags that say a moment that does not exist or lies ahead; one that was never set ("0000-00-00") says nothing."""
    if kept is None or kept.at is None:
        return ()
    said = {clock.text: clock.source for clock in clocks if clock.text and _SAYS_A_DAY.search(clock.text)}
    moment = kept.at.isoformat()
    return tuple(Disagreement(field=field, kept=moment, other=text, rule=rule) for text, rule in said.items())


def agree(kept: Clock, other: Clock) -> bool:
    """The same moment as far as the coarser of the two says, or the same wall clock under a mislabelled zone."""
    assert kept.at is not None and other.at is not None
    if "day" in (kept.precision, other.precision):
        there = other.at.astimezone(kept.at.tzinfo).date()
        return kept.at.date() in (there, other.at.date())
    limit = timedelta(hours=1) if "hour" in (kept.precision, other.precision) else timedelta(minutes=1)
    if abs(kept.at - other.at) < limit or abs(_wall(kept.at) - _wall(other.at)) < limit:
        return True
    # systems that keep UTC print it without its zone: "2020-10-09 06:59:02" beside "14:59:02+08:00"
    unmarked = other.text is not None and _is_tag(other) and _ANY_ZONE.search(other.text) is None
    return unmarked and abs(_wall(kept.at.astimezone(UTC)) - _wall(other.at)) < limit


def _wall(at: datetime) -> datetime:
    return at.replace(tzinfo=None)


def _is_tag(clock: Clock) -> bool:
    """Whether the text is none that readers see: of a tag, or a machine's form that an outlet's rule selects."""
    if clock.text is None or clock.source.startswith(_TAGS):
        return True
    return _MACHINE.match(clock.text) is not None and not clock.source.startswith("line")


def _trust(clock: Clock, known: Sequence[Clock]) -> tuple[int, ...]:
    """What speaks for a clock, the weightiest first."""
    assert clock.at is not None
    text = clock.text or ""
    fine = _FINE[clock.precision] > 1
    offset = clock.at.utcoffset() or timedelta()
    local = timedelta(hours=7) <= offset <= timedelta(hours=9)
    printed = not _is_tag(clock)
    zoned = fine and printed and (_PRINTED_ZONE.search(text) is not None or _is_saved_near(clock, known))
    return (
        not clock.relative,
        zoned,
        fine,
        sum(agree(clock, other) for other in known),
        local and _EXPLICIT.search(text) is not None,
        printed,
    )


def _is_saved_near(clock: Clock, known: Sequence[Clock]) -> bool:
    """Whether a tag of the same offset lies less than an hour beside: systems note when a text was saved, minutes from
    the time that they print without a zone ("20/1/2026 18:30" beside "18:33:13+07:00").
    """
    assert clock.at is not None
    return any(
        other.at is not None
        and _is_tag(other)
        and other.at.utcoffset() == clock.at.utcoffset()
        and _EXPLICIT.search(other.text or "") is not None
        and timedelta(minutes=1) <= abs(other.at - clock.at) < timedelta(hours=1)
        for other in known
    )
