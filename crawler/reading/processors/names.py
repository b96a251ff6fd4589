"""The people and institutions that a piece of a byline names."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from archive import places
from archive.article import Person, Role
from archive.outlet import Outlet
from crawler.reading.agencies import is_agency
from crawler.reading.phrases import rows
from crawler.reading.processors.titles import is_given

WRITERS: frozenset[Role] = frozenset({"penulis", "reporter", "pewarta", "kontributor", "jurnalis"})
# What parts names. "serta" and "dan" = and; "Kementerian ATR/BPN" and "Kementerian Desa dan PDT" are one source each.
_PARTING = re.compile(r"(\s*(?:[|•·;\n/&]|,(?:\s(?:dan|serta)\s)?|\s(?:dan|and|serta)\s)\s*)")
_PARTING_SOURCES = re.compile(r"(\s*(?:[|•·;\n,]|\s/\s|/\s)\s*)")
_PAREN = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_CONTACT = re.compile(
    r"(?:(?:e-?mail|surel|twitter|instagram|ig|wa|hp|telp)\s*[.:]\s*)?(?:\S{1,64}@\S{2,64}|@\w+|\+?\d[\d\s-]{7,16}\d)",
    re.IGNORECASE,
)
# "oleh Budi Santoso di Jakarta" (in Jakarta), "dari" = from; "Budi Santoso adalah pengajar" (is a teacher).
_WHERE = re.compile(r"\s+(?:di|dari)\s+[A-Z].*$|(?:^|\s+)(?:adalah|merupakan|ialah)\s.*$")
_DESK = re.compile(r"\s+[-–—]\s+\S.*$|(?<=\w)[-–—]\s+[a-z]+[A-Z]\w+$")  # " - detikNews", " - Bisnis.com"
_DEGREE = re.compile(
    r"(?:[SMADB]\.\s?[A-Z][\w.]{0,5}|S[EHTP]|SSos|SPd|MSi|MPd|MSc|MAP?|M[HMTA]|MBA|Ph\.?\s?D|Lc|LL\.?M|Sp\.\s?\w+)\.?"
)
_GLUED = re.compile(r"\b([A-Z]\w+\s[A-Z][a-z]{2,})(?=[A-Z][a-z]+\s[A-Z])")  # "Budi SantosoSiti Aminah": two links
_EDGES = " .:,-–—|*/()[]_'’‘\"“”"
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|co\.id|or\.id|go\.id|id|net|co|tv|news|org)", re.IGNORECASE)
# Where a reporter writes for: "Laporan Wartawan Warta.com, Budi", "Laporan Reporter Tribun Jogja Budi Santoso".
_EMPLOYER = re.compile(rf"(?:{_DOMAIN.pattern}|Tribun\s?[A-Z]\w+)\s*[,-]?\s+(?=[A-Z])")
_DIGITS = re.compile(r"\d{3,}|\d+[:/.]\d")
_NUMBERED = re.compile(r"[\s_-]*\d*$")
# What stands in the same line as a name: buttons and counters. "Bagikan" = share, "dibaca" = read (so many times).
_BUTTON = re.compile(
    r"komentar|comments?|bagikan|\bshares?\b|facebook|twitter|whatsapp|instagram|\bviews?\b|dibaca|selengkapnya|^\W*\d",
    re.IGNORECASE,
)
_WORDS = 6  # no name has more


@cache
def listed(kind: str) -> frozenset[str]:
    """The words or names of one kind in data/names.tsv."""
    return frozenset(word for row in rows("names") if row[0] == kind for word in row[1].split(", "))


def people_in(chunk: str, role: Role, outlet: Outlet) -> list[Person]:
    """Whom a stretch of a byline credits in this role; an institution behind a name is its source or left out.

    Degrees stay with the name ("Dr. Budi Santoso, M.Si"); addresses, handles, telephone numbers, posts ("Dosen ...")
    and places behind the name do not. The outlet itself, its newsroom and its accounts are nobody.
    """
    if role != "sumber":
        chunk = _without_employer(chunk, role)
    found: list[Person] = []
    described = False
    for apart, name in _pieces(chunk, role):
        if found and _DEGREE.fullmatch(name):
            found[-1] = Person(name=f"{found[-1].name}, {name}", role=role, kind=found[-1].kind)
        elif found and (own := _OWN_ROLE.get(name.casefold())):
            found = [Person(name=person.name, role=own, kind=person.kind) for person in found]
            role = own
        elif found and apart and (described or _is_post(name) or places.kind_of(name)):
            described = True
        elif (person := _person(name, role, outlet)) is not None:
            described = False
            found.append(person)
    return _settled(found, role)


_OWN_ROLE: dict[str, Role] = {"jurnalis": "jurnalis", "reporter": "reporter", "kontributor": "kontributor"}


def _pieces(chunk: str, role: Role) -> Iterator[tuple[bool, str]]:
    """The pieces that may be names, and whether a comma or bar stands before each."""
    parting = _PARTING_SOURCES if role == "sumber" else _PARTING
    parts = parting.split(_GLUED.sub(r"\1, ", _PAREN.sub(" ", chunk)))
    for at in range(0, len(parts), 2):
        name = " ".join(_WHERE.sub("", _DESK.sub("", _CONTACT.sub(" ", parts[at]))).split()).strip(_EDGES)
        if name:
            yield at > 0 and parts[at - 1].strip()[:1] in (",", "|"), name


def _without_employer(chunk: str, role: Role) -> str:
    """Less the paper or town that stands before the name: "Kontributor Medan, Budi Santoso", "Reporter Medan: Budi"."""
    chunk = chunk.strip()
    where, colon, rest = chunk.partition(":")
    if colon and (places.kind_of(where.strip()) or is_institution(where)):
        chunk = rest.strip()
    if chunk[:12].casefold() == "kontributor ":
        chunk = chunk[12:]
    if (employer := _EMPLOYER.match(chunk)) is not None:
        return chunk[employer.end() :]
    if role in ("penulis", "pewarta"):
        return chunk
    first, comma, rest = chunk.partition(",")
    if comma and rest.strip() and (is_institution(first) or places.kind_of(first)):
        return rest
    words = chunk.split(" ")
    for many in (3, 2, 1):
        if len(words) > many and " ".join(words[:many]).casefold() in listed("paper"):
            return " ".join(words[many:])
    return chunk


def _person(name: str, role: Role, outlet: Outlet) -> Person | None:
    if role != "sumber":
        name = _without_post(name)
        if ":" in name:  # a label that no table knows: "Kameramen: Budi Santoso"
            return None
    if is_nobody(name, outlet):
        return None
    known = role == "sumber" or is_institution(name)
    if known and role != "sumber" and _is_of_the_house(name, outlet):
        return None
    return Person(name=name, role=role, kind="institution" if known else None)


def _without_post(name: str) -> str:
    """Less the post before it: "Dosen UI Dr. Budi Santoso"; "" where but a house is named ("Mahasiswa UI": student)."""
    words = name.split()
    if len(words) < 2 or words[0].casefold() not in listed("post"):
        return name
    at = next((at for at, word in enumerate(words) if at and is_given(word)), None)
    if at is None:
        rest = " ".join(words[1:])
        return "" if is_institution(rest) or (rest.isupper() and len(rest) <= 6) else name
    while at > 1 and words[at - 1].endswith("."):
        at -= 1
    return " ".join(words[at:])


def _settled(found: list[Person], role: Role) -> list[Person]:
    """An institution beside a name is where it writes or what it draws on; initials beside one are the editor's."""
    if role == "kontributor" and all(one.kind == "institution" or places.kind_of(one.name) for one in found):
        return []  # "Kontributor SCTV", "Kontributor Bandung" say for whom and where, not who
    if role == "sumber" or not any(person.kind is None for person in found):
        return found
    kept: list[Person] = []
    for person in found:
        if person.kind is None:
            if not (len(person.name) <= 4 and person.name.isupper() and any(" " in one.name for one in found)):
                kept.append(person)
        elif _is_media(person.name) and (kept or role == "penulis"):
            kept.append(Person(name=person.name, role="sumber", kind="institution"))
    return kept


