"""Where, and by which agency, a piece is filed: the dateline at the head of its text."""

import re

from archive.article import Dateline
from archive.outlet import Outlet
from crawler.reading.agencies import agencies, is_own
from crawler.reading.processors.filing import (
    COMMA,
    DASH,
    DATE,
    OPEN,
    OPENING,
    PHRASE,
    RUBRIC,
    SENTENCE,
    SEPARATOR,
    Spot,
    found,
    spot_at,
)
from crawler.reading.processors.place_first import place_first

_Found = tuple[Dateline, int] | None  # a dateline, and where the news begins

_LONGEST = 160  # characters of the longest opening that is looked at: a dateline and the first words behind it
# A desk behind the outlet's name: "VIVA Otomotif – ", "VIVA Militer: ".
_DESK = re.compile(rf"\s(?P<desk>[A-Z][a-z]+)\s*(?:(?:\s{DASH}|–|—)\s*|:\s+)(?=[A-Z\"“])")
_GAP = re.compile(r"\s*\n\s*|\s+(?=[A-Z])")
_STOP = re.compile(rf"\s*[.,]?\s?{DASH}\s*|\s*:\s+|[.,]\s+(?=[A-Z\"“])|\s*\n\s*")
_FULL_STOP = re.compile(r"\.\s+(?=[A-Z\"“])|\s*\n\s*")
_CLOSING = re.compile(rf"\)(?:\s*{DASH}\s*|\s+)(?=[A-Z\"“])")
_CLOSING_DASH = re.compile(rf"\)\s*{DASH}\s*(?=[A-Z\"“])")
_LAST_DASH = re.compile(rf"\s*{DASH}\s*$")
_CLOCK = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")  # "Kompas.com - 23/11/2026, 18:05 WIB" is the line of the date
_LOWER = re.compile(r"[a-zà-ÿ]+(?![\w.])")


def split_dateline(text: str, outlet: Outlet) -> tuple[Dateline | None, str]:
    """The dateline and the text behind it and its separator; (None, text) where none is printed.

    A bare place before a dash, colon, comma or full stop must be a known place, and news must follow: "Jakarta - kota
    yang ..." and "Siti Aminah - penulis ..." are sentences. Next to an agency any capitalised name is a place.
    """
    start = len(text) - len(text.lstrip())
    head = text[: start + _LONGEST]
    made = _agency_first(head, start, outlet) or place_first(head, start, outlet) or _alone(text, start)
    if made is None or _CLOCK.match(text, made[1]):
        return None, text
    dateline, at = made
    return dateline, text[at:]


def _agency_first(text: str, start: int, outlet: Outlet) -> _Found:
    """Reads "Liputan6.com, Jakarta - ", "KOMPAS.com - ", "KONTAN.CO.ID - JAKARTA. ", "(Warta.com) --- "."""
    opening = OPENING.match(text, start)
    name = agencies(outlet).match(text, opening.end() if opening else start)
    if name is None:
        return None
    if opening:
        closing = _CLOSING_DASH.match(text, name.end())
        return found(text, (start, closing.start() + 1), closing.end(), None, name[0]) if closing else None
    return _before_place(text, name) or _behind_mark(text, name) or _alone_agency(text, name, outlet)


def _before_place(text: str, name: re.Match[str]) -> _Found:
    """An agency, a comma or a space, and a place: "Liputan6.com, Jakarta - ", "Liputan6.com, New York Warga"."""
    comma = COMMA.match(text, name.end())
    gap = comma or _GAP.match(text, name.end())
    if gap is None:
        return None
    spot = spot_at(text, gap.end())
    # "Merdeka Bandung - " and "TRIBUN MEDAN - " are names, "NERACA Jakarta - " is not.
    loose = not (comma or "." in name[0] or "\n" in gap[0])
    if loose and (spot is None or not name[0].isupper() or spot.name(text).isupper()):
        return None
    if spot is None:
        phrase = PHRASE.match(text, gap.end()) if comma else None
        separator = SEPARATOR.match(text, phrase.end()) if phrase else None
        if phrase is None or separator is None:
            return None
        unknown = Spot(phrase.start(), phrase.end(), phrase.end())
        return found(text, (name.start(), phrase.end()), separator.end(), unknown, name[0])
    date = DATE.match(text, spot.last)
    last = date.end() if date else spot.last
    if separator := SEPARATOR.match(text, last):
        return found(text, (name.start(), last), separator.end(), spot, name[0])
    closing = OPEN.match(text, spot.end) if not loose and (comma or spot.name(text).isupper()) else None
    if closing is None:
        return None
    return found(text, (name.start(), spot.end), closing.end(), Spot(spot.start, spot.end, spot.end), name[0])


def _behind_mark(text: str, name: re.Match[str]) -> _Found:
    """An agency, a dash, bar or colon, and a place: "KONTAN.CO.ID - JAKARTA. ", "WARTA.COM: (Surabaya) Pemerintah"."""
    agency, separator = name[0], SEPARATOR.match(text, name.end())
    opening = OPENING.match(text, separator.end()) if separator else None
    behind = opening or separator
    spot = spot_at(text, behind.end()) if behind else None
    if spot is None:
        return None
    stop = (_CLOSING if opening else _STOP).match(text, spot.last)
    if stop is None or (stop[0].strip() in (".", ",") and not (spot.name(text).isupper() or "." in agency)):
        return None
    last = stop.start() + 1 if opening else spot.last
    return found(text, (name.start(), last), stop.end(), spot, agency)


def _alone_agency(text: str, name: re.Match[str], outlet: Outlet) -> _Found:
    """An agency without a place: "KOMPAS.com - ", "VIVA Otomotif – ", "REPUBLIKA.CO.ID, Perintah", "RMOL. Harga"."""
    start, end, agency = name.start(), name.end(), name[0]
    if separator := SEPARATOR.match(text, end):
        sure = "." in agency or not _LOWER.match(text, separator.end())
        return found(text, (start, end), separator.end(), None, agency) if sure else None
    if desk := _DESK.match(text, end) if agency.isupper() else None:
        return found(text, (start, desk.end("desk")), desk.end(), None, f"{agency} {desk['desk']}")
    closing = COMMA.match(text, end) if "." in agency else None
    if closing is None and agency.isupper():  # a sentence about a site seldom writes it in capitals
        closing = _FULL_STOP.match(text, end) or (_GAP.match(text, end) if is_own(agency, outlet) else None)
    if closing is None or not SENTENCE.match(text, closing.end()):
        return None
    if agencies(outlet).match(text, closing.end()):
        return None  # a list of sites
    return found(text, (start, end), closing.end(), None, agency)


def _alone(text: str, start: int) -> _Found:
    """A name and a dash and nothing else, on a line of its own: an unknown place ("Kowloon -"), unless a rubric."""
    name = PHRASE.match(text, start) if len(text) < _LONGEST else None
    dash = _LAST_DASH.match(text, name.end()) if name else None
    if name is None or dash is None or RUBRIC.match(name[0]):
        return None
    return found(text, (start, name.end()), dash.end(), Spot(start, name.end(), name.end()), None)
