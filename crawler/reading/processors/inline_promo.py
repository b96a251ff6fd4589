"""Promos among the sentences of a paragraph: a label with what stands behind it, cut out so that the sentences stay."""

import re
from collections.abc import Sequence

from crawler.reading.processors.promo import is_promo

Piece = tuple[str, str | None]  # a text, and the address it links to

# "Baca juga" = read also, "lihat pula" = see also, "pilihan editor" = editor's choice.
_SURE = (
    r"(?:baca|lihat|simak|tonton|saksikan)\s(?:juga|pula|lainnya)(?:\s(?:artikel|berita|video))?"
    r"|baca\s(?:selengkapnya|selanjutnya|artikel|berita)|pilihan\seditor|(?:berita|artikel)\sterkait"
    r"|read\s(?:also|more)|also\sread"
)
_BARE = r"baca|lihat|simak|klik|tonton|selanjutnya"  # the verb alone is a label only at the start, and with a colon
_START = r"(?:(?:^|(?<=[.!?…”\"’)\]*|–—>-]))\s?[-–•*]?\s?|[(\[]\s?)"
_END = r"\s?[\"“'‘]?\s?$"
_LABEL = re.compile(
    rf"{_START}(?:{_SURE})\s?[:：]?{_END}|\b(?:{_SURE})\s?[:：]{_END}|{_START}(?:{_BARE})\s?[:：]{_END}", re.IGNORECASE
)
# "Cerita selengkapnya bisa dibaca di sini" (the whole story can be read here) points to the title that ends the line.
_POINTER = re.compile(
    r"(?:^|(?<=[.!?]))[^.!?]{0,160}\b(?:di\s?sini|(?:tautan|link)\s(?:berikut|ini))\b[\s:]{0,3}$", re.IGNORECASE
)
_WORDS = ("baca", "lihat", "simak", "tonton", "saksikan", "pilihan", "terkait", "read", "klik", "selanjutnya", "ini")
_BETWEEN = re.compile(r"[\s,;|/&•.-]{0,5}(?:dan\s)?")  # what parts the links of one promo
_OPENED = re.compile(r"[(\[\"“'‘]")
_CLOSED = re.compile(r"^\s?[\"”'’)\]]{1,2}\.?")
_APART = re.compile(r"\s+([,.;:?!])")  # what a cut leaves before a sign
_SPACE = re.compile(r"\s+")
# Without a link only the end of the line tells where a promo ends: "... kata dia. Baca juga: Harga Beras Turun"
_TAIL = re.compile(r"(?<=[.!?…”\"’)])\s((?:baca|lihat|simak)\s(?:juga|pula)\s?:\s?[^.]{8,160})$", re.IGNORECASE)
# "(Baca juga: ...)" in the middle of a sentence.
_BRACKETED = re.compile(r"\s?(\((?:baca|lihat|simak)(?:\s(?:juga|pula))?\s?:[^()]{3,250}\))", re.IGNORECASE)


def cut_linked(pieces: Sequence[Piece]) -> tuple[str, list[Piece]]:
    """The text of a line less the labels and links that advertise, and these, each link with its address.

    pieces: the line's texts in order. "(Baca juga: <link>)" goes whole; a link without a label before it stays.
    """
    told = _merged(pieces)
    kept: list[str] = []
    found: list[Piece] = []
    at = 0
    while at < len(told):
        text, href = told[at]
        label = _label(told, at) if href is None else None
        at += 1
        if label is None:
            kept.append(text)
            continue
        kept.append(text[: label.start()])
        at = _take(told, at, label[0], found)
        if at < len(told) and _OPENED.search(label[0]):
            told[at] = (_CLOSED.sub("", told[at][0]), told[at][1])
    if not found:
        return "".join(kept), found
    return _APART.sub(r"\1", " ".join(" ".join(kept).split())), found


def cut_plain(text: str) -> tuple[str, list[str]]:
    """The text less promos in brackets and one that ends it, and these as printed."""
    if ":" not in text or not may_hold(text):
        return text, []
    found = [mark.strip() for mark in _BRACKETED.findall(text)]
    text = _BRACKETED.sub("", text) if found else text
    if tail := _TAIL.search(text):
        found.append(tail[1])
        text = text[: tail.start()]
    return text, found


def less_promos(text: str) -> tuple[str, list[str]]:
    """A text of several lines less those that are promos and what `cut_plain` cuts from the others, and these."""
    kept: list[str] = []
    found: list[str] = []
    for line in text.split("\n"):
        rest, cut = ("", [line]) if is_promo(line, linked=False) else cut_plain(line)
        found.extend(cut)
        if rest:
            kept.append(rest)
    return "\n".join(kept), found


def may_hold(text: str) -> bool:
    """Whether a text may hold a label; cheap, and mostly no."""
    low = text.lower()
    return any(word in low for word in _WORDS)


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces as one for each link and each stretch between links, white space folded."""
    told: list[Piece] = []
    for text, href in pieces:
        if told and told[-1][1] == href:
            told[-1] = (told[-1][0] + text, href)
        else:
            told.append((text, href))
    return [(_SPACE.sub(" ", text), href) for text, href in told]


def _label(told: list[Piece], at: int) -> re.Match[str] | None:
    """The label that ends a piece and stands before a link."""
    if at + 1 >= len(told):
        return None
    text, title = told[at][0], told[at + 1][0].strip()
    if label := _LABEL.search(text):
        return label
    if len(title) <= 20 or title.count(" ") < 3 or any(piece.strip(" .)") for piece, _ in told[at + 2 :]):
        return None
    return _POINTER.search(text)


def _take(told: list[Piece], at: int, label: str, found: list[Piece]) -> int:
    """Takes the links from `at` on; gives the place behind them."""
    text, href = told[at]
    found.append((f"{label.strip(' ([')} {text.strip()}", href))
    at += 1
    while at + 1 < len(told) and _BETWEEN.fullmatch(told[at][0]) and told[at + 1][1] is not None:
        found.append((told[at + 1][0].strip(), told[at + 1][1]))
        at += 2
    return at
