"""Keeps the full-text index in step with the articles: one statement a batch, as FTS5 flushes once a statement."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, text

from archive.store.tables import ArticleRow, to_micros

_COUNTER_BITS = 20
_COUNTER = (1 << _COUNTER_BITS) - 1

_COLUMNS = "ordinal, headline, text, captions FROM article_text WHERE ordinal IN :ordinals"
# FTS5 does not know what stood in an external row: it must be told the words to take out, the same that were put in.
_REMOVE = text(
    f"INSERT INTO article_fts (article_fts, rowid, headline, text, captions) SELECT 'delete', {_COLUMNS}"
).bindparams(bindparam("ordinals", expanding=True))
_ADD = text(f"INSERT INTO article_fts (rowid, headline, text, captions) SELECT {_COLUMNS}").bindparams(
    bindparam("ordinals", expanding=True)
)
_TAKEN = select(ArticleRow.ordinal).where(ArticleRow.ordinal.in_(bindparam("wanted", expanding=True)))


def remove(connection: Connection, ordinals: Sequence[int]) -> None:
    """Takes articles out of the index; called before anything about them changes, as it needs the words put in."""
    if ordinals:
        connection.execute(_REMOVE, {"ordinals": ordinals})


def add(connection: Connection, ordinals: Sequence[int]) -> None:
    """Puts articles into the index, as they stand in the tables now."""
    if ordinals:
        connection.execute(_ADD, {"ordinals": ordinals})


def second_of(ordinal: int) -> int:
    """The second (since 1970 UTC) that an ordinal stands for."""
    return ordinal >> _COUNTER_BITS


def seconds(published: datetime | None, first_seen_at: datetime) -> int:
    """The second that an article's ordinal is to stand for: when it was published, else first seen."""
    return to_micros(published or first_seen_at) // 1_000_000


def assign(connection: Connection, wanted: Sequence[tuple[int, str]]) -> list[int]:
    """A free ordinal for each (second, article id), no two the same.

    The counter begins at bits of the id, so that articles of one second stand in the same order on every machine,
    whichever was kept first.
    """
    chosen = [(second << _COUNTER_BITS) | (int(article, 16) & _COUNTER) for second, article in wanted]
    taken = set(connection.scalars(_TAKEN, {"wanted": chosen}))
    for place, ordinal in enumerate(chosen):
        while ordinal in taken:
            step = (ordinal + 1) & _COUNTER
            ordinal = ordinal & ~_COUNTER | step
            if ordinal not in taken and connection.scalar(_TAKEN, {"wanted": [ordinal]}) is not None:
                taken.add(ordinal)
        taken.add(ordinal)
        chosen[place] = ordinal
    return chosen
