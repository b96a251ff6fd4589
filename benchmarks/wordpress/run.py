"""Crawls real WordPress sites with posts of known content and checks what was kept against what was posted.

    python benchmarks/wordpress/run.py [--only NAME] [--pages FOLDER]

Needs Debian's packages wordpress (6.1), wordpress-l10n, its three themes, mariadb-server and php-cli with php-mysql,
php-xml and php-mbstring; installs nothing and reaches only 127.0.0.1. Prints one table a site; exits 1 on a failure.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

sys.dont_write_bytecode = True

from check import Report, compare, truth  # noqa: E402
from elements import markup  # noqa: E402
from posts import Post, posts  # noqa: E402
from server import Database, Setting, Site, missing  # noqa: E402

SETTINGS = (
    Setting(theme="twentytwentyone", pretty=True, zone="Asia/Jayapura"),
    Setting(theme="twentytwentytwo", pretty=True, zone="Asia/Makassar"),
    Setting(theme="twentytwentythree", pretty=True, zone="Asia/Jakarta"),
    Setting(theme="twentytwentyone", pretty=False, zone="Asia/Jakarta", registration=True),
    Setting(theme="twentytwentytwo", pretty=False, zone="Asia/Jayapura", registration=True),
    Setting(theme="twentytwentythree", pretty=False, zone="Asia/Jayapura", registration=True),
    Setting(theme="twentytwentyone", pretty=True, zone="Asia/Jayapura", sitemap=False),
)
EDITED = "diperbarui"  # the post that is edited after the second crawl


class Crawler:
    """The installed `kliping` with an archive of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = {**os.environ, "KLIPING_ARCHIVE": str(folder / "kliping.db")}

    def run(self, *arguments: str) -> str:
        """What the command printed. Raises RuntimeError when it fails."""
        command = [str(Path(sys.executable).parent / "kliping"), *arguments]
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", cwd=self._folder, env=self._environment
        )
        if done.returncode:
            raise RuntimeError(
                f"{' '.join(command)}: exit {done.returncode}\n{done.stdout[-1500:]}\n{done.stderr[-3000:]}"
            )
        return done.stdout

    def crawl(self, site: Site, *more: str) -> dict[str, Any]:
        """Crawls the site and gives the archive's figures after it."""
        self.run("crawl", "wordpress", "--site", site.url + "/", "-s", "DOWNLOAD_DELAY=0", *more)
        figures: dict[str, Any] = json.loads(self.run("stats", "--json"))
        return figures

    def articles(self) -> list[dict[str, Any]]:
        """The articles as exported."""
        self.run("export", "--out", "kliping.jsonl")
        with (self._folder / "kliping.jsonl").open(encoding="utf-8") as file:
            return [json.loads(line) for line in file]


def trial(folder: Path, site: Site, setting: Setting, all_posts: list[Post]) -> Report:
    """Crawls three times: at first, again, and after one post was edited."""
    crawler = Crawler(folder)
    first = crawler.crawl(site)
    truths = [truth(post, setting) for post in all_posts]
    report = compare(truths, site.places, crawler.articles())
    report.figures = {name: first.get(name) for name in ("visits", "sightings", "refused")}
    again = crawler.crawl(site, "-a", "again=1")
    for what in ("articles", "revisions"):
        report.see("(again)", "second crawl adds nothing", first[what], again[what])
    edited = next(post for post in all_posts if post.slug == EDITED)
    site.edit(EDITED, markup(edited.elements, edited.editor).replace("</p>", " Ralat: angka itu keliru.</p>", 1))
    third = crawler.crawl(site, "-a", "again=1")
    report.see("(edited)", "an edit is one revision", [again["articles"], again["revisions"] + 1],
               [third["articles"], third["revisions"]])  # fmt: skip
    return report


