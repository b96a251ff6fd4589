"""When an article was published and changed: what is printed around it, and what its metadata says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import msgspec
from lxml.etree import _Element

from archive.article import Clock, Disagreement
from archive.outlet import Outlet
from crawler.reading.head import Surroundings
from crawler.reading.metadata import Metadata, as_text
from crawler.reading.processors.clock import best, parse_clock
from crawler.reading.tree import Tree
from crawler.reading.walk import Line

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "content_publisheddate", "pubdate",
    "publishdate", "publish-date", "published_time", "parsely-pub-date", "dc.date.issued", "dcterms.created", "dc.date",
    "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified")
_LIKELY = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b|\b(?:detik|menit|jam|hari|minutes?|hours?|days?)\s+(?:yang\s+)?"
    r"(?:lalu|ago)\b|\bkemarin\b",
    re.IGNORECASE,
)
# "Diperbarui", "Diubah", "Pembaruan" = "updated"
_CHANGED = re.compile(
    r"(?:diperbar?ui|diperbaharui|diubah|pembaruan|\bupdated?|modified|terakhir diedit)\b", re.IGNORECASE
)
_BEGINS = re.compile(
    r"(?:\w+,?\s+)?\d{1,2}[\s/.-](?:[a-z]{3,9}|\d{1,2})[\s/.-]\d{4}|[a-z]{3,9}\s\d{1,2},\s\d{4}",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_SHORT = 70
_LONG = 160
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Times:
    """Both clocks, and the sources that contradict them."""

    published: Clock | None
    updated: Clock | None
    disagreements: tuple[Disagreement, ...]


def find_times(
    tree: Tree, metadata: Metadata, around: Surroundings, outlet: Outlet, now: datetime, ruled: dict[str, list[str]]
) -> Times:
    """The clocks of an article. now: when the page was fetched; ruled: what an outlet's own rules gave by field."""

    def clocks(texts: Iterator[tuple[str, str]]) -> list[Clock]:
        return [parse_clock(text, zone=outlet.tz, now=now, source=source) for text, source in texts]

    own = clocks((text, "rule") for text in ruled.get("published", ()))
    printed = [] if own else clocks(_printed(around, changed=False))
    if not own and all(clock.at is None for clock in printed):
        printed += clocks(_in_boxes(around))
    tagged = clocks(_tagged(tree, metadata, around, _PUBLISHED, "datePublished"))
    published, contradictions = best([*own, *_best_printed(printed), *(c for c in tagged if c.at)])
    changed = clocks((text, "rule") for text in ruled.get("updated", ())) or clocks(_printed(around, changed=True))
    wrong = _mislabelled(published, tagged)
    tagged = [
        _relabelled(clock, wrong, published)
        for clock in clocks(_tagged(tree, metadata, around, _UPDATED, "dateModified"))
    ]
    updated, more = best([*changed[:1], *(c for c in tagged if c.at)], "updated")
    return Times(_at_home(published, outlet), _at_home(updated, outlet), (*contradictions, *more))


def _mislabelled(published: Clock | None, tagged: list[Clock]) -> frozenset[timedelta | None]:
    """Offsets that tags give to the printed wall clock without meaning its moment: "...T11:38:00Z" for 11.38 WIB."""
    if published is None or published.at is None or published.text is None:
        return frozenset()
    here = published.at
    return frozenset(
        clock.at.utcoffset()
        for clock in tagged
        if clock.at and clock.at != here and abs(clock.at.replace(tzinfo=None) - here.replace(tzinfo=None)) < _MINUTE
    )


def _relabelled(clock: Clock, wrong: frozenset[timedelta | None], published: Clock | None) -> Clock:
    """A tag's clock under the printed zone where the page's tags have been found to mislabel it."""
    if clock.at is None or clock.at.utcoffset() not in wrong or published is None or published.at is None:
        return clock
    return msgspec.structs.replace(clock, at=clock.at.replace(tzinfo=published.at.tzinfo))


def _at_home(clock: Clock | None, outlet: Outlet) -> Clock | None:
    """The same moment at the outlet's offset where a tag gave it in another part of the world's."""
    if (
        clock is None
        or clock.at is None
        or timedelta(hours=7) <= (clock.at.utcoffset() or timedelta()) <= timedelta(hours=9)
    ):
        return clock
    offset = clock.at.astimezone(outlet.tz).utcoffset() or timedelta()
    return msgspec.structs.replace(clock, at=clock.at.astimezone(timezone(offset)))


def _best_printed(clocks: list[Clock]) -> list[Clock]:
    """The first printed line with a time of day, else the first with a day; the others belong to other things."""
    known = [clock for clock in clocks if clock.at is not None]
    fine = next((clock for clock in known if clock.precision in ("minute", "second", "hour")), None)
    if fine is not None:
        return [fine]
    return known[:1] or clocks[:1]


def _printed(around: Surroundings, *, changed: bool) -> Iterator[tuple[str, str]]:
    """Lines that may be the printed time, the likeliest place first."""
    for where, lines in (
        ("below headline", around.between),
        ("above headline", around.above[::-1]),
        ("below text", around.below),
    ):
        for line in lines:
            if _is_time(line):
                mark = _CHANGED.search(line.text)  # "06 Okt 2020, 22:25 WIB Diperbarui 06 Okt 2020, 23:10 WIB"
                at = mark.start() if mark else len(line.text)
                if part := line.text[at:] if changed else line.text[:at].strip():
                    yield part, f"line {where}"


def _in_boxes(around: Surroundings) -> Iterator[tuple[str, str]]:
    """Short lines together: bisnis.com prints month, day, year and time in boxes of their own."""
    short = " ".join(line.text for line in around.between if len(line.text) < 24 and not line.is_linked)
    if _LIKELY.search(short):
        yield short, "lines below headline"


def _is_time(line: Line) -> bool:
    """Whether a line may print the time; in a link it must begin with it, else it is a headline with a date in it."""
    if len(line.text) > _LONG or line.aside or _LIKELY.search(line.text) is None:
        return False
    if len(line.text) > _SHORT and not _HOURS.search(line.text):  # a caption: "... di Ambon, Selasa (22/2/2022)."
        return False
    return not line.is_linked or _BEGINS.match(line.text) is not None


def _tagged(
    tree: Tree, metadata: Metadata, around: Surroundings, names: tuple[str, ...], key: str
) -> Iterator[tuple[str, str]]:
    for name in names:
        for text in metadata.meta.get(name, ())[:1]:
            yield text, f"meta {name}"
    if said := as_text(metadata.article.get(key)):
        yield said, f"json-ld {key}"
    stamps = list(_stamps(tree, key))
    for lines in ((*around.above, *around.between), around.below):  # block themes print the date below the text
        owners = {line.owner for line in lines}
        for element, stamp in stamps:
            if key in (element.get("itemprop") or "") or any(one in owners for one in element.iterancestors()):
                yield stamp, "time datetime"
                return  # a second one beside the headline is the time of the update, marked or not


def _stamps(tree: Tree, key: str) -> Iterator[tuple[_Element, str]]:
    """The <time> and <abbr> elements that may hold this time, with their machine-readable form."""
    for element in tree.root.iter("time", "abbr"):
        stamp = element.get("datetime") or (element.get("title") if element.tag == "abbr" else None)
        mark = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        other = "updated" in mark or "modified" in mark
        if other and "published" in mark:  # WordPress: "entry-date published updated" while both are the same
            other = key == "dateModified"
        if stamp and other == (key == "dateModified"):
            yield element, stamp
