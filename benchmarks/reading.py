"""Pages read a second, beside a bare lxml.html parse of the same bytes and trafilatura: ratios of one run.

    python benchmarks/reading.py [FOLDER [ROUNDS]]

FOLDER: captures as *.html, with MANIFEST.tsv (local_path, url) where their addresses are known; without it, the pages
of the sample site that ships with the project. The three take turns, round after round; what is printed are medians.
CPU time of this process, so that a busy machine does not blur it.
"""

import csv
import importlib
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from lxml import html

from archive.article import Article
from archive.page import Page
from crawler import workshop
from crawler.outlets import outlet_for
from crawler.reading.read import read


def pages(folder: Path) -> list[Page]:
    """The captures of a folder, with the addresses of its manifest."""
    manifest = folder / "MANIFEST.tsv"
    known: dict[str, str] = {}
    if manifest.exists():
        with manifest.open(encoding="utf-8", newline="") as file:
            known = {row["local_path"]: row["url"] for row in csv.DictReader(file, delimiter="\t", quoting=3)}
    now = datetime.now(UTC)
    return [
        Page(
            address=known.get(path.relative_to(folder).as_posix()) or f"urn:x:{n}",
            body=path.read_bytes(),
            fetched_at=now,
        )
        for n, path in enumerate(sorted(folder.rglob("*.html")))
    ]


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(workshop.__file__).parent / "site"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    found = pages(folder)
    jobs = [(page, outlet_for(page.address)) for page in found]
    kept = sum(isinstance(read((page,), outlet), Article) for page, outlet in jobs)  # warms every table up
    texts = [page.text() for page in found]
    workers: dict[str, Callable[[], object]] = {
        "lxml.html parse": lambda: [html.document_fromstring(page.body) for page in found],
        "ours": lambda: [read((page,), outlet) for page, outlet in jobs],
    }
    try:
        extract = importlib.import_module("trafilatura").bare_extraction
        workers["trafilatura"] = lambda: [extract(text, with_metadata=True, include_comments=False) for text in texts]
    except ImportError:
        print("trafilatura is not installed: left out")
    taken: dict[str, list[float]] = {name: [] for name in workers}
    for _ in range(rounds):
        for name, work in workers.items():
            taken[name].append(seconds(work))
    rate = {name: len(found) / statistics.median(times) for name, times in taken.items()}
    print(f"{len(found)} pages, {kept} kept, {rounds} rounds")
    for name, value in rate.items():
        print(f"{name:16} {value:8.1f} pages/s")
    print(f"ours: {rate['lxml.html parse'] / rate['ours']:.2f} times a bare parse")
    if "trafilatura" in rate:
        print(f"ours: {rate['ours'] / rate['trafilatura']:.2f} times trafilatura's rate")


if __name__ == "__main__":
    main()
