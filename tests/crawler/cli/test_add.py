"""`kliping add`: a person's pages in an archive."""

import os
import sys
from contextlib import redirect_stdout, suppress
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer

from archive.store.archive import open_archive
from crawler.cli.add import add
from tests.crawler.cli.command import kliping
from tests.crawler.intake import pages
from tests.crawler.newsroom import newsroom


def put(folder: Path, name: str, text: str, *, made: int = 1_790_000_000) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (made, made))


def counted(folder: Path, *targets: str, url: str | None = None) -> dict[str, Any]:
    """What `kliping add --json` prints, run in this process over files of this folder."""
    out = TextIOWrapper(BytesIO(), encoding="utf-8")
    with redirect_stdout(out), suppress(typer.Exit):
        add([str(folder / target) for target in targets], url=url, as_json=True, archive=str(folder / "kliping.db"))
    told: dict[str, Any] = msgspec.json.decode(out.buffer.getvalue())
    return told


def counts(told: dict[str, Any]) -> tuple[int, ...]:
    return tuple(told[name] for name in ("new", "revised", "reading", "unchanged", "refused"))


def stretches(folder: Path) -> list[tuple[str, str]]:
    """Article and revision of each row of revision_seen, in sequence."""
    with open_archive(str(folder / "kliping.db")) as archive:
        return [(row.article, row.revision) for row in archive.rows(revisions="all")]


def test_a_folder_is_kept_and_what_is_no_article_is_refused_with_its_reason(tmp_path: Path) -> None:
    put(tmp_path, "simpanan/a.html", pages.html("banjir-surut"))
    put(tmp_path, "simpanan/lain/b.html", pages.html("pasar-buka"))
    put(tmp_path, "simpanan/daerah.html", pages.index())
    put(tmp_path, "simpanan/umpan.xml", pages.FEED)
    put(tmp_path, "simpanan/salinan.txt", pages.TEXT)
    told = counted(tmp_path, "simpanan")
    assert counts(told) == (2, 0, 0, 0, 3)
    assert told["outlets"]["warta.example"]["new"] == 2
    reasons = {Path(refusal["path"]).name: refusal["reason"] for refusal in told["refusals"]}
    assert reasons == {"daerah.html": "index_page", "umpan.xml": "not_html", "salinan.txt": "no_address"}
    with open_archive(str(tmp_path / "kliping.db")) as archive:
        assert archive.article(pages.address("banjir-surut")).article.headline == "Banjir surut"
        assert len(list(archive.rows())) == 2


def test_a_second_run_adds_nothing(tmp_path: Path) -> None:
    put(tmp_path, "simpanan/a.html", pages.html("banjir-surut"))
    put(tmp_path, "simpanan/daerah.html", pages.index())
    counted(tmp_path, "simpanan")
    before = stretches(tmp_path)
    assert counts(counted(tmp_path, "simpanan")) == (0, 0, 0, 1, 1)
    assert stretches(tmp_path) == before


def test_two_captures_of_one_address_are_two_revisions_and_a_second_run_adds_none(tmp_path: Path) -> None:
    put(tmp_path, "simpanan/lama.html", pages.html("banjir-surut"), made=1_790_000_000)
    put(tmp_path, "simpanan/baru.html", pages.html("banjir-surut", words="Jembatan dibuka lagi."), made=1_790_009_000)
    rows = "".join(f"{name}\t{pages.address('banjir-surut')}\n" for name in ("lama.html", "baru.html"))
    put(tmp_path, "simpanan/MANIFEST.tsv", "local_path\turl\n" + rows)
    assert counts(counted(tmp_path, "simpanan")) == (1, 1, 0, 0, 0)
    before = stretches(tmp_path)
    assert len(before) == 2
    assert counts(counted(tmp_path, "simpanan")) == (0, 0, 0, 2, 0)
    assert stretches(tmp_path) == before
    with open_archive(str(tmp_path / "kliping.db")) as archive:
        newest = archive.article(pages.address("banjir-surut")).article
    assert b"Jembatan dibuka lagi." in msgspec.json.encode(newest)


