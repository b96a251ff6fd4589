"""Printed lines as paragraphs, bold headings, captions and promos."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archive.address import site
from archive.article import Block, Embed, Figure, ListBlock, Paragraph, Promo, Quote, Table
from crawler.reading.processors.inline_promo import Piece, cut_linked, cut_plain, may_hold
from crawler.reading.processors.origin import parse_origin
from crawler.reading.processors.picture import absolute
from crawler.reading.processors.promo import is_promo
from crawler.reading.processors.text import fold

BOLD, ITALIC = 1, 2
# "2 dari 5 halaman" = "2 of 5 pages"; "Halaman 1/2"; a bar of numbers; "\\n" and signs that stand alone; half of a
# space that was encoded twice.
_NO_WORDS = re.compile(
    r"\d{1,2} (?:dari|of) \d{1,2} (?:halaman|pages?)|(?:halaman|page|hal)\W*\d{0,2}(?:\s*(?:/|dari|of)\s*\d{1,2})?"
    r"|(?:[\d\s|«»<>›‹.]|next|prev(?:ious)?|selanjutnya|sebelumnya)+|(?:\\[nrt]|[\W_])+|\u00c2",
    re.IGNORECASE,
)
_STARS = re.compile(r"\(\s?\*+\s?\)|\[\s?\*+\s?\]|\*{2,}")  # "(*)", "***": what closes a text in place of initials
# "Foto: ...", "Dok. ...", "Ilustrasi ...", "©2022 Merdeka.com/Istimewa": a picture's credit on a line of its own.
_CREDIT = re.compile(
    r"(?:foto(?:\sutama)?|photo|image|gambar)\s*[:/]|sumber\s(?:gambar|foto),|dok\.|©\s?\d{4}\b|\(?(?:foto|ilustrasi|istimewa|ist)\)?[.:]?$",
    re.I,
)
# The BBC's "Keterangan gambar, Pedagang memanen kangkung" (caption of the picture) where no <figure> holds it.
_CAPTIONED = re.compile(r"keterangan\s(?:gambar|foto|video)\s?[,:]\s?(?=\S)", re.IGNORECASE)
_CREDITED = re.compile(r"\(?\b(?:foto|photo|dok|ilustrasi|sumber foto)\s?[:.]\s?[^.]{2,60}\)?\.?$", re.IGNORECASE)
NUMBERED = re.compile(r"\d{1,2}[.)]\s")  # "3. Jangan terburu-buru": an entry of a list article
_SENTENCE_END = (".", ":", ";", ",")
_TOPIC = re.compile(r"/(?:tags?|topik|topics?|label|tokoh)/", re.IGNORECASE)  # "tokoh" = public figure
_LONG_CAPTION = 300
_ONE_ABOVE_ANOTHER = 4  # bold lines
# A post of another site that stands as its bare address: papers that take over a text leave its player so.
_POST = re.compile(
    r"https?://(?:www\.|m\.)?(?:youtube\.com/(?:watch|shorts|live)|youtu\.be/|vimeo\.com/\d|instagram\.com/(?:p|reel|tv)/"
    r"|(?:twitter|x)\.com/\w+/status/|tiktok\.com/@[\w.]+/video/|facebook\.com/\S+/(?:videos|posts)/|fb\.watch/)\S*"
)
_LABEL = re.compile(r"[A-Z][A-Z /&-]{2,24}(?: dan [A-Z ]{3,24})?:\s")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body; level 2 to 6, 3 for a line that is wholly bold."""

    text: str
    level: int
    bold: bool = False


Item = Heading | Block


@dataclass(slots=True)
class Line:
    """One printed line in the making: its text, and how many of its characters are linked, bold and italic.

    hrefs: where each part links to; href: where the first link leads.
    """

    parts: list[str] = field(default_factory=list)
    hrefs: list[str | None] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    italic: int = 0
    href: str | None = None

    def add(self, text: str, style: int, href: str | None) -> None:
        """Appends a text of one style."""
        self.parts.append(text)
        self.hrefs.append(href)
        if style or href is not None:
            size = len(text) - text.count(" ")
            if style & BOLD:
                self.bold += size
            if style & ITALIC:
                self.italic += size
            if href is not None:
                self.linked += size
                self.href = self.href or href

    def links(self, address: str) -> tuple[str, ...]:
        """The absolute addresses it links to, each once."""
        return tuple(found for href in dict.fromkeys(self.hrefs) if (found := absolute(address, href)))


def to_items(
    lines: Sequence[Line], address: str, last: Item | None, links: dict[str, tuple[str, ...]]
) -> Iterator[Item | Promo]:
    """What the lines are, in order. An empty line parts two paragraphs; last: what stands before them.

    links: takes the addresses that a line of text links to, by that line.
    """
    group: list[str] = []
    picture = isinstance(last, Figure) and last.caption is None
    for line in lines:
        text = fold("".join(line.parts))
        cut: list[Piece] = []
        if text and line.linked and may_hold(text):
            rest, cut = cut_linked(list(zip(line.parts, line.hrefs, strict=True)))
            yield from (Promo(text=told, url=absolute(address, href)) for told, href in cut)
            text = fold(rest) if cut else text
        if text and line.linked:
            links[text] = line.links(address)
        special = _special(text, line, address, picture=picture) if text and not cut else None
        if text and special is None and _says_something(text):
            group.append(text)
            continue
        yield from _paragraph(group)
        group = []
        if special is not None:
            yield special
        elif text and _STARS.fullmatch(text):
            yield Paragraph(text=text)
    yield from _paragraph(group)


