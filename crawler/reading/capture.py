"""A text capture, plain text as copied from a browser, as the HTML page that the same reader reads."""

import re
from dataclasses import replace
from html import escape

from archive.page import Page
from crawler.reading.processors.text import fold

_MARKUP = re.compile(
    rb"<(?:!doctype|html|head|body|div|p|span|a|h[1-6]|script|meta|article|\?xml|rss)\b", re.IGNORECASE
)
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{", b"[{", b"WARC/")
_HEAD = 65536  # bytes looked at: a page of markup shows some of it long before
_FORM = re.compile(
    r"(?:leave a (?:reply|comment)|tinggalkan (?:balasan|komentar)|(?:tulis|kirim|beri(?:kan)?) komentar|komentar"
    r"|comments?)\W*",
    re.IGNORECASE,
)
_END = (".", "!", "?", "”", '"', "…", ")", ":", ",", ";")
_TIME = re.compile(r"\b(?:19|20)\d\d\b.{0,12}\b\d{1,2}[.:]\d\d\b")  # "23/11/2026, 10:15 WIB"
_SHORT = 140  # characters: no headline or heading of a newspaper is longer
_HEADINGS_APART = 2  # empty lines that browsers leave before a heading


def is_capture(body: bytes) -> bool:
    """Whether the bytes are plain text of some length and not markup, JSON or a binary file."""
    head = body[:_HEAD]
    if b"\x00" in head or _MARKUP.search(head) or head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_MAGIC):
        return False
    try:
        told = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        told = head.decode("cp1252", "replace")
    return len(told.split()) >= 40 and told.count("\n") >= 3


def to_html(page: Page) -> Page:
    """The capture as a page with a kicker, headline, headings, paragraphs and comment form; address and time are kept.

    Blocks are parted by empty lines; a single line set off by two of them is a heading; single line breaks stay line
    breaks. Nothing is left out and nothing added.
    """
    blocks = _blocks(page.text())
    body, form = _part_form(blocks)
    top, rest = _part_top(body)
    parts = ["<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><article>"]
    parts += [f"<p class='kicker'>{escape(line)}</p>" for line in top[:-1]]
    parts += [f"<h1 class='entry-title'>{escape(line)}</h1>" for line in top[-1:]]
    if rest and _is_credits(rest[0][1]):
        parts += [f"<p>{escape(line)}</p>" for line in rest.pop(0)[1]]
    parts.append("<div class='entry-content'>")
    for gap, lines in rest:
        if gap >= _HEADINGS_APART and _is_heading(lines):
            parts.append(f"<h2>{escape(lines[0])}</h2>")
        else:
            parts.append(f"<p>{'<br>'.join(map(escape, lines))}</p>")
    parts.append("</div></article>")
    if form:
        parts.append(_form(form))
    parts.append("</body></html>")
    headers = tuple((k, v) for k, v in page.headers if k.lower() != "content-type")
    html = (*headers, ("Content-Type", "text/html; charset=utf-8"))
    return replace(page, body="\n".join(parts).encode("utf-8", "replace"), headers=html)


def _blocks(told: str) -> list[tuple[int, list[str]]]:
    """Blocks of lines, each with the number of empty lines before it."""
    blocks: list[tuple[int, list[str]]] = []
    gap, fresh = 0, True
    for raw in told.splitlines():
        line = fold(raw)
        if line is None:
            gap, fresh = gap + 1, True
        elif fresh:
            blocks.append((gap, [line]))
            gap, fresh = 0, False
        else:
            blocks[-1][1].append(line)
    return blocks


def _part_form(blocks: list[tuple[int, list[str]]]) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """The article, and the lines of the comment form that follows it."""
    for index in range(len(blocks) - 1, 0, -1):
        if _FORM.fullmatch(blocks[index][1][0]):
            return blocks[:index], [line for _, lines in blocks[index:] for line in lines]
    return blocks, []


def _part_top(blocks: list[tuple[int, list[str]]]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The lines above the text, the headline last, and the text."""
    for index, (_, lines) in enumerate(blocks):
        if len(lines) > 1 or not _is_heading(lines):
            return [line for _, top in blocks[:index] for line in top], blocks[index:]
    return [line for _, top in blocks for line in top], []


def _is_heading(lines: list[str]) -> bool:
    return (
        len(lines) == 1
        and len(lines[0]) <= _SHORT
        and (not lines[0].endswith(_END) or lines[0].endswith(("?", "!", "”")))
    )


def _is_credits(lines: list[str]) -> bool:
    """Whether the short lines between headline and text print the time, and with it the writer and the like."""
    return all(len(line) <= _SHORT for line in lines) and any(_TIME.search(line) for line in lines)


def _form(lines: list[str]) -> str:
    heading, *notice = lines
    told = "".join(f"<p class='comment-notes'>{escape(line)}</p>" for line in notice)
    return (
        "<div id='respond' class='comment-respond'>"
        f"<h3 id='reply-title' class='comment-reply-title'>{escape(heading)}</h3>"
        f"<form id='commentform' class='comment-form'>{told}</form></div>"
    )
