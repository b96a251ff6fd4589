"""Leases: who is asked first, who must wait, and what is given back."""

from pathlib import Path

from archive.store.archive import Archive
from archive.visit import Found
from tests.archive.store.visits import AT, DAY, HOUR, addresses, begin, leased, opened, rows


def source(name: str, **more: object) -> Found:
    return Found(address=f"https://warta.example/{name}/", **more)  # type: ignore[arg-type]


def test_priority_first_then_listings_then_the_oldest(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        begin(archive, sources=(source("tua"), source("muda"), source("daftar", kind="listing")))
        run = begin(archive, sources=(source("penting", priority=5), source("peta", kind="listing", priority=5)))
        assert addresses(leased(archive, run, count=2)) == ["peta", "penting"]
        assert addresses(leased(archive, run)) == ["daftar", "tua", "muda"]


def test_a_lease_walks_the_queue_and_sorts_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        begin(archive)
        plan = rows(
            archive,
            "EXPLAIN QUERY PLAN SELECT * FROM sighting JOIN host ON host.name = sighting.host"
            " WHERE outlet = 'a' AND state = 'pending' ORDER BY queue, id LIMIT 64",
        )
        told = " ".join(str(step[3]) for step in plan)
        assert "sighting_queue" in told
        assert "TEMP B-TREE" not in told


def test_an_address_is_leased_to_one_run_at_a_time(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive)
        (lease,) = leased(archive, run)
        assert leased(archive, run) == []
        archive.release([lease.sighting], run=run + 1).result()
        assert leased(archive, run) == []
        archive.release([lease.sighting], run=run).result()
        assert leased(archive, run) == [lease]


def test_what_is_given_back_for_later_waits_until_then(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive)
        (lease,) = leased(archive, run)
        archive.release([lease.sighting], run=run, not_before=AT + HOUR).result()
        assert leased(archive, run) == []
        assert archive.next_moment(run, now=AT).result() == AT + HOUR
        assert leased(archive, run, at=AT + HOUR) == [lease]
        assert archive.next_moment(run, now=AT).result() is None


def test_a_host_that_asked_for_rest_is_left_alone_until_then(tmp_path: Path) -> None:
    def asked(archive: Archive, hours: int) -> list[str]:
        leases = leased(archive, run, at=AT + hours * HOUR)
        archive.release([lease.sighting for lease in leases], run=run).result()
        return addresses(leases)

    other = Found(address="https://foto.warta.example/satu/")
    with opened(tmp_path) as archive:
        run = begin(archive, sources=(source("satu"), other))
        archive.rest("warta.example", AT + 3 * HOUR).result()
        archive.rest("warta.example", AT + HOUR).result()  # a rest is not made shorter
        assert asked(archive, 2) == [other.address.rstrip("/")]
        assert archive.next_moment(run, now=AT).result() == AT + 3 * HOUR
        assert asked(archive, 3) == ["satu", other.address.rstrip("/")]


def test_articles_dated_outside_are_passed_over_and_undated_ones_and_listings_are_not(tmp_path: Path) -> None:
    sources = (
        source("lama", dated=AT - 9 * DAY),
        source("kini", dated=AT - DAY),
        source("nanti", dated=AT + 9 * DAY),
        source("tanpa-tanggal"),
        source("daftar", kind="listing", dated=AT - 99 * DAY),
    )
    with opened(tmp_path) as archive:
        run = begin(archive, sources=sources)
        leases = archive.lease(run, 100, now=AT, since=AT - 2 * DAY, until=AT).result()
        assert addresses(leases) == ["daftar", "kini", "tanpa-tanggal"]
        assert addresses(leased(archive, run)) == ["lama", "nanti"]
