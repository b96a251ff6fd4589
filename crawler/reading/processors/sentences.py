"""Where the sentences of a text begin and end."""

import re

from crawler.reading.processors.titles import is_short

REACH = 300  # characters in which the speaker of a quotation is looked for
_END = re.compile(r"[.!?](?=\s|$)|[\n“”\"„«»:;–—]|\s-\s")
_BREAK = re.compile(r"[.!?…](?=\s)|\n")


def sentence_end(text: str, start: int, limit: int) -> int:
    """Where the sentence ends: at a stop, colon, dash, quotation mark or line break, not behind an abbreviation."""
    stop = min(limit, start + REACH)
    for match in _END.finditer(text, start, stop):
        if match[0] != "." or not _abbreviated(text, start, match.start()):
            return match.start()
    return stop


def sentence_start(text: str, start: int, end: int) -> int:
    """Where the last sentence of a stretch begins."""
    begin = max(start, end - REACH)
    for match in _BREAK.finditer(text, begin, end):
        if match[0] != "." or not _abbreviated(text, begin, match.start()):
            begin = match.end()
    return begin


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch, without such that hold nothing but stops."""
    found, begin = [], start
    for match in _BREAK.finditer(text, start, end):
        if match[0] != "." or not _abbreviated(text, begin, match.start()):
            found.append((begin, match.end()))
            begin = match.end()
    found.append((begin, end))
    return [(first, last) for first, last in found if text[first:last].strip(" .,\n")]


def _abbreviated(text: str, start: int, at: int) -> bool:
    """Whether the full stop at a place belongs to the word before it."""
    begin = max(text.rfind(" ", max(start, at - 20), at), text.rfind("(", max(start, at - 20), at)) + 1
    return is_short(text[max(begin, start) : at + 1])
