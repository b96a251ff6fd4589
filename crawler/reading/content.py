"""Finds the element that holds the body of an article."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.reading.marks import marks
from crawler.reading.tree import Tree

# A marked container must hold this share of the prose that the page's densest region holds: themes leave empty ones, and
# "entry-content" may stand around a mere teaser.
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Content:
    """The elements that hold the body, in document order, and the rule that found them."""

    elements: tuple[HtmlElement, ...]
    rule: str


def find_content(tree: Tree) -> Content | None:
    """The body's elements by microdata, by the marks of known systems, else by density; None without any prose."""
    dense = densest(tree)
    if dense is None:
        return None
    enough = max(1, int(_SHARE * tree.prose(dense)))
    for element in tree.properties("articleBody"):
        if tree.prose(element) >= enough:
            return Content((element,), "itemprop articleBody")
    for mark in marks("body"):
        elements = _parts(tree, mark)
        if elements and sum(map(tree.prose, elements)) >= enough:
            return Content(elements, f"mark {mark}")
    return Content((dense,), "density")


def densest(tree: Tree) -> HtmlElement | None:
    """The block whose lines weigh most: prose adds, links and stray words take away. The innermost of equals."""
    best, most = None, 0
    for element in tree.spans:  # inner blocks come before the outer ones
        weight = tree.weight(element)
        if weight > most:
            best, most = element, weight
    return best


def _parts(tree: Tree, mark: str) -> tuple[HtmlElement, ...]:
    """The elements of a mark: several when they stand side by side, as the pages of one article do in one document."""
    found = [element for element in tree.find(mark) if tree.prose(element)]
    if len(found) < 2:
        return tuple(found)
    outer: list[HtmlElement] = []
    for element in found:
        if not outer or tree.spans[outer[-1]][1] <= tree.spans[element][0]:
            outer.append(element)
    biggest = max(outer, key=tree.prose)
    return tuple(element for element in outer if element.getparent() is biggest.getparent())
