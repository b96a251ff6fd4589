"""Who is credited with an article: the printed lines around and at the edges of its text, and its metadata."""

import re
from collections.abc import Iterable, Iterator, Sequence

from archive.article import Byline, Person
from archive.outlet import Outlet
from crawler.reading.head import Surroundings, squash
from crawler.reading.marks import marks
from crawler.reading.metadata import Metadata, as_texts
from crawler.reading.processors import text as words
from crawler.reading.processors.byline import parse_byline
from crawler.reading.processors.text import fold
from crawler.reading.tree import Line, Tree

_LABEL = (
    r"(?:di)?tulis(?:an)? oleh|penulis|oleh|by|reporter|rep|laporan(?: wartawan)?|wartawan|pewarta|kontributor|jurnalis"
    r"|penerjemah|fotografer|editor|penyunting|uploader|red|redaktur(?: & reporter)?|sumber|writer|author|teks|naskah"
)
_LABELLED = re.compile(rf"^\W{{0,3}}(?:{_LABEL})\b\s*(?:[:：/|]|[-–]\s|$)", re.IGNORECASE)
# "Oleh Budi Santoso", "Laporan Wartawan Tribunnews.com, Budi": a name must follow, not "Oleh karena itu" (therefore).
_NAMED = re.compile(
    rf"^\W{{0,3}}(?:{_LABEL})\s+(?:[A-Z][\w.'’]+|[A-Z]\.)(?:[\s,/&]+(?:dan\s+)?[A-Z(][\w.'’)]*)*\W*$|^laporan (?:wartawan|reporter|kontributor)\b",
    re.IGNORECASE,
)
_ONLY_LABEL = re.compile(rf"^\W*(?:{_LABEL}|tim redaksi)\W*$", re.IGNORECASE)
_CLOCK = re.compile(
    r"\s*(?:[-–—|•·,/]\s*)?(?:(?:pada|on|diterbitkan|published)\s+)?(?:\b(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.*|\d{1,2}[\s/.-](?:[a-z]{3,9}|\d{1,2})[\s/.,-]*\d{2,4}.*"
    r"|[a-z]{3,9}\s+\d{1,2},?\s+20\d\d.*)$",
    re.IGNORECASE,
)
_LONG = 160


def is_credit(text: str) -> bool:
    """Whether a line is a credit by its label: "Penulis: ...", "Editor : ...", "Laporan Wartawan ..."."""
    if len(text) > _LONG:
        return False
    if _NAMED.match(text):
        return text[:1].isupper() or not text[:1].isalpha()
    return bool(_LABELLED.match(text)) and not text.endswith("?")


def find_byline(
    tree: Tree, metadata: Metadata, around: Surroundings, in_text: Sequence[str], outlet: Outlet
) -> tuple[Byline | None, str | None]:
    """The people credited, and the rule. in_text: credit lines that stood inside the text."""
    said = tuple(dict.fromkeys(_said(metadata)))
    printed = list(dict.fromkeys([*_marked(tree, around), *_lines(around, said), *in_text]))
    people: list[Person] = []
    kept: list[str] = []
    for text in printed:
        found = parse_byline(text, outlet)
        if found is not None and (found.people or is_credit(text)):
            kept.append(found.text or text)
            people.extend(found.people)
    named = _each_once(people)
    if kept and (named or not said):
        return Byline(text=" ".join(kept), people=named), "printed"
    unsaid = [name for name in said if _is_name(name)]
    told = [person for name in unsaid if (by := parse_byline(name, outlet)) for person in by.people]
    if not told and not kept:
        return None, None
    return Byline(text=" ".join(kept) or None, people=_each_once(told)), "metadata"


def _lines(around: Surroundings, said: tuple[str, ...]) -> Iterator[str]:
    """Lines with a label, and lines that print a name the metadata gives; a bare label goes with the line behind it."""
    known = {squash(name) for name in said if _is_name(name)} - {""}
    for lines in (around.above, around.between, around.below):
        label: str | None = None
        for line in lines:
            text = line.text
            if label is not None:
                if len(text) < 60:
                    yield f"{label}: {text}"
                label = None
            elif _ONLY_LABEL.match(text):
                label = text.strip(" :") if "redaksi" not in text.lower() else None
            elif is_credit(text):
                yield _CLOCK.sub("", text) or text
            elif _prints(line, known) and lines is not around.below:
                yield _CLOCK.sub("", text) or text


def _prints(line: Line, known: set[str]) -> bool:
    return len(line.text) < 120 and any(f" {name} " in f" {squash(line.text)} " for name in known)


def _marked(tree: Tree, around: Surroundings) -> Iterator[str]:
    """Texts of elements marked as byline beside the headline or below the text."""
    owners = {line.owner for line in (*around.above, *around.between, *around.below)}
    for mark in marks("byline"):
        for element in tree.find(mark):
            if element not in owners and not any(one in owners for one in (*element.iterancestors(), *element.iter())):
                continue
            text = fold(words.of(element).replace("\n", " "))
            if text and len(text) <= _LONG and (text := _CLOCK.sub("", text)):
                yield text


def _said(metadata: Metadata) -> Iterator[str]:
    authors = metadata.article.get("author")
    yield from as_texts(authors)
    for name in ("author", "article:author", "content_author", "dable:author", "dc.creator"):
        yield from metadata.meta.get(name, ())


def _is_name(name: str) -> bool:
    """Whether it may be a person: an address, a company and a single lower-case word are none."""
    return 3 < len(name) < 60 and "http" not in name and "." not in name.rstrip(".")[-5:] and name != name.lower()


def _each_once(people: Iterable[Person]) -> tuple[Person, ...]:
    """One entry a name; a printed role outranks the bare name's default."""
    found: dict[str, Person] = {}
    for person in people:
        known = found.get(squash(person.name))
        if known is None or (known.role == "penulis" and person.role not in ("penulis",)):
            found[squash(person.name)] = person
    return tuple(found.values())
