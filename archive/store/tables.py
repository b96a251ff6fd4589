"""The tables of an archive as a typed SQLAlchemy mapping, with the views and the full-text index over them.

The migrations make them; a test holds this mapping to what the migrations make. Tables are singular nouns.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    Date,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Text,
    TypeDecorator,
    UniqueConstraint,
    column,
    table,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970 UTC of an aware moment; negative before. Raises TypeError for a naive one."""
    return (moment - _EPOCH) // _MICROSECOND


def _stored(moment: datetime | None) -> int | None:
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


def _moment(stored: int | None) -> datetime | None:
    return None if stored is None else _EPOCH + timedelta(microseconds=stored)


class Moment(TypeDecorator[datetime]):
    """An aware datetime as microseconds since 1970 UTC: eight bytes that sort as time does, the same in any database.

    `datetime(x / 1000000, 'unixepoch')` shows one in the sqlite3 shell.
    """

    impl = BigInteger
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], int | None]:  # noqa: ARG002
        """To the stored number; a naive datetime raises TypeError."""
        return _stored

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:  # noqa: ARG002
        """To an aware datetime in UTC."""
        return _moment


PENDING = text("state = 'pending'")  # spelt out: SQLite takes a partial index for no parameter


class Row(DeclarativeBase):
    """The base of all mapped tables."""

    metadata = MetaData()
    type_annotation_map: ClassVar = {datetime: Moment, str: Text, date: Date}


class HostRow(Row):
    """A host that addresses live on; not_before: until when it asked to be left alone (Retry-After)."""

    __tablename__ = "host"
    name: Mapped[str] = mapped_column(primary_key=True)
    first_seen_at: Mapped[datetime]
    not_before: Mapped[datetime | None]


class CrawlRunRow(Row):
    """One execution of one outlet's spider, or of add, import or reread; counters: a JSON object of numbers."""

    __tablename__ = "crawl_run"
    id: Mapped[int] = mapped_column(primary_key=True)
    outlet: Mapped[str]
    kind: Mapped[str]  # crawl, add, import, reread
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended: Mapped[str | None]  # why it ended: finished, interrupted ...
    counters: Mapped[str] = mapped_column(default="{}")


class ArticleRow(Row):
    """One article, known by the hash of its canonical address.

    published: of the newest wording, None when the paper prints none that is understood; revision: the newest wording
    (no foreign key: it would close a circle, and an article is written before its wording); ordinal: the row number in
    the full-text index, which follows time: `(published, else first seen, in seconds UTC) << 20 | counter`, so that
    newest first is a walk down an index; None when nothing of the article is searchable; state: present, gone or
    forgotten.
    """

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("ordinal", name="article_ordinal"),
        Index("article_published", "published", "id"),
        Index("article_outlet", "outlet", "published"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    outlet: Mapped[str]
    url: Mapped[str]
    published: Mapped[datetime | None]
    ordinal: Mapped[int | None] = mapped_column(BigInteger)
    revision: Mapped[str]
    state: Mapped[str] = mapped_column(default="present")
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]


