"""Takes exported lines back: articles as readings, lossless lines with their revisions, times and order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from archive.article import Article
from archive.errors import Unstorable
from archive.jsonl import KeptLine, from_json
from archive.revision import Held, Outcome, judge
from archive.store import derived, fulltext
from archive.store.engine import insert, write_rows
from archive.store.history import Stretch, merged
from archive.store.runs import started_at
from archive.store.tables import ArticleRow, RevisionRow, RevisionSeenRow
from archive.store.wordings import (
    UPSERT_ARTICLE,
    UPSERT_REVISION,
    Wording,
    keep_wordings,
    published_at,
    wording,
)

_CHUNK = 500  # lines written together
_INSERT_SEEN = insert(RevisionSeenRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a line holds. kept: None for a plain article; article: None where the text was forgotten."""

    article: Article | None
    kept: KeptLine | None


@dataclass(slots=True, kw_only=True)
class _Lines:
    """The lossless lines of one article, and what is held of it."""

    id: str
    stretches: list[Stretch] = field(default_factory=list)
    wordings: dict[str, Wording] = field(default_factory=dict)  # by revision
    row: Row[*tuple[Any, ...]] | None = None
    held: list[Stretch] = field(default_factory=list)
    revisions: dict[str, Row[*tuple[Any, ...]]] = field(default_factory=dict)
    history: list[Stretch] = field(default_factory=list)
    newest: str = ""  # the newest wording that has a text
    article: Article | None = None  # the article in it
    ordinal: int | None = None


