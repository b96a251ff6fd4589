"""Counts what an archive holds."""

from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import InstrumentedAttribute

from archive.store.tables import ArticleRow, CrawlRunRow, RevisionRow, SightingRow, VisitRow


def stats(connection: Connection) -> dict[str, Any]:
    """Numbers: articles, revisions, runs, visits; outlets: articles and revisions of each; sightings by state; refused
    by reason, of addresses whose last visit gave no article.
    """
    articles = _counts(connection, ArticleRow.outlet)
    revisions = connection.execute(
        select(ArticleRow.outlet, func.count())
        .join(RevisionRow, RevisionRow.article == ArticleRow.id)
        .group_by(ArticleRow.outlet)
        .order_by(ArticleRow.outlet)
    ).all()
    return {
        "articles": sum(articles.values()),
        "revisions": sum(count for _, count in revisions),
        "runs": connection.scalar(select(func.count()).select_from(CrawlRunRow)) or 0,
        "visits": connection.scalar(select(func.count()).select_from(VisitRow)) or 0,
        "outlets": {outlet: {"articles": articles[outlet], "revisions": count} for outlet, count in revisions},
        "sightings": _counts(connection, SightingRow.state),
        "refused": _counts(connection, SightingRow.reason),
    }


def pending(connection: Connection, outlet: str) -> int:
    """How many addresses of an outlet are still to be asked."""
    query = select(func.count()).where(SightingRow.outlet == outlet, SightingRow.state == "pending")
    return connection.scalar(query) or 0


def _counts(connection: Connection, column: InstrumentedAttribute[Any]) -> dict[str, int]:
    """How many rows have each value of a column, in the order of the values; rows without one are left out."""
    query = select(column, func.count()).where(column.is_not(None)).group_by(column).order_by(column)
    return {row[0]: row[1] for row in connection.execute(query)}
