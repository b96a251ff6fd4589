"""`kliping freeze`: a frozen page in tests/pages, from a file or an address, or one line that says why not."""

from pathlib import Path

import pytest

from crawler.workshop.freeze import is_frozen
from tests.crawler.cli.command import kliping
from tests.crawler.intake import pages
from tests.crawler.newsroom import newsroom


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "tests" / "pages").mkdir(parents=True)
    (tmp_path / "a.html").write_text(pages.html("banjir-surut"), encoding="utf-8")
    return tmp_path


def frozen(project: Path) -> list[Path]:
    return sorted((project / "tests" / "pages").rglob("*.html"))


def test_a_file_becomes_a_frozen_page_and_what_to_do_next_is_said(project: Path) -> None:
    done = kliping("freeze", "warta.example", "a.html", folder=project)
    assert done.returncode == 0, done.stderr
    (path,) = frozen(project)
    assert path.parent.name == "warta.example"
    assert is_frozen(path.read_bytes())
    assert b"Serayan" not in path.read_bytes()
    first, second = done.stderr.decode().splitlines()
    assert first == f"wrote tests/pages/warta.example/{path.name}"
    assert second.startswith("next: pytest tests/test_pages.py -k warta.example --update-expected")


def test_the_same_page_is_the_same_file(project: Path) -> None:
    kliping("freeze", "warta.example", "a.html", folder=project)
    (path,) = frozen(project)
    before = path.read_bytes()
    assert kliping("freeze", "warta.example", "a.html", folder=project).returncode == 0
    assert kliping("freeze", "warta.example", str(path), folder=project).returncode == 0
    assert frozen(project) == [path]
    assert path.read_bytes() == before


def test_an_address_is_fetched_with_its_further_pages(project: Path) -> None:
    with newsroom() as room:
        address = room.post("/2026/pasar-buka/", "Pasar Buka Lagi")
        first = room.answers["/2026/pasar-buka/"].body
        assert isinstance(first, str)
        room.post("/2026/pasar-buka/2/", "Pasar Buka Lagi")
        room.post("/2026/pasar-buka/", "Pasar Buka Lagi")
        link = f'<a href="{address}2/">2</a></body>'
        room.answers["/2026/pasar-buka/"] = type(room.answers["/2026/pasar-buka/"])(body=first.replace("</body>", link))
        done = kliping("freeze", "pasar", address, folder=project)
    assert done.returncode == 0, done.stderr
    assert [path.stem[-2:] == "_2" for path in frozen(project)] == [False, True]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("warta", "hilang.html"), 1, "hilang.html: no file is there that can be read"),
        (("warta", "daerah.html"), 1, "[index_page]; give the page of one article"),
        (("warta", "tanpa.html"), 1, "[no_address]; "),
        (("Warta Kota", "a.html"), 2, "'Warta Kota' is no name of an outlet"),
        (("../warta", "a.html"), 2, "'../warta' is no name of an outlet"),
        (("warta", "a.html", "--url", "warta"), 2, "'warta' is no http or https address"),
        (("warta",), 2, "Missing argument"),
    ],
)
def test_what_cannot_be_frozen_is_one_line_and_writes_nothing(
    arguments: tuple[str, ...], code: int, told: str, project: Path
) -> None:
    (project / "daerah.html").write_text(pages.index(), encoding="utf-8")
    (project / "tanpa.html").write_text(pages.html("banjir-surut", link=False), encoding="utf-8")
    done = kliping("freeze", *arguments, folder=project)
    assert (done.returncode, done.stdout) == (code, b"")
    assert done.stderr.decode().count("\n") == 1
    assert told in done.stderr.decode()
    assert frozen(project) == []


def test_it_is_run_in_a_copy_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(pages.html("banjir-surut"), encoding="utf-8")
    done = kliping("freeze", "warta", "a.html", folder=tmp_path)
    assert (done.returncode, [path.name for path in tmp_path.iterdir()]) == (1, ["a.html"])
    assert done.stderr.startswith(b"kliping: tests/pages: no such folder here")


def test_a_page_that_reads_otherwise_when_frozen_is_told(project: Path) -> None:
    words = "Luas kubangan itu m²² menurut catatan desa."  # two raised figures are no letters, what is invented is
    (project / "a.html").write_text(pages.html("banjir-surut", words=words), encoding="utf-8")
    done = kliping("freeze", "warta", "a.html", folder=project)
    assert done.returncode == 0, done.stderr
    assert done.stderr.decode().splitlines()[0] == "kliping: a.html: the frozen page reads otherwise in its sections"
    assert len(frozen(project)) == 1
