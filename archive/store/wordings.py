"""Judges readings of articles against what is held and writes what is new of them, a batch at a time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, func, select

from archive.article import Article
from archive.errors import Unstorable
from archive.fingerprint import fingerprint, revision_id
from archive.jsonl import from_json, to_json
from archive.revision import Held, Outcome, judge
from archive.store import derived, fulltext
from archive.store.engine import insert, write_rows
from archive.store.tables import ArticleRow, RevisionRow, RevisionSeenRow


class Wording(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A reading of an article, ready to be judged and written.

    json: canonical; revision: the id of the wording; page_hash: sha256 of the bytes read, None when unknown; at: when
    it was seen.
    """

    article: Article
    json: str
    fingerprint: str
    revision: str
    page_hash: str | None
    at: datetime


def wording(article: Article, *, at: datetime, page_hash: str | None = None, printed: str | None = None) -> Wording:
    """Makes a Wording; printed: the fingerprint, where it is known already.

    Raises Unstorable for an article that could not be read back: a lone surrogate, a naive time, a wrong type. What is
    stored must never be the thing that breaks an export years later, and the check costs some 15 microseconds.
    """
    try:
        printed = printed or fingerprint(article)
        json = to_json(article)
        from_json(json)
    except (UnicodeEncodeError, msgspec.DecodeError, TypeError) as error:
        raise Unstorable(article.url, str(error)) from error
    return Wording(
        article=article,
        json=json.decode(),
        fingerprint=printed,
        revision=revision_id(article.id, printed),
        page_hash=page_hash,
        at=at,
    )


HeldRow = Row[*tuple[Any, ...]]

_HELD = (
    select(
        ArticleRow.id,
        ArticleRow.ordinal,
        ArticleRow.first_seen_at,
        ArticleRow.last_seen_at,
        RevisionSeenRow.sequence,
        RevisionSeenRow.state,
        RevisionSeenRow.first_seen_at.label("stretch_from"),
        RevisionSeenRow.last_seen_at.label("stretch_to"),
        RevisionRow.fingerprint,
        RevisionRow.reader,
        RevisionRow.page_hash,
        RevisionRow.json,
    )
    .join(RevisionRow, RevisionRow.id == ArticleRow.revision)
    .join(RevisionSeenRow, RevisionSeenRow.article == ArticleRow.id)
    .where(
        ArticleRow.id.in_(bindparam("ids", expanding=True)),
        RevisionSeenRow.sequence
        == select(func.max(RevisionSeenRow.sequence))
        .where(RevisionSeenRow.article == ArticleRow.id)
        .correlate(ArticleRow)
        .scalar_subquery(),
    )
)

_article = insert(ArticleRow)
UPSERT_ARTICLE = _article.on_conflict_do_update(
    index_elements=["id"],
    set_={
        name: _article.excluded[name]
        for name in ("outlet", "url", "published", "ordinal", "revision", "state", "first_seen_at", "last_seen_at")
    },
)
_revision = insert(RevisionRow)
UPSERT_REVISION = _revision.on_conflict_do_update(
    index_elements=["id"], set_={name: _revision.excluded[name] for name in ("reader", "page_hash", "json")}
)
_seen = insert(RevisionSeenRow)
UPSERT_SEEN = _seen.on_conflict_do_update(
    index_elements=["article", "sequence"], set_={"last_seen_at": _seen.excluded.last_seen_at}
)


def published_at(article: Article) -> datetime | None:
    """The moment an article was published, None where it prints none that is understood."""
    return article.published.at if article.published else None


class _Step(msgspec.Struct, gc=False):
    """One wording beside what is held of its article (None: nothing), how it was judged, and what follows from that."""

    new: Wording
    held: HeldRow | None
    outcome: Outcome
    second: int
    ordinal: int | None

    @property
    def rewrites(self) -> bool:
        """Whether the JSON, or what it was read from, is another than the one held."""
        held, new = self.held, self.new
        return (
            held is None
            or self.outcome is not Outcome.UNCHANGED
            or (held.json, held.reader, held.page_hash) != (new.json, new.article.reading.reader, new.page_hash)
        )


