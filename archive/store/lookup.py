"""Finds an article by its id, the beginning of one, or any address it was met under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from archive.address import BadAddress, article_id, canonical, clean, key
from archive.article import Article
from archive.errors import Unknown
from archive.jsonl import from_json
from archive.store.plain import plain
from archive.store.tables import AliasRow, ArticleRow, RevisionRow

_SHORTEST = 6
_ID_LENGTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An article in its newest wording; revision: the id of that; revisions: how many distinct wordings there are."""

    article: Article
    revision: str
    revisions: int
    first_seen_at: datetime
    last_seen_at: datetime


def find(connection: Connection, wanted: str) -> Stored:
    """The article that an id, an id's first 6 digits or more, or an address means.

    Raises Unknown: for none, for several that begin so, and where the text was forgotten.
    """
    article = _id_of(connection, wanted)
    row = connection.execute(
        select(ArticleRow.revision, ArticleRow.first_seen_at, ArticleRow.last_seen_at, RevisionRow.json)
        .join(RevisionRow, RevisionRow.id == ArticleRow.revision)
        .where(ArticleRow.id == article)
    ).one()
    if row.json is None:
        raise Unknown(wanted, "the text of this article was forgotten")
    count = select(func.count()).select_from(RevisionRow).where(RevisionRow.article == article)
    return Stored(
        article=from_json(row.json),
        revision=row.revision,
        revisions=connection.scalar(count) or 0,
        first_seen_at=row.first_seen_at,
        last_seen_at=row.last_seen_at,
    )


def _id_of(connection: Connection, wanted: str) -> str:
    begun = wanted.lower()
    if re.fullmatch(rf"[0-9a-f]{{{_SHORTEST},{_ID_LENGTH}}}", begun):
        query = select(ArticleRow.id).where(ArticleRow.id >= begun, ArticleRow.id < begun + "g").limit(2)
        found = connection.scalars(query).all()
        if len(found) == 1:
            return found[0]
        if found:
            raise Unknown(wanted, "several articles have an id that begins so")
    for name in _keys(plain(wanted.strip())):
        if (article := connection.scalar(select(ArticleRow.id).where(ArticleRow.id == article_id(name)))) is not None:
            return article
        if (article := connection.scalar(select(AliasRow.article).where(AliasRow.key == name))) is not None:
            return article
    if re.fullmatch(r"[0-9a-f]+", begun) and len(begun) < _SHORTEST:
        raise Unknown(wanted, f"at least {_SHORTEST} digits of an id are needed")
    raise Unknown(wanted)


def _keys(wanted: str) -> Iterator[str]:
    """The keys an address may have been kept under."""
    yield key(wanted)
    address = wanted if "://" in wanted else f"https://{wanted}"
    try:
        yield key(canonical(address))
        yield key(clean(address))
    except BadAddress:
        return
