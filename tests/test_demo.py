"""`kliping demo` as a person runs it, and the same articles by every other way into the program."""

import json
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from archive.article import Article
from archive.jsonl import from_json, to_json
from tests.crawler.cli.command import kliping
from tests.frozen import SAMPLE, Frozen, all_frozen

FROZEN = [frozen for frozen in all_frozen() if frozen.outlet == SAMPLE]
SITE = Path(str(files("crawler.workshop") / "site"))


def run(*arguments: str, folder: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    done = kliping(*arguments, folder=folder, env=env)
    assert done.returncode == 0, done.stderr.decode()
    return done


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo ran once; what it said stands in first.txt."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "first.txt").write_bytes(run("demo", folder=folder).stdout)
    return folder


def exported(folder: Path) -> list[Article]:
    return [from_json(line) for line in (folder / "kliping.jsonl").read_bytes().splitlines()]


def test_the_demo_keeps_every_article_of_the_sample_site_and_nothing_else(folder: Path) -> None:
    assert {article.url for article in exported(folder)} == {frozen.pages()[0].address for frozen in FROZEN}
    assert (folder / "first.txt").read_text(encoding="utf-8").count(" NEW ") == len(FROZEN)


def test_the_demo_run_again_says_unchanged_and_exports_the_same_bytes(folder: Path) -> None:
    before = (folder / "kliping.jsonl").read_bytes()
    again = run("demo", folder=folder).stdout.decode()
    assert (again.count("UNCHANGED"), again.count(" NEW ")) == (len(FROZEN) + 1, 0)  # once more in what to try next
    assert (folder / "kliping.jsonl").read_bytes() == before
    counts = json.loads(run("stats", "--json", folder=folder).stdout)
    assert (counts["articles"], counts["revisions"]) == (len(FROZEN), len(FROZEN))


def test_a_crawl_over_http_and_reading_the_files_give_the_same_articles(folder: Path) -> None:
    read = [frozen.read() for frozen in FROZEN]
    assert {article.url: article for article in exported(folder)} == {
        article.url: article for article in read if isinstance(article, Article)
    }


@pytest.mark.parametrize("frozen", [frozen for frozen in FROZEN if len(frozen.pages()) > 1] + FROZEN[:1], ids=str)
def test_kliping_read_prints_what_the_crawl_kept(folder: Path, frozen: Frozen) -> None:
    parts = [str(SITE / f"{frozen.slug}.html")]
    parts += [str(SITE / f"{frozen.slug}_{number}.html") for number in range(2, len(frozen.pages()) + 1)]
    address = frozen.pages()[0].address
    printed = from_json(run("read", *parts, "--url", address, folder=folder).stdout)
    assert printed in exported(folder)


def test_the_export_imported_into_an_empty_archive_exports_the_same_bytes(folder: Path) -> None:
    env = {"KLIPING_ARCHIVE": "again.db"}
    run("import", "kliping.jsonl", folder=folder, env=env)
    assert run("export", folder=folder, env=env).stdout == (folder / "kliping.jsonl").read_bytes()


def test_every_exported_line_is_the_canonical_one(folder: Path) -> None:
    lines = (folder / "kliping.jsonl").read_bytes().splitlines()
    assert [to_json(from_json(line)) for line in lines] == lines


def test_the_demo_survives_a_console_that_knows_few_letters(tmp_path: Path) -> None:
    done = run("demo", folder=tmp_path, env={"PYTHONIOENCODING": "cp1252", "KLIPING_ARCHIVE": "elsewhere.db"})
    assert (tmp_path / "elsewhere.db").is_file()
    assert not (tmp_path / "kliping.db").exists()
    assert b"What was kept" in done.stdout
