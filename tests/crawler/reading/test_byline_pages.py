"""Bylines and sign-offs on whole pages, marked up as outlets and themes mark them up: byline_pages.tsv."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.article import Article, Paragraph
from archive.page import Page
from crawler.outlets import outlet_for
from crawler.reading.read import read

TABLE = Path(__file__).with_name("byline_pages.tsv")
TITLE = "Petani Menanam Padi Lebih Awal"
TEXT = (
    "Para petani di tiga desa itu mulai menanam padi lebih awal karena air dari bendungan sudah mengalir.",
    "Kepala desa mengatakan bahwa warga sudah menunggu sejak awal bulan ini dan tidak mau terlambat lagi.",
    "Penyuluh memperkenalkan benih yang dapat dipanen dalam waktu delapan puluh hari setelah ditanam.",
)
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_people_and_signoff_are_read_and_nothing_of_them_stays_in_the_text(row: list[str]) -> None:
    _, address, people, signoff, head, above, start, in_end, end, below = row
    first, second, last = TEXT
    markup = (
        f"<html><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{above}"
        f"<div class='entry-content'>{start}<p>{first}</p><p>{second}</p><p>{last}{in_end}</p>{end}</div>{below}"
        "</article></body></html>"
    )
    page = Page(address=address, body=markup.encode(), fetched_at=datetime(2026, 11, 24, tzinfo=UTC))
    article = read((page,), outlet_for(address))
    assert isinstance(article, Article)
    credited = article.byline.people if article.byline else ()
    assert "; ".join(f"{person.name}={person.role}" for person in credited) == people
    assert (article.signoff or "") == signoff
    assert [block for section in article.sections for block in section.blocks] == [Paragraph(text=one) for one in TEXT]
