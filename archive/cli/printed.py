"""Words and moments as a terminal may show them."""

import re
from datetime import datetime, timedelta

from archive.address import host
from archive.article import Precision

# An escape sequence in a page would speak to the terminal; marks that turn the direction of text would hide the
# rest of a line.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ZONES = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}
_ABROAD = (".my", ".sg", ".bn", ".tl", ".vn", ".th", ".ph")  # they share Indonesia's hours, not the names


def printable(text: str) -> str:
    """Text without control characters; newlines and tabs stay."""
    return _UNPRINTABLE.sub("", text)


def moment(at: datetime | None, url: str, precision: Precision = "minute") -> str:
    """A paper's moment in the zone that it has, as "2026-11-02 00:20 WIT"; empty when there is none.

    url: of the article; Indonesian names of zones are given to no paper of another country.
    """
    if at is None:
        return ""
    if precision == "day":
        return at.strftime("%Y-%m-%d")
    offset = at.utcoffset()
    named = None if host(url).endswith(_ABROAD) or offset is None else _ZONES.get(offset)
    return f"{at:%Y-%m-%d %H:%M} {named or ('UTC' if not offset else f'{at:%z}'[:3] + ':' + f'{at:%z}'[3:5])}"


def our_moment(at: datetime) -> str:
    """A moment of our own clock, in UTC."""
    return f"{at:%Y-%m-%d %H:%M} UTC"
