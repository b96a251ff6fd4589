"""The tables derived from an article's newest wording because it is searched by them: byline and tag."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, insert

from archive.article import Article
from archive.store.engine import write_rows
from archive.store.plain import plain
from archive.store.tables import BylineRow, TagRow

_INSERT_BYLINE, _INSERT_TAG = insert(BylineRow), insert(TagRow)
_DELETE_BYLINE = delete(BylineRow).where(BylineRow.article.in_(bindparam("ids", expanding=True)))
_DELETE_TAG = delete(TagRow).where(TagRow.article.in_(bindparam("ids", expanding=True)))


def replace(connection: Connection, articles: Sequence[Article], *, held: Sequence[str]) -> None:
    """Writes the names and tags of these articles; held: ids of those among them that may have rows already."""
    if held:
        connection.execute(_DELETE_BYLINE, {"ids": held})
        connection.execute(_DELETE_TAG, {"ids": held})
    people = [
        {"article": article.id, "position": position, "name": plain(person.name), "role": person.role}
        for article in articles
        if article.byline
        for position, person in enumerate(article.byline.people)
    ]
    tags = [
        {"article": article.id, "position": position, "name": plain(tag)}
        for article in articles
        for position, tag in enumerate(article.tags)
    ]
    write_rows(connection, _INSERT_BYLINE, people)
    write_rows(connection, _INSERT_TAG, tags)
