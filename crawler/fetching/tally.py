"""Counts what became of the addresses of one crawl."""

from collections import Counter
from dataclasses import dataclass, field

from archive.article import Article
from archive.reason import Reason
from archive.revision import Outcome
from archive.store.due import State
from archive.store.keep import Kept, state_of
from archive.visit import Listing, Refused, Visit

_SILENCE = (Reason.NO_ANSWER, Reason.NO_HOST)
_PATIENCE = 3  # addresses without an answer, from the start, after which a site counts as out of reach


@dataclass(slots=True)
class Tally:
    """What became of the addresses of one crawl so far."""

    visits: int = 0
    announced: int = 0  # addresses that listings named, repeated ones too
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    reasons: Counter[Reason] = field(default_factory=Counter)  # of articles
    states: Counter[State] = field(default_factory=Counter)  # of their addresses: refused, failed, missing
    listings: int = 0  # that were read
    unread: Counter[Reason] = field(default_factory=Counter)  # listings that were not
    trouble: str = ""  # the address and refusal that say most about why nothing came: the last that is no mere 404

    def add(self, visit: Visit, kept: Kept) -> None:
        """Counts one Visit and what keeping it came to."""
        self.visits += 1
        match visit.outcome:
            case Article():
                if kept.outcome is not None:
                    self.outcomes[kept.outcome] += 1
            case Listing(entries=entries):
                self.announced += entries
                self.listings += 1
            case Refused() as refused:
                if refused.reason is not Reason.MISSING or not self.trouble:
                    self.trouble = f"{visit.address}: {refused}"
                if visit.kind == "listing":
                    self.unread[refused.reason] += 1
                else:
                    self.reasons[refused.reason] += 1
                    self.states[state_of(refused)] += 1

    @property
    def kept(self) -> int:
        """How many articles were kept, unchanged ones too."""
        return self.outcomes.total()

    @property
    def fruitless(self) -> bool:
        """Whether nothing at all could be had: no article, no listing."""
        return self.visits > 0 and not self.kept and not self.listings

    @property
    def out_of_reach(self) -> bool:
        """Whether the site has answered nothing so far, and was asked often enough to give up."""
        silent = sum(self.reasons[reason] + self.unread[reason] for reason in _SILENCE)
        return silent == self.visits >= _PATIENCE

    def counters(self) -> dict[str, int]:
        """The numbers of the run's row and of `--json`; those without article by `reason/<reason>`, zeros left out.

        failed: articles whose address may answer another day; missing: those that are gone; refused: all others;
        pending: addresses still to be asked, which only the archive knows.
        """
        return {
            "visits": self.visits,
            "announced": self.announced,
            "listings": self.listings,
            **{outcome.value: self.outcomes[outcome] for outcome in Outcome},
            "refused": self.states["refused"],
            "failed": self.states["failed"],
            "missing": self.states["missing"],
            "pending": 0,
            **{f"reason/{reason}": count for reason, count in sorted(self.reasons.items())},
            **{f"listing/{reason}": count for reason, count in sorted(self.unread.items())},
        }
