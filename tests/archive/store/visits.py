"""Visits with invented pages, and archives to keep them in."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from archive.article import Article
from archive.page import Page
from archive.reason import Reason
from archive.store.archive import Archive, open_archive
from archive.store.leases import Lease
from archive.visit import Found, Listing, Refused, Visit

AT = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OUTLET = "warta.example"
HOME = Found(address="https://warta.example/", kind="listing", via="front_page")


@contextmanager
def opened(folder: Path) -> Iterator[Archive]:
    """The archive in a folder, made where there is none."""
    with open_archive(str(folder / "kliping.db")) as archive:
        yield archive


def page(address: str, body: bytes = b"<html>", *, status: int = 200, **headers: str) -> Page:
    return Page(
        address=address,
        body=body,
        fetched_at=AT,
        status=status,
        headers=tuple((name.replace("_", "-"), value) for name, value in headers.items()),
    )


def visit(outcome: Article, *, at: datetime = AT, body: bytes = b"<html>", **more: Any) -> Visit:
    """A visit to an article's own address that nobody asked the frontier for."""
    address = more.pop("address", outcome.url)
    return Visit(address=address, outlet=OUTLET, at=at, outcome=outcome, pages=(page(address, body),), **more)


def read(lease: Lease, outcome: Article, *, at: datetime = AT, **more: Any) -> Visit:
    """A leased address that gave an article."""
    return visit(outcome, at=at, address=lease.address, sighting=lease.sighting, **more)


def listed(lease: Lease, *found: Found, at: datetime = AT) -> Visit:
    """A leased address that was a listing."""
    return Visit(
        address=lease.address,
        outlet=OUTLET,
        kind="listing",
        at=at,
        outcome=Listing(via=lease.via, entries=len(found)),
        pages=(page(lease.address),),
        found=found,
        sighting=lease.sighting,
    )


def refused(lease: Lease, reason: Reason, *, at: datetime = AT, status: int | None = None) -> Visit:
    """A leased address that gave nothing."""
    return Visit(
        address=lease.address,
        outlet=OUTLET,
        kind=lease.kind,
        at=at,
        outcome=Refused(reason=reason, detail="terlihat"),
        pages=(page(lease.address, status=status),) if status else (),
        sighting=lease.sighting,
    )


def begin(archive: Archive, *, at: datetime = AT, again: bool = False, sources: tuple[Found, ...] = (HOME,)) -> int:
    return archive.begin_run(OUTLET, "crawl", at=at, sources=sources, again=again)


def leased(archive: Archive, run: int, *, at: datetime = AT, count: int = 100) -> list[Lease]:
    return archive.lease(run, count, now=at).result()


def addresses(leases: list[Lease]) -> list[str]:
    """The last words of the addresses, in order."""
    return [lease.address.removeprefix("https://warta.example/").rstrip("/") for lease in leases]


def rows(archive: Archive, sql: str, **values: Any) -> list[tuple[Any, ...]]:
    """What a query gives."""
    with archive.read() as connection:
        return [tuple(row) for row in connection.execute(text(sql), values)]


def found_by(archive: Archive, words: str) -> list[str]:
    """The headlines that the full-text index finds."""
    sql = "SELECT headline FROM article_fts WHERE article_fts MATCH :words ORDER BY rowid DESC"
    return [headline for (headline,) in rows(archive, sql, words=words)]


def check(path: Path) -> None:
    """Holds the full-text index to the articles it is made from, word for word, and the rows to each other.

    FTS5's own check reads no content that comes out of JSON, so a second index is made beside it and compared.
    """
    connection = sqlite3.connect(path)
    try:
        connection.executescript(
            """
            INSERT INTO article_fts (article_fts) VALUES ('integrity-check');
            CREATE VIRTUAL TABLE temp.anew USING fts5(
              headline, text, captions, content = '', tokenize = 'unicode61 remove_diacritics 2'
            );
            INSERT INTO anew (rowid, headline, text, captions) SELECT * FROM article_text;
            CREATE VIRTUAL TABLE temp.anew_word USING fts5vocab(temp, anew, instance);
            CREATE VIRTUAL TABLE temp.held_word USING fts5vocab(main, article_fts, instance);
            """
        )
        held, anew = (
            connection.execute(f"SELECT * FROM {name}_word ORDER BY term, doc, col, offset").fetchall()
            for name in ("held", "anew")
        )
        assert held == anew
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        indexed = connection.execute("SELECT count(*) FROM article_fts_docsize").fetchone()
        assert indexed == connection.execute("SELECT count(*) FROM article_text").fetchone()
    finally:
        connection.close()
