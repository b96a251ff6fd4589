"""A small newsroom on loopback: a real HTTP server whose every answer a test can set."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
FAST = ("-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_TIMES=0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server says to one path. before: called first, for a test that must act in the middle of a crawl."""

    body: str | bytes = ""
    status: int = 200
    media_type: str = "text/html; charset=UTF-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], Any] = lambda: None


@dataclass(slots=True)
class Newsroom:
    """The server. answers: by path and query; asked: every path that was asked for, in order."""

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    otherwise: Answer = field(default_factory=lambda: Answer(status=404, body="<h1>Tidak ditemukan</h1>"))

    def post(self, path: str, headline: str, **answer: Any) -> str:
        """Puts an article at a path and gives its address."""
        self.answers[path] = Answer(body=article(self.address + path, headline), **answer)
        return self.address + path

    def sitemap(self, path: str, addresses: Iterator[str] | list[str]) -> None:
        """Puts a sitemap of these addresses at a path."""
        entries = "".join(f"<url><loc>{address.replace('&', '&amp;')}</loc></url>" for address in addresses)
        self.answers[path] = Answer(body=f"<urlset>{entries}</urlset>", media_type="application/xml")

    def robots(self, *lines: str) -> None:
        """Puts up a robots.txt."""
        self.answers["/robots.txt"] = Answer(body="\n".join(lines), media_type="text/plain")


@contextmanager
def newsroom() -> Iterator[Newsroom]:
    """A running server without any page."""
    room = Newsroom()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # or a body waits 40 ms behind its headers

        def do_GET(self) -> None:
            room.asked.append(self.path)
            room.agents.add(self.headers.get("User-Agent", ""))
            answer = room.answers.get(self.path, room.otherwise)
            answer.before()
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.media_type)
            self.send_header("Content-Length", answer.headers.get("Content-Length", str(len(body))))
            for name, value in answer.headers.items():
                if name != "Content-Length":
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Nothing: a test says what it wants to know."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 64

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Nothing: crawls that are killed leave connections half open."""

    with Server(("127.0.0.1", 0), Handler) as server:
        room.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield room
        finally:
            server.shutdown()
            thread.join()


def article(address: str, headline: str, *, more: str = "") -> str:
    """A page in the markup of a classic WordPress theme."""
    words = "Warga desa pulang ke rumah setelah air sungai surut pada pagi hari, kata kepala dusun di balai desa."
    paragraphs = "".join(f"<p>{part} {headline} dibahas. {words}</p>" for part in ("Pertama,", "Kedua,", "Ketiga,"))
    return (
        f"<!DOCTYPE html><html lang='id'><head><meta charset='UTF-8'><title>{headline} - Warta</title>"
        f"<link rel='canonical' href='{address}'><meta property='og:type' content='article'>"
        f"<meta property='og:title' content='{headline}'>"
        "<meta property='article:published_time' content='2026-11-02T08:00:00+07:00'></head>"
        "<body class='post-template-default single single-post'><article class='post type-post hentry'>"
        f"<h1 class='entry-title'>{headline}</h1><div class='entry-content'>{paragraphs}{more}"
        "</div></article></body></html>"
    )


def wordpress(room: Newsroom, posts: int) -> list[str]:
    """Furnishes a WordPress site with pretty addresses; gives the addresses of its posts."""
    addresses = [room.post(f"/2026/11/02/kabar-{n}/", f"Kabar nomor {n} dari desa") for n in range(1, posts + 1)]
    room.robots("User-agent: *", "Disallow: /wp-admin/", f"Sitemap: {room.address}/wp-sitemap.xml")
    names = ("posts-post-1", "posts-page-1", "taxonomies-category-1", "users-1")
    entries = "".join(f"<sitemap><loc>{room.address}/wp-sitemap-{name}.xml</loc></sitemap>" for name in names)
    room.answers["/wp-sitemap.xml"] = Answer(body=f"<sitemapindex>{entries}</sitemapindex>", media_type="text/xml")
    room.sitemap("/wp-sitemap-posts-post-1.xml", addresses)
    items = "".join(f"<item><title>Kabar</title><link>{address}</link></item>" for address in addresses[-3:])
    room.answers["/feed/"] = Answer(
        body=f'<rss version="2.0"><channel><title>Warta</title>{items}</channel></rss>',
        media_type="application/rss+xml",
    )
    links = "".join(f"<h2 class='entry-title'><a href='{address}'>Kabar</a></h2>" for address in addresses[-5:])
    room.answers["/"] = Answer(body=f"<html><body><a href='/laman-contoh/'>Laman</a>{links}</body></html>")
    return addresses


def kliping(folder: Path, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """Runs the `kliping` command in a folder of its own."""
    return _run([Path(sys.executable).parent / "kliping", *arguments], folder, **more)


def scrapy(folder: Path, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """Runs the `scrapy` command with the archive of that folder."""
    return _run([sys.executable, "-m", "scrapy", *arguments], folder, cwd=ROOT, **more)


def environment(folder: Path) -> dict[str, str]:
    """An environment whose archive stands in the folder, and that no proxy and no configuration reaches into."""
    return {
        "PATH": str(Path(sys.executable).parent),
        "HOME": str(folder),
        "KLIPING_ARCHIVE": str(folder / "kliping.db"),
        "KLIPING_CONTACT": "redaksi@warta.example",
        "PYTHONUTF8": "1",
        "COLUMNS": "200",
    }


def _run(command: list[Any], folder: Path, cwd: Path | None = None, **more: Any) -> subprocess.CompletedProcess[str]:
    env = environment(folder) | more.pop("env", {})
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd or folder,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        **more,
    )


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    """What the folder's archive answers to a query."""
    with sqlite3.connect(folder / "kliping.db") as connection:
        found = connection.execute(query).fetchall()
    connection.close()
    return found
