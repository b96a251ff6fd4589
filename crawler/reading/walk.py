"""The one walk over a page: its lines of text, and where its blocks, links, classes and microdata stand."""

import re

import msgspec
from lxml import etree
from lxml.etree import _Element

from crawler.reading.marks import is_aside, is_caption, is_picture
from crawler.reading.processors.text import fold

_BLOCKS = (
    "address article blockquote caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 "
    "header hr li main ol p pre section summary table tbody td tfoot th thead tr ul"
)
_ASIDES = "nav footer aside form label dialog"  # never hold the article's own prose
_UNSEEN_TAGS = "script style noscript template iframe svg head title select textarea button input object link meta"
_INLINE, _LINK, _BLOCK, _ASIDE, _BREAK, _UNSEEN = range(6)
_KIND: dict[object, int] = {
    **dict.fromkeys(_BLOCKS.split(), _BLOCK),
    **dict.fromkeys(_ASIDES.split(), _ASIDE),
    **dict.fromkeys(_UNSEEN_TAGS.split(), _UNSEEN),
    etree.Comment: _UNSEEN,
    etree.ProcessingInstruction: _UNSEEN,
    etree.Entity: _UNSEEN,
    "br": _BREAK,
    "a": _LINK,
}
_kind_of = _KIND.get
_FIGURE = re.compile(r"[\d|]")  # share prices and league tables are no sentences
_CUT = ("…", "...")  # a teaser of another article ends so; the rare sentence that does is kept by its neighbours
# Longer than any teaser: aggregators print the beginning of an article, cut off so, and nothing else of it.
_BEGINNING = 300
# The last is half of a space that was encoded twice, as pasted captions of photo pages end: "Pasar mulai ramai.Â "
_SENTENCE_END = (".", "!", "?", "”", '"', ":", ")", "’", "\u00c2")


class Line(msgspec.Struct, gc=False):
    """A stretch of text between two borders of blocks, or line breaks.

    owner: the block it stands in; is_linked: nearly all of it is link text; is_prose: it reads like a sentence of an
    article, long enough or ended like one and hardly linked; aside: it stands in a region that is marked as no article
    text (navigation, related items, comments).
    """

    text: str
    owner: _Element
    is_linked: bool
    is_prose: bool
    aside: bool = False
    caption: bool = False


class Walk:
    """What one recursion finds; libxml2 nests no deeper than 255 elements.

    lines: in document order; spans: the first and one past the last line of each block, inner blocks first; classes:
    elements by their whole class attribute; ids, tagged (blocks only), properties (microdata): by name; links: every
    <a>; regions: what is marked as no article text; captions: spans of what describes pictures.
    """

    __slots__ = (
        "_buffer",
        "_linked",
        "captions",
        "classes",
        "ids",
        "lines",
        "links",
        "properties",
        "regions",
        "spans",
        "tagged",
    )

    def __init__(self, body: _Element) -> None:
        self.lines: list[Line] = []
        self.spans: dict[_Element, tuple[int, int]] = {}
        self.classes: dict[str, list[_Element]] = {}
        self.ids: dict[str, list[_Element]] = {}
        self.tagged: dict[str, list[_Element]] = {}
        self.properties: dict[str, list[_Element]] = {}
        self.links: list[_Element] = []
        self.regions: list[_Element] = []
        self.captions: list[tuple[int, int]] = []
        self._buffer: list[str] = []
        self._linked = 0
        self._children(body, body, in_link=False)
        self._flush(body)
        self.spans[body] = 0, len(self.lines)

    def _children(self, element: _Element, owner: _Element, *, in_link: bool) -> None:
        """The text of an element and of all it holds. owner: the block that its inline text belongs to."""
        buffer = self._buffer
        text = element.text
        if text and (buffer or not text.isspace()):
            # "<span>Penulis: A</span><span>Editor: B</span>": a style keeps the two apart
            if buffer and element.tag == "span" and buffer[-1][-1:].islower() and text[0].isupper():
                buffer.append(" ")
            self._add(text, in_link)
        for child in element:
            kind = _kind_of(child.tag, _INLINE)
            if kind <= _ASIDE:
                self._child(child, kind, owner, in_link)
            elif kind == _BREAK and buffer:
                self._flush(owner)
            text = child.tail
            if text and (buffer or not text.isspace()):
                self._add(text, in_link)

    def _child(self, child: _Element, kind: int, owner: _Element, in_link: bool) -> None:
        classes, name, prop = child.get("class"), child.get("id"), child.get("itemprop")
        if classes:
            self.classes.setdefault(classes, []).append(child)
        if name:
            self.ids.setdefault(name, []).append(child)
        if prop:
            for word in prop.split():
                self.properties.setdefault(word, []).append(child)
        if kind < _BLOCK:
            if kind == _LINK:
                self.links.append(child)
            if child.tag == "time" and self._buffer:  # themes print two without a space, and hide one by its style
                self._buffer.append(" ")
            self._children(child, owner, in_link=in_link or kind == _LINK)
            return
        if self._buffer:
            self._flush(owner)
        start = len(self.lines)
        self._children(child, child, in_link=in_link)
        if self._buffer:
            self._flush(child)
        end = len(self.lines)
        self.spans[child] = start, end
        self.tagged.setdefault(str(child.tag), []).append(child)
        if end > start and (kind == _ASIDE or ((classes or name) and is_aside(classes or "", name or ""))):
            self.regions.append(child)
        elif end > start and (child.tag == "figure" or (classes and _is_caption(classes, end - start))):
            self.captions.append((start, end))

    def _add(self, text: str, in_link: bool) -> None:
        self._buffer.append(text)
        if in_link:
            self._linked += len(text.strip())

    def _flush(self, owner: _Element) -> None:
        """Ends a line, where anything stands in it."""
        text: str | None = " ".join("".join(self._buffer).split())
        self._buffer.clear()
        linked, self._linked = self._linked, 0
        if text and not text.isascii():
            text = fold(text)
        if text:
            self.lines.append(Line(text, owner, linked > 0.8 * len(text), _is_prose(text, linked)))


def _is_caption(classes: str, lines: int) -> bool:
    return is_caption(classes, "") or (lines <= 2 and is_picture(classes, ""))


def _is_prose(text: str, linked: int) -> bool:
    length = len(text)
    if length < 30 or linked > 0.4 * length or (length < 80 and not text.endswith(_SENTENCE_END)):
        return False
    return not (length < _BEGINNING and text.endswith(_CUT)) and len(_FIGURE.findall(text)) < length / 6
