"""Reading never raises and never invents words, whatever the bytes are."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.article import Article, Figure, ListBlock, Paragraph, Quote, Table
from archive.jsonl import from_json, to_json
from archive.outlet import Outlet
from archive.page import Page
from crawler.reading.joined import further_pages
from crawler.reading.read import read
from tests.crawler.reading.sample import ADDRESS, FIRST, HEADLINE, NOW, SECOND, THIRD, article, markup

WORD = re.compile(r"\w+")
TAG = re.compile(r"<[^>]*>")
HIDDEN = re.compile(r"<(script|style|svg|title|textarea|iframe)\b[^>]*>.*?(?:</\1>|$)", re.DOTALL)
ADDRESSES = st.sampled_from([ADDRESS, "", "urn:sha256:ab", "http://[", "https://x.example/?p=1", "ftp://a.example/b"])
TAGS = st.sampled_from(
    [
        *("p", "div", "a", "b", "h1", "h2", "ul", "li", "td", "span", "strong", "em"),
        *("h4", "ol", "table", "tr", "th", "blockquote", "figure", "figcaption", "img", "br", "iframe", "form"),
        *(
            "textarea",
            "script",
            "style",
            "aside",
            "nav",
            "footer",
            "header",
            "article",
            "section",
            "time",
            "center",
            "hr",
        ),
        *("dl", "dt", "dd", "pre", "label", "svg", "title", "meta"),
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        " class='entry-content'",
        " class='caption'",
        " class='terkait share'",
        " class='paging'",
        " class='photo'",
        " class='twitter-tweet'",
        " id='respond'",
        " itemprop='articleBody'",
        " itemprop='headline'",
        " href='/a'",
        " href='http://['",
        " src='x.jpg'",
        " style='display:none'",
        " style='font-weight:bold'",
        " datetime='2026-02-31T99:99'",
        " property='og:title' content='Kebun'",
        " rel='tag'",
    ]
)
TEXTS = st.one_of(
    st.sampled_from(
        [FIRST, SECOND, THIRD, "Baca juga: Kebun", "JAKARTA -", "(sam/rat)", "Penulis: Siti", "2 jam lalu"]
    ),
    st.text(st.characters(exclude_characters="<>&"), max_size=30),
)


def words_of(found: Article) -> set[str]:
    """Every word that stands in headline and body."""
    told = [found.headline, found.signoff or ""]
    for section in found.sections:
        told.append(section.heading or "")
        for block in section.blocks:
            if isinstance(block, Paragraph | Quote):
                told.append(block.text)
            elif isinstance(block, ListBlock):
                told.extend(block.items)
            elif isinstance(block, Table):
                told.extend(cell for row in block.rows for cell in row)
            elif isinstance(block, Figure):
                told.extend((block.caption or "", block.credit or ""))
    return set(WORD.findall(" ".join(told)))


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> str:
    """Markup of elements in one another, some of them never closed."""
    parts = []
    for _ in range(draw(st.integers(0, 4))):
        if depth and draw(st.booleans()):
            tag, inner = draw(TAGS), draw(trees(depth - 1))
            parts.append(f"<{tag}{draw(ATTRIBUTES)}>{inner}" + draw(st.sampled_from([f"</{tag}>", ""])))
        else:
            parts.append(draw(TEXTS))
    return "".join(parts)


@settings(max_examples=150, deadline=None)
@given(body=st.binary(max_size=400), address=ADDRESSES, kind=st.sampled_from(["text/html", "x; charset=hex", ""]))
def test_no_bytes_make_reading_raise(body: bytes, address: str, kind: str) -> None:
    for told in (body, b"<html><title>Kebun</title><h1>Kebun</h1><p>" + body + FIRST.encode()):
        page = Page(address=address, body=told, fetched_at=NOW, headers=(("Content-Type", kind),))
        outcome = read((page, page), Outlet(name="warta"))
        assert isinstance(further_pages(page), tuple)
        if isinstance(outcome, Article):
            assert from_json(to_json(outcome)) == outcome


@settings(max_examples=200, deadline=None)
@given(inner=trees(), address=ADDRESSES)
def test_no_markup_makes_reading_raise_or_say_what_the_page_does_not(inner: str, address: str) -> None:
    told = f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1><div>{inner}</div><p>{FIRST}</p>"
    page = Page(address=address, body=told.encode("utf-8", "replace"), fetched_at=NOW)
    outcome = read((page,), Outlet(name="warta"))
    if isinstance(outcome, Article):
        assert from_json(to_json(outcome)) == outcome
        # As inline elements join words and blocks part them, with and without what is never shown.
        forms = [TAG.sub(by, told) for told in (page.text(), HIDDEN.sub("", page.text())) for by in ("", " ")]
        known = " ".join("".join(WORD.findall(form)) for form in forms)
        assert not [word for word in words_of(outcome) if word not in known and word.isascii() and word.isalpha()]


@settings(max_examples=60, deadline=None)
@given(source=st.text(max_size=200))
def test_no_json_ld_makes_reading_raise(source: str) -> None:
    told = f"<script type='application/ld+json'>{source}</script><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p>"
    page = Page(address=ADDRESS, body=told.encode("utf-8", "replace"), fetched_at=NOW)
    outcome = read((page,), Outlet(name="warta"))
    assert isinstance(outcome, Article)  # the page itself is whole, whatever stands in its script
    assert from_json(to_json(outcome)) == outcome


def test_thousands_of_bold_lines_do_not_make_reading_raise() -> None:
    found = article(markup(f"<p>{FIRST}</p>" + "<p><b>Kebun Atap</b></p>" * 3000 + f"<p>{SECOND}</p>"))
    headings = [section.heading for section in found.sections if section.heading]
    assert 0 < len(headings) < 10  # the last of them, right above text
