"""`kliping read`: the Article of one page on standard output, and no archive."""

from pathlib import Path

import pytest
import typer

from archive.article import Article
from archive.jsonl import from_json
from crawler.cli.read import read
from tests.crawler.cli.command import kliping
from tests.crawler.intake import pages
from tests.crawler.newsroom import newsroom


def article(stdout: bytes) -> Article:
    assert stdout.endswith(b"}\n")
    assert stdout.count(b"\n") == 1
    return from_json(stdout)


def put(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_file_gives_one_line_of_json_and_touches_no_archive(tmp_path: Path) -> None:
    put(tmp_path, "a.html", pages.html("banjir-surut", words="“Kami lega,” kata warga."))
    done = kliping("read", "a.html", folder=tmp_path, env={"PYTHONIOENCODING": "cp1252"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert article(done.stdout).url == pages.address("banjir-surut")
    assert "“Kami lega,” kata warga.".encode() in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_standard_input_is_read_as_bytes(tmp_path: Path) -> None:
    given = b"\xff\xfe" + pages.html("banjir-surut").encode("utf-16-le")
    done = kliping("read", "-", folder=tmp_path, given=given)
    assert article(done.stdout).headline == "Banjir surut"


def test_the_address_that_is_named_goes_before_the_pages_own(tmp_path: Path) -> None:
    put(tmp_path, "a.html", pages.html("banjir-surut", link=False))
    done = kliping("read", "a.html", "--url", "https://m.kabar.example/x/?utm_source=y", folder=tmp_path)
    assert article(done.stdout).url == "https://kabar.example/x/"
    assert article(done.stdout).outlet == "kabar.example"


def test_a_text_without_an_address_has_the_name_of_its_bytes(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", pages.TEXT)
    found = article(kliping("read", "a.txt", folder=tmp_path).stdout)
    assert found.url.startswith("urn:sha256:")
    assert found.outlet == "unknown"
    assert found.headline == "Air Kali Serayan Surut, Warga Pulang"
    assert found.dateline is not None
    assert found.dateline.place == "Wanareja"


def test_the_pages_of_an_article_in_parts_are_given_together(tmp_path: Path) -> None:
    put(tmp_path, "1.html", pages.html("panjang", words="Bagian pertama selesai di sini."))
    put(tmp_path, "2.html", pages.html("panjang", words="Bagian kedua menutup laporan ini.", link=False))
    done = kliping("read", "1.html", "2.html", folder=tmp_path)
    assert article(done.stdout).pages.joined == 2
    assert done.stdout.index(b"Bagian pertama") < done.stdout.index(b"Bagian kedua")


def test_pretty_is_for_people(tmp_path: Path) -> None:
    put(tmp_path, "a.html", pages.html("banjir-surut", words="“Kami lega,” kata warga."))
    done = kliping("read", "a.html", "--pretty", folder=tmp_path, env={"PYTHONIOENCODING": "cp1252"})
    assert done.returncode == 0, done.stderr.decode()
    text = done.stdout.decode("cp1252")
    assert text.startswith("Banjir surut")
    assert "“Kami lega,” kata warga." in text
    assert "\x1b" not in text


def test_what_is_no_article_ends_with_an_error_and_prints_nothing(tmp_path: Path) -> None:
    put(tmp_path, "daerah.html", pages.index())
    done = kliping("read", "daerah.html", folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"kliping: daerah.html: ")


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("kosong.html", b"", "[empty]; save the page again"),
        ("foto.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 50, "[not_html]"),
        ("daerah.html", pages.index().encode(), "[index_page]; give the page of one article"),
        ("umpan.xml", pages.FEED.encode(), "[not_html]"),
        ("hilang.html", None, "(No such file or directory) [no_file]; check the path"),
        (".", None, "(a folder without a page) [no_file]; check the path"),
    ],
)
def test_why_there_is_no_article_is_one_line_with_file_reason_and_what_to_do(
    name: str, body: bytes | None, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if body is not None:
        (tmp_path / name).write_bytes(body)
    with pytest.raises(typer.Exit) as ended:
        read([str(tmp_path / name)])
    out, line = capsys.readouterr()
    assert (ended.value.exit_code, out) == (1, "")
    assert line.startswith(f"kliping: {tmp_path / name}: ")
    assert told in line
    assert line.count("\n") == 1


def test_an_address_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    put(tmp_path, "a.html", pages.html("banjir-surut"))
    done = kliping("read", "a.html", "--url", "warta", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"'warta' is no http or https address" in done.stderr


def test_an_address_is_fetched_and_kept_nowhere(tmp_path: Path) -> None:
    with newsroom() as room:
        done = kliping("read", room.post("/2026/pasar-buka/", "Pasar Buka Lagi"), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert article(done.stdout).headline == "Pasar Buka Lagi"
    assert list(tmp_path.iterdir()) == []


def test_an_address_that_gives_no_page_is_one_line(tmp_path: Path) -> None:
    with newsroom() as room:
        done = kliping("read", f"{room.address}/hilang/", folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"[missing]; check the address" in done.stderr
    assert done.stderr.count(b"\n") == 1
