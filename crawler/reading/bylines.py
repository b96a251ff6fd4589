"""Who is credited with an article: the printed lines around and at the edges of its text, and its metadata."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from archive.article import Byline, Person
from archive.outlet import Outlet
from crawler.reading.head import Surroundings, squash
from crawler.reading.marks import is_caption, marks, words_of
from crawler.reading.metadata import Metadata, as_texts
from crawler.reading.processors import text as words
from crawler.reading.processors.byline import ROLE_WORDS, WRITERS, parse_byline
from crawler.reading.tree import Tree
from crawler.reading.walk import Line

_LABELLED = re.compile(rf"^\W{{0,3}}(?:{ROLE_WORDS})\b\s*(?:[:：/|]|[-–]\s|$)", re.IGNORECASE)
_CLEAR = r"penulis|reporter|pewarta|jurnalis|kontributor|editor|author|ditulis oleh|redaktur|wartawan"
# A label in the middle of a line of other things: "PERISTIWA | 17 Juni 2021 11:38 Reporter : Budi Santoso".
_INNER = re.compile(rf"\b(?:{_CLEAR})\s?[:：.]\s?(?=\S)", re.IGNORECASE)
# "Budi Santoso - 11 Februari 2016 07:10 WIB": a name of two words or more in the line of the date.
_BEFORE_CLOCK = re.compile(
    r"(?!(?:berita|warta|kabar|info)\b)[A-Z][\w.'’]*(?:\s[A-Z][\w.'’]*){1,3}(?=\s*[-–|•·,]\s*\d{1,2}\s)"
)
# "Oleh Budi Santoso", "Laporan Wartawan Warta.com, Budi": a name must follow, not "Oleh karena itu" (therefore).
_NAMED = re.compile(
    rf"^\W{{0,3}}(?i:{ROLE_WORDS})\s+(?:[A-Z][\w.'’]+|[A-Z]\.)(?:[\s,/&]+(?:dan\s+)?[A-Z(][\w.'’)]*)*\W*$"
    r"|^(?i:laporan (?:wartawan|reporter|kontributor))\b"
)
_DOTTED = re.compile(rf"^(?:{_CLEAR})\.\s[A-Z][\w.'’ ]{{2,50}}$", re.IGNORECASE)  # "Editor. Budi Santoso"
# Tempo closes its texts with the writer's name in capitals: "BUDI SANTOSO", "BUDI SANTOSO | ANTARA".
_SIGNED = re.compile(r"[A-Z]{2,}(?:\s[A-Z][A-Z.]*){1,3}(?:\s?[|/]\s?[A-Z][\w ]+)?")
_ONLY_LABEL = re.compile(rf"^\W*(?:{ROLE_WORDS})\W*$", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w.'’-]*|[a-z]{2,4})(?:\s(?:[A-Z][\w.'’-]*|[a-z]{2,4})){0,4},?")
_CLOCK = re.compile(
    r"\s*(?:[-–—|•·,/]\s*)?(?:(?:pada|on|diterbitkan|published)\s+)?(?:\b(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu"
    r"|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.*|(?<!\w)\d{1,2}[\s/.-](?:[a-z]{3,9}|\d{1,2})[\s/.,-]*"
    r"\d{2,4}.*|[a-z]{3,9}\s+\d{1,2},?\s+20\d\d.*|(?<=[a-z])(?-i:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu),.*)$",
    re.IGNORECASE,
)
# Words of a class or id of an element that holds the writer's name. "author" stands on photo credits as well, "editor"
# on writers.
_MARKS = frozenset({"byline", "author", "writer", "penulis", "reporter", "jurnalis", "wartawan", "contributor"})
_LONG = 160

_NAME_BEHIND = re.compile(r":$|^(?:oleh|by)$", re.IGNORECASE)  # labels that no name can stand before


@dataclass(frozen=True, slots=True)
class _Credit:
    """A text that credits people; labelled: it says in which role."""

    text: str
    labelled: bool


def is_credit(text: str) -> bool:
    """Whether a line is a credit by its label, as "Penulis: ...", "Editor : ...", "Laporan Wartawan ..."."""
    if len(text) > _LONG:
        return False
    if _DOTTED.match(text):
        return True
    if _NAMED.match(text):
        return text[:1].isupper() or not text[:1].isalpha()
    return bool(_LABELLED.match(text)) and not text.endswith("?")


def is_signed(text: str) -> bool:
    """Whether a line at the end is the writer's name in capitals, as Tempo prints it."""
    return len(text) < 60 and _SIGNED.fullmatch(text) is not None


def find_byline(
    tree: Tree, metadata: Metadata, around: Surroundings, in_text: Sequence[str], outlet: Outlet
) -> tuple[Byline | None, str | None]:
    """The people credited, and the rule. in_text: credit lines that stood inside the text.

    Printed lines go before metadata, whose author is often the editor or the house; lines that say a role before names
    that stand alone.
    """
    said = tuple(dict.fromkeys(_said(metadata)))
    beside = [_Credit(text, True) for text in in_text if is_credit(text)]
    found = [*_lines(around, said), *beside, *_marked(tree, around)] or list(_before_clock(around))
    found = found or [_Credit(text, False) for text in in_text if is_signed(text)]
    kept: list[str] = []
    labelled: list[Person] = []
    bare: list[Person] = []
    for credit in dict.fromkeys(found):
        by = parse_byline(credit.text, outlet)
        if by is not None and (by.people or credit.labelled):
            kept.append(by.text or credit.text)
            (labelled if credit.labelled else bare).extend(by.people)
    if not any(person.role in WRITERS for person in labelled):
        roles = {squash(person.name) for person in labelled}
        labelled += [person for person in bare if squash(person.name) not in roles]
    named = _each_once(labelled)
    if kept and (named or not said):
        return Byline(text=_printed(kept), people=named), "printed"
    told = [one for name in said if _is_name(name) and (by := parse_byline(name, outlet)) for one in by.people]
    if not told and not kept:
        return None, None
    return Byline(text=_printed(kept), people=_each_once(told)), "metadata"


