"""Counts what became of the pages a person adds, as a table for people and as an object for programs."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from archive.revision import Outcome
from archive.store.plain import plain
from archive.visit import Refused

if TYPE_CHECKING:
    from rich.table import Table

REFUSED = "refused"
COLUMNS = (*(outcome.value for outcome in Outcome), REFUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A page that gave no article. where: its path as given, or its address; address: None when there was no page."""

    where: str
    address: str | None
    refused: Refused


class Tally:
    """Outcomes by outlet, and every refusal in the order it came."""

    def __init__(self) -> None:
        self.outlets: dict[str, Counter[str]] = {}
        self.refusals: list[Refusal] = []

    def kept(self, outlet: str, outcome: Outcome) -> None:
        """One page that was kept."""
        self.outlets.setdefault(outlet, Counter())[outcome.value] += 1

    def refused(self, outlet: str, refusal: Refusal) -> None:
        """One page that was not."""
        self.outlets.setdefault(outlet, Counter())[REFUSED] += 1
        self.refusals.append(refusal)

    def counters(self) -> dict[str, int]:
        """How many pages came to what, every column of the table present."""
        return {column: sum(counts[column] for counts in self.outlets.values()) for column in COLUMNS}

    def any_kept(self) -> bool:
        """Whether at least one page gave an article, new or known."""
        return any(self.counters()[outcome.value] for outcome in Outcome)

    def table(self) -> "Table":
        """One row an outlet, and their sum when there are several."""
        from rich.table import Table

        table = Table("outlet")
        for column in COLUMNS:
            table.add_column(column, justify="right")
        for outlet, counts in sorted(self.outlets.items()):
            table.add_row(outlet, *(str(counts[column]) for column in COLUMNS))
        if len(self.outlets) > 1:
            table.add_section()
            table.add_row("all", *map(str, self.counters().values()))
        return table

    def as_json(self) -> dict[str, Any]:
        """The counters, the same by outlet, and the refusals."""
        return {
            **self.counters(),
            "outlets": {
                name: {column: counts[column] for column in COLUMNS} for name, counts in sorted(self.outlets.items())
            },
            "refusals": [
                {
                    "path": plain(refusal.where),
                    "address": plain(refusal.address) if refusal.address else None,
                    "reason": refusal.refused.reason.value,
                    "field": refusal.refused.field,
                    "detail": plain(refusal.refused.detail),
                }
                for refusal in self.refusals
            ],
        }
