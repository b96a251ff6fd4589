"""Crawls captured pages over HTTP through a replaying proxy, and compares what is kept with what `add` keeps."""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from archive.address import clean
from archive.article import Article
from archive.jsonl import from_json
from archive.store.archive import open_archive
from crawler.cli.keeping import keep_files
from crawler.cli.tally import Tally
from crawler.intake.files import Source
from crawler.intake.manifest import NAME, addresses

# No manners are needed towards ourselves, and a capture's links lead to pages that nobody captured.
SETTINGS = ("DOWNLOAD_DELAY=0", "CONCURRENT_REQUESTS_PER_DOMAIN=8", "RETRY_TIMES=0", "LOG_LEVEL=WARNING")


def captured(folder: Path) -> dict[str, Path]:
    """Clean `http://` address -> the capture that stands last for it in the manifest."""
    rows = addresses(folder / NAME).items()
    return {clean(address): path for path, address in rows if address and address.startswith("http://")}


@contextmanager
def replaying(captures: Mapping[str, Path]) -> Iterator[str]:
    """An HTTP proxy on loopback that knows nothing but the captures and a robots.txt and sitemap.xml for each host."""
    answers = {address: (path.read_bytes(), "text/html") for address, path in captures.items()}
    sites: dict[str, list[str]] = defaultdict(list)  # a site with and without www. is one, to the archive too
    for address in captures:
        sites[urlsplit(address).netloc.removeprefix("www.")].append(address)
    for host in {urlsplit(address).netloc for address in captures}:
        named = sites[host.removeprefix("www.")]
        locations = "".join(f"<url><loc>{escape(address)}</loc></url>" for address in named)
        sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{locations}</urlset>'
        robots = f"User-agent: *\nAllow: /\nSitemap: http://{host}/sitemap.xml\n"
        answers[f"http://{host}/sitemap.xml"] = sitemap.encode(), "application/xml"
        answers[f"http://{host}/robots.txt"] = robots.encode(), "text/plain"

    class Replay(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, kind = answers.get(clean(self.path), (b"", ""))
            self.send_response(200 if kind else 404)
            self.send_header("Content-Type", kind or "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Replay)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def crawl(captures: Mapping[str, Path], database: str) -> None:
    """Runs the `auto` spider for each host."""
    options = [part for setting in SETTINGS for part in ("-s", setting)]
    with replaying(captures) as proxy:
        environment = {**os.environ, "http_proxy": proxy, "KLIPING_ARCHIVE": database, "no_proxy": ""}
        for host in sorted({urlsplit(address).netloc for address in captures}):
            command = [Path(sys.executable).parent / "kliping", "crawl", "auto", "--site", f"http://{host}/", *options]
            done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8")
            print(f"{host}: exit code {done.returncode}", *done.stderr.splitlines()[-1:])


def articles(database: str) -> dict[str, Article]:
    """What an archive holds, by id, in the newest wording."""
    with open_archive(database) as archive:
        return {row.article: from_json(row.json) for row in archive.rows() if row.json is not None}


def main() -> None:
    captures = captured(Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as place:
        crawled, added = f"{place}/crawled.db", f"{place}/added.db"
        crawl(captures, crawled)
        tally = Tally()
        with open_archive(added) as archive:
            keep_files(archive, [Source(path=path, address=address) for address, path in captures.items()], tally)
        by_crawl, by_add = articles(crawled), articles(added)
    print(f"{len(captures)} addresses: crawled {len(by_crawl)} articles, added {len(by_add)}; add: {tally.counters()}")
    unequal = [key for key in by_crawl.keys() | by_add.keys() if by_crawl.get(key) != by_add.get(key)]
    for key in sorted(unequal):
        _differ(by_crawl.get(key), by_add.get(key))
    sys.exit(1 if unequal else 0)


def _differ(crawled: Article | None, added: Article | None) -> None:
    if crawled is None or added is None:
        print(f"only {'added' if added else 'crawled'}: {(added or crawled).url}")  # type: ignore[union-attr]
        return
    for name in Article.__struct_fields__:
        if getattr(crawled, name) != getattr(added, name):
            print(f"{crawled.url}: {name}: crawled {getattr(crawled, name)!r}, added {getattr(added, name)!r}"[:1000])


if __name__ == "__main__":  # worker processes import this file
    main()
