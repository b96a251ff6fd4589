"""The arguments of a spider as they are typed on a command line, checked and understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from archive.address import BadAddress, clean

_YES = {"1": True, "true": True, "yes": True, "": False, "0": False, "false": False, "no": False}


class BadArgument(ValueError):
    """An argument that cannot be understood. `str()` is one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """site: front page of the site, with a closing slash, None when not given; limit: articles to keep at most; since,
    until: days, as listings date the articles; again: whether every known article is asked for again; named: clean
    addresses, which are then all that is asked for.
    """

    site: str | None = None
    limit: int | None = None
    since: date | None = None
    until: date | None = None
    again: bool = False
    named: tuple[str, ...] = ()

    def start(self, zone: ZoneInfo) -> datetime | None:
        """The first moment of `since` in this zone."""
        return datetime.combine(self.since, time.min, zone) if self.since else None

    def end(self, zone: ZoneInfo) -> datetime | None:
        """The last moment of `until` in this zone."""
        return (
            datetime.combine(self.until + timedelta(days=1), time.min, zone) - timedelta.resolution
            if self.until
            else None
        )


def parse(given: Mapping[str, Any]) -> Arguments:
    """The arguments from `-a NAME=VALUE`; values are texts, or already of their type. Raises BadArgument."""
    known = [field.name for field in fields(Arguments)]
    for name in given:
        if name not in known:
            raise BadArgument(f"unknown argument {name!r}; known are {', '.join(known)}")
    values = {name: value for name, value in given.items() if value is not None}
    return Arguments(
        site=site(str(values["site"])) if values.get("site") else None,
        limit=_limit(values.get("limit")),
        since=_day("since", values.get("since")),
        until=_day("until", values.get("until")),
        again=_flag("again", values.get("again", "")),
        named=_named(values.get("named", ())),
    )


def site(text: str) -> str:
    """The front page of a site as a person names it: `example.co.id`, `https://example.co.id/berita`.

    https where no scheme is given. Raises BadArgument.
    """
    text = text.strip()
    try:
        parts = urlsplit(clean(text if "://" in text else f"https://{text}"))
    except BadAddress:
        raise BadArgument(f"site {text!r} is no address of a site; one looks like https://example.co.id/") from None
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/") + "/", "", ""))


def _limit(value: Any) -> int | None:
    if value is None or value == "":
        return None
    if str(value).isdecimal() and int(value) > 0:
        return int(value)
    raise BadArgument(f"limit {value!r} is no number of articles, 1 or more")


def _day(name: str, value: Any) -> date | None:
    if isinstance(value, date) or not value:
        return value or None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise BadArgument(f"{name} {value!r} is no day; one looks like 2026-11-02") from None


def _flag(name: str, value: Any) -> bool:
    try:
        return _YES[str(value).lower()]
    except KeyError:
        raise BadArgument(f"{name} {value!r} is neither 1 nor 0") from None


def _named(value: str | Sequence[str]) -> tuple[str, ...]:
    try:
        return tuple(dict.fromkeys(clean(address) for address in (value.split() if isinstance(value, str) else value)))
    except BadAddress as error:
        raise BadArgument(str(error)) from None
