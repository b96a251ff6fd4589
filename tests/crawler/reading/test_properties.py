"""What holds of reading whatever a page is: nothing raises, no word is invented, its own output reads the same."""

import re
from html import unescape
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.article import Article, Figure, Paragraph, Section
from archive.jsonl import from_json, to_json
from archive.page import Page
from crawler.outlets import outlet_for
from crawler.reading.joined import further_pages
from crawler.reading.read import read
from crawler.workshop.serve import HOST, Entry, index
from tests.crawler.reading.rendered import rendered
from tests.crawler.reading.sample import ADDRESS, NOW, WARTA

ENTRIES = [entry for entry in index().values() if entry.kind == "article"]
WORD = re.compile(r"[^\W\d_]+")
TAG = re.compile(r"<[^<>]*>")
# What is no printed text: addresses, names of rules, tags and kinds, and what the gazetteer says of a place.
NOT_PRINTED = frozenset(
    [
        *("id", "outlet", "url", "reading", "source", "role", "kind", "state", "precision", "language", "access"),
        *("places", "provider", "method", "action", "type", "name", "at"),
    ]
)
JUNK = (
    *(b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"&#xD800;", b"&#0;", b"&#x202e;", b"\xe2\x80\xae", b"\xc2\xad", b"]]>"),
    *(b"<!--", b"-->", b"<script>", b"<style>", b"<plaintext>", b"<textarea>", b"<table><td>", b"<svg><title>", b"<"),
    *(
        b"</p>",
        b"</div></div></div>",
        b"</body></html>",
        b"<html/>",
        b"<base href='http://['>",
        b"<meta charset=utf-16>",
    ),
    *(b"<div>" * 2000, b"<b><i>" * 300, b"<ul><li>" * 300, b"<blockquote>" * 90, b"(" * 500, b"\"'>", b"<br>" * 50),
    *(b"<h1>Padi</h1>", b"<p>JAKARTA - </p>", b"<p>31/02/2026 25:61 WIB</p>", b"<a href='//['>Padi</a>", b"2 jam lalu"),
    b"<script type='application/ld+json'>" + b"[" * 3000 + b"</script>",
    b'<script type="application/ld+json">{"@type":["NewsArticle",[]],"author":[[]],"headline":{"a":[]}}</script>',
)
ENCODINGS = ("utf-16", "utf-16-le", "utf-8-sig", "latin-1", "cp1252", "utf-7", "utf-32")
KINDS = ("text/html", "text/html; charset=latin-1", "text/html; charset=utf-16", "text/html; charset=hex", "")


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A page of the sample site after some damage: cut, bytes changed, tags dropped, parts repeated, junk put in."""
    body = draw(st.sampled_from(ENTRIES)).body()
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, max(0, len(body) - 1)))
        end = min(len(body), at + draw(st.sampled_from([1, 20, 400, 5000])))
        match draw(st.sampled_from(["cut", "drop", "flip", "repeat", "untag", "put", "put", "swap", "encode"])):
            case "cut":
                body = body[:at]
            case "drop":
                body = body[:at] + body[end:]
            case "flip":
                body = body[:at] + bytes(draw(st.binary(min_size=1, max_size=4))) + body[at + 4 :]
            case "repeat":
                body = body[:end] + body[at:]
            case "untag":
                body = body[:at] + re.sub(rb"<[^<>]*>", b"", body[at:end]) + body[end:]
            case "put":
                body = body[:at] + draw(st.sampled_from(JUNK)) + body[at:]
            case "swap":
                body = body[end:] + body[:end]
            case _:
                body = body.decode("utf-8", "replace").encode(draw(st.sampled_from(ENCODINGS)), "replace")
    return body


def printed(value: Any, key: str = "") -> list[str]:
    """Every text of a value that is said to stand on the page."""
    if key in NOT_PRINTED:
        return []
    if isinstance(value, dict):
        return [text for name, inner in value.items() for text in printed(inner, name)]
    if isinstance(value, list):
        return [text for inner in value for text in printed(inner)]
    return [value] if isinstance(value, str) else []


def invented(article: Article, markup: str) -> list[str]:
    """The words of an article that its page has nowhere: not in its text, its attributes nor its JSON-LD.

    Markup may part a word or join two, so that letters are compared without what stands between them.
    """
    plain = unescape(markup)
    known = "\n".join("".join(WORD.findall(form.casefold())) for form in (plain, TAG.sub("", plain)))
    people = [person.name for person in article.byline.people] if article.byline else []
    told = WORD.findall(" ".join([*printed(msgspec.to_builtins(article)), *people]).casefold())
    return [word for word in told if word.isascii() and word not in known]


@settings(max_examples=150, deadline=None)
@given(body=mutated(), kind=st.sampled_from(KINDS))
def test_no_damage_to_a_page_makes_reading_raise_or_invent_a_word(body: bytes, kind: str) -> None:
    page = Page(address=ADDRESS, body=body, fetched_at=NOW, headers=(("Content-Type", kind),))
    outcome = read((page, page), WARTA)
    assert isinstance(further_pages(page), tuple)
    if isinstance(outcome, Article):
        assert from_json(to_json(outcome)) == outcome
        assert not invented(outcome, page.text())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.file)
def test_no_word_of_a_whole_page_is_invented(entry: Entry) -> None:
    page = Page(address=f"http://{HOST}{entry.path}", body=entry.body(), fetched_at=NOW)
    outcome = read((page,), outlet_for(page.address))
    assert isinstance(outcome, Article)
    assert not invented(outcome, page.text())
    assert invented(msgspec.structs.replace(outcome, kicker="Xylofon"), page.text()) == ["xylofon"]


def again(article: Article) -> Article:
    """What reading makes of an article that is printed plainly."""
    page = Page(address=article.url, body=rendered(article).encode("utf-8"), fetched_at=NOW)
    outcome = read((page,), WARTA)
    assert isinstance(outcome, Article), outcome
    return outcome


def said(article: Article) -> dict[str, Any]:
    """What a plain page must give back."""
    at = article.published.at if article.published else None
    return {
        "headline": article.headline,
        "dateline": article.dateline and (article.dateline.text, article.dateline.place, article.dateline.agency),
        "people": article.byline.people if article.byline and article.byline.text else (),
        "published": at,
        "sections": article.sections,
        "signoff": article.signoff,
    }


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.file)
def test_an_article_printed_plainly_reads_the_same_again(entry: Entry) -> None:
    page = Page(address=f"http://{HOST}{entry.path}", body=entry.body(), fetched_at=NOW)
    first = read((page,), outlet_for(page.address))
    assert isinstance(first, Article)
    assert said(again(first)) == said(first)


@settings(max_examples=100, deadline=None)
@given(data=st.data(), entry=st.sampled_from(ENTRIES))
def test_what_is_read_of_part_of_a_text_reads_the_same_again(data: st.DataObject, entry: Entry) -> None:
    page = Page(address=f"http://{HOST}{entry.path}", body=entry.body(), fetched_at=NOW)
    whole = read((page,), outlet_for(page.address))
    assert isinstance(whole, Article)
    blocks = [block for section in whole.sections for block in section.blocks if not isinstance(block, Figure)]
    prose = [block for block in blocks if isinstance(block, Paragraph) and len(block.text) > 100]
    kept = [data.draw(st.sampled_from(prose)), *data.draw(st.lists(st.sampled_from(blocks), max_size=8, unique=True))]
    part = msgspec.structs.replace(whole, sections=(Section(blocks=tuple(dict.fromkeys(kept))),))
    first = again(part)
    assert said(again(first)) == said(first)
