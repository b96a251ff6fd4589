"""The elements of a body as headings and blocks in reading order, what is no text of the article taken out."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import msgspec
from lxml.etree import _Element

from archive.article import Figure, ListBlock, Paragraph, Promo, Quote, Table
from crawler.reading.marks import is_notice_box
from crawler.reading.processors import text as words
from crawler.reading.processors.boxes import BLOCKS, Boxes
from crawler.reading.processors.inline_promo import less_promos
from crawler.reading.processors.paragraph import (
    BOLD,
    ITALIC,
    NUMBERED,
    Heading,
    Item,
    Line,
    leads_to_topic,
    to_items,
)
from crawler.reading.processors.picture import absolute, is_embed, parse_embed, parse_figure, picture
from crawler.reading.processors.promo import is_promo
from crawler.reading.processors.rows import entries, link_of, linked, parse_table
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
_STYLES = {"b": BOLD, "strong": BOLD, "em": ITALIC, "i": ITALIC, "small": ITALIC}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LONG_HEADING = 200
_WHEN = re.compile(  # "N jam yang lalu" (N hours ago), "Senin, 23 November 2026 | 10.30 WIB"
    r"(?:\d{1,2} (?:detik|menit|jam|hari|minggu|pekan|bulan|tahun) (?:yang )?lalu"
    r"|(?:[A-Z][a-z]{3,5}'?[a-z]?, )?\d{1,2}(?: [A-Z][a-z]{2,8} |[/-]\d\d[/-])\d{4}"
    r"(?:[ ,|-]{1,3}\d\d[.:]\d\d(?: WI(?:B|TA?))?)?)\s*"
)
_LONG_SENTENCE = 120  # a sentence in a heading's markup is a paragraph; entries of galleries are shorter or numbered
_DEEP = 80  # elements inside one another; no article nests so, and Python's stack is not endless


@dataclass(slots=True)
class Body:
    """What stands in a body: items in reading order, and the lines taken out because they advertise something else.

    Bold lines are headings still: `with_bold_headings` tells which of them head something, once all pages are joined.
    links: absolute addresses of the links in a line of text, by that line.
    """

    items: list[Item] = field(default_factory=list)
    promos: list[Promo] = field(default_factory=list)
    links: dict[str, tuple[str, ...]] = field(default_factory=dict)


def parse_body(elements: Sequence[_Element], tree: Tree, address: str, leave_out: Collection[_Element]) -> Body:
    """The headings and blocks of these elements. address: of the page, for absolute addresses. Never raises."""
    builder = _Builder(tree, address, leave_out, sum(map(tree.prose, elements)))
    for element in elements:
        builder.container(element, 0, None)
    return Body(builder.items, builder.promos, builder.links)


class _Builder:
    """Walks a body once. `container` is the way in; the rest are its cases."""

    def __init__(self, tree: Tree, address: str, leave_out: Collection[_Element], prose: int) -> None:
        self.items: list[Item] = []
        self.promos: list[Promo] = []
        self.links: dict[str, tuple[str, ...]] = {}
        self._tree = tree
        self._address = address
        self._boxes = Boxes(tree, leave_out, prose)
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
        elif self._boxes.is_out(child, tag):
            if self._boxes.is_notice(child):
                self._notice(child, style, href)
            else:
                self._take_out(child)
        elif self._block(child, tag, href):
            pass
        elif tag in BLOCKS:
            classes = child.get("class")
            told = classes and tag != "p" and is_notice_box(classes) and self._tree.prose(child) <= self._boxes.heavy
            if told and self._boxes.is_notice(child):
                self._notice(child, style, href)
            else:
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
        elif tag in ("figure", "figcaption") or self._boxes.is_figure(child, tag):
            self._figure(child)
        else:
            return False
        return True

    def _flush(self) -> None:
        lines, self._lines = self._lines, [Line()]
        if len(lines) == 1 and not lines[0].parts:
            return
        for found in to_items(lines, self._address, self.items[-1] if self.items else None, self.links):
            if isinstance(found, Promo):
                self._take_title(found)
                self.promos.append(found)
            else:
                self._append(found)

    def _take_title(self, player: Promo) -> None:
        """The title of a video above its player: "Video: Panen Padi di Lereng Timur", "[Gambas:Video ...]"."""
        last = self.items[-1] if self.items else None
        if (
            player.text.startswith("[Gambas")
            and isinstance(last, Paragraph)
            and last.text.startswith(("Video:", "VIDEO:"))
        ):
            self.promos.append(Promo(text=last.text))
            del self.items[-1]

    def _put(self, item: Item) -> None:
        self._flush()
        self._append(item)

    def _append(self, item: Item) -> None:
        """Adds an item; a caption that stands apart goes to the picture or table before it.

        Advertisements stand in boxes called "caption" too: "ADVERTISEMENT" is no caption.
        """
        if (
            isinstance(item, Figure)
            and item.caption
            and len(item.caption) < 60
            and is_promo(item.caption, linked=False)
        ):
            self.promos.append(Promo(text=item.caption))
            if item.url is None:
                return
            item = msgspec.structs.replace(item, caption=None)
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

    def _notice(self, box: _Element, style: int, href: str | None) -> None:
        """A box of a notice: its label and paragraphs are lines of one."""
        self._flush()
        start = len(self.items)
        self.container(box, style, href)
        texts = [item.text for item in self.items[start:] if isinstance(item, Heading | Paragraph)]
        if len(texts) == len(self.items) - start > 1:
            self.items[start:] = [Paragraph(text="\n".join(texts))]

    def _take_out(self, child: _Element) -> None:
        """Keeps the links of a box of related items as promos; ads, share bars and forms leave nothing."""
        self._flush()
        for link in child.iter("a"):
            text = fold(words.of(link))
            if text and len(text) > 25 and (url := absolute(self._address, link.get("href"))):
                self.promos.append(Promo(text=text, url=url))

    def _heading(self, element: _Element, level: int, href: str | None) -> None:
        text = fold(words.of(element))
        sentence = text is not None and text.endswith(".") and not NUMBERED.match(text)
        if text is None or len(text) > (_LONG_SENTENCE if sentence else _LONG_HEADING):
            self.container(element, 0, href)
            return
        pictures = [found for img in element.iter("img") if (found := picture(img, self._address))]
        for found in pictures:
            self._put(found)
        is_link = href is not None or linked(element) > 0.8 * len(text)
        link = next((link.get("href") for link in element.iter("a")), href)
        if (is_link and not leads_to_topic(link)) or is_promo(text, is_link):
            self._flush()
            self.promos.append(Promo(text=text, url=absolute(self._address, link)))
        else:
            self._put(Heading(text, max(2, level)))

    def _quote(self, element: _Element) -> None:
        whole = self._tree.prose(element) > 2 * self._boxes.heavy
        if whole or next(element.iter("h2", "h3", "figure", "table"), None) is not None:
            self.container(element, 0, None)  # the text itself stands in it
            return
        cite = next(element.iter("cite", "footer"), None)
        cited = fold(words.of(cite)) if cite is not None else None
        text = words.of(element)
        if cited and text.endswith(cited):
            text = text.removesuffix(cited).rstrip(" \n—–-")
        self._flush()
        if linked(element) > 0.8 * len(text) and is_promo(text, linked=True):
            self.promos.append(Promo(text=text.replace("\n", " "), url=link_of(element, text, self._address)))
        elif text := self._less_promos(text, element):
            if url := link_of(element, text, self._address):
                self.links[text.split("\n", 1)[0]] = (url,)
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
        words_linked = linked(element)
        size = sum(map(len, texts))
        if 0.4 * size < words_linked <= 0.8 * size:  # "Harga Beras Turun 2 jam yang lalu": teasers with their times
            size = sum(len(_WHEN.sub("", text)) for text in texts)
        if words_linked > 0.8 * size:
            self._take_out(element)
            return
        self._flush()
        if kept := [text for item in texts if (text := self._less_promos(item, element))]:
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
            rows = tuple(tuple(self._less_promos(cell, element) for cell in row) for row in found.rows)
            if rows := tuple(row for row in rows if any(row)):
                self._put(msgspec.structs.replace(found, rows=rows))

    def _figure(self, element: _Element) -> None:
        inner = next(element.iterdescendants("figure", "iframe", "video", "blockquote", "table", "h2"), None)
        heavy = element.tag != "figcaption" and self._tree.prose(element) > max(self._boxes.heavy, 400)
        if (inner is not None and element.tag != "table") or heavy:
            self.container(element, 0, None)
        elif (found := parse_figure(element, self._address)) is None:
            pass
        elif found.caption and is_promo(found.caption, linked=False):
            self.promos.append(Promo(text=found.caption, url=link_of(element, found.caption, self._address)))
            if found.url is not None:  # the button "Perbesar" (enlarge) below a picture; an advertisement has none
                self._put(msgspec.structs.replace(found, caption=None))
        else:
            self._put(found)

    def _less_promos(self, text: str, element: _Element) -> str:
        """The text of an item, a cell or a quote less its promos, which are recorded with their links."""
        kept, cut = less_promos(text)
        self.promos.extend(Promo(text=told, url=link_of(element, told, self._address)) for told in cut)
        return kept


def _style(element: _Element, tag: str) -> int:
    written = element.get("style")
    bold = BOLD if written and _BOLD_STYLE.search(written) else 0
    return _STYLES.get(tag, 0) | bold
