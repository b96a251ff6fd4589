"""Tells whether a page is an article at all, and no empty answer, bot wall, error page or list of articles."""

import re
from urllib.parse import parse_qsl, urlsplit

from archive.page import Page
from archive.reason import Reason
from archive.visit import Refused
from crawler.reading.content import DENSITY, Content
from crawler.reading.head import Printed
from crawler.reading.metadata import Metadata, types_of
from crawler.reading.phrases import rows
from crawler.reading.tree import Tree, has_long_stretch

TOO_LARGE = 2 * 1024 * 1024  # bytes; the largest of 1,500 captured articles has 0.9 MB
# Parsers take their time for each tag and each attribute of one: both are counted on the bytes, before any parsing. The
# captured articles have at most 2,700 tags, and none is longer than 20,000 bytes.
MANY_TAGS = 50_000
LONG_TAG = 64 * 1024  # bytes; a picture that stands in its tag as data may be longer
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{%d,}" % LONG_TAG)
_SHORT = 3000  # characters of text on a page that may be a wall
_HARDLY = 400  # characters: what is printed only where no scripts run may be all that a page says
_BINARY = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"\x00\x00\x00\x18ftyp", b"ID3",
    b"OggS", b"BM", b"wOFF", b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"WARC/",
)  # fmt: skip
_CONTROLS = bytes((*range(9), *range(14, 27)))
_HTML_TYPES = ("html", "xml", "text/plain", "octet-stream")
_FEED = re.compile(r"\s*(?:<\?[^>]*>\s*)*(?:<!--.*?-->\s*)*<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.DOTALL)
# "tidak ditemukan" = "not found", "halaman" = "page".
_ERROR_TITLE = re.compile(
    r"^\W*(?:error\s*)?(?:404|403|500|502|503)\b"
    r"|\b(?:404|page|halaman|artikel|berita|konten|laman)\s*(?:yang \w+ \w+ )?"
    r"(?:not found|tidak (?:di)?temukan|tidak ada|tidak tersedia)|^\W*(?:not found|tidak ditemukan|page not found)\b"
    r"|nothing found|\b404\b.{0,12}\b(?:error|not|page)",
    re.IGNORECASE,
)
# What error pages add to that in their titles; "maaf" = sorry.
_ERROR_ADDS = "error not found page maaf oops ups forbidden internal server bad gateway service unavailable temporarily"
_ERROR_WORDS = frozenset(_ERROR_ADDS.split())
_PARTED = re.compile(r"\s[|–—•-]\s|:\s")
# Parts of paths under which papers list articles: indeks, kanal (rubric), topik, penulis (writer), cari (search).
_INDEX_NAMES = (
    "tag tags topik topics topic category kategori kanal indeks index author penulis search cari rubrik label arsip "
    "archive archives indeks-berita terpopuler terkini populer"
)
_INDEX_PARTS = frozenset(_INDEX_NAMES.split())
_INDEX_TYPES = frozenset({"CollectionPage", "SearchResultsPage", "ProfilePage"})
_PAGED_INDEX = re.compile(r"/page/\d+/?$|/halaman/\d+/?$")
_INDEX_CLASSES = frozenset(
    ["home", "blog", "archive", "category", "tag", "author", "search", "search-results", "error404"]
)
# WordPress: pages that stand outside the news ("about us"), and the page around a picture.
_STATIC_CLASSES = ("page-id-", "attachmentid-")
_SINGLE_CLASSES = frozenset(["single", "single-post", "postid"])


def refuse_bytes(page: Page) -> Refused | None:
    """Refuses what is no page: an error status, nothing, too much, a picture, a feed."""
    if page.status in (404, 410):
        return Refused(reason=Reason.MISSING, detail=f"status {page.status}")
    if page.status in (401, 403, 429):
        return Refused(reason=Reason.REFUSED_BY_SERVER, detail=f"status {page.status}")
    if page.status >= 400:
        return Refused(reason=Reason.HTTP_ERROR, detail=f"status {page.status}")
    if not page.body or page.body.isspace():
        return Refused(reason=Reason.EMPTY)
    if len(page.body) > TOO_LARGE:
        return Refused(reason=Reason.TOO_LARGE, detail=f"{len(page.body):,} bytes")
    if why := _hard_to_parse(page.body):
        return Refused(reason=Reason.TOO_LARGE, detail=why)
    kind = page.media_type
    if kind and not any(known in kind for known in _HTML_TYPES):
        return Refused(reason=Reason.NOT_HTML, detail=kind)
    if page.body.startswith(_BINARY) or _is_binary(page.body[:4096]):
        return Refused(reason=Reason.NOT_HTML, detail="binary")
    return None


def refuse_markup(markup: str) -> Refused | None:
    """Refuses text that is no HTML page: a feed or a sitemap."""
    if _FEED.match(markup[:5000]):
        return Refused(reason=Reason.NOT_HTML, detail="a feed or sitemap")
    if "<" not in markup:
        return Refused(reason=Reason.NOT_HTML, detail="no markup")
    return None


def refuse_wall(tree: Tree, metadata: Metadata) -> Refused | None:
    """Refuses a bot wall, a provider's block page or an error page that came with status 200: short, and no article.

    A headline that holds "Captcha" or "Internet Positif" is a headline: walls are titled by nothing else, no metadata
    of theirs name an article, and no heading that is their title heads several paragraphs.
    """
    if _says_article(metadata):
        return None
    title = (metadata.title or "").casefold()
    reads = _reads_like_article(tree, title)
    text = sum(len(line.text) for line in tree.lines)
    if text < _SHORT:
        opening = _opening(tree, text)
        for how, phrase, kind, *_ in rows("walls"):
            titled = _is_titled(title, phrase) and not (reads and title[len(phrase) :].lstrip(" .!…")[:1] == ":")
            if titled or (how == "text" and phrase in opening and phrase not in title and not reads):
                return Refused(reason=_WALLS[kind], detail=phrase)
    if _ERROR_TITLE.search(title) and (not reads or any(map(_is_error, _PARTED.split(title)))):
        return Refused(reason=Reason.ERROR_PAGE, detail=(metadata.title or "")[:80])
    return None


def _reads_like_article(tree: Tree, title: str) -> bool:
    """Whether a heading of some words that begins the title stands on the page, with two paragraphs at least."""
    if sum(line.is_prose and not line.aside for line in tree.lines) < 2:
        return False
    headings = (" ".join(line.text for line in tree.lines_of(one)) for one in tree.tagged.get("h1", ()))
    return any(heading.count(" ") >= 2 and title.startswith(heading.casefold()) for heading in headings)


def _is_error(title: str) -> bool:
    """Whether a title says that there is an error, and nothing else."""
    rest, found = _ERROR_TITLE.subn(" ", title)
    return found > 0 and _ERROR_WORDS.issuperset(re.findall(r"\w+", rest))


_WALLS = {"bot": Reason.BOT_WALL, "block": Reason.BLOCKED, "error": Reason.ERROR_PAGE}


def _opening(tree: Tree, text: int) -> str:
    """The first words of a page, lower case; with what only readers without scripts see where there is hardly more."""
    lines = [line.text for line in tree.lines[:12]]
    if text < _HARDLY:
        told = (" ".join(element.itertext()) for element in tree.root.iter("noscript"))
        lines.extend(one for one in told if "comments" not in one)  # Disqus: "... to view the comments powered by"
    return " ".join(" ".join(lines).split())[:2000].casefold()


def _is_titled(title: str, phrase: str) -> bool:
    """Whether a title is a phrase, or the phrase and the site's name behind a sign."""
    return title.startswith(phrase) and title[len(phrase) :].lstrip(" .!…")[:1] in ("", "|", "-", "–", "—", ":", "•")


def _hard_to_parse(body: bytes) -> str | None:
    """Why a page would take a parser long, None where it would not."""
    signs = body.count(b"<")
    if signs > MANY_TAGS and (tags := signs - body.count(b"</")) > MANY_TAGS:
        return f"{tags:,} tags"
    if has_long_stretch(body, b"<", LONG_TAG):
        for tag in _LONG_TAG.finditer(body):
            if b"data:" not in tag[0]:
                return f"a tag of {len(tag[0]):,} bytes"
    return None


def refuse_index(page: Page, tree: Tree, metadata: Metadata) -> Refused | None:
    """Refuses a page that its address, metadata or classes call a list of articles."""
    classes = frozenset((tree.body.get("class") or "").lower().split())
    if "error404" in classes:
        return Refused(reason=Reason.ERROR_PAGE, detail="body class error404")
    if static := next((one for one in classes if one.startswith(_STATIC_CLASSES)), None):
        return Refused(reason=Reason.NO_ARTICLE, detail=f"body class {static}")
    if why := _index_address(page.address):
        return Refused(reason=Reason.INDEX_PAGE, detail=why)
    if not _SINGLE_CLASSES & classes and (named := _INDEX_CLASSES & classes) and not _says_article(metadata):
        return Refused(reason=Reason.INDEX_PAGE, detail=f"body class {min(named)}")
    kinds = frozenset().union(*map(types_of, metadata.nodes)) if metadata.nodes else frozenset()
    if kinds & _INDEX_TYPES and not metadata.article:
        return Refused(reason=Reason.INDEX_PAGE, detail=f"JSON-LD {min(kinds & _INDEX_TYPES)}")
    # last: a list of articles may hold one of these
    if "post-password-required" in tree.marked or "post-password-form" in tree.marked:
        return Refused(reason=Reason.NO_BODY, field="body", detail="the text is behind a password")
    return None


def refuse_cards(tree: Tree, metadata: Metadata, headline: Printed | None, content: Content | None) -> Refused | None:
    """Refuses a page whose text is but teasers of others: told where neither metadata nor marks name an article.

    Measured on 145 captures: text found by density alone holds at least 8 linked headlines, nearly one for each
    sentence, on index pages, and at most 5 on articles; front pages print no headline that their titles name.
    """
    if content is not None and content.rule != DENSITY:
        return None
    teasers = sum(line.is_linked and len(line.text) > 35 for line in tree.lines)
    lines = [line for element in content.elements for line in tree.lines_of(element)] if content else []
    sentences = [line for line in lines if line.is_prose and not line.aside]
    linked = sum(line.is_linked and len(line.text) > 25 for line in lines)
    prose = sum(len(line.text) for line in sentences)
    why = None
    if not sentences and teasers >= 12:
        why = f"{teasers} linked headlines and no text"
    elif metadata.first("og:type") == "website" and prose < 300:
        why = "og:type website and hardly any text"
    elif _says_article(metadata):
        why = None
    elif linked >= 8 and linked >= 0.8 * len(sentences):
        why = f"{linked} linked headlines in the text"
    elif (headline is None or headline.element is None) and len(sentences) < 3 and prose < 600:
        why = "no headline and hardly any text"
    return Refused(reason=Reason.INDEX_PAGE, detail=why) if why else None


def _says_article(metadata: Metadata) -> bool:
    """Whether the page calls itself an article; og:type alone proves little, some home pages say it too."""
    if metadata.article and metadata.article.get("headline"):
        return True
    return metadata.first("article:published_time", "og:article:published_time") is not None


def _index_address(address: str) -> str | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    query = dict(parse_qsl(parts.query))
    path = [part for part in parts.path.lower().split("/") if part]
    if (parts.hostname or "").partition(".")[0] in _INDEX_PARTS and len(path) < 2:
        return "a host of index pages"
    if not path or path in (["index.php"], ["index.html"]):
        return None if {"p", "page_id", "id", "storyid"} & query.keys() else "the front page of a site"
    if path[0] in _INDEX_PARTS and not re.search(r"\d{4,}", parts.path):
        return f"/{path[0]}/ in the address"
    if _PAGED_INDEX.search(parts.path.lower()):
        return "a page of an index by its address"
    return None


def _is_binary(head: bytes) -> bool:
    """Whether the bytes cannot be text: many controls, and no UTF-16 mark."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 20
