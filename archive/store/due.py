"""When to look at an address again: a pure rule of what became of it and how old the article is."""

from datetime import datetime, timedelta
from typing import Literal

State = Literal["pending", "leased", "done", "refused", "failed", "missing"]

MAX_TRIES = 5  # failures in a row; a host that was down for five runs is asked again only where a listing names it anew

# Newsrooms correct and lengthen a piece within hours of printing it, follow it up within days, and after a month change
# little but their layout: each step asks about as often as there is something to find.
_BY_AGE = (
    (timedelta(days=1), timedelta(hours=6)),
    (timedelta(days=7), timedelta(days=1)),
    (timedelta(days=30), timedelta(days=7)),
)
_OLD = timedelta(days=30)
# What was no article is seldom one later, but a wall may fall and a reader may learn.
_REFUSED = timedelta(days=30)
# A page that is gone may be back the week after (a moved server, a mistake); after that it costs one request a week.
_MISSING = timedelta(days=7)


def due_at(state: State, at: datetime, *, published: datetime | None = None, tries: int = 0) -> datetime | None:
    """The moment from which a run asks the address again by itself, None for never.

    state and at: of the visit that just ended; published: the article's, None when unknown, which counts as old; tries:
    failures in a row, this one included. A failure is due at once, which is the next run.
    """
    if state == "failed":
        return at if tries < MAX_TRIES else None
    if state == "refused":
        return at + _REFUSED
    if state == "missing":
        return at + _MISSING
    age = at - published if published else None
    wait = next((wait for limit, wait in _BY_AGE if age is not None and age < limit), _OLD)
    return at + wait
