"""The initials, desk code or source that closes a text, and whom they credit."""

import re

from archive import places
from archive.article import Person
from archive.outlet import Outlet
from crawler.reading.agencies import is_agency
from crawler.reading.processors.names import is_institution, is_nobody, listed

_GROUP = r"[A-Za-z][A-Za-z0-9]{0,7}"
# "(mdk/ian)", "(E-2)", "(A-089)", "(*)", "(***/Budi Santoso)", "(AFP, Reuters)", "[em/ah]", "rs/hp (dpa, AFP)", "***".
_MARK = re.compile(
    rf"\s*(?:(?:(?:(?<=\s)|^)[a-z]{{2,4}}/[a-z]{{2,4}}\s)?\(\s*(?:\*+|/|[\w*]{{1,8}}(?:\s?[/-]\s?[\w*][\w* ]{{0,20}})+"
    rf"|[A-Za-z]{{1,3}}-?\d{{1,3}}|{_GROUP}(?:(?:,|\s&)\s?{_GROUP}){{0,3}})\s*\)(?:\*{{1,3}})?"
    rf"|\[\s*(?:\*+|{_GROUP}(?:\s?/\s?\w{{1,8}})*|)\s*\]|(?<![\w(])[a-z]{{2,4}}/[a-z]{{2,4}}(?=\s*$)|\*{{2,}}/?)\s*\.?\s*$"
)
_NAME = r"[A-Z][a-z’']+\.?(?:\s[A-Z][a-z’']*\.?){0,3}"
_FULL_NAME = re.compile(rf"\s*\(\s*({_NAME}(?:\s?/\s?{_NAME})*)\s*\)\s*$")  # "(Budi Santoso/Siti Aminah)"
_CLOSED = re.compile(r"[.!?…”\"'’)]\s*$|\n\s*$|^\s*$")
_INITIALS = re.compile(r"[a-z][a-z0-9]{1,7}|[a-z0-9]{2,8}", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{1,3}[-/]?\d{1,3}")
_LONG = 60  # no sign-off is longer


def split_signoff(text: str) -> tuple[str, str | None]:
    """The text and the initials that close it, as printed: "(mdk/ian)", "(E-2)", "[em/ah]", "(*)"; None without.

    Parentheses that belong to a sentence stay: "... Komisi Pemberantasan Korupsi (KPK)", "80 (km/jam)". Never raises.
    """
    tail = text[-_LONG:]
    if not tail.rstrip(" .\n").endswith((")", "]", "*", "/")) and "/" not in tail:
        return text, None
    found = _MARK.search(tail)
    if found is None:
        return _split_name(text)
    start = len(text) - len(tail) + found.start()
    mark, before = text[start:].strip(), text[:start]
    if not _is_mark(mark, closed=_CLOSED.search(before[-9:]) is not None):
        return text, None
    return before.rstrip(), mark


def _split_name(text: str) -> tuple[str, str | None]:
    """A full name that closes the text behind its last full stop, as local papers print it: "(Budi Santoso)"."""
    found = _FULL_NAME.search(text, max(0, len(text) - _LONG))
    if found is None or " " not in found[1] or not _CLOSED.search(text[max(0, found.start() - 9) : found.start()]):
        return text, None
    words = {word.strip(".").casefold() for word in found[1].replace("/", " ").split()}
    if not words.isdisjoint(listed("nameless") | listed("label")) or places.kind_of(found[1]):
        return text, None
    return text[: found.start()].rstrip(), found[0].strip()


def _is_mark(mark: str, *, closed: bool) -> bool:
    groups = [group for group in re.split(r"[^\w]+", mark) if group]
    if groups and all(group.isdigit() for group in groups):  # "(2019/2020)", "(23/11/2026)"
        return False
    words = {group.casefold() for group in groups}
    if words and words <= (listed("end") if len(groups) == 1 else listed("end") | listed("pair")):
        return False
    if closed or not groups:
        return closed or "*" in mark
    if mark.endswith("."):  # the full stop of the sentence they stand in
        return False
    return "/" in mark and all(
        group.islower() and 2 <= len(group) <= 5 and group not in listed("pair") for group in groups
    )


def people_of(mark: str, outlet: Outlet, *, with_initials: bool) -> tuple[Person, ...]:
    """Whom a sign-off credits: agencies and papers as source; where nobody else writes, a full name as writer and
    initials as such. Desk codes ("E-2"), asterisks and the outlet's own letters credit nobody.
    """
    found: list[Person] = []
    for part in re.split(r"[/,&()\[\]*]", mark):
        name = part.strip(" .-")
        if not name or _CODE.fullmatch(name) or _is_house(name, outlet):
            continue
        if is_agency(name) or (" " in name and is_institution(name)):
            found.append(Person(name=name, role="sumber", kind="institution"))
        elif with_initials and " " in name and not is_nobody(name, outlet):
            found.append(Person(name=name, role="penulis"))
        elif with_initials and _INITIALS.fullmatch(name):
            found.append(Person(name=name, role="inisial"))
    return tuple(dict.fromkeys(found))


def _is_house(name: str, outlet: Outlet) -> bool:
    folded = name.casefold()
    return (
        folded in listed("nobody")
        or folded in ("adv", "rel", "rls", "hms", "tim")
        or folded == outlet.name.partition(".")[0]
    )
