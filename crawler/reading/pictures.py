"""The pictures of an article: the lead picture around its headline, then those of its text."""

from collections.abc import Iterator, Sequence

import msgspec
from lxml.etree import _Element

from archive.article import Figure, Image, Section
from crawler.reading.lead_picture import find_lead_picture
from crawler.reading.marks import is_picture, words_of
from crawler.reading.part import Part
from crawler.reading.processors.picture import absolute, parse_figure
from crawler.reading.tree import Tree


def find_images(part: Part, sections: Sequence[Section]) -> tuple[Image, ...]:
    """The pictures in order, each address once; part: the first page of the article.

    First those of the outlet's rule for `images`, else a figure around the headline, else the one the metadata names,
    with the caption of the unmarked box that shows it; then the text's.
    """
    address = part.page.address
    ruled = [absolute(address, str(value)) for value in part.rules.values("images")]
    figures = [Figure(url=url) for url in ruled if url]
    if not figures and part.headline is not None and part.content is not None:
        boxes = _lead(part.tree, part.headline.element, part.content.elements)
        figures = [figure for box in boxes if (figure := parse_figure(box, address)) and figure.url]
    inside = [block for section in sections for block in section.blocks if isinstance(block, Figure)]
    if not figures and not (inside and inside[0].url):
        named = absolute(address, part.metadata.first("og:image", "twitter:image"))
        lead = find_lead_picture(part) or Figure()
        figures = [msgspec.structs.replace(lead, url=named or lead.url)]
    found: dict[str, Image] = {}
    for figure in (*figures, *inside):
        if figure.url:
            image = Image(url=figure.url, alt=figure.alt, caption=figure.caption, credit=figure.credit)
            found.setdefault(figure.url, image)
    return tuple(found.values())


def _lead(tree: Tree, headline: _Element | None, body: Sequence[_Element]) -> Iterator[_Element]:
    """The boxes of pictures between headline and text, or above the headline where the theme says "featured"."""
    if headline is None or headline not in tree.spans:
        return
    top, start = tree.spans[headline][1], tree.spans[body[0]][0]
    boxes = [
        (first, -last, element)
        for element, (first, last) in tree.spans.items()
        if last <= start and _shows_picture(element, between=first >= top)
    ]
    taken: set[_Element] = set()
    for first, last, element in sorted(boxes, key=lambda box: box[:2]):
        if any(line.aside for line in tree.lines[first:-last]):
            continue
        if any(box in taken for box in element.iterancestors()):
            continue
        if next(element.iter("img", "amp-img"), None) is not None:
            taken.add(element)
            yield element


def _shows_picture(element: _Element, *, between: bool) -> bool:
    """Whether a box is one of a picture: by its tag or class between headline and text, else by "featured" alone."""
    if between and element.tag == "figure":
        return True
    classes, name = element.get("class") or "", element.get("id") or ""
    if not (classes or name) or not is_picture(classes, name):
        return False
    return between or "featured" in words_of(classes, name)
