"""Serves the sample site: a proxy on a free port of this machine, which answers for http://warta.example/ alone."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import cache
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Thread
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

HOST = "warta.example"
ADDRESS = f"http://{HOST}/"
# The same on every machine, whatever the installer does with the times of files: when the site was last edited.
LAST_MODIFIED = "Thu, 30 Apr 2026 10:00:00 GMT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of site/index.tsv. path: with its query where the query matters ("/?p=12"), "404" for the page of any
    other path; kind: article, part (a further page of one), page, listing, source (robots.txt, sitemaps, feeds),
    missing, or moved: then there is no file, and `note` is the path it moved to.
    """

    path: str
    file: str
    content_type: str
    kind: str
    note: str

    def body(self) -> bytes:
        """The bytes of the file; empty for a moved address."""
        return (files(__package__) / "site" / self.file).read_bytes() if self.file else b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is sent for one request; headers without Date, Server and Content-Length."""

    status: HTTPStatus
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


@cache
def index() -> Mapping[str, Entry]:
    """The rows of site/index.tsv by their path, in the order of the file."""
    text = (files(__package__) / "site" / "index.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {row[0]: Entry(path=row[0], file=row[1], content_type=row[2], kind=row[3], note=row[4]) for row in rows}


def answer(address: str, asked: Mapping[str, str]) -> Answer:
    """What the site answers for an absolute address; `asked` are the request's headers, names in lower case.

    A query that the index does not name changes nothing, as in WordPress; a path without its closing slash is
    redirected; another host is 502, as no proxy of ours goes on the network.
    """
    parts = urlsplit(address)
    if parts.scheme != "http" or parts.netloc.lower() not in (HOST, f"{HOST}:80"):
        text = f"This proxy answers for {ADDRESS} alone, not for {address}\n"
        return Answer(status=HTTPStatus.BAD_GATEWAY, headers=_type("text/plain; charset=utf-8"), body=text.encode())
    path = parts.path or "/"
    entry = index().get(f"{path}?{parts.query}") or index().get(path)
    if entry is None and f"{path}/" in index():
        return _moved(f"{path}/")
    if entry is not None and entry.kind == "moved":
        return _moved(entry.note)
    if entry is None or entry.kind == "missing":
        page = index()["404"]
        return Answer(status=HTTPStatus.NOT_FOUND, headers=_type(page.content_type), body=page.body())
    return _found(entry, asked)


def _type(content_type: str) -> tuple[tuple[str, str], ...]:
    return (("Content-Type", content_type),)


def _moved(path: str) -> Answer:
    headers = (("Location", f"http://{HOST}{path}"), *_type("text/html; charset=UTF-8"))
    return Answer(status=HTTPStatus.MOVED_PERMANENTLY, headers=headers)


def _found(entry: Entry, asked: Mapping[str, str]) -> Answer:
    body = entry.body()
    etag = sha256(body).hexdigest()[:16]
    zipped = "gzip" in asked.get("accept-encoding", "").lower()
    headers: tuple[tuple[str, str], ...] = (
        ("ETag", f'"{etag}-gzip"' if zipped else f'"{etag}"'),  # two forms of one page are two entities
        ("Last-Modified", LAST_MODIFIED),
        ("Vary", "Accept-Encoding"),
    )
    if _unchanged(etag, asked):
        return Answer(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    if zipped:
        headers += (("Content-Encoding", "gzip"),)
        body = gzip.compress(body, compresslevel=6, mtime=0)
    return Answer(status=HTTPStatus.OK, headers=(*_type(entry.content_type), *headers), body=body)


def _unchanged(etag: str, asked: Mapping[str, str]) -> bool:
    if known := asked.get("if-none-match"):  # goes before If-Modified-Since (RFC 9110, 13.2.2)
        tags = {tag.strip().removeprefix("W/").strip('"').removesuffix("-gzip") for tag in known.split(",")}
        return etag in tags or "*" in tags
    try:
        since = parsedate_to_datetime(asked.get("if-modified-since", ""))
        return parsedate_to_datetime(LAST_MODIFIED) <= since
    except (TypeError, ValueError):
        return False  # no date, one that cannot be read, or one without a zone


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "SampleSite"
    sys_version = ""
    timeout = 30  # a connection that asks nothing holds its thread no longer

    def do_GET(self) -> None:
        self._send(answer(self._address(), _lowered(self.headers)), body=True)

    def do_HEAD(self) -> None:
        self._send(answer(self._address(), _lowered(self.headers)), body=False)

    def do_CONNECT(self) -> None:
        self._send(answer(f"https://{self.path}", {}), body=True)

    def _address(self) -> str:
        """A proxy is asked for absolute addresses; a path alone belongs to the Host that is named."""
        return self.path if "://" in self.path else f"http://{self.headers.get('Host', '')}{self.path}"

    def _send(self, answer: Answer, *, body: bool) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if body:
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  named by the standard library
        """Says nothing: the crawl's own progress is what a person reads."""


def _lowered(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


class SampleSite:
    """The sample site while a `with` block lasts; `proxy` is the address to set as HTTP proxy."""

    def __init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._thread = Thread(target=self._server.serve_forever, name="sample-site", daemon=True)

    @property
    def proxy(self) -> str:
        """`http://127.0.0.1:PORT`, the port chosen by the system."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
