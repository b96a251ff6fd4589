"""The lead picture in a box that no mark tells: known by its name, with the line that stands below it alone."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec
from lxml.etree import _Element

from archive.article import Figure
from crawler.reading.head import squash
from crawler.reading.part import Part
from crawler.reading.processors import text as words
from crawler.reading.processors.credit import is_credit
from crawler.reading.processors.moment import DATE
from crawler.reading.processors.picture import picture, split_credit
from crawler.reading.processors.text import fold
from crawler.reading.tree import HEADINGS, Tree

_SIZE = re.compile(r"[-_](?:\d{2,4}x\d{2,4}|\d{2,4}_\d{2,4}|\d{3})$")  # "padi_663_382.jpg", "padi-800x400.jpg"
# What closes a caption: "Ilustrasi kebakaran. (Pixabay)".
_CREDITED = re.compile(r"(?:^|(?<=[.!?]))\s*\(([^()]{2,60})\)$")
_LONG = 350  # characters; no caption is longer


def find_lead_picture(part: Part) -> Figure | None:
    """The picture between headline and text that has the headline as its words, or the file of og:image, with caption
    and credit where they stand in its box or right behind it; None where it has neither.

    detik.com's `pic_artikel` holds both, Metrotvnews and viva.co.id print the line in a box behind the picture.
    """
    headline, content = part.headline, part.content
    if headline is None or headline.element not in part.tree.spans or content is None:
        return None
    within = part.tree.spans[headline.element][1], part.tree.spans[content.elements[0]][0]
    title = squash(headline.text)
    named = _stem(part.metadata.first("og:image", "twitter:image") or "")
    for image in part.tree.root.iter("img", "amp-img"):
        if squash(image.get("alt") or "") != title and not (named and _is_file(image, named)):
            continue
        text = next((text for box in _boxes(image, part.tree) if (text := _caption(box, part.tree, within))), None)
        if text and (found := picture(image, part.page.address)):
            caption, credit = split_credit(text)
            if caption and not credit and (closing := _CREDITED.search(caption)):
                caption, credit = fold(caption[: closing.start()]), fold(closing[1])
            return msgspec.structs.replace(found, caption=caption, credit=credit)
    return None


def _boxes(image: _Element, tree: Tree) -> Iterator[_Element]:
    """The smallest box around a picture that prints something, else what stands right behind the picture."""
    inner = image
    around = image.getparent()
    while around is not None and not tree.lines_of(around):
        inner, around = around, around.getparent()
    if around is not None:
        yield around
    behind = (one for one in inner.itersiblings() if isinstance(one.tag, str) and one.tag not in ("br", "script"))
    if (first := next(behind, None)) is not None and first.tag not in HEADINGS and tree.lines_of(first):
        yield first


def _caption(box: _Element, tree: Tree, within: tuple[int, int]) -> str | None:
    """The line or two of a box between headline and text that end like a caption: with a credit in brackets."""
    start, end = tree.spans[box]
    lines = tree.lines[start:end]
    if start < within[0] or end > within[1] or len(lines) > 2 or any(line.aside or line.is_linked for line in lines):
        return None
    text = fold(words.of(box))
    if text is None or len(text) > _LONG or is_credit(text) or DATE.search(text.rpartition("(")[2]):
        return None
    return text if text.endswith(")") or split_credit(text)[1] else None


def _is_file(image: _Element, stem: str) -> bool:
    """Whether an <img> shows the file of this name, in whatever size."""
    return any(stem in source and _stem(source) == stem for name in ("src", "data-src") if (source := image.get(name)))


def _stem(address: str) -> str:
    """The name of a picture's file without its size and ending."""
    try:
        name = urlsplit(address.strip()).path.rpartition("/")[2]
    except ValueError:
        return ""
    stem = _SIZE.sub("", name.rpartition(".")[0] or name)
    return stem if len(stem) > 5 else ""
