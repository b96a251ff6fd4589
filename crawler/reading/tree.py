"""A page as a tree that was walked once: how much prose its elements hold, and where its marks stand."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import AnyStr

from lxml import etree
from lxml.etree import _Element

from crawler.reading.marks import is_remarks, words_of
from crawler.reading.walk import Line, Walk

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ENTRIES = frozenset({"li", "td", "th", "dd", "dt", "pre", "h2", "h3", "h4"})
# "Baca juga: ..." = "read also", "Lihat juga" = "see also", "Simak" = "look at": links between the paragraphs.
ANNOUNCES = ("Baca", "BACA", "baca", "Lihat Juga", "Lihat juga", "LIHAT JUGA", "Simak", "SIMAK")
_SPARSE = ("time", "abbr", "iframe", "fb:comments", "base", "link", "script")
_HEAVY = 0.4  # a region that holds more of the page's prose is the article, whatever its class says
# libxml2 ends an element at "/>"; browsers ignore the slash on <html/>, and detik's old pages rely on it.
_CLOSED_HTML = re.compile(r"(<html\b[^>]{0,2000}?)\s*/>", re.IGNORECASE)
_HEAD = 4096  # characters in which the prologue and <html> stand
# libxml2 compares each attribute of a tag with all others: 40,000 of them take it 11 s.
_LONG_TAG = re.compile(r"([a-zA-Z][\w:-]*)[^>]{20000,}>")
_LONG = 20_000
_ATTRIBUTES = 2000
# What follows these is no part of the body for libxml2, or none of the page; browsers go on with the body.
_ENDS = re.compile(r"</(?:body|html|BODY|HTML)>")
_PROLOG = re.compile(r"^\s*<\?xml[^>]{0,200}>")


class Tree:
    """A parsed page.

    lines: in document order; spans: which of them stand in a block, as the first and one past the last; tagged: the
    blocks of each tag; links: every <a>; classes: the elements by their whole class attribute; ids: by id.
    """

    def __init__(self, root: _Element) -> None:
        body = root.find("body")
        self.root = root
        self.body: _Element = body if body is not None else root
        self._walk = walk = Walk(self.body)
        self.lines = walk.lines
        self.spans = walk.spans
        self.tagged = walk.tagged
        self.links = walk.links
        self.classes = walk.classes
        self.ids = walk.ids
        self._set_aside(walk.regions)
        for start, end in walk.captions:
            for line in self.lines[start:end]:
                line.caption = True
        self._noise = [0, *accumulate(map(_noise, self.lines, [None, *self.lines]))]
        self._prose = [0, *accumulate(len(x.text) if x.is_prose and not x.aside else 0 for x in self.lines)]

    def _set_aside(self, regions: list[_Element]) -> None:
        """Marks the lines of regions that are no article text, unless much of the page's prose stands in one.

        Themes call the box around an article "entry-content no-share" or put it into a <form>. Readers' comments are
        often longer than the article: they are text only where no sentence stands before them, as in a box around all.
        """
        prose = [0, *accumulate(len(line.text) if line.is_prose else 0 for line in self.lines)]
        heavy = _HEAVY * prose[-1]
        for region in regions:
            start, end = self.spans[region]
            remarks = prose[start] > 0 and is_remarks(region.get("class") or "", region.get("id") or "")
            if prose[end] - prose[start] <= heavy or (remarks and next(region.iter("h1"), None) is None):
                for line in self.lines[start:end]:
                    line.aside = True

    def noise(self, element: _Element) -> int:
        """How much the lines of a block speak against its being the article: links, what is aside, stray words."""
        start, end = self.spans.get(element, (0, 0))
        return self._noise[end] - self._noise[start]

    def prose(self, element: _Element) -> int:
        """The characters of prose in a block, 0 for what is none."""
        start, end = self.spans.get(element, (0, 0))
        return self._prose[end] - self._prose[start]

    def lines_of(self, element: _Element) -> list[Line]:
        """The lines of a block."""
        start, end = self.spans.get(element, (0, 0))
        return self.lines[start:end]

    def properties(self, name: str) -> Iterator[_Element]:
        """The blocks of a microdata property."""
        return (element for element in self._walk.properties.get(name, ()) if element in self.spans)

    def having(self, name: str) -> Sequence[_Element]:
        """The elements of a microdata property, those inside a line too."""
        return self._walk.properties.get(name, ())

    def find(self, *marks: str) -> Iterator[_Element]:
        """The elements of a class or id (`#id`), mark by mark, blocks in document order."""
        for mark in marks:
            yield from self.marked.get(mark, ())

    def marked_by(self, words: frozenset[str]) -> Iterator[_Element]:
        """The elements whose class holds one of these words ("read__author" holds author), and those whose microdata
        property is one; class by class.
        """
        for classes, elements in self._walk.classes.items():
            if not words.isdisjoint(words_of(classes, "")):
                yield from elements
        for name, elements in self._walk.properties.items():
            if name in words:
                yield from elements

    @cached_property
    def _sparse(self) -> list[_Element]:
        """The elements that stand in no table of the walk, and of which there are few: one search for all of them."""
        return list(self.root.iter(*_SPARSE))

    def sparse(self, *tags: str) -> list[_Element]:
        """The elements of these tags, some of `_SPARSE`, in document order, those of the head too."""
        return [element for element in self._sparse if element.tag in tags]

    @cached_property
    def related(self) -> list[tuple[_Element, list[str]]]:
        """The links that say what they are to the page, each with the words of its `rel`."""
        return [(link, rel.split()) for link in self.links if (rel := link.get("rel"))]

    @cached_property
    def marked(self) -> dict[str, list[_Element]]:
        """Elements by each of their classes, and by "#" and their id."""
        found: dict[str, list[_Element]] = {"#" + name: elements for name, elements in self.ids.items()}
        mixed: set[str] = set()
        for classes, elements in self.classes.items():
            for mark in set(classes.split()):
                if mark in mixed:
                    found[mark] += elements
                elif mark in found:
                    found[mark] = [*found[mark], *elements]
                    mixed.add(mark)
                else:
                    found[mark] = elements
        for mark in mixed:
            found[mark].sort(key=lambda element: self.spans.get(element, (0, 0)))
        return found


def parse(markup: str) -> _Element | None:
    """The root of a page's tree; None when there is nothing in it."""
    head = markup[:_HEAD]
    mended = _CLOSED_HTML.sub(r"\1>", _PROLOG.sub("", head, count=1), count=1)
    if mended != head:
        markup = mended + markup[_HEAD:]
    markup = _ENDS.sub("", _without_long_tags(markup.replace("\x00", "")))
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), _parser())
    except etree.XMLSyntaxError:  # nothing but white space or comments
        return None


