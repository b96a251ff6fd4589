"""A page as a tree that was walked once: its lines, how much prose each element holds, where the marks stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree
from lxml.etree import _Element

from crawler.reading.marks import is_aside
from crawler.reading.processors.text import fold

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = (
    "address article blockquote caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr "
    "li main ol p pre section summary table tbody td tfoot th thead tr ul"
)
_INLINE, _BLOCK, _ASIDE, _UNSEEN, _BREAK, _LINK = range(6)
_KIND: dict[object, int] = {
    **dict.fromkeys(_BLOCKS.split(), _BLOCK),
    **dict.fromkeys(("nav", "footer", "aside", "form", "label", "dialog"), _ASIDE),  # never the article's own prose
    **dict.fromkeys(
        [
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "svg",
            "head",
            "select",
            "textarea",
            "button",
            "input",
            "object",
            "link",
            "meta",
        ],
        _UNSEEN,
    ),
    etree.Comment: _UNSEEN,
    etree.ProcessingInstruction: _UNSEEN,
    "br": _BREAK,
    "a": _LINK,
}
_HEAVY = 0.4
_FIGURE = re.compile(r"[\d|]")  # share prices and league tables are no sentences
_CUT = ("…", "...")  # a teaser of another article ends so; the rare sentence that does is kept by its neighbours
_SENTENCE_END = (".", "!", "?", "”", '"', ":", ")", "’")
# libxml2 ends an element at "/>"; browsers ignore the slash on <html/>, and detik's old pages rely on it.
_CLOSED_HTML = re.compile(r"(<html\b[^>]{0,2000}?)\s*/>", re.IGNORECASE)
_PROLOG = re.compile(r"^\s*<\?xml[^>]{0,200}>")


@dataclass(slots=True)
class Line:
    """A stretch of text between two borders of blocks, or line breaks.

    owner: the block element it stands in; linked: how many of its characters are link text; aside: it stands in a region
    that is marked as no article text (navigation, related items, comments).
    """

    text: str
    owner: _Element
    linked: int
    aside: bool = False

    @property
    def is_linked(self) -> bool:
        """Whether nearly all of it is link text."""
        return self.linked > 0.8 * len(self.text)

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a sentence of an article: long enough, or ended like one, and hardly linked."""
        length = len(self.text)
        if self.linked > 0.4 * length or self.text.endswith(_CUT):
            return False
        if length < 30 or (length < 80 and not self.text.endswith(_SENTENCE_END)):
            return False
        return len(_FIGURE.findall(self.text)) < length / 6


class Tree:
    """A parsed page. lines: in document order; spans: which of them stand in a block, as the first and one past the last.

    marked: the elements of each class, and of each id with "#" before it; tagged: the blocks of each tag; links: every <a>.
    """

    def __init__(self, root: _Element) -> None:
        self.root = root
        self.lines: list[Line] = []
        self.spans: dict[_Element, tuple[int, int]] = {}
        self.marked: dict[str, list[_Element]] = {}
        self.tagged: dict[str, list[_Element]] = {}
        body = root.find("body")
        self.body: _Element = body if body is not None else root
        self.links: list[_Element] = []
        self._properties: dict[str, list[_Element]] = {}
        self._regions: list[tuple[int, int]] = []
        _walk(self, self._regions, self._properties)
        self._set_aside()
        self._noise = [0, *accumulate(map(_noise, self.lines))]
        self._prose = [0, *accumulate(len(x.text) if x.is_prose and not x.aside else 0 for x in self.lines)]

    def _set_aside(self) -> None:
        """Marks the lines of regions that are no article text, unless much of the page's prose stands in one.

        Themes call the box around an article "entry-content no-share" or put it into a <form>.
        """
        prose = [0, *accumulate(len(line.text) if line.is_prose else 0 for line in self.lines)]
        heavy = _HEAVY * prose[-1]
        for start, end in self._regions:
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
        return (element for element in self._properties.get(name, ()) if element in self.spans)

    def find(self, *marks: str) -> Iterator[_Element]:
        """The elements of a class or id (`#id`), mark by mark, each in document order."""
        for mark in marks:
            yield from self.marked.get(mark, ())


def parse(markup: str) -> _Element | None:
    """The root of a page's tree; None when there is nothing in it."""
    markup = _PROLOG.sub("", markup.replace("\x00", ""), count=1)
    markup = _CLOSED_HTML.sub(r"\1>", markup, count=1)
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), _parser())
    except etree.XMLSyntaxError:  # nothing but white space or comments
        return None


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


def _walk(tree: Tree, regions: list[tuple[int, int]], properties: dict[str, list[_Element]]) -> None:
    """The one recursion over the page; libxml2 nests no deeper than 255 elements.

    Fills `regions` with the spans that are marked as no article text, `properties` with the elements of microdata.
    """
    lines, spans, marked, tagged, links = tree.lines, tree.spans, tree.marked, tree.tagged, tree.links
    kinds = _KIND.get
    buffer: list[str] = []
    linked = 0

    def flush(owner: _Element) -> None:
        nonlocal linked
        if buffer:
            text = fold("".join(buffer))
            buffer.clear()
            if text:
                lines.append(Line(text, owner, linked))
            linked = 0

    def go(element: _Element, owner: _Element, in_link: bool) -> None:
        nonlocal linked
        text = element.text
        if text and (buffer or not text.isspace()):
            buffer.append(text)
            if in_link:
                linked += len(text.strip())
        for child in element:
            tag = child.tag
            kind = kinds(tag, _INLINE)
            if kind == _BREAK:
                flush(owner)
            elif kind != _UNSEEN:
                classes = child.get("class")
                name = child.get("id")
                if classes:
                    for mark in classes.split():
                        if mark in marked:
                            marked[mark].append(child)
                        else:
                            marked[mark] = [child]
                if name:
                    marked.setdefault("#" + name, []).append(child)
                if kind == _LINK:
                    links.append(child)
                elif prop := child.get("itemprop"):
                    for word in prop.split():
                        properties.setdefault(word, []).append(child)
                if kind == _BLOCK or kind == _ASIDE:
                    flush(owner)
                    start = len(lines)
                    go(child, child, in_link)
                    flush(child)
                    end = len(lines)
                    spans[child] = start, end
                    if tag in tagged:
                        tagged[tag].append(child)
                    else:
                        tagged[tag] = [child]
                    if end > start and (kind == _ASIDE or ((classes or name) and is_aside(classes or "", name or ""))):
                        regions.append((start, end))
                else:
                    go(child, owner, in_link or kind == _LINK)
            text = child.tail
            if text and (buffer or not text.isspace()):
                buffer.append(text)
                if in_link:
                    linked += len(text.strip())

    go(tree.body, tree.body, False)
    flush(tree.body)
    spans[tree.body] = 0, len(lines)
