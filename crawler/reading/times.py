"""When an article was published and changed: what is printed around it, weighed against what its tags say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

import msgspec
from lxml.etree import _Element

from archive.article import Clock, Disagreement
from archive.outlet import Outlet
from crawler.reading.head import Surroundings
from crawler.reading.metadata import Metadata
from crawler.reading.processors.agreement import agree, best, not_understood, other_days
from crawler.reading.processors.clock import parse_clock
from crawler.reading.processors.moment import DATE
from crawler.reading.time_lines import Said, in_boxes, printed_times
from crawler.reading.time_tags import Key, day_in, tagged_times, variables
from crawler.reading.tree import Tree

_MINUTE, _DAY = timedelta(minutes=1), timedelta(days=1)
_FIRST = datetime(1970, 1, 3, tzinfo=UTC)
_FINE = ("minute", "second", "hour")
# The zones of Indonesia as printed: western, central, eastern.
_NAMED = re.compile(r"\d\s*(wib|wita|wit)\b", re.IGNORECASE)
_ZONES = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}


@dataclass(frozen=True, slots=True)
class Times:
    """Both clocks, and the sources that contradict them."""

    published: Clock | None
    updated: Clock | None
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which page the times are asked. now: when it was fetched; ruled: what the outlet's own rules gave by field."""

    tree: Tree
    metadata: Metadata
    around: Surroundings
    headline: _Element | None
    outlet: Outlet
    address: str
    now: datetime
    ruled: dict[str, list[str]]

    def clocks(self, texts: Iterable[tuple[str, str]]) -> list[Clock]:
        """The texts understood; a moment that lies ahead of the fetching is none."""
        found = [parse_clock(text, zone=self.outlet.tz, now=self.now, source=source) for text, source in texts]
        return [self._past(clock) for clock in found]

    def tags(self, key: Key) -> tuple[list[Clock], list[Clock]]:
        """What the page's tags say of a time: those that are a moment, and those that are none."""
        said = self.clocks(tagged_times(self.tree, self.metadata, self.around, self.headline, key))
        return [clock for clock in said if clock.at], [clock for clock in said if clock.at is None]

    def _past(self, clock: Clock) -> Clock:
        """Wrong zones shift a moment by hours; a day ahead lie events, in 1970 clocks that were never set."""
        if clock.at is None or _FIRST < clock.at <= self.now + _DAY:
            return clock
        return msgspec.structs.replace(clock, at=None, precision="none")


def find_times(asked: Asked, filed: str | None) -> Times:
    """The clocks of an article. filed: the dateline as printed, which may hold a date."""
    lines = printed_times(asked.around, asked.headline)
    asked = _in_zone(asked, lines)
    own = asked.clocks((text, "rule") for text in asked.ruled.get("published", ()))
    tagged, unread = asked.tags("datePublished")
    in_address = _in_address(asked)
    printed = [] if own else _printed(asked, lines, [*tagged, *in_address])
    changed = asked.clocks((text, "rule") for text in asked.ruled.get("updated", ()))
    changed = changed or asked.clocks((said.text, said.source) for said in lines if said.changed)[:1]
    published, contradictions = best([*own, *printed, *tagged])
    if published is None or published.precision not in _FINE:
        published = _by_script(asked, published)
    published, more = _by_address(asked, published, changed, in_address, filed)
    wrong = _mislabelled(published, tagged)
    tags, unread_too = asked.tags("dateModified")
    modified = [_relabelled(clock, wrong, published) for clock in tags]
    updated, others = best([*changed, *modified], "updated")
    dated = asked.clocks([(filed, "dateline")]) if filed is not None and DATE.search(filed) else []
    found = (
        *contradictions,
        *more,
        *other_days(published, dated),
        *not_understood(published, unread, "published"),
        *others,
        *not_understood(updated, unread_too, "updated"),
    )
    return Times(_at_home(published, asked.outlet), _at_home(updated, asked.outlet), found)


def _in_zone(asked: Asked, lines: list[Said]) -> Asked:
    """The same question under the zone that the page's own lines print, where they print one only: a line without a
    zone ("Diperbarui 23/11/2026 11:20") means that of the line beside it ("Terbit 23/11/2026 10:05 WITA").
    """
    named = {found[1].lower() for said in lines if (found := _NAMED.search(said.text))}
    return replace(asked, outlet=replace(asked.outlet, zone=_ZONES[named.pop()])) if len(named) == 1 else asked