def is_nobody(name: str, outlet: Outlet) -> bool:
    """Whether it names nobody: the house, its newsroom, an account, a button, a date, a sentence."""
    folded = name.casefold()
    first = _NUMBERED.sub("", folded.split(" ")[0].strip("_-."))
    if not name or is_house(name, outlet) or _NUMBERED.sub("", folded) in listed("nobody") | listed("label"):
        return True
    if first in listed("nobody") or folded in ("tim", "tim redaksi", "tim editor", "tim liputan", "tim media"):
        return True
    if name.islower() and name.isalpha() and not _is_media(name):  # an account: "prwire", "humas"
        return True
    if len(name.split()) > _WORDS or folded.startswith(("http", "www.")):
        return True
    return bool(_DIGITS.search(name) or _BUTTON.search(name))


def is_house(name: str, outlet: Outlet) -> bool:
    """Whether it is the outlet's own name, or a desk's that goes by it: "detikUpdate", "kumparanNEWS"."""
    return not {name.casefold(), _squash(name)}.isdisjoint(_house(outlet)) or _is_branch(name, outlet)


def is_institution(name: str) -> bool:
    """Whether a name is an office's, a firm's, a team's or a paper's: "Humas Kemenag", "PT Warta", "Tim Riset"."""
    folded = name.casefold()
    return folded.split(" ")[0] in listed("first") or _is_media(name) or folded.startswith(("tribun ", "kemen"))


def _is_media(name: str) -> bool:
    folded = name.casefold()
    words = folded.replace("/", " ").split()
    return (
        folded in listed("paper")
        or not listed("any").isdisjoint(words)
        or is_agency(name)
        or _DOMAIN.fullmatch(name) is not None
    )


def _is_post(name: str) -> bool:
    folded = name.casefold()
    return folded.split(" ")[0] in listed("post") or (is_institution(name) and not _is_media(name))


def _is_of_the_house(name: str, outlet: Outlet) -> bool:
    """An institution of the outlet's own name that is no team: "Kompas Cyber Media", "PT. VIVA MEDIA BARU"."""
    words = {word.strip(".") for word in name.casefold().split()}
    return "tim" not in words and not words.isdisjoint(_house(outlet))


def _is_branch(name: str, outlet: Outlet) -> bool:
    own = outlet.name.partition(".")[0].casefold()
    rest = name[len(own) :]
    return len(own) >= 4 and " " not in name and name.casefold().startswith(own) and rest[:1].isupper()


@lru_cache(maxsize=64)
def _house(outlet: Outlet) -> frozenset[str]:
    """How a byline names the outlet itself: "Koran Kaltim" on korankaltim.com."""
    names = [name for name in (*outlet.house_names, *outlet.domains, outlet.name, outlet.title) if name]
    return frozenset(
        spelt for name in names for spelt in (name.casefold(), _squash(name), _squash(name.partition(".")[0]))
    )


def _squash(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
