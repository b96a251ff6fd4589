"""The front page of any site."""

from crawler.discovery import front_page
from tests.crawler.discovery.pages import page


def test_links_that_look_like_articles_are_found_once_in_order() -> None:
    front = page(
        "https://www.warta.example/",
        '<head><base href="https://www.warta.example/id/"><link rel="alternate" type="application/atom+xml"'
        ' href="/atom">'
        '</head><a href="/2026/11/02/banjir-surut#komentar">Banjir surut</a><a href="/nasional/">Nasional</a>'
        '<a href="kabar-dari-desa-kami-hari-ini">Desa</a><a href="/2026/11/02/banjir-surut?utm_source=depan">lagi</a>'
        '<a href="https://m.warta.example/2026/11/01/panen-raya">Panen</a><a href="https://lain.example/2026/11/02/iklan/">'
        'Iklan</a><a href="javascript:void(0)">x</a><a href="http://[">rusak</a><a>kosong</a>',
    )
    assert [(f.kind, f.address) for f in front_page.discover(front)] == [
        ("listing", "https://www.warta.example/atom"),
        ("article", "https://www.warta.example/2026/11/02/banjir-surut"),
        ("article", "https://www.warta.example/id/kabar-dari-desa-kami-hari-ini"),
        ("article", "https://m.warta.example/2026/11/01/panen-raya"),
    ]


def test_an_empty_page_names_nothing() -> None:
    assert front_page.discover(page("https://warta.example/", "")) == ()
