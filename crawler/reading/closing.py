"""How a text closes: its sign-off, the credits under it and what announces something else are cut from it."""

import re
from collections.abc import Sequence

import msgspec

from archive.article import Embed, Figure, ListBlock, Paragraph, Quote, Table
from crawler.reading.processors.credit import is_credit, is_note, is_signed
from crawler.reading.processors.paragraph import NUMBERED, Heading, Item
from crawler.reading.processors.signoff import split_signoff

_INITIALS = re.compile(r"[A-Z]{2,4}\.?")  # "AZF" on a line of its own, as Metrotvnews closes its texts
_EMPTY_MARK = re.compile(r"[(\[]\W*[)\]]")  # "(/)", "[]": initials that nobody filled in
# "Sumber" = source, "Referensi" = references.
# Below a guest's text: "Tulisan ini sepenuhnya tanggung jawab penulis ..." (this text is the writer's responsibility).
_CLOSING = re.compile(
    r"^\W{0,3}(?:sumber|referensi|source|foto\s*:|dok\b|redaksi\b(?=.{0,20}$)"
    r"|(?:tulisan|artikel|opini|kolom|isi\b.{0,20}) (?:ini )?.{0,60}"
    r"\b(?:tanggung jawab|pendapat pribadi|mewakili|mencerminkan)\b)",
    re.IGNORECASE,
)
_SAYS = re.compile(r"[\w*]")
# "... lebih murah. Editor: Siti Aminah": a credit behind the last sentence.
_BEHIND = re.compile(
    r"(?<=[.!?”\")])\s((?:Penulis|Reporter|Pewarta|Jurnalis|Kontributor|Editor|Redaktur)\s?:\s?"
    r"[A-Z][\w.,:|/’' ]{2,80})$"
)
# "Editor: Siti Aminah" on a line of its own above an advertisement that no table knows; a list of facts ("Judul: ...",
# "Editor: ...": title, editor of a book) has such lines beside it.
_ALONE = re.compile(r"(?:Pewarta|Reporter|Editor|Redaktur|Uploader)\s?:\s?[A-Z][\w.,’' ]{2,60}")
_FACT = re.compile(r"[A-Z][\w ]{2,24}\s?:\s")
_SENTENCE = 60  # characters of a paragraph that is more than a line
_EDGE = 6  # items at the end among which credits stand


def cut_closing(items: list[Item]) -> tuple[list[Item], str | None, list[str]]:
    """Sign-off and credits at the end; a sign-off on a line of its own goes wherever it stands."""
    kept: list[Item] = []
    signoff: str | None = None
    found: list[str] = []
    for index, item in enumerate(items):
        last = index >= len(items) - _EDGE and not _has_prose(items[index + 1 :])
        if isinstance(item, Paragraph):
            if not last and index >= len(items) - _EDGE and _stands_alone(items, index, item.text):
                found.append(item.text)
                continue
            text, mark, cut = _cut_lines(item.text, last)
            signoff = _better(mark, signoff)
            found.extend(cut)
            if text:
                kept.append(item if text == item.text else Paragraph(text=text))
        elif last and isinstance(item, Heading | Quote) and (is_credit(item.text) or _CLOSING.match(item.text)):
            found.append(item.text)
        elif last and isinstance(item, ListBlock | Quote):
            rest, mark = _cut_mark(item)
            signoff = mark or signoff
            if rest is not None:
                kept.append(rest)
        else:
            kept.append(item)
    return kept, signoff, found


def _stands_alone(items: Sequence[Item], at: int, text: str) -> bool:
    """Whether a paragraph is one credit, with sentences before and behind it."""
    beside = (items[at - 1] if at else None, items[at + 1])
    return _ALONE.fullmatch(text) is not None and all(
        isinstance(item, Paragraph) and len(item.text) > _SENTENCE and not _FACT.match(item.text) for item in beside
    )


def _better(mark: str | None, known: str | None) -> str | None:
    """The later one, but initials rather than asterisks below them."""
    return known if known and not (mark and mark.strip("()[]* ")) else mark


def _cut_mark(item: ListBlock | Quote) -> tuple[ListBlock | Quote | None, str | None]:
    """The last block without the sign-off behind its last words, None where it was nothing else; and the sign-off."""
    text, mark = split_signoff(item.items[-1] if isinstance(item, ListBlock) else item.text)
    if mark is None:
        return item, None
    if isinstance(item, Quote):
        return (msgspec.structs.replace(item, text=text) if text else None), mark
    items = (*item.items[:-1], text) if text else item.items[:-1]
    return (msgspec.structs.replace(item, items=items) if items else None), mark


def _cut_lines(text: str, last: bool) -> tuple[str, str | None, list[str]]:
    """A paragraph's text without sign-off and, where it is `last`, without credits; these two beside it."""
    lines = text.split("\n")
    signoff: str | None = None
    found: list[str] = []
    while lines:
        line = lines[-1]
        rest, mark = split_signoff(line)
        if mark and (not rest or last):
            # Asterisks between two parts of a text part them and close nothing.
            if _SAYS.search(mark) if last else mark.strip("()[]* "):
                signoff = mark
            lines[-1:] = [rest] if rest else []
            if rest:
                break
        elif _EMPTY_MARK.fullmatch(line):
            lines.pop()
        elif last and (is_signed(line) or is_note(line)):
            found.insert(0, line)
            lines.pop()
        elif last and _INITIALS.fullmatch(line):
            signoff = line
            lines.pop()
        elif last and (is_credit(line) or _CLOSING.match(line)) and len(line) < 250:
            found.insert(0, line)
            lines.pop()
        elif last and ":" in line[-90:] and (behind := _BEHIND.search(line, max(0, len(line) - 120))):
            found.insert(0, behind[1])
            lines[-1] = line[: behind.start()]
        else:
            break
    return "\n".join(lines), signoff, found


def _has_prose(items: Sequence[Item]) -> bool:
    """Whether sentences of the article follow."""
    return any(
        isinstance(item, Table | ListBlock)
        or (
            isinstance(item, Paragraph | Quote)
            and len(item.text) > 60
            and not is_credit(item.text)
            and not is_note(item.text)
            and not _CLOSING.match(item.text)
        )
        for item in items
    )


def without_empty_end(items: list[Item]) -> list[Item]:
    """Less headings at the end that only head a picture, a video or a few words: they announce something else."""
    kept = list(items)
    while True:
        at = max((i for i, item in enumerate(kept) if isinstance(item, Heading)), default=None)
        if at is None or _is_entry(kept, at) or any(_says_something(item) for item in kept[at + 1 :]):
            return kept
        words = [item for item in kept[at + 1 :] if isinstance(item, Paragraph)]
        kept = [item for index, item in enumerate(kept) if index != at and item not in words]


def _is_entry(items: list[Item], at: int) -> bool:
    """Whether a heading is one of several numbered ones: "5. ..." may head but a picture, or the next page."""
    numbered = [item for item in items[: at + 1] if isinstance(item, Heading) and NUMBERED.match(item.text)]
    return len(numbered) > 1 and numbered[-1] is items[at]


def _says_something(item: Item) -> bool:
    """Whether an item is more than a picture or a stray word ("Tweet")."""
    if isinstance(item, Paragraph):
        return len(item.text) >= 40 or item.text.endswith((".", "!", "?", '"', "”"))
    return not isinstance(item, Figure | Embed | Heading)
