"""What a page says about itself: JSON-LD, OpenGraph, meta tags and links, read once."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml.etree import _Element

from crawler.reading.processors.text import fold

Node = Mapping[str, Any]

ARTICLE_TYPES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReviewNewsArticle",
        "AskPublicNewsArticle",
        "AdvertiserContentArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "SocialMediaPosting",
        "TechArticle",
        "Report",
        "ScholarlyArticle",
    ]
)
_DEPTH = 12  # deeper than any page we know nests its nodes; a hostile one must not exhaust the stack
_WRAPPERS = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|^\s*//.*$", re.MULTILINE)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
# What is fished out of JSON-LD that does not parse: unescaped quotes in the text are the usual fault.
_STRAY = re.compile(
    r'"(headline|datePublished|dateModified|articleSection|@type)"\s*:\s*"((?:[^"\\\r\n]|\\.){1,500})"', re.ASCII
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What stands in the head of a page, and in its JSON-LD.

    nodes: every JSON-LD object in document order, nested ones too; article: the one that describes the article, {} when
    none does; meta: content of each meta tag by its lower-case property, name or itemprop; links: addresses by rel;
    title: the <title>; feed_titles: of the feeds it names; language: the declared one. All texts are folded.
    """

    nodes: tuple[Node, ...] = ()
    article: Node = field(default_factory=dict)
    meta: Mapping[str, Sequence[str]] = field(default_factory=dict)
    links: Mapping[str, Sequence[str]] = field(default_factory=dict)
    title: str | None = None
    feed_titles: Sequence[str] = ()
    language: str | None = None

    def first(self, *names: str) -> str | None:
        """The first content of the first of these meta tags that is there."""
        for name in names:
            if values := self.meta.get(name):
                return values[0]
        return None

    def said(self, key: str) -> str | None:
        """A text property of the article's JSON-LD node."""
        return as_text(self.article.get(key))

    @property
    def site_names(self) -> tuple[str, ...]:
        """How the site names itself: og:site_name, application-name, the publisher, its feeds ("Warta Kota » Feed")."""
        publisher = as_text(self.article.get("publisher"))
        feeds = (title.partition("»")[0].strip() for title in self.feed_titles if "»" in title)
        names = (self.first("og:site_name"), self.first("application-name"), publisher, *feeds)
        return tuple(dict.fromkeys(name for name in names if name))


def parse_metadata(root: _Element) -> Metadata:
    """Reads the metadata of a page in one pass. Never raises."""
    meta: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}
    nodes: list[Node] = []
    feeds: list[str] = []
    title = None
    for element in root.iter("meta", "link", "script", "title"):
        tag = element.tag
        if tag == "meta":
            _add_meta(element, meta)
        elif tag == "link":
            href = (element.get("href") or "").strip()
            for rel in (element.get("rel") or "").lower().split():
                links.setdefault(rel, []).append(href)
            if (element.get("type") or "").endswith(("/rss+xml", "/atom+xml")) and (
                named := fold(element.get("title"))
            ):
                feeds.append(named)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower():
                nodes.extend(_flatten(parse_json(element.text or "")))
        elif title is None and (parent := element.getparent()) is not None and parent.tag != "svg":
            title = fold(element.text)
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    language = declared or next(iter(meta.get("og:locale", meta.get("content-language", ()))), None)
    return Metadata(
        nodes=tuple(nodes),
        article=_article(nodes),
        meta=meta,
        links=links,
        title=title,
        feed_titles=feeds,
        language=fold(language),
    )


def parse_json(source: str) -> list[Any]:
    """The JSON values of a script, tolerant of what newspapers' systems write; [] when nothing can be had of it.

    Comments and CDATA marks around it, control characters in strings, trailing commas, several values one after another
    are read; of JSON that stays broken, single properties are fished out.
    """
    source = source.replace("\x00", "").strip().removeprefix("\ufeff")
    for text in (source, _TRAILING_COMMA.sub("", _WRAPPERS.sub("", source)).strip().rstrip(";")):
        values = _decode(text)
        if values:
            return values
    found: dict[str, str] = {}
    for key, value in _STRAY.findall(source):
        found.setdefault(key, value)
    return [found] if found else []


def as_text(value: Any) -> str | None:
    """A folded text of a JSON-LD value: of a list its first, of an object its name, address or @value."""
    for _ in range(_DEPTH):
        if isinstance(value, str):
            return fold(value)
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("name") or value.get("url") or value.get("@value") or value.get("@id")
        else:
            return str(value) if isinstance(value, int | float) else None
    return None


def as_texts(value: Any) -> tuple[str, ...]:
    """The folded texts of a JSON-LD value that may be one or several."""
    values = value if isinstance(value, list) else [value]
    return tuple(text for item in values if (text := as_text(item)))


def types_of(node: Node) -> frozenset[str]:
    """The @types of a node, without the address of the vocabulary."""
    return frozenset(name.rpartition("/")[2] for name in as_texts(node.get("@type")))


def _add_meta(element: _Element, meta: dict[str, list[str]]) -> None:
    content = fold(element.get("content"))
    if content is None:
        return
    names = {element.get(key) for key in ("property", "name", "itemprop", "http-equiv")}
    for name in names:
        if name:
            meta.setdefault(name.strip().lower(), []).append(content)


def _decode(text: str) -> list[Any]:
    decoder = json.JSONDecoder(strict=False)
    values, at = [], 0
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):  # ValueError: also a number of more digits than Python converts
            break
        values.append(value)
        while at < len(text) and (text[at].isspace() or text[at] in ",;"):
            at += 1
    return values


def _flatten(values: Sequence[Any]) -> Iterator[Node]:
    """Every object of these values, outer before inner, in their order."""
    stack = [(value, 0) for value in reversed(values)]
    while stack:
        value, depth = stack.pop()
        if depth > _DEPTH:
            continue
        if isinstance(value, dict):
            yield value
            stack.extend((item, depth + 1) for item in reversed(value.values()) if isinstance(item, dict | list))
        elif isinstance(value, list):
            stack.extend((item, depth + 1) for item in reversed(value))


def _article(nodes: Sequence[Node]) -> Node:
    """The node that says most about the article; several scripts often describe it, some of them hardly."""
    candidates = [node for node in nodes if not ARTICLE_TYPES.isdisjoint(types_of(node))]
    known = ("headline", "datePublished", "author", "publisher", "articleBody", "dateModified")
    best = max(candidates, key=lambda node: sum(key in node for key in known), default=None)
    if best is not None:
        return best
    return next((node for node in nodes if "headline" in node and "datePublished" in node), {})
