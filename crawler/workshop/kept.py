"""The words that a frozen page keeps: those of kept.tsv, and in labels those of phrases that the reader looks for."""

import re
from functools import cache
from pathlib import Path

from crawler.reading.phrases import rows

_LETTERS = re.compile(r"[^\W\d_]+")
_EVERYWHERE = frozenset({"function", "english", "malay", "regional", "said", "title", "date"})
_SECTIONS = frozenset({"rubric", "language", "markup"})  # these only in lines that hold nothing else


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """The words of kept.tsv by kind."""
    kinds: dict[str, set[str]] = {}
    for line in (Path(__file__).parent / "kept.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, words = line.partition("\t")
            kinds.setdefault(kind, set()).update(words.split())
    return {kind: frozenset(words) for kind, words in kinds.items()}


@cache
def small_words() -> frozenset[str]:
    """The words that stay everywhere: the languages' own small ones, words of reporting, offices, days and months."""
    return frozenset().union(*(words for kind, words in _kinds().items() if kind in _EVERYWHERE))


@cache
def label_words() -> frozenset[str]:
    """The words that stay in labels besides: of promos, credits, corrections, forms and buttons."""
    words = frozenset().union(*(words for kind, words in _kinds().items() if kind not in _EVERYWHERE | _SECTIONS))
    phrases = [row[1] for name in ("promo", "walls", "roles") for row in rows(name)]
    return words | {word.lower() for phrase in phrases for word in _LETTERS.findall(phrase)}


@cache
def section_words() -> frozenset[str]:
    """The words that stay in short lines of kept words alone: names of sections and languages, words of addresses."""
    marks = {word.lower() for row in rows("marks") for word in _LETTERS.findall(row[1])}
    return frozenset(marks).union(*(_kinds()[kind] for kind in _SECTIONS))


@cache
def reporting_words() -> frozenset[str]:
    """The words that report speech where they stand behind a quotation."""
    return frozenset(row[0] for row in rows("reporting_verbs"))


@cache
def agency_names() -> tuple[str, ...]:
    """How agencies and papers are named in datelines and bylines; these names stay as a whole."""
    papers = [name.strip() for kind, names, *_ in rows("names") if kind == "paper" for name in names.split(",")]
    return (*(row[0] for row in rows("agencies")), *(name.title() for name in papers))
