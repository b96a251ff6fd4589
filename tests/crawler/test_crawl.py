"""Crawls from end to end: the real commands, in processes of their own, against a real server on loopback."""

import json
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.jsonl import from_json
from archive.store.archive import open_archive
from tests.crawler.newsroom import (
    FAST,
    Answer,
    Newsroom,
    article,
    environment,
    kliping,
    newsroom,
    rows,
    scrapy,
    wordpress,
)


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with newsroom() as running:
        yield running


def crawl(room: Newsroom, folder: Path, *more: str, spider: str = "wordpress") -> dict[str, object]:
    done = kliping(folder, "crawl", spider, "--site", room.address, *FAST, "--json", *more)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    counters = json.loads(done.stdout)
    assert isinstance(counters, dict)
    return counters


def kept_lines(folder: Path) -> list[bytes]:
    with open_archive(str(folder / "kliping.db"), must_exist=True) as archive:
        return [row.json for row in archive.rows() if row.json]


def test_a_second_crawl_asks_only_for_what_is_new_and_again_asks_for_all(room: Newsroom, tmp_path: Path) -> None:
    addresses = wordpress(room, 6)
    lines = tmp_path / "berita.jsonl"
    done = scrapy(tmp_path, "crawl", "wordpress", "-a", f"site={room.address}", *FAST, "-O", str(lines))
    assert done.returncode == 0, done.stderr
    assert sorted(lines.read_bytes().splitlines()) == sorted(kept_lines(tmp_path))
    asked = Counter(room.asked)
    assert {path: asked[path] for path in room.answers if "kabar" in path} == {
        f"/2026/11/02/kabar-{n}/": 1 for n in range(1, 7)
    }
    assert asked["/laman-contoh/"] == asked["/wp-sitemap-users-1.xml"] == asked["/wp-sitemap-posts-page-1.xml"] == 0
    assert all(re.fullmatch(r"Kliping/[\d.]+ \(redaksi@warta\.example\)", agent) for agent in room.agents)
    assert rows(tmp_path, "SELECT outlet, kind, ended FROM crawl_run") == [("127.0.0.1", "crawl", "finished")]

    room.asked.clear()
    room.sitemap("/wp-sitemap-posts-post-1.xml", [*addresses, room.post("/2026/11/03/kabar-baru/", "Kabar baru")])
    second = crawl(room, tmp_path)
    assert (second["new"], second["unchanged"]) == (1, 0)
    assert [path for path in room.asked if "kabar" in path] == ["/2026/11/03/kabar-baru/"]

    room.asked.clear()
    room.post("/2026/11/02/kabar-1/", "Kabar nomor 1 dari kota")
    third = crawl(room, tmp_path, "--again")
    assert (third["refused"], third["pending"], third["ended"]) == (0, 0, "finished")
    assert (third["new"], third["revised"], third["unchanged"]) == (0, 1, 6)
    assert rows(tmp_path, "SELECT count(*) FROM article") == [(7,)]


def test_every_address_ends_in_exactly_one_visit(room: Newsroom, tmp_path: Path) -> None:
    wordpress(room, 1)
    paths = {
        "/2026/11/02/kabar-1/": None,
        "/bersambung/": None,
        "/hilang/": "missing",
        "/rusak/": "http_error",
        "/ditolak/": "refused_by_server",
        "/wp-admin/kabar/": "robots",
        "/gambar/": "not_html",
        "/kosong/": "empty",
        "/ke-situs-lain/": "bad_redirect",
        "/berputar/": "bad_redirect",
        "/pindah/": None,
        "/terpotong/": "no_answer",
        "/terlalu-besar/": "too_large",
    }
    room.sitemap("/wp-sitemap-posts-post-1.xml", [room.address + path for path in paths])
    room.answers |= {
        "/rusak/": Answer(status=500),
        "/ditolak/": Answer(status=403),
        "/gambar/": Answer(body=b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, media_type="image/png"),
        "/kosong/": Answer(),
        "/ke-situs-lain/": Answer(status=302, headers={"Location": "http://situs-lain.invalid/"}),
        "/berputar/": Answer(status=301, headers={"Location": "/berputar/"}),
        "/pindah/": Answer(status=301, headers={"Location": "/2026/11/03/tujuan/"}),
        "/terpotong/": Answer(body="<html>", headers={"Content-Length": "9999", "Connection": "close"}),
        "/terlalu-besar/": Answer(headers={"Content-Length": str(11 * 2**20)}),
    }
    room.post("/2026/11/03/tujuan/", "Kabar yang pindah")
    part = room.address + "/bersambung/"
    links = f'<div class="page-links">Halaman: <span>1</span> <a href="{part}2/" class="post-page-numbers">2</a></div>'
    room.answers["/bersambung/"] = Answer(body=article(part, "Kabar bersambung", more=links))
    room.answers["/bersambung/2/"] = Answer(
        body=article(part, "Kabar bersambung", more="<p>Bagian kedua menutup laporan dari desa itu.</p>")
    )
    done = kliping(tmp_path, "crawl", "wordpress", "--site", room.address, *FAST, "--json")
    counters = json.loads(done.stdout)
    assert "Traceback" not in done.stderr
    visits = rows(
        tmp_path,
        "SELECT s.address, v.reason, count(*) FROM visit v JOIN sighting s ON s.id = v.sighting"
        " WHERE s.kind = 'article' GROUP BY s.address ORDER BY s.address",
    )
    assert visits == sorted((room.address + path, reason, 1) for path, reason in paths.items())
    assert (counters["new"], counters["pending"]) == (3, 0)
    joined = next(line for line in kept_lines(tmp_path) if b"Kabar bersambung" in line)
    assert from_json(joined).pages.joined == 2
    assert b"Bagian kedua menutup laporan" in joined
    assert "/wp-admin/kabar/" not in room.asked
    assert rows(tmp_path, "SELECT count(*) FROM sighting WHERE state IN ('pending', 'leased')") == [(0,)]


