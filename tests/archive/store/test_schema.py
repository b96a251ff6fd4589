"""Opening: an archive is made, migrated or left alone."""

import json
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from archive.errors import ArchiveError, NewerArchive, NoArchive, NoPlace, NotAnArchive
from archive.jsonl import to_json
from archive.store.archive import open_archive
from archive.store.engine import writing_engine
from archive.store.migrations.run import config
from archive.store.schema import HEAD, VERSIONS, look
from tests.archive.articles import BARE
from tests.archive.store.visits import AT, visit


def made(folder: Path) -> Path:
    path = folder / "kliping.db"
    open_archive(str(path)).close()
    return path


def test_the_versions_are_those_of_the_migrations_in_their_order(tmp_path: Path) -> None:
    engine = writing_engine(made(tmp_path))
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(config(connection))
        chain = [revision.revision for revision in script.walk_revisions()]
    engine.dispose()
    assert script.get_current_head() == HEAD
    assert tuple(reversed(chain)) == VERSIONS


def test_the_mapping_is_what_the_migrations_make(tmp_path: Path) -> None:
    engine = writing_engine(made(tmp_path))
    with engine.begin() as connection:
        command.check(config(connection))
    engine.dispose()


def test_an_older_archive_is_migrated_and_keeps_what_it_holds(tmp_path: Path) -> None:
    path = made(tmp_path)
    with open_archive(str(path)) as archive:
        archive.commit([visit(BARE)], run=archive.begin_run("warta.example", "add", at=AT))
    # As the first version left it: without the views of the second, and without the keys that came with it.
    later = {"headline_variants", "quotations", "corrections", "origin", "rights"}
    old = {key: value for key, value in json.loads(to_json(BARE)).items() if key not in later}
    connection = sqlite3.connect(path)
    connection.execute("UPDATE revision SET json = ?", (json.dumps(old, ensure_ascii=False, separators=(",", ":")),))
    connection.executescript(
        "DROP VIEW quotation; DROP VIEW correction; UPDATE alembic_version SET version_num = '0001'"
    )
    connection.close()
    assert look(path) == "older"
    with open_archive(str(path), must_exist=True) as archive:
        assert look(path) == "current"
        assert archive.article(BARE.id).article == BARE
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM quotation").fetchone() == (0,)
    connection.close()


def test_an_archive_that_is_up_to_date_opens_without_alembic(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from archive.store.archive import open_archive\n"
        "with open_archive(sys.argv[1], must_exist=True) as archive:\n"
        "    assert archive.stats()['articles'] == 0\n"
        "assert not {'alembic', 'scrapy'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(made(tmp_path))], check=True)


def test_only_a_command_that_writes_makes_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "kliping.db"
    with pytest.raises(NoArchive, match=r"does not exist"):
        open_archive(str(path), must_exist=True)
    assert list(tmp_path.iterdir()) == []
    path.touch()
    with pytest.raises(NoArchive, match=r"kliping\.db is empty; crawl, add or import"):
        open_archive(str(path), must_exist=True)
    open_archive(str(path)).close()
    assert look(path) == "current"


def test_an_address_of_sqlalchemy_names_the_same_archive(tmp_path: Path) -> None:
    path = made(tmp_path)
    with open_archive(f"sqlite:///{path}", must_exist=True) as archive:
        assert archive.path == path


def test_an_archive_opened_by_many_at_once_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "kliping.db"

    def open_it(_: int) -> int:
        with open_archive(str(path)) as archive:
            return int(archive.stats()["articles"])

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(open_it, range(8))) == [0] * 8


def text_file(path: Path) -> None:
    path.write_text("Bukan arsip.\n" * 50, encoding="utf-8")  # "no archive"


def another_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE belanja (barang TEXT); INSERT INTO belanja VALUES ('beras')")  # shopping
    connection.close()


def another_program_with_alembic(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(
        f"CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('{HEAD}')"
    )
    connection.close()


def broken_header(path: Path) -> None:
    open_archive(str(path)).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:16] + b"\xff" * 84 + whole[100:])


def cut_file(path: Path) -> None:
    open_archive(str(path)).close()
    path.write_bytes(path.read_bytes()[:700])


@pytest.mark.parametrize(
    "make",
    [text_file, another_database, another_program_with_alembic, broken_header, cut_file],
    ids=lambda f: f.__name__,
)
@pytest.mark.parametrize("must_exist", [True, False])
def test_a_file_that_is_no_archive_is_named_and_not_touched(tmp_path: Path, make: object, must_exist: bool) -> None:
    path = tmp_path / "kliping.db"
    assert callable(make)
    make(path)
    before = path.read_bytes()
    with pytest.raises(NotAnArchive) as caught:
        open_archive(str(path), must_exist=must_exist)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(NotAnArchive, match="it is a folder"):
        open_archive(str(tmp_path))


@pytest.mark.parametrize(
    "location",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql://localhost/kliping",
        "://",
        "oracle+x://",
        "sqlite:///file:a?uri=true",
    ],
)
def test_what_is_no_file_is_no_archive(location: str) -> None:
    with pytest.raises(NotAnArchive, match="sqlite:///"):
        open_archive(location)


def test_a_password_in_an_address_is_not_shown() -> None:
    with pytest.raises(NotAnArchive) as caught:
        open_archive("postgresql://warga:rahasia@localhost/kliping")  # "citizen", "secret"
    assert "rahasia" not in str(caught.value)


def test_an_archive_of_a_newer_version_is_told_apart_and_not_touched(tmp_path: Path) -> None:
    path = made(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    for must_exist in (True, False):
        with pytest.raises(NewerArchive, match="9999"):
            open_archive(str(path), must_exist=must_exist)
    assert path.read_bytes() == before


def test_a_place_without_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoPlace, match="there is no folder"):
        open_archive(str(tmp_path / "tidak" / "ada.db"))  # "is not there"
    (tmp_path / "berkas").touch()  # "file"
    with pytest.raises(ArchiveError):
        open_archive(str(tmp_path / "berkas" / "kliping.db"))


def test_every_setting_of_a_connection_is_as_it_should_be(tmp_path: Path) -> None:
    engine = writing_engine(made(tmp_path))
    with engine.connect() as connection:
        settings = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
        assert settings == ["wal", 2]
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()
