"""Finds the element that holds the body of an article."""

import re
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element

from crawler.reading.density import TEASER
from crawler.reading.density import scores as density
from crawler.reading.marks import marks, words_of
from crawler.reading.tree import ENTRIES, Tree

# A marked container must hold this share of the prose that the page's densest region holds: themes leave empty ones,
# and "entry-content" may stand around a mere teaser.
_SHARE = 0.5
DENSITY = "density"
_FEW_WORDS = 400  # characters: the introduction to a photo story is no longer
_FEW_LINES = 3
_EQUAL = 0.98
_HEADLINE = 25  # characters: a linked h1 below the headline that is longer heads another article
_BESIDE = 6  # lines
_LEVELS = 3  # elements above the densest block among which the pages of an article may stand side by side
_GRID = frozenset({"row", "col", "cols", "column", "columns", "container", "grid", "card", "clearfix", "wrapper"})
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Content:
    """The elements that hold the body, in document order, and the rule that found them."""

    elements: tuple[_Element, ...]
    rule: str


def find_content(tree: Tree, headline: _Element | None) -> Content | None:
    """The body's elements by microdata, by the marks of known systems, else by density; None without any prose.

    headline: the element that prints it, below which the body stands; None where it is not printed. The pictures of a
    photo story, whose captions are its text, are elements of their own.
    """
    found = _find(tree, headline)
    return found and Content(_with_pictures(tree, found.elements), found.rule)


def _find(tree: Tree, headline: _Element | None) -> Content | None:
    top = _below(tree, headline)
    bottom = _next_article(tree, top)
    scores = density(tree, top, bottom)
    if not scores:
        return None
    dense = max(scores, key=lambda element: scores[element])
    around = dense.getparent()
    if dense.tag == "p" and around is not None and scores.get(around, 0.0) >= _EQUAL * scores[dense]:
        dense = around  # a recipe: one sentence, and lists beside it
    enough = max(1.0, _SHARE * scores[dense])
    named = [("itemprop articleBody", list(tree.properties("articleBody")))]
    named += [(f"mark {mark}", list(tree.find(mark))) for mark in marks("body")]
    for rule, found in named:
        elements = _parts(tree, found, top, bottom)
        if elements and sum(tree.prose(element) for element in elements) >= enough:
            return Content((_tight(tree, elements[0], dense),) if len(elements) == 1 else elements, rule)
    return Content(_side_by_side(tree, dense), DENSITY)


def _below(tree: Tree, headline: _Element | None) -> int:
    """The line below the headline; 0 where it is not printed. Old pages print it in the cell that holds the text."""
    start, end = tree.spans.get(headline, (0, 0)) if headline is not None else (0, 0)
    return end if end - start <= _FEW_LINES else start + 1


def _next_article(tree: Tree, top: int) -> int:
    """The line at which the headline of another article stands below this one, as themes do that never end a page."""
    for element in tree.tagged.get("h1", ()) if top else ():
        start, end = tree.spans[element]
        line = tree.lines[start] if end == start + 1 and start >= top else None
        if line and line.is_linked and len(line.text) > _HEADLINE and line.text != tree.lines[top - 1].text:
            return start
    return len(tree.lines)


def _tight(tree: Tree, element: _Element, dense: _Element) -> _Element:
    """The denser block inside, where a container is drawn around reactions, forms and the writer's portrait as well.

    A line or two beside the denser block may be its dateline or sign-off: then the container stays.
    """
    if not any(outer is element for outer in dense.iterancestors()):
        return element
    beside = _stray(tree, element) - _stray(tree, dense)
    return dense if beside >= _BESIDE and tree.prose(dense) >= 0.95 * tree.prose(element) else element


def _stray(tree: Tree, element: _Element) -> int:
    """How many lines of a block are neither sentences nor entries of lists and tables."""
    return sum(not line.is_prose and line.owner.tag not in ENTRIES for line in tree.lines_of(element))


def _side_by_side(tree: Tree, dense: _Element) -> tuple[_Element, ...]:
    """The densest block, with those right beside it that are marked alike: so stand the pages of one article together.

    Alike: the same tag, and the same class or id but for numbers ("multi-page-1", "multi-page-2").
    """
    element = dense
    for _ in range(_LEVELS):
        around = element.getparent()
        if around is None or around not in tree.spans:
            break
        mark = _marked(element)
        if mark[1] and words_of(mark[1], "").isdisjoint(_GRID):
            beside = [one for one in around if tree.lines_of(one)]
            at = beside.index(element)
            alike = [one is element or (_marked(one) == mark and _is_part(tree, one)) for one in beside]
            first = at - next((n for n, same in enumerate(reversed(alike[:at])) if not same), at)
            last = at + next((n for n, same in enumerate(alike[at:]) if not same), len(beside) - at)
            if last - first > 1:
                return tuple(beside[first:last])
        element = around
    return (dense,)


def _with_pictures(tree: Tree, elements: tuple[_Element, ...]) -> tuple[_Element, ...]:
    """With the figures around a text of a few words, where three captions at least say more than it does."""
    lines = [line for element in elements for line in tree.lines_of(element) if line.is_prose and not line.caption]
    said = sum(len(line.text) for line in lines)
    if not lines or said > _FEW_WORDS:
        return elements
    first, last = tree.spans[elements[0]][0], tree.spans[elements[-1]][1]
    for around in islice(elements[0].iterancestors(), _LEVELS):
        start, end = tree.spans.get(around, (0, 0))
        beside = [*tree.lines[start:first], *tree.lines[last:end]]
        told = [line for line in beside if line.caption and not line.aside]
        figures: dict[_Element, bool] = {}
        for line in told:
            if (figure := next(line.owner.iterancestors("figure"), None)) is not None:
                figures[figure] = figures.get(figure, False) or line.is_prose
        if sum(figures.values()) >= 3 and sum(len(line.text) for line in told if line.is_prose) > 2 * said:
            return tuple(sorted((*elements, *figures), key=lambda element: tree.spans[element]))
    return elements


def _is_part(tree: Tree, element: _Element) -> bool:
    """Whether a block reads like a part of an article, and not like a card or a column of teasers."""
    return tree.prose(element) > 4 * tree.noise(element) and next(element.iter("h1"), None) is None


def _marked(element: _Element) -> tuple[object, str]:
    """Tag, and the first class or else the id of an element, numbers taken out."""
    classes = (element.get("class") or "").split()
    return element.tag, _DIGITS.sub("", classes[0] if classes else element.get("id") or "")


def _parts(tree: Tree, marked: list[_Element], top: int, bottom: int) -> tuple[_Element, ...]:
    """The elements of a mark that hold the text: several when they stand side by side, as the pages of one article do
    in one document.

    Of several apart the first below the headline, unless it is but a teaser: below it may stand the next article.
    """
    found = [element for element in marked if tree.prose(element) and tree.spans[element][0] < bottom]
    if len(found) < 2:
        return tuple(found)
    outer: list[_Element] = []
    for element in found:
        if not outer or tree.spans[outer[-1]][1] <= tree.spans[element][0]:
            outer.append(element)
    most = max(map(tree.prose, outer))
    below = [element for element in outer if tree.spans[element][1] > top]
    chosen = next((element for element in below if tree.prose(element) > TEASER * most), max(outer, key=tree.prose))
    return tuple(element for element in outer if element.getparent() is chosen.getparent())
