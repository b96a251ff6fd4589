"""Whose date it is that stands beside a text: the article's own, or that of a list, a neighbour or the day."""

from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element

from crawler.reading.marks import words_of

_OTHERS = frozenset({"nav", "aside"})
_RELATED = frozenset(
    {
        *(
            "related",
            "terkait",
            "rekomendasi",
            "recommended",
            "recommendation",
            "recommendations",
            "populer",
            "popular",
        ),
        *("terpopuler", "trending", "terkini", "terbaru", "latest", "lainnya", "sidebar", "widget", "widgets"),
    }
)
_PUBLICATION = frozenset(
    {"published", "publish", "posted", "publishdate", "pubdate", "terbit", "tayang", "meta", "byline"}
)
# "entry-date", "wp-block-post-date", "article__time": "date" alone may be today's.
_KINDS, _DATES = (
    frozenset({"entry", "post", "article", "news"}),
    frozenset({"date", "time", "tanggal", "waktu", "footer"}),
)
_NEAR = 4  # boxes around a date whose classes speak of it


def is_others(element: _Element, headline: _Element | None, *, lists: bool) -> bool:
    """Whether a date stands in navigation, an aside, a related list or another article than the headline does.

    lists: whether every list item is one; beside the headline lists hold the author, the date and the rubric.
    """
    for box in _boxes(element, headline):
        if box.tag in _OTHERS or box.tag == "article" or (lists and box.tag == "li"):
            return True
        if not _RELATED.isdisjoint(_words(box)):
            return True
    return False


def is_own(element: _Element, headline: _Element | None) -> bool:
    """Whether a date below a text stands in the article's own footer, or is marked as the time of publication."""
    boxes = list(_boxes(element, headline))
    if not boxes or is_others(element, headline, lists=True):
        return False
    for box in islice(boxes, _NEAR):
        words = _words(box)
        if not _PUBLICATION.isdisjoint(words) or not (_KINDS.isdisjoint(words) or _DATES.isdisjoint(words)):
            return True
    if "datePublished" in (element.get("itemprop") or ""):
        return True
    return any(box.tag in ("footer", "header") for box in boxes) and _in_article(boxes[-1])


def _boxes(element: _Element, headline: _Element | None) -> Iterator[_Element]:
    """The element and what it stands in, up to what holds the headline as well."""
    shared = set(headline.iterancestors()) if headline is not None else set()
    for box in (element, *element.iterancestors()):
        if box in shared or box.tag == "body":
            return
        yield box


def _in_article(outermost: _Element) -> bool:
    """Whether what holds both the headline and this box lies in an <article>: the footer of a site does not."""
    return next(outermost.iterancestors("article"), None) is not None


def _words(box: _Element) -> frozenset[str]:
    classes, name = box.get("class"), box.get("id")
    return words_of(classes or "", name or "") if classes or name else frozenset()
