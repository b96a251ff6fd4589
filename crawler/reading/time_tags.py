"""What a page's tags say of its times: meta tags, JSON-LD, <time>, microdata, scripts, and its address."""

import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

from lxml.etree import _Element

from crawler.reading.head import Surroundings
from crawler.reading.metadata import Metadata, as_text, types_of
from crawler.reading.own_boxes import is_others, is_own
from crawler.reading.time_lines import is_labelled
from crawler.reading.tree import Tree

Key = Literal["datePublished", "dateModified"]
_KNOWN: dict[Key, tuple[str, ...]] = {
    "datePublished": (
        "article:published_time", "og:article:published_time", "datepublished", "content_publisheddate", "pubdate",
        "publishdate", "publish-date", "published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued",
        "dcterms.created", "dc.date", "cxenseparse:recs:publishtime", "article.published", "date",
    ),
    "dateModified": (
        "article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified", "dc.date.modified",
    ),
}  # fmt: skip
# Papers' own names end alike: "dtk:publishdate", "xyz_news_pubdate", "bt:pubDate", "cXenseParse:publishtime".
_LIKE: dict[Key, re.Pattern[str]] = {
    "datePublished": re.compile(
        r"(?:.*[^a-z])?(?:pub(?:lish(?:ed|ing|)|lication|)|issued)[_.:-]?(?:date|time|at)(?:unix)?"
    ),
    "dateModified": re.compile(r"(?:.*[^a-z])?(?:modified|updated?|modification)[_.:-]?(?:date|time|at)"),
}
_LAST = ("date", "time", "at", "unix")
# The names under which systems hand the moment to their statistics: dataLayer, window objects, __NEXT_DATA__.
_VARIABLE = re.compile(
    r"""(?<![\w-])["']?(?:content_)?(?:(?:article|detail)_?)?(?:publish(?:ed)?_?(?:date|at|time)|date_?published|article_?date)["']?"""
    r"""\s*[:=]\s*["'](\d[^"'<>\n]{7,40})["']""",
    re.IGNORECASE,
)
_SCRIPT = 400_000  # characters of scripts that are looked through
# "/2026/11/23/", "/2026-11-23/", "/20261123-", "/20261123180509-4-": a year alone or an id of other digits is no date.
_IN_PATH = re.compile(
    r"(?<![^/_-])((?:19|20)\d\d)(?:([/-])(0[1-9]|1[0-2]|[1-9])\2(0[1-9]|[12]\d|3[01]|[1-9])"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d[0-5]\d|2[0-3][0-5]\d)?(?:[0-5]\d)?)(?=$|[/_-])"
)


def tagged_times(
    tree: Tree, metadata: Metadata, around: Surroundings, headline: _Element | None, key: Key
) -> Iterator[tuple[str, str]]:
    """Each tag's text of this time and the rule that gave it, the surest first."""
    known, like = _KNOWN[key], _LIKE[key]
    names = [name for name in known if name in metadata.meta]
    names += [name for name in metadata.meta if name.endswith(_LAST) and name not in known and like.fullmatch(name)]
    for name in names:
        yield metadata.meta[name][0], f"meta {name}"
    if said := as_text(metadata.article.get(key)) or _of_page(metadata, key):
        yield said, f"json-ld {key}"
    yield from _microdata(tree, headline, key)
    yield from _first_stamp(tree, around, headline, key)


def variables(tree: Tree) -> str | None:
    """The moment that the scripts of a page call its publication; None where they name several, as lists do."""
    found: set[str] = set()
    left = _SCRIPT
    for script in tree.sparse("script"):
        source = (script.text or "")[:left]
        left -= len(source)
        if ("ublish" in source or "rticle" in source) and "ld+json" not in (script.get("type") or ""):
            found.update(_VARIABLE.findall(source))
    return found.pop() if len(found) == 1 else None


def day_in(address: str) -> str | None:
    """The day that an address carries in its path, as "2026-11-23"; None where it carries none."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    if found := _IN_PATH.search(path):
        year, _, month, day, short_month, short_day = found.groups()
        return f"{year}-{month or short_month}-{day or short_day}"
    return None


def _of_page(metadata: Metadata, key: Key) -> str | None:
    """SEO plugins say the times of the WebPage where no article is described."""
    for node in metadata.nodes:
        if key in node and not {"WebPage", "ItemPage"}.isdisjoint(types_of(node)):
            return as_text(node[key])
    return None


def _microdata(tree: Tree, headline: _Element | None, key: Key) -> Iterator[tuple[str, str]]:
    """<span itemprop="datePublished" content="...">, <abbr itemprop=... title=...> of the article, not of a teaser."""
    for element in tree.having(key):
        scope = next((one for one in element.iterancestors() if one.get("itemscope") is not None), None)
        if scope is not None and headline is not None and headline not in scope.iterdescendants(str(headline.tag)):
            continue
        stamp = element.get("datetime") or element.get("content") or element.get("title") or element.text or ""
        if 8 <= len(stamp.strip()) <= 60:
            yield stamp, f"itemprop {key}"
            return


def _first_stamp(tree: Tree, around: Surroundings, headline: _Element | None, key: Key) -> Iterator[tuple[str, str]]:
    """The first of the article's own: a second one beside the headline is the time of the update, marked or not.

    Block themes print the date below the text, where dates of other articles and of the day stand as well.
    """
    stamps = list(_stamps(tree, key))
    beside = {line.owner for line in (*around.between, *around.above)}
    below = {line.owner: line.text for line in around.below}
    for element, stamp in stamps:
        if not beside.isdisjoint(element.iterancestors()) and not is_others(element, headline, lists=False):
            yield stamp, "time datetime"
            return
    for element, stamp in stamps:
        line = next((below[one] for one in element.iterancestors() if one in below), None)
        if line is not None and (is_own(element, headline) or is_labelled(line)):
            yield stamp, "time datetime"
            return


def _stamps(tree: Tree, key: Key) -> Iterator[tuple[_Element, str]]:
    """The <time> and <abbr> elements that may hold this time, with their machine-readable form."""
    for element in tree.sparse("time", "abbr"):
        stamp = element.get("datetime") or (element.get("title") if element.tag == "abbr" else None)
        classes, prop = (element.get("class") or "").lower(), element.get("itemprop") or ""
        other = "modified" in classes or "dateModified" in prop
        if not other and "datePublished" not in prop:  # a class "updated" alone is hAtom's, beside itemprop it is not
            other = "updated" in classes
            if other and "published" in classes:  # WordPress: "entry-date published updated" while both are the same
                other = key == "dateModified"
        if stamp and other == (key == "dateModified"):
            yield element, stamp
