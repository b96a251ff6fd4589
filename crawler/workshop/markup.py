"""Invents the words of a page's tree: its texts, attributes and JSON; the markup that rules read stays."""

import json
import re

from lxml.etree import _Element

from crawler.reading.walk import Walk
from crawler.workshop.invent import Inventor
from crawler.workshop.joins import pairs, tell_joins
from crawler.workshop.labels import labels_in, moved
from crawler.workshop.runs import Slot, runs

_TAGS = (
    "a abbr address amp-iframe amp-img amp-twitter amp-youtube area article aside audio b base blockquote body br"
    " button canvas caption center cite code col colgroup data dd del details dfn dialog div dl dt em embed"
    " fb:comments fb:like fieldset figcaption figure font footer form frame frameset g:plusone h1 h2 h3 h4 h5 h6 head"
    " header hr html i iframe img input ins label legend li link main map mark meta nav noframes object ol optgroup"
    " option p param picture pre progress q s samp script section select small source span strike strong sub summary"
    " sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr"
)
_TAG_NAMES = frozenset(_TAGS.split())
_AS_IS = (
    "rel type property itemprop itemscope lang xml:lang charset http-equiv method role width height colspan rowspan"
    " required aria-required aria-hidden hidden align valign border dir start datetime itemid sizes target"
)
_NAMES = "class id name for"
_ADDRESSES = (
    "href src action cite poster data-src data-original data-lazy-src data-lazy data-href data-url data-full itemtype"
)
_SETS = "srcset data-srcset"
_TEXTS = "title alt content aria-label value placeholder label summary data-title data-caption data-desc data-text"
# Which kind of value an attribute has; one that is not named here is left out.
_KIND = {
    name: kind
    for kind, names in (
        ("as is", _AS_IS), ("name", _NAMES), ("address", _ADDRESSES), ("set", _SETS), ("text", _TEXTS),
        ("style", "style"),
    )
    for name in names.split()
}  # fmt: skip
_SIZES = 2  # of the ten or more sizes in which a picture is offered
_LONGEST = 2000  # characters of an attribute that is worth keeping; only a description may be longer
_META_NAME = re.compile(r"[\w:.-]{1,60}")
_SCHEMA = ("http://schema.org/", "https://schema.org/")
_PLAIN = re.compile(r"[\w:#%./+;=-]{0,60}")
_LINK_TYPES = re.compile(r"[a-z-]{2,24}(?:\s+[a-z-]{2,24}){0,6}\s*", re.IGNORECASE)
_CAPITALS = re.compile(r"\b[A-Z][a-z]+(?:\s+[A-Z][a-z]+)+\b")
_STYLE = re.compile(r"(?:display|visibility|font-weight)\s*:\s*[\w-]{1,20}", re.IGNORECASE)
# <meta> whose content is no text of the page; the others that rules may read are taken for text.
_META = re.compile(
    r"viewport|robots|og:type|og:locale|twitter:card|content-(?:type|language)|content_tier|content_access|generator"
)
_TOKENS = re.compile(
    r"verif|app_?id|fb:|pages|csrf|token|validate|alexa|pinterest|yandex|msapplication|adx|tracking|dable:item_id|user"
)
_LINKS = frozenset(
    {"canonical", "amphtml", "alternate", "next", "prev", "shortlink", "image_src", "author", "tag", "category"}
)
_DATED = re.compile(r"date|time|publish|modif", re.IGNORECASE)
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r"[ \t\r\f]*\n\s*|[ \t\r\f]{2,}")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?')
_KEY = re.compile(r"[@\w:-]{1,40}")
_ID = re.compile(r"\d{4,}")
_ABOUT = re.compile(r"(?i)((?:tag|category|author|term|topic|kategori|penulis|keyword)s?-)(.+)")