def _printed(asked: Asked, lines: list[Said], witnesses: list[Clock]) -> list[Clock]:
    """The printed line that is the time of publication: at most one, the others belong to other things.

    The first that a tag or the address confirms, one with a time of day before one without; else the first. Above the
    headline and below the text stand the date of the day and those of other articles as well: there a line that every
    tag contradicts by its day is none, and below the text one that nothing marks as the article's own.
    """
    said = [(one, asked.clocks([(one.text, one.source)])[0]) for one in lines if not one.changed]
    if all(clock.at is None for _, clock in said) and (boxes := in_boxes(asked.around)):
        said += [(boxes, clock) for clock in asked.clocks([(boxes.text, "lines below headline")]) if clock.at]
    known = [
        (one, clock)
        for one, clock in said
        if clock.at and (one.place == "below headline" or (_confirmed(clock, witnesses) if witnesses else one.sure))
    ]
    known.sort(key=lambda pair: (not _confirmed(pair[1], witnesses), pair[1].precision not in _FINE))
    if known:
        return [known[0][1]]
    return [clock for _, clock in said if clock.at is None][:1]


def _confirmed(clock: Clock, witnesses: list[Clock]) -> bool:
    """Whether a witness gives the same day, across midnight as far as zones may be wrong."""
    return any(_same_day(clock, other) for other in witnesses)


def _same_day(clock: Clock, other: Clock) -> bool:
    return agree(clock, other) or agree(
        msgspec.structs.replace(clock, precision="day"), msgspec.structs.replace(other, precision="day")
    )


def _in_address(asked: Asked) -> list[Clock]:
    day = day_in(asked.address)
    return [clock for clock in asked.clocks([(day, "address")] if day else []) if clock.at]


def _by_script(asked: Asked, published: Clock | None) -> Clock | None:
    """The minute by a script's variable, where nothing else gives it and nothing contradicts."""
    text = variables(asked.tree)
    found = asked.clocks([(text, "script")] if text else [])
    if not found or found[0].precision not in _FINE:
        return published
    if published is None or published.at is None:
        return msgspec.structs.replace(found[0], text=published.text if published else None)
    return best([published, found[0]])[0] if agree(published, found[0]) else published


def _by_address(
    asked: Asked, published: Clock | None, changed: list[Clock], in_address: list[Clock], filed: str | None
) -> tuple[Clock | None, tuple[Disagreement, ...]]:
    """The last resort is a day: of the address, else of the dateline; else it is a witness.

    Where a page prints only when it was updated and its tags call that same moment the publication, an earlier day in
    the address is when it was published: systems that show old articles again under a new date do this.
    """
    day = next(iter(in_address), None)
    if published is None or published.at is None:
        if day is None and filed is not None and DATE.search(filed):
            day = next((clock for clock in asked.clocks([(filed, "dateline")]) if clock.at), None)
        if day is None:
            return published, ()
        text = published.text if published else day.text if day.source == "dateline" else None
        return msgspec.structs.replace(day, text=text, precision="day"), ()
    if day is None or day.at is None or agree(published, day):
        return published, ()
    shown_again = (
        published.text is None
        and day.at < published.at
        and any(clock.at and agree(published, clock) for clock in changed)
    )
    kept, other = (day, published) if shown_again else (published, day)
    assert kept.at is not None and other.at is not None
    contradiction = Disagreement(
        field="published", kept=kept.at.isoformat(), other=other.at.isoformat(), rule=other.source
    )
    return (msgspec.structs.replace(day, text=None) if shown_again else published), (contradiction,)


def _mislabelled(published: Clock | None, tagged: list[Clock]) -> frozenset[timedelta | None]:
    """Offsets that tags give to the printed wall clock without meaning its moment: "...T11:38:00Z" for 11.38 WIB."""
    if published is None or published.at is None or published.text is None:
        return frozenset()
    here = published.at
    return frozenset(
        clock.at.utcoffset()
        for clock in tagged
        if clock.at and clock.at != here and abs(clock.at.replace(tzinfo=None) - here.replace(tzinfo=None)) < _MINUTE
    )


def _relabelled(clock: Clock, wrong: frozenset[timedelta | None], published: Clock | None) -> Clock:
    """A tag's clock under the printed zone where the page's tags have been found to mislabel it."""
    if clock.at is None or clock.at.utcoffset() not in wrong or published is None or published.at is None:
        return clock
    return msgspec.structs.replace(clock, at=clock.at.replace(tzinfo=published.at.tzinfo))


def _at_home(clock: Clock | None, outlet: Outlet) -> Clock | None:
    """The same moment at the outlet's offset where a tag gave it in another part of the world's."""
    if (
        clock is None
        or clock.at is None
        or timedelta(hours=7) <= (clock.at.utcoffset() or timedelta()) <= timedelta(hours=9)
    ):
        return clock
    offset = clock.at.astimezone(outlet.tz).utcoffset() or timedelta()
    return msgspec.structs.replace(clock, at=clock.at.astimezone(timezone(offset)))