def restore(connection: Connection, restored: Iterable[Restored], *, run: int, at: datetime) -> Counter[Outcome]:
    """Writes what lines hold inside the caller's transaction, under an open run; counts what each came to.

    A plain article is judged like any reading, seen `at`. Lossless lines give an article that is not here its own
    history back; one that is here keeps what it has and gains the stretches it did not know. Raises Unstorable for a
    line that names another wording than it holds.
    """
    started_at(connection, run)
    outcomes: Counter[Outcome] = Counter()
    for is_plain, group in groupby(restored, key=lambda line: line.kept is None):
        if is_plain:
            for articles in _chunks(line.article for line in group if line.article is not None):
                outcomes.update(keep_wordings(connection, [wording(article, at=at) for article in articles]))
        else:
            for lines in _by_article(connection, group):
                outcomes.update(_write(connection, lines))
    return outcomes


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Cut so that no chunk holds an article twice: each is judged against the last."""
    chunk: dict[str, Article] = {}
    for article in articles:
        if article.id in chunk or len(chunk) == _CHUNK:
            yield list(chunk.values())
            chunk = {}
        chunk[article.id] = article
    yield list(chunk.values())


def _by_article(connection: Connection, lines: Iterable[Restored]) -> Iterator[list[_Lines]]:
    """The lines gathered by article, some hundreds at a time; lines of an article that stand together stay together."""
    chunk: dict[str, _Lines] = {}
    owners: dict[str, str] = {}
    count = 0
    for line in lines:
        assert line.kept is not None
        kept = line.kept
        owner = line.article.id if line.article else owners.get(kept.revision) or _owner(connection, kept.revision)
        owners[kept.revision] = owner
        if count >= _CHUNK and owner not in chunk:
            yield list(chunk.values())
            chunk, count = {}, 0
        count += 1
        mine = chunk.setdefault(owner, _Lines(id=owner))
        mine.stretches.append(
            Stretch(
                revision=kept.revision,
                sequence=kept.sequence,
                first_seen_at=kept.first_seen_at,
                last_seen_at=kept.last_seen_at,
                state=kept.state,
            )
        )
        if line.article:
            mine.wordings[kept.revision] = _wording(line.article, kept)
    if chunk:
        yield list(chunk.values())


def _owner(connection: Connection, revision: str) -> str:
    owner = connection.scalar(select(RevisionRow.article).where(RevisionRow.id == revision))
    if owner is None:
        raise Unstorable(revision, "its line has no text, and no line before it says what article it is of")
    return owner


def _wording(article: Article, kept: KeptLine) -> Wording:
    made = wording(article, at=kept.first_seen_at)
    if made.revision != kept.revision:
        raise Unstorable(article.url, f"the line says revision {kept.revision}, its words are {made.revision}")
    return made


def _write(connection: Connection, chunk: Sequence[_Lines]) -> Iterator[Outcome]:
    """Writes the histories of articles; gives what each line came to."""
    _look_up(connection, chunk)
    for lines in chunk:
        lines.history = merged(lines.held, lines.stretches)
        _choose_newest(lines)
    changed = [lines for lines in chunk if lines.history != lines.held]
    _place(connection, changed)
    old = [lines.row.ordinal for lines in changed if lines.row is not None and lines.row.ordinal is not None]
    fulltext.remove(connection, old)
    write_rows(connection, UPSERT_ARTICLE, [_article_row(lines) for lines in changed])
    write_rows(connection, UPSERT_REVISION, [row for lines in changed for row in _revision_rows(lines)])
    if known := [lines.id for lines in changed if lines.held]:
        connection.execute(delete(RevisionSeenRow).where(RevisionSeenRow.article.in_(known)))
    seen = [_seen_row(lines.id, stretch) for lines in changed for stretch in lines.history]
    write_rows(connection, _INSERT_SEEN, seen)
    derived.replace(connection, [lines.article for lines in changed if lines.article], held=known)
    fulltext.add(connection, [lines.ordinal for lines in changed if lines.ordinal is not None])
    return (outcome for lines in chunk for outcome in _outcomes(lines))


def _look_up(connection: Connection, chunk: Sequence[_Lines]) -> None:
    by_id = {lines.id: lines for lines in chunk}
    articles = select(
        ArticleRow.id, ArticleRow.outlet, ArticleRow.url, ArticleRow.published, ArticleRow.ordinal, ArticleRow.revision
    )
    for article in connection.execute(articles.where(ArticleRow.id.in_(by_id))):
        by_id[article.id].row = article
    query = select(RevisionSeenRow.article, *(getattr(RevisionSeenRow, name) for name in Stretch.__slots__))
    query = query.where(RevisionSeenRow.article.in_(by_id)).order_by(RevisionSeenRow.sequence)
    for row in connection.execute(query):
        by_id[row.article].held.append(Stretch(**{name: getattr(row, name) for name in Stretch.__slots__}))
    revisions = select(RevisionRow.article, RevisionRow.id, RevisionRow.reader, RevisionRow.json)
    for revision in connection.execute(revisions.where(RevisionRow.article.in_(by_id))):
        by_id[revision.article].revisions[revision.id] = revision


def _choose_newest(lines: _Lines) -> None:
    """Sets the newest wording that has a text: an article that is gone stays as it last stood."""
    for stretch in reversed(lines.history):
        held = lines.revisions.get(stretch.revision)
        if stretch.state == "forgotten":
            continue
        if held is not None and held.json is not None:
            lines.newest, lines.article = stretch.revision, from_json(held.json)
            return
        if stretch.revision in lines.wordings:
            lines.newest, lines.article = stretch.revision, lines.wordings[stretch.revision].article
            return
    if lines.row is None:
        raise Unstorable(lines.id, "none of its lines has a text")
    lines.newest = lines.row.revision


def _place(connection: Connection, changed: Sequence[_Lines]) -> None:
    """Gives each article that has a text its place in the full-text index."""
    unplaced = []
    for lines in changed:
        if lines.article is None:
            continue
        first_seen_at = min(stretch.first_seen_at for stretch in lines.history)
        second = fulltext.seconds(published_at(lines.article), first_seen_at)
        held = lines.row.ordinal if lines.row is not None else None
        if held is not None and fulltext.second_of(held) == second:
            lines.ordinal = held
        else:
            unplaced.append((second, lines))
    ordinals = fulltext.assign(connection, [(second, lines.id) for second, lines in unplaced])
    for (_, lines), ordinal in zip(unplaced, ordinals, strict=True):
        lines.ordinal = ordinal


def _article_row(lines: _Lines) -> dict[str, Any]:
    article, row = lines.article, lines.row
    if article is not None:
        facts = {"outlet": article.outlet, "url": article.url, "published": published_at(article)}
    else:
        assert row is not None
        facts = {"outlet": row.outlet, "url": row.url, "published": row.published}
    return {
        "id": lines.id,
        **facts,
        "ordinal": lines.ordinal,
        "revision": lines.newest,
        "state": lines.history[-1].state,
        "first_seen_at": min(stretch.first_seen_at for stretch in lines.history),
        "last_seen_at": max(stretch.last_seen_at for stretch in lines.history),
    }


def _revision_rows(lines: _Lines) -> Iterator[dict[str, Any]]:
    """The wordings that are not held; a held one keeps the reading it has."""
    outcomes = _judged(lines, lines.history)
    for revision, new in lines.wordings.items():
        if revision not in lines.revisions:
            yield {
                "id": revision,
                "article": lines.id,
                "fingerprint": new.fingerprint,
                "outcome": outcomes[revision].value,
                "reader": new.article.reading.reader,
                "page_hash": None,
                "json": new.json,
            }


def _judged(lines: _Lines, history: Sequence[Stretch]) -> dict[str, Outcome]:
    """What each wording was judged when it first came, as far as the history tells."""
    judged: dict[str, Outcome] = {}
    before: Held | None = None
    for stretch in history:
        now = Held(fingerprint=stretch.revision, reader=_reader(lines, stretch.revision), page_hash=None)
        judged.setdefault(stretch.revision, judge(before, now))
        before = now
    return judged


def _reader(lines: _Lines, revision: str) -> str:
    if revision in lines.wordings:
        return lines.wordings[revision].article.reading.reader
    return str(lines.revisions[revision].reader)


def _seen_row(article: str, stretch: Stretch) -> dict[str, Any]:
    return {"article": article, **{name: getattr(stretch, name) for name in Stretch.__slots__}}


def _outcomes(lines: _Lines) -> Iterator[Outcome]:
    """What each line came to: a wording that was held is unchanged, another as it was judged."""
    judged = _judged(lines, lines.history)
    met = set(lines.revisions)
    for stretch in lines.stretches:
        yield Outcome.UNCHANGED if stretch.revision in met else judged[stretch.revision]
        met.add(stretch.revision)
