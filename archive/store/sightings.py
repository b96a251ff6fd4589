"""The frontier's rows: an address is a row before anything asks for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from archive.address import BadAddress, canonical, clean, host, key
from archive.store.engine import insert
from archive.store.plain import plain
from archive.store.tables import HostRow, SightingRow
from archive.visit import Found, Kind

_CHUNK = 1000  # of addresses in one SELECT

_INSERT_HOST = insert(HostRow).on_conflict_do_nothing()
_INSERT = insert(SightingRow).on_conflict_do_nothing()
_KNOWN = select(
    SightingRow.id,
    SightingRow.key,
    SightingRow.kind,
    SightingRow.via,
    SightingRow.state,
    SightingRow.title,
    SightingRow.dated,
    SightingRow.priority,
    SightingRow.last_visit_at,
).where(SightingRow.key.in_(bindparam("keys", expanding=True)))
_CHANGING = ("kind", "via", "state", "title", "dated", "priority", "queue")
_UPDATE = (
    update(SightingRow)
    .where(SightingRow.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGING})
)

KnownRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address as its row holds it: in one spelling, without what a database cannot hold."""

    address: str
    key: str
    host: str


def spell(address: str, kind: Kind) -> Address:
    """How an address stands in its row.

    An article's key is that of its canonical address, a listing's that of the clean one. What is no http address (the
    name of a page kept from a file) is its own key. The address that is asked for keeps its own query and host: only
    the key says what is the same.
    """
    address = plain(address)
    try:
        cleaned = clean(address)
        same = canonical(cleaned) if kind == "article" else cleaned
    except BadAddress:
        return Address(address=address, key=address, host="")
    return Address(address=cleaned, key=key(same), host=host(cleaned))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelt:
    """A found address, spelt: what the frontier writes."""

    at: Address
    found: Found


def spelt(found: Iterable[Found]) -> list[Spelt]:
    """The found addresses, each key once: the first that names it, with the newest date and the highest priority."""
    kept: dict[str, Spelt] = {}
    for one in found:
        at = spell(one.address, one.kind)
        if not at.host:
            continue  # "mailto:", "javascript:": no address that can be asked for
        first = kept.setdefault(at.key, Spelt(at=at, found=one))
        if first.found is not one:
            kept[at.key] = Spelt(at=first.at, found=_merged(first.found, one))
    return list(kept.values())


def _merged(first: Found, other: Found) -> Found:
    dates = [found.dated for found in (first, other) if found.dated]
    return replace(
        first,
        title=first.title or other.title,
        dated=max(dates, default=None),
        priority=max(first.priority, other.priority),
        if_new=first.if_new and other.if_new,
    )


def queue(priority: int, kind: str) -> int:
    """Where a row stands in the queue: the lowest is asked first, listings before articles of the same priority."""
    return -2 * priority - (kind == "listing")


def write_found(
    connection: Connection, found: Sequence[Spelt], *, outlet: str, at: datetime, run_started_at: datetime
) -> None:
    """Writes what one page names: new addresses as pending rows; known ones are asked again where that can tell more.

    A known listing is, when it was last visited before this run began. A known article that was visited before this
    run is, when the date that is named is newer than that visit. So nothing is asked twice in one run, or pages that
    name each other with the date of tomorrow would never end.
    """

    def state(row: KnownRow, one: Found) -> str:
        if row.state in ("pending", "leased") or row.last_visit_at is None or row.last_visit_at >= run_started_at:
            return str(row.state)
        newer = row.kind == "listing" or (one.dated is not None and one.dated > row.last_visit_at)
        return "pending" if newer else str(row.state)

    known = _known(connection, found)
    if all(one.found.kind == "listing" or one.at.key in known for one in found):
        found = [one for one in found if not one.found.if_new]
    _insert(connection, [one for one in found if one.at.key not in known], outlet=outlet, at=at)
    _update(
        connection,
        [
            (row, replace(one.found, kind=row.kind, via=row.via), state(row, one.found))
            for one in found
            if (row := known.get(one.at.key)) is not None
        ],
    )


def write_sources(connection: Connection, sources: Sequence[Spelt], *, outlet: str, at: datetime) -> None:
    """Writes where a run begins: pending, whatever became of them before; a source is what it is named as."""
    known = _known(connection, sources)
    _insert(connection, [one for one in sources if one.at.key not in known], outlet=outlet, at=at)
    _update(
        connection,
        [(row, one.found, "pending") for one in sources if (row := known.get(one.at.key)) is not None],
    )


def own_rows(connection: Connection, wanted: Sequence[Spelt], *, outlet: str, at: datetime) -> dict[str, int]:
    """The row of each address, by its key, made where there is none: for pages nobody asked the frontier for."""
    known = _known(connection, wanted)
    missing = [one for one in wanted if one.at.key not in known]
    _insert(connection, missing, outlet=outlet, at=at)
    return {
        **{name: row.id for name, row in known.items()},
        **{n: r.id for n, r in _known(connection, missing).items()},
    }


def _known(connection: Connection, found: Sequence[Spelt]) -> dict[str, KnownRow]:
    keys = [one.at.key for one in found]
    return {
        row.key: row
        for start in range(0, len(keys), _CHUNK)
        for row in connection.execute(_KNOWN, {"keys": keys[start : start + _CHUNK]})
    }


def _insert(connection: Connection, new: Sequence[Spelt], *, outlet: str, at: datetime) -> None:
    if not new:
        return
    hosts = sorted({one.at.host for one in new})
    connection.execute(_INSERT_HOST, [{"name": name, "first_seen_at": at} for name in hosts])
    connection.execute(
        _INSERT,
        [
            {
                "outlet": outlet,
                "host": one.at.host,
                "key": one.at.key,
                "address": one.at.address,
                "kind": one.found.kind,
                "via": one.found.via,
                "title": _title(one.found),
                "dated": one.found.dated,
                "first_seen_at": at,
                "priority": one.found.priority,
                "queue": queue(one.found.priority, one.found.kind),
                "state": "pending",
            }
            for one in new
        ],
    )


def _update(connection: Connection, changes: Sequence[tuple[KnownRow, Found, str]]) -> None:
    """Writes those of (row, found, state to be) that change anything: most of a known sitemap does not."""
    rows = []
    for row, one, state in changes:
        dates = [date for date in (row.dated, one.dated) if date]
        title, dated = _title(one) or row.title, max(dates, default=None)
        priority = max(row.priority, one.priority)
        now = (one.kind, one.via, state, title, dated, priority)
        if now != (row.kind, row.via, row.state, row.title, row.dated, row.priority):
            values = dict(zip(_CHANGING, (*now, queue(priority, one.kind)), strict=True))
            rows.append({"row": row.id, **{f"new_{name}": value for name, value in values.items()}})
    if rows:
        connection.execute(_UPDATE, rows)


def _title(found: Found) -> str | None:
    return plain(found.title) if found.title else None
