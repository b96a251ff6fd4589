"""Other wordings of the headline: in tags, in another heading, in the address."""

import pytest

from tests.crawler.reading.sample import ADDRESS, HEADLINE, article, markup, page

OTHER = "Kangkung di Atap Pasar Sungai Rengas Dipanen Pedagang"


def variants(head: str = "", address: str = ADDRESS, above: str = "") -> list[tuple[str, str]]:
    read = article(page(markup(head=head, above=above), address))
    assert read.headline == HEADLINE
    return [(one.source, one.text) for one in read.headline_variants]


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def test_a_page_whose_titles_agree_has_no_variants() -> None:
    assert variants(og(HEADLINE.upper()) + f'<meta name="twitter:title" content="{HEADLINE} | Warta Contoh">') == []


def test_another_wording_in_a_tag_is_kept_once_and_without_the_site() -> None:
    head = og(f"{OTHER} - Warta Contoh") + f'<meta name="twitter:title" content="{OTHER}!">'
    assert variants(head) == [("meta og:title", OTHER)]


@pytest.mark.parametrize(
    "title",
    [
        "Kebun Sayur di Atap Pasar Sungai Rengas Mul...",
        "Kebun Sayur di Atap Pasar Sungai Reng",
        "Kebun Sayur di Atap Pasar Sungai Rengas Mulai… - Warta",
        f"{HEADLINE} - Kabar Daerah Terbaru",
        f"Foto: {HEADLINE}",
        "Kebun sayur di atap pasar Sungai Rengas mulai dipanen!",
    ],
)
def test_what_is_cut_short_or_only_adds_a_name_is_none(title: str) -> None:
    assert variants(og(title)) == []


def test_entities_that_json_ld_escapes_twice_are_no_other_words() -> None:
    said = f"{OTHER} & Pembeli"
    head = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{OTHER} &amp; Pembeli"}}</script>'
    )
    assert variants(head + og(said.replace("&", "&amp;"))) == [("json-ld headline", said)]


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        (
            "read/77/kebun-kangkung-di-atap-pasar-sungai-rengas-mulai-dipanen",
            "kebun kangkung di atap pasar sungai rengas mulai dipanen",
        ),
        ("d-7016153/kebun-sayur-atap-pasar-dipanen-perdana.html", "kebun sayur atap pasar dipanen perdana"),
        ("2026/11/Kebun.Sayur.di.Pasar.Sungai.Rengas.Ditanam.", "Kebun Sayur di Pasar Sungai Rengas Ditanam"),
    ],
)
def test_an_address_that_keeps_an_earlier_headline_is_a_variant(slug: str, words: str) -> None:
    assert variants(address=f"https://www.warta.example/{slug}") == [("address", words)]


@pytest.mark.parametrize(
    "slug",
    [
        "kebun-sayur-atap-pasar-sungai-rengas-dipanen",  # leaves words out
        "kebun-sayur-di-atap-pasar-sung",  # cut short
        "183217-kebun-sayur-di-atap-pasar-sungai-rengas-mulai-dipanen.html",
        "okzlrr328-kebun-sayur-di-atap-pasar-sungai-rengas-mulai-dipanen-c1994d",
        "608-kebun-sayur-di-atap-pasar-sungai-rengas-mulai-dipanen-bud",  # the writer's initials
        "kebun-sayur-diatap-pasar-sungairengas-mulai-dipanen",  # other spacing
        "berita-daerah-terbaru-hari-ini",  # a rubric
        "p/7016153",
        "?p=642",
    ],
)
def test_an_address_without_words_of_its_own_is_none(slug: str) -> None:
    assert variants(address=f"https://www.warta.example/{slug}") == []


def test_the_words_of_an_address_that_a_tag_prints_too_are_kept_once() -> None:
    address = "https://www.warta.example/kangkung-di-atap-pasar-sungai-rengas-dipanen-pedagang/"
    assert variants(og(OTHER), address) == [("meta og:title", OTHER)]