def test_a_site_without_pretty_addresses_is_crawled(room: Newsroom, tmp_path: Path) -> None:
    addresses = [room.post(f"/?p={n}", f"Kabar nomor {n}") for n in range(1, 5)]
    room.answers["/"] = Answer(
        body='<link rel="alternate" type="application/rss+xml" href="/?feed=rss2">'
        f'<h2 class="entry-title"><a href="{addresses[0]}">Kabar</a></h2><a href="/?paged=2">Lama</a>'
    )
    room.answers["/?paged=2"] = Answer(body=f'<h2 class="entry-title"><a href="{addresses[1]}">Kabar</a></h2>')
    room.answers["/?sitemap=index"] = Answer(
        body=f"<sitemapindex><sitemap><loc>{room.address}/?sitemap=posts&amp;sitemap-subtype=post&amp;paged=1</loc>"
        "</sitemap></sitemapindex>",
        media_type="application/xml",
    )
    room.sitemap("/?paged=1&sitemap=posts&sitemap-subtype=post", addresses[2:])
    room.otherwise = Answer(body="<html><body><h1>Warta</h1></body></html>")  # any path gives the front page
    done = kliping(tmp_path, "crawl", "wordpress", "--site", room.address, *FAST, "--json")
    assert json.loads(done.stdout)["new"] == 4
    assert "no sitemap: it holds html" in done.stderr  # one line for each that is none
    assert "Traceback" not in done.stderr


def test_an_index_is_walked_as_long_as_its_pages_bring_anything_new(room: Newsroom, tmp_path: Path) -> None:
    posts = [room.post(f"/kabar-{n}/", f"Kabar nomor {n}") for n in range(8)]
    for number in range(1, 5):
        two = posts[2 * number - 2 : 2 * number]
        body = "".join(f'<h2><a href="{address}">Kabar</a></h2>' for address in two)
        room.answers["/" if number == 1 else f"/page/{number}/"] = Answer(body=body)
    items = "".join(f"<item><link>{address}</link></item>" for address in posts[:4])  # the first two pages' articles
    room.answers["/feed/"] = Answer(body=f"<rss version='2.0'><channel>{items}</channel></rss>")
    assert crawl(room, tmp_path)["new"] == 8
    assert "/page/5/" in room.asked
    room.asked.clear()
    assert crawl(room, tmp_path)["new"] == 0
    assert [path for path in room.asked if "page" in path] == []


def test_any_site_is_crawled_by_what_it_offers(room: Newsroom, tmp_path: Path) -> None:
    room.robots("User-agent: *", "Disallow:")
    room.sitemap("/sitemap.xml", [room.post("/berita/kabar-dari-peta", "Kabar dari peta")])
    room.answers["/"] = Answer(
        body="<link rel='alternate' type='application/rss+xml' href='/kanal.xml'>"
        "<a href='/tag/banjir-di-desa-kami/'>#</a>"
        f"<a href='{room.post('/berita/kabar-yang-ada-di-depan', 'Kabar dari depan')}'>Kabar</a>"
    )
    address = room.post("/berita/2026/11/02/umpan", "Kabar dari umpan")
    room.answers["/kanal.xml"] = Answer(
        body=f"<rss version='2.0'><channel><item><link>{address}</link></item></channel></rss>", media_type="text/xml"
    )
    assert crawl(room, tmp_path, spider="auto")["new"] == 3
    assert "/tag/banjir-di-desa-kami/" not in room.asked


def test_a_limit_is_exact(room: Newsroom, tmp_path: Path) -> None:
    wordpress(room, 7)
    first = crawl(room, tmp_path, "--limit", "4")
    assert (first["new"], first["ended"]) == (4, "limit")
    assert first["pending"] == 3  # an article of the front page, the sitemap's child, the second page of the index


