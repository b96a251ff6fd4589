"""The gazetteer: names of places, in Indonesian, with their codes and countries."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import places
from archive.article import Place

DATA = Path(places.__file__).parent / "data"


def table(name: str) -> list[list[str]]:
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


REGIONS = table("regions")
CODES = {code for code, _ in REGIONS}
CAPITALS = """\
AF Kabul; AL Tirana; DZ Aljir; AO Luanda; SA Riyadh; AR Buenos Aires; AM Yerevan; AU Canberra; AT Wina; AZ Baku;
BH Manama; BD Dhaka; NL Amsterdam; NL Den Haag; BY Minsk; BE Brussel; BJ Porto-Novo; BT Thimphu; BO La Paz;
BA Sarajevo; BW Gaborone; BR Brasilia; BN Bandar Seri Begawan; BG Sofia; BF Ouagadougou; BI Gitega; CZ Praha;
TD N'Djamena; CL Santiago; DK Kopenhagen; DJ Djibouti; TL Dili; EC Quito; SV San Salvador; ER Asmara; EE Tallinn;
ET Addis Ababa; FJ Suva; PH Manila; FI Helsinki; GA Libreville; GE Tbilisi; GH Accra; GT Guatemala;
HT Port-au-Prince; HN Tegucigalpa; HU Budapest; IN New Delhi; IQ Baghdad; IR Teheran; IE Dublin; IS Reykjavik;
IL Yerusalem; IT Roma; CI Yamoussoukro; JM Kingston; JP Tokyo; DE Berlin; KH Phnom Penh; CM Yaounde; CA Ottawa;
KZ Astana; KE Nairobi; KG Bishkek; CO Bogota; KR Seoul; KP Pyongyang; HR Zagreb; CU Havana; KW Kuwait;
LA Vientiane; LV Riga; LB Beirut; LR Monrovia; LY Tripoli; LT Vilnius; LU Luksemburg; MK Skopje; MG Antananarivo;
MW Lilongwe; MV Male; MY Kuala Lumpur; MY Putrajaya; ML Bamako; MT Valletta; MA Rabat; MR Nouakchott;
MX Kota Meksiko; EG Kairo; MD Chisinau; MC Monako; MN Ulan Bator; ME Podgorica; MZ Maputo; MM Naypyidaw;
NA Windhoek; NP Kathmandu; NE Niamey; NG Abuja; NI Managua; NO Oslo; OM Muskat; PK Islamabad; PS Ramallah;
PA Panama; CI Abidjan; PG Port Moresby; PY Asuncion; FR Paris; PE Lima; PL Warsawa; PT Lisboa; QA Doha;
CD Kinshasa; CG Brazzaville; CF Bangui; DO Santo Domingo; RO Bukares; RU Moskow; RW Kigali; WS Apia;
SM San Marino; NZ Wellington; SN Dakar; RS Beograd; SL Freetown; SG Singapura; CY Nikosia; SK Bratislava;
SI Ljubljana; SO Mogadishu; ES Madrid; LK Kolombo; GB London; SD Khartoum; SS Juba; SR Paramaribo; SY Damaskus;
SE Stockholm; CH Bern; CH Jenewa; TJ Dushanbe; TZ Dodoma; TH Bangkok; CN Beijing; TW Taipei; TG Lome;
TO Nuku'alofa; TT Port of Spain; TN Tunis; TR Ankara; TM Ashgabat; UG Kampala; UA Kyiv; AE Abu Dhabi;
UY Montevideo; US Washington DC; UZ Tashkent; VU Port Vila; VA Vatikan; VE Karakas; VN Hanoi; JO Amman;
GR Athena; YE Sana'a; ZA Pretoria; ZM Lusaka; ZW Harare; XK Pristina; LI Vaduz; AD Andorra"""


def test_all_provinces_regencies_and_cities_are_there() -> None:
    levels = [code.count(".") for code in CODES]
    assert (levels.count(0), levels.count(1)) == (38, 514)
    assert levels.count(2) > 7000
    assert all(code.rpartition(".")[0] in CODES for code in CODES if "." in code)


@pytest.mark.parametrize(("code", "official"), [row for row in REGIONS if len(row[0]) <= 5], ids=lambda cell: cell)
def test_every_region_is_found_by_its_official_name(code: str, official: str) -> None:
    place = places.find(official if "." in code else f"Provinsi {official}")
    assert place is not None
    assert (place.country, place.code) == ("ID", code)


@pytest.mark.parametrize("line", [one.strip() for one in CAPITALS.split(";")])
def test_capitals_in_indonesian_spelling_have_their_country(line: str) -> None:
    country, _, name = line.partition(" ")
    for spelling in (name, name.upper()):
        place = places.find(spelling)
        assert place is not None
        assert (place.country, place.code) == (country, None)


