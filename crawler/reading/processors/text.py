"""Printed words out of markup: folded text, and the visible text of an element."""

import re
import unicodedata

from lxml.etree import _Element

# Controls, soft hyphen, zero-width and bidi marks, byte order mark, noncharacters, lone surrogates. Tab, the line ends
# and NEL are white space and stay for the folding.
_DROP = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff0-\ufffb"
    "\ufffe\uffff\ud800-\udfff]"
)
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "iframe", "svg", "head", "title", "select", "textarea", "button"}
)
_BLOCK_TAGS = (
    "address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
_BLOCK = frozenset(_BLOCK_TAGS.split())


def fold(s: str | None) -> str | None:
    """One line of clean text: NFC, invisible characters out, white space (also NBSP) to one space; None when empty."""
    if not s:
        return None
    if not (s.isascii() and s.isprintable()):
        s = _DROP.sub("", s)
        if not s.isascii():
            s = unicodedata.normalize("NFC", s)
    return " ".join(s.split()) or None


def fold_lines(s: str | None) -> str:
    """The same line by line: printed line breaks stay as single newlines, empty lines go; "" when nothing is left."""
    if not s:
        return ""
    if "\n" not in s:
        return fold(s) or ""
    return "\n".join(line for part in s.split("\n") if (line := fold(part)))


def of(element: _Element) -> str:
    """The visible text of an element: <br> and block borders as newlines, inline elements not splitting words.

    What is hidden until clicked counts as visible: newspapers fold the later parts of an article away. "" when empty.
    """
    if not len(element):
        return fold(element.text) or ""
    parts: list[str] = []
    _gather(element, parts)
    return fold_lines("".join(parts))


def _gather(element: _Element, parts: list[str]) -> None:
    if element.text:
        parts.append(_flat(element.text))
    for child in element:
        tag = child.tag
        if tag == "br":
            parts.append("\n")
        elif isinstance(tag, str) and tag not in _UNSEEN:  # comments and instructions have no string for a tag
            if tag in _BLOCK:
                parts.append("\n")
                _gather(child, parts)
                parts.append("\n")
            else:
                _gather(child, parts)
        if child.tail:
            parts.append(_flat(child.tail))


def _flat(s: str) -> str:
    """Line ends of the source are only spaces; those of <br> come afterwards."""
    return s.replace("\n", " ").replace("\r", " ")
