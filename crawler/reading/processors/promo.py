"""Lines that advertise something else inside a text, known by the literal phrases of data/promo.tsv."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from crawler.reading.phrases import rows
from crawler.reading.processors.access import wall_lines
from crawler.reading.processors.text import fold

# "2 dari 5 halaman" (2 of 5 pages), "Halaman 2 dari 5", "Halaman 1/2", "Halaman: 1 2 3"
_PAGER = re.compile(
    r"\d{1,2}\s*(?:dari|of|/)\s*\d{1,2}\s*(?:halaman|pages?)|(?:halaman|page)\s*\d{1,2}\s*(?:dari|of)\s*\d{1,2}"
    r"|(?:halaman|page)\s*:?(?:\s*[\d/]{1,3})+(?:\s*(?:selanjutnya|berikutnya|next|semua|all|[»>]{1,2}))?"
)
# "Post Views: 123", "0 Shares 12 Views", "Dibaca: 1.204 kali" (read 1,204 times), "Waktu membaca: 3 menit" (minutes to
# read): a theme's counter in the text.
_NUMBER = r"[\d.,]{1,9}\s?(?:k|rb|jt)?"
_COUNTER = re.compile(
    rf"(?:(?:total |post |page )?views?|dibaca|dilihat|(?:jumlah )?pembaca|shares?)\s?:?\s?{_NUMBER}"
    r"(?:\s?(?:kali|x|views?))?"
    r"|(?:(?:estimasi )?waktu (?:mem)?baca\s?:?\s?)\d{1,2} ?(?:menit|mnt)"
    r"|\d{1,2} ?(?:menit (?:mem)?baca|min(?:utes?)? read)"
    rf"|(?:{_NUMBER}\s?(?:views?|shares?|x dibaca|kali dibaca|kali dilihat|dibaca|pembaca)\W{{0,3}}){{1,3}}"
)
_HASHTAGS = re.compile(r"[\W_]*(?:#\w+[\s,;|.*]*)+")
_NUMBERED = re.compile(r"#\s?\d")  # "#1 Sungai Pasir" heads a part of a list
# A call on the reader, at the beginning of a sentence: "ikuti" = follow, "gabung" = join, "cek" = see.
_CALL = re.compile(
    r"(?:^|[.!?:;,)…|]\s?|\b(?:yuk|mari|ayo|silakan|silahkan|segera|lupa|terus|juga|dan|bisa)[\s,]{1,3})"
    r"(?:ikuti|simak|dapatkan|(?:ber)?gabung(?:lah)?|cek|klik|baca|follow|join|pantau|temukan|nikmati|subscribe|pilih"
    r"|(?:ber)?langganan|kunjungi|update|add|jadikan|tonton|saksikan|download|unduh|tambahkan|akses|jangan sampai)\b"
)
# "Follow Instagram @wartapagi"; the BBC's "Lewati Artikel pilihan dan terus membaca" (skip the box and read on).
_HANDLE = re.compile(
    r"(?:(?:yuk|ayo|mari|jangan lupa)[\s,]{1,2})?(?:follow|ikuti)\s"
    r"(?:(?:kami|akun|juga|terus|media sosial|resmi|di)\s){0,3}"
    r"(?:(?:instagram|twitter|facebook|tiktok|youtube|threads|telegram|ig|x)\s)?(?:(?:kami|resmi)\s)?:?\s?@\w"
)
_SKIPS = ("terus membaca", "lanjutkan membaca")
_QUOTED = ('"', "“", "”", "‘", "'", "«")
_STOPS = (".", '."', ".”", ".)")
_LONG = 400


@dataclass(frozen=True, slots=True)
class _Table:
    """The phrases by how they count; those that begin a line by their first four characters."""

    whole: frozenset[str]
    begins: dict[str, tuple[str, ...]]
    heads: dict[str, tuple[str, ...]]
    linked: dict[str, tuple[str, ...]]
    inside: tuple[str, ...]


def is_promo(text: str, linked: bool) -> bool:
    """Whether a line is no part of the article: "Baca juga: ..." (read also), "ADVERTISEMENT", "[Gambas:Video ...]".

    linked: the line, or all of it behind a label, is a link. A sentence that only begins alike is text: "Simak juga
    penjelasan berikut ini." (follow also this explanation) announces what the article says next.
    """
    line = (fold(text) or "").casefold()
    if not line:
        return False
    table, start = _table(), line[:4]
    if line.rstrip(" :.!…>»") in table.whole or _begins(line, table.begins.get(start, ())):
        return True
    if start in table.heads and (phrase := _begins(line, table.heads[start])):
        return linked or not _is_sentence(line, phrase)
    if linked and _begins(line, table.linked.get(start, ())):
        return True
    return _is_number(line) or _is_hashtag(line) or _is_box(line) or _calls(line, table.inside)


def _is_box(line: str) -> bool:
    """Whether a line invites to an account, or leads past a box of other articles."""
    if len(line) > _LONG:
        return False
    return ("@" in line and _HANDLE.match(line) is not None) or (line.startswith("lewati ") and line.endswith(_SKIPS))


def _begins(line: str, phrases: tuple[str, ...]) -> str | None:
    """The phrase that a line begins with, whole words only."""
    for phrase in phrases:
        if line.startswith(phrase) and not (phrase[-1].isalnum() and line[len(phrase) : len(phrase) + 1].isalnum()):
            return phrase
    return None


def _is_sentence(line: str, phrase: str) -> bool:
    """Whether more than the phrase is said, and closed by a full stop, or by a colon as what follows is announced.

    What follows "Saksikan Live WartaSore:" (watch live) is a video.
    """
    if len(line) <= len(phrase) + 2 or line.endswith("..."):
        return False
    return line.endswith(_STOPS) or (line.endswith(":") and not phrase.endswith(("video", "live")))


def _is_number(line: str) -> bool:
    return len(line) < 60 and bool(_PAGER.fullmatch(line) or _COUNTER.fullmatch(line))


def _is_hashtag(line: str) -> bool:
    """Whether a line is made of hashtags, or begins with one and is no sentence."""
    if "#" not in line[:6]:
        return False
    if _HASHTAGS.fullmatch(line):
        return True
    opens = line.startswith("#") and not _NUMBERED.match(line)
    return opens and len(line) < 60 and not line.endswith((".", "!", "?", ":", '"', "”"))


def _calls(line: str, places: tuple[str, ...]) -> bool:
    """Whether a line calls on the reader to follow the paper somewhere: "Ikuti kami di Google News"."""
    if len(line) > _LONG or line.startswith(_QUOTED) or not any(place in line for place in places):
        return False
    return _CALL.search(line) is not None


@cache
def _table() -> _Table:
    whole, inside = set(), []
    starts: dict[str, dict[str, list[str]]] = {how: defaultdict(list) for how in ("begins", "heads", "linked")}
    for how, phrase, *_ in rows("promo"):
        if how == "whole":
            whole.add(phrase)
        elif how == "inside":
            inside.append(phrase)
        else:
            starts[how][phrase[:4]].append(phrase)
    for phrase in wall_lines():
        starts["begins"][phrase[:4]].append(phrase)
    begins, heads, linked = ({key: tuple(found) for key, found in starts[how].items()} for how in starts)
    return _Table(frozenset(whole), begins, heads, linked, tuple(inside))