@pytest.mark.parametrize(
    ("name", "ordinary", "code"),
    [
        ("BOGOR", "Bogor", "32.71"),
        ("Kab. Bogor", "Bogor", "32.01"),
        ("Kabupaten Malang", "Malang", "35.07"),
        ("Kota Malang", "Malang", "35.73"),
        ("Malang", "Malang", "35.73"),
        ("Bandung", "Bandung", "32.73"),
        ("Bandung Barat", "Bandung Barat", "32.17"),
        ("Banjar", "Banjar", "32.79"),
        ("Serang", "Serang", "36.73"),
        ("Jambi", "Jambi", "15.71"),
        ("Provinsi Jambi", "Jambi", "15"),
        ("Gorontalo", "Gorontalo", "75.71"),
        ("DKI Jakarta", "Jakarta", "31"),
        ("Jaksel", "Jakarta Selatan", "31.74"),
        ("Solo", "Surakarta", "33.72"),
        ("Jogja", "Yogyakarta", "34.71"),
        ("DIY", "DI Yogyakarta", "34"),
        ("Jateng", "Jawa Tengah", "33"),
        ("Sumatra Barat", "Sumatera Barat", "13"),
        ("GUNUNGKIDUL", "Gunungkidul", "34.03"),
        ("Gunung Kidul", "Gunungkidul", "34.03"),
        ("Toli-Toli", "Toli-Toli", "72.04"),
        ("Purwokerto", "Purwokerto", "33.02"),
        ("Labuhan Bajo", "Labuan Bajo", "53.15"),
        ("Klojen", "Klojen", "35.73"),
        ("Sorong", "Sorong", "96.71"),
        ("Wamena", "Wamena", "95.01"),
        ("Nabire", "Nabire", "94.01"),
        ("Merauke", "Merauke", "93.01"),
        ("Papua Barat Daya", "Papua Barat Daya", "96"),
        ("Kalimantan", "Kalimantan", None),
        ("Sukorejo", "Sukorejo", None),
    ],
)
def test_a_name_in_indonesia_gives_its_code(name: str, ordinary: str, code: str | None) -> None:
    assert places.find(name) == Place(name=ordinary, country="ID", code=code)


@pytest.mark.parametrize(
    ("name", "within", "code"),
    [
        ("Banjar", "Kalsel", "63.03"),
        ("Banjar", "Jawa Barat", "32.79"),
        ("Sukorejo", "Pasuruan", "35.14"),
        ("Puncak", "Papua Tengah", "94.05"),
        ("Mataram", "NTB", "52.71"),
        ("Jakarta", "Bandung", "31"),
    ],
)
def test_the_region_printed_behind_a_name_tells_which_is_meant(name: str, within: str, code: str) -> None:
    place = places.find(name, within=within)
    assert place is not None
    assert place.code == code


def test_a_district_outside_the_region_printed_behind_it_is_not_meant() -> None:
    assert places.find("Klojen", within="Jawa Barat") is None


@pytest.mark.parametrize(
    ("spelling", "name", "country"),
    [
        ("Moscow", "Moskow", "RU"),
        ("Kiev", "Kyiv", "UA"),
        ("Makkah", "Mekkah", "SA"),
        ("Medina", "Madinah", "SA"),
        ("St. Petersburg", "St Petersburg", "RU"),
        ("São Paulo", "Sao Paulo", "BR"),
        ("GEORGE TOWN", "George Town", "MY"),
        ("Georgetown", "Georgetown", "GY"),
        ("Tiongkok", "Tiongkok", "CN"),
        ("Perancis", "Prancis", "FR"),
        ("SYDNEY", "Sydney", "AU"),
    ],
)
def test_spellings_of_a_place_abroad_give_one_name(spelling: str, name: str, country: str) -> None:
    assert places.find(spelling) == Place(name=name, country=country)


@pytest.mark.parametrize(
    "name", ["Kashmir", "Newcastle", "Petani", "Sumber", "Ibu", "Selesai", "", " ", "Kota", "kota "]
)
def test_what_is_no_place_or_may_be_one_of_several_countries_gives_none(name: str) -> None:
    assert places.find(name) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Jakarta", "town"),
        ("GUNUNGKIDUL", "regency"),
        ("Kota Bandung", "city"),
        ("Kab. Bogor", "regency"),
        ("Kota Agung", "town"),
        ("Jawa Timur", "province"),
        ("Klojen", "district"),
        ("Wina", "world"),
        ("Tiongkok", "country"),
        ("TTS", "small"),
        ("Kashmir", "world"),
        ("Petani", None),
    ],
)
def test_kinds_of_places(name: str, kind: str | None) -> None:
    assert places.kind_of(name) == kind


def test_every_row_of_our_own_table_names_a_region_or_a_country_and_no_name_twice() -> None:
    seen: set[str] = set()
    regions = {places.key(re.sub(r"^(Kota|Kabupaten)( Administrasi)? ", "", name)) for _, name in REGIONS}
    for kind, where, names in table("places"):
        assert kind in {"town", "small", "world", "country", "word"}
        if kind in {"town", "small"}:
            assert where == "ID" or where in CODES, names
        elif kind != "word":
            assert re.fullmatch(r"[A-Z]{2}|-", where), names
        for spelling in re.split(r", |/", names):
            folded = places.key(spelling)
            assert folded not in seen or folded in regions or folded == "georgetown", spelling
            seen.add(folded)


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_name_raises(name: str, within: str) -> None:
    places.find(name, within=within)
    assert places.spelling_of(name) is None or places.kind_of(name)


@pytest.mark.parametrize(
    ("name", "other", "apart"),
    [
        ("Jakarta", "Beijing", True),
        ("Jakarta", "Surabaya", True),
        ("Beijing", "Tokyo", True),
        ("Mataram", "NTB", False),
        ("Wamena", "Papua", False),
        ("Cibinong", "Bogor", False),
        ("Batu", "Malang", False),
        ("New York", "Amerika Serikat", False),
        ("Jakarta", "Georgia", False),
        ("Jakarta", "Sawah Contoh", False),
    ],
)
def test_a_place_and_the_region_it_lies_in_are_not_far_apart(name: str, other: str, *, apart: bool) -> None:
    assert places.far_apart(name, other) == apart
