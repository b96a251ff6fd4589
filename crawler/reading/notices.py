"""What a text says about itself: its corrections, where it appeared first and its rights, cut from its items."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archive.article import Correction, CorrectionKind, ListBlock, Origin, Paragraph, Quote, Table
from crawler.reading.processors.correction import label_kind, labelled, names_article, sentence_kind
from crawler.reading.processors.credit import is_credit
from crawler.reading.processors.origin import parse_origin, printed_address, split_origin
from crawler.reading.processors.paragraph import Heading, Item
from crawler.reading.processors.rights import is_rights, split_rights

Links = Mapping[str, tuple[str, ...]]  # absolute addresses of the links in a line, by its text
_EDGE = 6  # items at the end among which notices without a label stand
_FEW = 3  # paragraphs that one label heads at most
_PROSE = 60  # characters of a paragraph that is more than a line of credits
_CLICK = (
    "klik untuk baca",
    "baca selengkapnya",
    "http://",
    "https://",
)  # "click to read": the address of the line before


@dataclass(slots=True)
class Notices:
    """The items less the notices; origin: the first one said; rights: as printed, several joined by newlines."""

    items: list[Item] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    origin: Origin | None = None
    rights: list[str] = field(default_factory=list)


def cut_notices(items: Sequence[Item], links: Links) -> Notices:
    """Takes the notices out of a text. One whose text is nothing but notices, as a right of reply is, stays whole."""
    found = Notices()
    closing = next((at for at in range(len(items), 0, -1) if _is_prose(items[at - 1])), 0)  # only notices follow
    opened = False  # prose came already
    at = 0
    while at < len(items):
        item = items[at]
        if isinstance(item, Heading | Paragraph) and (kind := _heads_notice(items, at)):
            at = _take_headed(items, at, kind, links, found)
            continue
        at += 1
        if isinstance(item, Paragraph | Heading | Quote):
            text: str | None = item.text
            if "\n" in item.text and labelled(item.text.partition("\n")[0]) and (opened or _has_prose(items[at:])):
                text = _less_box(item.text, links, found)
            if text:
                text = _less_notices(text, at >= closing, not opened or at > len(items) - _EDGE, links, found)
            if text is not None:
                found.items.append(item if text == item.text else Paragraph(text=text))
            elif found.items and isinstance(bold := found.items[-1], Heading) and bold.bold:
                found.items[-1] = Paragraph(text=bold.text)  # it heads nothing any more
        else:
            found.items.append(item)
        opened = opened or _has_prose(found.items[-1:])
    if found.corrections and not _says_something(found.items):
        return Notices(items=list(items))
    return found


def _less_box(text: str, links: Links, found: Notices) -> str:
    """A paragraph that begins with a label, less its notice: all its lines up to credits, rights or an origin."""
    lines = text.split("\n")
    end = next((at for at, line in enumerate(lines) if at and _is_other(line, links)), len(lines))
    kind = labelled(lines[0])
    assert kind is not None
    found.corrections.append(_correction(kind, "\n".join(lines[:end]), links))
    return "\n".join(lines[end:])


def _less_notices(text: str, last: bool, edge: bool, links: Links, found: Notices) -> str | None:
    """A text less the lines that are notices; None when nothing else is left.

    edge: it opens or closes the article; last: no prose follows.
    """
    kept: list[str] = []
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if kind := (None if kept else label_kind(line, "\n".join(lines[index + 1 :]))):
            if index + 1 < len(lines):  # "Ralat" on the first line of a paragraph, the notice on those below
                found.corrections.append(_correction(kind, "\n".join(lines[index:]), links))
                break
        elif not _is_notice(line, last, edge, links, found):
            kept.append(_less_tail(line, links, found))
    if len(kept) == len(lines):
        return "\n".join(kept)
    return "\n".join(kept) or None


def _is_notice(line: str, last: bool, edge: bool, links: Links, found: Notices) -> bool:
    """Takes a line that is a notice as a whole."""
    if kind := labelled(line) or (_at_edge(line, links) if edge else None):
        found.corrections.append(_correction(kind, line, links))
    elif origin := parse_origin(line, links.get(line, ())):
        found.origin = found.origin or origin
    elif (last or _forbids(line)) and is_rights(line):
        found.rights.append(line)
    elif found.origin and found.origin.url is None and line.lower().startswith(_CLICK):
        found.origin = _with_address(found.origin, line, links)
    else:
        return False
    return True


def _forbids(line: str) -> bool:
    """Whether a line may be a rights notice wherever it stands: no sentence of an article has its signs."""
    start = line[:14].lower()
    return "©" in start or "dilarang keras" in start


def _at_edge(line: str, links: Links) -> CorrectionKind | None:
    """The kind of a notice without a clear label; one that names another article links to it."""
    return sentence_kind(line) or (names_article(line) if links.get(line) else None)


def _less_tail(line: str, links: Links, found: Notices) -> str:
    """A line less the origin printed behind its last sentence, and less the copyright behind a credit."""
    rest, told = split_origin(line)
    if told is not None:
        found.origin = found.origin or parse_origin(told, links.get(line, ()))
        return rest
    if is_credit(line):
        rest, owned = split_rights(line)
        if owned is not None:
            found.rights.append(owned)
    return rest


def _heads_notice(items: Sequence[Item], at: int) -> CorrectionKind | None:
    """The kind of the notice that a line on its own heads: only few paragraphs follow it, or none comes before it."""
    item = items[at]
    if not isinstance(item, Heading | Paragraph) or len(item.text) > _PROSE or at + 1 >= len(items):
        return None
    following = items[at + 1]
    if not isinstance(following, Paragraph | Quote):
        return None
    kind = label_kind(item.text, following.text)
    if kind is None:
        return None
    few = sum(1 for one in items[at + 1 :] if isinstance(one, Paragraph | Quote | ListBlock)) <= _FEW
    return kind if few or not _has_prose(items[:at]) else None


def _take_headed(items: Sequence[Item], at: int, kind: CorrectionKind, links: Links, found: Notices) -> int:
    """Takes a label and the notice below it: all that follows at the end of a text, one paragraph at its beginning."""
    label, following = items[at], items[at + 1]
    assert isinstance(label, Heading | Paragraph) and isinstance(following, Paragraph | Quote)
    texts = [label.text, following.text]
    end = at + 2
    opened = _has_prose(items[:at])
    while end < len(items) and isinstance(more := items[end], Paragraph):
        if _ends_notice(more.text, links) if opened else sentence_kind(more.text) is None:
            break
        texts.append(more.text)
        end += 1
    found.corrections.append(_correction(kind, "\n".join(texts), links))
    return end


def _ends_notice(text: str, links: Links) -> bool:
    """Whether a paragraph behind a notice is something else: no sentence, initials, credits, the origin, rights."""
    return (len(text) < _PROSE and not text.endswith(".")) or _is_other(text, links)


def _is_other(text: str, links: Links) -> bool:
    return is_credit(text) or is_rights(text) or parse_origin(text, links.get(text, ())) is not None


def _correction(kind: CorrectionKind, text: str, links: Links) -> Correction:
    linked = next((link for line in text.split("\n") for link in links.get(line, ())), None)
    return Correction(kind=kind, text=text, url=linked or printed_address(text))


def _with_address(origin: Origin, line: str, links: Links) -> Origin:
    url = printed_address(line) or next(iter(links.get(line, ())), None)
    return Origin(text=f"{origin.text}\n{line}", name=origin.name, title=origin.title, url=url)


def _texts(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Paragraph | Quote):
            yield item.text
        elif isinstance(item, ListBlock):
            yield from item.items
        elif isinstance(item, Table):
            yield from (cell for row in item.rows for cell in row)


def _has_prose(items: Sequence[Item]) -> bool:
    return any(len(text) > _PROSE for text in _texts(items))


def _is_prose(item: Item) -> bool:
    """Whether an item holds sentences of the article, not only credits and notices."""
    return any(len(text) > _PROSE and not _is_beside(text) for text in _texts([item]))


def _is_beside(text: str) -> bool:
    """Whether a text is a credit or a notice."""
    if is_credit(text) or is_rights(text):
        return True
    return (labelled(text) or sentence_kind(text) or parse_origin(text)) is not None


def _says_something(items: Sequence[Item]) -> bool:
    return any(text for text in _texts(items))