def _without_long_tags(markup: str) -> str:
    """The markup with tags of thousands of attributes made bare; a long one (a picture as data) stays as it is."""
    if not has_long_stretch(markup, "<", _LONG):
        return markup
    pieces = markup.split("<")
    for at, piece in enumerate(pieces):
        tag = _LONG_TAG.match(piece) if at and len(piece) > _LONG else None
        if tag and len(tag[0].split()) > _ATTRIBUTES:
            pieces[at] = f"{tag[1]}>{piece[tag.end() :]}"
    return "<".join(pieces)


def has_long_stretch(markup: AnyStr, sign: AnyStr, long: int) -> bool:
    """Whether some tag may be so long: on nearly all pages a few leaps from "<" to "<" (`sign`) tell that none is."""
    at = 0
    while at + long < len(markup):
        last = markup.rfind(sign, at, at + long)
        if last < 0:
            return True
        at = last + 1
    return False


def _parser() -> etree.HTMLParser:
    """A parser of its own for each page: lxml locks a parser while it works, and pages are read in several threads.

    The plain elements of lxml.etree: lxml.html's own classes cost a call for each element.
    """
    return etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def chain(element: _Element) -> list[_Element]:
    """The element and everything around it, outermost first."""
    found = [element, *element.iterancestors()]
    found.reverse()
    return found


def meeting(first: _Element, second: _Element) -> _Element:
    """The innermost element that holds both."""
    last = first
    for one, two in zip(chain(first), chain(second), strict=False):
        if one is not two:
            break
        last = one
    return last


def _noise(line: Line, before: Line | None) -> int:
    """What a line speaks against its block; entries of lists and tables, headings and verses are as good as sentences.

    Without that the results of a race, a price list, a song or a recipe would count against the text they stand in.
    """
    length = len(line.text)
    if line.aside:
        return length // 2
    if line.is_prose:
        return 0
    if line.is_linked:
        return 0 if line.text.startswith(ANNOUNCES) else length
    if line.owner.tag in ENTRIES or (before is not None and goes_on(line, before)):
        return 0
    return min(length, 30)


def goes_on(line: Line, before: Line) -> bool:
    """Whether an unlinked line stands with the one before in one block, or as the next paragraph in the same box."""
    if line.is_linked or before.is_linked:
        return False
    one, other = line.owner, before.owner
    return one is other or (one.tag == "p" and other.tag == "p" and one.getparent() is other.getparent())