def _others(site: Site, setting: Setting) -> dict[str, str]:
    """Pages that are no article: name -> address."""
    many = site.places["komentar-banyak"]["url"]
    attachments = [place["attachment"] for place in site.places.values() if place["attachment"]]
    paths = (
        {"depan": "/", "depan-2": "/page/2/", "rubrik": "/category/ekonomi/", "penulis": "/author/sari/",
         "bulan": "/2024/03/", "cari": "/?s=dermaga", "tak-ada": "/tak-ada/"}
        if setting.pretty
        else {"depan": "/", "depan-2": "/?paged=2", "rubrik": "/?cat=2", "penulis": "/?author=2", "bulan": "/?m=202403",
              "cari": "/?s=dermaga", "tak-ada": "/?p=99999"}
    )  # fmt: skip
    found = {name: site.url + path for name, path in paths.items()}
    return {
        **found,
        "lampiran": attachments[0],
        "komentar-hlm": many + ("comment-page-1/" if setting.pretty else "&cpage=1"),
    }


def _fetch(address: str) -> bytes:
    """The page as served, an error page too, under the comment browsers save pages with."""
    try:
        with urlopen(address, timeout=60) as answer:
            body: bytes = answer.read()
    except HTTPError as error:
        with error:
            body = error.read()
    return f"<!-- saved from url=({len(address):04d}){address} -->\n".encode() + body


def save(folder: Path, site: Site, setting: Setting, all_posts: list[Post]) -> None:
    """Writes each page as served, and in truth.json what each holds."""
    folder.mkdir(parents=True, exist_ok=True)
    truths = []
    for post in all_posts:
        first, expected = site.places[post.slug]["url"], truth(post, setting)
        numbers = range(2, expected["pages"][0] + 1)
        further = [f"{first}{number}/" if setting.pretty else f"{first}&page={number}" for number in numbers]
        truths.append({**expected, "url": first, "addresses": [first, *further]})
    truths += [{"slug": slug, "kept": False, "addresses": [url]} for slug, url in _others(site, setting).items()]
    for each in truths:
        each["files"] = [f"{each['slug']}.{number}.html" for number in range(1, len(each["addresses"]) + 1)]
        for name, address in zip(each["files"], each["addresses"], strict=True):
            (folder / name).write_bytes(_fetch(address))
    (folder / "truth.json").write_text(json.dumps(truths, ensure_ascii=False, indent=1), encoding="utf-8")


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else text[:297] + "..."


def _differ(expected: Any, got: Any) -> str:
    """Both values, of two lists only what is not in the other."""
    if isinstance(expected, list) and isinstance(got, list) and len(expected) + len(got) > 6:
        lacks, more = [v for v in expected if v not in got], [v for v in got if v not in expected]
        if lacks or more:
            return f"lacks    {_short(lacks)}\n        has more {_short(more)}"
    return f"expected {_short(expected)}\n        got      {_short(got)}"


def show(setting: Setting, report: Report) -> None:
    """The table of one site and what went wrong."""
    print(f"\n{setting.name}: {json.dumps(report.figures)}")
    for check, total in report.total.items():
        print(f"  {check:26} {report.right[check]:3}/{total}")
    for failure in report.failures:
        print(f"    {failure.check}: {failure.slug}\n        {_differ(failure.expected, failure.got)}")


def run(only: str | None, pages: Path | None) -> int:
    """Sets up the chosen sites one after the other; crawls each, or saves its pages. Gives the number of failures."""
    all_posts, failed = posts(), 0
    with tempfile.TemporaryDirectory(prefix="kliping-wordpress-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with Database(folder) as database:
            for setting in SETTINGS:
                if only and only not in setting.name:
                    continue
                with Site(folder, database, setting, all_posts) as site:
                    if pages:
                        save(pages / setting.name, site, setting, all_posts)
                        continue
                    archive = folder / f"{setting.name}-archive"
                    archive.mkdir()
                    report = trial(archive, site, setting, all_posts)
                show(setting, report)
                failed += len(report.failures)
    return failed


def main() -> int:
    """Runs the trial as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", help="only the sites whose name contains this")
    parser.add_argument("--pages", type=Path, help="save the pages and what they hold here, and crawl nothing")
    options = parser.parse_args()
    if absent := missing():
        print(f"needs these Debian packages: {' '.join(absent)} (apt-get install them)", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that everything is ended and removed then too
    try:
        failed = run(options.only, options.pages)
    except RuntimeError as error:  # a server or a crawl that failed; everything is ended and removed by now
        print(error, file=sys.stderr)
        return 1
    if not options.pages:
        print(f"\n{failed} failures" if failed else "\nall as posted")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
