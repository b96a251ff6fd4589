"""Says what the end of a crawl means to whoever started it: an exit code, a summary, and one line of what is wrong."""

from typing import TYPE_CHECKING

from archive.revision import Outcome
from crawler.cli import exits
from crawler.fetching.frontier import Ended

if TYPE_CHECKING:
    from rich.table import Table

_CODES = {"busy": exits.BUSY, "archive": exits.ERROR, "interrupted": exits.INTERRUPTED}
_SHOWN = (*(outcome.value for outcome in Outcome), "refused", "missing", "failed", "pending")


def exit_code(ended: Ended | None) -> int:
    """The exit code; None is a crawl that never began."""
    if ended is None:
        return exits.ERROR
    if ended.reason in _CODES:
        return _CODES[ended.reason]
    if ended.error is not None:
        return exits.ERROR
    return exits.NOTHING if ended.tally.fruitless else exits.OK


def problem(ended: Ended | None) -> str | None:
    """One line about what went wrong, None when nothing did."""
    if ended is None:
        return "the crawl could not begin; the log says why"
    if ended.error is not None:
        return str(ended.error)
    if ended.reason == "interrupted":
        return f"{ended.outlet}: interrupted; what was acknowledged is kept, and the next crawl goes on from there"
    if ended.tally.fruitless:
        return f"{ended.outlet}: nothing could be fetched ({ended.tally.trouble}); check the address, or try later"
    return None


def summary(ended: Ended) -> str:
    """One line for a log: `warta.example: 14 new, 2 refused (finished)`; only what there is of each.

    A site whose listings name no article at all, as when the spider does not suit it, is told from one without news.
    """
    counts = [f"{ended.counters[name]} {name}" for name in _SHOWN if ended.counters[name]]
    nothing = (
        "nothing new" if ended.tally.announced else "no address of an article was found; another spider may do better"
    )
    return f"{ended.outlet}: {', '.join(counts) or nothing} ({ended.reason})"


def table(ended: Ended) -> "Table":
    """The same for a terminal, with the reasons of what gave no article."""
    from rich.table import Table

    found = Table(f"{ended.outlet} ({ended.reason})", "articles")
    found.columns[1].justify = "right"
    for name in _SHOWN:
        if ended.counters[name] or name == Outcome.NEW:
            found.add_row(name, str(ended.counters[name]))
    found.add_section()
    for reason, count in ended.tally.reasons.most_common():
        found.add_row(reason.meaning, str(count))
    return found
