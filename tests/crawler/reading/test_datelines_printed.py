"""Datelines of whole pages: text, separator and the words behind them are what the page prints."""

import csv
import re
from pathlib import Path

import pytest

from archive.article import Article, Paragraph
from archive.page import Page
from crawler.outlets import outlet_for
from crawler.reading.read import read
from crawler.reading.tree import parse
from tests.crawler.reading.sample import FIRST, HEADLINE, NOW, SECOND, THIRD, article, markup
from tests.frozen import all_frozen

PAGES = Path(__file__).resolve().parents[4] / "shared" / "pages"
REST = f"<p>{SECOND}</p><p>{THIRD}</p>"


def squashed(text: str) -> str:
    return re.sub(r"[\s\u200b-\u200f\ufeff\xad]+", "", text)


def restored(found: Article) -> list[str]:
    """What the page printed if the dateline stood before one of the first paragraphs."""
    assert found.dateline is not None
    lines = [block.text for section in found.sections for block in section.blocks if isinstance(block, Paragraph)]
    return [squashed(found.dateline.text + found.dateline.separator + line[:40]) for line in lines[:3]]


def restores(page: Page, found: object) -> bool:
    """Whether the page gave an article with a dateline, which is then held to what the page prints."""
    if not isinstance(found, Article) or found.dateline is None:
        return False
    root = parse(page.text())
    assert root is not None
    printed = squashed("".join(root.itertext()))
    assert any(line in printed for line in restored(found)), found.dateline
    return True


@pytest.mark.skipif(not PAGES.is_dir(), reason=f"the real captures are not here: {PAGES}")
def test_what_real_pages_print_is_restored() -> None:
    with (PAGES / "MANIFEST.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    done = 0
    for row in rows:
        path, url = PAGES / row["local_path"], row["url"] or "urn:page"
        if path.suffix in {".html", ".htm"}:
            page = Page(address=url, body=path.read_bytes(), fetched_at=NOW)
            done += restores(page, read([page], outlet_for(url)))
    assert done > 50


def test_what_the_frozen_pages_print_is_restored() -> None:
    assert sum(restores(frozen.pages()[0], frozen.read()) for frozen in all_frozen()) > 5


@pytest.mark.parametrize(
    ("opening", "text", "separator"),
    [
        (f"<p>JAKARTA, WARTA.com — {FIRST}</p>", "JAKARTA, WARTA.com", " — "),
        (f"<p><strong>JAKARTA</strong>, <a href='/'>WARTA.com</a>- {FIRST}</p>", "JAKARTA, WARTA.com", "- "),
        (f"<p><span>JAKA</span><span>RTA (</span><b>ANTARA</b>)<span> – </span>{FIRST}</p>", "JAKARTA (ANTARA)", " – "),
        (f"<strong>Jakarta</strong> - <p>{FIRST}</p>", "Jakarta", " -\n"),
        (f"<p><strong>Jakarta, CNN Indonesia</strong> -- </p><p>{FIRST}</p>", "Jakarta, CNN Indonesia", " --\n"),
        (f"<p>Jakarta, NU Online</p><p>{FIRST}</p>", "Jakarta, NU Online", "\n"),
        (f"<p>Jakarta, NU Online<br>{FIRST}</p>", "Jakarta, NU Online", "\n"),
        (f"<p>JAKARTA, WARTA.com</p><p>– {FIRST}</p>", "JAKARTA, WARTA.com", "\n– "),
        (f"<p>NERACA</p><p>Jakarta - {FIRST}</p>", "NERACA Jakarta", " - "),
        (f"<p><b>Liputan6.com, Jakarta</b> {FIRST}</p>", "Liputan6.com, Jakarta", " "),
        (f"<p><b>Liputan6.com, Jakarta</b></p><p>{FIRST}</p>", "Liputan6.com, Jakarta", "\n"),
        (f"<p>JAKARTA</p><p>{FIRST}</p>", "JAKARTA", "\n"),
        (f"<div>SAMARINDA&nbsp;–&nbsp;{FIRST}<br><br>{SECOND}</div>", "SAMARINDA", " – "),
        (f"<p>Jakarta, {FIRST}</p>", "Jakarta", ", "),
    ],
)
def test_in_every_shape_the_dateline_is_cut_and_restores_the_opening(opening: str, text: str, separator: str) -> None:
    found = article(markup(opening + REST))
    assert found.dateline is not None
    assert (found.dateline.text, found.dateline.separator) == (text, separator)
    assert found.dateline.places
    first = found.sections[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == FIRST


DECK = "Empat puluh pedagang merawat kebun di atap pasar."


@pytest.mark.parametrize(
    "before",
    [
        f"<p><b>{DECK}</b></p>",
        f"<figure><img src='/a.jpg'><figcaption>Panen pertama.</figcaption></figure><p>{DECK}</p>",
        "<h2>Kebun Kota</h2>",
        "<p>Laporan Wartawan Warta Contoh, Siti Aminah</p>",
    ],
)
def test_a_dateline_behind_a_deck_a_caption_or_the_reporters_line_is_cut(before: str) -> None:
    found = article(markup(f"{before}<p>WARTA.COM, DEPOK - {FIRST}</p>{REST}"))
    assert found.dateline is not None
    assert (found.dateline.text, found.dateline.separator) == ("WARTA.COM, DEPOK", " - ")
    lines = [block.text for section in found.sections for block in section.blocks if isinstance(block, Paragraph)]
    assert lines[-3:] == [FIRST, SECOND, THIRD]


def test_the_reporters_line_and_the_dateline_may_share_a_paragraph() -> None:
    line = f"<p>Laporan Wartawan Warta Contoh, Siti Aminah<br>WARTA.COM, DEPOK - {FIRST}</p>"
    found = article(markup(line + REST))
    assert found.dateline is not None
    assert found.byline is not None
    assert [person.name for person in found.byline.people] == ["Siti Aminah"]
    assert found.sections[0].blocks[0] == Paragraph(text=FIRST)


@pytest.mark.parametrize(
    "line",
    [
        f"Surabaya - {SECOND}",
        f"Pasar Rengas - {SECOND}",
        f"Depok: {SECOND}",
        f"Depok, {SECOND}",
    ],
)
def test_behind_a_sentence_only_a_sure_dateline_is_one(line: str) -> None:
    found = article(markup(f"<p>{FIRST}</p><p>{line}</p><p>{THIRD}</p>"))
    assert found.dateline is None
    assert found.sections[0].blocks[1] == Paragraph(text=line)
    assert found.headline == HEADLINE
