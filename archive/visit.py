"""What became of one address."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from archive.article import Article
from archive.page import Page
from archive.reason import Reason

Kind = Literal["article", "listing"]
Via = Literal["sitemap", "feed", "index", "link", "front_page", "named", "file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An address a listing or an article names.

    via: the kind of place that names it; title: the feed's headline; dated: when the listing says it was published or
    last changed (aware); priority: higher is asked first; if_new: kept only where the same Visit names an article that
    neither an earlier run nor a sitemap has named (the next page of an index, which is walked while its pages tell
    anything).
    """

    address: str
    kind: Kind = "article"
    via: Via = "link"
    title: str | None = None
    dated: datetime | None = None
    priority: int = 0
    if_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A sitemap, feed, index or front page that was read. entries: how many addresses it names."""

    via: Via
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """No article: why, the field that is missing where one is, and what was seen (one short line)."""

    reason: Reason
    field: str | None = None
    detail: str = ""

    def __str__(self) -> str:
        """One line for a person."""
        return f"{self.reason.meaning} ({self.detail})" if self.detail else self.reason.meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What tells articles and wordings apart: the article's id and the fingerprint of its printed words."""

    article: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What became of one address; one Visit is one transaction.

    address: as it was asked for (the sighting's); outlet: its name; at: aware, UTC; pages: what was fetched, in reading
    order, empty when nothing was; found: addresses that the pages name; sighting: the row that was leased for it, None
    for pages that were not asked for by the frontier (`add`, `import`); mark: set by the dedupe step; zone: IANA name
    of the outlet's zone, which says what day `at` belongs to.
    """

    address: str
    outlet: str
    kind: Kind = "article"
    at: datetime
    outcome: Article | Listing | Refused
    pages: tuple[Page, ...] = ()
    found: tuple[Found, ...] = ()
    sighting: int | None = None
    mark: Mark | None = None
    zone: str = "Asia/Jakarta"
