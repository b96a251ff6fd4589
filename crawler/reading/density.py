"""How much each block of a page looks like the body: the density of its prose, by which content.py finds the text."""

from collections.abc import Iterator

from lxml.etree import _Element

from crawler.reading.tree import ANNOUNCES, Tree, goes_on
from crawler.reading.walk import Line

TEASER = 0.4  # worth of a sentence beside a linked headline: a teaser, or a paragraph next to a "read also"
_CAPTION = 0.2  # worth of a sentence below a picture: captions are often longer than the few words of a photo page
_VERSE = 0.3  # worth of a short line that goes on in the same block: a song, a poem, a list of results
_BELOW = 1.6  # worth of a block that begins within _NEAR lines below the headline
_NEAR = 30
_REMOTE = 0.7  # worth of a block that begins more than _FAR lines below it: a glossary beside the article
_FAR = 120
_FADING = (1.0, 1.0, 0.9, 0.7, 0.5, 0.3, 0.15)  # worth of a line by how many elements above it one asks


def scores(tree: Tree, top: int, bottom: int) -> dict[_Element, float]:
    """How much each block looks like the body: its prose, the deeper inside the less, without links and stray words.

    The paragraphs of a body stand side by side; teasers stand each in a box of its own, so that the box around all of
    them is far from their lines. Of equals the innermost comes first.
    """
    found: dict[_Element, float] = {}
    for index, line in enumerate(tree.lines[:bottom]):
        worth = _worth(tree.lines, index)
        if not worth:
            continue
        for element, share in _around(tree, line):
            found[element] = found.get(element, 0.0) + share * worth
    return {
        element: (score - tree.noise(element)) * (_nearness(tree, element, top) if top else 1.0)
        for element, score in found.items()
    }


def _around(tree: Tree, line: Line) -> Iterator[tuple[_Element, float]]:
    """The blocks around a line, and how much of it counts for each.

    A box around a box of several sentences, and around nothing else, is no step: page builders nest them six deep.
    """
    element: _Element | None = line.owner
    inner: tuple[int, int] | None = None
    step, several = 0, False
    while element is not None:
        span = tree.spans.get(element)
        step += inner is not None and not (several and span == inner)
        if step >= len(_FADING):
            return
        if span is not None:
            yield element, _FADING[step]
            several = several or tree.prose(element) > len(line.text)
        inner, element = span, element.getparent()


def _worth(lines: list[Line], index: int) -> float:
    """How much a line speaks for its block."""
    line = lines[index]
    if line.aside:
        return 0.0
    if not line.is_prose:
        return _VERSE * len(line.text) if index and goes_on(line, lines[index - 1]) else 0.0
    return len(line.text) * (_CAPTION if line.caption else TEASER if _is_teaser(lines, index) else 1.0)


def _nearness(tree: Tree, element: _Element, top: int) -> float:
    """What the place says: right below the headline stands the body, above it never. top: the line below it."""
    start, end = tree.spans[element]
    if end <= top:
        return 0.3
    if top <= start <= top + _NEAR:
        return _BELOW
    return _REMOTE if start > top + _FAR else 1.0


def _is_teaser(lines: list[Line], index: int) -> bool:
    """Whether a sentence stands right below a linked headline, or above one."""
    beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    return any(line.is_linked and len(line.text) > 20 and not line.text.startswith(ANNOUNCES) for line in beside)
