"""A frozen page reads like its original, says nothing of it, and is frozen once and for all."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from archive.article import Article, Paragraph
from archive.page import Page
from crawler.intake.saved import address_in
from crawler.reading.processors.text import of
from crawler.workshop.freeze import LARGEST, freeze, is_frozen, reading, slug_of
from crawler.workshop.kept import label_words, section_words, small_words
from crawler.workshop.outline import differences

ADDRESS = "https://www.kabarlembah.example/daerah/read/2026/11/23/778123/gajah-sumbing-mandi-lumpur"
HEADLINE = "Gajah Sumbing Mandi Lumpur di Kebun Randutala"
DESCRIPTION = "Kawanan gajah sumbing menggemparkan penggembala kerbau Randutala"
PROSE = (
    "Kawanan gajah sumbing menggemparkan penggembala kerbau Randutala pada Senin pagi yang dingin.",
    '"Gajah itu mandi lumpur sampai petang," kata Tirta Kencana, penggembala kerbau berumur 61 tahun.',
    "Randutala Raya kemudian menyediakan kubangan cadangan bagi kawanan itu sampai musim kemarau lewat.",
)
# An article as papers serve it, each place in which words stand with words of its own.
SOURCE = f"""<!DOCTYPE html>
<!-- komentar penyunting: kerbau jantan belang -->
<html lang="id"><head><meta charset="utf-8"><title>{HEADLINE} - Kabar Lembah</title>
<link rel="canonical" href="{ADDRESS}"><link rel="stylesheet" href="/gaya-rambut-gimbal.css">
<meta property="og:title" content="{HEADLINE}"><meta name="description" content="{DESCRIPTION}">
<meta property="og:site_name" content="Kabar Lembah"><meta property="article:published_time" content="1795432000">
<meta name="google-site-verification" content="s3creT-T0ken-Gajah">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{HEADLINE}", "author":
{{"@type": "Person", "name": "Tirta Kencana Wulung"}}, "datePublished": "2026-11-23T18:05:00+07:00",
"articleBody": "Kubangan cadangan \\"istimewa\\" kawanan\\/gajah", "publisher": {{"name": "Kabar Lembah"}}}}</script>
<script>window.rahasia = "kandang gajah tersembunyi";</script><style>.kandang {{ color: red }}</style></head>
<body class="single-post postid-778123 tag-gajah-sumbing author-tirta-kencana-wulung" onload="kawanan()">
<nav><ul class="menu">{"".join(f'<li><a href="/kanal-{n}/">Kanal nomor {n}</a></li>' for n in range(12))}</ul></nav>
<article><h1 class="entry-title">{HEADLINE}</h1><p class="byline">Penulis: <a href="/penulis/tirta-kencana-wulung"
title="Tirta Kencana Wulung">Tirta Kencana Wulung</a></p><p>Senin, 23 November 2026 | 18:05 WIB</p>
<figure><img src="/foto/gajah-mandi-lumpur.jpg" alt="Gajah mandi lumpur petang"><figcaption>Gajah mandi lumpur petang
(Foto: Wulung Kencana)</figcaption></figure>
<div class="entry-content" data-judul="kawanan gajah sumbing"><p>JAKARTA, KOMPAS.com - {PROSE[0]}</p><p>{PROSE[1]}</p>
<h2>Kubangan cadangan</h2><p>{PROSE[2]}</p><p>Baca juga: <a href="/kerbau-belang">Kerbau belang lahir kembar</a></p>
<p>(twk/mei)</p></div></article><svg><title>Gajah mandi lumpur</title><path d="M0 0h1"/></svg>
<div id="respond" class="comment-respond"><h3 id="reply-title">Tinggalkan Balasan</h3><form method="post"
action="/wp-comments-post.php" id="commentform"><label for="comment">Komentar</label><textarea id="comment"
name="comment" placeholder="Gajah sumbing kesukaan anda"></textarea><input type="hidden" name="_wpnonce"
value="kerbau jantan belang"></form></div></body></html>"""


def page(source: str = SOURCE, address: str = ADDRESS) -> Page:
    return Page(address=address, body=source.encode(), fetched_at=datetime(2026, 11, 24, tzinfo=UTC))


def again(body: bytes) -> Page:
    return Page(address=address_in(body) or "", body=body, fetched_at=datetime(2026, 11, 24, tzinfo=UTC))


def article(found: object) -> Article:
    assert isinstance(found, Article), found
    return found


def content(text: str) -> list[str]:
    """The words that no rule needs."""
    kept = small_words() | label_words() | section_words()
    return [word for word in re.findall(r"[^\W\d_]{3,}", text.lower()) if word not in kept]


def test_a_frozen_page_reads_like_its_original() -> None:
    (body,) = freeze([page()])
    original, frozen = article(reading([page()])), article(reading([again(body)]))
    assert differences(original, frozen) == []
    assert original.headline == HEADLINE
    assert frozen.dateline == original.dateline
    assert frozen.dateline is not None
    assert frozen.published == original.published
    assert [len(section.blocks) for section in frozen.sections] == [2, 1]
    assert [promo.text[:10] for promo in frozen.promos] == ["Baca juga:"]
    assert frozen.byline is not None
    assert frozen.byline.text != "Penulis: Tirta Kencana Wulung"


def test_the_headline_its_title_its_address_and_the_writer_agree() -> None:
    (body,) = freeze([page()])
    frozen = article(reading([again(body)]))
    assert frozen.url.endswith("/" + "-".join(frozen.headline.lower().split()[:4]))
    assert body.decode().count(frozen.headline) == 4  # title, og:title, JSON-LD, h1
    assert frozen.byline is not None
    assert frozen.byline.people[0].name.lower().replace(" ", "-") in body.decode()


def test_no_word_of_the_original_is_left_in_any_place() -> None:
    (body,) = freeze([page()])
    told = " ".join((HEADLINE, DESCRIPTION, *PROSE, "kerbau jantan belang wulung petang lahir kembar kesukaan gimbal"))
    assert set(content(told)) <= set(content(SOURCE))
    assert set(content(told)) & set(content(body.decode())) == set()


# A report whose every sentence could be known again by its nouns and verbs, with places, firms, brands and parties.
REPORT = (
    "Pengusaha Randutala Tirta Kencana membuka toko pakaian di pusat perbelanjaan Kota Lembah, Jawa Tengah.",
    "Perusahaan ritel Kubang Jaya itu mendorong investasi langsung dengan terus memperluas pasar ke India dan Belanda.",
    'Menurut pemerintah daerah, harga beras dan lingkungan hidup menjadi perhatian Partai Lumpur. "Kami meminta '
    'dukungan masyarakat," ujar Tirta.',
    "Universitas Wulung menolak memutuskan kerja sama dengan Bank Kerbau, demikian berita olahraga Kanal Budaya.",
)


def test_of_a_report_nine_of_ten_words_but_the_small_ones_are_invented_and_no_three_in_succession_stay() -> None:
    report = "".join(f"<p>{paragraph}</p>" for paragraph in REPORT)
    frozen = article(reading([again(freeze([page(SOURCE.replace("<h2>", f"{report}<h2>"))])[0])]))
    told = [block.text for block in frozen.sections[0].blocks if isinstance(block, Paragraph)]
    before = re.findall(r"[^\W\d_]+", " ".join(REPORT).lower())
    after = re.findall(r"[^\W\d_]+", " ".join(told[-len(REPORT) :]).lower())
    assert len(after) == len(before)
    stayed = [old == new for old, new in zip(before, after, strict=True) if old not in small_words()]
    assert len(stayed) > 40
    assert sum(stayed) <= len(stayed) / 10
    runs = [(before[at : at + 3], after[at : at + 3]) for at in range(len(before) - 2)]
    assert not [old for old, new in runs if old == new and not small_words().issuperset(old)]


def test_tokens_scripts_styles_and_comments_are_gone() -> None:
    told = freeze([page()])[0].decode()
    for gone in (
        "s3creT",
        "rahasia",
        "kandang",
        "onload",
        "stylesheet",
        "data-judul",
        "778123",
        "M0 0h1",
        "penyunting:",
    ):
        assert gone in SOURCE
        assert gone not in told


def test_a_frozen_page_names_its_address_in_its_first_line() -> None:
    (body,) = freeze([page()])
    line = body.splitlines()[0].decode()
    found = re.fullmatch(r"<!-- saved from url=\((\d{4})\)(\S+) -->", line)
    assert found
    assert int(found[1]) == len(found[2])
    assert "gajah" not in line


def test_freezing_again_changes_nothing() -> None:
    first = freeze([page()])
    assert freeze([page()]) == first
    assert freeze([again(first[0])]) == first
    assert is_frozen(first[0])


def test_a_frozen_page_that_was_edited_is_frozen_anew() -> None:
    edited = freeze([page()])[0].replace(b"</article>", b"<p>Gajah sumbing pulang.</p></article>")
    assert not is_frozen(edited)
    (body,) = freeze([again(edited)])
    assert is_frozen(body)
    assert b"sumbing" not in body


def test_the_pages_of_one_article_are_invented_alike() -> None:
    second = page(SOURCE.replace(ADDRESS, ADDRESS + "?page=2"), ADDRESS + "?page=2")
    bodies = freeze([page(), second])
    one, two = (address_in(body) or "" for body in bodies)
    assert two == one + "?page=2"


def test_long_rows_of_boxes_are_thinned_only_where_the_page_is_large() -> None:
    menu = "".join(f'<li><a href="/kanal-{n}/{"gajah-sumbing-" * 20}">Kanal {n}</a></li>' for n in range(200))
    large = page(SOURCE.replace('<ul class="menu">', f'<ul class="menu">{menu}'))
    small, thinned = freeze([page()])[0], freeze([large])[0]
    assert small.count(b"<li>") == 12
    assert len(large.body) > 2 * LARGEST
    assert len(thinned) < LARGEST
    assert differences(article(reading([large])), article(reading([again(thinned)]))) == []


def test_no_paragraph_is_thinned() -> None:
    prose = "".join(f"<p>{PROSE[n % 3]} Hari ke-{n} {n * n}.</p>" for n in range(400))
    (body,) = freeze([page(SOURCE.replace("<h2>", f"{prose}<h2>"))])
    assert len(body) > LARGEST
    assert [len(section.blocks) for section in article(reading([again(body)])).sections] == [402, 1]


def test_broken_json_leaks_nothing() -> None:
    source = SOURCE.replace(
        '"publisher"', '"alternativeHeadline": "Gajah "sumbing" lumpur", \'kerbau\': belang,, "publisher"'
    )
    told = freeze([page(source)])[0].decode()
    assert not re.search("sumbing|kerbau|belang|lumpur", told)


def test_a_text_capture_is_frozen_as_the_page_that_the_reader_makes_of_it() -> None:
    text = "\n\n".join((HEADLINE, *(f"{words} {words}" for words in PROSE)))
    (body,) = freeze([page(text)])
    frozen = article(reading([again(body)]))
    assert frozen.headline != HEADLINE
    assert len(frozen.headline) == len(HEADLINE)


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("/2026/11/harga-beras-naik/", "harga-beras-naik"),
        ("/berita/12/harga-beras-naik.html", "harga-beras-naik"),
        ("/read/harga_beras_2", "harga-beras-2"),
        ("/?p=12", "vuba-xela"),
        ("/" + "kata-" * 40, "kata-" * 15 + "kata"),
    ],
)
def test_the_file_is_named_by_the_address_or_the_headline(path: str, slug: str) -> None:
    source = SOURCE.replace(f'<link rel="canonical" href="{ADDRESS}">', "").replace(HEADLINE, "Vuba Xela")
    assert slug_of(article(reading([page(source, "https://kabarlembah.example" + path)]))) == slug


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='entry-content'>", "</div>", "<script type='application/ld+json'>", "</script>"),
        *(
            '{"headline": "',
            "\\ud800",
            '"}',
            "<a href='http://[",
            "'>",
            "<gajah sumbing='1\"",
            "<!--",
            "-->",
            "<style>",
        ),
        *("xml:lang='id' a:b='c' ", "<svg><path>", "\x00", "\x0b", "\x85", "&#0;", "<o:p>", "\ud7ff", "ſ", "ß", "İ"),
        *(
            "<img srcset='data:,x 1x, /a.jpg 2w, ,'>",
            "%E0%A4%A",
            "<textarea>",
            "<title>",
            "]]>",
            "gajah",
            "Rp 1.234",
            "@",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=40).map(lambda parts: "".join(parts).encode())))
def test_freezing_never_raises_and_is_done_once(source: bytes) -> None:
    (body,) = freeze([Page(address=ADDRESS, body=source, fetched_at=datetime(2026, 1, 1, tzinfo=UTC))])
    assert is_frozen(body)
    assert freeze([again(body)]) == (body,)


@pytest.mark.parametrize(
    "source",
    [
        "kabarlembah" * 20_000,
        "<p>" + "gajah " * 50_000,
        "<p>" + " ".join("abcdefghijklmnopqrst"[n % 20] * 3 + "gajah" * (n // 20) for n in range(800)),
        "<a href='" + "http://a.example/?u=" * 20_000 + "'>",
        "<a href='" + "http%3A%2F%2Fa.example%2F%3Fu%3D" * 9_000 + "'>",
        "<div>" * 30_000,
        "<script type='application/ld+json'>" + '{"a":' * 50_000,
        "<script type='application/ld+json'>" + '"' * 99_999,
        "<p>" + "a@" * 50_000,
        "<p>" + "a." * 50_000,
        "<p>" + "1" * 100_000,
        "<p>" + "A - " * 30_000,
        "<img srcset='" + "a 1x," * 20_000 + "'>",
        "<p " + "x=1 " * 1900 + ">",
    ],
    ids=lambda source: source[:24],
)
def test_a_hostile_page_is_frozen_too(source: str) -> None:
    (body,) = freeze([page(f"<html><body>{source}", "https://kabarlembah.example/" + "http://a?b=" * 5000)])
    assert is_frozen(body)


WORDS = st.lists(st.text("abdegijklmnoprstuwy", min_size=4, max_size=12), min_size=3, max_size=30)
PLACES = st.sampled_from(
    [
        "<p>{}</p>",
        "<p title='{}'>.</p>",
        "<!-- {} -->",
        "<script>{}</script>",
        '<script type="application/ld+json">{{"name": "{}"}}</script>',
        '<script type="application/ld+json">{}</script>',
        "<meta name='description' content='{}'>",
        "<a href='/{}'>.</a>",
        "<a href='?q={}'>.</a>",
        "<a href='mailto:{}'>.</a>",
        "<p data-x='{}'>.</p>",
        "<p style='{}'>.</p>",
        "<{}>",
        "<{tags}>.",
        "<b>.</b> {}",
        "<p {}>.</p>",
        "<textarea>{}</textarea>",
        "<style>{}</style>",
        "<svg><text>{}</text></svg>",
        "<img srcset='/{} 2x'>",
        "<input value='{}' type='{}'>",
    ]
)


@settings(max_examples=200, deadline=None)
@given(WORDS, st.lists(PLACES, min_size=1, max_size=4))
def test_no_three_words_in_succession_survive(words: list[str], places: list[str]) -> None:
    told = " ".join(words)
    source = (
        "<html><head></head><body>"
        + "".join(place.replace("{}", told).replace("{tags}", "><".join(words)) for place in places)
        + f"<p>{told}</p></body>"
    )
    made = content(freeze([page(source)])[0].decode())
    runs = {tuple(made[at : at + 3]) for at in range(len(made))}
    mine = content(told)
    assert not [run for at in range(len(mine) - 2) if (run := tuple(mine[at : at + 3])) in runs and len(set(run)) == 3]


def test_visible_words_are_as_many_as_before() -> None:
    text = of(html.fromstring(freeze([page()])[0]).xpath("//article")[0])
    before = of(html.fromstring(SOURCE.encode()).xpath("//article")[0])
    assert [len(word) for word in text.split()] == [len(word) for word in before.split()]
