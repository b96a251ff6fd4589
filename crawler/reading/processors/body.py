"""The elements of a body as headings and blocks in reading order, what is no text of the article taken out."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import msgspec
from lxml.etree import _Element

from archive.article import Figure, ListBlock, Promo, Quote, Table
from crawler.reading.marks import is_aside, is_caption, is_picture, is_soft
from crawler.reading.processors import text as words
from crawler.reading.processors.paragraph import BOLD, ITALIC, Heading, Item, Line, to_items, with_bold_headings
from crawler.reading.processors.picture import absolute, is_embed, parse_embed, parse_figure, picture
from crawler.reading.processors.promo import is_promo
from crawler.reading.processors.rows import entries, linked, parse_table
from crawler.reading.processors.text import fold
from crawler.reading.tree import Tree

_UNSEEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "title",
        "select",
        "textarea",
        "button",
        "input",
        "link",
        "meta",
    }
)
_OUT = frozenset({"nav", "footer", "aside", "form", "dialog"})
_STYLES = {"b": BOLD, "strong": BOLD, "em": ITALIC, "i": ITALIC, "small": ITALIC}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "header",
        "hr",
        "label",
        "li",
        "main",
        "p",
        "pre",
        "section",
        "summary",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDING = frozenset({"hide", "hidden", "d-none", "hid"})
_HEAVY = 0.3  # a region that holds this share of the body's prose is the body, whatever its class says
_FOLDED = 200  # characters of prose in a hidden part that is text: later pages of an article stand folded away
_LONG_HEADING = 200
_DEEP = 80  # elements inside one another; no article nests so, and Python's stack is not endless


@dataclass(slots=True)
class Body:
    """What stands in a body: items in reading order, and the lines taken out because they advertise something else."""

    items: list[Item] = field(default_factory=list)
    promos: list[Promo] = field(default_factory=list)


def parse_body(elements: Sequence[_Element], tree: Tree, address: str, leave_out: Collection[_Element]) -> Body:
    """The headings and blocks of these elements. address: of the page, for absolute addresses. Never raises."""
    builder = _Builder(tree, address, leave_out, sum(map(tree.prose, elements)))
    for element in elements:
        builder.container(element, 0, None)
    return Body(with_bold_headings(builder.items), builder.promos)


class _Builder:
    """Walks a body once. `container` is the way in; the rest are its cases."""

    def __init__(self, tree: Tree, address: str, leave_out: Collection[_Element], prose: int) -> None:
        self.items: list[Item] = []
        self.promos: list[Promo] = []
        self._tree = tree
        self._address = address
        self._leave_out = leave_out
        self._heavy = _HEAVY * prose
        self._lines: list[Line] = [Line()]
        self._depth = 0

    def container(self, element: _Element, style: int, href: str | None) -> None:
        """A block whose own text and inline children are paragraphs, and whose blocks are taken one by one."""
        self._flush()
        self._inline(element, style, href)
        self._flush()

    def _inline(self, element: _Element, style: int, href: str | None) -> None:
        if self._depth > _DEEP:
            self._lines[-1].add(words.of(element), style, href)
            return
        self._depth += 1
        if element.text:
            self._lines[-1].add(element.text, style, href)
        for child in element:
            tag = child.tag
            if isinstance(tag, str) and tag not in _UNSEEN:
                self._child(child, tag, style, href)
            if child.tail:
                self._lines[-1].add(child.tail, style, href)
        self._depth -= 1

    def _child(self, child: _Element, tag: str, style: int, href: str | None) -> None:
        if tag == "br":
            self._lines.append(Line())
        elif tag in ("img", "amp-img"):
            if found := picture(child, self._address):
                self._put(found)
        elif is_embed(child):
            self._flush()
            if shown := parse_embed(child, self._address):
                self._put(shown)
        elif self._is_out(child, tag):
            self._take_out(child)
        elif self._block(child, tag, href):
            pass
        elif tag in _BLOCKS:
            self.container(child, style | _style(child, tag), href)
        else:
            self._inline(child, style | _style(child, tag), child.get("href") if tag == "a" else href)

    def _block(self, child: _Element, tag: str, href: str | None) -> bool:
        """Takes a list, heading, quote, table or figure; False for anything else."""
        if tag in ("ul", "ol"):
            self._list(child, tag)
        elif tag in _HEADINGS:
            self._heading(child, int(tag[1]), href)
        elif tag == "blockquote":
            self._quote(child)
        elif tag == "table":
            self._table(child)
        elif tag in ("figure", "figcaption") or self._is_figure(child, tag):
            self._figure(child)
        else:
            return False
        return True

    def _flush(self) -> None:
        lines, self._lines = self._lines, [Line()]
        if len(lines) == 1 and not lines[0].parts:
            return
        for found in to_items(lines, self._address, self.items[-1] if self.items else None):
            if isinstance(found, Promo):
                self.promos.append(found)
            else:
                self._append(found)

    def _put(self, item: Item) -> None:
        self._flush()
        self._append(item)

    def _append(self, item: Item) -> None:
        """Adds an item; a caption that stands apart goes to the picture or table before it."""
        last = self.items[-1] if self.items else None
        if isinstance(item, Figure) and item.url is None:
            if isinstance(last, Figure) and (last.caption is None or (item.caption is None and last.credit is None)):
                self.items[-1] = msgspec.structs.replace(
                    last, caption=last.caption or item.caption, credit=last.credit or item.credit
                )
                return
            if isinstance(last, Table) and last.caption is None:
                self.items[-1] = msgspec.structs.replace(last, caption=item.caption)
                return
        self.items.append(item)

    def _is_out(self, child: _Element, tag: str) -> bool:
        if child in self._leave_out:
            return True
        classes, name = child.get("class") or "", child.get("id") or ""
        if tag in _OUT or (tag == "header" and next(child.iter("h1"), None) is not None):
            return self._tree.prose(child) <= self._heavy
        if not (tag in _BLOCKS or tag in ("ul", "ol", "table", "blockquote")):
            return self._is_hidden(child, classes)
        if (classes or name) and is_aside(classes, name):
            sentence = tag == "p" and next(child.iter("a"), None) is None and self._tree.prose(child) > 0
            return not sentence and self._tree.prose(child) <= self._heavy
        if (classes or name) and is_soft(classes, name) and self._only_turns_pages(child):
            return True
        return self._is_hidden(child, classes)

    def _only_turns_pages(self, box: _Element) -> bool:
        """Whether a box called "page" or "more" holds but numbers and buttons, and not a page of the article."""
        lines = self._tree.lines_of(box)
        words = sum(len(line.text) for line in lines)
        linked = sum(len(line.text) for line in lines if line.is_linked)
        return (words < 80 or linked > words / 2) and next(box.iter("img", "h2", "h3", "table"), None) is None

    def _is_hidden(self, child: _Element, classes: str) -> bool:
        style = child.get("style")
        hidden = bool(style and _HIDDEN.search(style)) or not _HIDING.isdisjoint(classes.split())
        return hidden and self._tree.prose(child) < _FOLDED

    def _take_out(self, child: _Element) -> None:
        """Keeps the links of a box of related items as promos; ads, share bars and forms leave nothing."""
        self._flush()
        for link in child.iter("a"):
            text = fold(words.of(link))
            if text and len(text) > 25 and (url := absolute(self._address, link.get("href"))):
                self.promos.append(Promo(text=text, url=url))

    def _heading(self, element: _Element, level: int, href: str | None) -> None:
        text = fold(words.of(element))
        if text is None or len(text) > _LONG_HEADING:
            self.container(element, 0, href)
            return
        pictures = [found for img in element.iter("img") if (found := picture(img, self._address))]
        for found in pictures:
            self._put(found)
        is_link = href is not None or linked(element) > 0.8 * len(text)
        if is_link or is_promo(text, is_link):
            self._flush()
            link = next((link.get("href") for link in element.iter("a")), href)
            self.promos.append(Promo(text=text, url=absolute(self._address, link)))
        else:
            self._put(Heading(text, max(2, level)))

    def _quote(self, element: _Element) -> None:
        whole = self._tree.prose(element) > 2 * self._heavy
        if whole or next(element.iter("h2", "h3", "figure", "table"), None) is not None:
            self.container(element, 0, None)  # the text itself stands in it
            return
        cite = next(element.iter("cite", "footer"), None)
        cited = fold(words.of(cite)) if cite is not None else None
        text = words.of(element)
        if cited and text.endswith(cited):
            text = text.removesuffix(cited).rstrip(" \n—–-")
        self._flush()
        if is_promo(text, linked(element) > 0.8 * len(text)):
            self.promos.append(Promo(text=text.replace("\n", " ")))
        elif text:
            self._put(Quote(text=text, cite=cited))

    def _list(self, element: _Element, tag: str) -> None:
        rich = ("h2", "h3", "h4", "img", "blockquote", "table", "figure")
        if next(element.iterdescendants(*rich), None) is not None:
            self._rich_list(element)
            return
        texts = [text for text in entries(element) if text]
        if not texts:
            self.container(element, 0, None)
            return
        if linked(element) > 0.8 * sum(map(len, texts)):
            self._take_out(element)
            return
        self._flush()
        kept = [text for text in texts if not is_promo(text, linked=False)]
        self.promos.extend(Promo(text=text) for text in texts if text not in kept)
        if kept:
            self._put(ListBlock(items=tuple(kept), ordered=tag == "ol"))

    def _rich_list(self, element: _Element) -> None:
        """A list of pictures and headings: teasers of other articles where its words are links, else a gallery."""
        if linked(element) > 0.5 * len(words.of(element)):
            self._take_out(element)
        else:
            self.container(element, 0, None)

    def _table(self, element: _Element) -> None:
        if "tr-caption-container" in (element.get("class") or ""):  # Blogger's picture with its caption
            self._figure(element)
        elif linked(element) > 0.6 * len(words.of(element)) > 0:
            self._take_out(element)
        elif (found := parse_table(element)) is None:
            self.container(element, 0, None)
        else:
            self._put(found)

    def _is_figure(self, child: _Element, tag: str) -> bool:
        """Whether a box holds a picture and its caption: by its class, or as a caption that stands apart."""
        classes, name = child.get("class") or "", child.get("id") or ""
        if (classes or name) and is_caption(classes, name):
            return True
        if tag not in ("div", "section", "center", "article") or next(child.iter("img", "amp-img"), None) is None:
            return False
        return is_picture(classes, name) or self._is_captioned(child)

    def _is_captioned(self, box: _Element) -> bool:
        """Whether a box with a picture holds nothing else but a line or two in blocks of their own."""
        lines = self._tree.lines_of(box)
        words = sum(len(line.text) for line in lines)
        return 0 < len(lines) <= 2 and words < 350 and all(line.owner is not box for line in lines)

    def _figure(self, element: _Element) -> None:
        inner = next(element.iterdescendants("figure", "iframe", "video", "blockquote", "table", "h2"), None)
        heavy = self._tree.prose(element) > max(self._heavy, 400)
        if (inner is not None and element.tag != "table") or heavy:
            self.container(element, 0, None)
        elif found := parse_figure(element, self._address):
            self._put(found)


def _style(element: _Element, tag: str) -> int:
    written = element.get("style")
    bold = BOLD if written and _BOLD_STYLE.search(written) else 0
    return _STYLES.get(tag, 0) | bold
