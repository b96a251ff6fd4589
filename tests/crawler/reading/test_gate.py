"""Pages that are no article, each with the reason that says so."""

import pytest

from archive.reason import Reason
from crawler.reading.phrases import rows
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


def wall(title: str, text: str) -> str:
    return f"<html><head><title>{title}</title></head><body><div><p>{text}</p></div></body></html>"


@pytest.mark.parametrize("row", rows("walls"), ids=lambda row: f"{row[0]} {row[1]}")
def test_every_wall_of_the_table_is_refused_with_its_reason(row: tuple[str, ...]) -> None:
    how, _, kind, _, _, example = row
    reasons = {"bot": Reason.BOT_WALL, "block": Reason.BLOCKED, "error": Reason.ERROR_PAGE}
    told = wall(example, "Mohon tunggu.") if how == "title" else wall("warta.example", example)
    assert refused(told).reason is reasons[kind]


def test_a_wall_that_only_readers_without_scripts_see_is_one() -> None:
    told = wall("Warta", "<noscript>You need to enable JavaScript to run this app.</noscript>")
    assert refused(told).reason is Reason.BOT_WALL


@pytest.mark.parametrize(
    "headline",
    [
        "Captcha: Mengapa Kita Harus Membuktikan Diri Bukan Robot",
        "Internet Positif Dikeluhkan Warga Sungai Rengas",
        "Mercusuar: Penjaga Terakhir Pulau Rengas",
        "Access Denied, Lagu Baru dari Desa Rengas",
        "Under Maintenance: Jembatan Rengas Ditutup Sepekan",
        "Service Unavailable Jadi Judul Pameran di Rengas",
    ],
)
def test_a_headline_that_holds_the_words_of_a_wall_is_a_headline(headline: str) -> None:
    head = '<script src="https://cdnjs.cloudflare.com/ajax/libs/jquery/3.6.0/jquery.min.js"></script>'
    said = '<meta property="article:published_time" content="2026-11-23T08:00:00+07:00">'
    assert article(markup(headline=headline, head=head + said)).headline == headline


@pytest.mark.parametrize(
    "headline",
    [
        "Access Denied: Film Baru dari Desa Rengas",
        "Under Maintenance: Jembatan Rengas Ditutup",
        "Cara Memperbaiki Error 404 Page Not Found",
        "Halaman Tidak Ditemukan, Ini Artinya",
    ],
)
def test_a_headline_above_several_paragraphs_is_one_without_metadata(headline: str) -> None:
    assert article(markup(headline=headline)).headline == headline


@pytest.mark.parametrize(
    "said",
    [
        "Untuk membukanya, aktifkan JavaScript di peramban Anda, lalu muat ulang halaman pendaftaran pedagang itu.",
        "Di layar hanya tertulis “Please enable JavaScript to view the page” sehingga pedagang tidak dapat mendaftar.",
    ],
)
def test_an_article_that_speaks_of_scripts_is_no_wall(said: str) -> None:
    assert article(markup(f"<p>{FIRST}</p><p>{said}</p>")).headline


def test_a_brief_with_comments_that_need_scripts_is_no_wall() -> None:
    disqus = "<noscript>Please enable JavaScript to view the comments powered by Disqus.</noscript>"
    told = f"<title>Kebun Atap Dipanen</title><h1>Kebun Atap Dipanen</h1><div><p>{FIRST}</p></div>{disqus}"
    assert article(f"<html><body>{told}</body></html>").headline == "Kebun Atap Dipanen"


def test_a_wall_of_several_sentences_is_one() -> None:
    told = (
        "<title></title><div><h1>JavaScript is disabled</h1><p>In order to continue, we need to verify that you are "
        "not a robot. This requires JavaScript.</p><p>Enable JavaScript and then reload the page to see it.</p></div>"
    )
    assert refused(f"<html><body>{told}</body></html>").reason is Reason.BOT_WALL


def test_an_article_about_a_block_list_is_one_without_metadata() -> None:
    assert article(markup(headline="Internet Positif Dikeluhkan Warga Sungai Rengas")).headline


def test_a_page_of_too_many_tags_is_refused_before_it_is_parsed() -> None:
    assert refused(page(markup("<p>a" * 50_001))).reason is Reason.TOO_LARGE
    assert article(page(markup(f"<p>{FIRST}</p><p>{SECOND}</p>" + "<br>" * 20_000))).headline


def test_a_tag_of_too_many_bytes_is_refused_unless_it_holds_a_picture() -> None:
    text = f"<p>{FIRST}</p><p>{SECOND}</p>"
    assert refused(page(markup(f"{text}<p class='{'a' * 70_000}'>{THIRD}</p>"))).reason is Reason.TOO_LARGE
    picture = f"<img src='data:image/png;base64,{'A' * 70_000}'>"
    assert article(page(markup(text + picture))).headline


def test_a_list_of_articles_that_holds_a_protected_one_is_a_list() -> None:
    locked = "<article><form class='post-password-form'><p>Konten ini dilindungi kata sandi.</p></form></article>"
    listing = f"<html><head><title>Budi</title></head><body class='archive author'><h1>Budi</h1>{locked}</body></html>"
    assert refused(listing).reason is Reason.INDEX_PAGE
