"""Printed lines as paragraphs, bold headings, captions and promos."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive.article import Block, Embed, Figure, ListBlock, Paragraph, Promo, Quote, Table
from crawler.reading.processors.picture import absolute
from crawler.reading.processors.promo import is_promo
from crawler.reading.processors.text import fold

BOLD, ITALIC = 1, 2
# "(Baca juga: ...)" = "(read also: ...)" in the middle of a paragraph.
_INLINE_PROMO = re.compile(r"\s*\((?:baca|lihat|simak)(?:\s+(?:juga|pula))?\s*:[^()]{3,250}\)", re.IGNORECASE)
# "2 dari 5 halaman" = "2 of 5 pages"; "Halaman 1/2"; a bar of numbers; "\\n" and signs that stand alone.
_NO_WORDS = re.compile(
    r"\d{1,2} (?:dari|of) \d{1,2} (?:halaman|pages?)|(?:halaman|page|hal)\W*\d{0,2}(?:\s*(?:/|dari|of)\s*\d{1,2})?"
    r"|(?:[\d\s|«»<>›‹.]|next|prev(?:ious)?|selanjutnya|sebelumnya)+|(?:\\[nrt]|[\W_])+",
    re.IGNORECASE,
)
# "Foto: ...", "Dok. ...", "Ilustrasi ...", "©2022 Merdeka.com/Istimewa": a picture's credit on a line of its own.
_CREDIT = re.compile(
    r"(?:foto|photo|image|gambar)\s*[:/]|dok\.|©\s?\d{4}\b|\(?(?:foto|ilustrasi|istimewa|ist)\)?[.:]?$", re.I
)
_CREDITED = re.compile(r"\(?\b(?:foto|photo|dok|ilustrasi|sumber foto)\s?[:.]\s?[^.]{2,60}\)?\.?$", re.IGNORECASE)
_SENTENCE_END = (".", ":", ";", ",")
_LONG_CAPTION = 300


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body; level 2 to 6, 3 for a line that is wholly bold."""

    text: str
    level: int
    bold: bool = False


Item = Heading | Block


@dataclass(slots=True)
class Line:
    """One printed line in the making: its text, and how many of its characters are linked, bold and italic."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    italic: int = 0
    href: str | None = None

    def add(self, text: str, style: int, href: str | None) -> None:
        """Appends a text of one style."""
        self.parts.append(text)
        if style or href is not None:
            size = len(text) - text.count(" ")
            if style & BOLD:
                self.bold += size
            if style & ITALIC:
                self.italic += size
            if href is not None:
                self.linked += size
                self.href = self.href or href


def to_items(lines: Sequence[Line], address: str, last: Item | None) -> Iterator[Item | Promo]:
    """What the lines are, in order. An empty line parts two paragraphs; last: what stands before them."""
    group: list[str] = []
    picture = isinstance(last, Figure) and last.caption is None
    for line in lines:
        text = fold("".join(line.parts))
        special = _special(text, line, address, picture=picture) if text else None
        if text and special is None and not _NO_WORDS.fullmatch(text):
            group.append(text)
            continue
        yield from _paragraph(group)
        group = []
        if special is not None:
            yield special
    yield from _paragraph(group)


def _special(text: str, line: Line, address: str, *, picture: bool) -> Item | Promo | None:
    """A line that is no part of a paragraph: a promo, a caption, a bold line. picture: one stands right before."""
    size = len(text) - text.count(" ")
    linked = line.linked >= 0.8 * size
    if is_promo(text, linked) or (linked and _is_title(text)) or (text.startswith("#") and len(text) < 60):
        return Promo(text=text, url=absolute(address, line.href))
    if len(text) < _LONG_CAPTION:
        if _CREDIT.match(text) and len(text) < 120:
            return Figure(credit=text)
        if picture and (line.italic >= 0.9 * size or _CREDITED.search(text)):
            return Figure(caption=text)
    if line.bold >= 0.95 * size:
        return Heading(text, 3, bold=True)
    return None


def _is_title(text: str) -> bool:
    """Whether a line that is one link is another article's headline: some words, and no sentence."""
    return len(text) > 20 and text.count(" ") >= 3 and not text.endswith(_SENTENCE_END)


def _paragraph(group: list[str]) -> Iterator[Item | Promo]:
    text = "\n".join(group)
    for found in _INLINE_PROMO.findall(text):
        yield Promo(text=found.strip())
    text = _INLINE_PROMO.sub("", text)
    if text:
        yield Paragraph(text=text)


def with_bold_headings(items: list[Item]) -> list[Item]:
    """Bold lines that head what follows stay headings, the others are paragraphs."""
    found: list[Item] = []
    for index, item in enumerate(items):
        if isinstance(item, Heading) and item.bold and not _heads(item.text, found, items[index + 1 :]):
            found.append(Paragraph(text=item.text))
        else:
            found.append(item)
    return found


def _heads(text: str, before: list[Item], behind: list[Item]) -> bool:
    """Whether a bold line is a heading: short, no sentence, after some text, and text follows it."""
    if not 1 < len(text) <= 120 or text.endswith((".", ",", ";", "-", "–", "—", '"', "”")):
        return False
    if text.startswith("(") and text.endswith(")"):
        return False
    following = next((item for item in behind if not isinstance(item, Figure | Embed)), None)
    has_text = any(not isinstance(item, Figure | Embed) for item in before)
    return has_text and isinstance(following, Paragraph | ListBlock | Quote | Table)
