"""`kliping stats`: how much the archive holds."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from archive.cli.opening import AsJson, Where, opened

if TYPE_CHECKING:
    from rich.table import Table


def stats(as_json: AsJson = False, archive: Where = None) -> None:
    """Count what the archive holds: articles, revisions, runs and visits, by outlet, by state and by reason.

    Example: kliping stats --json
    """
    import msgspec

    from archive.cli.console import console, write_bytes
    from archive.reason import Reason

    with opened(archive) as held:
        counts = held.stats()
    if as_json:
        write_bytes(msgspec.json.encode(counts))
        return
    screen = console()
    totals = {name: count for name, count in counts.items() if isinstance(count, int)}
    screen.print(_table("archive", {name: {"count": count} for name, count in totals.items()}))
    if counts["outlets"]:
        screen.print(_table("outlet", counts["outlets"]))
    if counts["sightings"]:
        screen.print(_table("addresses", {state: {"count": count} for state, count in counts["sightings"].items()}))
    if counts["refused"]:
        meanings = {reason.value: reason.meaning for reason in Reason}
        told = {meanings.get(name, name): {"count": count} for name, count in counts["refused"].items()}
        screen.print(_table("no article, because", told))


def _table(title: str, rows: Mapping[str, Mapping[str, int]]) -> "Table":
    """One row a name, one column a number."""
    from rich.table import Table

    table = Table(title)
    for column in next(iter(rows.values())):
        table.add_column(column, justify="right")
    for name, numbers in rows.items():
        table.add_row(name, *map(str, numbers.values()))
    return table
