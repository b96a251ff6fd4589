"""Datelines that begin with their place: "JAKARTA, KOMPAS.com - ", "Jakarta (ANTARA) - ", "Jakarta - "."""

import re
from functools import partial

from archive import places
from archive.article import Dateline
from archive.outlet import Outlet
from crawler.reading.agencies import agencies
from crawler.reading.places import longest_at
from crawler.reading.processors.filing import (
    COMMA,
    DASH,
    DATE,
    LIST,
    NEWS,
    OPEN,
    PHRASE,
    RUBRIC,
    SENTENCE,
    SEPARATOR,
    Spot,
    found,
    past_region,
    spot_at,
)

_Found = tuple[Dateline, int] | None

_PARENTHESIS = re.compile(rf"\s*(?:[,:]|{DASH})?\s*\(\s*([^()\n]{{2,40}}?)\s*\)")
# "Warta Jatim", "HAKA", "Warta/ant": the name of a paper that no table has.
_PAPER = re.compile(r"[A-Z][\w.'’]*(?:[ /-][A-Z][\w.'’]*|/[a-z]{2,4}){0,4}")
_DASH = re.compile(rf"\s*[.,]?\s?{DASH}")
# A dash that no word goes on behind ("Toko-toko").
_SPACED_DASH = re.compile(rf"\s*[.,]?\s?(?:(?<=[\s.,]){DASH}|[–—]{{1,2}})\s*|\s*-{{1,3}}\s+")
_BEHIND = re.compile(r"\s*(?:,|\||\s[-–—])\s*|\s*\n\s*")
_FULL_STOP = re.compile(r"\.\s+(?=[A-Z\"“])|\s*\n\s*")
_LINE_END = re.compile(r"\s*\n\s*")  # "Jakarta, 5 Mei 2026" above a press release
_SURE = frozenset({"town", "city", "regency", "world"})  # kinds of places that need no dash
# A caption ran into the text: "Iptu Budi BOROKO".
_MIXED = re.compile(r"[A-Z][a-z]\w*\s(?:.*\s)?[A-Z]{4,}|^[A-Z]{4,}\s(?:.*\s)?[A-Z][a-z]")
_LOWER = re.compile(r"[a-zà-ÿ]+(?![\w.])")
_GOES_ON = re.compile(r"\s+[a-zà-ÿ]")
# Towns whose names begin sentences as common words: puncak = peak, batu = stone, palu = hammer.
_WORDS_TOO = frozenset({"puncak", "batu", "serang", "palu", "banjar", "bima", "sorong"})


def place_first(text: str, start: int, outlet: Outlet) -> _Found:
    """Reads "JAKARTA, KOMPAS.com - ", "Jakarta (ANTARA) - ", "Jakarta/Beijing (ANTARA) - ", "Jakarta - "."""
    spot = spot_at(text, start)
    if spot is not None:
        spots = tuple(dict.fromkeys((spot, Spot(start, spot.end, spot.end))))
        for read in (partial(_with_agency, outlet=outlet), _with_paper, _bare):
            if dateline := next(filter(None, (read(text, one) for one in spots)), None):
                return dateline
    phrase = PHRASE.match(text, start)
    if phrase is None or (spot and phrase.end() == spot.end) or _MIXED.search(phrase[0]):
        return None
    unknown = Spot(start, phrase.end(), phrase.end())
    inside = Spot(start, phrase.end(), past_region(text, phrase.end()))
    return _with_agency(text, unknown, outlet) or _with_agency(text, inside, outlet) or _with_region(text, unknown)


def _with_agency(text: str, spot: Spot, outlet: Outlet) -> _Found:
    """A place, a date perhaps, and an agency behind a comma, a bar or a dash, or in parentheses."""
    date = DATE.match(text, spot.last)
    at = date.end() if date else spot.last
    known = places.kind_of(spot.name(text)) is not None
    parenthesis = _PARENTHESIS.match(text, at)
    if parenthesis and (_is_agency(parenthesis[1], outlet) or _is_paper(text, spot, parenthesis, known=known)):
        end, agency = parenthesis.end(), parenthesis[1]
    else:
        behind = _BEHIND.match(text, at)
        name = agencies(outlet).match(text, behind.end()) if behind else None
        if name is None:
            return None
        end = _region_edition(text, name.end())
        agency = text[name.start() : end]
        parenthesis = None
    if (date := DATE.match(text, end)) and SEPARATOR.match(text, date.end()):
        end = date.end()  # "SUMBAWA, warta.com (28 Agustus 2026) — "
    closing = SEPARATOR.match(text, end) or (OPEN.match(text, end) if known else None)
    # "Jakarta, Humas Kementerian – ": no space alone closes a name that could go on
    if closing is None or (closing[0] == " " and parenthesis is None and "." not in agency):
        return None
    return found(text, (spot.start, end), closing.end(), spot, agency)


def _is_agency(name: str, outlet: Outlet) -> bool:
    """What stands in parentheses behind a place: its first words name an agency ("Antara/Xinhua", "Antara Kalteng")."""
    return agencies(outlet).match(name.partition("/")[0].strip()) is not None


def _is_paper(text: str, spot: Spot, parenthesis: re.Match[str], *, known: bool) -> bool:
    """Reads "SURABAYA (Warta Jatim) - ": a paper we do not know, behind a known place or capitals, before a dash."""
    if not _PAPER.fullmatch(parenthesis[1]) or places.kind_of(parenthesis[1]):
        return False
    return (known or spot.name(text).isupper()) and _DASH.match(text, parenthesis.end()) is not None


