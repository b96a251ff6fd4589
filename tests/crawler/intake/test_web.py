"""One named address, read without an archive."""

from pathlib import Path

from archive.jsonl import from_json
from tests.crawler.newsroom import Answer, article, kliping, newsroom


def test_an_address_is_read_with_its_further_pages_and_no_archive_is_made(tmp_path: Path) -> None:
    with newsroom() as room:
        path = "/2026/11/02/kabar/"
        links = f'<div class="page-links">Halaman: <span>1</span> <a href="{room.address}{path}2/">2</a></div>'
        room.answers["/pendek"] = Answer(status=302, headers={"Location": path})
        room.answers[path] = Answer(body=article(room.address + path, "Kabar panjang", more=links))
        room.post(f"{path}2/", "Kabar panjang")
        done = kliping(tmp_path, "read", f"{room.address}/pendek")
        assert (done.returncode, done.stderr) == (0, "")
        read = from_json(done.stdout)
        assert (read.headline, read.pages.joined, read.url) == ("Kabar panjang", 2, room.address + path)
        assert "/robots.txt" in room.asked
    assert not list(tmp_path.glob("*.db*"))
