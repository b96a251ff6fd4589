"""A run begins with what is due, and leaves nothing leased behind for ever."""

from datetime import timedelta
from pathlib import Path

import pytest

from archive.errors import ArchiveError
from archive.reason import Reason
from archive.store.archive import Archive
from archive.visit import Found
from tests.archive.articles import article, clock
from tests.archive.store.visits import (
    AT,
    DAY,
    HOME,
    HOUR,
    OUTLET,
    addresses,
    begin,
    leased,
    listed,
    opened,
    read,
    refused,
    rows,
)

ONE = Found(address="https://warta.example/satu/")


def states(archive: Archive) -> dict[str, str]:
    return dict(rows(archive, "SELECT address, state FROM sighting"))


def test_what_a_killed_run_left_leased_is_asked_again(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        begin(archive, sources=(HOME, ONE))
        assert len(leased(archive, 1)) == 2
        assert leased(archive, 1) == []
        again = begin(archive, at=AT + HOUR, sources=())
        assert addresses(leased(archive, again, at=AT + HOUR)) == ["", "satu"]


def test_another_outlets_leases_stay_with_it(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive)
        taken = leased(archive, run)
        other = archive.begin_run("kabar.example", "crawl", at=AT)
        assert leased(archive, other) == []
        archive.commit([listed(taken[0])], run=run)
        assert states(archive) == {HOME.address: "done"}


def test_adding_pages_takes_no_leases_back_and_makes_nothing_due(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive, sources=(ONE,))
        (lease,) = leased(archive, run)
        archive.begin_run(OUTLET, "add", at=AT + DAY)
        assert states(archive) == {ONE.address: "leased"}
        archive.commit([read(lease, article("satu"))], run=run)
        archive.begin_run(OUTLET, "add", at=AT + 400 * DAY, again=True)
        assert states(archive) == {ONE.address: "done"}


def test_sources_written_twice_are_rows_once_and_pending_again(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive, sources=(HOME, HOME))
        (lease,) = leased(archive, run)
        archive.commit([listed(lease)], run=run)
        second = begin(archive, at=AT + HOUR)
        assert len(rows(archive, "SELECT * FROM sighting")) == 1
        assert len(leased(archive, second)) == 1


def test_an_address_that_was_an_article_can_be_a_source(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive, sources=(Found(address="https://warta.example/berita"),))
        (lease,) = leased(archive, run)
        archive.commit([refused(lease, Reason.INDEX_PAGE, status=200)], run=run)
        source = Found(address="https://warta.example/berita", kind="listing", via="index", priority=3)
        run = begin(archive, sources=(source,))
        (lease,) = leased(archive, run)
        assert (lease.kind, lease.via, lease.priority) == ("listing", "index", 3)


@pytest.mark.parametrize(
    ("published", "quiet", "due"),
    [
        ("2026-11-20T10:00:00+07:00", 5 * HOUR, 6 * HOUR),
        ("2026-11-16T10:00:00+07:00", 23 * HOUR, DAY),
        ("2026-11-01T10:00:00+07:00", 6 * DAY, 7 * DAY),
        ("2020-11-01T10:00:00+07:00", 29 * DAY, 30 * DAY),
    ],
)
def test_an_article_is_due_the_sooner_the_younger_it_is(
    tmp_path: Path, published: str, quiet: timedelta, due: timedelta
) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive, sources=(ONE,))
        (lease,) = leased(archive, run)
        archive.commit([read(lease, article("satu", published=clock(published)))], run=run)
        assert leased(archive, begin(archive, at=AT + quiet, sources=()), at=AT + quiet) == []
        later = begin(archive, at=AT + due, sources=())
        assert addresses(leased(archive, later, at=AT + due)) == ["satu"]


def test_again_asks_every_known_article_and_no_listing(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive, sources=(HOME, ONE, Found(address="https://warta.example/dua/")))
        home, one, two = leased(archive, run)
        archive.commit([listed(home), read(one, article("satu")), refused(two, Reason.NO_BODY, status=200)], run=run)
        again = begin(archive, at=AT + HOUR, sources=(), again=True)
        assert addresses(leased(archive, again)) == ["satu", "dua"]


def test_what_fails_is_asked_in_five_runs_and_then_left(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        begin(archive, sources=(ONE,))
        asked = 0
        for number in range(8):
            at = AT + number * HOUR
            run = begin(archive, at=at, sources=())
            for lease in leased(archive, run, at=at):
                assert lease.tries == asked
                asked += 1
                archive.commit([refused(lease, Reason.NO_ANSWER, at=at)], run=run)
        assert asked == 5
        assert len(rows(archive, "SELECT * FROM visit")) == 5


def test_a_listing_that_failed_is_asked_in_the_next_run(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive)
        (home,) = leased(archive, run)
        archive.commit([refused(home, Reason.HTTP_ERROR, status=500)], run=run)
        assert leased(archive, run) == []
        assert len(leased(archive, begin(archive, at=AT + HOUR, sources=()), at=AT + HOUR)) == 1


def test_a_run_that_ended_says_why_and_what_it_counted(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive)
        archive.end_run(run, at=AT + HOUR, ended="finished", counters={"new": 3, "asked": 4})
        assert rows(archive, "SELECT outlet, kind, ended, counters FROM crawl_run") == [
            (OUTLET, "crawl", "finished", '{"asked":4,"new":3}')
        ]
        assert archive.stats()["runs"] == 1


def test_a_run_that_never_began_is_an_error(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        with pytest.raises(ArchiveError, match="no run 7"):
            leased(archive, 7)
        with pytest.raises(ArchiveError, match="no run 7"):
            archive.restore([], run=7, at=AT)
