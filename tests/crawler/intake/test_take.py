"""From a person's files to Visits."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from archive.article import Article, Paragraph
from archive.reason import Reason
from archive.visit import Refused, Visit
from crawler.intake.files import Source, sources
from crawler.intake.take import Taken, take
from tests.crawler.intake import pages


def visit(taken: Taken) -> Visit:
    assert isinstance(taken.became, Visit)
    return taken.became


def article(taken: Taken) -> Article:
    outcome = visit(taken).outcome
    assert isinstance(outcome, Article), outcome
    return outcome


def refused(taken: Taken) -> Refused:
    outcome = visit(taken).outcome
    assert isinstance(outcome, Refused)
    return outcome


def text(of: Article) -> str:
    return "\n".join(block.text for section in of.sections for block in section.blocks if isinstance(block, Paragraph))


def names(took: Iterable[Taken]) -> list[tuple[str, ...]]:
    return [tuple(path.name for path in taken.paths) for taken in took]


def test_a_page_becomes_the_visit_of_its_address_when_the_file_was_made(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(pages.html("banjir-surut"), encoding="utf-8")
    os.utime(path, (1_790_000_000, 1_790_000_000))
    (taken,) = take([Source(path=path)])
    made = visit(taken)
    assert (made.address, made.outlet) == (pages.address("banjir-surut"), "warta.example")
    assert made.at == datetime.fromtimestamp(1_790_000_000, UTC)
    assert made.sighting is None
    assert made.pages[0].body == path.read_bytes()
    assert article(taken).headline == "Banjir surut"


def test_every_file_of_a_folder_is_taken_once_and_in_order(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.html").write_text(pages.html(f"kabar-ke-{number}"), encoding="utf-8")
    (tmp_path / "daerah.html").write_text(pages.index(), encoding="utf-8")
    (tmp_path / "umpan.xml").write_text(pages.FEED, encoding="utf-8")
    took = list(take(sources(tmp_path), processes=2))
    assert names(took) == [*((f"{number:02}.html",) for number in range(40)), ("daerah.html",), ("umpan.xml",)]
    assert [article(taken).headline for taken in took[:40]] == [f"Kabar ke {number}" for number in range(40)]
    assert refused(took[40]).reason is Reason.INDEX_PAGE
    assert refused(took[41]).reason is Reason.NOT_HTML


def test_the_pages_of_one_article_are_joined_whatever_their_order(tmp_path: Path) -> None:
    further = f'<link rel="next" href="{pages.address("panjang")}2/">'
    first = pages.html("panjang", words="Bagian pertama selesai di sini.", head=further).replace(
        "</div></article>",
        f'<div class="page-links">Halaman: <span class="post-page-numbers current">1</span> '
        f'<a class="post-page-numbers" href="{pages.address("panjang")}2/">2</a></div></div></article>',
    )
    second = pages.html("panjang", words="Bagian kedua menutup laporan ini.")
    (tmp_path / "b.html").write_text(first, encoding="utf-8")
    (tmp_path / "a.html").write_text(second, encoding="utf-8")
    rows = f"local_path\turl\na.html\t{pages.address('panjang')}2/\nb.html\t{pages.address('panjang')}\n"
    (tmp_path / "MANIFEST.tsv").write_text(rows, encoding="utf-8")
    (taken,) = take(sources(tmp_path))
    assert names([taken]) == [("b.html", "a.html")]
    assert article(taken).pages.joined == 2
    assert text(article(taken)).index("Bagian pertama") < text(article(taken)).index("Bagian kedua")


def test_captures_of_one_address_are_visits_in_their_order(tmp_path: Path) -> None:
    for name, words in (("b.html", "Kata pertama."), ("a.html", "Kata kedua.")):
        (tmp_path / name).write_text(pages.html("banjir-surut", words=words), encoding="utf-8")
    took = list(take([Source(path=tmp_path / "b.html"), Source(path=tmp_path / "a.html")]))
    assert names(took) == [("b.html",), ("a.html",)]
    assert {article(taken).id for taken in took} == {article(took[0]).id}


def test_an_article_without_any_address_is_refused_for_that(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(pages.TEXT, encoding="utf-8")
    (taken,) = take(sources(tmp_path))
    assert refused(taken).reason is Reason.NO_ADDRESS
    assert visit(taken).outlet == "unknown"
    assert visit(taken).address.startswith("urn:sha256:")


def test_a_text_with_an_address_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(pages.TEXT, encoding="utf-8")
    (taken,) = take([Source(path=tmp_path / "a.txt", address=pages.address("salinan"))])
    assert article(taken).headline == "Air Kali Serayan Surut, Warga Pulang"
    assert article(taken).url == pages.address("salinan")


def test_where_there_is_no_file_there_is_no_visit(tmp_path: Path) -> None:
    (taken,) = take([Source(path=tmp_path / "hilang.html", address=pages.address("hilang"))])
    assert taken.became == Refused(reason=Reason.NO_FILE, detail="No such file or directory")
