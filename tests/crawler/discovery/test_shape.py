"""The shape of addresses."""

import pytest

from crawler.discovery.shape import is_no_article, looks_like_article


@pytest.mark.parametrize(
    "path",
    [
        "/2026/11/02/banjir/",
        "/read/2026/11/02/08300061/banjir-surut-di-demak",
        "/nasional/20261102083000-20-1234567/warga-pulang",
        "/berita/d-7654321/warga-pulang-ke-rumah",
        "/warga-pulang-setelah-banjir-surut/",
        "/news/warga-pulang-setelah-banjir-surut.html",
        "/berita/q1a2b3/warga-pulang-setelah-banjir",
        "/?p=12",
    ],
)
def test_addresses_of_articles_look_like_articles(path: str) -> None:
    assert looks_like_article(f"https://warta.example{path}")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/nasional/",
        "/tag/banjir-bandang-di-demak-jawa-tengah/",
        "/category/2026/11/berita-utama/",
        "/author/siti-aminah-putri-wulandari/",
        "/search/?q=banjir+di+demak",
        "/?s=banjir",
        "/?cat=3",
        "/?page_id=2",
        "/page/2/",
        "/tentang-kami/",
        "/wp-content/uploads/2026/11/foto-banjir-di-demak.jpg",
        "/indeks/2026/11/02/",
        "/live-tv/",
    ],
)
def test_addresses_of_lists_and_files_do_not(path: str) -> None:
    assert not looks_like_article(f"https://warta.example{path}")


def test_a_slug_of_one_word_says_nothing_either_way() -> None:
    address = "https://warta.example/banjir/"
    assert not looks_like_article(address)
    assert not is_no_article(address)
