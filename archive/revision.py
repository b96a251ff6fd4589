"""Judges a reading against what is held: new, revised, read otherwise, or unchanged."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What keeping an article came to."""

    NEW = "new"
    REVISED = "revised"
    READING = "reading"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What tells one reading from another: fingerprint, reader's version, and the hash of the bytes where known."""

    fingerprint: str
    reader: str
    page_hash: str | None


def judge(held: Held | None, now: Held) -> Outcome:
    """How `now` stands to the newest reading held of the same article, None when there is none.

    The same words are UNCHANGED. Other words by the same reader are the paper's edit: REVISED. Other words by another
    reader are READING, also when the bytes differ or are unknown: a parser fix must never look like an edit.
    """
    if held is None:
        return Outcome.NEW
    if held.fingerprint == now.fingerprint:
        return Outcome.UNCHANGED
    same_bytes = held.page_hash is not None and held.page_hash == now.page_hash
    if same_bytes or held.reader != now.reader:
        return Outcome.READING
    return Outcome.REVISED
