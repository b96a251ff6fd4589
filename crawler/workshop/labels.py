"""Tells labels from prose: where in a text the words of promos, credits, notices, forms and sections stay."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from crawler.reading.phrases import rows
from crawler.reading.processors.access import says_wall
from crawler.reading.processors.byline import role_words
from crawler.reading.processors.correction import label_kind, labelled, may_be_notice, sentence_kind
from crawler.reading.processors.credit import is_credit, is_note
from crawler.reading.processors.promo import is_promo
from crawler.reading.processors.rights import is_rights
from crawler.workshop.kept import label_words, reporting_words, section_words, small_words

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 600  # characters of a notice
_TOO_LONG = 20_000  # characters of a text that is no line of a page
_SHORT = 8  # words of the longest line that is a label because all its words are of labels
_MOSTLY = 0.75  # of a longer line's words must stay anyway, as in "Alamat surel Anda tidak akan dipublikasikan."
_OWN = 0.3  # of them must be of labels: small words alone make no label
_CREDIT = 120  # characters of a line that begins with a role: "by Siti Aminah", "Tim Warta", "Penulis. Siti Aminah"
_BRACKETS = re.compile(r"[(\[][^()\[\]]{1,120}[)\]]")
_SITE = re.compile(r"\s[-–—|]\s[\w.]{1,30}(?:\s[\w.]{1,30}){0,3}\s?$")  # a title's end: "... - Global Warta.com"
_BEHIND_QUOTE = re.compile(r"[\"”’],?\s?([^\W\d_]+)")  # '"...," tutup Budi' (said in closing); elsewhere "shut"
_COLON = re.compile(r"(?<!\w)(?:[^\W\d_]{1,20}(?:[ \t]?[/&][ \t]?|[ \t])){0,3}[^\W\d_]{1,20}[ \t]?[:：]")


class Label(NamedTuple):
    """A stretch of text that is a label, and the words that stay in it."""

    start: int
    end: int
    words: frozenset[str]


def labels_in(text: str) -> list[Label]:
    """The stretches of a text that are labels, in order: all of it, or brackets, phrases and words before a colon."""
    words = [word.lower() for word in _WORD.findall(text[: _LONGEST + 1])]
    if not words or len(text) > _TOO_LONG:
        return []
    if len(text) <= _LONGEST:
        if len(words) <= _SHORT and _all_kept(words):
            return [Label(0, len(text), _any_kept())]
        if _is_label(" ".join(text.split()), words):
            return [Label(0, len(text), label_words())]
    return sorted(_within(text), key=lambda label: label[:2])


def moved(labels: Sequence[Label], by: int) -> list[Label]:
    """The labels as they stand in a part of their text that begins so many characters into it."""
    return [Label(label.start - by, label.end - by, label.words) for label in labels if label.end > by]


def _is_label(line: str, words: list[str]) -> bool:
    own = sum(word in label_words() for word in words)
    small = sum(word in small_words() for word in words)
    if own + small >= _MOSTLY * len(words) and own >= _OWN * len(words):
        return True
    if len(line) <= _CREDIT and _role().match(line):
        return True
    if is_credit(line) or is_promo(line, linked=True) or is_rights(line) or is_note(line) or says_wall([line], ()):
        return True
    return may_be_notice(line) and bool(labelled(line) or label_kind(line, "") or sentence_kind(line))


def _within(text: str) -> Iterator[Label]:
    for found in _BRACKETS.finditer(text):
        first = _WORD.search(found[0])
        if first and (first[0].lower() in label_words() or is_credit(found[0][1:-1])):
            yield Label(found.start(), found.end(), label_words())
    for found in (*_COLON.finditer(text), *_dotted().finditer(text), *_SITE.finditer(text)):
        yield Label(found.start(), found.end(), _any_kept() if found.re is _SITE else label_words())
    for found in _BEHIND_QUOTE.finditer(text):
        yield Label(found.start(1), found.end(1), reporting_words())
    for found in _phrases().finditer(text):
        yield Label(found.start(), found.end(), label_words())


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:tim|redaksi|admin|{role_words(all_labels=True)})\b", re.IGNORECASE)


@cache
def _dotted() -> re.Pattern[str]:
    """A role that a full stop parts from the name: "/ Penulis. Siti Aminah"."""
    return re.compile(rf"\b(?:{role_words(all_labels=True)})\.(?=\s+[A-Z]|\s*$)", re.IGNORECASE)


def _all_kept(words: list[str]) -> bool:
    return all(word in _any_kept() for word in words)


@cache
def _any_kept() -> frozenset[str]:
    return label_words() | section_words()


@cache
def _phrases() -> re.Pattern[str]:
    """The phrases of two and more words with which promos begin."""
    phrases = {row[1].rstrip(" :") for row in rows("promo") if len(_WORD.findall(row[1])) > 1 and row[0] != "inside"}
    told = (re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(phrases, key=lambda one: (-len(one), one)))
    return re.compile(rf"(?<!\w)(?:{'|'.join(told)})(?!\w)", re.IGNORECASE)
