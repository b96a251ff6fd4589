"""Leases: a run takes addresses out of the frontier's rows, and gives back what it did not ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select, update

from archive.errors import ArchiveError
from archive.store.tables import PENDING, CrawlRunRow, HostRow, SightingRow
from archive.visit import Kind, Via


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """An address that a run may ask for now.

    sighting: its row; tries: failures in a row so far; etag, last_modified: validators of the last good answer.
    """

    sighting: int
    address: str
    kind: Kind
    via: Via
    priority: int
    tries: int
    etag: str | None
    last_modified: str | None


_LEASED = [
    SightingRow.id.label("sighting"),
    SightingRow.address,
    SightingRow.kind,
    SightingRow.via,
    SightingRow.priority,
    SightingRow.tries,
    SightingRow.etag,
    SightingRow.last_modified,
]


def lease(
    connection: Connection, run: int, count: int, *, now: datetime, since: datetime | None, until: datetime | None
) -> list[Lease]:
    """Takes up to `count` pending addresses of the run's outlet: higher priority first, then listings, then the oldest.

    Rows and hosts that asked to be left alone until later are passed over. since, until: articles whose listing dates
    them outside are passed over; undated ones are not, as only the page can tell.
    """
    query = (
        select(*_LEASED)
        .join(HostRow, HostRow.name == SightingRow.host)
        .where(_pending(connection, run), *_awake(now), *_within(since, until))
        .order_by(SightingRow.queue, SightingRow.id)
        .limit(count)
    )
    leases = [Lease(**row) for row in connection.execute(query).mappings()]
    if leases:
        connection.execute(
            update(SightingRow)
            .where(SightingRow.id.in_([taken.sighting for taken in leases]))
            .values(state="leased", leased_by=run)
        )
    return leases


def release(connection: Connection, sightings: Sequence[int], *, run: int, not_before: datetime | None) -> None:
    """Gives leases of this run back, to be asked no earlier than `not_before`; others' rows stay as they are."""
    connection.execute(
        update(SightingRow)
        .where(SightingRow.id.in_(sightings), SightingRow.leased_by == run, SightingRow.state == "leased")
        .values(state="pending", leased_by=None, not_before=not_before)
    )


def rest(connection: Connection, host: str, until: datetime) -> None:
    """Leaves a host alone until a moment (Retry-After), in later runs too; never shortens a rest."""
    connection.execute(
        update(HostRow)
        .where(HostRow.name == host, or_(HostRow.not_before.is_(None), HostRow.not_before < until))
        .values(not_before=until)
    )


def next_moment(connection: Connection, run: int, *, now: datetime) -> datetime | None:
    """When the first pending address of the run's outlet that must wait may be asked for, None when none waits."""
    later = case(
        (HostRow.not_before > func.coalesce(SightingRow.not_before, HostRow.not_before), HostRow.not_before),
        else_=func.coalesce(SightingRow.not_before, HostRow.not_before),
    )
    query = (
        select(func.min(later))
        .select_from(SightingRow)
        .join(HostRow, HostRow.name == SightingRow.host)
        .where(_pending(connection, run), or_(SightingRow.not_before > now, HostRow.not_before > now))
    )
    found: datetime | None = connection.scalar(query)
    return found


def _pending(connection: Connection, run: int) -> ColumnElement[bool]:
    outlet = connection.scalar(select(CrawlRunRow.outlet).where(CrawlRunRow.id == run))
    if outlet is None:
        raise ArchiveError(f"there is no run {run} in this archive")
    return and_(SightingRow.outlet == outlet, PENDING)


def _awake(now: datetime) -> list[ColumnElement[bool]]:
    return [
        or_(SightingRow.not_before.is_(None), SightingRow.not_before <= now),
        or_(HostRow.not_before.is_(None), HostRow.not_before <= now),
    ]


def _within(since: datetime | None, until: datetime | None) -> list[ColumnElement[bool]]:
    def undated_or(condition: ColumnElement[bool]) -> ColumnElement[bool]:
        return or_(SightingRow.kind == "listing", SightingRow.dated.is_(None), condition)

    bounds: list[ColumnElement[bool]] = []
    if since is not None:
        bounds.append(undated_or(SightingRow.dated >= since))
    if until is not None:
        bounds.append(undated_or(SightingRow.dated <= until))
    return bounds
