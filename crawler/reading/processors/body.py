"""The elements of a body as headings and blocks in reading order, what is no text of the article taken out."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml.html import HtmlElement

from archive.address import BadAddress, clean, site
from archive.article import Block, Embed, Figure, ListBlock, Paragraph, Promo, Quote, Table
from crawler.reading.marks import is_aside, is_caption, words_of
from crawler.reading.processors import text as words
from crawler.reading.processors.promo import is_promo
from crawler.reading.processors.text import fold
from crawler.reading.tree import Tree

_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "select", "textarea", "button", "input", "link", "meta"}
)
_OUT = frozenset({"nav", "footer", "aside", "form", "dialog"})
_BOLD = frozenset({"b", "strong"})
_BLOCKS = frozenset(
    "address article center dd details div dl dt fieldset header hr label li main p pre section summary tbody td tfoot "
    "th thead tr".split()
)
_EMBEDS = frozenset({"iframe", "embed", "object", "video", "audio", "amp-iframe", "amp-youtube", "amp-twitter"})
_EMBED_MARKS = (
    "twitter-tweet",
    "twitter-video",
    "instagram-media",
    "tiktok-embed",
    "fb-post",
    "fb-video",
    "twitter-quote",
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING = frozenset({"hide", "hidden", "hid"})
# "(Baca juga: ...)" = "(read also: ...)" in the middle of a paragraph.
_INLINE_PROMO = re.compile(r"\s*\((?:baca|lihat|simak)(?:\s+(?:juga|pula))?\s*:[^()]{3,250}\)", re.IGNORECASE)
_HEAVY = 0.3  # a region that holds this share of the body's prose is the body, whatever its class says
_LONG_HEADING = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body; level 2 to 6, 3 for a paragraph that is wholly bold."""

    text: str
    level: int
    bold: bool = False


Item = Heading | Block


