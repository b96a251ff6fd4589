"""Canonical addresses: one spelling for one article, the same for crawl, show, import and forget."""

import re
from functools import cache, lru_cache
from hashlib import sha256
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

if TYPE_CHECKING:
    from tldextract import TLDExtract

# Parameters that say who sent the reader, never what the page is. Seen on Indonesian sites; the BBC's are at_* and
# xtor, ocid; Kompas.id's is open_from; "source" is disallowed in Republika's robots.txt for being one.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|yclid|msclkid|mc_[ce]id|igshid?|igsh|twclid|ttclid|_ga|_gl|ref|ref_src"
    r"|source|share|shared|at_medium|at_campaign|at_\w+|xtor|ocid|open_from|replytocom|cmpid|spm|_branch_match_id|nocache)",
    re.ASCII | re.IGNORECASE,
)
# Which part, or which form, of one article is shown: "?page=all" (Kompas), "?single=1" (detik), "?showpage=all".
_FORM = {"page", "single", "showpage", "amp", "outputtype", "m", "halaman", "view", "cpage"}
_AMP_PATH = re.compile(r"(?:/amp|\.amp|/amphtml)/?$", re.IGNORECASE)
_COMMENT_PAGE = re.compile(r"/comment-page-\d+(?=/?$)", re.IGNORECASE)  # WordPress names it as canonical
_AMP_PREFIX = re.compile(r"^/amp/(?=.)", re.IGNORECASE)
# Nothing in such an address is ever changed by `clean`: no "/./" in it. Most are so, and w3lib takes 40 microseconds to
# say it; a sitemap names 50,000.
_PLAIN = re.compile(r"https?://(?!.*(?:xn--|/\.))(?:[a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}/[A-Za-z0-9/._-]*", re.ASCII)
_MAY_BE_FORM = re.compile(r"[/.]amp(?:html)?(?:/|$)|//(?:amp|m|mobile)\.", re.IGNORECASE)
_SCHEME = re.compile(r"^https?://(?:www\.)?")
_SHORT_HOST = re.compile(r"^(?:amp|m|mobile)\.(?=[^.]+\.[^.])")


class BadAddress(ValueError):
    """Not an http or https address with a host."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(f"{address!r} is no http or https address")


@lru_cache(maxsize=1024)  # a page is asked about its own address and its pictures' several times
def clean(url: str) -> str:
    """One spelling of an address without fragment, default port and tracking parameters; for listings too.

    Host lower case, path as it is (some ids are case-sensitive), parameters sorted. Raises BadAddress.
    """
    if _PLAIN.fullmatch(url):
        return url
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise BadAddress(url) from None
    if parts.scheme.lower() not in ("http", "https") or not host or re.search(r"[\s\\<>\"]", host):
        raise BadAddress(url)
    scheme = parts.scheme.lower()
    host = host.rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    netloc = host if port in (None, {"http": 80, "https": 443}[scheme]) else f"{host}:{port}"
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)]
    try:
        return canonicalize_url(urlunsplit((scheme, netloc, parts.path or "/", urlencode(query), "")))
    except (ValueError, UnicodeError):
        raise BadAddress(url) from None


def canonical(url: str) -> str:
    """The address of an article: `clean` without AMP, mobile hosts and the parameters that choose a part of it.

    Idempotent. Raises BadAddress.
    """
    before = ""
    address = clean(url)
    while address != before:  # "/amp/amp", or "m.amp.": until nothing more falls away
        before, address = address, _without_forms(address)
    return address


def _without_forms(address: str) -> str:
    if _PLAIN.fullmatch(address) and not _MAY_BE_FORM.search(address):
        return address
    parts = urlsplit(address)
    path = _AMP_PREFIX.sub("/", _AMP_PATH.sub("", _COMMENT_PAGE.sub("", parts.path))) or "/"
    if path != parts.path and parts.path.endswith("/") and not path.endswith("/"):
        path += "/"
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if k.lower() not in _FORM])
    return clean(urlunsplit((parts.scheme, _SHORT_HOST.sub("", parts.netloc), path, query, "")))


def key(address: str) -> str:
    """What makes two clean addresses the same: without scheme, `www.` and a closing slash."""
    return _SCHEME.sub("", address).rstrip("/")


def article_id(url: str) -> str:
    """The public id of the article at a canonical address: 20 hex digits, the same on every machine."""
    return sha256(key(url).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def host(url: str) -> str:
    """The host of an address, lower case, without port; empty when there is none."""
    if _PLAIN.fullmatch(url):
        return url.split("/", 3)[2]
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


@cache
def _extract() -> "TLDExtract":
    from tldextract import TLDExtract  # 0.1 s to import, and a search does not need it

    return TLDExtract(suffix_list_urls=(), cache_dir=None)  # the list inside the package: no network, no files


@lru_cache(maxsize=4096)
def site(url: str) -> str:
    """The registered domain of an address (`kompas.com`, `warta.example`), its host where it has none (`127.0.0.1`)."""
    name = host(url)
    try:
        ip_address(name)
    except ValueError:
        return _extract()(name).top_domain_under_public_suffix or ".".join(name.split(".")[-2:])
    return name


def same_site(a: str, b: str) -> bool:
    """Whether two addresses belong to the same registered domain."""
    return bool(host(a)) and site(a) == site(b)
