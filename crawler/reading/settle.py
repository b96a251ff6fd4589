"""Decisions about a text as a whole: its dateline, sign-off and credits are cut from it, and sections are made."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from archive.article import (
    Block,
    Correction,
    Dateline,
    Embed,
    Figure,
    ListBlock,
    Origin,
    Paragraph,
    Quote,
    Section,
)
from archive.outlet import Outlet
from crawler.reading.closing import cut_closing, without_empty_end
from crawler.reading.head import squash
from crawler.reading.notices import cut_notices
from crawler.reading.processors.credit import is_credit
from crawler.reading.processors.dateline import split_dateline
from crawler.reading.processors.moment import DATE, only_moment
from crawler.reading.processors.paragraph import Heading, Item

_LINE_BEFORE = 90  # a dateline that stands before the first paragraph is no longer than this
# Tribun and local papers print a deck, a caption or a reporter's line between headline and dateline.
_ENDS = (".", "!", "?", "”", '"')
_HEAD = 6  # items among which the date of an article stands that is in the body with all of the head
_NAME = re.compile(r"[A-Z][\w.'’-]*(?:[ ,]{1,2}[A-Z][\w.'’-]*){1,4}")
_LINES = 3  # paragraphs among which the dateline stands
_DECK = 350  # characters of the longest paragraph before it
_SENTENCE = 45  # characters: a caption of fewer names who stands in the picture; more of them tell something


@dataclass(frozen=True, slots=True)
class Settled:
    """The text less what was cut from it. credits: lines that name people or sources, as printed."""

    items: tuple[Item, ...]
    dateline: Dateline | None = None
    signoff: str | None = None
    credits: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    origin: Origin | None = None
    rights: tuple[str, ...] = ()


def settle(
    items: Sequence[Item], headline: str, outlet: Outlet, links: Mapping[str, tuple[str, ...]] | None = None
) -> Settled:
    """Cuts notices, dateline, sign-off, credits, a repeated headline and repeated captions from a text.

    links: absolute addresses of the links in a line, by its text.
    """
    notices = cut_notices(_without_repeats(list(items), headline), links or {})
    kept, opening = _cut_opening(notices.items)
    kept, dateline = _cut_dateline(kept, outlet)
    kept, signoff, closing = cut_closing(kept)
    if dateline and kept and _is_label(kept[-1], dateline):
        del kept[-1]
    return Settled(
        items=tuple(without_empty_end(kept)),
        dateline=dateline,
        signoff=signoff,
        credits=(*opening, *closing),
        corrections=tuple(notices.corrections),
        origin=notices.origin,
        rights=tuple(notices.rights),
    )


def sections(items: Sequence[Item]) -> tuple[Section, ...]:
    """The items as sections: the lead before the first heading, then one for each heading."""
    found: list[Section] = []
    heading: Heading | None = None
    blocks: list[Block] = []
    for item in items:
        if isinstance(item, Heading):
            if blocks or heading:
                found.append(_section(heading, blocks))
            heading, blocks = item, []
        else:
            blocks.append(item)
    if blocks or heading:
        found.append(_section(heading, blocks))
    return tuple(found)


def _section(heading: Heading | None, blocks: list[Block]) -> Section:
    if heading is None:
        return Section(blocks=tuple(blocks))
    return Section(heading=heading.text, level=heading.level, blocks=tuple(blocks))


def _without_repeats(items: list[Item], headline: str) -> list[Item]:
    """Less the headline where it opens the body again, and captions that are printed again as a paragraph."""
    captions = {item.caption for item in items if isinstance(item, Figure) and item.caption}
    title = squash(headline)
    kept: list[Item] = []
    opens = True  # no text was kept yet
    for item in items:
        if isinstance(item, Heading | Paragraph):
            if opens and squash(item.text) == title:
                continue
            if opens and isinstance(item, Paragraph) and "\n" in item.text:
                item = Paragraph(text=_without_head(item.text, title))
            if isinstance(item, Paragraph) and item.text in captions:
                continue
        kept.append(item)
        opens = opens and isinstance(item, Figure | Embed)
    return kept


def _without_head(text: str, title: str) -> str:
    """Less the headline and date that old pages print above the text, parted from it by single line breaks."""
    lines = text.split("\n")
    if squash(lines[0]) != title:
        return text
    while len(lines) > 1 and (squash(lines[0]) == title or only_moment(lines[0])):
        del lines[0]
    return "\n".join(lines)


def _cut_opening(items: list[Item]) -> tuple[list[Item], list[str]]:
    """Credit lines that stand before the first sentence, and the date and byline below a deck.

    Where a page draws no element around its text, all of its head is in the body: deck, date, byline, minutes to read.
    """
    end = next((at + 1 for at in range(min(_HEAD, len(items)) - 1, -1, -1) if _is_date(items[at])), 0)
    if end and end < len(items) and _is_name(items[end]):
        end += 1
    found: list[str] = []
    kept: list[Item] = []
    for item in items[:end]:
        if isinstance(item, ListBlock) and (told := [one for one in map(_labelled, item.items) if is_credit(one)]):
            found += told
        elif isinstance(item, Paragraph | Heading) and (_is_credit(item.text) or _is_date(item) or _is_name(item)):
            found.append(item.text)
        else:
            kept.append(item)
    items = items[end:]
    for at, item in enumerate(items[:4]):
        if isinstance(item, Paragraph | Heading) and _is_credit(item.text):
            found.append(item.text)
        elif isinstance(item, Paragraph):
            # "Laporan Wartawan ..." (reported by) and the dateline parted by a line break only, on Tribun's pages
            credit, _, rest = item.text.partition("\n")
            cut = bool(rest) and _is_credit(credit)
            found += [credit] if cut else []
            return [*kept, Paragraph(text=rest) if cut else item, *items[at + 1 :]], found
        else:
            kept.append(item)
    return [*kept, *items[4:]], found


def _is_date(item: Item) -> bool:
    """Whether a line of the head is the article's date, with or without its minute."""
    if not isinstance(item, Paragraph) or len(item.text) > _LINE_BEFORE:
        return False
    day = DATE.search(item.text) if len(item.text) < _SENTENCE else None
    return only_moment(item.text) or (day is not None and len(item.text) - len(day[0]) < 3)


