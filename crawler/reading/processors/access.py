"""Whether an article is free to read or stands behind a paywall, as far as the page says."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from archive.article import Access
from crawler.reading.metadata import Metadata
from crawler.reading.phrases import rows
from crawler.reading.tree import Tree

_YES = frozenset({"true", "1", "yes", "http://schema.org/true", "https://schema.org/true"})
_NO = frozenset({"false", "0", "no", "http://schema.org/false", "https://schema.org/false"})
# What the papers and their systems write for the tier of a text: "article:content_tier" is Facebook's, the others are
# their own ("content_access", "is_premium").
_TIERS = ("article:content_tier", "content_tier", "content_access", "access", "is_premium", "premium", "paywall")
_PAID = frozenset({"locked", "metered", "premium", "vip", "plus", "subscriber", "paid", "freemium"}) | _YES
# Words of a class or id that make a box a wall over the rest of the text. A mere "premium" in a menu is none.
_BOXES = frozenset({"div", "section"})
_WALL = re.compile(
    r"(?:^|[\s_-])(?:paywall|metered-?wall|reg-?wall|subscribe-?wall|locked-?content|konten-?premium)(?:$|[\s_-])"
)


def parse_access(metadata: Metadata, tree: Tree, printed: Iterable[str] = (), labels: Iterable[str] = ()) -> Access:
    """Gives "paywalled" where JSON-LD, a meta tag, a box over the text or printed words say so; "free" where JSON-LD or
    a meta tag says that; "unknown" where nothing does, as on most papers.

    printed: lines in and right below the text; labels: lines beside the headline.
    """
    said = [_truth(node.get("isAccessibleForFree")) for node in (metadata.article, *metadata.nodes)]
    if False in said:
        return "paywalled"
    tiers = {value.casefold() for name in _TIERS for value in metadata.meta.get(name, ())}
    if tiers & _PAID or _has_wall(tree) or says_wall(printed, labels):
        return "paywalled"
    return "free" if True in said or "free" in tiers else "unknown"


def says_wall(printed: Iterable[str], labels: Iterable[str]) -> bool:
    """Whether a line says that the rest is for subscribers ("Artikel ini khusus pelanggan"), or a label ("Premium")."""
    walls, known = wall_lines(), _labels()
    if any(label.strip(" :*").casefold() in known for label in labels if len(label) < 30):
        return True
    return any(line[:60].casefold().startswith(walls) for line in printed)


@cache
def wall_lines() -> tuple[str, ...]:
    """The beginnings of lines that say a text is for subscribers, lower case."""
    return tuple(phrase for how, phrase, *_ in rows("paywall") if how == "line")


@cache
def _labels() -> frozenset[str]:
    return frozenset(phrase for how, phrase, *_ in rows("paywall") if how == "label")


def _truth(value: object) -> bool | None:
    """A JSON-LD truth value, which papers write as true, "True" and "https://schema.org/True"."""
    word = str(value).strip().casefold()
    return True if word in _YES else False if word in _NO else None


def _has_wall(tree: Tree) -> bool:
    named = (*tree.classes.items(), *tree.ids.items())
    return any(box.tag in _BOXES for mark, boxes in named if _is_wall(mark) for box in boxes)


@lru_cache(maxsize=8192)
def _is_wall(mark: str) -> bool:
    return _WALL.search(mark.lower()) is not None
