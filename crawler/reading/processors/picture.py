"""Pictures, captions and embeds of a body as figures with absolute addresses."""

import re
from urllib.parse import urljoin

from lxml.etree import _Element

from archive.address import BadAddress, clean, site
from archive.article import Embed, Figure
from crawler.reading.marks import is_aside, words_of
from crawler.reading.processors import text as words
from crawler.reading.processors.text import fold

EMBEDS = frozenset({"iframe", "embed", "object", "video", "audio", "amp-iframe", "amp-youtube", "amp-twitter"})
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "src", "srcset")
# The sizes of banners stand in the names of their files.
_AD_SIZE = re.compile(r"(?<!\d)(?:728x90|970x90|970x250|468x60|320x50|320x100|160x600)(?!\d)")
_EMBED_MARKS = re.compile(r"twitter-(?:tweet|video|quote)|instagram-media|tiktok-embed|fb-(?:post|video)")
# Frames that show no content of another site but advertisements, and buttons.
_NO_EMBED = re.compile(
    r"doubleclick|googlesyndication|adserver|[/.]ads?[/.]|plugins/(?:like|share|page|follow|comments)|googletagmanager"
    r"|//widgets?\.[^/]+/(?!embed)"  # a paper's own surveys and tables of scores
)
# Buttons on a picture: "Perbesar" = enlarge, "Lihat Foto" = see the photo.
_BUTTON = re.compile(r"^(?:(?:perbesar|lihat foto|view gallery|zoom)\b\W*)+(?:\d+ photos?\b)?", re.IGNORECASE)
# What Instagram prints until its script has run.
_PLACEHOLDER = re.compile(
    r"view this post on instagram|lihat postingan ini di instagram|a post shared by |(?:sebuah )?(?:kiriman|postingan) "
    r"(?:yang )?(?:dibagikan|bersama|dibagi) ",
    re.IGNORECASE,
)
_CAPTIONS = frozenset({"caption", "captions", "keterangan", "imageinfo", "imgcaption", "imagecaption", "photocaption"})
_CREDITS = frozenset({"credit", "credits", "author", "source", "sumber", "copyright"})
# A credit that closes a caption: "... (Foto: Siti Aminah/Warta)", "... [Dok. Dinas Sosial]", "... Foto: Antara/Budi".
# "Foto" = photo, "Dok." = from the files of, "Sumber" = source, "Istimewa" = courtesy.
_CREDIT = re.compile(
    r"\s*(?:[(\[]\s*(?:(?:sumber\s+)?(?:foto|photo|sumber|source)\s*:\s*)?(?P<named>[^()\[\]]{2,100})[)\]]"
    r"|(?:^|(?<=[.!?\s]))(?:sumber\s+)?foto\s*:\s*(?P<bare>[^()\[\]]{2,100}))\.?$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"[(\[]\s*(?:(?:sumber\s+)?(?:foto|photo|sumber|source|dok|istimewa|ist|antara|afp|reuters|ap|getty)\b"
    r"|[^()]*\bfoto\b)",
    re.IGNORECASE,
)


def absolute(address: str, href: str | None) -> str | None:
    """An http address out of an attribute, None where it is none."""
    if not href or href.startswith(("data:", "javascript:", "#", "about:")):
        return None
    try:
        return clean(urljoin(address, href.strip()))
    except (BadAddress, ValueError):
        return None


def picture(image: _Element, address: str) -> Figure | None:
    """An <img> as a figure: lazy loaders keep the real address beside a blank one; None for counters and icons."""
    if _is_tiny(image):
        return None
    for name in _SOURCES:
        source = image.get(name)
        if source and (url := absolute(address, source.split(" ")[0])) and not _AD_SIZE.search(url):
            return Figure(url=url, alt=fold(image.get("alt")))
    return None


def parse_figure(element: _Element, address: str) -> Figure | None:
    """A <figure>, or whatever else holds a picture and its caption; None where it has neither.

    A caption that no mark tells is all of its text, less the credit.
    """
    images = (img for img in element.iter("img", "amp-img") if not _in_share_bar(img, element))
    image = next((found for img in images if (found := picture(img, address))), None)
    caption, credit = None, None
    for inner in element.iter("figcaption", "p", "div", "span", "td", "small", "em", "cite"):
        mark = words_of(inner.get("class") or "", inner.get("id") or "")
        if inner.tag == "figcaption" or not mark.isdisjoint(_CAPTIONS):
            caption = caption or _told(inner)
        elif not mark.isdisjoint(_CREDITS) or inner.tag == "cite":
            credit = credit or fold(words.of(inner))
    caption = caption or _told(element)
    if caption and credit:
        caption = fold(caption.removesuffix(credit).removeprefix(credit))
    if caption and not credit:
        caption, credit = split_credit(caption)
    if image is None and caption is None and credit is None:
        return None
    return Figure(url=image.url if image else None, alt=image.alt if image else None, caption=caption, credit=credit)


def _told(element: _Element) -> str | None:
    """The words of an element less a button's, and less lines of half a space that was encoded twice."""
    told = words.of(element)
    if "\u00c2" in told:
        told = "\n".join(line for line in told.split("\n") if line.strip() != "\u00c2")
    return fold(_BUTTON.sub("", told))


def _in_share_bar(image: _Element, box: _Element) -> bool:
    """Whether a picture is the icon of a share bar inside the box."""
    around = iter(image.iterancestors())
    return any(is_aside(one.get("class") or "", one.get("id") or "") for one in iter(lambda: next(around, box), box))


def split_credit(caption: str) -> tuple[str | None, str | None]:
    """A caption and the credit that closes it, without the word "Foto:"; None for what is not there."""
    found = _CREDIT.search(caption)
    if found is None or (found["named"] and not _IN_BRACKETS.match(found[0].lstrip())):
        return caption, None
    return fold(caption[: found.start()]), fold(found["named"] or found["bare"])


def is_embed(element: _Element) -> bool:
    """Whether something of another site stands here: a frame, a player, a quoted post."""
    return element.tag in EMBEDS or bool((classes := element.get("class")) and _EMBED_MARKS.search(classes))


def parse_embed(element: _Element, address: str) -> Embed | None:
    """What is shown and the words that stand in for it; None for advertisements and buttons."""
    source = next((found for key in ("src", "data-src", "cite", "data-href") if (found := element.get(key))), None)
    if source is None:
        links = [href for link in element.iter("a", "source") if (href := link.get("href") or link.get("src"))]
        source = links[-1] if links else None
    url = absolute(address, source)
    lines = [] if element.tag in EMBEDS else words.of(element).split("\n")
    text = "\n".join(line for line in lines if line and not _PLACEHOLDER.match(line)) or None
    if (url and _NO_EMBED.search(url)) or not (url or text):
        return None
    return Embed(url=url, provider=site(url) if url else None, text=text)


def _is_tiny(image: _Element) -> bool:
    """A counting pixel or an icon, by its declared size."""
    for name in ("width", "height"):
        size = image.get(name) or ""
        if size.isdecimal() and len(size) < 6 and int(size) < 50:
            return True
    return False
