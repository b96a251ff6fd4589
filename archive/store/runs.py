"""Runs: one execution of an outlet's spider, or of add, import or reread."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

import msgspec
from sqlalchemy import Connection, bindparam, insert, or_, select, update

from archive.errors import ArchiveError
from archive.store.plain import plain
from archive.store.sightings import spelt, write_sources
from archive.store.tables import CrawlRunRow, SightingRow
from archive.visit import Found

RunKind = Literal["crawl", "add", "import", "reread"]

_RETURN_LEASES = (
    update(SightingRow)
    .where(SightingRow.outlet == bindparam("of"), SightingRow.state == "leased")
    .values(state="pending", leased_by=None)
)
_SETTLED = SightingRow.state.in_(("done", "refused", "failed", "missing"))


def begin_run(
    connection: Connection, outlet: str, kind: RunKind, *, at: datetime, sources: Sequence[Found], again: bool
) -> int:
    """Opens a run and gives its id. A crawl takes back what an earlier crawl of the outlet left leased (it was killed),
    writes its sources as pending, and makes pending what is due, every known article where `again`.
    """
    outlet = plain(outlet)
    result = connection.execute(insert(CrawlRunRow).values(outlet=outlet, kind=kind, started_at=at))
    assert result.inserted_primary_key is not None
    run: int = result.inserted_primary_key[0]
    if kind == "crawl":
        connection.execute(_RETURN_LEASES, {"of": outlet})
        due = SightingRow.due_at <= at
        asked = or_(due, SightingRow.kind == "article") if again else due
        connection.execute(
            update(SightingRow).where(SightingRow.outlet == outlet, _SETTLED, asked).values(state="pending")
        )
    write_sources(connection, spelt(sources, outlet=outlet, at=at))
    return run


def end_run(connection: Connection, run: int, *, at: datetime, ended: str, counters: Mapping[str, int]) -> None:
    """Closes a run: why it ended, and its counters."""
    connection.execute(
        update(CrawlRunRow)
        .where(CrawlRunRow.id == run)
        .values(ended_at=at, ended=plain(ended), counters=msgspec.json.encode(dict(counters), order="sorted").decode())
    )


def started_at(connection: Connection, run: int) -> datetime:
    """When a run began. Raises ArchiveError for a run that there is not."""
    found = connection.scalar(select(CrawlRunRow.started_at).where(CrawlRunRow.id == run))
    if found is None:
        raise ArchiveError(f"there is no run {run} in this archive")
    return found
