"""What a hostile or broken file becomes: a whole article, or a reason, and never an error."""

import codecs
import random
from datetime import UTC, datetime

import pytest

from archive.article import Article
from archive.fingerprint import mark
from archive.jsonl import from_json, to_json
from archive.reason import Reason
from archive.visit import Refused
from crawler.intake.files import page_of
from crawler.intake.take import visit_of
from tests.crawler.intake import pages

HERE = pages.address("banjir-surut")
PAGE = pages.html("banjir-surut", words="“Kami lega,” kata seorang warga — akhirnya.")
AT = datetime(2026, 11, 3, 12, tzinfo=UTC)


def became(body: bytes) -> Article | Refused:
    """What reading the bytes gives; an article can be marked, written and read back."""
    visit = visit_of((page_of(body, address=HERE, at=AT),))
    assert isinstance(visit.outcome, Article | Refused)
    if isinstance(visit.outcome, Article):
        assert mark(visit).mark is not None
        assert from_json(to_json(visit.outcome)) == visit.outcome
    return visit.outcome


def article(body: bytes) -> Article:
    outcome = became(body)
    assert isinstance(outcome, Article), outcome
    return outcome


def reason(body: bytes) -> Reason:
    outcome = became(body)
    assert isinstance(outcome, Refused), outcome
    return outcome.reason


@pytest.mark.parametrize("body", [b"", b" \r\n\t", codecs.BOM_UTF8, b"\0\0\0"])
def test_an_empty_page(body: bytes) -> None:
    assert reason(body) in (Reason.EMPTY, Reason.NOT_HTML)


@pytest.mark.parametrize(
    "body",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 20,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + bytes(range(256)) * 20,
        b"\x1f\x8b\x08\0" + random.Random(1).randbytes(5000),
        b"PK\x03\x04" + random.Random(2).randbytes(5000),
        pages.FEED.encode(),
    ],
    ids=["png", "jpeg", "pdf", "gzip", "zip", "feed"],
)
def test_what_is_no_html_page(body: bytes) -> None:
    assert reason(body) is Reason.NOT_HTML


def test_bytes_of_no_sense_are_refused_somehow() -> None:
    for seed in range(20):
        assert isinstance(became(b"<html><body>" + random.Random(seed).randbytes(3000)), Refused)


def test_a_page_with_no_article() -> None:
    assert reason(pages.index().encode()) is Reason.INDEX_PAGE


def test_an_article_without_a_body() -> None:
    start, _, rest = PAGE.partition('<div class="entry-content">')
    assert reason(f"{start}{rest[rest.index('</div>') :]}".encode()) is Reason.NO_BODY


def test_an_article_without_a_headline() -> None:
    without = pages.html("banjir-surut")
    for tag, end in (("<h1", "</h1>"), ("<title", "</title>"), ('<meta property="og:title"', ">")):
        start = without.index(tag)
        without = without[:start] + without[without.index(end, start) + len(end) :]
    assert reason(without.encode()) is Reason.NO_HEADLINE


@pytest.mark.parametrize(
    "broken",
    [
        PAGE.replace("</p>", "").replace("</div>", ""),
        PAGE.replace("</head>", "").replace("</h1>", "</h2>"),
        PAGE.replace("<p>", "<p><b><i><p>"),
        PAGE[: PAGE.rindex("</p>")],
        PAGE.replace("<body", "<body <body <html><body"),
        PAGE.replace("<div", "<div " + " ".join(f"a{n}='{n}'" for n in range(2000))),
    ],
    ids=["unclosed", "crossed", "nested", "cut", "doubled", "attributes"],
)
def test_broken_markup_still_gives_the_words(broken: str) -> None:
    read = article(broken.encode())
    assert read.headline == "Banjir surut"
    assert b"dapur umum tetap dibuka" in to_json(read)


def test_a_page_nested_deeper_than_any_stack_is_refused() -> None:
    # libxml2 keeps nothing below 255 elements: there is no text left to read
    assert reason(PAGE.replace("<p>", "<div>" * 5000 + "<p>", 1).encode()) is Reason.NO_BODY


@pytest.mark.parametrize(
    "body",
    [
        PAGE.encode(),
        PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode(),
        PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("cp1252"),
        PAGE.replace('<meta charset="utf-8">', "").encode("cp1252"),
        PAGE.replace('charset="utf-8"', 'charset="tidak-ada"').encode("cp1252"),
        codecs.BOM_UTF8 + PAGE.encode(),
        codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + PAGE.encode("utf-16-be"),
    ],
    ids=["utf-8", "says-latin-1", "latin-1-is-cp1252", "undeclared", "unknown", "bom", "utf-16-le", "utf-16-be"],
)
def test_a_wrong_charset_costs_no_letter(body: bytes) -> None:
    assert "“Kami lega,” kata seorang warga — akhirnya.".encode() in to_json(article(body))


def with_json_ld(json: str) -> bytes:
    return PAGE.replace("</head>", f'<script type="application/ld+json">{json}</script></head>').encode()


@pytest.mark.parametrize(
    "name", [r"Sekar \ud800 Lembayung", r"Sekar \udc00", r"\ud83d", r"Sekar \u0000 Lembayung", "Sekar \0 Lembayung"]
)
def test_a_lone_surrogate_or_a_nul_in_json_ld_does_not_reach_the_article(name: str) -> None:
    read = article(
        with_json_ld(
            '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Banjir surut", '
            f'"author": {{"@type": "Person", "name": "{name}"}}, "articleSection": "{name}", "keywords": ["{name}"]}}'
        )
    )
    line = to_json(read)
    assert b"\\u0000" not in line
    assert b"\0" not in line
    line.decode("utf-8")


@pytest.mark.parametrize("json", ["", "{", "[]", "null", '"x"', '{"@graph": 5}', '{"@type": {"a": []}}', "[" * 5000])
def test_json_ld_of_no_sense_is_passed_over(json: str) -> None:
    assert article(with_json_ld(json)).headline == "Banjir surut"


@pytest.mark.parametrize(
    "moment", ["2026-02-30T07:00:00+07:00", "0000-00-00", "31 Juni 2026 25.61 WIB", "9999999999999999", "1" * 5000]
)
def test_a_date_that_does_not_exist_is_kept_as_printed_and_not_understood(moment: str) -> None:
    start, rest = PAGE.split("<time", 1)
    printed = f'<time class="entry-date published" datetime="{moment}">{moment[:40]}</time>'
    read = article((start + printed + rest.split("</time>", 1)[1]).encode())
    assert read.published is None or read.published.at is None
