"""The stretches of time in which an article stood in one wording, and how two records of them become one; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from archive.jsonl import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One stretch: the wording's id, its place among the article's stretches, its times, its state."""

    revision: str
    sequence: int
    first_seen_at: datetime
    last_seen_at: datetime
    state: State


def merged(held: Sequence[Stretch], other: Iterable[Stretch]) -> list[Stretch]:
    """The history that holds both. A stretch of the same wording that overlaps one that is held widens it.

    The others stand in their own sequence; where two records number differently, all stand in the order of time and
    are numbered anew. The history of an article that is not held comes back as it was: stretches of one record may
    overlap, where pages were added whose times were out of order.
    """
    if not held:
        own = sorted(other, key=lambda stretch: stretch.sequence)
        return own if len({stretch.sequence for stretch in own}) == len(own) else _renumbered(own)
    history = list(held)
    for stretch in other:
        if any(_holds(known, stretch) for known in history):
            continue
        twin = next((place for place, known in enumerate(history) if _overlap(known, stretch)), None)
        if twin is None:
            history.append(stretch)
        else:
            history[twin] = _widened(history[twin], stretch)
    if len({stretch.sequence for stretch in history}) == len(history):
        return sorted(history, key=lambda stretch: stretch.sequence)
    return _renumbered(history)


def _renumbered(history: Iterable[Stretch]) -> list[Stretch]:
    told: list[Stretch] = []
    for stretch in sorted(history, key=lambda stretch: (stretch.first_seen_at, stretch.sequence)):
        if told and _same(told[-1], stretch):
            told[-1] = _widened(told[-1], stretch)
        else:
            told.append(stretch)
    return [replace(stretch, sequence=number) for number, stretch in enumerate(told, start=1)]


def _same(one: Stretch, other: Stretch) -> bool:
    return (one.revision, one.state) == (other.revision, other.state)


def _holds(one: Stretch, other: Stretch) -> bool:
    within = one.first_seen_at <= other.first_seen_at and other.last_seen_at <= one.last_seen_at
    return _same(one, other) and within


def _overlap(one: Stretch, other: Stretch) -> bool:
    apart = one.last_seen_at < other.first_seen_at or other.last_seen_at < one.first_seen_at
    return _same(one, other) and not apart


def _widened(one: Stretch, other: Stretch) -> Stretch:
    return replace(
        one,
        first_seen_at=min(one.first_seen_at, other.first_seen_at),
        last_seen_at=max(one.last_seen_at, other.last_seen_at),
    )
