"""Scores what a reader says of a page against its truth: one number a column, None where the truth says nothing.

A truth holds, each key only where it is known: headline; dateline {text, place, agency}, or false where none is
printed; authors; published (ISO with offset), or false where no date is printed; precision ("minute" or "day");
headings; body; signoff (initials that close the text: they may stay or go); promo (phrases that must not be in the
body); comment_form.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from statistics import fmean
from typing import Any

Truth = Mapping[str, Any]
Answer = Mapping[str, Any]
Scores = dict[str, float]

# The order of the table. whole: all that a reader would check is right at once; no_dateline: none claimed where none is
# printed; in_body: the dateline left in the text; invented: a date that is wrong by a day or more, or none is printed;
# x_: claimed where none is printed; P, R, F1: of the body; leak: promo or credits in the body; form: comment form seen.
COLUMNS = (
    *("whole", "headline", "dateline", "no_dateline", "in_body", "minute", "day", "invented", "authors", "x_authors"),
    *("headings", "x_headings", "P", "R", "F1", "leak", "form"),
)
_RUN = 4  # words: bodies are compared by their runs of so many
_WELL = 0.98  # F1 of a body that counts as right
_MINUTE = 60  # seconds
_NOT_WORD = re.compile(r"\W+")
_WORD = re.compile(r"\w+")


def score(said: Answer, truth: Truth) -> Scores:
    """The columns that this truth can judge."""
    found = _dateline(said, truth) | _published(said, truth) | _names(said, truth) | _text(said, truth)
    if truth.get("headline"):
        found["headline"] = float(plain(said.get("headline")) == plain(truth["headline"]))
    if truth.get("comment_form") is not None and said.get("comment_form") is not None:
        found["form"] = float(bool(said["comment_form"]) is truth["comment_form"])
    if "F1" in found and "headline" in found:
        found["whole"] = float(_is_whole(found))
    return found


def means(rows: Iterable[Scores]) -> Scores:
    """The mean of each column over the pages that it judges."""
    kept = list(rows)
    return {column: fmean(values) for column in COLUMNS if (values := [row[column] for row in kept if column in row])}


def _is_whole(found: Scores) -> bool:
    must = (found["headline"], found.get("dateline", 1), found.get("no_dateline", 1))
    none = (found.get("leak", 0), found.get("x_headings", 0))
    told = found.get("minute", found.get("day", 1))
    return min(*must, told) == 1 and max(none) == 0 and found["F1"] >= _WELL and found.get("headings", 1) >= 0.99


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text).lower()).strip()


def plain(text: Any) -> str:
    """Lower-case words parted by single spaces."""
    return _plain(text) if isinstance(text, str) else ""


def _dateline(said: Answer, truth: Truth) -> Scores:
    printed, told = truth.get("dateline"), said.get("dateline")
    got: Mapping[str, Any] = told if isinstance(told, dict) else {"text": told}
    if printed is None:
        return {}
    if printed is False:
        return {"no_dateline": float(not plain(got.get("text")))}
    exact = all(plain(got.get(part)) == plain(printed.get(part)) for part in ("place", "agency"))
    return {
        "dateline": float(exact and plain(got.get("text")) != ""),
        "in_body": float(plain(said.get("body")).startswith(plain(printed["text"]))),
    }


def _published(said: Answer, truth: Truth) -> Scores:
    if truth.get("published") is False:
        return {"invented": float(bool(said.get("published")))}
    right, got = _moment(truth.get("published")), _moment(said.get("published"))
    if right is None:
        return {}
    there = got.astimezone(right.tzinfo) if got and got.tzinfo and right.tzinfo else got
    day = there is not None and there.date() == right.date()
    found = {"day": float(day), "invented": float(bool(said.get("published")) and not day)}
    if truth.get("precision", "minute") == "minute":
        near = got is not None and got.tzinfo is not None and abs((got - right).total_seconds()) < _MINUTE
        found["minute"] = float(near)
    return found


def _moment(text: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _names(said: Answer, truth: Truth) -> Scores:
    """Authors and headings as sets."""
    found: Scores = {}
    for name in ("authors", "headings"):
        printed = truth.get(name)
        if printed is None:
            continue
        got = _set(said.get(name))
        if not printed:
            found[f"x_{name}"] = float(bool(got))
            continue
        right = _set(printed)
        found[name] = 2 * len(got & right) / (len(got) + len(right)) if got or right else 1.0
    return found


def _set(texts: Any) -> frozenset[str]:
    return frozenset(filter(None, map(plain, texts or ())))


def _text(said: Answer, truth: Truth) -> Scores:
    found: Scores = {}
    if truth.get("body"):
        got, right = _runs(bare(said.get("body"), truth)), _runs(truth["body"])
        shared = (got & right).total()
        precision = shared / got.total() if got else 0.0
        recall = shared / right.total() if right else 1.0
        both = precision + recall
        found |= {"P": precision, "R": recall, "F1": 2 * precision * recall / both if both else 0.0}
    if promo := truth.get("promo"):
        body = plain(said.get("body"))
        found["leak"] = float(any(plain(phrase) in body for phrase in promo))
    return found


def _runs(text: Any) -> Counter[Sequence[str]]:
    words = plain(text).split()
    count = max(1, len(words) - _RUN + 1) if words else 0
    return Counter(tuple(words[at : at + _RUN]) for at in range(count))


def bare(body: Any, truth: Truth) -> str:
    """The body less the printed dateline and sign-off: a tool that leaves them in pays for it in `in_body` alone."""
    text = body.strip() if isinstance(body, str) else ""
    if isinstance(dateline := truth.get("dateline"), dict):
        opened = text.lstrip(" (*_")
        printed = re.compile(r"\W*".join(map(re.escape, _WORD.findall(dateline["text"]))), re.IGNORECASE)
        if head := printed.match(opened):
            text = opened[head.end() :]
    signoff = plain(truth.get("signoff"))
    if signoff and plain(text).endswith(signoff):
        at = text.lower().rfind(_WORD.findall(truth["signoff"].lower())[0])
        text = text[:at] if at > 0 else text
    return text