def test_articles_dated_outside_the_days_asked_for_are_left(room: Newsroom, tmp_path: Path) -> None:
    wordpress(room, 0)
    entries = "".join(
        f"<url><loc>{room.post(f'/kabar-{day}/', f'Kabar {day}')}</loc><lastmod>2026-11-0{day}</lastmod></url>"
        for day in range(1, 6)
    )
    room.answers["/wp-sitemap-posts-post-1.xml"] = Answer(body=f"<urlset>{entries}</urlset>", media_type="text/xml")
    assert crawl(room, tmp_path, "--since", "2026-11-02", "-a", "until=2026-11-03")["new"] == 2
    assert sorted(path for path in room.asked if "kabar" in path) == ["/kabar-2/", "/kabar-3/"]


def test_a_crawl_that_is_killed_keeps_every_article_once(room: Newsroom, tmp_path: Path) -> None:
    addresses = wordpress(room, 30)
    reached, resume = threading.Event(), threading.Event()

    def stop() -> None:
        reached.set()
        resume.wait(20)

    room.post("/2026/11/02/kabar-20/", "Kabar nomor 20 dari desa", before=stop)
    command = [str(Path(sys.executable).parent / "kliping"), "crawl", "wordpress", "--site", room.address, *FAST]
    process = subprocess.Popen(command, cwd=tmp_path, env=environment(tmp_path), stderr=subprocess.DEVNULL)
    assert reached.wait(20)
    process.send_signal(signal.SIGKILL)
    process.wait()
    resume.set()
    before = rows(tmp_path, "SELECT count(*) FROM article")[0][0]
    assert 0 < before < 30

    again = crawl(room, tmp_path)
    assert again["new"] == 30 - before
    kept = rows(tmp_path, "SELECT url FROM article ORDER BY url")
    assert kept == sorted((address,) for address in addresses)
    assert rows(tmp_path, "SELECT count(*), max(sequence) FROM revision_seen") == [(30, 1)]


def test_a_crawl_that_is_interrupted_gives_back_what_it_had_leased(room: Newsroom, tmp_path: Path) -> None:
    wordpress(room, 20)
    reached = threading.Event()
    room.post("/2026/11/02/kabar-9/", "Kabar nomor 9 dari desa", before=reached.set)
    command = [str(Path(sys.executable).parent / "kliping"), "crawl", "wordpress", "--site", room.address]
    command += ["-s", "DOWNLOAD_DELAY=0.05"]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert reached.wait(20)
    process.send_signal(signal.SIGTERM)
    _, complaint = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "interrupted" in complaint
    assert "Traceback" not in complaint
    assert rows(tmp_path, "SELECT ended FROM crawl_run") == [("interrupted",)]
    assert rows(tmp_path, "SELECT count(*) FROM sighting WHERE state = 'leased'") == [(0,)]
    assert rows(tmp_path, "SELECT count(*) FROM sighting WHERE state = 'pending'")[0][0] > 0


def test_an_outlet_is_never_crawled_twice_at_once(room: Newsroom, tmp_path: Path) -> None:
    wordpress(room, 1)
    with open_archive(str(tmp_path / "kliping.db")) as archive, archive.crawling("127.0.0.1"):
        done = scrapy(tmp_path, "crawl", "auto", "-a", f"site={room.address}", "-s", "LOG_LEVEL=WARNING")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (75, "", 1)
    assert "127.0.0.1 is being crawled by another process" in done.stderr
    assert room.asked == []


@pytest.mark.parametrize("answer", [Answer(status=500, body="galat"), None], ids=["500 on everything", "no such host"])
def test_a_site_that_gives_nothing_is_said_in_one_line(room: Newsroom, tmp_path: Path, answer: Answer | None) -> None:
    if answer:
        room.otherwise = answer
    site = room.address if answer else "http://tidak-ada.invalid/"
    done = kliping(tmp_path, "crawl", "wordpress", "--site", site, *FAST)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert [line for line in done.stderr.splitlines() if "nothing could be fetched" in line] == done.stderr.splitlines()
    assert ("HTTP 500" if answer else "does not resolve") in done.stderr


def test_a_command_line_that_makes_no_sense_ends_with_2(tmp_path: Path) -> None:
    done = scrapy(tmp_path, "crawl", "wordpress", "-a", "site=bukan alamat")
    assert done.returncode == 2
    assert "'bukan alamat' is no address of a site" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "kliping.db").exists()


def test_a_file_that_is_no_archive_is_left_as_it_is(room: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "kliping.db").write_text("Ini bukan basis data.\n" * 100, encoding="utf-8")
    before = (tmp_path / "kliping.db").read_bytes()
    done = kliping(tmp_path, "crawl", "wordpress", "--site", room.address)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "is no Kliping archive" in done.stderr
    assert (tmp_path / "kliping.db").read_bytes() == before
