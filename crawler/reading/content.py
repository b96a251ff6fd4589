"""Finds the element that holds the body of an article."""

from dataclasses import dataclass

from lxml.etree import _Element

from crawler.reading.marks import marks
from crawler.reading.tree import Tree
from crawler.reading.walk import Line

# A marked container must hold this share of the prose that the page's densest region holds: themes leave empty ones,
# and "entry-content" may stand around a mere teaser.
_SHARE = 0.5
DENSITY = "density"
_TEASER = 0.4  # worth of a sentence beside a linked headline: a teaser, or a paragraph next to a "read also"
_BELOW = 1.6  # worth of a block that begins within _NEAR lines below the headline
_NEAR = 30
_BESIDE = 6  # lines
_FADING = (1.0, 1.0, 0.9, 0.7, 0.5, 0.3, 0.15)  # worth of a line by how many elements above it one asks


@dataclass(frozen=True, slots=True)
class Content:
    """The elements that hold the body, in document order, and the rule that found them."""

    elements: tuple[_Element, ...]
    rule: str


def find_content(tree: Tree, headline: _Element | None) -> Content | None:
    """The body's elements by microdata, by the marks of known systems, else by density; None without any prose.

    headline: the element that prints it, below which the body stands; None where it is not printed.
    """
    scores = _scores(tree, headline)
    if not scores:
        return None
    dense = max(scores, key=lambda element: scores[element])
    enough = max(1.0, _SHARE * scores[dense])
    for element in tree.properties("articleBody"):
        if tree.prose(element) >= enough:
            return Content((_tight(tree, element, dense),), "itemprop articleBody")
    for mark in marks("body"):
        elements = _parts(tree, mark)
        if elements and sum(tree.prose(element) for element in elements) >= enough:
            chosen = (_tight(tree, elements[0], dense),) if len(elements) == 1 else elements
            return Content(chosen, f"mark {mark}")
    return Content((dense,), DENSITY)


def _scores(tree: Tree, headline: _Element | None) -> dict[_Element, float]:
    """How much each block looks like the body: its prose, the deeper inside the less, without links and stray words.

    The paragraphs of a body stand side by side; teasers stand each in a box of its own, so that the box around all of
    them is far from their lines. Of equals the innermost comes first.
    """
    found: dict[_Element, float] = {}
    for index, line in enumerate(tree.lines):
        if line.aside or not line.is_prose:
            continue
        worth = len(line.text) * (_TEASER if _is_teaser(tree.lines, index) else 1.0)
        element: _Element | None = line.owner
        for share in _FADING:
            if element is None:
                break
            if element in tree.spans:
                found[element] = found.get(element, 0.0) + share * worth
            element = element.getparent()
    top = tree.spans.get(headline, (0, 0))[1] if headline is not None else 0
    return {
        element: (score - tree.noise(element)) * (_nearness(tree, element, top) if top else 1.0)
        for element, score in found.items()
    }


def _nearness(tree: Tree, element: _Element, top: int) -> float:
    """What the place says: right below the headline stands the body, above it never. top: the line below it."""
    start, end = tree.spans[element]
    if end <= top:
        return 0.3
    return _BELOW if top <= start <= top + _NEAR else 1.0


def _tight(tree: Tree, element: _Element, dense: _Element) -> _Element:
    """The denser block inside, where a container is drawn around reactions, forms and the writer's portrait as well.

    A line or two beside the denser block may be its dateline or sign-off: then the container stays.
    """
    if not any(outer is element for outer in dense.iterancestors()):
        return element
    beside = len(tree.lines_of(element)) - len(tree.lines_of(dense))
    return dense if beside >= _BESIDE and tree.prose(dense) >= 0.95 * tree.prose(element) else element


def _is_teaser(lines: list[Line], index: int) -> bool:
    """Whether a sentence stands right below a linked headline, or above one."""
    beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    return any(line.is_linked and len(line.text) > 20 for line in beside)


def _parts(tree: Tree, mark: str) -> tuple[_Element, ...]:
    """The elements of a mark: several when they stand side by side, as the pages of one article do in one document."""
    found = [element for element in tree.find(mark) if tree.prose(element)]
    if len(found) < 2:
        return tuple(found)
    outer: list[_Element] = []
    for element in found:
        if not outer or tree.spans[outer[-1]][1] <= tree.spans[element][0]:
            outer.append(element)
    biggest = max(outer, key=tree.prose)
    return tuple(element for element in outer if element.getparent() is biggest.getparent())
