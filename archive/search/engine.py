"""Searches an archive: newest first, by the full-text index and the tables of tags and bylines."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, SQLColumnExpression, func, literal_column, null, select

from archive.article import Clock, Paragraph, Quote, Section
from archive.search.condition import compiled, matches
from archive.store.archive import Archive
from archive.store.tables import ArticleRow, RevisionRow, article_fts

_START, _END = "\x02", "\x03"  # around the words found in a snippet; printed text holds no control characters
_BLANKS = re.compile(r"[\x00\x01\x04-\x1f\x7f-\x9f\s]+")  # all others would end the line or speak to a terminal
_SNIPPET_WORDS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that was found.

    published: in the zone of the paper, None where it prints none; snippet: one line around the words found, the
    beginning of the text where none were asked for; marks: where they stand in it, as (start, end).
    """

    id: str
    url: str
    outlet: str
    headline: str
    published: datetime | None
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()


class _Told(msgspec.Struct):
    """What a hit shows of the stored JSON; the rest is skipped."""

    headline: str
    published: Clock | None
    deck: str | None
    sections: tuple[Section, ...]


_told = msgspec.json.Decoder(_Told)


def search(archive: Archive, query: str, limit: int) -> list[Hit]:
    """The newest articles that a query finds, at most `limit`. Raises BadQuery, ArchiveError."""
    match, conditions = compiled(query)
    snippets = [null(), null()] if match is None else [_snippet("text"), _snippet("captions")]
    shown = _articles(match, conditions).add_columns(ArticleRow.url, ArticleRow.outlet, RevisionRow.json, *snippets)
    with archive.read() as connection:
        return [_hit(*row) for row in connection.execute(shown.limit(limit))]


def ids(archive: Archive, query: str) -> list[str]:
    """The ids of all articles that a query finds, newest first. Raises BadQuery, ArchiveError."""
    with archive.read() as connection:
        return list(connection.execute(_articles(*compiled(query))).scalars())


def _articles(match: str | None, conditions: list[ColumnElement[bool]]) -> Select[Any]:
    """Ids of articles down an index that follows time: no sort, so that a common word costs no more than a rare one."""
    found = select(ArticleRow.id)
    if match is None:
        ordinal: SQLColumnExpression[Any] = ArticleRow.ordinal
        found = found.where(ordinal.is_not(None))
    else:
        ordinal = article_fts.c.rowid
        found = found.select_from(article_fts).join(ArticleRow, ArticleRow.ordinal == ordinal).where(matches(match))
    found = found.join(RevisionRow, RevisionRow.id == ArticleRow.revision)
    return found.where(*conditions).order_by(ordinal.desc())


def _snippet(name: str) -> ColumnElement[Any]:
    """The words around what was found in a column of the index, else the column's beginning."""
    column = list(article_fts.c.keys()).index(name) - 1  # the first is the row number
    return func.snippet(literal_column("article_fts"), column, _START, _END, "…", _SNIPPET_WORDS)


def _hit(id: str, url: str, outlet: str, json: str, text: str | None, captions: str | None) -> Hit:  # noqa: A002
    told = _told.decode(json)
    # The headline is shown anyway: the snippet is of the text, or of a caption where only that has the words.
    in_captions = captions and _START in captions and not (text and _START in text)
    snippet, marks = _marked((captions if in_captions else text) or _beginning(told))
    published = told.published.at if told.published else None
    return Hit(id=id, url=url, outlet=outlet, headline=told.headline, published=published, snippet=snippet, marks=marks)


def _beginning(told: _Told) -> str:
    """The deck, else the first words of the body."""
    blocks = (block for section in told.sections for block in section.blocks)
    prose = (block.text for block in blocks if isinstance(block, Paragraph | Quote))
    words = (told.deck or next(prose, "")).split()
    return " ".join(words[:_SNIPPET_WORDS]) + ("…" if len(words) > _SNIPPET_WORDS else "")


def _marked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A snippet on one line without the marks, and where they stood."""
    text, marks, opened = "", [], 0
    for piece in re.split(f"([{_START}{_END}])", _BLANKS.sub(" ", snippet)):
        if piece == _START:
            opened = len(text)
        elif piece == _END:
            marks.append((opened, len(text)))
        else:
            text += piece
    return text, tuple(marks)
