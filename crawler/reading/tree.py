"""A page as a tree that was walked once: how much prose its elements hold, and where its marks stand."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from lxml import etree
from lxml.etree import _Element

from crawler.reading.walk import Line, Walk

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEAVY = 0.4  # a region that holds more of the page's prose is the article, whatever its class says
# libxml2 ends an element at "/>"; browsers ignore the slash on <html/>, and detik's old pages rely on it.
_CLOSED_HTML = re.compile(r"(<html\b[^>]{0,2000}?)\s*/>", re.IGNORECASE)
_HEAD = 4096  # characters in which the prologue and <html> stand
# libxml2 compares each attribute of a tag with all others: 40,000 of them take it 11 s.
_LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]*)[^<>]{20000,}>")
_ATTRIBUTES = 2000
_PROLOG = re.compile(r"^\s*<\?xml[^>]{0,200}>")


class Tree:
    """A parsed page.

    lines: in document order; spans: which of them stand in a block, as the first and one past the last; tagged: the
    blocks of each tag; links: every <a>.
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
        self._set_aside(walk.regions)
        self._noise = [0, *accumulate(map(_noise, self.lines))]
        self._prose = [0, *accumulate(len(x.text) if x.is_prose and not x.aside else 0 for x in self.lines)]

    def _set_aside(self, regions: list[tuple[int, int]]) -> None:
        """Marks the lines of regions that are no article text, unless much of the page's prose stands in one.

        Themes call the box around an article "entry-content no-share" or put it into a <form>.
        """
        prose = [0, *accumulate(len(line.text) if line.is_prose else 0 for line in self.lines)]
        heavy = _HEAVY * prose[-1]
        for start, end in regions:
            if prose[end] - prose[start] <= heavy:
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

    def find(self, *marks: str) -> Iterator[_Element]:
        """The elements of a class or id (`#id`), mark by mark, blocks in document order."""
        for mark in marks:
            yield from self.marked.get(mark, ())

    @cached_property
    def marked(self) -> dict[str, list[_Element]]:
        """Elements by each of their classes, and by "#" and their id."""
        found: dict[str, list[_Element]] = {"#" + name: elements for name, elements in self._walk.ids.items()}
        mixed: set[str] = set()
        for classes, elements in self._walk.classes.items():
            for mark in set(classes.split()):
                if mark in found:
                    found[mark] = [*found[mark], *elements]
                    mixed.add(mark)
                else:
                    found[mark] = elements
        for mark in mixed:
            found[mark].sort(key=lambda element: self.spans.get(element, (0, 0)))
        return found


def parse(markup: str) -> _Element | None:
    """The root of a page's tree; None when there is nothing in it."""
    head, rest = markup[:_HEAD], markup[_HEAD:]
    head = _CLOSED_HTML.sub(r"\1>", _PROLOG.sub("", head, count=1), count=1)
    markup = _LONG_TAG.sub(_without_many_attributes, (head + rest).replace("\x00", ""))
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), _parser())
    except etree.XMLSyntaxError:  # nothing but white space or comments
        return None


def _without_many_attributes(tag: re.Match[str]) -> str:
    """A tag without its attributes where there are thousands of them; a long one (a picture as data) stays as it is."""
    return f"<{tag[1]}>" if len(tag[0].split()) > _ATTRIBUTES else tag[0]


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


def _noise(line: Line) -> int:
    length = len(line.text)
    if line.aside:
        return length // 2
    if line.is_prose:
        return 0
    return length if line.is_linked else min(length, 30)
