"""The pictures of an article: the lead picture around its headline, then those of its text."""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element

from archive.article import Figure, Image, Section
from crawler.reading.marks import is_picture, words_of
from crawler.reading.metadata import Metadata
from crawler.reading.processors.picture import absolute, parse_figure
from crawler.reading.tree import Tree


def find_images(
    tree: Tree,
    metadata: Metadata,
    headline: _Element | None,
    body: Sequence[_Element],
    made: Sequence[Section],
    address: str,
) -> tuple[Image, ...]:
    """The lead picture first: a figure between headline and text, else the one the metadata names; then the text's."""
    figures = [found for element in _lead(tree, headline, body) if (found := parse_figure(element, address))]
    figures += [block for section in made for block in section.blocks if isinstance(block, Figure)]
    if not figures or figures[0].url is None:
        figures.insert(0, Figure(url=absolute(address, metadata.first("og:image", "twitter:image"))))
    found: dict[str, Image] = {}
    for figure in figures:
        if figure.url:
            image = Image(url=figure.url, alt=figure.alt, caption=figure.caption, credit=figure.credit)
            found.setdefault(figure.url, image)
    return tuple(found.values())


def _lead(tree: Tree, headline: _Element | None, body: Sequence[_Element]) -> Iterator[_Element]:
    """The boxes of pictures between headline and text, or above the headline where the theme says "featured"."""
    if headline is None or not body or headline not in tree.spans:
        return
    top, start = tree.spans[headline][1], tree.spans[body[0]][0]
    taken: list[_Element] = []
    for element, (first, last) in sorted(tree.spans.items(), key=lambda item: (item[1][0], -item[1][1])):
        if last > start or any(box in taken for box in element.iterancestors()):
            continue
        classes, name = element.get("class") or "", element.get("id") or ""
        between = top <= first and (element.tag == "figure" or is_picture(classes, name))
        featured = "featured" in words_of(classes, name) and is_picture(classes, name)
        if not (between or featured) or any(line.aside for line in tree.lines[first:last]):
            continue
        if next(element.iter("img", "amp-img"), None) is not None:
            taken.append(element)
            yield element
