"""The parts that datelines are made of: separators, dates, and the places with what the gazetteer knows of them."""

import re
from dataclasses import dataclass

from archive import places as gazetteer
from archive.article import Dateline, Place
from crawler.reading import places
from crawler.reading.agencies import is_agency

DASH = r"[-–—―−‒‐‑]{1,4}"
# A dash also behind a comma or full stop ("BANDUNG, (PR).-"), a colon, a bar, two strokes.
SEPARATOR = re.compile(rf"\s*(?:[.,:]?\s?{DASH}|:|\|{{1,2}}|//)\s*")
# What begins the news: a capital, a figure, an opening quotation mark, or a small letter as in "iPhone".
_NEWS = r"(?:[\"“”'‘’«(\[]{0,2}[A-Z0-9À-Þ]|[a-z][A-Z])"
NEWS = re.compile(_NEWS)
# Words that go on with a sentence about a place, or name a spot in it: "Jakarta, Kota Metropolitan, ...".
_SPOTS = (
    r"(?:Ibu|Ibukota|Kota|Kab|Kabupaten|Provinsi|Pulau|Jalan|Jl|Kecamatan|Kec|Desa|Kelurahan|Gedung|Hotel|Stadion|Istana"
    r"|Istora|Gelora|Bandara|Pelabuhan|Pasar|Kampus|Universitas|Masjid|Balai|Balaikota|Kantor|Gunung|Pantai|Sungai)\b"
)
SENTENCE = re.compile(rf"(?!{_SPOTS})[\"“'‘]?[A-Z]")
# A list or an apposition: "Roma, Juventus, dan Inter", "Solo, Laskar Mataram - tim tua".
LIST = re.compile(r"(?:[A-Z][\w'’]*\s?){1,4}(?:,|dan\b|[-–—]\s)")
COMMA = re.compile(r"\s*,\s*")
# Nothing but white space, a comma or a full stop before the news, or nothing at all follows.
OPEN = re.compile(rf"\s*[,.]?(?:\s+(?={_NEWS})|\s*\n\s*|\s*$)")
_CAPITALISED = r"[A-ZÀ-Þ][\w'’]*(?:[.-][\w'’]+)*"
PHRASE = re.compile(rf"{_CAPITALISED}(?:\s{_CAPITALISED}){{0,3}}")
_JOINT = re.compile(r"\s?[/&]\s?|\s(?:dan|and)\s")
OPENING = re.compile(r"\s?\(\s?")
_MONTH = r"(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|agt|ags|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*\.?"
_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)"
_DAY = rf"\d{{1,2}}\s*(?:{_MONTH}|[/.-]\s*\d{{1,2}})(?:[\s/.,-]*\d{{2,4}})?"
# As in "Istanbul, 23 Februari 2016 (Antara/PRNewswire) --", "Jakarta, Senin (23/11) -", "Jakarta (5/1/2026) -" and, in
# Malaysia, "KUALA LUMPUR 2 Nov -"; behind an agency "Jakarta (ANTARA) 23/11/2026 -".
DATE = re.compile(
    rf"\s*[,(]\s*(?:(?:{_WEEKDAY},?\s*)?{_DAY}|{_WEEKDAY},?\s*(?:\(?\d[\d/.-]+\)?)?)\)?(?!\w)"
    rf"|\s+\d{{1,2}}(?:\s+{_MONTH}(?:\s+\d{{4}})?|/\d{{1,2}}/\d{{2,4}})(?=\s*[-–—:(])",
    re.IGNORECASE,
)
# Words that stand where a dateline stands: "INFO BISNIS -", "VIDEO -", "BOLA -" (football; also a district).
RUBRIC = re.compile(
    r"(?:info|berita|video|foto|opini|kolom|breaking|hot|news|advertorial|ulasan|kuis|catatan|cerita|editorial|tajuk"
    r"|inforial|pariwara|siaran|rilis|update|live|resensi|cerpen|puisi|profil|sosok|tips|infografi[ks]|wawancara|bola)\b",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_CLOSES = re.compile(rf"\s{DASH}\s|\s\(")  # behind the second place of "Jakarta, Beijing - "
_PARTS = re.compile(rf"{_JOINT.pattern}|{COMMA.pattern}")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or several, known or not: where they begin and end, and where the region printed behind them ends."""

    start: int
    end: int
    last: int

    def name(self, text: str) -> str:
        """The places as printed, without the region."""
        return " ".join(text[self.start : self.end].split())


def spot_at(text: str, at: int) -> Spot | None:
    """A known place at this point, or several joined by "/", "&" or "dan" (and), with a region as in "Mataram, NTB".

    A comma joins two places where the second holds no such place as the first: "Jakarta, Beijing - ".
    """
    end = places.longest_at(text, at)
    if end is None:
        return None
    while joint := _JOINT.match(text, end):
        further = places.longest_at(text, joint.end())
        if further is None:
            break
        end = further
    last = past_region(text, end)
    if text.startswith(",", end) and _CLOSES.match(text, last):
        other = text[end:last].strip(" ,")
        if gazetteer.far_apart(text[at:end], other) and not is_agency(other):  # MINA is an agency, Mina a town
            end = last
    return Spot(at, end, last)


def past_region(text: str, end: int) -> int:
    """Behind "Mataram, NTB" and "Sentani (Papua)"; `end` itself where no region is printed."""
    if comma := COMMA.match(text, end):
        return places.longest_at(text, comma.end()) or end
    if opening := OPENING.match(text, end):
        region = places.longest_at(text, opening.end())
        return region + 1 if region and text.startswith(")", region) else end
    return end


def found(text: str, printed: tuple[int, int], at: int, spot: Spot | None, agency: str | None) -> tuple[Dateline, int]:
    """The dateline printed between two points, and where the news begins."""
    start, end = printed
    name = spot.name(text) if spot else None
    dateline = Dateline(
        text=" ".join(text[start:end].split()),
        separator=_SPACE.sub(lambda gap: "\n" if "\n" in gap[0] else " ", text[end:at]),
        place=places.printed(name) if name else None,
        places=_resolved(text, spot) if spot else (),
        agency=agency.rstrip("/") if agency else None,
    )
    return dateline, at


def _resolved(text: str, spot: Spot) -> tuple[Place, ...]:
    """The places that the gazetteer knows; the region printed behind them says which of several is meant."""
    name, region = spot.name(text), text[spot.end : spot.last].strip(" ,()\n") or None
    names = [name] if gazetteer.kind_of(name) else _PARTS.split(name)
    known = (gazetteer.find(one, within=region) for one in names)
    return tuple(dict.fromkeys(place for place in known if place))
