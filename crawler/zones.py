"""The time zone of an outlet without a file, as far as its domain tells it."""

import re
from functools import lru_cache

from archive import places
from archive.outlet import JAKARTA

_CENTRAL, _EASTERN = "Asia/Makassar", "Asia/Jayapura"
# The provinces of the central and the eastern zone by the first digits of their codes: Bali and Nusa Tenggara, South,
# East and North Kalimantan, Sulawesi; Maluku, Papua. All others keep Jakarta's time (presidential decree 41 of 1987).
_PROVINCES = {**dict.fromkeys(("51", "52", "53", "63", "64", "65", "7"), _CENTRAL), "8": _EASTERN, "9": _EASTERN}
_COUNTRIES = {"MY": "Asia/Kuala_Lumpur", "SG": "Asia/Singapore", "BN": "Asia/Brunei", "TL": "Asia/Dili"}
# What papers put before or behind the place in their name: koran, harian = daily, berita, kabar, warta, info = news,
# suara = voice, sinar = ray, gema = echo, jurnal, lintas = across; "Kaltim Post", "Berita Manado", "Malaysia Gazette".
_BEFORE = re.compile(
    r"(?:koran|harian|pos|berita|kabar|warta|info|suara|sinar|gema|jurnal|lintas|radar|media|portal|tribun|nusa|detik|free)-?(?=...)"
)
_BEHIND = re.compile(
    r"(?<=...)-?(?:post|pos|e[kx]s?pres+|news|times|today|gazette|online|terkini|info|update|hits|kini|satu|tv|daily"
    r"|media|today|raya|aktual|bisnis|kita|now)$"
)


@lru_cache(maxsize=1024)
def zone_of(domain: str) -> str:
    """The IANA zone of a registered domain: by its country ("warta.com.my"), or by the place in its name
    ("beritamanado.com"); Jakarta's where neither tells. Never raises.
    """
    label, _, suffix = domain.lower().partition(".")
    if (abroad := _COUNTRIES.get(suffix.rpartition(".")[2].upper())) is not None:
        return abroad
    bare = _BEFORE.sub("", label, count=1) if _BEFORE.match(label) else label
    for name in (label, bare, _BEHIND.sub("", label), _BEHIND.sub("", bare)):
        kind = places.kind_of(name)
        place = places.find(name.replace("-", " ")) if kind not in (None, "district", "small") else None
        if place is None:
            continue
        if place.country in _COUNTRIES:
            return _COUNTRIES[place.country]
        code = place.code or ""
        return _PROVINCES.get(code[:2]) or _PROVINCES.get(code[:1]) or JAKARTA
    return JAKARTA
