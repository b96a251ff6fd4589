"""Whether a line is a credit: a label with names, a writer's name in capitals, or a note on the writer."""

import re
from functools import cache

from crawler.reading.agencies import is_agency
from crawler.reading.processors.byline import role_words, without_client
from crawler.reading.processors.names import listed

_CLEAR = (
    r"penulis|reporter|pewarta|jurnalis|kontributor|editor|author|writer|ditulis oleh|redaktur|wartawan|posted by"
    r"|diposting oleh"
)
# A label in the middle of a line of other things: "PERISTIWA | 17 Juni 2021 11:38 Reporter : Budi Santoso".
INNER = re.compile(rf"\b(?:{_CLEAR})\s?[:：.]\s?(?=\S)|\boleh\s?:\s?(?=\S)", re.IGNORECASE)
_DOTTED = re.compile(rf"^(?:{_CLEAR})\.\s[A-Z][\w.'’ ]{{2,50}}$", re.IGNORECASE)  # "Editor. Budi Santoso"
# Tempo closes its texts with the writer's name in capitals: "BUDI SANTOSO", "BUDI SANTOSO | ANTARA", "ANTARA".
_SIGNED = re.compile(r"[A-Z]{2,}(?:\s[A-Z][A-Z.]*){1,3}")
_NOTE = re.compile(r"^[\W\d]{0,4}(?:penulis|pengarang)\s+(?:adalah|merupakan|ialah|kini|saat ini)\b", re.IGNORECASE)
# "(Artikel ini ditulis Budi Santoso, peserta magang di Warta)": this article was written by ...
_WRITTEN = re.compile(
    r"\W{0,3}(?:artikel|tulisan|berita|naskah)\sini\sditulis\s(?:oleh\s)?(?-i:((?:[A-Z][\w.'’]*\s?){1,5})),",
    re.IGNORECASE,
)
# "*) Budi Santoso, dosen Universitas Warta": the name, then what the writer is.
_WHO = re.compile(r"^[\W\d]{0,4}((?:[A-Z][\w.'’]*\s){1,4}[A-Z][\w.'’]*),?\s(?:adalah\s)?(\w+)")
# Tempo's last line: "Siti Aminah berkontribusi dalam penulisan artikel ini" (contributed to writing this article).
_CONTRIBUTED = re.compile(
    r"((?:[A-Z][\w.'’]*[\s,]+(?:dan\s)?){1,12})(?:turut |ikut )?berkontribusi (?:dalam|pada|untuk|terhadap) "
    r"(?:penulisan|tulisan|artikel|laporan|berita)\b[\w\s]{0,30}\.?"
)
_STARRED = re.compile(r"^\s*(?:\*+\)?|\(\*+\)|-|–|—)\s*")
_FOOTNOTE = re.compile(r"\s*(?:\*{1,3}\)?|\(\*{1,3}\))\s*(\w+)")  # "*) Dosen Universitas Warta"
LONG = 160  # no credit line is longer
_LONG_NOTE = 300


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"^\W{{0,3}}(?:{role_words()})\b\s*(?:[:：/|]|[-–]\s|$)", re.IGNORECASE)


@cache
def _named() -> re.Pattern[str]:
    """A label and a name: "Oleh Budi Santoso", "Laporan Wartawan Warta.com, Budi"; not "Oleh karena itu" (so)."""
    return re.compile(
        rf"^\W{{0,3}}(?i:{role_words()})\s+(?:[A-Z][\w.'’]+|[A-Z]\.)(?:[\s,/&]+(?:dan\s+|serta\s+)?[A-Z(][\w.'’)]*)*\W*$"
        r"|^Penulis,(?:\s[A-Z][\w.'’]*)+$"  # the BBC's
        r"|^(?i:laporan (?:wartawan|reporter|kontributor|jurnalis))\b"
    )


@cache
def only_label() -> re.Pattern[str]:
    """A line that is nothing but a label."""
    return re.compile(rf"^\W*(?:{role_words()})\W*$", re.IGNORECASE)


def is_credit(text: str) -> bool:
    """Whether a line is a credit by its label, as "Penulis: ...", "Editor : ...", "Laporan Wartawan ..."."""
    if len(text) > LONG:
        return False
    text = without_client(text)
    if _DOTTED.match(text):
        return True
    if _named().match(text):
        return text[:1].isupper() or not text[:1].isalpha()
    return bool(_labelled().match(text)) and not text.endswith("?")


def is_signed(text: str) -> bool:
    """Whether a line at the end is the writer's name in capitals or an agency's name, as Tempo prints them."""
    parts = [part.strip() for part in re.split(r"[|/]", text)] if len(text) < LONG // 2 else []
    return bool(parts) and all(is_agency(part) or _SIGNED.fullmatch(part) for part in parts)


def is_note(text: str) -> bool:
    """Whether a line at the end says who the writer is: "*Penulis adalah dosen ...", "*) Budi Santoso, dosen ...",
    "*) Dosen ..." below the writer's name.
    """
    if len(text) > _LONG_NOTE:
        return False
    if _NOTE.match(text) or _WRITTEN.match(text) or contributors(text) or _is_footnote(text):
        return True
    who = _WHO.match(text) if "," in text or "adalah" in text else None
    if who is None or who[2].casefold() not in listed("post") or who[1].split(" ")[0].casefold() in listed("nameless"):
        return False
    return bool(_STARRED.match(text)) or (len(text) < LONG and not text.endswith((".", "!", "?", "”", '"')))


def _is_footnote(text: str) -> bool:
    """Whether a starred line tells a post and no name: it stands below the writer's."""
    footnote = _FOOTNOTE.match(text)
    return footnote is not None and footnote[1].casefold() in listed("post")


def contributors(note: str) -> str | None:
    """The names in a note that says who contributed to the article; None in any other."""
    found = _CONTRIBUTED.fullmatch(note) if "berkontribusi" in note and len(note) <= LONG else None
    return found[1].strip(" ,") if found else None


def writer_in(note: str) -> str | None:
    """The name with which a note on the writer begins; None where it begins with "Penulis" (the writer) or a post."""
    if written := _WRITTEN.match(note):
        return written[1].strip()
    who = None if _NOTE.match(note) or contributors(note) or _is_footnote(note) else _WHO.match(note)
    return who[1].strip(" ,") if who else None