class RevisionRow(Row):
    """One distinct wording of one article, its text once, as the canonical JSON of its newest reading.

    outcome: what it was judged when it came (new, revised, reading); reader: version that read it last; page_hash:
    sha256 of the bytes it was last read from, None when unknown (imported); json: None once forgotten.
    """

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("article", "fingerprint", name="revision_wording"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    article: Mapped[str] = mapped_column(ForeignKey("article.id"))
    fingerprint: Mapped[str]
    outcome: Mapped[str]
    reader: Mapped[str]
    page_hash: Mapped[str | None]
    json: Mapped[str | None]


class RevisionSeenRow(Row):
    """One stretch of time in which an article stood in one wording; a wording that returns opens another row.

    sequence: 1, 2, 3 ... within the article; state: present, gone or forgotten.
    """

    __tablename__ = "revision_seen"
    __table_args__ = (Index("revision_seen_revision", "revision"),)
    article: Mapped[str] = mapped_column(ForeignKey("article.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[str] = mapped_column(ForeignKey("revision.id"))
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default="present")


class BylineRow(Row):
    """A person credited by the newest wording of an article, in the order printed (position from 0)."""

    __tablename__ = "byline"
    __table_args__ = (Index("byline_name", "name"),)
    article: Mapped[str] = mapped_column(ForeignKey("article.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]


class TagRow(Row):
    """A tag of the newest wording of an article, in the order printed (position from 0)."""

    __tablename__ = "tag"
    __table_args__ = (Index("tag_name", "name"),)
    article: Mapped[str] = mapped_column(ForeignKey("article.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class AliasRow(Row):
    """Another address under which an article was met; key: `archive.address.key` of it."""

    __tablename__ = "alias"
    __table_args__ = (Index("alias_article", "article"),)
    key: Mapped[str] = mapped_column(primary_key=True)
    address: Mapped[str]
    article: Mapped[str] = mapped_column(ForeignKey("article.id"))
    first_seen_at: Mapped[datetime]


class SightingRow(Row):
    """An address seen in a feed, sitemap or index, or named by a person, and what is to become of it.

    key: `archive.address.key` of the canonical address (articles) or the clean one (listings, whose paging parameters
    matter); title: the feed's headline; dated: when the listing says it was published or changed; state: pending,
    leased (leased_by: the run), done, refused, failed or missing; tries: failures in a row; not_before: do not ask
    earlier; etag, last_modified: the validators of the last good answer; due_at: when to look again.
    """

    __tablename__ = "sighting"
    __table_args__ = (
        UniqueConstraint("key", name="sighting_key"),
        # what a lease walks: the queue in its order, so that a lease of 64 of a million pending is 64 steps
        Index("sighting_queue", "outlet", "queue", "id", sqlite_where=PENDING),
        Index("sighting_due", "outlet", "due_at"),
        Index("sighting_article", "article"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    outlet: Mapped[str]
    host: Mapped[str] = mapped_column(ForeignKey("host.name"))
    key: Mapped[str]
    address: Mapped[str]
    kind: Mapped[str]
    via: Mapped[str]
    title: Mapped[str | None]
    dated: Mapped[datetime | None]
    first_seen_at: Mapped[datetime]
    priority: Mapped[int] = mapped_column(default=0)
    queue: Mapped[int] = mapped_column(default=0)  # -2 * priority, less one for a listing: lowest is asked first
    state: Mapped[str]
    reason: Mapped[str | None]
    tries: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    last_status: Mapped[int | None]
    article: Mapped[str | None] = mapped_column(ForeignKey("article.id"))
    leased_by: Mapped[int | None] = mapped_column(ForeignKey("crawl_run.id"))
    last_visit_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]


class VisitRow(Row):
    """What became of one address once; rows are only ever added.

    day: the local day of `at` in the outlet's zone; status: of the last page, None when nothing was fetched; outcome:
    new, revised, reading, unchanged, or listing, None when refused (then reason, and field or detail where known);
    entries: how many addresses a listing named; page_hash: sha256 of the pages' bytes in order.
    """

    __tablename__ = "visit"
    __table_args__ = (
        Index("visit_sighting", "sighting"),
        Index("visit_run", "run"),
        Index("visit_day", "day"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    sighting: Mapped[int] = mapped_column(ForeignKey("sighting.id"))
    run: Mapped[int] = mapped_column(ForeignKey("crawl_run.id"))
    at: Mapped[datetime]
    day: Mapped[date]
    status: Mapped[int | None]
    outcome: Mapped[str | None]
    reason: Mapped[str | None]
    field: Mapped[str | None]
    detail: Mapped[str | None]
    entries: Mapped[int | None]
    page_hash: Mapped[str | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]


# The full-text index (FTS5, external content over `article_text`): rowid is article.ordinal. `headline`; `text`:
# headings, paragraphs, quotes, list items and table cells, one a line; `captions`: captions and credits, one a line.
article_fts = table("article_fts", column("rowid", Integer), column("headline"), column("text"), column("captions"))

# The view the index is made from: the newest wording of every article that has an ordinal.
article_text = table("article_text", column("ordinal", Integer), column("headline"), column("text"), column("captions"))

# Views over the JSON of every wording kept (join article.revision for the newest): position counts from 0.
section = table(
    "section",
    column("article"),
    column("revision"),
    column("position", Integer),
    column("heading"),
    column("level", Integer),
    column("blocks"),  # JSON
)
comment_form = table(
    "comment_form",
    column("article"),
    column("revision"),
    column("state"),
    column("kind"),
    column("heading"),
    column("notice"),
    column("method"),
    column("action"),
    column("comments", Integer),
    column("fields"),  # JSON
)
quotation = table(
    "quotation",
    column("article"),
    column("revision"),
    column("position", Integer),
    column("text"),
    column("speaker"),
    column("description"),
    column("verb"),
    column("resolved", Integer),  # 0 or 1
    column("section", Integer),
    column("block", Integer),
    column("start", Integer),
)
correction = table(
    "correction",
    column("article"),
    column("revision"),
    column("position", Integer),
    column("kind"),
    column("text"),
    column("url"),
)
