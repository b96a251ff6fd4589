"""The command line as a whole: what loads when, what is printed where, which code ends it."""

import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from crawler.cli.main import COMMANDS
from tests.crawler.cli.command import ROOT, kliping, kliping_here

HERE = {**os.environ, "PYTHONPATH": str(ROOT)}

HEAVY = ("scrapy", "twisted", "alembic", "pandas", "datasets", "itemloaders", "tldextract")


def loaded(*arguments: str, folder: Path) -> set[str]:
    """The names of the heavy packages that a command loads."""
    done = kliping(*arguments, folder=folder, options=("-X", "importtime"))
    names = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.decode().splitlines()}
    assert "crawler" in names
    return names & {*HEAVY, "sqlalchemy"}


def test_help_names_every_command_and_loads_none(tmp_path: Path) -> None:
    done = kliping("--help", folder=tmp_path)
    assert done.returncode == 0
    assert done.stderr == b""
    text = done.stdout.decode()
    for name, (_, line) in COMMANDS.items():
        assert f"│ {name} " in text
        assert line[:40] in text
    assert loaded("--help", folder=tmp_path) == set()


def test_without_a_command_the_help_is_shown_and_the_code_is_that_of_wrong_use(tmp_path: Path) -> None:
    done = kliping_here(folder=tmp_path)
    assert done.returncode == 2
    assert b"Commands" in done.stdout + done.stderr


def test_a_search_loads_neither_scrapy_nor_alembic(tmp_path: Path) -> None:
    assert loaded("search", "banjir", folder=tmp_path) & set(HEAVY) == set()


def test_the_schema_loads_no_database(tmp_path: Path) -> None:
    assert loaded("schema", folder=tmp_path) == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str, tmp_path: Path) -> None:
    done = kliping_here(name, "--help", folder=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    text = " ".join(done.stdout.decode().split())
    assert f"Example: kliping {name}" in text
    assert "Raises" not in text


def test_the_version_is_the_packages(tmp_path: Path) -> None:
    done = kliping_here("--version", folder=tmp_path)
    assert done.stdout.decode().split() == ["kliping", metadata.version("kliping")]


def test_a_wrong_name_is_wrong_use_and_the_right_one_is_proposed(tmp_path: Path) -> None:
    done = kliping_here("serach", "banjir", folder=tmp_path)
    assert done.returncode == 2
    assert b"Did you mean 'search'?" in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("search", "banjir"), 1, "kliping.db does not exist; crawl, add or import something first"),
        (("search", "tag:"), 1, "kliping.db does not exist"),
        (("show", "3f2a91"), 1, "kliping.db does not exist"),
        (("export",), 1, "kliping.db does not exist"),
        (("stats", "--json"), 1, "kliping.db does not exist"),
        (("import", "tiada.jsonl"), 1, "tiada.jsonl: No such file or directory"),
        (("search", "a", "--archive", "postgresql://localhost/x"), 1, "only SQLite is supported"),
    ],
)
def test_a_mistake_is_one_line_on_standard_error(
    arguments: tuple[str, ...], code: int, line: str, tmp_path: Path
) -> None:
    done = kliping_here(*arguments, folder=tmp_path)
    told = done.stderr.decode()
    assert done.returncode == code
    assert told.startswith("kliping: ")
    assert line in told
    assert told.count("\n") == 1
    assert done.stdout == b""
    assert not (tmp_path / "kliping.db").exists()


def test_a_mistake_in_the_settings_is_one_line_too(tmp_path: Path) -> None:
    (tmp_path / "kliping.toml").write_text("kontak = 1\n", encoding="utf-8")
    done = kliping_here("search", "banjir", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode().replace("\r", "").count("\n") == 1
    assert b"unknown key 'kontak'; known are contact, archive" in done.stderr


def test_a_file_that_is_no_archive_is_told_and_not_touched(tmp_path: Path) -> None:
    other = tmp_path / "kliping.db"
    other.write_bytes(b"catatan belanja\n")
    done = kliping_here("import", "-", folder=tmp_path, given=b"{}\n")
    assert done.returncode == 1
    assert b"is no Kliping archive" in done.stderr
    assert other.read_bytes() == b"catatan belanja\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_shell_can_complete_the_command(shell: str, tmp_path: Path) -> None:
    done = kliping(folder=tmp_path, env={"_KLIPING_COMPLETE": f"source_{shell}"})
    assert done.returncode == 0, done.stderr.decode()
    assert b"_KLIPING_COMPLETE" in done.stdout


def test_completion_knows_commands_and_their_options_without_loading_the_others(tmp_path: Path) -> None:
    ask = {"_KLIPING_COMPLETE": "complete_bash", "COMP_CWORD": "1", "COMP_WORDS": "kliping se"}
    assert kliping(folder=tmp_path, env=ask).stdout.split() == [b"search"]
    ask |= {"COMP_CWORD": "2", "COMP_WORDS": "kliping search --"}
    done = kliping(folder=tmp_path, env=ask, options=("-X", "importtime"))
    assert {b"--limit", b"--json", b"--archive"} <= set(done.stdout.split())
    assert b"scrapy" not in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("crawl", "koran"), "known are auto, wordpress"),
        (("crawl", "auto", "--since", "1/11/2026"), "is no day, as in 2026-11-23"),
        (("search", "banjir", "sungai"), "in quotes"),
        (("search", "-banjir"), "-- before a query"),
        (("search",), "Missing argument 'QUERY'; see"),
        (("search", "--limit", "0"), "for '--limit': Input should be greater than or equal to 1; see"),
        (("export", "banjir", "sungai"), "in quotes"),
        (("export", "--revisions", "0"), "is not one of 'latest', 'all'"),
    ],
)
def test_wrong_use_is_one_line_that_says_where_the_help_is(words: tuple[str, ...], told: str, tmp_path: Path) -> None:
    done = kliping_here(*words, folder=tmp_path)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert len(lines) == 1
    assert lines[0].startswith("kliping: ")
    assert told in lines[0]
    assert lines[0].endswith(f"; see 'kliping {words[0]} --help'")


def test_an_output_that_nobody_reads_to_its_end_is_no_noise(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -c "from crawler.cli.main import main; main()" schema'
    done = subprocess.run(
        ["bash", "-c", f"{command} | true; exit ${{PIPESTATUS[0]}}"], capture_output=True, cwd=tmp_path, env=HERE
    )
    assert (done.returncode in (0, 1), done.stderr) == (True, b"")


def test_a_closed_standard_output_is_one_line(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -c "from crawler.cli.main import main; main()" schema >&-'
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=tmp_path, env=HERE)
    assert done.returncode == 1
    assert done.stderr.startswith(b"kliping: standard output is closed")
    assert done.stderr.count(b"\n") == 1