def _region_edition(text: str, end: int) -> int:
    """Past the region of an agency's edition: "NU Online Jatim" before a separator or a line break."""
    region = longest_at(text, end + 1) if text[end : end + 1] == " " else None
    return region if region and (SEPARATOR.match(text, region) or text[region : region + 1] == "\n") else end


def _with_paper(text: str, spot: Spot) -> _Found:
    """Reads "SAMPIT, Radar Sawah – ": a paper we do not know, between a place in Indonesia and a dash."""
    place = places.find(spot.name(text))
    comma = COMMA.match(text, spot.last) if place and place.country == "ID" else None
    name = PHRASE.match(text, comma.end()) if comma else None
    if name is None or not SENTENCE.match(name[0]) or DATE.match(text, spot.last):
        return None
    if longest_at(text, name.start()) == name.end():
        return None  # a second place
    dash = _SPACED_DASH.match(text, name.end())
    if dash is None or not NEWS.match(text, dash.end()):
        return None
    return found(text, (spot.start, name.end()), dash.end(), spot, name[0])


def _with_region(text: str, unknown: Spot) -> _Found:
    """Reads "SUKAMAJU, BOGOR - ": a village in capitals that no table has, and the known place that it lies in."""
    name = unknown.name(text)
    comma = COMMA.match(text, unknown.end) if name.isupper() and not RUBRIC.match(name) else None
    region = spot_at(text, comma.end()) if comma else None
    if region is None or not region.name(text).isupper():
        return None
    dash = _SPACED_DASH.match(text, region.last)
    if dash is None or not NEWS.match(text, dash.end()):
        return None
    spot = Spot(unknown.start, unknown.end, region.last)
    return found(text, (unknown.start, region.last), dash.end(), spot, None)


def _bare(text: str, spot: Spot) -> _Found:
    """A known place and nothing but a separator or a date before the news."""
    date = DATE.match(text, spot.last)
    end = date.end() if date else spot.last
    name = spot.name(text)
    if RUBRIC.fullmatch(name):
        return None
    if separator := SEPARATOR.match(text, end):
        if not _separates(text, name, separator):
            return None
        return found(text, (spot.start, end), separator.end(), spot, None)
    if date and (line := _LINE_END.match(text, end)):
        return found(text, (spot.start, end), line.end(), spot, None)
    sure = places.kind_of(name) in _SURE
    stop = _FULL_STOP.match(text, spot.last) if name.isupper() else None
    if stop and (sure or stop[0].strip()):  # "TAPA" on a line of its own may head a list
        return found(text, (spot.start, spot.last), stop.end(), spot, None)
    comma = COMMA.match(text, spot.last) if sure and spot.last == spot.end else None
    if comma and _is_news(text, comma.end()):
        return found(text, (spot.start, spot.last), comma.end(), spot, None)
    return None


def _separates(text: str, name: str, separator: re.Match[str]) -> bool:
    """Whether what stands behind a bare place and a separator is the news."""
    at, mark, kind = separator.end(), separator[0].strip(), places.kind_of(name)
    if _LOWER.match(text, at):
        return False
    if kind == "country" and not name.isupper():
        return False  # "Indonesia - Malaysia sepakat ..."
    if mark in (":", "|", "//"):  # "Jawa Tengah: 1.204 kasus", "Sumber: Dinas Pertanian" (source; also a district)
        return (kind in _SURE or name.isupper()) and SENTENCE.match(text, at) is not None
    if not name.isupper() and (_is_route(text, name, separator) or _may_be_a_person(name)):
        return False
    if separator[0] == "-":  # "Jakarta-Bandung kini ..." is a route, "JAKARTA-Puluhan warga ..." a dateline.
        return name.isupper() and text[at : at + 2].istitle() and longest_at(text, at) is None
    return True


def _is_route(text: str, name: str, separator: re.Match[str]) -> bool:
    """Whether a sentence begins with two places: "Surabaya – Malang kini ditempuh dua jam" (now takes two hours).

    "Jakarta - Indonesia mengimpor" is a dateline, "Papua - Papua Nugini sepakat" (agree) is none.
    """
    at = separator.end()
    end = longest_at(text, at) if "\n" not in separator[0] else None
    if end is None or not _GOES_ON.match(text, end):
        return False
    other = text[at:end]
    kind = places.kind_of(other)
    if kind == "country":
        return places.kind_of(name) == "province"
    return kind in _SURE and other.casefold() not in {name.casefold(), *_WORDS_TOO} and "." in _code(other)


def _code(name: str) -> str:
    """The code of a place, its country's abroad; a full stop stands in that of a city or regency."""
    place = places.find(name)
    return (place.code or f"{place.country}.") if place else ""


def _may_be_a_person(name: str) -> bool:
    """Whether places of several countries, and people, are called so: "Georgia - Penyanyi itu" (the singer)."""
    return places.kind_of(name) == "world" and places.find(name) is None


def _is_news(text: str, at: int) -> bool:
    """Whether a sentence begins here that is neither a list of places nor goes on about the place before it."""
    return bool(SENTENCE.match(text, at)) and not LIST.match(text, at) and longest_at(text, at) is None