def _is_label(item: Item, dateline: Dateline) -> bool:
    """Whether the last line is the paper's name and the rubric: "warta.example - Sosial" below a text that opens so."""
    if not isinstance(item, Paragraph) or len(item.text) > len(dateline.text) + 25 or item.text.endswith(_ENDS):
        return False
    rest = item.text.removeprefix(dateline.text).lstrip()
    return rest != item.text and rest.startswith(("-", "–", "—"))


def _is_name(item: Item) -> bool:
    """Whether a line beside the date is a bare name."""
    return isinstance(item, Paragraph) and _NAME.fullmatch(item.text) is not None


def _labelled(entry: str) -> str:
    """An entry of a byline that is a list, as broadcasters print it for screen readers: "Penulis, Budi Santoso"."""
    label, comma, name = entry.partition(", ")
    return f"{label}: {name}" if comma and " " not in label else entry


def _is_credit(line: str) -> bool:
    return is_credit(line) or only_moment(line)


def _cut_dateline(items: list[Item], outlet: Outlet) -> tuple[list[Item], Dateline | None]:
    """The dateline of the first paragraph, or of a short line before it; behind a deck or caption a sure one only."""
    behind = False  # a paragraph stands before
    for at, item in _first_lines(items):
        dateline, rest = split_dateline(item.text, outlet) if isinstance(item, Paragraph) else (None, "")
        if dateline and rest and (not behind or _is_sure(dateline)):
            return [*items[:at], Paragraph(text=rest), *items[at + 1 :]], dateline
        if not behind and (found := _cut_line_before(items, at, item.text, outlet)):
            return found
        if dateline and not behind:
            return [*items[:at], *items[at + 1 :]], _own_line(dateline)
        if len(item.text) > _DECK:
            break
        behind = behind or isinstance(item, Paragraph)
    return items, None


def _first_lines(items: list[Item]) -> list[tuple[int, Paragraph | Heading]]:
    """Where the first paragraphs stand, pictures skipped, and a heading before them."""
    found: list[tuple[int, Paragraph | Heading]] = []
    for at, item in enumerate(items):
        if isinstance(item, Paragraph) or (isinstance(item, Heading) and not found):
            found.append((at, item))
        elif not isinstance(item, Figure | Embed):
            break
    return found[:_LINES]


def _is_sure(dateline: Dateline) -> bool:
    """A dateline that no sentence in the middle of a text looks like: with an agency, or a place in capitals."""
    named = dateline.agency is not None and (dateline.place is not None or "." in dateline.agency)
    return named or (dateline.text.isupper() and dateline.separator.strip(" .,:\n") != "")


def _own_line(dateline: Dateline) -> Dateline:
    """The same, printed on a line of its own."""
    return msgspec.structs.replace(dateline, separator=dateline.separator.rstrip() + "\n")


def dateline_before(line: str, outlet: Outlet) -> Dateline | None:
    """The dateline that stands alone in the line above the text, closed by its separator: "Jakarta -"."""
    dateline, rest = split_dateline(line, outlet) if len(line) <= _LINE_BEFORE else (None, line)
    return _own_line(dateline) if dateline and not rest else None


def ruled_dateline(text: str, outlet: Outlet) -> Dateline:
    """The dateline of an element that an outlet's rule selects, apart from the text."""
    found = split_dateline(f"{text}\nX", outlet)[0] or split_dateline(f"{text} - X", outlet)[0]
    return msgspec.structs.replace(found or Dateline(text=text), separator="\n")


def _cut_line_before(items: list[Item], at: int, line: str, outlet: Outlet) -> tuple[list[Item], Dateline] | None:
    """A dateline that ends with its line, or runs on into the next paragraph: "NERACA" above "Jakarta - Harga"."""
    following = items[at + 1] if at + 1 < len(items) else None
    if len(line) > _LINE_BEFORE or "\n" in line or not isinstance(following, Paragraph):
        return None
    dateline, rest = split_dateline(f"{line}\n{following.text}", outlet)
    if dateline is None or not rest or not following.text.endswith(rest):
        return None
    return [*items[:at], Paragraph(text=rest), *items[at + 2 :]], dateline


def captions_as_text(items: Sequence[Item]) -> list[Item]:
    """The text of a photo story: where at least three captions say twice as much as the page does beside them."""
    captions = [item.caption for item in items if isinstance(item, Figure) and item.caption]
    long = [caption for caption in captions if len(caption) > _SENTENCE]
    if len(long) < 3 or sum(map(len, captions)) < 2 * sum(_length(item) for item in items):
        return list(items)
    found: list[Item] = []
    for item in items:
        if isinstance(item, Figure) and item.caption:
            found.append(msgspec.structs.replace(item, caption=None))
            found.append(Paragraph(text=f"{item.caption} ({item.credit})" if item.credit else item.caption))
        else:
            found.append(item)
    return found


def _length(item: Item) -> int:
    """The characters of an item that are text of the article."""
    if isinstance(item, Paragraph | Quote | Heading):
        return len(item.text)
    return sum(map(len, item.items)) if isinstance(item, ListBlock) else 0
