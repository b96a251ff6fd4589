"""The frontier's rows: an address is a row before anything asks for it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, select, update

from archive.address import BadAddress, canonical, clean, host, key
from archive.store.engine import insert, write_rows
from archive.store.plain import plain
from archive.store.tables import HostRow, SightingRow
from archive.visit import Found

Current = Row[*tuple[Any, ...]]  # a sighting as it stands

_CHUNK = 1000  # of addresses in one SELECT

_INSERT_HOST = insert(HostRow).on_conflict_do_nothing()
_INSERT = insert(SightingRow).on_conflict_do_nothing()
_ROWS = select(
    SightingRow.id,
    SightingRow.key,
    SightingRow.address,
    SightingRow.kind,
    SightingRow.via,
    SightingRow.state,
    SightingRow.title,
    SightingRow.dated,
    SightingRow.first_seen_at,
    SightingRow.priority,
    SightingRow.tries,
    SightingRow.etag,
    SightingRow.last_modified,
    SightingRow.article,
    SightingRow.last_visit_at,
)
_BY_KEY = _ROWS.where(SightingRow.key.in_(bindparam("keys", expanding=True)))
_BY_ID = _ROWS.where(SightingRow.id.in_(bindparam("ids", expanding=True)))
_CHANGING = ("kind", "via", "state", "title", "dated", "priority", "queue")
_UPDATE = (
    update(SightingRow)
    .where(SightingRow.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGING})
)


class Spelt(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A found address as its row holds it: in one spelling, without what a database cannot hold."""

    found: Found
    outlet: str
    at: datetime
    address: str
    key: str
    host: str


def spell(found: Found, *, outlet: str, at: datetime) -> Spelt:
    """How an address stands in its row.

    An article's key is that of its canonical address, a listing's that of the clean one. What is no http address (the
    name of a page kept from a file) is its own key. The address that is asked for keeps its own query and host: only
    the key says what is the same.
    """
    address = plain(found.address)
    try:
        address = clean(address)
    except BadAddress:
        same, name = address, ""
    else:
        same, name = key(canonical(address) if found.kind == "article" else address), host(address)
    return Spelt(found=found, outlet=plain(outlet), at=at, address=address, key=same, host=name)


def spelt(found: Iterable[Found], *, outlet: str, at: datetime) -> list[Spelt]:
    """The found addresses, each key once: the first that names it, with the newest date and the highest priority."""
    kept: dict[str, Spelt] = {}
    for one in found:
        new = spell(one, outlet=outlet, at=at)
        if not new.host:
            continue  # "mailto:", "javascript:": no address that can be asked for
        first = kept.setdefault(new.key, new)
        if first is not new:
            kept[new.key] = msgspec.structs.replace(first, found=_merged(first.found, one))
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


def write_found(connection: Connection, found: Sequence[Spelt], *, run_started_at: datetime) -> None:
    """Writes what one page names: new addresses as pending rows; known ones are asked again where that can tell more.

    A known listing is, when it was last visited before this run began. A known article that was visited before this
    run is, when the date that is named is newer than that visit. So nothing is asked twice in one run, or pages that
    name each other with the date of tomorrow would never end.
    """

    def state(row: Current, one: Found) -> str:
        if row.state in ("pending", "leased") or row.last_visit_at is None or row.last_visit_at >= run_started_at:
            return str(row.state)
        newer = row.kind == "listing" or (one.dated is not None and one.dated > row.last_visit_at)
        return "pending" if newer else str(row.state)

    def is_new(one: Spelt) -> bool:
        row = known.get(one.key)
        fresh = row is None or (row.first_seen_at >= run_started_at and row.via != "sitemap")
        return fresh and one.found.kind == "article"

    known = _known(connection, found)
    if not any(map(is_new, found)):
        found = [one for one in found if not one.found.if_new]
    _insert(connection, [one for one in found if one.key not in known])
    _update(
        connection,
        [
            (row, replace(one.found, kind=row.kind, via=row.via), state(row, one.found))
            for one in found
            if (row := known.get(one.key)) is not None
        ],
    )


def write_sources(connection: Connection, sources: Sequence[Spelt]) -> None:
    """Writes where a run begins: pending, whatever became of them before; a source is what it is named as."""
    known = _known(connection, sources)
    _insert(connection, [one for one in sources if one.key not in known])
    _update(
        connection,
        [(row, one.found, "pending") for one in sources if (row := known.get(one.key)) is not None],
    )


def rows_for(connection: Connection, wanted: Sequence[Spelt]) -> dict[str, Current]:
    """The row of each address, by its key, made where there is none: for pages nobody asks for, as they are here."""
    _insert(connection, wanted, state="done")
    return _known(connection, wanted)


def rows_of(connection: Connection, ids: Sequence[int]) -> dict[int, Current]:
    """The rows with these ids, those that there are."""
    return {row.id: row for row in connection.execute(_BY_ID, {"ids": ids})} if ids else {}


def _known(connection: Connection, found: Sequence[Spelt]) -> dict[str, Current]:
    keys = [one.key for one in found]
    return {
        row.key: row
        for start in range(0, len(keys), _CHUNK)
        for row in connection.execute(_BY_KEY, {"keys": keys[start : start + _CHUNK]})
    }


def _insert(connection: Connection, new: Sequence[Spelt], state: str = "pending") -> None:
    if not new:
        return
    hosts = {one.host: one.at for one in reversed(new)}
    write_rows(connection, _INSERT_HOST, [{"name": name, "first_seen_at": hosts[name]} for name in sorted(hosts)])
    write_rows(
        connection,
        _INSERT,
        [
            {
                "outlet": one.outlet,
                "host": one.host,
                "key": one.key,
                "address": one.address,
                "kind": one.found.kind,
                "via": one.found.via,
                "title": _title(one.found),
                "dated": one.found.dated,
                "first_seen_at": one.at,
                "priority": one.found.priority,
                "queue": queue(one.found.priority, one.found.kind),
                "state": state,
                "tries": 0,
            }
            for one in new
        ],
    )


def _update(connection: Connection, changes: Sequence[tuple[Current, Found, str]]) -> None:
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
    write_rows(connection, _UPDATE, rows)


def _title(found: Found) -> str | None:
    return plain(found.title) if found.title else None
