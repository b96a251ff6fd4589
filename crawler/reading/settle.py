"""Decisions about a text as a whole: its dateline, sign-off and credits are cut from it, and sections are made."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from archive.article import Block, Dateline, Embed, Figure, Paragraph, Section
from archive.outlet import Outlet
from crawler.reading.bylines import is_credit
from crawler.reading.closing import cut_closing, without_empty_end
from crawler.reading.head import squash
from crawler.reading.processors.dateline import split_dateline
from crawler.reading.processors.moment import only_moment
from crawler.reading.processors.paragraph import Heading, Item

_LINE_BEFORE = 90  # a dateline that stands before the first paragraph is no longer than this


@dataclass(frozen=True, slots=True)
class Settled:
    """The text less what was cut from it. credits: lines that name people or sources, as printed."""

    items: tuple[Item, ...]
    dateline: Dateline | None = None
    signoff: str | None = None
    credits: tuple[str, ...] = ()


def settle(items: Sequence[Item], headline: str, outlet: Outlet) -> Settled:
    """Cuts dateline, sign-off, credits, a repeated headline and repeated captions from a text."""
    kept = _without_repeats(list(items), headline)
    kept, opening = _cut_opening(kept)
    kept, dateline = _cut_dateline(kept, outlet)
    kept, signoff, closing = cut_closing(kept)
    return Settled(tuple(without_empty_end(kept)), dateline, signoff, (*opening, *closing))


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
    for item in items:
        if isinstance(item, Heading | Paragraph):
            if squash(item.text) == title and not _has_text(kept):
                continue
            if isinstance(item, Paragraph) and item.text in captions:
                continue
        kept.append(item)
    return kept


def _has_text(items: list[Item]) -> bool:
    return any(not isinstance(item, Figure | Embed) for item in items)


def _cut_opening(items: list[Item]) -> tuple[list[Item], list[str]]:
    """Credit lines that stand before the first sentence."""
    found: list[str] = []
    kept = list(items)
    for item in items[:4]:
        if isinstance(item, Paragraph | Heading) and (is_credit(item.text) or only_moment(item.text)):
            found.append(item.text)
            kept.remove(item)
        elif isinstance(item, Paragraph):
            break
    return kept, found


def _cut_dateline(items: list[Item], outlet: Outlet) -> tuple[list[Item], Dateline | None]:
    """The dateline of the first paragraph, or of the short line before it."""
    for at, item in enumerate(items):
        if isinstance(item, Figure | Embed):
            continue
        if isinstance(item, Heading) and at == 0:
            continue
        if not isinstance(item, Paragraph):
            return items, None
        dateline, rest = split_dateline(item.text, outlet)
        if dateline and rest:
            return [*items[:at], Paragraph(text=rest), *items[at + 1 :]], dateline
        if dateline:
            return [*items[:at], *items[at + 1 :]], dateline
        return _cut_line_before(items, at, item.text, outlet)
    return items, None


def dateline_before(line: str, outlet: Outlet) -> Dateline | None:
    """The dateline that stands alone in the line above the text, closed by its separator: "Jakarta -"."""
    dateline, rest = split_dateline(line, outlet) if len(line) <= _LINE_BEFORE else (None, line)
    return dateline if not rest else None


def _cut_line_before(items: list[Item], at: int, line: str, outlet: Outlet) -> tuple[list[Item], Dateline | None]:
    following = items[at + 1] if at + 1 < len(items) else None
    if len(line) > _LINE_BEFORE or not isinstance(following, Paragraph):
        return items, None
    dateline, rest = split_dateline(f"{line} {following.text}", outlet)
    if dateline and following.text.endswith(rest) and len(rest) >= len(following.text) - 3:
        return [*items[:at], Paragraph(text=rest), *items[at + 2 :]], dateline
    return items, None


def captions_as_text(items: Sequence[Item]) -> list[Item]:
    """The text of a photo story: where a page prints nothing but captions, at least three, they are what it says."""
    captioned = [
        item for item in items if isinstance(item, Figure) and item.caption and len(item.caption) > _LINE_BEFORE
    ]
    if len(captioned) < 3:
        return list(items)
    found: list[Item] = []
    for item in items:
        if isinstance(item, Figure) and item.caption:
            found.append(msgspec.structs.replace(item, caption=None))
            found.append(Paragraph(text=f"{item.caption} ({item.credit})" if item.credit else item.caption))
        else:
            found.append(item)
    return found
