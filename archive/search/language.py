"""The language of a search: what a person types, as terms that can be looked up."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from archive.errors import BadQuery

Where = Literal["text", "headline", "outlet", "tag", "byline", "language", "since", "until"]
FIELDS = get_args(Where)[1:]
MOST_TERMS = 100  # SQLite refuses expressions 1,000 deep; nobody types a hundred words

_QUOTES = str.maketrans("“”„‟«»", '""""""')  # what a phone or a word processor makes of the key
_TOKEN = re.compile(
    rf"""
    (?P<minus>-(?=\S))?
    (?:(?P<field>{"|".join(FIELDS)}):)?
    (?: "(?P<phrase>[^"]*)(?:"|$)(?P<star>\*?)  # an open quote closes at the end
      | (?P<word>[^\s"]+)
      | (?=\s|$)(?P<nothing>)                   # "tag:" and no more
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing to look for.

    where: "text" is headline, body and captions; value: its words, or a day as YYYY-MM-DD for since and until, which
    count whole days; prefix: what is there may go on; negated: it must not be there.
    """

    where: Where = "text"
    value: str
    prefix: bool = False
    negated: bool = False

    @property
    def is_text(self) -> bool:
        """Whether the words themselves are looked for."""
        return self.where in ("text", "headline")


def parse(query: str) -> tuple[tuple[Term, ...], ...]:
    """The clauses of a query, all of which must hold; a clause holds when one of its terms does.

    Words stand for themselves; "..." is a phrase, word* a beginning, -word an absence, a OR b a choice; and the fields
    outlet:, tag:, byline:, language:, headline:, since:, until: (YYYY, YYYY-MM or YYYY-MM-DD). A blank query has no
    clauses. Anything else is words: raises BadQuery only for a field without a value, a date that is none, no word at
    all, or more than 100 terms.
    """
    clauses: list[list[Term]] = []
    choice = False
    for match in _TOKEN.finditer(_cleaned(query)):
        if match.group() == "OR":
            choice = bool(clauses)
            continue
        term = _term(match, query)
        if not term:
            continue
        if choice:
            clauses[-1].append(term)
        else:
            clauses.append([term])
        choice = False
    if not clauses and query.strip():
        raise BadQuery(query, "there is no word in it to look for")
    if sum(map(len, clauses)) > MOST_TERMS:
        raise BadQuery(query[:60] + "...", f"more than {MOST_TERMS} terms")
    return tuple(map(tuple, clauses))


def _cleaned(query: str) -> str:
    """Without what no text holds: control characters, and the lone surrogates that undecodable arguments become."""
    blank = {"Cc", "Cs", "Zl", "Zp"}
    return "".join(" " if unicodedata.category(mark) in blank else mark for mark in query).translate(_QUOTES)


def _term(match: re.Match[str], query: str) -> Term | None:
    """The term of a token; None when it holds no letter or digit, as "&" does. Raises BadQuery."""
    where: Where = (match["field"] or "text").lower()  # type: ignore[assignment]
    value = match["phrase"] if match["phrase"] is not None else (match["word"] or "")
    prefix = bool(match["star"]) or (match["word"] or "").endswith("*")
    value = " ".join(value.rstrip("*").split()) if match["word"] else " ".join(value.split())
    if not any(_is_letter(mark) for mark in value):
        if where == "text":
            return None
        raise BadQuery(query, f"{where}: needs a value")
    if where in ("since", "until"):
        if match["minus"]:
            raise BadQuery(query, f"a day cannot be excluded; turn {where}: round")
        return Term(where=where, value=_day(where, value, query))
    return Term(where=where, value=value, prefix=prefix, negated=bool(match["minus"]))


def _is_letter(mark: str) -> bool:
    """Whether the index holds such a mark: letters, digits and private characters (FTS5's unicode61)."""
    category = unicodedata.category(mark)
    return category[0] in "LN" or category == "Co"


def _day(where: str, value: str, query: str) -> str:
    """The first day of a period for since, the last for until, as YYYY-MM-DD. Raises BadQuery."""
    found = _DAY.fullmatch(value)
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        try:
            if where == "since":
                return date(year or 0, month or 1, day or 1).isoformat()
            month = month or 12
            return date(year or 0, month, day or monthrange(year or 0, month)[1]).isoformat()
        except ValueError:  # also of monthrange: the thirteenth month
            pass
    raise BadQuery(query, f"{where}:{value} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