def _printed(texts: list[str]) -> str | None:
    """The credits as printed, less those that another one says in full; None without any."""
    keys = [squash(text) for text in texts]
    told = [
        text
        for at, text in enumerate(texts)
        if keys[at] not in keys[:at] and not any(keys[at] != key and f" {keys[at]} " in f" {key} " for key in keys)
    ]
    return " ".join(told) or None


def _lines(around: Surroundings, said: tuple[str, ...]) -> Iterator[_Credit]:
    """Lines with a label, and names that the metadata gives; a bare label goes with the line beside it."""
    known = [re.compile(_loose(name), re.IGNORECASE) for name in said if _is_name(name)]
    accounts = {squash(name).replace(" ", "") for name in said}
    for lines in (around.above, around.between, around.below):
        yield from _pairs(lines)
        for line in lines:
            text = line.text
            if len(text) > _LONG or _ONLY_LABEL.match(text):
                continue
            if is_credit(text):
                yield _Credit(_CLOCK.sub("", text) or text, True)
            elif inner := _INNER.search(text):
                yield _Credit(_CLOCK.sub("", text[inner.start() :]) or text, True)
            elif lines is not around.below:
                yield from (_Credit(name[0], False) for one in known if (name := one.search(text)))
            elif squash(text).replace(" ", "") in accounts and _NAME.fullmatch(text):
                yield _Credit(text, False)  # the account "budisantoso" is printed as "Budi Santoso"


def _pairs(lines: tuple[Line, ...]) -> Iterator[_Credit]:
    """Labels on lines of their own, each with the name behind it, or before it where the first name stands so."""
    at = [index for index, line in enumerate(lines) if _ONLY_LABEL.match(line.text)]
    if not at:
        return
    first = lines[at[0]].text.strip()
    before = at[0] > 0 and _NAME.fullmatch(lines[at[0] - 1].text) and not _NAME_BEHIND.search(first)
    for index in at:
        label = lines[index].text.strip(" :")
        if before:
            yield _Credit(f"{label}: {lines[index - 1].text}", True)
        elif names := list(_behind(lines, index + 1)):
            yield _Credit(f"{lines[index].text.strip()} {', '.join(names)}", True)


def _behind(lines: tuple[Line, ...], start: int) -> Iterator[str]:
    """The name behind a label, and those that stand with it in one list."""
    for index in range(start, len(lines)):
        name, owner = lines[index].text.lstrip(": "), lines[index].owner
        listed = index > start and owner.tag == "li" and owner.getparent() is lines[start].owner.getparent()
        if len(name) >= 60 or _ONLY_LABEL.match(name) or (index > start and not listed):
            return
        yield name


def _before_clock(around: Surroundings) -> Iterator[_Credit]:
    for line in (*around.between, *around.above):
        if not line.aside and (name := _BEFORE_CLOCK.match(line.text)):
            yield _Credit(name[0], False)


def _loose(name: str) -> str:
    return r"(?<!\w)" + r"\W+".join(map(re.escape, name.split())) + r"(?!\w)"


def _marked(tree: Tree, around: Surroundings) -> Iterator[_Credit]:
    """Texts of elements marked as byline beside the headline or below the text; photographers' marks are left out."""
    owners = {line.owner for line in (*around.above, *around.between, *around.below)}
    found: dict[_Element, None] = {}
    for line in (*around.above, *around.between):
        element = line.owner
        if len(line.text) <= _LONG and not _MARKS.isdisjoint(words_of(element.get("class") or "", "")):
            found[element] = None
    for mark in marks("byline"):
        for element in tree.find(mark):
            if element in owners or any(one in owners for one in (*element.iterancestors(), *element.iter())):
                found[element] = None
    for element in found:
        if any(_is_picture(one) for one in (element, *element.iterancestors())):
            continue
        text = words.of(element)
        if text and len(text) <= _LONG and (text := _CLOCK.sub("", text)):
            yield _Credit(text, is_credit(text))


def _is_picture(element: _Element) -> bool:
    marked = element.get("class") or ""
    return element.tag == "figure" or is_caption(marked, "") or not _PICTURES.isdisjoint(words_of(marked, ""))


_PICTURES = frozenset({"photo", "foto", "image", "gambar", "gallery"})


def _said(metadata: Metadata) -> Iterator[str]:
    authors = metadata.article.get("author")
    yield from as_texts(authors)
    for name in ("author", "article:author", "content_author", "dable:author", "dc.creator"):
        yield from metadata.meta.get(name, ())


def _is_name(name: str) -> bool:
    """Whether it may be a person: an address, a company and a single lower-case word are none."""
    return 3 < len(name) < 60 and "http" not in name and "." not in name.rstrip(".")[-5:] and name != name.lower()


def _each_once(people: Iterable[Person]) -> tuple[Person, ...]:
    """One entry a name as writer and one as anything else; a name alone is not added to one that has a role."""
    found: dict[tuple[str, bool], Person] = {}
    for person in people:
        name, writes = squash(person.name), person.role in WRITERS
        known = found.get((name, writes))
        if known is None or (known.role == "penulis" and person.role != "penulis"):
            found[name, writes] = person
    return tuple(found.values())
