"""Tells which boxes inside a body are no text of the article, which hold a notice, and which a picture."""

import re
from collections.abc import Collection

from lxml.etree import _Element

from crawler.reading.marks import is_aside, is_caption, is_picture, is_soft
from crawler.reading.processors.correction import label_kind, labelled
from crawler.reading.tree import Tree

# What parts paragraphs, besides lists, headings, quotes, tables and figures.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "header",
        "hr",
        "label",
        "li",
        "main",
        "p",
        "pre",
        "section",
        "summary",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    ]
)
_OUT = frozenset({"nav", "footer", "aside", "form", "dialog"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING = frozenset({"hide", "hidden", "d-none", "hid"})
# Later pages of an article that stand folded away in the same document: merdeka.com, kapanlagi.com, viva.co.id.
_LATER = re.compile(r"paging-content|multi-page-\d|detail[_-]paging")
_HEAVY = 0.3  # a region that holds this share of the body's prose is the body, whatever its class says
_WHOLE = 0.8  # a hidden region that holds this share is the text itself, which a script unfolds


class Boxes:
    """The boxes of one body. heavy: characters of prose in a box that is text, whatever its class says."""

    def __init__(self, tree: Tree, leave_out: Collection[_Element], prose: int) -> None:
        self.heavy = _HEAVY * prose
        self._tree = tree
        self._leave_out = leave_out
        self._whole = _WHOLE * prose

    def is_out(self, child: _Element, tag: str) -> bool:
        """Whether a part is no text: named so by the caller or its class, unless it is heavy, or never seen."""
        if child in self._leave_out:
            return True
        classes, name = child.get("class") or "", child.get("id") or ""
        if tag in _OUT or (tag == "header" and next(child.iter("h1"), None) is not None):
            return self._tree.prose(child) <= self.heavy
        if not (tag in BLOCKS or tag in ("ul", "ol", "table", "blockquote")):
            return self._is_hidden(child, classes)
        if (classes or name) and is_aside(classes, name):
            sentence = tag == "p" and next(child.iter("a"), None) is None and self._tree.prose(child) > 0
            return not sentence and self._tree.prose(child) <= self.heavy
        if (classes or name) and is_soft(classes, name) and self._only_turns_pages(child):
            return True
        return self._is_hidden(child, classes)

    def _only_turns_pages(self, box: _Element) -> bool:
        """Whether a box called "page" or "more" holds but numbers and buttons, and not a page of the article."""
        lines = self._tree.lines_of(box)
        words = sum(len(line.text) for line in lines)
        linked = sum(len(line.text) for line in lines if line.is_linked)
        return (words < 80 or linked > words / 2) and next(box.iter("img", "h2", "h3", "table"), None) is None

    def _is_hidden(self, child: _Element, classes: str) -> bool:
        """Whether readers never see a part: dialogs and forms wait so. Later pages are text, and so is nearly all."""
        style = child.get("style")
        hidden = (
            bool(style and _HIDDEN.search(style))
            or not _HIDING.isdisjoint(classes.split())
            or child.get("hidden") is not None
            or child.get("aria-hidden") == "true"
        )
        return hidden and (not self._whole or self._tree.prose(child) < self._whole) and not _holds_later(child)

    def is_notice(self, box: _Element) -> bool:
        """Whether a box beside the text begins like a correction: that is no advertisement."""
        lines = self._tree.lines_of(box)
        told = "\n".join(line.text for line in lines[1:3])
        return bool(lines) and bool(labelled(lines[0].text) or label_kind(lines[0].text, told))

    def is_figure(self, child: _Element, tag: str) -> bool:
        """Whether a box holds a picture and its caption: by its class, or as a caption that stands apart."""
        classes, name = child.get("class") or "", child.get("id") or ""
        if (classes or name) and is_caption(classes, name):
            return True
        if tag not in ("div", "section", "center", "article") or next(child.iter("img", "amp-img"), None) is None:
            return False
        return is_picture(classes, name) or self._is_captioned(child)

    def _is_captioned(self, box: _Element) -> bool:
        """Whether a box with a picture holds nothing else but a line or two in blocks of their own."""
        lines = self._tree.lines_of(box)
        words = sum(len(line.text) for line in lines)
        return 0 < len(lines) <= 2 and words < 350 and all(line.owner is not box for line in lines)


def _holds_later(box: _Element) -> bool:
    """Whether a box is a later page of the article by its mark, or holds one."""
    return any(
        (one.get("data-page") or "").isdecimal() or _LATER.search(f"{one.get('class')} {one.get('id')}")
        for one in box.iter()
    )
