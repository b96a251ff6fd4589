"""Where, and by which agency, a piece is filed: the dateline at the head of its text."""

import re

from archive.article import Dateline
from archive.outlet import Outlet
from crawler.reading import places
from crawler.reading.agencies import agencies

_DASH = r"(?:-{1,3}|[–—―−‒])"
_SEPARATOR = re.compile(rf"\s*(?:{_DASH}|:)\s*")
_COMMA = re.compile(r"\s*,\s*")
_CAPITALISED = r"[A-ZÀ-Þ][\w'’]*(?:[.-][\w'’]+)*"
_PHRASE = re.compile(rf"{_CAPITALISED}(?:\s{_CAPITALISED}){{0,3}}")
_JOINT = re.compile(r"\s?[/&]\s?|\s(?:dan|and)\s")
_MONTH = r"(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|agt|ags|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*\.?"
_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)"
# As in "Istanbul, 23 Februari 2016 (Antara/PRNewswire) --" and "Jakarta, Senin (23/11) -".
_DATE = re.compile(
    rf"\s*[,(]\s*(?:{_WEEKDAY},?\s*(?:\(?\d[\d/.]+\)?)?|(?:{_WEEKDAY},?\s*)?\d{{1,2}}\s*(?:{_MONTH}|[/.]\s*\d{{1,2}})"
    r"(?:[\s/.,]*\d{2,4})?)\)?",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\s*,?\s*\(\s*([^()\n]{2,40}?)\s*\)")
# "SURABAYA (Warta Jatim) - ": a paper we do not know, behind a place in capitals and before a dash.
_OWN_PAPER = re.compile(rf"\s*\([A-Z][\w.]*(?:\s[A-Z][\w.]*){{0,3}}\)\s*{_DASH}")
_BEHIND = re.compile(r"\s*(?:,|\||\s[-–—])\s*|\s*\n\s*")
# A desk behind the outlet's name: "VIVA Otomotif – ", "VIVA Militer: ".
_DESK = re.compile(rf"\s(?P<desk>[A-Z][a-z]+)\s*(?:(?:\s{_DASH}|–|—)\s*|:\s+)(?=[A-Z\"“])")
_GAP = re.compile(r"\s*\n\s*|\s+(?=[A-Z])")
_STOP = re.compile(rf"\.\s+(?=[A-Z\"“])|\s*{_DASH}\s*")
_FULL_STOP = re.compile(r"\.\s+(?=[A-Z\"“])|\s*\n\s*")
_OPEN = re.compile(r"\s*[,.]?(?:\s+(?=[A-Z\"“'‘\d])|\s*\n\s*|\s*$)")  # no separator: the news or nothing follows
_LAST_DASH = re.compile(rf"\s*{_DASH}\s*$")
# Words that stand where a dateline stands: "INFO BISNIS -", "VIDEO -".
_RUBRIC = re.compile(r"(?:info|berita|video|foto|opini|kolom|breaking|hot|news|advertorial|ulasan|kuis)", re.IGNORECASE)
_TOWNS = frozenset({"city", "world"})
_CLOCK = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")  # "Kompas.com - 23/11/2026, 18:05 WIB" is the line of the date
# A caption ran into the text: "Iptu Budi BOROKO".
_MIXED = re.compile(r"[A-Z][a-z]\w*\s(?:.*\s)?[A-Z]{4,}|^[A-Z]{4,}\s(?:.*\s)?[A-Z][a-z]")
_LOWER = re.compile(r"[a-zà-ÿ]+(?![\w.])")
# Words that go on with a sentence about the place, not with its news: "Jakarta, Kota Metropolitan, ..."
_NEWS = re.compile(r"(?!(?:Ibu|Ibukota|Kota|Kabupaten|Provinsi|Pulau|Jalan|Kecamatan|Desa)\b)[\"“'‘]?[A-Z]")


def split_dateline(text: str, outlet: Outlet) -> tuple[Dateline | None, str]:
    """The dateline and the text behind it and its separator; (None, text) where none is printed.

    A bare place before a dash, colon, comma or full stop must be a known place, and news must follow: "Jakarta - kota
    yang ..." and "Siti Aminah - penulis ..." are sentences. Next to an agency any capitalised name is a place.
    """
    start = len(text) - len(text.lstrip())
    found = _agency_first(text, start, outlet) or _place_first(text, start, outlet) or _alone(text, start)
    if found is None or _CLOCK.match(text, found[1]):
        return None, text
    dateline, end = found
    return dateline, text[end:].lstrip()


def _agency_first(text: str, start: int, outlet: Outlet) -> tuple[Dateline, int] | None:
    """Reads "Liputan6.com, Jakarta - ", "KOMPAS.com - ", "KONTAN.CO.ID - JAKARTA. ", "Liputan6.com, Jakarta Warga"."""
    name = agencies(outlet).match(text, start)
    if name is None:
        return None
    end, agency = name.end(), name[0]
    comma = _COMMA.match(text, end)
    behind = comma or _GAP.match(text, end)
    if behind and not comma and "." not in agency and "\n" not in behind[0]:
        behind = None  # "Merdeka Bandung ..." is a name
    place = _place_behind(text, behind.end(), sure=comma is not None) if behind else None
    if behind and place:
        return _made(text, start, place[0], text[behind.end() : place[0]], agency), place[1]
    separator = _SEPARATOR.match(text, end) or (_DESK.match(text, end) if agency.isupper() else None)
    if separator:
        town = _town_behind(text, separator.end())
        if town:
            return _made(text, start, town[0], text[separator.end() : town[0]], agency), town[1]
        if desk := separator.groupdict().get("desk"):
            return _made(text, start, separator.end("desk"), None, f"{agency} {desk}"), separator.end()
        if "." in agency or not _LOWER.match(text, separator.end()):
            return _made(text, start, end, None, agency), separator.end()
        return None
    # "REPUBLIKA.CO.ID, Perintah ..."; a list of sites is none.
    if comma and "." in agency and _NEWS.match(text, comma.end()) and not agencies(outlet).match(text, comma.end()):
        return _made(text, start, end, None, agency), comma.end()
    return None


def _town_behind(text: str, at: int) -> tuple[int, int] | None:
    """Reads "JAKARTA. " or "Jakarta - " behind "KONTAN.CO.ID - "."""
    end = places.longest_at(text, at)
    stop = _STOP.match(text, end) if end else None
    if end is None or stop is None or (stop[0].strip() == "." and not text[at:end].isupper()):
        return None
    return end, stop.end()


def _place_behind(text: str, at: int, *, sure: bool) -> tuple[int, int] | None:
    """End of the place behind an agency, and where the text goes on; sure: a comma stands between the two."""
    known = _known_places(text, at)
    if known is None:
        phrase = _PHRASE.match(text, at) if sure else None
        separator = _SEPARATOR.match(text, phrase.end()) if phrase else None
        return (phrase.end(), separator.end()) if phrase and separator else None
    region = _region(text, known)
    if separator := _SEPARATOR.match(text, region):
        return region, separator.end()
    closing = _OPEN.match(text, known) if sure or text[at:known].isupper() else None
    return (known, closing.end()) if closing else None


def _place_first(text: str, start: int, outlet: Outlet) -> tuple[Dateline, int] | None:
    """Reads "JAKARTA, KOMPAS.com - ", "Jakarta (ANTARA) - ", "Jakarta/Beijing (ANTARA) - ", "Jakarta - "."""
    known = _known_places(text, start)
    if known is not None:
        for last in dict.fromkeys((_region(text, known), known)):
            found = _with_agency(text, start, known, last, outlet) or _bare(text, start, known, last)
            if found:
                return found
    phrase = _PHRASE.match(text, start)
    if phrase and phrase.end() != known and not _MIXED.search(phrase[0]):
        return _with_agency(text, start, phrase.end(), _region(text, phrase.end()), outlet)
    return None


def _alone(text: str, start: int) -> tuple[Dateline, int] | None:
    """A name and a dash and nothing else, on a line of its own: an unknown place ("Kowloon -"), unless a rubric."""
    name = _PHRASE.match(text, start)
    dash = _LAST_DASH.match(text, name.end()) if name else None
    if name is None or dash is None or _RUBRIC.match(name[0]):
        return None
    return _made(text, start, name.end(), name[0], None), dash.end()


def _with_agency(text: str, start: int, place: int, last: int, outlet: Outlet) -> tuple[Dateline, int] | None:
    date = _DATE.match(text, last)
    at = date.end() if date else last
    parenthesis = _PARENTHESIS.match(text, at)
    own_paper = text[start:place].isupper() and parenthesis and _OWN_PAPER.match(text, parenthesis.start())
    if parenthesis and (_is_agency(parenthesis[1], outlet) or own_paper):
        end, agency = parenthesis.end(), parenthesis[1]
    else:
        behind = _BEHIND.match(text, at)
        name = agencies(outlet).match(text, behind.end()) if behind else None
        if name is None:
            return None
        end = _region_edition(text, name.end())
        agency = text[name.start() : end]
    separator = _SEPARATOR.match(text, end)
    if separator:
        return _made(text, start, end, text[start:place], agency), separator.end()
    closing = _OPEN.match(text, end)
    if closing and places.kind_of(text[start:place]):
        return _made(text, start, end, text[start:place], agency), closing.end()
    return None


def _region_edition(text: str, end: int) -> int:
    """Past the region of an agency's edition: "NU Online Jatim" before a separator or a line break."""
    region = places.longest_at(text, end + 1) if text[end : end + 1] == " " else None
    return region if region and (_SEPARATOR.match(text, region) or text[region : region + 1] == "\n") else end


def _bare(text: str, start: int, place: int, last: int) -> tuple[Dateline, int] | None:
    """A known place and nothing but a separator or a date before the news."""
    date = _DATE.match(text, last)
    end = date.end() if date else last
    name = text[start:place]
    kind = places.kind_of(name)
    separator = _SEPARATOR.match(text, end)
    if separator:
        if _LOWER.match(text, separator.end()):
            return None
        if separator[0].strip() == ":" and not (kind in _TOWNS and _NEWS.match(text, separator.end())):
            return None  # "Jawa Tengah: 1.204 kasus", "Sumber: Dinas Pertanian" (source; also a district)
        # "Jakarta-Bandung kini ..." is a route, "JAKARTA-Puluhan warga ..." a dateline.
        titled = name.isupper() and text[separator.end() : separator.end() + 2].istitle()
        if separator[0] == "-" and (not titled or places.longest_at(text, separator.end())):
            return None
        return _made(text, start, end, name, None), separator.end()
    if name.isupper() and (stop := _FULL_STOP.match(text, last)):
        return _made(text, start, last, name, None), stop.end()
    comma = _COMMA.match(text, last) if last == place and kind in _TOWNS else None
    if comma and _NEWS.match(text, comma.end()) and places.longest_at(text, comma.end()) is None:
        return _made(text, start, last, name, None), comma.end()
    return None


def _known_places(text: str, start: int) -> int | None:
    """Where a known place ends, or several joined by "/", "&" or "dan" (and)."""
    end = places.longest_at(text, start)
    while end is not None and (joint := _JOINT.match(text, end)):
        further = places.longest_at(text, joint.end())
        if further is None:
            break
        end = further
    return end


def _region(text: str, end: int) -> int:
    """Past a province printed behind the place: "Mataram, NTB"."""
    comma = _COMMA.match(text, end)
    return (places.longest_at(text, comma.end()) or end) if comma else end


def _made(text: str, start: int, end: int, place: str | None, agency: str | None) -> Dateline:
    printed = " ".join(text[start:end].split())
    return Dateline(text=printed, place=places.printed(" ".join(place.split())) if place else None, agency=agency)


def _is_agency(name: str, outlet: Outlet) -> bool:
    """What stands in parentheses behind a place: its first words name an agency ("Antara/Xinhua", "Antara Kalteng")."""
    return agencies(outlet).match(name.partition("/")[0].strip()) is not None
