"""Everything comes out in one stable order."""

from pathlib import Path

from tests.archive.articles import BARE, FULL, article, edition, with_text
from tests.archive.store.visits import AT, DAY, OUTLET, opened, visit


def test_by_the_moment_of_publication_then_by_id_and_undated_ones_last(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        archive.commit([visit(one) for one in reversed(edition())], run=run)
        assert [row.article for row in archive.rows()] == [one.id for one in edition()]


def test_only_those_asked_for_once_each_in_the_same_order(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        archive.commit([visit(one) for one in edition()], run=run)
        ids = [BARE.id, FULL.id, FULL.id, "0" * 20]
        assert [row.article for row in archive.rows(ids=ids)] == [FULL.id, BARE.id]
        assert list(archive.rows(ids=[])) == []


def test_more_articles_than_one_reading_takes_come_out_once_each(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        many = [article(f"kabar-{n}") for n in range(1234)]
        archive.commit([visit(one) for one in many], run=run)
        assert [row.article for row in archive.rows()] == sorted(one.id for one in many)


def test_an_export_sees_one_moment_while_the_crawl_goes_on(tmp_path: Path) -> None:
    many = [article(f"kabar-{n}") for n in range(600)]  # more than are read at once
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        archive.commit([visit(one) for one in many], run=run)
        reading = archive.rows(ids=[one.id for one in many], revisions="all")
        next(reading)
        archive.commit([visit(with_text(one, "Lain."), at=AT + DAY, body=b"2") for one in many], run=run)
        assert len(list(reading)) == 599
        assert len(list(archive.rows(revisions="all"))) == 1200
