"""Where a syndicated piece appeared first, from the line that says it."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from archive.article import Origin

_NAME = (
    r"(?P<{0}>(?:[\w-]+\.)+(?:com|co\.id|id|net|org|tv|news)\b"
    r"|[a-z]{{0,6}}[A-Z][\w'’&-]*(?:\s(?:(?:of|the|for|&)\s)?[A-Z][\w'’&-]*(?:\.(?:com|co\.id|id|net)\b)?){{0,4}})"
)
# "Artikel ini telah tayang di Warta.com dengan judul ..." = this article has appeared on ... under the headline ...
_APPEARED = re.compile(
    r"\W{0,4}(?i:artikel|berita|tulisan|konten|naskah|opini|kolom|cerita|laporan|liputan|esai)\s(?i:ini|di\satas)\s"
    r"(?=(?i:.{0,60}\b(?:telah|sudah|pernah|pertama|sebelumnya|semula|awalnya)\b))"
    r"(?i:(?:telah|sudah|pernah|juga|pertama|kali|sebelumnya|semula|awalnya|lebih|dulu|dahulu|terlebih)\s){0,5}"
    r"(?i:tayang|terbit|dimuat|diterbitkan|dipublikasikan|dipublikasi|ditayangkan|naik|dirilis|muncul)\s"
    r"(?i:(?:pertama|kali|sebelumnya|lebih|dulu|dahulu|terlebih|juga)\s){0,4}(?i:di|pada|oleh)\s"
    rf"(?:(?:laman|situs|portal|media|majalah|harian|koran|kanal|website|blog)\s){{0,2}}{_NAME.format('paper')}"
    r"(?P<rest>.{0,500})"
)
_APPEARED_EN = re.compile(
    r"\W{0,4}(?i:this)\s(?i:article|story|piece|report|commentary|essay)\s(?i:(?:was|is|has\sbeen)\s)?"
    r"(?i:(?:originally|first|also)\s)?(?i:published|republished|appeared|posted|ran)\s(?i:(?:originally|first)\s)?"
    rf"(?i:on|in|by|at|from)\s(?i:the\s(?!conversation))?{_NAME.format('paper')}(?P<rest>.{{0,500}})"
)
# "Diadaptasi dari artikel DW bahasa Inggris" = adapted from an English article of DW.
_MADE_OF = re.compile(
    r"\W{0,4}(?i:artikel\sini\s)?(?i:(?:telah|ini)\s)?(?i:diadaptasi|diterjemahkan|disadur)\s(?i:dari)\s"
    rf"(?i:(?:artikel|tulisan|laporan)\s)?(?i:asli\s)?(?i:(?:di|milik)\s)?{_NAME.format('paper')}(?P<rest>.{{0,500}})"
)
# "Lihat artikel asli" = see the original article: a link, and often nothing else.
_SEE = re.compile(
    r"\W{0,4}(?:(?i:lihat|baca|simak)\s(?i:artikel|berita|tulisan)\s(?i:asli|sumber)(?i:nya)?"
    rf"(?:\s(?i:di)\s{_NAME.format('paper')})?|(?i:read\sthe\soriginal\s(?:article|story)))(?P<rest>\W{{0,3}})$"
)
# What may follow the paper's name; anything else is a sentence about an article.
_REST = re.compile(
    r"(?:\W{0,3}$|\W{0,3}(?:dengan|berjudul|pada|dan\s(?:bisa|dapat)|atas\sizin|edisi|tanggal|klik|penulis|editor|baca|bahasa"
    r"|under|with|as|and\s(?:is|was)|on|https?:)|\s?[,(.\"“|]\s?)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(?:berjudul|judul)\s?:?\s?(?:\"(.+?)\"|“(.+?)”|‘(.+?)’|'(.+?)'(?!\w))", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:berjudul|judul)\s?:?\s?(.{5,250}?)(?:[,.]?\s*(?:https?://|klik\b|penulis\b|editor\b|baca\sselengkapnya)|\s\([^()]*\)?\.?$|$)",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s\"”<>]{4,}")
_QUOTES = ('"', "“", "‘", "'", "«")
_TAIL = re.compile(r"(?<=[.!?…”\"’)])\s(?=(?:Artikel|Berita|Tulisan) ini (?:telah|sudah|pernah|pertama|sebelumnya)\b)")


def parse_origin(text: str, links: Sequence[str] = ()) -> Origin | None:
    """The origin that a line names; None where the line is no such line.

    links: absolute addresses in the line, in order; a printed one goes before them, and a paper's front page is no
    address of an article.
    """
    if text.startswith(_QUOTES):
        return None
    found = _APPEARED.match(text) or _APPEARED_EN.match(text) or _MADE_OF.match(text) or _SEE.match(text)
    if found is None or not _REST.match(found["rest"]):
        return None
    name = found["paper"]
    url = _address(text, links)
    if name is None and url is None:
        return None
    return Origin(text=text, name=name, title=_title(found["rest"]), url=url)


def split_origin(line: str) -> tuple[str, str | None]:
    """A line's sentences, and the line of origin that is printed right behind them; None without."""
    if " ini " not in line or (found := _TAIL.search(line)) is None or parse_origin(line[found.end() :]) is None:
        return line, None
    return line[: found.start()], line[found.end() :]


def printed_address(text: str) -> str | None:
    """The first address printed in a text."""
    found = _URL.search(text)
    return found[0].rstrip(".,;:)]'’") if found else None


def _address(text: str, links: Sequence[str]) -> str | None:
    if printed := printed_address(text):
        return printed
    return next((link for link in reversed(links) if _is_article(link)), None)


def _is_article(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return "." in parts.netloc and len(parts.path) > 1 and "/tag/" not in parts.path


def _title(rest: str) -> str | None:
    if quoted := _QUOTED.search(rest):
        return next(group for group in quoted.groups() if group).strip()
    found = _TITLE.search(rest)
    return found[1].strip(" .,;") or None if found else None
