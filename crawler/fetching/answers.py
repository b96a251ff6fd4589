"""Turns Scrapy's responses into Pages, and what went wrong into a Refused."""

from datetime import datetime

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    UnsupportedURLSchemeError,
)
from scrapy.http import Response

from archive.page import Page
from archive.reason import Reason
from archive.visit import Refused

_REFUSING = {401, 403, 429, 451}


class Forbidden(IgnoreRequest):
    """robots.txt asks us not to fetch the address."""


class OtherSite(IgnoreRequest):
    """A redirect leads to another site. `str()` is where to."""


def to_page(response: Response, *, at: datetime) -> Page:
    """The Page of a response; its address is the last one of the redirects."""
    headers = tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
    )
    return Page(address=response.url, body=response.body, fetched_at=at, status=response.status, headers=headers)


def refused(page: Page) -> Refused | None:
    """Why the server's answer is not the page; None for a page."""
    if page.status == 200:
        return None
    detail = f"HTTP {page.status}"
    if page.status in (404, 410):
        return Refused(reason=Reason.MISSING, detail=detail)
    if page.status in _REFUSING:
        return Refused(reason=Reason.REFUSED_BY_SERVER, detail=detail)
    if 300 <= page.status < 400:  # without a Location, or to no web address
        return Refused(reason=Reason.BAD_REDIRECT, detail=detail)
    return Refused(reason=Reason.HTTP_ERROR, detail=detail)


def failed(error: BaseException) -> Refused:
    """Why there was no answer at all, or why the answer was thrown away."""
    detail = " ".join(str(error).split())[:200]
    match error:
        case Forbidden():
            return Refused(reason=Reason.ROBOTS)
        case OtherSite():
            return Refused(reason=Reason.BAD_REDIRECT, detail=detail)
        case CannotResolveHostError():
            return Refused(reason=Reason.NO_HOST)
        case DownloadTimeoutError():
            return Refused(reason=Reason.NO_ANSWER, detail="timed out")
        case UnsupportedURLSchemeError() | NotSupported():
            return Refused(reason=Reason.BAD_REDIRECT, detail=detail)
        case DownloadCancelledError() | IgnoreRequest() if "larger" in detail or "exceeded" in detail:
            return Refused(reason=Reason.TOO_LARGE)
        case IgnoreRequest() if "redirect" in detail:
            return Refused(reason=Reason.BAD_REDIRECT, detail=detail)
    return Refused(reason=Reason.NO_ANSWER, detail=detail or type(error).__name__)
