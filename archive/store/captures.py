"""Knows a capture that comes again: the very bytes of an older wording, from a person's file."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from archive.store.tables import ArticleRow, RevisionRow, SightingRow, VisitRow

_OLDER = (
    select(VisitRow.sighting, VisitRow.page_hash, RevisionRow.id)
    .join(SightingRow, SightingRow.id == VisitRow.sighting)
    .join(ArticleRow, ArticleRow.id == SightingRow.article)
    .join(RevisionRow, RevisionRow.article == ArticleRow.id)
    .where(
        RevisionRow.id.in_(bindparam("revisions", expanding=True)),
        VisitRow.sighting.in_(bindparam("sightings", expanding=True)),
        VisitRow.page_hash.in_(bindparam("hashes", expanding=True)),
        VisitRow.outcome.is_not(None),
        ArticleRow.revision != RevisionRow.id,
    )
)


def older(connection: Connection, captures: Iterable[tuple[int, str, str]]) -> set[tuple[int, str, str]]:
    """Those captures (sighting, page hash, revision) that were kept before and whose wording is not the newest now.

    A page on the web that shows an older wording again has taken its edit back. A file that was added before and is
    added again says nothing new: it was there when the later wording came.
    """
    given = set(captures)
    if not given:
        return set()
    sightings, hashes, revisions = map(list, zip(*given, strict=True))
    rows = connection.execute(_OLDER, {"sightings": sightings, "hashes": hashes, "revisions": revisions})
    return given & {(row[0], row[1], row[2]) for row in rows}
