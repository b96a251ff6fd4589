"""Other wordings of the headline that a page gives: in its tags, in another heading, and in its address."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import dropwhile
from urllib.parse import unquote, urlsplit

from archive.article import HeadlineVariant
from archive.outlet import Outlet
from crawler.reading.head import Printed, squash, titles
from crawler.reading.metadata import Metadata
from crawler.reading.processors.text import fold
from crawler.reading.tree import Tree

_CUT = ("…", "..")  # in a title that a system cut short
_EXTENSION = re.compile(r"\.(?:s?html?|php|aspx?|amp)$", re.IGNORECASE)
_BREAKS = re.compile(r"[-_.+\s]+")
# "d7016153", "okzlrr328", "82f43b": numbers of articles, not words; "19", "2026", "g20", "17an" are words.
_ID = re.compile(r"\d{5,}|(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{6,}")
_ENTITIES = frozenset(
    {"amp", "nbsp", "quot", "lsquo", "rsquo", "ldquo", "rdquo", "ndash", "mdash", "lrm", "apos", "hellip"}
)
_BEFORE = frozenset({"id", "read", "d"})  # what addresses put before the words
_FEWEST = 4  # words of a path that are a headline
_ALIKE = 0.4  # of the words of the address that the headline must have too: else it names something else


def find_variants(
    tree: Tree, metadata: Metadata, outlet: Outlet, headline: Printed, address: str
) -> tuple[HeadlineVariant, ...]:
    """The wordings that differ in words from the headline and from each other, in this order: the printed h1, JSON-LD,
    og:title, twitter:title, <title>, the words of the address.

    Left out is what says nothing new: a wording that is cut short or only adds the name of a site or rubric to another,
    and an address that only leaves words out.
    """
    kept: list[HeadlineVariant] = []
    known = [squash(headline.text)]
    for found in (*_headings(tree, headline), *titles(metadata, outlet)):
        text = fold(unescape(found.text)) or ""  # JSON-LD is often written with "&amp;"
        key = squash(text)
        if key and not any(cut in text for cut in _CUT) and not any(_holds(key, other) for other in known):
            kept.append(HeadlineVariant(text=text, source=found.rule))
            known.append(key)
    words = _words_of(address)
    if words and all(_differs(words, key) for key in known):
        kept.append(HeadlineVariant(text=" ".join(words), source="address"))
    return tuple(kept)


def _holds(one: str, other: str) -> bool:
    """Whether one of two wordings is the other with something behind or before it."""
    return f" {other} " in f" {one} " or other.startswith(one) or other.endswith(one)


def _headings(tree: Tree, headline: Printed) -> Iterator[Printed]:
    """An h1 that prints much the same words, where the headline was taken from elsewhere."""
    words = set(squash(headline.text).split())
    for element in tree.tagged.get("h1", ()):
        lines = tree.lines_of(element)
        text = " ".join(line.text for line in lines)
        said = set(squash(text).split())
        if element is headline.element or not 4 <= len(text) <= 300 or any(line.aside for line in lines):
            continue
        if 2 * len(words & said) > min(len(words), len(said)):
            yield Printed(text, element, "h1")


def _words_of(address: str) -> list[str]:
    """The words of the part of an address that spells a headline; [] where none does."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return []
    best: list[str] = []
    for part in path.split("/"):
        words = [word for word in _BREAKS.split(_EXTENSION.sub("", part)) if word]
        words = [word for word in words if not _ID.fullmatch(word.lower()) and word.lower() not in _ENTITIES]
        if len(words) >= max(_FEWEST, len(best)):
            best = words
    return list(dropwhile(lambda word: word.lower() in _BEFORE, best))


def _differs(words: list[str], key: str) -> bool:
    """Whether an address has words of its own, and enough in common to be about the same.

    A word counts as the headline's where its letters are part of it: in another spelling ("maruf" of "Ma'ruf") or cut
    short.
    """
    letters, said = key.replace(" ", ""), set(key.split())
    own = [squash(word) for word in words]
    if letters in "".join(own).replace(
        " ", ""
    ):  # with a number before it, or a rubric or the writer's initials behind it
        return False
    new = [word for word in own if word not in said and word.replace(" ", "") not in letters]
    return any(len(word) > 2 for word in new) and len(own) - len(new) >= _ALIKE * len(own)
