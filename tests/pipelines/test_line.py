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
        assert archive.stats()["articles"] == 0
