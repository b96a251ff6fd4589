"""The steps of a crawl without an engine."""

from datetime import UTC, datetime
from pathlib import Path

from archive.article import Article
from archive.page import Page
from archive.reason import Reason
from archive.revision import Outcome
from archive.store.archive import open_archive
from archive.visit import Refused, Visit
from pipelines.line import Line
from tests.archive.articles import article, with_text

AT = datetime(2026, 11, 3, 12, tzinfo=UTC)


def visit(outcome: Article | Refused, *, body: bytes, at: datetime = AT) -> Visit:
    address = outcome.url if isinstance(outcome, Article) else "https://warta.example/daerah/"
    page = Page(address=address, body=body, fetched_at=at)
    return Visit(address=address, outlet="warta.example", at=at, outcome=outcome, pages=(page,))


def test_a_visit_is_kept_when_its_future_is_done(tmp_path: Path) -> None:
    piece = article("banjir-surut")
    with open_archive(str(tmp_path / "a.db")) as archive:
        line = Line(archive, archive.begin_run("files", "add", at=AT))
        kept = line.keep(visit(piece, body=b"1")).result()
        assert (kept.outcome, kept.article) == (Outcome.NEW, piece.id)
        assert archive.article(piece.url).article == piece


def test_the_same_steps_judge_what_comes_again(tmp_path: Path) -> None:
    piece = article("banjir-surut")
    edited = with_text(piece, "Air sudah surut seluruhnya.")
    with open_archive(str(tmp_path / "a.db")) as archive:
        line = Line(archive, archive.begin_run("files", "add", at=AT))
        visits = [visit(piece, body=b"1"), visit(piece, body=b"2"), visit(edited, body=b"3")]
        outcomes = [line.keep(each).result().outcome for each in visits]
    assert outcomes == [Outcome.NEW, Outcome.UNCHANGED, Outcome.REVISED]


def test_a_refusal_passes_the_same_steps_and_keeps_its_reason(tmp_path: Path) -> None:
    with open_archive(str(tmp_path / "a.db")) as archive:
        line = Line(archive, archive.begin_run("files", "add", at=AT))
        kept = line.keep(visit(Refused(reason=Reason.INDEX_PAGE), body=b"1")).result()
        assert (kept.outcome, kept.reason, kept.article) == (None, Reason.INDEX_PAGE, None)
        assert list(archive.rows()) == []


def test_an_older_capture_that_is_added_again_does_not_bring_its_wording_back(tmp_path: Path) -> None:
    piece = article("banjir-surut")
    edited = with_text(piece, "Air sudah surut seluruhnya.")
    captures = [visit(piece, body=b"1"), visit(piece, body=b"2"), visit(edited, body=b"3")]
    with open_archive(str(tmp_path / "a.db")) as archive:
        line = Line(archive, archive.begin_run("files", "add", at=AT))
        for capture in captures:
            line.keep(capture).result()
        before = list(archive.rows(revisions="all"))
        assert [line.keep(capture).result().outcome for capture in captures] == [Outcome.UNCHANGED] * 3
        assert list(archive.rows(revisions="all")) == before
        assert archive.article(piece.url).article == edited


def test_another_capture_of_an_older_wording_does_bring_it_back(tmp_path: Path) -> None:
    piece = article("banjir-surut")
    edited = with_text(piece, "Air sudah surut seluruhnya.")
    with open_archive(str(tmp_path / "a.db")) as archive:
        line = Line(archive, archive.begin_run("files", "add", at=AT))
        for capture in (visit(piece, body=b"1"), visit(edited, body=b"2"), visit(piece, body=b"3")):
            line.keep(capture).result()
        assert [row.sequence for row in archive.rows(revisions="all")] == [1, 2, 3]
        assert archive.article(piece.url).article == piece
