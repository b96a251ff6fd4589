"""Lines that advertise something else inside a text, known by the literal phrases of data/promo.tsv."""

import re
from functools import cache

from crawler.reading.phrases import rows
from crawler.reading.processors.text import fold

# "2 dari 5 halaman" (2 of 5 pages), "Halaman 1/2", "Halaman: 1 2 3"
_PAGER = re.compile(r"\d{1,2}\s*(?:dari|of|/)\s*\d{1,2}\s*(?:halaman|pages?)|(?:halaman|page)\s*:?(?:\s*[\d/]{1,3})+")
_OPEN = "…"  # a phrase that ends so is the beginning of a line; one that also begins so may stand anywhere in it
_LINKED = "→ "  # a phrase that begins so counts only where the line is a link


def is_promo(text: str, linked: bool) -> bool:
    """Whether a line is no part of the article: "Baca juga: ..." (read also), "ADVERTISEMENT", "[Gambas:Video ...]".

    linked: the line, or all of it behind a label, is a link.
    """
    line = (fold(text) or "").casefold()
    if not line:
        return False
    whole, beginnings, inside = _table(linked)
    if line.rstrip(" :.") in whole or line.startswith(beginnings) or _PAGER.fullmatch(line):
        return True
    return len(line) < 300 and any(phrase in line for phrase in inside)


@cache
def _table(linked: bool) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    whole, beginnings, inside = set(), [], []
    for phrase, *_ in rows("promo"):
        if phrase.startswith(_LINKED) and not linked:
            continue
        phrase = phrase.removeprefix(_LINKED).casefold()
        if phrase.startswith(_OPEN):
            inside.append(phrase.strip(_OPEN))
        elif phrase.endswith(_OPEN):
            beginnings.append(phrase.removesuffix(_OPEN))
        else:
            whole.add(phrase)
    return frozenset(whole), tuple(beginnings), tuple(inside)
