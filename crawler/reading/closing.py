"""How a text closes: its sign-off, the credits under it and what announces something else are cut from it."""

import re
from collections.abc import Sequence

from archive.article import Embed, Figure, ListBlock, Paragraph, Quote, Table
from crawler.reading.bylines import is_credit, is_signed
from crawler.reading.processors.byline import split_signoff
from crawler.reading.processors.paragraph import Heading, Item

_INITIALS = re.compile(r"[A-Z]{2,4}\.?")  # "AZF" on a line of its own, as Metrotvnews closes its texts
_EMPTY_MARK = re.compile(r"[(\[]\W*[)\]]")  # "(/)": initials that nobody filled in
# "Sumber" = source, "Referensi" = references, "Hak cipta" = copyright; "Artikel ini telah tayang di" = this article has
# appeared in.
_CLOSING = re.compile(
    r"^\W{0,3}(?:copyright|©|hak cipta|sumber|referensi|source"
    r"|artikel ini (?:telah|sudah|pernah) (?:tayang|terbit|dimuat)"
    r"|berita ini (?:telah|sudah) tayang|foto\s*:|dok\b|redaksi\b(?=.{0,20}$))",
    re.IGNORECASE,
)
_EDGE = 6  # items at the end among which credits stand


def cut_closing(items: list[Item]) -> tuple[list[Item], str | None, list[str]]:
    """Sign-off and credits at the end; a sign-off on a line of its own goes wherever it stands."""
    kept: list[Item] = []
    signoff: str | None = None
    found: list[str] = []
    for index, item in enumerate(items):
        last = index >= len(items) - _EDGE and not _has_prose(items[index + 1 :])
        if isinstance(item, Paragraph):
            text, mark, cut = _cut_lines(item.text, last)
            signoff = mark or signoff
            found.extend(cut)
            if text:
                kept.append(item if text == item.text else Paragraph(text=text))
        elif last and isinstance(item, Heading | Quote) and (is_credit(item.text) or _CLOSING.match(item.text)):
            found.append(item.text)
        else:
            kept.append(item)
    return kept, signoff, found


def _cut_lines(text: str, last: bool) -> tuple[str, str | None, list[str]]:
    """A paragraph's text without sign-off and, where it is `last`, without credits; these two beside it."""
    lines = text.split("\n")
    signoff: str | None = None
    found: list[str] = []
    while lines:
        line = lines[-1]
        rest, mark = split_signoff(line)
        if mark and (not rest or last):
            signoff = mark
            lines[-1:] = [rest] if rest else []
            if rest:
                break
        elif _EMPTY_MARK.fullmatch(line):
            lines.pop()
        elif last and is_signed(line):
            found.insert(0, line)
            lines.pop()
        elif last and _INITIALS.fullmatch(line):
            signoff = line
            lines.pop()
        elif last and (is_credit(line) or _CLOSING.match(line)) and len(line) < 250:
            found.insert(0, line)
            lines.pop()
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
            and not _CLOSING.match(item.text)
        )
        for item in items
    )


def without_empty_end(items: list[Item]) -> list[Item]:
    """Less headings at the end that only head a picture, a video or a few words: they announce something else."""
    kept = list(items)
    while True:
        at = max((i for i, item in enumerate(kept) if isinstance(item, Heading)), default=None)
        if at is None or any(_says_something(item) for item in kept[at + 1 :]):
            return kept
        words = [item for item in kept[at + 1 :] if isinstance(item, Paragraph)]
        kept = [item for index, item in enumerate(kept) if index != at and item not in words]


def _says_something(item: Item) -> bool:
    """Whether an item is more than a picture or a stray word ("Tweet")."""
    if isinstance(item, Paragraph):
        return len(item.text) >= 40 or item.text.endswith((".", "!", "?", '"', "”"))
    return not isinstance(item, Figure | Embed | Heading)
