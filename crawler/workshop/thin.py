"""Thins a page that is too large for the repository: of long rows of like boxes the first few stay."""

from collections.abc import Callable
from itertools import groupby

from lxml import etree
from lxml.etree import _Element

_STAY = 2  # of like boxes in succession: menu entries, teasers


def thin(root: _Element, is_same: Callable[[], bool], largest: int) -> None:
    """Takes boxes out of the longest rows, in place, until the page has at most so many bytes.

    is_same: whether the tree as it is now still reads as it did; a row that it needs is put back.
    """
    size = _size(root)
    for row in sorted(_rows(root), key=lambda row: -sum(map(_size, row))):
        if size <= largest:
            return
        spare = [element for element in row[_STAY:] if any(outer is root for outer in element.iterancestors())]
        places = [(element.getparent(), element.getnext()) for element in spare]
        for element in spare:
            _detach(element)
        if is_same():
            size -= sum(map(_size, spare))
            continue
        for element, (parent, following) in reversed(list(zip(spare, places, strict=True))):
            assert parent is not None
            parent.append(element) if following is None else following.addprevious(element)


def _rows(root: _Element) -> list[list[_Element]]:
    """Neighbours of one tag and class, then of one tag, more than stay."""
    found: list[list[_Element]] = []
    for parent in root.iter():
        for key in (lambda child: (child.tag, child.get("class")), lambda child: child.tag):
            for _, group in groupby(parent, key=key):
                row = [child for child in group if not (child.tail or "").strip()]
                if len(row) > _STAY and row[0].tag != "meta":
                    found.append(row)
    return found


def _detach(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _size(element: _Element) -> int:
    return len(etree.tostring(element, method="html", encoding="utf-8", with_tail=False))