def keep_wordings(connection: Connection, wordings: Sequence[Wording]) -> list[Outcome]:
    """Judges and writes wordings of articles no two of which are the same, inside the caller's transaction.

    The newest reading replaces its revision's JSON whatever the outcome; a wording that returns opens a new stretch of
    `revision_seen` over the revision there is.
    """
    held: dict[str, HeldRow] = {
        row.id: row for row in connection.execute(_HELD, {"ids": [new.article.id for new in wordings]})
    }
    steps = [_step(new, held.get(new.article.id)) for new in wordings]
    unplaced = [step for step in steps if step.ordinal is None]
    ordinals = fulltext.assign(connection, [(step.second, step.new.article.id) for step in unplaced])
    for step, ordinal in zip(unplaced, ordinals, strict=True):
        step.ordinal = ordinal
    rewritten = [step for step in steps if step.rewrites]
    moved = [step for step in steps if _words_moved(step)]
    fulltext.remove(connection, [step.held.ordinal for step in moved if step.held and step.held.ordinal is not None])
    write_rows(connection, UPSERT_ARTICLE, [_article_row(step) for step in steps])
    write_rows(connection, UPSERT_REVISION, [_revision_row(step) for step in rewritten])
    write_rows(connection, UPSERT_SEEN, [_seen_row(step) for step in steps])
    credited = [step for step in rewritten if _credits_moved(step)]
    derived.replace(
        connection,
        [step.new.article for step in credited],
        held=[step.new.article.id for step in credited if step.held],
    )
    fulltext.add(connection, [step.ordinal for step in moved if step.ordinal is not None])
    return [step.outcome for step in steps]


def _step(new: Wording, held: HeldRow | None) -> _Step:
    now = Held(fingerprint=new.fingerprint, reader=new.article.reading.reader, page_hash=new.page_hash)
    before = Held(fingerprint=held.fingerprint, reader=held.reader, page_hash=held.page_hash) if held else None
    second = fulltext.seconds(published_at(new.article), held.first_seen_at if held else new.at)
    stays = held is not None and held.ordinal is not None and fulltext.second_of(held.ordinal) == second
    ordinal = held.ordinal if held and stays else None
    return _Step(new, held, judge(before, now), second, ordinal)


def _words_moved(step: _Step) -> bool:
    """Whether the full-text index has to change: equal fingerprints are equal words in the same of its columns."""
    held = step.held
    return held is None or step.outcome is not Outcome.UNCHANGED or held.ordinal != step.ordinal


def _credits_moved(step: _Step) -> bool:
    held, new = step.held, step.new
    if held is None or held.json is None:
        return True
    if held.json == new.json:
        return False
    old = from_json(held.json)
    return (old.byline, old.tags) != (new.article.byline, new.article.tags)


def _article_row(step: _Step) -> dict[str, Any]:
    held, article, at = step.held, step.new.article, step.new.at
    return {
        "id": article.id,
        "outlet": article.outlet,
        "url": article.url,
        "published": published_at(article),
        "ordinal": step.ordinal,
        "revision": step.new.revision,
        "state": "present",
        "first_seen_at": held.first_seen_at if held else at,
        "last_seen_at": max(held.last_seen_at, at) if held else at,
    }


def _revision_row(step: _Step) -> dict[str, Any]:
    new = step.new
    return {
        "id": new.revision,
        "article": new.article.id,
        "fingerprint": new.fingerprint,
        "outcome": step.outcome.value,
        "reader": new.article.reading.reader,
        "page_hash": new.page_hash,
        "json": new.json,
    }


def _seen_row(step: _Step) -> dict[str, Any]:
    held, new = step.held, step.new
    stays = held is not None and step.outcome is Outcome.UNCHANGED and held.state == "present"
    first = held.stretch_from if held and stays else new.at
    last = max(held.stretch_to, new.at) if held and stays else new.at
    return {
        "article": new.article.id,
        "sequence": held.sequence + (not stays) if held else 1,
        "revision": new.revision,
        "first_seen_at": first,
        "last_seen_at": last,
        "state": "present",
    }
