"""Everything the archive holds, row by row in its stable order: what an export writes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice

from sqlalchemy import Connection, Executable, bindparam, func, select

from archive.jsonl import Form, State
from archive.store.tables import ArticleRow, RevisionRow, RevisionSeenRow, to_micros

_CHUNK = 500
_IDS = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One stretch of time in which an article stood in one wording; json: canonical, None once forgotten."""

    article: str
    json: bytes | None
    revision: str
    sequence: int
    first_seen_at: datetime
    last_seen_at: datetime
    state: State


_STRETCHES = (
    select(
        RevisionSeenRow.article,
        RevisionSeenRow.revision,
        RevisionSeenRow.sequence,
        RevisionSeenRow.first_seen_at,
        RevisionSeenRow.last_seen_at,
        RevisionSeenRow.state,
        RevisionRow.json,
    )
    .join(RevisionRow, RevisionRow.id == RevisionSeenRow.revision)
    .where(RevisionSeenRow.article.in_(bindparam("ids", expanding=True)))
    .order_by(RevisionSeenRow.article, RevisionSeenRow.sequence)
)
# The newest stretch of the newest wording: an article that is gone is given as it last stood.
_LATEST = _STRETCHES.join(ArticleRow, ArticleRow.id == RevisionSeenRow.article).where(
    RevisionSeenRow.sequence
    == select(func.max(RevisionSeenRow.sequence))
    .where(RevisionSeenRow.article == ArticleRow.id, RevisionSeenRow.revision == ArticleRow.revision)
    .correlate(ArticleRow)
    .scalar_subquery()
)


def rows(connection: Connection, *, ids: Sequence[str] | None, form: Form) -> Iterator[Row]:
    """All articles, or those in `ids`: by the moment of publication, undated ones last, then by id; then by sequence.

    "latest" gives one row an article, "all" one for every stretch of time. Ids that are not there are passed over.
    """
    query = _STRETCHES if form == "all" else _LATEST
    ordered = _ordered(connection) if ids is None else iter(_sorted(connection, ids))
    while chunk := list(islice(ordered, _CHUNK)):
        yield from _chunk(connection, query, chunk)


def _chunk(connection: Connection, query: Executable, ids: Sequence[str]) -> Iterator[Row]:
    found = connection.execute(query, {"ids": ids}).mappings()
    by_article = {article: list(group) for article, group in groupby(found, key=lambda row: row["article"])}
    for article in ids:
        for row in by_article.get(article, ()):
            told = row["json"] is not None and row["state"] != "forgotten"
            yield Row(**{**row, "json": row["json"].encode() if told else None})


def _ordered(connection: Connection) -> Iterator[str]:
    """All ids in order, by two walks down the index: NULLS LAST would sort a million rows first."""
    dated = select(ArticleRow.id).where(ArticleRow.published.is_not(None)).order_by(ArticleRow.published, ArticleRow.id)
    undated = select(ArticleRow.id).where(ArticleRow.published.is_(None)).order_by(ArticleRow.id)
    for query in (dated, undated):
        yield from connection.execute(query, execution_options={"yield_per": _IDS}).scalars()


def _sorted(connection: Connection, ids: Sequence[str]) -> list[str]:
    wanted = sorted(set(ids))
    found: list[tuple[bool, int, str]] = []
    for start in range(0, len(wanted), _IDS):
        query = select(ArticleRow.id, ArticleRow.published).where(ArticleRow.id.in_(wanted[start : start + _IDS]))
        for article, published in connection.execute(query):
            found.append((published is None, to_micros(published) if published else 0, article))
    return [article for *_, article in sorted(found)]
