"""The class names and ids by which content systems mark the parts of a page, from data/marks.tsv."""

import re
from functools import cache, lru_cache

from crawler.reading.phrases import rows

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@cache
def marks(role: str) -> tuple[str, ...]:
    """The marks of a role ("body", "headline", "deck" ...), the surest first."""
    return tuple(mark for kind, mark, _ in rows("marks") if kind == role)


LEAVE_OUT = frozenset(marks("leave_out"))
CAPTION = frozenset(marks("caption"))
_REMARKS = frozenset(mark for kind, mark, of in rows("marks") if (kind, of) == ("leave_out", "comments"))
_BUILDERS = frozenset({"elementor", "sow"})  # Elementor, SiteOrigin
_WIDGETS = frozenset({"widget", "widgets"})
_TAG = frozenset({"tag"})
_SOFT = frozenset(marks("soft"))
_PICTURE = frozenset(marks("picture"))
_NOTICE = frozenset({"ralat", "koreksi", "correction", "corrections", "klarifikasi"})  # error, correction


@lru_cache(maxsize=8192)
def words_of(classes: str, name: str) -> frozenset[str]:
    """The lower-case words a class attribute and an id are made of: "readShare_box" gives read, share, box."""
    return frozenset(word.lower() for word in _WORD.findall(f"{classes} {name}"))


@lru_cache(maxsize=8192)
def is_aside(classes: str, name: str) -> bool:
    """Whether the words of a class and id say that the element holds no article text.

    Page builders call each paragraph a widget: "elementor-widget-text-editor"; a network of papers calls all of a photo
    page "photo-tag".
    """
    words = words_of(classes, name)
    if not _BUILDERS.isdisjoint(words):
        words -= _WIDGETS
    return not LEAVE_OUT.isdisjoint(words - _TAG if "photo" in words else words)


@lru_cache(maxsize=8192)
def is_remarks(classes: str, name: str) -> bool:
    """Whether the words of a class and id say that the element holds readers' comments."""
    return not _REMARKS.isdisjoint(words_of(classes, name))


@lru_cache(maxsize=8192)
def is_caption(classes: str, name: str) -> bool:
    """Whether the words of a class and id say that the element describes a picture."""
    return not CAPTION.isdisjoint(words_of(classes, name))


@lru_cache(maxsize=8192)
def is_soft(classes: str, name: str) -> bool:
    """Whether the words say that the element holds no text unless it holds sentences: page numbers, but also pages."""
    return not _SOFT.isdisjoint(words_of(classes, name))


@lru_cache(maxsize=8192)
def is_picture(classes: str, name: str) -> bool:
    """Whether the words say that the element holds a picture."""
    return not _PICTURE.isdisjoint(words_of(classes, name))


@lru_cache(maxsize=8192)
def is_notice_box(classes: str) -> bool:
    """Whether the words of a class say that the element holds a notice of a correction."""
    return not _NOTICE.isdisjoint(words_of(classes, ""))
