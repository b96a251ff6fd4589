"""Who wrote a piece, from the words of its byline."""

import re
from functools import cache

from archive.article import Byline, Person, Role
from archive.outlet import Outlet
from crawler.reading.phrases import rows
from crawler.reading.processors.names import WRITERS, is_institution, people_in
from crawler.reading.processors.text import fold_lines

_GLUED = re.compile(r"^(Oleh|Penulis|Reporter|Editor)(?=[A-Z][a-z])")  # "OlehBudi": two elements without a space
# What names nobody and closes a byline: rights, and the note "Penulis adalah dosen ..." (the writer is a lecturer).
_RIGHTS = re.compile(
    r"\s*(?:copyright|hak cipta|©|\b(?:penulis|pengarang)\s+(?:adalah|merupakan|ialah)\b).*$", re.IGNORECASE | re.DOTALL
)
# "REUTERS/Budi Santoso", "Getty Images/iStockphoto/Budi Santoso", "Photo: Budi Santoso": of a photo page
_PHOTO = re.compile(r"([A-Za-z][\w ]{1,30})/\s?(?=[A-Za-z])")
_OF_PHOTO = re.compile(r"photo\s?:\s?", re.IGNORECASE)
# Papers of guests close with "Written for Warta Pagi by Budi Santoso": between the two words stands whom it is for.
_CLIENT = re.compile(
    r"^((?:artikel ini )?(?:written|ditulis)) (?:for|untuk) [^.\n]{2,60}? (by|oleh)(?= (?-i:[A-Z]))", re.IGNORECASE
)
_LONG = 1000  # no byline is longer; what stands behind is kept in the text only
_SHY_WORDS = (
    "source author writer by red rep teks naskah journalist contributor photographer foto foto-foto video ilustrasi "
    "infografis grafis desk"
)
_SHY = frozenset(_SHY_WORDS.split())


@cache
def _roles() -> dict[str, Role | None]:
    """Each label of data/roles.tsv and its role; None for words behind which nobody stands."""
    return {label: None if role == "-" else role for role, label, *_ in rows("roles")}  # type: ignore[misc]


def role_words(*, all_labels: bool = False) -> str:
    """The labels of people as alternatives of a pattern, the longest first; all_labels: those of nobody as well."""
    labels = (re.escape(word).replace(r"\ ", r"\s+") for word, role in _roles().items() if role or all_labels)
    return "|".join(sorted(labels, key=lambda label: (-len(label), label)))


@cache
def _label() -> re.Pattern[str]:
    """A label, or two joined, and what parts it from the name; the BBC's "Penulis, Budi Santoso" has a comma."""
    words = role_words(all_labels=True)
    return re.compile(
        rf"(?<![\w-])({words})(?:\s*(?:&|/|dan)\s*({words}))?"
        r"(?:\s*[:：]\s*|\s+[-–]\s+|\.\s*|(?<=penulis),\s+|\s+(?=[A-Z\"“])|$)",
        re.IGNORECASE,
    )


def parse_byline(text: str, outlet: Outlet) -> Byline | None:
    """People and their roles as printed ("Penulis: A | Editor: B"), a bare name being a writer; None without words.

    The outlet itself, "Redaksi" (newsroom) and "Admin" are nobody: the byline then has its text and no people. Never
    raises.
    """
    printed = _GLUED.sub(r"\1 ", fold_lines(text))
    if not printed:
        return None
    before, labelled = _chunks(_RIGHTS.sub("", without_client(printed[:_LONG])).rstrip(" -–—|:"))
    people = [person for role, chunk in labelled if role for person in people_in(chunk, role, outlet)]
    if not any(person.role in WRITERS and person.kind is None for person in people):
        first = _unlabelled(before, labelled, outlet)
        if any(person.kind is None or not people for person in first):
            people = [*first, *(person for person in people if person.role not in WRITERS)]
    return Byline(text=printed.replace("\n", " "), people=tuple(dict.fromkeys(people)))


def without_client(credit: str) -> str:
    """A credit less for whom the piece was written: "Written for Warta Pagi by Budi Santoso"."""
    return _CLIENT.sub(r"\1 \2", credit) if credit[:8].lower() in ("written ", "ditulis ", "artikel ") else credit


def _unlabelled(before: str, labelled: list[tuple[Role | None, str]], outlet: Outlet) -> list[Person]:
    """Those before the first label: writers, of its role where nobody stands behind it ("Budi Santoso, Jurnalis")."""
    role: Role = "penulis"
    if labelled and (said := labelled[0][0]) and said != "sumber":
        behind = labelled[0][1].strip()
        if not behind or (said == "kontributor" and not people_in(behind, said, outlet)):
            role = said
    sources: list[Person] = []
    if labelled_photo := _OF_PHOTO.match(before):
        before = before[labelled_photo.end() :]
    while (photo := _PHOTO.match(before)) is not None and is_institution(photo[1]):
        sources.append(Person(name=photo[1], role="sumber", kind="institution"))
        before = before[photo.end() :]
    if sources or labelled_photo:
        return [*sources, *people_in(before, "fotografer", outlet)]
    return people_in(before, role, outlet)


def _chunks(printed: str) -> tuple[str, list[tuple[Role | None, str]]]:
    """The words before the first role, and those behind each role."""
    labels = [label for label in _label().finditer(printed) if _is_label(label)]
    if not labels:
        return printed, []
    ends = [*(label.start() for label in labels[1:]), len(printed)]
    behind = [(_role(label), printed[label.end() : end]) for label, end in zip(labels, ends, strict=True)]
    return printed[: labels[0].start()], behind


def _is_label(label: re.Match[str]) -> bool:
    """Whether it is no word of a name ("New Home Source"): English and short ones need a colon or stand first."""
    if label[1].lower() not in _SHY or ":" in label[0]:
        return True
    return not label.string[: label.start()].strip() or label.string[: label.start()].rstrip(" ")[-1] in "|/(,.;\n"


def _role(label: re.Match[str]) -> Role | None:
    """The role of a label; of two, "Redaktur & Reporter", the one that writes."""
    roles = [_roles()[re.sub(r"\s+", " ", word.lower())] for word in label.groups() if word]
    return next((role for role in roles if role in WRITERS), roles[0])
