"""Keeps what became of addresses: article, found addresses, visit and the sighting's new state, all at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import Connection, bindparam, null, update

from archive.address import key
from archive.article import Article
from archive.errors import Unstorable
from archive.page import Page
from archive.reason import Reason
from archive.revision import Outcome
from archive.store import captures
from archive.store.due import State, due_at
from archive.store.engine import insert, write_rows
from archive.store.plain import plain
from archive.store.runs import started_at
from archive.store.sightings import Current, Spelt, rows_for, rows_of, spell, spelt, write_found
from archive.store.tables import AliasRow, SightingRow, VisitRow
from archive.store.wordings import Wording, keep_wordings, published_at, wording
from archive.visit import Found, Listing, Refused, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What keeping a Visit came to.

    visit_address: as it was asked for; article, revision: ids, None where there is no article; outcome: None for a
    listing and a refusal; reason: of a refusal.
    """

    visit_address: str
    article: str | None
    revision: str | None
    outcome: Outcome | None
    reason: Reason | None


class Prepared(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A Visit with all that can be worked out before the transaction begins. own: its address, spelt."""

    visit: Visit
    run: int
    own: Spelt
    found: list[Spelt]
    wording: Wording | None
    page_hash: str | None

    @property
    def refused(self) -> Refused | None:
        """Why there is no article, None where there is one or a listing."""
        return self.visit.outcome if isinstance(self.visit.outcome, Refused) else None


# The page could not be had: asked again in the next run. All other reasons say what the page is.
_FAILED = {
    Reason.HTTP_ERROR,
    Reason.REFUSED_BY_SERVER,
    Reason.NO_ANSWER,
    Reason.NO_HOST,
    Reason.BOT_WALL,
    Reason.BLOCKED,
    Reason.FAILED,
}

_STATE = (
    "state",
    "reason",
    "tries",
    "etag",
    "last_modified",
    "last_status",
    "article",
    "last_visit_at",
    "due_at",
)
_SETTLE = (
    update(SightingRow)
    .where(SightingRow.id == bindparam("row"))
    .values(leased_by=null(), not_before=null(), **{name: bindparam(f"new_{name}") for name in _STATE})
)
_alias = insert(AliasRow)
_ALIAS = _alias.on_conflict_do_update(index_elements=["key"], set_={"article": _alias.excluded.article})
_VISIT = insert(VisitRow)


def prepare(visit: Visit, *, run: int) -> Prepared:
    """Works out what needs no database. Raises Unstorable for an article that could not be read back."""
    own = Found(address=visit.address, kind=visit.kind, via="named")
    digest = page_hash(visit.pages)
    article = visit.outcome if isinstance(visit.outcome, Article) else None
    if article and visit.mark and visit.mark.article != article.id:
        raise Unstorable(article.url, f"it is marked as article {visit.mark.article}")
    printed = visit.mark.fingerprint if visit.mark else None
    return Prepared(
        visit=visit,
        run=run,
        own=spell(own, outlet=visit.outlet, at=visit.at),
        found=spelt(visit.found, outlet=visit.outlet, at=visit.at),
        wording=wording(article, at=visit.at, page_hash=digest, printed=printed) if article else None,
        page_hash=digest,
    )


def page_hash(pages: Sequence[Page]) -> str | None:
    """The sha256 of the pages' bytes in order, None without pages."""
    if not pages:
        return None
    digest = sha256()
    for page in pages:
        digest.update(page.body)
    return digest.hexdigest()


def keep(connection: Connection, prepared: Sequence[Prepared]) -> list[Kept]:
    """Keeps Visits inside the caller's transaction, as if one after the other; gives what each came to, in order."""
    begun = {run: started_at(connection, run) for run in {one.run for one in prepared}}
    return [kept for batch in _batches(prepared) for kept in _keep(connection, batch, begun)]


def _batches(prepared: Sequence[Prepared]) -> Iterator[list[Prepared]]:
    """In order, and cut so that no batch meets an article or an address twice: each is judged against the last."""
    batch: list[Prepared] = []
    met: set[object] = set()
    for one in prepared:
        marks = {one.own.key, one.visit.sighting, one.wording and one.wording.article.id} - {None}
        if met & marks:
            yield batch
            batch, met = [], set()
        batch.append(one)
        met |= marks
    if batch:
        yield batch


def _keep(connection: Connection, batch: Sequence[Prepared], begun: dict[int, datetime]) -> list[Kept]:
    rows = _rows(connection, batch)
    given = [_given(one, row) for one, row in zip(batch, rows, strict=True)]
    old = captures.older(connection, [capture for capture in given if capture])
    wordings = [one.wording for one, capture in zip(batch, given, strict=True) if one.wording and capture not in old]
    outcomes = iter(keep_wordings(connection, wordings) if wordings else [])
    kept = [
        _kept(one, Outcome.UNCHANGED if capture in old else next(outcomes) if one.wording else None)
        for one, capture in zip(batch, given, strict=True)
    ]
    write_rows(connection, _SETTLE, [_settled(one, row) for one, row in zip(batch, rows, strict=True)])
    aliases = [alias for one, row in zip(batch, rows, strict=True) if (alias := _alias_of(one, row))]
    write_rows(connection, _ALIAS, aliases)
    write_rows(connection, _VISIT, [_visit(one, row, what) for one, row, what in zip(batch, rows, kept, strict=True)])
    for one in batch:
        if one.found:
            write_found(connection, one.found, run_started_at=begun[one.run])
    return kept


def _given(one: Prepared, row: Current) -> tuple[int, str, str] | None:
    """What tells the capture of a page that nobody asked for: its row, its bytes, its wording."""
    if one.visit.sighting is not None or one.wording is None or one.page_hash is None:
        return None
    return row.id, one.page_hash, one.wording.revision


def _rows(connection: Connection, batch: Sequence[Prepared]) -> list[Current]:
    """The sighting of each Visit as it stands, made where nobody asked for the page. Raises Unstorable."""
    mine = rows_for(connection, [one.own for one in batch if one.visit.sighting is None])
    asked = rows_of(connection, [one.visit.sighting for one in batch if one.visit.sighting is not None])
    rows = [mine[one.own.key] if one.visit.sighting is None else asked.get(one.visit.sighting) for one in batch]
    for one, row in zip(batch, rows, strict=True):
        if row is None:
            raise Unstorable(one.visit.address, f"there is no sighting {one.visit.sighting}")
    return [row for row in rows if row is not None]


def _kept(one: Prepared, outcome: Outcome | None) -> Kept:
    return Kept(
        visit_address=one.visit.address,
        article=one.wording.article.id if one.wording else None,
        revision=one.wording.revision if one.wording else None,
        outcome=outcome,
        reason=one.refused.reason if one.refused else None,
    )


def state_of(refused: Refused | None) -> State:
    """The state an address is left in: done, unless it was refused."""
    if refused is None:
        return "done"
    if refused.reason is Reason.MISSING:
        return "missing"
    return "failed" if refused.reason in _FAILED else "refused"


def _settled(one: Prepared, row: Current) -> dict[str, Any]:
    visit, refused = one.visit, one.refused
    state = state_of(refused)
    tries = row.tries + 1 if state == "failed" else 0
    published = published_at(one.wording.article) if one.wording else None
    # A listing is asked for again where a run begins or another names it, unless it could not be had.
    never = visit.kind == "listing" and state != "failed"
    return {
        "row": row.id,
        "new_state": state,
        "new_reason": refused.reason.value if refused else None,
        "new_tries": tries,
        "new_etag": row.etag if refused else _header(visit, "etag"),
        "new_last_modified": row.last_modified if refused else _header(visit, "last-modified"),
        "new_last_status": visit.pages[-1].status if visit.pages else None,
        "new_article": one.wording.article.id if one.wording else row.article,
        "new_last_visit_at": visit.at,
        "new_due_at": None if never else due_at(state, visit.at, published=published, tries=tries),
    }


def _alias_of(one: Prepared, row: Current) -> dict[str, Any] | None:
    if one.wording is None or row.key == key(one.wording.article.url):
        return None
    return {
        "key": row.key,
        "address": row.address,
        "article": one.wording.article.id,
        "first_seen_at": one.visit.at,
    }


def _visit(one: Prepared, row: Current, kept: Kept) -> dict[str, Any]:
    visit, refused = one.visit, one.refused
    listing = visit.outcome if isinstance(visit.outcome, Listing) else None
    return {
        "sighting": row.id,
        "run": one.run,
        "at": visit.at,
        "day": visit.at.astimezone(_zone(visit.zone)).date(),
        "status": visit.pages[-1].status if visit.pages else None,
        "outcome": kept.outcome.value if kept.outcome else "listing" if listing else None,
        "reason": refused.reason.value if refused else None,
        "field": refused.field if refused else None,
        "detail": plain(refused.detail) or None if refused else None,
        "entries": listing.entries if listing else None,
        "page_hash": one.page_hash,
        "etag": _header(visit, "etag"),
        "last_modified": _header(visit, "last-modified"),
    }


def _header(visit: Visit, name: str) -> str | None:
    value = visit.pages[0].header(name) if visit.pages else None
    return plain(value) if value is not None else None


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