def _special(text: str, line: Line, address: str, *, picture: bool) -> Item | Promo | None:
    """A line that is no part of a paragraph: a promo, a caption, a bold line. picture: one stands right before."""
    size = len(text) - text.count(" ")
    linked = line.linked >= 0.8 * size
    bold = line.bold >= 0.95 * size
    heads = bold and leads_to_topic(line.href) and len({href for href in line.hrefs if href}) == 1
    told = is_promo(text, linked) or (linked and not heads and _is_title(text)) or _is_labelled_link(text, line)
    if told and not parse_origin(text, line.links(address)):
        return Promo(text=text, url=absolute(address, line.href))
    if (
        text.startswith("http")
        and len(text) < _LONG_CAPTION
        and _POST.fullmatch(text)
        and (url := absolute(address, text))
    ):
        return Embed(url=url, provider=site(url), text=text)
    if len(text) < _LONG_CAPTION:
        if _CREDIT.match(text) and len(text) < 120:
            return Figure(credit=text)
        if caption := _CAPTIONED.match(text):
            return Figure(caption=text[caption.end() :])
        if picture and (line.italic >= 0.9 * size or _CREDITED.search(text)):
            return Figure(caption=text)
    if bold and not _NO_WORDS.fullmatch(text):  # "-----" in bold parts a note from the text
        return Heading(text, 3, bold=True)
    return None


def _says_something(text: str) -> bool:
    """Whether a line holds words of its own; a long one of signs alone is not matched, which takes memory a sign."""
    if len(text) > _LONG_CAPTION:
        return any(map(str.isalpha, text))
    return not _NO_WORDS.fullmatch(text)


def _is_title(text: str) -> bool:
    """Whether a line that is one link is another article's headline: some words, and no sentence."""
    return len(text) > 20 and text.count(" ") >= 3 and not text.endswith(_SENTENCE_END)


def _is_labelled_link(text: str, line: Line) -> bool:
    """Whether a line is a label in capitals and a link to another article: "PETA dan GRAFIK: Sebaran banjir rob"."""
    if not line.linked or ":" not in text or (label := _LABEL.match(text)) is None:
        return False
    rest = text[label.end() :]
    return line.linked >= len(rest) - rest.count(" ") and _is_title(rest)


def leads_to_topic(href: str | None) -> bool:
    """Whether a link leads to all articles of a topic: papers link words and headings of their own text so."""
    return href is not None and _TOPIC.search(href) is not None


def _paragraph(group: list[str]) -> Iterator[Item | Promo]:
    text, found = cut_plain("\n".join(group))
    yield from (Promo(text=told) for told in found)
    if text:
        yield Paragraph(text=text)


def with_bold_headings(items: list[Item]) -> list[Item]:
    """Bold lines that head what follows stay headings, the others are paragraphs."""
    found: list[Item] = []
    has_text = False
    for at, item in enumerate(items):
        if isinstance(item, Heading) and item.bold and not (has_text and _heads(item, items, at, found)):
            found.append(Paragraph(text=item.text))
        else:
            found.append(item)
        has_text = has_text or not isinstance(item, Figure | Embed)
    return found


def _heads(line: Heading, items: list[Item], at: int, before: list[Item]) -> bool:
    """Whether a bold line behind some text is a heading: short, no sentence, and text follows it.

    Of bold lines one above another, "Jadwal Pekan Ini" above "Jumat (10/11)", a few may be headings.
    """
    for _ in range(_ONE_ABOVE_ANOTHER):
        text = line.text
        if not 1 < len(text) <= 120 or text.endswith((".", ",", ";", "-", "–", "—", '"', "”")):
            return False
        if text.startswith("(") and text.endswith(")"):
            return False
        at = next((n for n in range(at + 1, len(items)) if not _is_aside(items[n])), len(items))
        if at == len(items):  # the last line of a page whose next page is not there: "2. ..." after "1. ..."
            headings = (item for item in before if isinstance(item, Heading))
            return bool(NUMBERED.match(text)) and any(NUMBERED.match(item.text) for item in headings)
        following = items[at]
        if not (isinstance(following, Heading) and following.bold):
            return isinstance(following, Paragraph | ListBlock | Quote | Table)
        if text.endswith(":"):
            return False
        line = following
    return False


def _is_aside(item: Item) -> bool:
    """Whether an item is a picture, something of another site or the stars that close a text."""
    if isinstance(item, Figure | Embed):
        return True
    return isinstance(item, Paragraph) and _STARS.fullmatch(item.text) is not None
