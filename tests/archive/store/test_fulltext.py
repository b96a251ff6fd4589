"""Places in the full-text index follow time."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from archive.store import fulltext
from archive.store.tables import ArticleRow
from tests.archive.articles import article
from tests.archive.store.visits import AT, OUTLET, opened, visit


def test_a_place_that_is_taken_is_passed_over(tmp_path: Path) -> None:
    one = article("satu")
    second = fulltext.seconds(None, AT)
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        archive.commit([visit(one)], run=run)
        with archive.read() as connection:
            (place,) = fulltext.assign(connection, [(second, article("dua").id)])
            held = connection.scalar(select(ArticleRow.ordinal))
            twice = fulltext.assign(connection, [(second, one.id), (second, one.id)])
        assert len({held, place, *twice}) == 4
        assert {fulltext.second_of(ordinal) for ordinal in (held, place, *twice) if ordinal} == {second}


def test_the_last_place_of_a_second_is_followed_by_its_first(tmp_path: Path) -> None:
    with opened(tmp_path) as archive, archive.read() as connection:
        first, then = fulltext.assign(connection, [(1, "f" * 20), (1, "f" * 20)])
        assert (first, then) == ((1 << 20) | 0xFFFFF, 1 << 20)


def test_times_before_1970_and_after_2100_keep_their_order() -> None:
    years = [datetime(year, 1, 1, tzinfo=UTC) for year in (1, 1945, 1970, 2026, 9999)]
    seconds = [fulltext.seconds(year, AT) for year in years]
    assert seconds == sorted(seconds)
    assert all(-(2**63) <= second << 20 < 2**63 for second in seconds)
    assert fulltext.seconds(None, AT) == int(AT.timestamp())
