"""From paths to sources, and from a source to its Page."""

import os
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from archive.page import Page
from archive.reason import Reason
from archive.visit import Refused
from crawler.intake.files import Source, load, located, sources

HERE = "http://warta.example/2026/11/banjir-surut/"
HTML = f'<html><head><link rel="canonical" href="{HERE}"></head><body><p>Air surut.</p></body></html>'


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(HTML, encoding="utf-8")


def names(found: list[Source], folder: Path) -> list[str]:
    return [source.path.relative_to(folder).as_posix() for source in found]


def test_a_folder_gives_the_pages_in_it_and_below_by_name(tmp_path: Path) -> None:
    put(tmp_path, "b.html", "a/z.htm", "a/y.HTML", "c.txt", "d.xml", "tanpa-akhiran", "e.php")
    assert names(sources(tmp_path), tmp_path) == [
        "a/y.HTML",
        "a/z.htm",
        "b.html",
        "c.txt",
        "d.xml",
        "e.php",
        "tanpa-akhiran",
    ]


def test_what_a_browser_saves_beside_a_page_is_no_page(tmp_path: Path) -> None:
    put(
        tmp_path,
        "a.html",
        "a_files/iklan.html",
        "foto.jpg",
        "gaya.css",
        "x.js",
        ".DS_Store",
        ".git/a.html",
        "b_files/c.html",
    )
    assert names(sources(tmp_path), tmp_path) == ["a.html", "b_files/c.html"]


def test_the_manifest_of_a_folder_gives_order_and_addresses_and_other_files_follow(tmp_path: Path) -> None:
    put(tmp_path, "a.html", "b.html", "sub/c.html")
    rows = "local_path\turl\nsub/c.html\thttp://warta.example/c/\nb.html\t\nhilang.html\thttp://warta.example/h/\n"
    (tmp_path / "MANIFEST.tsv").write_text(rows, encoding="utf-8")
    assert sources(tmp_path) == [
        Source(path=tmp_path / "sub" / "c.html", address="http://warta.example/c/"),
        Source(path=tmp_path / "b.html"),
        Source(path=tmp_path / "hilang.html", address="http://warta.example/h/"),
        Source(path=tmp_path / "a.html"),
    ]


def test_a_manifest_itself_means_its_rows_only(tmp_path: Path) -> None:
    put(tmp_path, "a.html", "b.html")
    (tmp_path / "MANIFEST.tsv").write_text("local_path\turl\nb.html\thttp://warta.example/b/\n", encoding="utf-8")
    assert names(sources(tmp_path / "MANIFEST.tsv"), tmp_path) == ["b.html"]


def test_a_file_finds_its_row_in_a_manifest_of_a_folder_above(tmp_path: Path) -> None:
    put(tmp_path, "sub/b.html")
    (tmp_path / "MANIFEST.tsv").write_text("local_path\turl\nsub/b.html\thttp://warta.example/b/\n", encoding="utf-8")
    assert sources(tmp_path / "sub" / "b.html") == [
        Source(path=tmp_path / "sub" / "b.html", address="http://warta.example/b/")
    ]


def test_a_link_that_leads_back_to_its_folder_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "sub/b.html")
    try:
        (tmp_path / "sub" / "lagi").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets only administrators make links")
    found = [source for source in sources(tmp_path) if source.path.is_file()]
    assert names(found, tmp_path) == ["sub/b.html"]


def test_a_file_becomes_a_page_fetched_when_it_was_last_changed(tmp_path: Path) -> None:
    put(tmp_path, "a.html")
    os.utime(tmp_path / "a.html", (1_790_000_000, 1_790_000_000))
    page = load(Source(path=tmp_path / "a.html"))
    assert page == Page(address=HERE, body=HTML.encode(), fetched_at=datetime.fromtimestamp(1_790_000_000, UTC))


def test_an_address_from_outside_goes_before_the_pages_own(tmp_path: Path) -> None:
    put(tmp_path, "a.html")
    source = Source(path=tmp_path / "a.html", address="http://warta.example/lain/")
    page = load(source)
    assert isinstance(page, Page)
    assert page.address == "http://warta.example/lain/"
    assert located(source) == source


def test_the_address_inside_a_file_can_be_had_without_loading_it(tmp_path: Path) -> None:
    put(tmp_path, "a.html")
    assert located(Source(path=tmp_path / "a.html")).address == HERE
    assert located(Source(path=tmp_path / "hilang.html")).address is None
    assert located(Source(path=tmp_path)).address is None


def test_a_page_without_any_address_has_the_name_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Air surut.\n")
    page = load(Source(path=tmp_path / "a.txt"))
    assert isinstance(page, Page)
    assert page.address == f"urn:sha256:{sha256(b'Air surut.' + bytes([10])).hexdigest()}"


def refused(source: Source) -> Refused:
    outcome = load(source)
    assert isinstance(outcome, Refused)
    return outcome


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    (found,) = sources(tmp_path / "hilang.html")
    assert refused(found) == Refused(reason=Reason.NO_FILE, detail="No such file or directory")


def test_a_folder_without_a_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    (found,) = sources(tmp_path)
    assert refused(found) == Refused(reason=Reason.NO_FILE, detail="a folder without a page")


def test_a_path_with_a_nul_is_refused(tmp_path: Path) -> None:
    assert refused(Source(path=tmp_path / "a\0b")).reason is Reason.NO_FILE


def test_a_file_from_a_year_that_no_calendar_has_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "a.html")
    os.utime(tmp_path / "a.html", (10**12, 10**12))
    if (tmp_path / "a.html").stat().st_mtime < 10**12:
        pytest.skip("this file system keeps no such time")
    assert refused(Source(path=tmp_path / "a.html")).reason is Reason.NO_FILE


def test_a_file_larger_than_any_article_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.html").open("wb") as file:
        file.truncate(40 * 2**20)
    assert refused(Source(path=tmp_path / "a.html")) == Refused(reason=Reason.TOO_LARGE, detail="40 MiB")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="an administrator may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "a.html")
    (tmp_path / "a.html").chmod(0)
    assert refused(Source(path=tmp_path / "a.html")) == Refused(reason=Reason.NO_FILE, detail="Permission denied")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.html")
    assert refused(Source(path=tmp_path / "a.html")) == Refused(reason=Reason.NO_FILE, detail="not a regular file")
