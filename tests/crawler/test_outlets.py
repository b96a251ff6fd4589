"""From an address or a name to its outlet."""

import pytest

from crawler.outlets import UNKNOWN, outlet_for, spider_for


@pytest.mark.parametrize("given", ["https://www.warta.example/berita/1", "http://m.warta.example/", "warta.example"])
def test_a_site_without_a_file_is_named_by_its_registered_domain(given: str) -> None:
    outlet = outlet_for(given)
    assert (outlet.name, outlet.domains) == ("warta.example", ("warta.example",))


def test_a_host_without_a_name_is_an_outlet_too() -> None:
    assert outlet_for("http://127.0.0.1:8000/kabar").name == "127.0.0.1"


@pytest.mark.parametrize("given", ["urn:sha256:00ff", "kompos", ""])
def test_what_is_no_address_and_no_name_is_unknown(given: str) -> None:
    assert outlet_for(given) is UNKNOWN


@pytest.mark.parametrize(
    ("domain", "zone"),
    [
        ("beritamanado.example", "Asia/Makassar"),
        ("bali-express.example", "Asia/Makassar"),
        ("kaltimpost.example", "Asia/Makassar"),
        ("suarantb.example", "Asia/Makassar"),
        ("kabarpapua.example", "Asia/Jayapura"),
        ("ambontoday.example", "Asia/Jayapura"),
        ("malaysiagazette.example", "Asia/Kuala_Lumpur"),
        ("warta.com.my", "Asia/Kuala_Lumpur"),
        ("kabarbanten.example", "Asia/Jakarta"),
        ("kaltengpos.example", "Asia/Jakarta"),
        ("mediaindonesia.example", "Asia/Jakarta"),
        ("kembali.example", "Asia/Jakarta"),
        ("balita.example", "Asia/Jakarta"),
        ("warta.example", "Asia/Jakarta"),
    ],
)
def test_the_name_of_a_site_without_a_file_tells_its_zone(domain: str, zone: str) -> None:
    assert outlet_for(f"https://www.{domain}/berita/1").zone == zone


def test_the_spiders_of_any_site_belong_to_no_outlet() -> None:
    assert spider_for("wordpress") is None
    assert spider_for("https://warta.example/") is None
