"""What stands around the body: headline, kicker, deck, byline, times, rubric and tags, as printed."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element

from archive.outlet import Outlet
from crawler.reading.marks import marks, words_of
from crawler.reading.metadata import Metadata
from crawler.reading.processors.headline import without_site
from crawler.reading.processors.text import fold
from crawler.reading.tree import HEADINGS, Tree, meeting
from crawler.reading.walk import Line

_NOT_WORD = re.compile(r"[^\w]+")
_ENOUGH = 0.5  # of the words of a printed heading and the page's own titles must be shared
_BEFORE = 8  # lines above the headline that may hold a kicker, a date or a byline
_LABEL = 40  # characters of the longest label above a headline
_LABELS = frozenset({"category", "categories", "topic", "terms", "kanal", "rubrik", "topik"})
_CRUMBS = frozenset({"breadcrumb", "breadcrumbs", "crumb", "crumbs"})
_AFTER = 14  # lines below the body that may hold a byline


@dataclass(frozen=True, slots=True)
class Printed:
    """A text as printed, the element it stands in (None when only metadata has it), and the rule that found it."""

    text: str
    element: _Element | None
    rule: str


def find_headline(tree: Tree, metadata: Metadata, outlet: Outlet) -> Printed | None:
    """The printed heading that agrees best with the titles in the metadata; else such a title; None without any.

    Several h1 are common (the site's name, the rubric), and papers print headlines in h2 or div as well, so that what
    the page's own titles say decides.
    """
    named = list(titles(metadata, outlet))
    keys = {key: frozenset(key.split()) for title in named if (key := squash(title.text))}
    best, most = None, 0.0
    headings = list(_headings(tree))
    for candidate, bonus in headings:
        said = squash(candidate.text)
        score = _likeness(said, keys)
        if score >= _ENOUGH and score + bonus > most:
            best, most = candidate, score + bonus
    if best is None or most < 0.95:
        best = next((found for found in _lines_like(tree, keys)), best)
    if best is None:
        best = next((found for found, bonus in headings if bonus >= 0.1 and not keys), None)
    return _bare(headings, best) if best else (named[0] if named else None)


def _bare(headings: list[tuple[Printed, float]], found: Printed) -> Printed:
    """The same headline without the site's name, where another heading prints it so: hidden h1 repeat the <title>."""
    whole = squash(found.text)
    for other, bonus in headings:
        key = squash(other.text) if bonus > 0.1 else whole
        if key != whole and key.count(" ") >= 3 and len(key) > 0.4 * len(whole) and f" {key} " in f" {whole} ":
            return other
    return found


def squash(text: str) -> str:
    """Lower-case words parted by single spaces: what two spellings of a headline have in common."""
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return _NOT_WORD.sub(" ", plain).strip()


def titles(metadata: Metadata, outlet: Outlet) -> Iterator[Printed]:
    """What the metadata calls the article, without the site's name."""
    names = (*outlet.house_names, outlet.title, *outlet.domains, outlet.name, *metadata.site_names)
    named = tuple(name for name in names if name)
    for rule, title in (
        ("json-ld headline", metadata.said("headline")),
        ("meta og:title", metadata.first("og:title")),
        ("meta twitter:title", metadata.first("twitter:title")),
        ("title", metadata.title),
    ):
        if title and (text := fold(without_site(title, named))):
            yield Printed(text, None, rule)


def _headings(tree: Tree) -> Iterator[tuple[Printed, float]]:
    """Printed headings and how much their markup speaks for them."""
    for element in tree.properties("headline"):
        if element.tag not in ("body", "article", "main") and (text := _one_line(tree, element)):
            yield Printed(text, element, "itemprop headline"), 0.12
    for tag, bonus in (("h1", 0.15), ("h2", 0.05), ("h3", 0.02)):
        for element in tree.tagged.get(tag, ()):
            if text := _one_line(tree, element):
                aside = any(line.aside for line in tree.lines_of(element))
                logo = next((_leads_home(link) for link in element.iter("a")), False)
                yield Printed(text, element, tag), bonus - 0.3 * aside - 0.3 * logo
    for mark in marks("headline"):
        for element in tree.find(mark):
            if element in tree.spans and (text := _one_line(tree, element)):
                yield Printed(text, element, f"mark {mark}"), 0.1


def _leads_home(link: _Element) -> bool:
    """Whether a link goes to a site's front page: a heading around it is the site's logo."""
    return link.get("href", "").partition("://")[2].rstrip("/").count("/") == 0 and "://" in link.get("href", "")


def _one_line(tree: Tree, element: _Element) -> str | None:
    text = " ".join(line.text for line in tree.lines_of(element))
    return text if 4 <= len(text) <= 300 else None


def _lines_like(tree: Tree, keys: Collection[str]) -> Iterator[Printed]:
    """Lines in any markup that print a title word for word, or its beginning: the site's name often follows it."""
    begun: list[Printed] = []
    for line in tree.lines:
        if not 15 <= len(line.text) <= 250 or line.aside or line.is_linked:
            continue
        key = squash(line.text)
        if key in keys:
            yield Printed(line.text, line.owner, f"line in {line.owner.tag!s}")
        elif key.count(" ") >= 3 and any(len(key) > len(title) / 2 and title.startswith(f"{key} ") for title in keys):
            begun.append(Printed(line.text, line.owner, f"line in {line.owner.tag!s}"))
    yield from begun


def _likeness(said: str, titles: Mapping[str, frozenset[str]]) -> float:
    """1 for the words of a title; else the share of words in common, which forgives what a title adds or leaves out.

    titles: each with its words; the title that agrees best counts.
    """
    if said in titles:
        return 1.0
    words = set(said.split())
    return max((2 * len(words & title) / (len(words) + len(title)) for title in titles.values()), default=0.0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The lines between headline and body, some above the headline and below the body, all in one frame with both."""

    above: tuple[Line, ...]
    between: tuple[Line, ...]
    below: tuple[Line, ...]


def surroundings(tree: Tree, headline: _Element | None, body: tuple[_Element, ...]) -> Surroundings:
    """The lines around a body, in document order; those of navigation and related items are left out."""
    if not body:
        return Surroundings((), (), ())
    start, end = tree.spans[body[0]][0], tree.spans[body[-1]][1]
    if headline is None or headline not in tree.spans or tree.spans[headline][0] >= end:
        frame = _block_around(tree, body[0])
        first, last = tree.spans[frame]
        return Surroundings(
            (), _plain(tree.lines[max(first, start - 12) : start]), _plain(tree.lines[end : min(last, end + _AFTER)])
        )
    top, bottom = tree.spans[headline]
    if start < bottom:  # the headline stands in the element that holds the text: the text begins at its first sentence
        start = next((at for at in range(bottom, end) if tree.lines[at].is_prose), bottom)
    frame = meeting(headline, body[0])
    first, last = tree.spans.get(frame, (0, len(tree.lines)))
    first, last = min(first, max(0, top - 3)), max(last, end)
    while end > start and tree.lines[end - 1].aside:  # a theme's footer may stand inside the text's element
        end -= 1
    return Surroundings(
        _plain(tree.lines[max(first, top - _BEFORE) : top]),
        _plain(tree.lines[bottom:start]),
        _plain(tree.lines[end : min(last, end + _AFTER)]),
    )


def _block_around(tree: Tree, element: _Element) -> _Element:
    around = next((one for one in element.iterancestors() if one in tree.spans), tree.body)
    return next((one for one in around.iterancestors() if one in tree.spans), around)


def _plain(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if len(line.text) <= 400)


def find_marked(tree: Tree, role: str, near: _Element | None, before: _Element | None) -> Printed | None:
    """The first short text of a mark of this role ("kicker", "deck") in the head of the article."""
    for mark in marks(role):
        for element in tree.find(mark):
            if element not in tree.spans or (element.tag in HEADINGS and element is near):
                continue
            if before is not None and tree.spans[element][1] > tree.spans[before][0]:
                continue
            if near is not None and abs(tree.spans[element][0] - tree.spans.get(near, (0, 0))[0]) > _BEFORE:
                continue
            if (text := _one_line(tree, element)) and not any(line.aside for line in tree.lines_of(element)):
                return Printed(text, element, f"mark {mark}")
    return None


def find_label(tree: Tree, headline: _Element | None) -> Printed | None:
    """The rubric or topic that is printed right above the headline; a trail of crumbs ("Home / Ekonomi") is none."""
    top = tree.spans[headline][0] if headline is not None and headline in tree.spans else 0
    if not top:
        return None
    line = tree.lines[top - 1]
    if line.aside or not line.is_linked or not 2 < len(line.text) <= _LABEL:
        return None
    boxes = [line.owner, *islice(line.owner.iterancestors(), 2)]
    words_around = frozenset().union(*(words_of(box.get("class") or "", "") for box in boxes))
    if words_around.isdisjoint(_LABELS) or not words_around.isdisjoint(_CRUMBS):
        return None
    return Printed(line.text, line.owner, "label above the headline")
