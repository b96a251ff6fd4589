"""The sample site over real HTTP: the answers a crawler meets."""

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from crawler.workshop.serve import ADDRESS, LAST_MODIFIED, SampleSite, index

ARTICLE = f"{ADDRESS}sumur-resapan-kampung-aur-kurangi-genangan/"


@pytest.fixture(scope="module")
def site() -> Iterator[SampleSite]:
    with SampleSite() as site:
        yield site


class Got:
    """One answer, read to its end."""

    def __init__(self, answer: HTTPResponse) -> None:
        self.status = answer.status
        self.headers = answer.headers
        self.body = answer.read()


def get(site: SampleSite, address: str, method: str = "GET", **headers: str) -> Got:
    connection = HTTPConnection(urlsplit(site.proxy).netloc, timeout=10)
    try:
        connection.request(method, address, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return Got(connection.getresponse())
    finally:
        connection.close()


def test_every_file_is_served_with_the_type_that_the_index_names(site: SampleSite) -> None:
    for entry in index().values():
        if entry.kind not in ("moved", "missing"):
            got = get(site, f"http://warta.example{entry.path}")
            assert (got.status, got.headers["Content-Type"]) == (200, entry.content_type), entry
            assert got.body == entry.body()


def test_the_two_entities_of_a_page_have_two_tags_and_one_text(site: SampleSite) -> None:
    plain, zipped = get(site, ARTICLE), get(site, ARTICLE, Accept_Encoding="gzip, deflate")
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == plain.body
    assert plain.headers["ETag"] != zipped.headers["ETag"]
    assert plain.headers["Vary"] == zipped.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_known_page_is_not_sent_again(site: SampleSite, encoding: str) -> None:
    first = get(site, ARTICLE, Accept_Encoding=encoding)
    for known in ({"If_None_Match": first.headers["ETag"]}, {"If_Modified_Since": first.headers["Last-Modified"]}):
        again = get(site, ARTICLE, Accept_Encoding=encoding, **known)
        assert (again.status, again.body) == (304, b"")


def test_another_tag_goes_before_a_date_that_would_do(site: SampleSite) -> None:
    got = get(site, ARTICLE, If_None_Match='"other"', If_Modified_Since=LAST_MODIFIED)
    assert got.status == 200


@pytest.mark.parametrize("since", ["Wed, 29 Apr 2026 10:00:00 GMT", "yesterday", "Thu, 30 Apr 2026 10:00:00 -0000"])
def test_an_older_or_unreadable_date_gets_the_page(site: SampleSite, since: str) -> None:
    assert get(site, ARTICLE, If_Modified_Since=since).status == 200


def test_an_unknown_path_is_a_page_with_status_404(site: SampleSite) -> None:
    got = get(site, f"{ADDRESS}tidak-ada/")
    assert got.status == 404
    assert b"Laman tidak ditemukan" in got.body  # "page not found"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("jembatan-gantung-tebing-layang/", "jembatan-gantung-baru-persingkat-jalan-ke-sekolah/"),
        ("?p=1517", "sumur-resapan-kampung-aur-kurangi-genangan/"),
        ("tentang-kami", "tentang-kami/"),
    ],
)
def test_a_moved_address_says_where_it_went(site: SampleSite, path: str, target: str) -> None:
    got = get(site, ADDRESS + path)
    assert (got.status, got.headers["Location"]) == (301, ADDRESS + target)


def test_a_tracking_parameter_changes_nothing_and_a_search_does(site: SampleSite) -> None:
    assert get(site, f"{ARTICLE}?utm_source=beranda").body == get(site, ARTICLE).body
    assert get(site, f"{ADDRESS}?s=buku").body != get(site, ADDRESS).body


def test_head_gives_the_headers_without_the_page(site: SampleSite) -> None:
    got = get(site, ARTICLE, method="HEAD")
    assert (got.status, got.body) == (200, b"")
    assert int(got.headers["Content-Length"]) > 10_000


@pytest.mark.parametrize("address", ["http://example.com/", "https://warta.example/", "http://warta.example:8080/"])
def test_nothing_else_is_answered_for(site: SampleSite, address: str) -> None:
    assert get(site, address).status == 502


def test_a_path_alone_belongs_to_the_host_that_is_named(site: SampleSite) -> None:
    assert get(site, "/robots.txt", Host="warta.example").status == 200
    assert get(site, "/robots.txt").status == 502


def test_a_tunnel_is_refused(site: SampleSite) -> None:
    assert get(site, "warta.example:443", method="CONNECT").status == 502
