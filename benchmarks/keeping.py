"""How fast the archive keeps articles, beside raw sqlite3 inserting the same rows ready-made.

    python benchmarks/keeping.py [ARTICLES]

Ours: `Archive.commit` of Visits made from Article values, without fingerprints or rows; every Visit is judged, indexed
and on disk when it returns. Raw: `executemany` of the rows that ours left behind, into the same schema with the same
settings (WAL, synchronous=FULL, foreign keys on), and of the ready-made words into the full-text index. Batches of 20
and of 500; each measured in turn, five times, and the best of each printed: by the clock, and in time of the processor,
which other programs on the machine disturb less. UNCHANGED is the same articles kept a second time with another comment
count, so that every JSON is replaced; its ratio is to the raw insert too.
"""

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from archive.address import article_id
from archive.article import Article, Byline, Clock, CommentForm, Dateline, Figure, Paragraph, Person, Reading, Section
from archive.revision import Outcome
from archive.store.archive import Archive, open_archive
from archive.visit import Visit

AT = datetime(2024, 5, 1, tzinfo=UTC)
SYLLABLES = [
    "ba",
    "ca",
    "da",
    "ga",
    "ja",
    "ka",
    "la",
    "ma",
    "na",
    "pa",
    "ra",
    "sa",
    "ta",
    "bi",
    "di",
    "ku",
    "mu",
    "per",
]
TABLES = ("host", "crawl_run", "article", "revision", "revision_seen", "byline", "tag", "sighting", "visit")


class Stopwatch:
    """Seconds by the clock and of the processor since it was made."""

    def __init__(self) -> None:
        self._begun = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        """Both."""
        return time.perf_counter() - self._begun[0], time.process_time() - self._begun[1]


def words(chance: random.Random) -> list[str]:
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(30_000)]


def article(number: int, chance: random.Random, vocabulary: list[str]) -> Article:
    """An article of some 2.5 KB of text in two sections, as measured on real ones."""

    def prose(count: int) -> str:  # few words are common, most are rare
        return " ".join(vocabulary[int(chance.paretovariate(0.7)) % len(vocabulary)] for _ in range(count))

    url = f"https://warta.example/berita/{number}/{prose(4).replace(' ', '-')}/"
    body = tuple(Paragraph(text=prose(34)) for _ in range(9))
    return Article(
        id=article_id(url),
        outlet="warta.example",
        url=url,
        headline=prose(9).capitalize(),
        dateline=Dateline(text="JAKARTA, Warta", place="Jakarta"),
        byline=Byline(text="Oleh Budi", people=(Person(name=prose(2), role="penulis"),)),
        published=Clock(text="1 Mei 2024", at=AT - timedelta(seconds=number * 40), precision="minute", source="time"),
        tags=(prose(1), prose(2)),
        sections=(
            Section(blocks=(Figure(caption=prose(10), credit="Foto: Warta"), *body[:4])),
            Section(heading=prose(4), level=2, blocks=body[4:]),
        ),
        reading=Reading(reader="1"),
    )


def visits(articles: Sequence[Article], at: datetime) -> list[Visit]:
    return [Visit(address=one.url, outlet=one.outlet, at=at, outcome=one) for one in articles]


def keep(archive: Archive, wanted: Sequence[Visit], batch: int, outcome: Outcome) -> tuple[float, float]:
    """Seconds to keep them; every one must come to `outcome`."""
    run = archive.begin_run("warta.example", "add", at=AT)
    watch = Stopwatch()
    for start in range(0, len(wanted), batch):
        kept = archive.commit(wanted[start : start + batch], run=run)
        assert all(one.outcome is outcome for one in kept)
    return watch.read()


def rows_of(path: Path) -> tuple[dict[str, list[tuple[Any, ...]]], list[tuple[Any, ...]]]:
    """What ours left: the rows of each table in the order they were inserted, and of the full-text index."""
    connection = sqlite3.connect(path)
    rows = {name: connection.execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall() for name in TABLES}
    order = {row[0]: place for place, row in enumerate(rows["article"])}
    texts = connection.execute(
        "SELECT article.id, article_text.* FROM article_text JOIN article USING (ordinal)"
    ).fetchall()
    connection.close()
    return rows, [row[1:] for row in sorted(texts, key=lambda row: order[row[0]])]


def raw(
    path: Path, rows: dict[str, list[tuple[Any, ...]]], texts: list[tuple[Any, ...]], batch: int
) -> tuple[float, float]:
    """Seconds to insert the rows with nothing but sqlite3."""
    open_archive(str(path)).close()
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    inserts = {name: f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[name][0]))})" for name in TABLES}
    for name in ("host", "crawl_run"):
        connection.executemany(inserts[name], rows[name])
    per_article = {name: len(rows[name]) // len(texts) for name in TABLES[2:]}
    watch = Stopwatch()
    for start in range(0, len(texts), batch):
        connection.execute("BEGIN IMMEDIATE")
        for name, each in per_article.items():
            connection.executemany(inserts[name], rows[name][start * each : (start + batch) * each])
        connection.executemany(
            "INSERT INTO article_fts (rowid, headline, text, captions) VALUES (?, ?, ?, ?)",
            texts[start : start + batch],
        )
        connection.execute("COMMIT")
    seconds = watch.read()
    connection.close()
    return seconds


def measure(folder: Path, articles: Sequence[Article], batch: int) -> None:
    again = [msgspec.structs.replace(one, comment_form=CommentForm(comments=3)) for one in articles]
    taken: dict[str, list[tuple[float, float]]] = {"raw": [], "NEW": [], "UNCHANGED": []}
    for turn in range(5):
        ours, theirs = folder / f"ours-{batch}-{turn}.db", folder / f"raw-{batch}-{turn}.db"
        with open_archive(str(ours)) as archive:
            taken["NEW"].append(keep(archive, visits(articles, AT), batch, Outcome.NEW))
        rows, texts = rows_of(ours)
        with open_archive(str(ours)) as archive:
            later = visits(again, AT + timedelta(days=1))
            taken["UNCHANGED"].append(keep(archive, later, batch, Outcome.UNCHANGED))
        taken["raw"].append(raw(theirs, rows, texts, batch))
    for place, unit in enumerate(("clock", "processor")):
        best = {name: min(seconds[place] for seconds in every) for name, every in taken.items()}
        told = [
            f"{name} {len(articles) / best[name]:6,.0f}/s = {best[name] / best['raw']:.2f}x raw's time"
            for name in ("NEW", "UNCHANGED")
        ]
        raw_rate = len(articles) / best["raw"]
        print(f"batches of {batch:3}, {unit + ':':10} raw {raw_rate:6,.0f}/s   " + "   ".join(told))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    chance = random.Random(7)
    vocabulary = words(chance)
    articles = [article(number, chance, vocabulary) for number in range(count)]
    size = sum(len(msgspec.json.encode(one)) for one in articles) // count
    print(f"{count:,} articles of {size:,} bytes of JSON; goal: at most 2x raw's time")
    with tempfile.TemporaryDirectory() as folder:
        for batch in (20, 500):
            measure(Path(folder), articles, batch)


if __name__ == "__main__":
    main()