class Markup:
    """A page's tree whose words are to be invented, in place."""

    def __init__(self, root: _Element, inventor: Inventor) -> None:
        self._root = root
        self._invent = inventor
        self._said = frozenset(pairs(line.text for line in Walk(root).lines))
        tell_joins(root, self._said, inventor)

    def invent(self) -> None:
        """Every text, attribute and script of the tree."""
        for element in list(self._root.iter()):
            self._leave_out(element)
        for element in self._root.iter():
            if not isinstance(element.tag, str):
                continue
            if element.tag not in _TAG_NAMES:
                element.tag = "span"
            if element.tag == "script":
                element.text = _within_script(self._json(element.text or ""))
            self._attributes(element)
        for run in list(runs(self._root)):
            self._run(run)
        _say_utf8(self._root)

    def _leave_out(self, element: _Element) -> None:
        """Takes out what no rule reads."""
        if element.tag == "svg":
            for child in list(element):
                element.remove(child)
            element.text = None
        elif _is_unread(element):
            _remove(element)

    def _run(self, run: list[Slot]) -> None:
        """The texts of a run; only all of it tells which of its words are a label's."""
        texts = [_SPACES.sub(_one_space, _legal(slot.text)) for slot in run]
        labels, at = labels_in("".join(texts)), 0
        for slot, text in zip(run, texts, strict=True):
            setattr(slot.element, slot.where, self._invent.text(text, labels=moved(labels, at)))
            at += len(text)

    def _attributes(self, element: _Element) -> None:
        pairs = [(str(name).lower(), str(value)) for name, value in element.attrib.items()]
        element.attrib.clear()
        named = next((value for name, value in pairs if name in ("property", "name", "itemprop") and value), "")
        for name, value in pairs:
            made = self._attribute(str(element.tag), name, _legal(value), named)
            if made is not None:
                element.set(name, made)

    def _attribute(self, tag: str, name: str, value: str, named: str) -> str | None:
        """The value of an attribute, None for one to leave out. named: what the element says that it is."""
        kind = _KIND.get(name)
        if tag == "meta" and name in ("property", "name", "itemprop", "http-equiv"):
            return value if _META_NAME.fullmatch(value) else self._invent.text(value)
        if kind == "name":
            return " ".join(map(self._name, self._unnamed(value).split()))
        if name == "rel":  # some themes keep a share link in it
            return value if _LINK_TYPES.fullmatch(value) else None
        if kind == "address":
            return value if value.startswith(_SCHEMA) else self._invent.address(value)
        if kind == "set":
            return ", ".join([self._source(part) for part in value.split(",") if part.strip()][:_SIZES])
        if kind == "style":
            return ";".join(_STYLE.findall(value)) or None
        if kind == "as is" and len(value) < 200:
            return value if _PLAIN.fullmatch(value) else self._invent.text(value)
        if name == "content" and _META.search(named.lower()):
            return value if len(value) < 200 else None
        if kind == "text" and (len(value) < _LONGEST or name == "content"):
            return self._value(value, epochs=bool(_DATED.search(named)))
        return None

    def _value(self, value: str, *, epochs: bool = False) -> str:
        if value.lower().startswith(("http://", "https://", "//")) and " " not in value.strip():
            return self._invent.address(value)
        return self._invent.text(value, epochs=epochs)

    def _source(self, part: str) -> str:
        address, _, size = part.strip().partition(" ")
        size = size if _PLAIN.fullmatch(size) and len(size) < 8 else "1x"
        return f"{self._invent.address(address)} {size}".rstrip()

    def _unnamed(self, value: str) -> str:
        """Classes less those that are somebody's name: "profile-header Siti Aminah"."""
        return _CAPITALS.sub(lambda found: self._invent.text(found[0]), value)

    def _name(self, token: str) -> str:
        """A class or id; what it says about the article's subject is invented: "tag-banjir", "penulis-siti-aminah"."""
        about = _ABOUT.fullmatch(token)
        if about and not re.search("[A-Z]|__", about[2]):
            return about[1] + self._invent.text(about[2])
        if len(token) > 80 or not self._said.isdisjoint(pairs([token])):
            return self._invent.text(token)
        return _ID.sub(lambda found: self._invent.text(found[0]), token)

    def _json(self, source: str) -> str:
        """JSON, broken or whole, with the words of its values invented."""
        made: list[str] = []
        at, key = 0, ""
        for string in _STRING.finditer(source):
            made.append(self._invent.text(source[at : string.start()], epochs=bool(_DATED.search(key))))
            if string[2] and _KEY.fullmatch(string[1]):
                key = string[1]
                made.append(string[0])
            else:
                made.append(f"{self._string(string[1], key)}{string[2] or ''}")
            at = string.end()
        return "".join((*made, self._invent.text(source[at:])))

    def _string(self, inner: str, key: str) -> str:
        if key in ("@type", "@context") and len(inner) < 60:
            return f'"{inner}"'
        try:
            told = json.loads(f'"{inner}"', strict=False)
        except ValueError:
            told = re.sub(r"\\.", " ", inner)
        return json.dumps(_legal(self._value(told, epochs=bool(_DATED.search(key)))), ensure_ascii=False)


def _is_unread(element: _Element) -> bool:
    """Comments, styles, scripts but JSON-LD, and what the head says to browsers and to other companies."""
    tag = element.tag
    if not isinstance(tag, str) or tag in ("style", "noscript"):
        return True
    if tag == "script":
        return "ld+json" not in (element.get("type") or "").lower()
    if tag == "link":
        return _LINKS.isdisjoint((element.get("rel") or "").lower().split())
    named = _meta_name(element) if tag == "meta" else ""
    return _TOKENS.search(named) is not None and _DATED.search(named) is None


def _within_script(source: str) -> str:
    """No end tag inside, which would end the script."""
    return _legal(source).replace("</", "<\\/").replace("<!--", "").replace("-->", "")


def _meta_name(element: _Element) -> str:
    return " ".join(element.get(key) or "" for key in ("property", "name", "itemprop", "http-equiv")).lower()


def _legal(text: str) -> str:
    return _ILLEGAL.sub(" ", text)


def _one_space(found: re.Match[str]) -> str:
    return "\n" if "\n" in found[0] else " "


def _remove(element: _Element) -> None:
    """Takes an element out and leaves the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _say_utf8(root: _Element) -> None:
    """The declared encoding is that of the frozen file."""
    for meta in list(root.iter("meta")):
        if meta.get("charset") or (meta.get("http-equiv") or "").lower() == "content-type":
            _remove(meta)
    head = root.find("head")
    if head is not None:
        head.insert(0, head.makeelement("meta", {"charset": "utf-8"}))
