"""Finds the stretches of text between two borders of blocks, with the texts and tails they are made of."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lxml.etree import _Element

_TAGS = "a abbr b big cite code del em font i ins mark q s small span strike strong sub sup time tt u"
_INLINE = frozenset(_TAGS.split())


class Slot(NamedTuple):
    """Where a text stands: in an element before its children, or behind it."""

    element: _Element
    where: Literal["text", "tail"]

    @property
    def text(self) -> str:
        """What stands there."""
        return (self.element.text if self.where == "text" else self.element.tail) or ""


def runs(root: _Element) -> Iterator[list[Slot]]:
    """The runs of a tree in the order of the document; scripts are left out. libxml2 nests no deeper than 255."""
    run: list[Slot] = []
    for slot in _slots(root):
        if slot is not None:
            run.append(slot)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _slots(element: _Element) -> Iterator[Slot | None]:
    """The slots below an element, with None at each border."""
    if element.text and element.tag != "script":
        yield Slot(element, "text")
    for child in element:
        inline = child.tag in _INLINE
        if not inline:
            yield None
        yield from _slots(child)
        if not inline:
            yield None
        if child.tail:
            yield Slot(child, "tail")
