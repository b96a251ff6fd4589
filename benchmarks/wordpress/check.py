"""Compares what was kept with what was posted, check by check."""

import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from elements import NextPage, read
from posts import AUTHORS, Post
from server import ABOUT, Setting

_MARKER = re.compile(r"\bq[a-z]{7,}\b")  # the words of posts.Words.marker


@dataclass(frozen=True)
class Failure:
    """One value that is not as posted."""

    slug: str
    check: str
    expected: Any
    got: Any


@dataclass
class Report:
    """Counts of right and all by check, what went wrong, and the archive's own figures after the first crawl."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)

    def see(self, slug: str, check: str, expected: Any, got: Any) -> None:
        """Counts one comparison."""
        self.total[check] += 1
        if expected == got:
            self.right[check] += 1
        else:
            self.failures.append(Failure(slug, check, expected, got))


def truth(post: Post, setting: Setting) -> dict[str, Any]:
    """What a reader should read of a post on this site, in the form of JSON."""
    elements, pages = post.elements, post.pages
    if pages > 1 and post.editor == "classic" and setting.theme != "twentytwentyone":
        # A block theme prints the links to further pages only below a page-break block (blocks/post-content.php asks
        # has_block): what the classic editor wrote ends after its first page for every reader.
        elements, pages = elements[: elements.index(NextPage())], 1
    body = read(elements)
    at = datetime.fromisoformat(post.at).replace(tzinfo=ZoneInfo(setting.zone))
    states = ["login_required" if setting.registration else "open"]
    if not post.open:  # block themes print nothing at all where there are no comments either
        states = ["closed"] if post.comments else ["closed", "absent"]
    prose = " ".join([*body.lines, *(heading for heading, _ in body.headings)])
    names = [*body.captions, *(caption for caption in (post.featured,) if caption)]
    others = [*names, ABOUT, *(text for comment in post.comments for text in (comment.author, comment.text))]
    others += [json.dumps([asdict(element) for element in post.elements])]  # alternative texts, captions of galleries
    return {
        "slug": post.slug,
        "kept": post.kept,
        "headline": post.headline,
        "dateline": {k: v for k, v in asdict(post.dateline).items() if k in ("text", "place", "agency")}
        if post.dateline
        else None,
        "headings": [heading for heading, _ in body.headings],
        "levels": [level for _, level in body.headings],
        "body": body.lines,
        "captions": body.captions,
        "cites": body.cites,
        "promos": body.promos,
        "signoff": post.signoff or None,
        "author": AUTHORS[post.author],
        "published": at.isoformat(timespec="minutes"),
        "form": states,
        "rubric": post.category,
        "tags": sorted(post.tags),
        "pages": [pages, True],
        "not_in_prose": sorted(
            {word for text in others for word in _MARKER.findall(text)} - set(_MARKER.findall(prose))
        ),
    }


def _fold(text: str | None) -> str:
    return " ".join((text or "").split())


def lines(article: dict[str, Any]) -> list[str]:
    """The prose of a kept article, one line a paragraph, printed line, quote, item and cell."""
    found: list[str] = []
    for section in article["sections"]:
        for block in section["blocks"]:
            kind = block["kind"]
            if kind in ("paragraph", "quote"):
                found += block["text"].split("\n")
            elif kind == "list":
                found += block["items"]
            elif kind == "table":
                found += [cell for row in block["rows"] for cell in row]
    return [folded for line in found if (folded := _fold(line))]


def _blocks(article: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    return (block for section in article["sections"] for block in section["blocks"] if block["kind"] == kind)


def _dateline(value: dict[str, Any] | None) -> Any:
    """Places are compared without regard to capitals: JAYAPURA and Jayapura are the same place."""
    if value is None:
        return None
    return [_fold(value["text"]), (value["place"] or "").casefold(), value["agency"]]


def _minutes(clock: dict[str, Any] | None) -> str | None:
    at = (clock or {}).get("at")
    return datetime.fromisoformat(at).isoformat(timespec="minutes") if at else None


def _one(report: Report, expected: dict[str, Any], article: dict[str, Any], address: str) -> None:
    slug, sections = expected["slug"], article["sections"]

    def see(check: str, wanted: Any, got: Any) -> None:
        report.see(slug, check, wanted, got)

    if expected["headline"]:
        see("headline", expected["headline"], _fold(article["headline"]))
    see("url", address, article["url"])
    see("dateline", _dateline(expected["dateline"]), _dateline(article["dateline"]))
    headed = [section for section in sections if section["heading"]]
    see("headings", expected["headings"], [_fold(section["heading"]) for section in headed])
    if expected["headings"] and len(headed) == len(expected["levels"]):
        pairs = zip(expected["levels"], headed, strict=True)
        see("levels", expected["levels"], [level and section["level"] for level, section in pairs])
    see("body", [_fold(line) for line in expected["body"]], lines(article))
    prose = " ".join([*lines(article), *(section["heading"] or "" for section in sections), article["headline"]])
    see("prose clean", [], [word for word in expected["not_in_prose"] if word in prose])
    people = (article["byline"] or {}).get("people", ())
    writers = [] if expected["author"].startswith("Redaksi") else [expected["author"]]  # a newsroom is nobody
    see("byline", writers, [person["name"] for person in people if person["role"] not in ("editor",)])
    see("published", expected["published"], _minutes(article["published"]))
    state = article["comment_form"]["state"]
    see("comment form", state if state in expected["form"] else expected["form"], state)
    see("pages", expected["pages"], [article["pages"]["joined"], article["pages"]["complete"]])
    see("rubric", expected["rubric"], article["rubric"])
    see("tags", expected["tags"], sorted(article["tags"]))
    if expected["signoff"]:
        see("signoff", expected["signoff"], article["signoff"])
    if expected["promos"]:
        titles = [promo["text"] for promo in article["promos"]]
        see("promos", [], [title for title in expected["promos"] if not any(title in text for text in titles)])
    if expected["captions"]:
        captions = [_fold(figure["caption"]) for figure in _blocks(article, "figure")]
        see("captions", [], [c for c in expected["captions"] if not any(got and c.startswith(got) for got in captions)])
    if expected["cites"]:
        see("cites", expected["cites"], [quote["cite"] for quote in _blocks(article, "quote") if quote["cite"]])


def compare(truths: Iterable[dict[str, Any]], places: dict[str, Any], articles: list[dict[str, Any]]) -> Report:
    """The report on all posts: each kept exactly once and as posted, and nothing else kept."""
    report = Report()
    by_post: dict[str, list[dict[str, Any]]] = defaultdict(list)
    slugs = {html.unescape(place["url"]).rstrip("/"): slug for slug, place in places.items()}
    strangers = []
    for article in articles:
        slug = slugs.get(article["url"].rstrip("/"))
        if slug:
            by_post[slug].append(article)
        else:
            strangers.append(article["url"])
    for expected in truths:
        kept, slug = by_post[expected["slug"]], expected["slug"]
        if expected["kept"] and not expected["headline"]:
            continue  # a post without a title may be refused: a headline is a must
        if expected["kept"]:
            report.see(slug, "kept once", 1, len(kept))
            if kept:
                _one(report, expected, kept[0], places[slug]["url"])
        else:
            report.see(slug, "not kept", 0, len(kept))
    report.see("(other pages)", "nothing else kept", [], strangers)
    return report
