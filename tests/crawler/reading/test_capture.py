"""Text captures, plain text as copied from a browser, as pages."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from lxml import html

from archive.article import Article
from archive.outlet import Outlet
from archive.page import Page
from crawler.reading.capture import is_capture, to_html
from crawler.reading.read import read

SEED = Path(__file__).resolve().parents[4] / "shared" / "seed"
CAPTURE = """
Ekonomi

Petani Menanam Padi Lebih Awal di Musim Kemarau

Karawang — Para petani di tiga desa mulai menanam padi lebih awal karena air dari bendungan sudah mengalir.
Kepala desa mengatakan bahwa warga sudah menunggu sejak awal bulan ini.

“Kami tidak mau terlambat lagi,” ujar seorang petani yang ditemui di sawahnya pada pagi hari itu.


Air Bendungan Mulai Dialirkan

Bendungan itu menampung air untuk empat ribu hektare sawah di wilayah utara kabupaten tersebut.


“Padi Genjah”: Benih Baru?

Penyuluh memperkenalkan benih yang dapat dipanen dalam waktu delapan puluh hari setelah ditanam.

Tinggalkan Balasan

Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *"""


def page(text: str, address: str = "urn:sha256:0") -> Page:
    return Page(address=address, body=text.encode(), fetched_at=datetime(2026, 11, 23, tzinfo=UTC))


def article(one: Page) -> Article:
    found = read((to_html(one),), Outlet(name="unknown"))
    assert isinstance(found, Article)
    return found


def test_prose_is_a_capture() -> None:
    assert is_capture(CAPTURE.encode())
    assert is_capture(CAPTURE.encode("cp1252"))
    assert is_capture(b"\xef\xbb\xbf" + CAPTURE.encode())


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"Harga beras turun.",
        b"<!DOCTYPE html><html><body><p>" + CAPTURE.encode(),
        b"<?xml version='1.0'?><rss></rss>\n\n\n" + CAPTURE.encode(),
        b'{"judul": "Harga"}\n\n\n' + CAPTURE.encode(),
        b"%PDF-1.7\n\n\n" + CAPTURE.encode(),
        b"\x89PNG\r\n\x1a\n\x00\x00" + CAPTURE.encode(),
        CAPTURE.encode("utf-16"),
    ],
)
def test_markup_json_and_binary_files_are_none(body: bytes) -> None:
    assert not is_capture(body)


def test_a_capture_becomes_a_page_with_the_same_address_and_time() -> None:
    made = to_html(page(CAPTURE, "https://warta.example/padi"))
    assert (made.address, made.fetched_at) == ("https://warta.example/padi", datetime(2026, 11, 23, tzinfo=UTC))
    assert made.media_type == "text/html"
    root = html.document_fromstring(made.text())
    assert [one.text for one in root.iter("h1")] == ["Petani Menanam Padi Lebih Awal di Musim Kemarau"]
    assert [one.text for one in root.iter("h2")] == ["Air Bendungan Mulai Dialirkan", "“Padi Genjah”: Benih Baru?"]


def test_every_word_of_the_capture_is_in_the_page() -> None:
    made = html.document_fromstring(to_html(page(CAPTURE)).text())
    assert "".join(made.text_content().split()) == "".join(CAPTURE.split())


def test_signs_of_markup_in_the_text_stay_text() -> None:
    made = to_html(page(CAPTURE.replace("tiga desa", "<b>3 & 4</b> desa")))
    assert "<b>3 & 4</b> desa" in html.document_fromstring(made.text()).text_content()


def test_a_capture_is_read_into_an_article() -> None:
    found = article(page(CAPTURE))
    assert found.kicker == "Ekonomi"
    assert found.headline == "Petani Menanam Padi Lebih Awal di Musim Kemarau"
    assert found.dateline is not None
    assert (found.dateline.text, found.dateline.place) == ("Karawang", "Karawang")
    assert [section.heading for section in found.sections] == [
        None,
        "Air Bendungan Mulai Dialirkan",
        "“Padi Genjah”: Benih Baru?",
    ]
    form = found.comment_form
    assert (form.state, form.heading) == ("open", "Tinggalkan Balasan")
    assert form.notice == "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *"
    assert "Balasan" not in str(found.sections)


@pytest.mark.skipif(not SEED.is_dir(), reason=f"the seed captures are not here: {SEED}")
def test_the_seed_is_read_as_printed() -> None:
    (path,) = SEED.glob("*.txt")
    body = path.read_bytes()
    assert is_capture(body)
    found = article(Page(address="urn:sha256:0", body=body, fetched_at=datetime(2026, 11, 23, tzinfo=UTC)))
    blocks = [block.strip() for block in body.decode().split("\n\n") if block.strip()]
    headings = [section.heading for section in found.sections]
    assert found.kicker == "Berita"
    assert found.headline == blocks[1]
    assert found.dateline is not None
    assert found.dateline.place == "Pyongyang"
    assert headings[0] is None
    assert len(headings) == 8
    assert all(heading in blocks for heading in headings[1:])
    assert found.comment_form.state == "open"
    assert found.comment_form.heading == blocks[-2]
    assert found.comment_form.notice == blocks[-1]
    text = str(found.sections)
    assert blocks[-1] not in text
    assert "Leave a Reply" not in text


def test_the_time_and_the_writer_above_the_text_are_no_part_of_it() -> None:
    told = """Wali Kota Resmikan Taman Baca di Kampung Melati

Warta Contoh - 23/11/2026, 10:15 WIB
Penulis: Rina Halimah

JAKARTA - Wali kota meresmikan taman baca pertama di Kampung Melati pada Senin pagi bersama warga dan anak-anak
sekolah yang datang sejak subuh.

Taman itu dibangun warga selama dua tahun dengan kayu bekas dan cat sisa. Anak-anak meminjam buku setiap sore.
"""
    page = Page(
        address="https://warta.example/taman/", body=told.encode(), fetched_at=datetime(2026, 11, 24, tzinfo=UTC)
    )
    article = read([page], Outlet(name="warta.example"))
    assert isinstance(article, Article)
    assert article.published is not None
    assert article.published.at == datetime(2026, 11, 23, 10, 15, tzinfo=timezone(timedelta(hours=7)))
    assert article.byline is not None
    assert [person.name for person in article.byline.people] == ["Rina Halimah"]
    assert len(article.sections[0].blocks) == 2
