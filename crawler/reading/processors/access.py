"""Whether an article is free to read or stands behind a paywall, as far as the page says."""

import re
from functools import lru_cache

from lxml.etree import _Element

from archive.article import Access
from crawler.reading.metadata import Metadata

_YES = frozenset({"true", "1", "yes", "http://schema.org/true", "https://schema.org/true"})
_NO = frozenset({"false", "0", "no", "http://schema.org/false", "https://schema.org/false"})
# What the papers and their systems write for the tier of a text: "article:content_tier" is Facebook's, the others are
# their own ("content_access", "is_premium").
_TIERS = ("article:content_tier", "content_tier", "content_access", "access", "is_premium", "premium", "paywall")
_PAID = frozenset({"locked", "metered", "premium", "vip", "plus", "subscriber", "paid", "freemium"}) | _YES
# Words of a class or id that make a box a wall over the rest of the text. A mere "premium" in a menu is none.
_WALL = re.compile(
    r"(?:^|[\s_-])(?:paywall|metered-?wall|reg-?wall|subscribe-?wall|locked-?content|konten-?premium)(?:$|[\s_-])"
)


def parse_access(metadata: Metadata, root: _Element) -> Access:
    """Gives "paywalled" where JSON-LD, a meta tag or a box over the text says so, "free" where the page says that.

    "unknown" where it says nothing, which most papers do.
    """
    said = [_truth(node.get("isAccessibleForFree")) for node in (metadata.article, *metadata.nodes)]
    if False in said:
        return "paywalled"
    tiers = {value.casefold() for name in _TIERS for value in metadata.meta.get(name, ())}
    if tiers & _PAID or _has_wall(root):
        return "paywalled"
    return "free" if True in said or "free" in tiers else "unknown"


def _truth(value: object) -> bool | None:
    """A JSON-LD truth value, which papers write as true, "True" and "https://schema.org/True"."""
    word = str(value).strip().casefold()
    return True if word in _YES else False if word in _NO else None


def _has_wall(root: _Element) -> bool:
    return any(_is_wall(box.get("class") or "", box.get("id") or "") for box in root.iter("div", "section"))


@lru_cache(maxsize=8192)
def _is_wall(classes: str, name: str) -> bool:
    return _WALL.search(f"{classes} {name}".lower()) is not None
