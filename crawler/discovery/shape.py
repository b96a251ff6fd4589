"""Tells an article's address from a section's, a tag's or a file's, by its shape alone."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

# Segments of a path that never hold a single article, as sites in Indonesian and English call them.
_NOT_ARTICLES = re.compile(
    r"""
    tags? | tagar | topi[ck]s? | topik-pilihan | categor(?:y|ies) | kategori | kanal | rubrik    # kanal = channel
    | authors? | penulis | users? | profile? | login | register | daftar | masuk                 # masuk = sign in
    | search | cari | pencarian | indeks | index | arsip | archive | pages? | halaman | sitemap  # cari = search
    | feeds? | rss | amp | comments? | komentar | wp-(?:content|admin|json|includes|login\.php)
    | about(?:-us)? | tentang(?:-kami)? | contact(?:-us)? | kontak | hubungi-kami | redaksi      # tentang = about
    | iklan | karir | career | help | bantuan | terms | syarat-ketentuan | disclaimer            # iklan = advertising
    | privacy(?:-policy)? | kebijakan-privasi | pedoman-media-siber                              # press code
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_ARTICLES_QUERY = {"s", "cat", "author", "tag", "page_id", "m", "feed", "attachment_id", "sitemap", "paged", "q"}
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|css|js|pdf|mp[34]|zip|gz|xml|json|txt|rss|apk)$", re.IGNORECASE
)
_PAGE_SUFFIX = re.compile(r"\.(?:s?html?|php|aspx?|jsp|ece)$", re.IGNORECASE)
_DATED = re.compile(r"/(?:19|20)\d\d[/-]?(?:0[1-9]|1[0-2])(?:[/-]?(?:0[1-9]|[12]\d|3[01]))?(?=[/-]|$)")
_LONG_NUMBER = re.compile(r"\d{5,}")
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_no_article(address: str) -> bool:
    """Whether an address says itself that it is none: a front page, a list, a form, a file."""
    parts = urlsplit(address)
    segments = _segments(parts.path)
    query = dict(parse_qsl(parts.query))
    if query.get("p", "").isdigit():
        return False  # WordPress without pretty addresses: "/?p=12"
    return (
        not segments
        or any(_NOT_ARTICLES.fullmatch(segment) for segment in segments)
        or bool(_NOT_ARTICLES_QUERY & query.keys())
        or bool(_FILE.search(parts.path))
    )


def looks_like_article(address: str) -> bool:
    """Whether an address has the shape of an article's: a slug of several words, or fewer beside a date or a number.

    All address shapes of the Indonesian outlets known to us have a slug made of the headline; photo and video pages
    have one too and are told apart by reading.
    """
    if is_no_article(address):
        return False
    parts = urlsplit(address)
    words = [len(_WORD.findall(segment)) for segment in _segments(_PAGE_SUFFIX.sub("", parts.path))]
    if not words:
        return True  # "/?p=12"
    if _DATED.search(parts.path):
        return words[-1] >= 1
    if _LONG_NUMBER.search(parts.path):
        return max(words) >= 2  # the slug may stand before the number: "/read/slug/12345678/"
    return words[-1] >= 4


def _segments(path: str) -> list[str]:
    return [unquote(segment) for segment in path.split("/") if segment]
