"""The commands that need the archive alone, as processes: what they print, where, and in which bytes."""

import gzip
import json
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from archive.jsonl import from_line, to_json
from tests.archive.articles import FULL, article, edition
from tests.archive.filled import filled
from tests.crawler.cli.command import START, environment, kliping, kliping_here


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive of the edition in it; the tests that use it only read."""
    folder = tmp_path_factory.mktemp("kerja")
    with filled(folder / "kliping.db", edition()):
        pass
    return folder


LINES = b"".join(to_json(one) + b"\n" for one in edition())


def test_a_search_shows_day_outlet_id_headline_and_the_words_found(folder: Path) -> None:
    done = kliping_here("search", "hulu", folder=folder)
    assert done.returncode == 0
    when, headline, snippet = done.stdout.decode().splitlines()[:3]
    assert when.split() == ["2026-11-02", "00:20", "WIT", "warta.example", FULL.id[:10]]
    assert headline == FULL.headline
    assert "hulu" in snippet
    assert b"\x1b" not in done.stdout  # colours are for terminals


def test_a_search_as_json_is_one_hit_a_line(folder: Path) -> None:
    done = kliping_here("search", "kabar", "--limit", "2", "--json", folder=folder)
    hits = [json.loads(line) for line in done.stdout.splitlines()]
    assert [hit["headline"] for hit in hits] == ["Kabar pendek", "Ferry delayed"]
    assert set(hits[0]) == {"id", "url", "outlet", "headline", "published", "snippet", "marks"}


def test_a_search_without_a_hit_says_so_beside_the_output_and_succeeds(folder: Path) -> None:
    done = kliping_here("search", "nihil", folder=folder)
    assert (done.returncode, done.stdout, done.stderr.split()) == (0, b"", [b"no", b"article", b"matches"])
    assert kliping_here("search", "nihil", "--json", folder=folder).stdout == b""


def test_a_query_that_makes_no_sense_is_wrong_use(folder: Path) -> None:
    done = kliping_here("search", "since:2026-13", folder=folder)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("kliping: query 'since:2026-13': since:2026-13 is no date; write YYYY")


def test_a_search_for_arguments_that_are_no_text_ends_without_a_traceback(folder: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("arguments are always text there")
    command = [sys.executable.encode(), b"-c", START.encode(), b"search", b"kabar \xff\xfe"]
    done = subprocess.run(command, cwd=folder, env=environment(folder), capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "key", [FULL.id, FULL.id[:6], FULL.url, "http://www.warta.example/jembatan-lengkung?utm_source=x"]
)
def test_an_article_is_shown_by_id_or_address(folder: Path, key: str) -> None:
    text = kliping_here("show", key, folder=folder).stdout.decode()
    assert "“Jembatan Lengkung” Dibuka — Warga Lega" in text
    assert [line.rstrip().split(maxsplit=2) for line in text.splitlines()[-3:]] == [
        ["revisions", "1"],
        ["first", "seen", "2026-11-20 08:30 UTC"],
        ["last", "seen", "2026-11-20 08:30 UTC"],
    ]


@pytest.mark.parametrize("arguments", [("show", FULL.id), ("stats",), ("search", "kabar")])
def test_lines_in_a_pipe_end_where_their_words_do(folder: Path, arguments: tuple[str, ...]) -> None:
    lines = kliping_here(*arguments, folder=folder).stdout.decode().splitlines()
    assert len(lines) > 3
    assert [line for line in lines if line != line.rstrip()] == []


def test_an_article_is_not_shown_for_less_than_six_digits_of_its_id(folder: Path) -> None:
    done = kliping_here("show", FULL.id[:5], folder=folder)
    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"kliping: {FULL.id[:5]}: at least 6 digits of an id are needed")
    assert done.stderr.count(b"\n") == 1


def test_an_article_as_json_is_its_line(folder: Path) -> None:
    assert kliping_here("show", FULL.id, "--json", folder=folder).stdout == to_json(FULL) + b"\n"


@pytest.mark.parametrize("key", ["000000", "https://warta.example/tiada/", "kata apa saja", ""])
def test_an_unknown_article_is_an_error(folder: Path, key: str) -> None:
    done = kliping_here("show", key, folder=folder)
    assert done.returncode == 1
    assert b"no such article" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_an_export_goes_to_standard_output_or_to_a_file(folder: Path, tmp_path: Path) -> None:
    assert kliping_here("export", folder=folder).stdout == LINES
    done = kliping_here("export", "--out", str(tmp_path / "k.jsonl.gz"), folder=folder)
    assert (done.returncode, done.stdout) == (0, b"")
    assert gzip.decompress((tmp_path / "k.jsonl.gz").read_bytes()) == LINES
    assert b"6 lines in " in done.stderr


def test_an_export_of_a_search_holds_what_it_finds(folder: Path) -> None:
    done = kliping_here("export", "beras OR tag:jembatan", "--revisions", "all", folder=folder)
    headlines = [json.loads(line)["article"]["headline"] for line in done.stdout.splitlines()]
    assert headlines == ["Harga beras", FULL.headline]
    assert kliping_here("export", "nihil", folder=folder).stdout == b""
    assert kliping_here("export", "tag:", folder=folder).returncode == 2


def test_an_export_into_a_folder_that_is_not_there_is_one_line(folder: Path) -> None:
    done = kliping_here("export", "--out", "tiada/k.jsonl", folder=folder)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"kliping: tiada/k.jsonl: there is no such folder")
    assert not (folder / "tiada").exists()


def test_an_export_whose_reader_goes_ends_without_a_word(tmp_path: Path) -> None:
    with filled(tmp_path / "kliping.db", (article(f"kabar-{n}") for n in range(2000))):
        pass
    command = [sys.executable, "-c", START, "export"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"id":')
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 1


@pytest.mark.parametrize("form", ["latest", "all"])
def test_an_export_comes_back_through_a_pipe_and_a_file(folder: Path, tmp_path: Path, form: str) -> None:
    content = kliping_here("export", "--revisions", form, folder=folder).stdout
    done = kliping_here("import", "-", "--json", folder=tmp_path, given=content)
    assert json.loads(done.stdout) == {"new": 6, "revised": 0, "reading": 0, "unchanged": 0}
    assert kliping_here("export", "--revisions", form, folder=tmp_path).stdout == content
    (tmp_path / "k.jsonl").write_bytes(content)
    again = kliping_here("import", "k.jsonl", folder=tmp_path)
    assert again.stdout.split() == b"k.jsonl: 0 new, 0 revised, 0 reading, 6 unchanged".split()
    assert kliping_here("export", "--revisions", form, folder=tmp_path).stdout == content


def test_a_line_cut_in_half_is_one_line_and_nothing_is_imported(tmp_path: Path) -> None:
    (tmp_path / "k.jsonl").write_bytes(LINES[:-200])
    done = kliping_here("import", "k.jsonl", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "kliping: k.jsonl, line 6: Input data was truncated; nothing of this file was imported"
    ]
    assert json.loads(kliping_here("stats", "--json", folder=tmp_path).stdout)["articles"] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be sent Ctrl-C there")
def test_an_import_that_is_interrupted_takes_nothing(tmp_path: Path) -> None:
    many = b"".join(to_json(article(f"kabar-{n}")) + b"\n" for n in range(1500))
    assert len(many) > 10 * 65536  # so much more than a pipe holds that the import is under way once it is written
    command = [sys.executable, "-c", START, "import", "-"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(tmp_path), stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(many)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        with pytest.raises(BrokenPipeError):  # it reads on until the interruption is seen, and no further
            for _ in range(100):
                process.stdin.write(many)
        with suppress(BrokenPipeError):  # what is buffered finds no reader
            process.stdin.close()
        assert process.stderr.read() == b"kliping: interrupted; what was acknowledged is kept\n"
        assert process.wait(timeout=60) == 130
    assert json.loads(kliping_here("stats", "--json", folder=tmp_path).stdout)["articles"] == 0


def test_stats_count_articles_revisions_and_runs(folder: Path) -> None:
    counts = json.loads(kliping_here("stats", "--json", folder=folder).stdout)
    assert {name: counts[name] for name in ("articles", "revisions", "runs")} == {
        "articles": 6,
        "revisions": 6,
        "runs": 1,
    }
    text = kliping_here("stats", folder=folder).stdout.decode()
    assert [word for word in text.split() if word.endswith(".example")] == ["kabar.example", "warta.example"]


def test_the_schema_and_the_features_are_json(tmp_path: Path) -> None:
    schema = json.loads(kliping_here("schema", folder=tmp_path).stdout)
    assert schema["$ref"] == "#/$defs/Article"
    assert json.loads(kliping_here("schema", "--revisions", "all", folder=tmp_path).stdout)["$ref"] == "#/$defs/Line"
    assert list(json.loads(kliping_here("schema", "--features", folder=tmp_path).stdout))[:4] == [
        "id",
        "outlet",
        "url",
        "headline",
    ]


def test_the_archive_is_the_one_named_else_of_the_environment_else_of_the_settings(
    folder: Path, tmp_path: Path
) -> None:
    held = folder / "kliping.db"
    (tmp_path / "kliping.toml").write_text(f"archive = '{held}'\n", encoding="utf-8")
    assert kliping_here("show", FULL.id, folder=tmp_path).returncode == 0
    other = {"KLIPING_ARCHIVE": str(tmp_path / "lain.db")}
    assert b"lain.db does not exist" in kliping_here("show", FULL.id, folder=tmp_path, env=other).stderr
    named = kliping_here("show", FULL.id, "--archive", f"sqlite:///{held}", folder=tmp_path, env=other)
    assert named.returncode == 0, named.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize("arguments", [("show", FULL.id), ("search", "السلام"), ("stats",), ("--help",)])
def test_a_console_of_any_encoding_is_printed_to(folder: Path, encoding: str, arguments: tuple[str, ...]) -> None:
    done = kliping(*arguments, folder=folder, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)  # raises where a byte is not of this encoding
    if arguments[0] in ("show", "search"):
        headline = {"cp1252": FULL.headline, "ascii": "?Jembatan Lengkung? Dibuka ? Warga Lega"}
        assert headline[encoding] in text


@pytest.mark.parametrize("arguments", [("show", FULL.id, "--json"), ("export",), ("search", "السلام", "--json")])
def test_json_is_utf_8_whatever_the_console(folder: Path, arguments: tuple[str, ...]) -> None:
    done = kliping(*arguments, folder=folder, env={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert "“Jembatan Lengkung” Dibuka — Warga Lega" in done.stdout.decode("utf-8")
    if "search" not in arguments:
        assert from_line(next(line for line in done.stdout.splitlines() if FULL.id.encode() in line)) == FULL
