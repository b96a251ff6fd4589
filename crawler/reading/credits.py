"""Where a page credits people: lines, marked elements and links around its text, and what its metadata say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive import places
from archive.outlet import Outlet
from crawler.reading.agencies import is_agency
from crawler.reading.head import Surroundings, squash
from crawler.reading.metadata import Metadata, as_texts
from crawler.reading.processors.credit import INNER, LONG, is_credit, only_label
from crawler.reading.processors.names import is_house, is_institution, is_nobody, listed
from crawler.reading.tree import Tree
from crawler.reading.walk import Line
from crawler.reading.writers import is_name, is_picture, marked

_NAME = re.compile(r"(?:[A-Z][\w.'’-]*|[a-z]{2,4})(?:\s(?:[A-Z][\w.'’-]*|[a-z]{2,4})){0,4},?")
# A name of two words or more and nothing else: what may stand without a label in the line of the date.
_FULL_NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,4}")
_CLOCK = re.compile(
    r"\s*(?:[-–—|•·,/]\s*)?(?:(?:pada|on|di|diterbitkan|diperbarui|published|tayang|terbit)\s*:?\s+)?"
    r"(?:\b(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu"
    r"|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.*|(?<!\w)\d{1,2}[\s/.-](?:[a-z]{3,9}|\d{1,2})[\s/.,-]*"
    r"\d{2,4}.*|[a-z]{3,9}\s+\d{1,2},?\s+20\d\d.*|(?<=[a-z])(?-i:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu),.*)$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_APART = re.compile(r"\s*(?:,|&|/|\sdan\s)\s*")
_ROLES = frozenset({"jurnalis", "reporter", "kontributor", "wartawan"})
_ROLE_BEHIND = re.compile(
    rf"{_FULL_NAME.pattern}\s*[,|·-]?\s(?:Penulis|Reporter|Jurnalis|Wartawan|Kontributor|Editor|Redaktur|Fotografer)"
)  # "Budi Santoso Penulis": two elements of one line
_NAME_BEHIND = re.compile(r":$|^(?:oleh|by)$", re.IGNORECASE)  # labels that no name can stand before


@dataclass(frozen=True, slots=True)
class Credit:
    """A text that credits people; labelled: it says in which role."""

    text: str
    labelled: bool


def credits_around(tree: Tree, around: Surroundings, said: tuple[str, ...], outlet: Outlet) -> Iterator[Credit]:
    """The credits printed around a text: those with a label, those that are marked, those that go with the house's
    name or stand in the line of the date. said: names of the metadata, which are known where they are printed.
    """
    yield from _lines(around, said, outlet)
    yield from (Credit(text, is_credit(text)) for one in marked(tree, around) if (text := _undated(one)))
    yield from _with_house(around, outlet)


def names_beside_clock(around: Surroundings, metadata: Metadata, prose: str, outlet: Outlet) -> Iterator[str]:
    """A full name right above or below the line of the date: a reader takes it for the writer's though nothing says so.

    One that the article speaks of (prose: its words) is a topic, as gossip sites print it there.
    """
    rubrics = _rubrics(metadata)
    lines = [line for line in around.between if not line.aside and not is_picture(line.owner)]
    for at, line in enumerate(lines):
        if len(line.text) > LONG or _undated(line.text) == line.text:
            continue
        for other in (at - 1, at + 1):
            name = _bare_name(lines[other].text, rubrics, outlet) if 0 <= other < len(lines) else None
            if name is not None and name not in prose:
                yield name


def _undated(text: str) -> str:
    """A line without the date at its end; "" where it holds nothing else."""
    return _CLOCK.sub("", text) if _DIGIT.search(text) else text


def _lines(around: Surroundings, said: tuple[str, ...], outlet: Outlet) -> Iterator[Credit]:
    """Lines with a label, and names that the metadata gives; a bare label goes with the line beside it."""
    known = [name for name in said if is_name(name)]
    accounts = {squash(name).replace(" ", "") for name in said}
    for lines in (around.above, around.between, around.below):
        yield from _pairs(lines)
        for at, line in enumerate(lines):
            text = line.text
            if len(text) > LONG or only_label().match(text):
                continue
            undated = _undated(text) or text
            if is_credit(undated[:1].upper() + undated[1:]):
                yield Credit(_with_name_above(lines, at, undated, outlet), True)
            elif _ROLE_BEHIND.fullmatch(undated):
                yield Credit(undated, True)
            elif inner := INNER.search(text):
                yield Credit(_undated(text[inner.start() :]) or text, True)
            elif lines is not around.below:
                yield from (Credit(name, False) for one in known if (name := _named(one, text)))
            elif squash(text).replace(" ", "") in accounts and _NAME.fullmatch(text):
                yield Credit(text, False)  # the account "budisantoso" is printed as "Budi Santoso"


def _with_name_above(lines: tuple[Line, ...], at: int, text: str, outlet: Outlet) -> str:
    """The line, with the name above it where it only says what that one is: "Wartawan BBC News Indonesia"."""
    first, _, behind = text.partition(" ")
    if at and first.casefold() in _ROLES and (is_house(behind, outlet) or is_agency(behind)):
        above = lines[at - 1].text
        if _FULL_NAME.fullmatch(above):
            return f"{above}, {first}"
    return text


def _pairs(lines: tuple[Line, ...]) -> Iterator[Credit]:
    """Labels on lines of their own, each with the name behind it, or before it where the first name stands so."""
    at = [index for index, line in enumerate(lines) if only_label().match(line.text)]
    if not at:
        return
    first = lines[at[0]].text.strip()
    before = at[0] > 0 and _NAME.fullmatch(lines[at[0] - 1].text) and not _NAME_BEHIND.search(first)
    for index in at:
        label = lines[index].text.strip(" :")
        if before:
            yield Credit(f"{label}: {lines[index - 1].text}", True)
        elif names := list(_behind(lines, index + 1)):
            yield Credit(f"{lines[index].text.strip()} {', '.join(names)}", True)


def _behind(lines: tuple[Line, ...], start: int) -> Iterator[str]:
    """The name behind a label, and those that stand with it in one list."""
    for index in range(start, len(lines)):
        name, owner = lines[index].text.lstrip(": "), lines[index].owner
        listed_too = index > start and owner.tag == "li" and owner.getparent() is lines[start].owner.getparent()
        if len(name) >= 60 or only_label().match(name) or (index > start and not listed_too):
            return
        yield name


def _named(name: str, text: str) -> str | None:
    """A name as the text prints it, whatever stands between its words. Few lines hold its first word: only there is a
    pattern worth its compiling.
    """
    parts = name.split()
    if parts[0].casefold() not in text.casefold():
        return None
    pattern = r"(?<!\w)" + r"\W+".join(map(re.escape, parts)) + r"(?!\w)"
    found = re.search(pattern, text, re.IGNORECASE)
    return found[0] if found else None


def _with_house(around: Surroundings, outlet: Outlet) -> Iterator[Credit]:
    """Names that stand before the house's name, a role or the date in one line: "Budi Santoso, CNN Indonesia",
    "Budi Santoso, Jurnalis · Senin ...", "Budi Santoso - 11 Februari 2016 07:10 WIB".
    """
    for line in (*around.between, *around.above):
        if line.aside or len(line.text) > LONG or is_picture(line.owner):
            continue
        text = _undated(line.text)
        names, comma, house = text.rpartition(",") if "," in text else text.rpartition(" - ")
        house = house.strip(" -–·|")
        if comma and (is_house(house, outlet) or house.casefold() in _ROLES):
            if all(_FULL_NAME.fullmatch(name.strip()) or is_institution(name) for name in _APART.split(names)):
                yield Credit(text.strip(" -–·|"), house.casefold() in _ROLES)
        elif text != line.text and (name := _bare_name(text, frozenset(), outlet)):
            yield Credit(name, False)


def _bare_name(text: str, rubrics: frozenset[str], outlet: Outlet) -> str | None:
    """A full name that stands alone or before a bar, and is no rubric, place or label."""
    name = text.partition("|")[0].strip(" -–—•·,/")
    if not _FULL_NAME.fullmatch(name) or len(name) > 40 or name.casefold() in rubrics:
        return None
    folded = name.casefold().split()
    if not listed("label").isdisjoint(folded) or is_institution(name) or is_nobody(name, outlet):
        return None
    if any(places.kind_of(part) for part in (name, folded[0])):
        return None
    return name


def _rubrics(metadata: Metadata) -> frozenset[str]:
    """The rubrics and tags the metadata name, in lower case: "gaya hidup" is no writer."""
    values = [*as_texts(metadata.article.get("articleSection")), *as_texts(metadata.article.get("keywords"))]
    for name, contents in metadata.meta.items():
        if "section" in name or "keyword" in name or "tag" in name or "category" in name:
            values.extend(contents)
    return frozenset(part.strip().casefold() for value in values for part in value.split(","))
