"""Finds words of a page that stand elsewhere written together or cut off: in accounts, addresses and titles."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, product

from lxml.etree import _Element

from crawler.workshop.invent import Inventor
from crawler.workshop.kept import label_words, small_words

_WORDS = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"[^\W\d_]+$")
_TITLES = "//title/text() | //meta[contains(@property, 'title')]/@content | //h1//text()"
_MOST = 40  # titles that are compared with each other


def pairs(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Two words in succession, both of which will be invented."""
    for text in texts:
        for pair in pairwise(_WORDS.findall(text.lower())):
            if min(map(len, pair)) > 2 and (small_words() | label_words()).isdisjoint(pair):
                yield pair


def tell_joins(root: _Element, said: Iterable[tuple[str, str]], inventor: Inventor) -> None:
    """Tells which words may stand in one ("sitiaminah"), and in which a title is cut off ("... edisi spes")."""
    found = (" ".join(str(told).lower().split()) for told in root.xpath(_TITLES))
    titles = [title for title in found if len(title.split()) > 2][:_MOST]
    for pair in sorted({*said, *_with_small(titles)}):
        inventor.join(*pair)
    for short, whole in product(titles, titles):
        if whole.startswith(short) and whole[len(short) : len(short) + 1].isalpha():
            part = _LAST.search(short)
            word = _WORDS.match(whole, part.start()) if part else None
            if part and word and len(part[0]) > 1:
                inventor.cut(part[0], word[0])


def _with_small(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Two words in succession, one of which may be a small one: "Al-Kubang" is "alkubang" in the address."""
    for text in texts:
        for one, other in pairwise(_WORDS.findall(text)):
            if len(one) > 1 < len(other) and not {one, other} <= small_words():
                yield one, other
