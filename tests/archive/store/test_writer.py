"""The writer: what is acknowledged is on disk, and one failure is one failure."""

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import CancelledError, ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from archive.errors import ArchiveBusy, ArchiveError
from archive.store import engine
from archive.store.archive import open_archive
from archive.store.restore import Restored
from tests.archive.articles import BARE, FULL, article
from tests.archive.store.visits import AT, OUTLET, check, opened, visit


def test_many_visits_from_many_threads_are_each_kept_once(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        futures = [archive.submit(visit(article(f"kabar-{n}")), run=run) for n in range(1203)]
        wait(futures)
        assert {future.result().outcome for future in futures} == {"new"}
        assert archive.stats()["articles"] == 1203
    check(archive.path)


def test_closing_keeps_what_is_queued_and_takes_nothing_more(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        future = archive.submit(visit(BARE), run=run)
    assert future.result(timeout=0).article == BARE.id
    with pytest.raises(ArchiveError, match="is closed"):
        archive.submit(visit(FULL), run=run)


def test_a_visit_that_is_cancelled_before_its_turn_is_not_kept(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        holder = sqlite3.connect(archive.path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")  # the writer waits for this with the first of them
        first = archive.submit(visit(BARE), run=run)
        while not first.running():
            pass
        second = archive.submit(visit(FULL), run=run)
        assert second.cancel()
        holder.execute("ROLLBACK")
        holder.close()
        assert first.result().outcome == "new"
        with pytest.raises(CancelledError):
            second.result()
        assert archive.stats()["articles"] == 1


def test_a_write_that_fails_leaves_the_thread_alive_and_its_neighbours_kept(tmp_path: Path) -> None:
    def broken(_: Connection) -> None:
        raise ZeroDivisionError

    def wrong(connection: Connection) -> None:
        connection.execute(text("INSERT INTO tidak_ada VALUES (1)"))  # "is not there"

    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        writer = archive._writer
        first, second, third = writer.call(broken), archive.submit(visit(BARE), run=run), writer.call(wrong)
        assert isinstance(first.exception(), ZeroDivisionError)
        assert isinstance(third.exception(), ArchiveError)
        assert second.exception() is None
        assert archive.submit(visit(FULL), run=run).result().outcome == "new"


def test_an_import_shares_its_transaction_with_nothing_as_its_file_is_read_once(tmp_path: Path) -> None:
    def broken(_: Connection) -> None:
        raise ZeroDivisionError

    with opened(tmp_path) as archive, ThreadPoolExecutor() as pool:
        run = archive.begin_run("import", "import", at=AT)
        holder = sqlite3.connect(archive.path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")  # the writer waits for this with the first; the others queue up behind it
        writer = archive._writer
        first = writer.call(lambda _: None)
        while not first.running():
            pass
        lines = iter([Restored(article=BARE, kept=None), Restored(article=FULL, kept=None)])
        importing = pool.submit(archive.restore, lines, run=run, at=AT)
        while not writer._jobs:
            pass
        writer.call(broken)
        holder.execute("ROLLBACK")
        holder.close()
        assert importing.result() == {"new": 2}


def test_an_archive_that_stays_locked_is_busy_and_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.05)
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        holder = sqlite3.connect(archive.path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveBusy, match="locked by another process"):
            archive.commit([visit(BARE), visit(FULL)], run=run)
        assert archive.stats()["articles"] == 0  # who reads waits for nobody
        holder.execute("ROLLBACK")
        holder.close()
        assert [kept.outcome for kept in archive.commit([visit(BARE)], run=run)] == ["new"]


_UNTIL_KILLED = """
import itertools, sys
from archive.store.archive import open_archive
from tests.archive.articles import article
from tests.archive.store.visits import AT, OUTLET, visit
with open_archive(sys.argv[1]) as archive:
    run = archive.begin_run(OUTLET, "add", at=AT)
    for number in itertools.count():
        archive.commit([visit(article(f"kabar-{number}"))], run=run)
        print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_what_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "kliping.db"
    with subprocess.Popen(
        [sys.executable, "-c", _UNTIL_KILLED, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        last = -1
        for line in process.stdout:
            last = int(line)
            if last == 40:
                process.send_signal(signal.SIGKILL)
    with open_archive(str(path), must_exist=True) as archive:
        assert last >= 40
        for number in range(last + 1):
            assert archive.article(f"https://warta.example/kabar-{number}/").revisions == 1
    check(path)


_DISK_FULL = """
import resource, signal, sys
from pathlib import Path
from archive.errors import ArchiveUnwritable
from archive.store.archive import open_archive
from tests.archive.articles import article
from tests.archive.store.visits import AT, OUTLET, visit
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_archive(sys.argv[1]) as archive:
    run = archive.begin_run(OUTLET, "add", at=AT)
    archive.commit([visit(article(f"kabar-{n}")) for n in range(50)], run=run)
    room = Path(sys.argv[1] + "-wal").stat().st_size + 40_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        archive.commit([visit(article(f"lagi-{n}")) for n in range(5000)], run=run)
    except ArchiveUnwritable as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    archive.commit([visit(article("sesudah"))], run=run)
"""


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_disk_that_is_full_is_one_line_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kliping.db"
    told = subprocess.run([sys.executable, "-c", _DISK_FULL, str(path)], check=True, capture_output=True, text=True)
    assert told.stdout.count("\n") == 1
    assert "cannot be written" in told.stdout
    with open_archive(str(path), must_exist=True) as archive:
        assert archive.article("https://warta.example/kabar-49/").revisions == 1
        assert archive.article("https://warta.example/sesudah/").revisions == 1
        assert 51 <= archive.stats()["articles"] < 5051
    check(path)
