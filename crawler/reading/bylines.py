"""Who is credited with an article: what is printed around and at the edges of its text, else what its metadata say."""

from collections.abc import Iterable, Sequence

import msgspec

from archive.article import Byline, Person
from archive.outlet import Outlet
from crawler.reading.credits import Credit, credits_around, names_beside_clock
from crawler.reading.head import Surroundings, squash
from crawler.reading.metadata import Metadata
from crawler.reading.processors.byline import parse_byline
from crawler.reading.processors.credit import contributors, is_credit, is_note, is_signed, writer_in
from crawler.reading.processors.names import WRITERS
from crawler.reading.processors.signoff import people_of, split_signoff
from crawler.reading.tree import Tree
from crawler.reading.writers import is_name, named_below, said

_Found = tuple[list[str], list[Person]]  # credits as printed, and whom they credit


def find_byline(
    tree: Tree,
    metadata: Metadata,
    around: Surroundings,
    outlet: Outlet,
    *,
    prose: str = "",
    cut: Sequence[str] = (),
    signoff: str | None = None,
) -> tuple[Byline | None, str | None]:
    """The people credited, and the rule. prose: the words of the article; cut: the lines taken out of them
    because they credit someone; signoff: what closed them.

    Printed lines go before metadata, whose author is often the editor or the house; lines that say a role before names
    that stand alone; all of them before a name beside the date, the name in a note on the writer, and initials.
    """
    names = tuple(dict.fromkeys(said(metadata)))
    beside = [Credit(text, True) for text in cut if is_credit(text)]
    notes = [text for text in cut if is_note(text)]
    printed, people = _credited([*credits_around(tree, around, names, outlet), *beside], outlet)
    rule = "printed"
    if not _write(people):
        signed = [Credit(text, False) for text in cut if is_signed(text)]
        texts, signers = _credited(signed, outlet)
        sources = [msgspec.structs.replace(one, role="sumber") if one.kind == "institution" else one for one in signers]
        printed, people = _with((printed, people), (texts, sources))
    if not _write(people) and (told := _strangers(_told(names, outlet), people)):
        rule, people = "metadata", [*told, *people]
    if not _write(people):
        weak = [*names_beside_clock(around, metadata, prose, outlet), *named_below(tree, around)]
        weak += [name for note in notes if (name := writer_in(note))]
        printed, people = _with((printed, people), _credited([Credit(name, False) for name in weak], outlet))
    for note in notes:
        if (names_in := contributors(note)) and (by := parse_byline(f"Kontributor: {names_in}", outlet)):
            people = [*people, *_strangers(by.people, people)]
    if signoff is not None:
        people = [*people, *_strangers(people_of(signoff, outlet, with_initials=not _write(people)), people)]
    if not printed and not notes and not people:
        return None, None
    return Byline(text=_printed([*printed, *notes]), people=_each_once(people)), rule


def signoff_below(around: Surroundings) -> str | None:
    """The initials that stand on a line of their own right below the text's element, as at Sindonews."""
    for line in around.below[:2]:
        rest, mark = split_signoff(line.text)
        if mark and not rest and mark.islower() and mark.startswith("("):
            return mark
    return None


def _credited(found: Sequence[Credit], outlet: Outlet) -> _Found:
    """The credits that name people or say a role, and the people: those of bare names where no label names a writer,
    or none but a contributor, who is credited beside the newsroom's own.
    """
    printed: list[str] = []
    labelled: list[Person] = []
    bare: list[Person] = []
    for credit in dict.fromkeys(found):
        by = parse_byline(credit.text, outlet)
        if by is not None and (by.people or credit.labelled):
            printed.append(by.text or credit.text)
            (labelled if credit.labelled else bare).extend(by.people)
    if all(person.role == "kontributor" for person in labelled if person.role in WRITERS):
        labelled += _strangers(bare, labelled)
    return printed, labelled


def _with(found: _Found, more: _Found) -> _Found:
    return [*found[0], *more[0]], [*_strangers(more[1], found[1]), *found[1]]


def _strangers(people: Iterable[Person], known: Iterable[Person]) -> list[Person]:
    """Those of them that have no other role already."""
    names = {squash(person.name) for person in known}
    return [person for person in people if squash(person.name) not in names]


def _write(people: Iterable[Person]) -> bool:
    return any(person.role in WRITERS for person in people)


def _told(names: Sequence[str], outlet: Outlet) -> list[Person]:
    return [one for name in names if is_name(name) and (by := parse_byline(name, outlet)) for one in by.people]


def _printed(texts: list[str]) -> str | None:
    """The credits as printed, less those that another one says in full; None without any."""
    keys = [squash(text) for text in texts]
    whole = [key.replace(" ", "") for key in keys]  # names of two links are printed glued and apart
    told = [
        text
        for at, text in enumerate(texts)
        if whole[at] not in whole[:at] and not any(keys[at] != key and f" {keys[at]} " in f" {key} " for key in keys)
    ]
    return " ".join(told) or None


def _each_once(people: Iterable[Person]) -> tuple[Person, ...]:
    """One entry a name as writer and one as anything else; a name alone is not added to one that has a role.

    Metadata give "Tyas Ayu" for the printed "Tyas Ayu Kirana".
    """
    found: dict[tuple[str, bool], Person] = {}
    for person in people:
        name, writes = squash(person.name), person.role in WRITERS
        known = found.get((name, writes))
        if known is None or (known.role == "penulis" and person.role != "penulis"):
            found[name, writes] = person
    writers = [name for name, writes in found if writes]
    return tuple(
        person
        for (name, writes), person in found.items()
        if not (writes and " " in name and any(other.startswith(f"{name} ") for other in writers))
    )
