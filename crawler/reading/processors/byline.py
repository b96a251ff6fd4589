"""Who wrote a piece, from the words of its byline, and the initials that close its text."""

import re

from archive.article import Byline, Person, Role
from archive.outlet import Outlet
from crawler.reading import places
from crawler.reading.agencies import is_agency
from crawler.reading.processors.text import fold_lines

_ROLES: dict[str, Role] = {
    "penulis": "penulis",
    "ditulis oleh": "penulis",
    "oleh": "penulis",
    "by": "penulis",
    "tulisan oleh": "penulis",
    "naskah": "penulis",
    "teks": "penulis",
    "writer": "penulis",
    "author": "penulis",
    "reporter": "reporter",
    "rep": "reporter",
    "laporan wartawan": "reporter",
    "laporan": "reporter",
    "wartawan": "reporter",
    "pewarta": "pewarta",
    "kontributor": "kontributor",
    "jurnalis": "jurnalis",
    "penerjemah": "penerjemah",
    "fotografer": "fotografer",
    "editor": "editor",
    "penyunting": "editor",
    "uploader": "editor",
    "red": "redaktur",
    "redaktur": "redaktur",
    "sumber": "sumber",
}
WRITERS: frozenset[Role] = frozenset({"penulis", "reporter", "pewarta", "kontributor", "jurnalis"})
ROLE_WORDS = "|".join(sorted((re.escape(word).replace(r"\ ", r"\s+") for word in _ROLES), key=len, reverse=True))
_ROLE_BEHIND: dict[Role, Role] = {role: role for role in (*WRITERS, "editor", "redaktur", "fotografer")}
_LABEL = re.compile(
    rf"(?<![\w-])({ROLE_WORDS})(?:\s*(?:&|/|dan)\s*({ROLE_WORDS}))?"
    r"(?:\s*[:：]\s*|\s+-\s+|\.\s*|\s+(?=[A-Z\"“])|$)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"^(Oleh|Penulis|Reporter|Editor)(?=[A-Z][a-z])")  # "OlehBudi": two elements without a space
_TOWN = re.compile(r"^kontributor\s+[A-Z][\w ]*,\s*|^[\w.]+\.(?:com|co\.id|id|net),\s*", re.IGNORECASE)
_RIGHTS = re.compile(r"\s*(?:copyright|hak cipta|©).*$", re.IGNORECASE | re.DOTALL)
_PARTING = re.compile(r"\s*(?:[|•·;\n]|\s/\s|/\s|,|&|\s(?:dan|and)\s)\s*")
_PAREN = re.compile(r"\s*\([^()]*\)")
_WHERE = re.compile(r"\s+di\s+[A-Z].*$")  # "oleh Budi Santoso di Jakarta" (in Jakarta)
_DESK = re.compile(r"\s+[-–—|]\s+\S.*$")  # " - detikNews", " - Bisnis.com"
_DEGREE = re.compile(r"(?:[SMADB]\.\s?[A-Z][\w.]{0,5}|S[EHTP]|M[HMTA]|MBA|Ph\.?D|Lc|Sp\.\w+)\.?")
_HOUSE_WORDS = (
    "redaksi admin administrator redaktur editor newsroom webmaster tim desk photographer fotografer istimewa"
)
_WEEKDAYS = "senin selasa rabu kamis jumat jum'at jum’at sabtu minggu ahad"
_NOBODY = frozenset((*_HOUSE_WORDS.split(), *_WEEKDAYS.split(), "tim redaksi"))
# What stands in the same line as a name: buttons and counters. "Bagikan" = share, "dibaca" = read (so many times).
_BUTTON = re.compile(
    r"komentar|comments?|bagikan|\bshares?\b|facebook|twitter|whatsapp|instagram|\bviews?\b|dibaca|^\W*\d",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{3,}|\d+[:/.]\d")
_GROUP = r"[A-Za-z][A-Za-z0-9]{0,7}"
_INITIALS = re.compile(
    rf"\s*(?:\(\s*(?:\*+|/|[\w*]{{1,8}}(?:\s?[/-]\s?[\w*][\w* ]{{0,20}})+|[A-Za-z]-?\d{{1,2}}"
    rf"|{_GROUP}(?:,\s?{_GROUP}){{0,3}})\s*\)"
    rf"|\[\s*(?:\*+|{_GROUP}(?:\s?/\s?\w{{1,8}})*|)\s*\]|\*{{2,}}/?)\s*\.?\s*$"
)
_UNITS = re.compile(
    r"\(\s*(?:km|m|dan|and|lt|hari|\d+)\s?[/-]", re.IGNORECASE
)  # "(km/jam)", "(dan/atau)", "(2019/2020)"
_CLOSED = re.compile(r"[.!?…”\"'’)]\s*$|\n\s*$|^\s*$")


def parse_byline(text: str, outlet: Outlet) -> Byline | None:
    """People and their roles as printed ("Penulis: A | Editor: B"), a bare name being a writer; None without words.

    The outlet itself, "Redaksi" (newsroom) and "Admin" are nobody: the byline then has its text and no people.
    """
    printed = _GLUED.sub(r"\1 ", fold_lines(text))
    if not printed:
        return None
    house = _house(outlet)
    before, labelled = _chunks(_RIGHTS.sub("", printed).rstrip(" -–—|:"))
    people = [person for role, chunk in labelled for person in _people(chunk, role, house)]
    if not any(person.role in WRITERS and not is_agency(person.name) for person in people):
        # "Budi Santoso, Jurnalis", "Budi Santoso\nEditor: Siti Aminah": the name before the first label is a writer's
        role = _ROLE_BEHIND.get(labelled[0][0], "penulis") if labelled and not labelled[0][1].strip() else "penulis"
        if first := _people(before, role, house):
            people = [*first, *(person for person in people if person.role not in WRITERS)]
    return Byline(text=printed.replace("\n", " "), people=tuple(dict.fromkeys(people)))


def _chunks(printed: str) -> tuple[str, list[tuple[Role, str]]]:
    """The words before the first role, and those behind each role."""
    labels = list(_LABEL.finditer(printed))
    if not labels:
        return printed, []
    ends = [*(label.start() for label in labels[1:]), len(printed)]
    behind = [(_role(label), printed[label.end() : end]) for label, end in zip(labels, ends, strict=True)]
    return printed[: labels[0].start()], behind


def _role(label: re.Match[str]) -> Role:
    """The role of a label; of two, "Redaktur & Reporter", the one that writes."""
    roles = [_ROLES[re.sub(r"\s+", " ", word.lower())] for word in label.groups() if word]
    return next((role for role in roles if role in WRITERS), roles[0])


def split_signoff(text: str) -> tuple[str, str | None]:
    """The text and the initials that close it, as printed: "(mdk/ian)", "(E-2)", "[em/ah]", "(*)"; None without."""
    found = _INITIALS.search(text)
    if found is None:
        return text, None
    mark, before = found[0].strip(), text[: found.start()]
    if _UNITS.match(mark) or ("/" not in mark and "*" not in mark and not _CLOSED.search(before)):
        return text, None  # "... Komisi Pemberantasan Korupsi (KPK)" is prose
    return before.rstrip(), mark


def _people(chunk: str, role: Role, house: set[str]) -> list[Person]:
    names: list[str] = []
    for part in _PARTING.split(_TOWN.sub("", _PAREN.sub("", chunk))):
        name = _WHERE.sub("", _DESK.sub("", part)).strip(" .:-–—|*/()")
        if names and _DEGREE.fullmatch(name):
            names[-1] = f"{names[-1]}, {name}"
        elif name.casefold() == "jurnalis" and names:
            role = "jurnalis"
        elif _is_person(name, house):
            names.append(name)
    if role == "kontributor" and len(names) > 1 and places.kind_of(names[0]):
        del names[0]  # "Kontributor Medan, Budi Santoso"
    if len(names) > 1:
        names = [name for name in names if not is_agency(name)]
    if any(" " in name for name in names):  # "Budi Santoso / FMB": initials beside a name are the editor's
        names = [name for name in names if not (name.isupper() and len(name) <= 4)]
    return [Person(name=name, role=role) for name in names]


def _is_person(name: str, house: set[str]) -> bool:
    folded = name.casefold()
    if not name or {folded, _squash(name)} & house or folded in _NOBODY or _DIGITS.search(name) or _BUTTON.search(name):
        return False
    if name.islower() and name.isalpha():  # an account: "prwire", "humas"
        return False
    return len(name.split()) <= 6 and not folded.startswith(("http", "www."))


def _house(outlet: Outlet) -> set[str]:
    """How a byline names the outlet itself: "Koran Kaltim" on korankaltim.com."""
    names = [name for name in (*outlet.house_names, *outlet.domains, outlet.name, outlet.title) if name]
    return {spelt for name in names for spelt in (name.casefold(), _squash(name), _squash(name.partition(".")[0]))}


def _squash(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
