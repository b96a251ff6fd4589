"""Pages that are no article, each with the reason that says so."""

import pytest

from archive.reason import Reason
from tests.crawler.reading.sample import FIRST, SECOND, THIRD, article, markup, page, refused

CARDS = "".join(
    f"<div class='kartu'><h2><a href='/2026/11/berita-{n}/'>Judul berita contoh nomor {n} dari desa sebelah</a></h2>"
    f"<p>Ringkasan berita nomor {n} yang menceritakan kejadian di pasar dan di sekolah pada hari Senin lalu.</p></div>"
    for n in range(14)
)
INDEX = f"<html><head><title>Warta Contoh</title></head><body><h1>Terkini</h1><main>{CARDS}</main></body></html>"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, Reason.MISSING),
        (410, Reason.MISSING),
        (403, Reason.REFUSED_BY_SERVER),
        (429, Reason.REFUSED_BY_SERVER),
        (500, Reason.HTTP_ERROR),
    ],
)
def test_an_error_status_is_refused_whatever_the_page_says(status: int, reason: Reason) -> None:
    assert refused(page(markup(), status=status)).reason is reason


@pytest.mark.parametrize("body", [b"", b" \n\t ", b"<!-- -->"])
def test_a_page_of_nothing_is_empty(body: bytes) -> None:
    assert refused(page(body)).reason is Reason.EMPTY


@pytest.mark.parametrize("body", [b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n" + bytes(200), bytes(range(32)) * 40])
def test_bytes_that_are_no_text_are_no_page(body: bytes) -> None:
    assert refused(page(body)).reason is Reason.NOT_HTML


def test_a_picture_by_its_declared_type_is_no_page() -> None:
    assert refused(page(markup(), kind="image/jpeg")).reason is Reason.NOT_HTML


@pytest.mark.parametrize(
    "told",
    [
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Warta</title></channel></rss>",
        "<?xml version='1.0'?>\n<?xml-stylesheet href='a.xsl'?>\n<urlset></urlset>",
        "Hanya teks tanpa markah.",
    ],
)
def test_feeds_sitemaps_and_plain_text_are_no_page(told: str) -> None:
    assert refused(told).reason is Reason.NOT_HTML


def test_a_page_beyond_two_megabytes_is_too_large() -> None:
    assert refused(page(markup(f"<p>{FIRST * 20000}</p>"))).reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    "address",
    [
        "https://www.warta.example/",
        "https://www.warta.example/index.php",
        "https://www.warta.example/tag/kebun/",
        "https://www.warta.example/category/daerah/",
        "https://www.warta.example/author/siti/",
        "https://www.warta.example/search?q=kebun",
        "https://www.warta.example/daerah/page/3/",
        "https://indeks.warta.example/",
    ],
)
def test_the_address_of_an_index_is_believed(address: str) -> None:
    assert refused(page(markup(), address=address)).reason is Reason.INDEX_PAGE


def test_a_wordpress_post_by_its_number_is_an_article() -> None:
    assert article(page(markup(), address="https://www.warta.example/?p=123")).headline


def test_a_list_of_articles_is_told_by_its_teasers() -> None:
    assert refused(page(INDEX, address="https://www.warta.example/terpilih-pekan-ini/")).reason is Reason.INDEX_PAGE


def test_an_article_with_many_links_around_it_is_one() -> None:
    assert article(markup(below=CARDS)).sections[0].blocks[-1].text == THIRD  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "title",
    ["404 Not Found", "Halaman tidak ditemukan - Warta Contoh", "Page not found | Warta", "Error 404 (Not Found)"],
)
def test_an_error_page_served_as_found_is_known_by_its_title(title: str) -> None:
    told = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    assert refused(told).reason is Reason.ERROR_PAGE


def test_an_article_about_error_pages_is_one() -> None:
    assert article(markup(headline="Mengapa Situs Sering Menampilkan Kode 404 dan Cara Mengatasinya")).headline


def test_a_challenge_for_browsers_is_a_wall() -> None:
    told = "<html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p></body></html>"
    assert refused(told).reason is Reason.BOT_WALL