@dataclass(slots=True)
class Body:
    """What stands in a body: items in reading order, and the lines taken out because they advertise something else."""

    items: list[Item] = field(default_factory=list)
    promos: list[Promo] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    """One printed line of a paragraph in the making."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    href: str | None = None


def parse_body(elements: Sequence[HtmlElement], tree: Tree, address: str, leave_out: Collection[HtmlElement]) -> Body:
    """The headings and blocks of these elements. address: of the page, for absolute addresses. Never raises."""
    builder = _Builder(tree, address, leave_out, sum(map(tree.prose, elements)))
    for element in elements:
        builder.container(element)
    return Body(_with_bold_headings(builder.items), builder.promos)


def absolute(address: str, href: str | None) -> str | None:
    """An http address out of an attribute, None where it is none."""
    if not href or href.startswith(("data:", "javascript:", "#", "about:")):
        return None
    try:
        return clean(urljoin(address, href.strip()))
    except (BadAddress, ValueError):
        return None


def picture(image: HtmlElement, address: str) -> Figure | None:
    """An <img> as a figure: lazy loaders keep the real address beside a blank one; None for counters and icons."""
    if _is_tiny(image):
        return None
    for name in ("data-src", "data-original", "data-lazy-src", "data-lazy", "src", "srcset"):
        source = (image.get(name) or "").split(" ")[0]
        if url := absolute(address, source):
            return Figure(url=url, alt=fold(image.get("alt")))
    return None


def parse_figure(element: HtmlElement, address: str) -> Figure | None:
    """A <figure>, or whatever holds a picture and its caption."""
    image = next((found for img in element.iter("img", "amp-img") if (found := picture(img, address))), None)
    caption, credit = None, None
    for inner in element.iter("figcaption", "p", "div", "span", "td", "small", "em", "cite"):
        mark = words_of(inner.get("class") or "", inner.get("id") or "")
        if inner.tag == "figcaption" or not mark.isdisjoint({"caption", "keterangan", "imageinfo"}):
            caption = caption or fold(words.of(inner))
        elif not mark.isdisjoint({"credit", "credits"}) or inner.tag == "cite":
            credit = credit or fold(words.of(inner))
    if caption and credit and caption.endswith(credit):
        caption = fold(caption.removesuffix(credit))
    if image is None and caption is None:
        return None
    return Figure(url=image.url if image else None, alt=image.alt if image else None, caption=caption, credit=credit)


class _Builder:
    """Walks a body once. `container` is the way in; the rest are its cases."""

    def __init__(self, tree: Tree, address: str, leave_out: Collection[HtmlElement], prose: int) -> None:
        self.items: list[Item] = []
        self.promos: list[Promo] = []
        self._tree = tree
        self._address = address
        self._leave_out = leave_out
        self._heavy = _HEAVY * prose
        self._lines: list[_Line] = [_Line()]

    def container(self, element: HtmlElement) -> None:
        """A block whose own text and inline children are paragraphs, and whose blocks are taken one by one."""
        self._flush()
        self._inline(element, bold=False, href=None)
        self._flush()

    def _inline(self, element: HtmlElement, *, bold: bool, href: str | None) -> None:
        if element.text:
            self._add(element.text, bold, href)
        for child in element:
            tag = child.tag
            if isinstance(tag, str) and tag not in _UNSEEN:
                self._child(child, tag, bold=bold, href=href)
            if child.tail:
                self._add(child.tail, bold, href)

    def _child(self, child: HtmlElement, tag: str, *, bold: bool, href: str | None) -> None:
        if tag == "br":
            self._lines.append(_Line())
        elif self._is_out(child, tag):
            self._take_out(child)
        elif tag in ("ul", "ol"):
            self._list(child, tag)
        elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self._heading(child, int(tag[1]))
        elif tag == "blockquote":
            self._quote(child)
        elif tag == "table":
            self._table(child)
        elif tag == "figure" or is_caption(child.get("class") or "", child.get("id") or ""):
            self._figure(child)
        elif tag in ("img", "amp-img"):
            if found := picture(child, self._address):
                self._put(found)
        elif tag in _EMBEDS or self._is_embed(child):
            self._embed(child)
        elif tag in _BLOCKS:
            self.container(child)
        else:
            self._inline(child, bold=bold or tag in _BOLD, href=child.get("href") if tag == "a" else href)

    def _add(self, text: str, bold: bool, href: str | None) -> None:
        line = self._lines[-1]
        line.parts.append(text)
        size = len(text.strip())
        if bold:
            line.bold += size
        if href is not None:
            line.linked += size
            line.href = line.href or href

    def _flush(self) -> None:
        """Makes paragraphs of the gathered lines; an empty line parts two of them."""
        lines, self._lines = self._lines, [_Line()]
        group: list[str] = []
        for line in lines:
            text = fold("".join(line.parts))
            if text is None:
                self._paragraph(group)
                group = []
            elif self._advertises(text, line):
                self.promos.append(Promo(text=text, url=absolute(self._address, line.href)))
            elif line.bold >= 0.95 * len(text.replace(" ", "")) and not group:
                self._paragraph(group)
                group = []
                self.items.append(Heading(text, 3, bold=True))
            else:
                group.append(text)
        self._paragraph(group)

    def _advertises(self, text: str, line: _Line) -> bool:
        return is_promo(text, line.linked > 0.8 * len(text.replace(" ", "")))

    def _paragraph(self, group: list[str]) -> None:
        text = "\n".join(group)
        if not text:
            return
        for found in _INLINE_PROMO.findall(text):
            self.promos.append(Promo(text=found.strip()))
        text = _INLINE_PROMO.sub("", text)
        if text:
            self.items.append(Paragraph(text=text))

    def _put(self, item: Item) -> None:
        self._flush()
        self.items.append(item)

    def _is_out(self, child: HtmlElement, tag: str) -> bool:
        if child in self._leave_out:
            return True
        classes, name = child.get("class") or "", child.get("id") or ""
        marked = tag in _OUT or bool((classes or name) and is_aside(classes, name))
        if marked and tag in ("p", "span") and not self._linked_or_short(child):
            marked = False
        if not marked:
            marked = self._is_hidden(child, classes)
        return marked and self._tree.prose(child) <= self._heavy

    def _linked_or_short(self, child: HtmlElement) -> bool:
        return next(child.iter("a"), None) is not None or len(child.text or "") < 60

    def _is_hidden(self, child: HtmlElement, classes: str) -> bool:
        style = child.get("style")
        hidden = bool(style and _HIDDEN.search(style)) or not _HIDING.isdisjoint(classes.split())
        return hidden and self._tree.prose(child) < 200  # later parts of an article stand folded away: those are text

    def _take_out(self, child: HtmlElement) -> None:
        """Keeps the links of a box of related items as promos; ads, share bars and forms leave nothing."""
        self._flush()
        for link in child.iter("a"):
            text = fold(words.of(link))
            url = absolute(self._address, link.get("href"))
            if text and url and len(text) > 25:
                self.promos.append(Promo(text=text, url=url))

    def _heading(self, element: HtmlElement, level: int) -> None:
        text = fold(words.of(element))
        if text is None or len(text) > _LONG_HEADING:
            self.container(element)
            return
        self._flush()
        linked = sum(len(words.of(link)) for link in element.iter("a"))
        if is_promo(text, linked > 0.8 * len(text)):
            self.promos.append(Promo(text=text))
        else:
            self.items.append(Heading(text, max(2, level)))

    def _quote(self, element: HtmlElement) -> None:
        if self._is_embed(element):
            self._embed(element)
            return
        if (
            self._tree.prose(element) > 2 * self._heavy
            or next(element.iter("h2", "h3", "figure", "table"), None) is not None
        ):
            self.container(element)  # the whole text stands in it
            return
        cite = next(element.iter("cite", "footer"), None)
        cited = fold(words.of(cite)) if cite is not None else None
        text = words.of(element)
        if cited and text.endswith(cited):
            text = text.removesuffix(cited).rstrip(" \n—–-")
        if is_promo(text, linked=next(element.iter("a"), None) is not None):
            self.promos.append(Promo(text=text.replace("\n", " ")))
        elif text:
            self._put(Quote(text=text, cite=cited))

    def _list(self, element: HtmlElement, tag: str) -> None:
        entries = [child for child in element if child.tag == "li"]
        if any(next(entry.iter("h2", "h3", "h4", "img", "blockquote", "table"), None) is not None for entry in entries):
            self.container(element)
            return
        texts = [text for text in _entries(element) if text]
        linked = sum(len(words.of(link)) for link in element.iter("a"))
        if not texts:
            return
        if linked > 0.8 * sum(map(len, texts)):
            self._take_out(element)
            return
        kept = [text for text in texts if not is_promo(text, linked=False)]
        self.promos.extend(Promo(text=text) for text in texts if text not in kept)
        if kept:
            self._put(ListBlock(items=tuple(kept), ordered=tag == "ol"))

    def _table(self, element: HtmlElement) -> None:
        if "tr-caption-container" in (element.get("class") or ""):
            self._figure(element)
            return
        rows = [row for row in element.iter("tr") if _nearest_table(row) is element]
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        if max(map(len, cells), default=0) < 2 or next(element.iterdescendants("table"), None) is not None:
            linked = sum(len(words.of(link)) for link in element.iter("a"))
            if linked and linked > 0.6 * len(words.of(element)):
                self._take_out(element)
            else:
                self.container(element)
            return
        texts = tuple(tuple(words.of(cell) for cell in row) for row in cells if row)
        if any(any(row) for row in texts):
            header = all(cell.tag == "th" for cell in cells[0])
            caption = element.find("caption")
            self._put(
                Table(rows=texts, header=header, caption=fold(words.of(caption)) if caption is not None else None)
            )

    def _figure(self, element: HtmlElement) -> None:
        if self._tree.prose(element) > self._heavy and self._heavy > 60:
            self.container(element)
            return
        self._flush()
        found = parse_figure(element, self._address)
        if found is None:
            text = fold(words.of(element))
            found = Figure(caption=text) if text else None
        if found is None:
            return
        last = self.items[-1] if self.items else None
        if found.url is None and isinstance(last, Figure) and last.caption is None:
            self.items[-1] = Figure(url=last.url, alt=last.alt, caption=found.caption, credit=found.credit)
        else:
            self.items.append(found)

    def _is_embed(self, element: HtmlElement) -> bool:
        return any(mark in (element.get("class") or "") for mark in _EMBED_MARKS)

    def _embed(self, element: HtmlElement) -> None:
        source = element.get("src") or element.get("data-src") or element.get("cite") or element.get("data-href")
        if source is None:
            links = [link.get("href") for link in element.iter("a", "source") if link.get("href")]
            source = links[-1] if links else None
        url = absolute(self._address, source)
        text = words.of(element) or None if element.tag not in _EMBEDS else None
        if url or text:
            self._put(Embed(url=url, provider=site(url) if url else None, text=text))


def _entries(element: HtmlElement) -> list[str]:
    """The items of a list, nested ones after their parent."""
    found: list[str] = []
    for child in element:
        if child.tag == "li":
            inner = [nested for nested in child.iter("ul", "ol")]
            text = words.of(child)
            for nested in inner:
                told = words.of(nested)
                text = text.replace(told, "") if told else text
            found.append(text.strip())
            for nested in inner[:1]:
                found.extend(_entries(nested))
        elif child.tag in ("ul", "ol"):
            found.extend(_entries(child))
    return found


def _nearest_table(row: HtmlElement) -> HtmlElement | None:
    return next(row.iterancestors("table"), None)


def _is_tiny(image: HtmlElement) -> bool:
    """A counting pixel or an icon, by its declared size."""
    for name in ("width", "height"):
        size = image.get(name) or ""
        if size.isdigit() and len(size) < 6 and int(size) < 50:
            return True
    return False


def _with_bold_headings(items: list[Item]) -> list[Item]:
    """Bold lines that head what follows stay headings, the others are paragraphs."""
    found: list[Item] = []
    for index, item in enumerate(items):
        if isinstance(item, Heading) and item.bold and not _heads(items, index):
            found.append(Paragraph(text=item.text))
        else:
            found.append(item)
    return found


def _heads(items: list[Item], index: int) -> bool:
    """Whether a bold line is a heading: short, no sentence, after some text, and text follows it."""
    text = items[index].text if isinstance(items[index], Heading) else ""
    if not 1 < len(text) <= 120 or text.endswith((".", ",", ";", ")", "-", "–", "—", '"', "”")):
        return False
    before = [item for item in items[:index] if not isinstance(item, Figure | Embed)]
    following = next((item for item in items[index + 1 :] if not isinstance(item, Figure | Embed)), None)
    return bool(before) and isinstance(following, Paragraph | ListBlock | Quote | Table)