def test_the_address_of_one_file_can_be_named(tmp_path: Path) -> None:
    put(tmp_path, "salinan.txt", pages.TEXT)
    assert counts(counted(tmp_path, "salinan.txt", url="https://kabar.example/salinan/")) == (1, 0, 0, 0, 0)
    with open_archive(str(tmp_path / "kliping.db")) as archive:
        assert archive.article("https://kabar.example/salinan/").article.outlet == "kabar.example"


def test_people_are_shown_a_table_and_each_refusal_on_a_line(tmp_path: Path) -> None:
    put(tmp_path, "a.html", pages.html("banjir-surut"))
    put(tmp_path, "daerah.html", pages.index())
    done = kliping("add", "a.html", "daerah.html", "hilang.html", folder=tmp_path)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 0
    assert [line.partition(" ")[2].partition(":")[0] for line in lines] == ["hilang.html", "daerah.html"]
    assert "[index_page]; give the page of one article" in lines[1]
    table = done.stdout.decode()
    for word in ("outlet", "new", "revised", "reading", "unchanged", "refused", "warta.example", "unknown", "all"):
        assert word in table
    assert "\x1b" not in table


@pytest.mark.parametrize("target", ["hilang.html", "kosong.html", "folder"])
def test_when_nothing_could_be_kept_the_code_says_so(target: str, tmp_path: Path) -> None:
    put(tmp_path, "kosong.html", "")
    put(tmp_path, "folder/foto.jpg", "")
    done = kliping("add", target, folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode().startswith(f"kliping: {target}: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text there")
def test_a_name_that_is_no_text_is_told_as_well_as_it_can_be(tmp_path: Path) -> None:
    put(tmp_path, os.fsdecode(b"simpanan/kosong-\xff.html"), "")
    assert [refusal["path"][-10:] for refusal in counted(tmp_path, "simpanan")["refusals"]] == ["ong-\ufffd.html"]


def test_an_address_for_several_files_is_wrong_use(tmp_path: Path) -> None:
    put(tmp_path, "simpanan/a.html", pages.html("banjir-surut"))
    for targets in (("simpanan",), ("simpanan/a.html", "simpanan/a.html")):
        done = kliping("add", *targets, "--url", "http://warta.example/a/", folder=tmp_path)
        assert done.returncode == 2
        assert b"--url" in done.stderr
    assert not (tmp_path / "kliping.db").exists()


def test_a_manifest_of_something_else_is_one_line(tmp_path: Path) -> None:
    put(tmp_path, "simpanan/MANIFEST.tsv", "nama\talamat\n")
    done = kliping("add", "simpanan", folder=tmp_path)
    assert done.returncode == 1
    assert b"must name the columns local_path and url" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_what_cannot_be_an_archive_is_left_as_it_is(tmp_path: Path) -> None:
    put(tmp_path, "a.html", pages.html("banjir-surut"))
    put(tmp_path, "kliping.db", "bukan arsip")
    done = kliping("add", "a.html", folder=tmp_path)
    assert done.returncode == 1
    assert b"is no Kliping archive" in done.stderr
    assert (tmp_path / "kliping.db").read_text(encoding="utf-8") == "bukan arsip"


def test_an_address_is_asked_for_and_kept_beside_a_file(tmp_path: Path) -> None:
    put(tmp_path, "a.html", pages.html("banjir-surut"))
    with newsroom() as room:
        named = room.post("/2026/pasar-buka/", "Pasar Buka Lagi")
        gone = f"{room.address}/hilang/"
        # A process of its own: an event loop of Twisted cannot be started twice in one.
        done = kliping("add", "a.html", named, gone, "--json", folder=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
        told = msgspec.json.decode(done.stdout)
        assert counts(told) == (2, 0, 0, 0, 1)
        assert [(refusal["path"], refusal["reason"]) for refusal in told["refusals"]] == [(gone, "missing")]
        with open_archive(str(tmp_path / "kliping.db")) as archive:
            assert archive.article(named).article.headline == "Pasar Buka Lagi"
