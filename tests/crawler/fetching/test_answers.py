"""Answers of servers, and what went wrong instead."""

from datetime import UTC, datetime

import pytest
from scrapy.exceptions import CannotResolveHostError, DownloadCancelledError, DownloadTimeoutError, IgnoreRequest
from scrapy.http import Headers, Response

from archive.reason import Reason
from crawler.fetching.answers import Forbidden, OtherSite, failed, refused, to_page

AT = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)


def test_repeated_headers_are_all_kept_in_order() -> None:
    headers = Headers({"Link": ["<a>", "<b>"], "Content-Type": ["text/html; charset=windows-1252"]})
    page = to_page(Response("https://warta.example/a", headers=headers, body=b"x"), at=AT)
    assert [value for name, value in page.headers if name == "Link"] == ["<a>", "<b>"]
    assert (page.address, page.media_type, page.status) == ("https://warta.example/a", "text/html", 200)


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, Reason.MISSING),
        (410, Reason.MISSING),
        (403, Reason.REFUSED_BY_SERVER),
        (429, Reason.REFUSED_BY_SERVER),
        (304, Reason.BAD_REDIRECT),
        (500, Reason.HTTP_ERROR),
        (202, Reason.HTTP_ERROR),
    ],
)
def test_a_status_has_its_reason(status: int, reason: Reason) -> None:
    why = refused(to_page(Response("https://warta.example/", status=status), at=AT))
    assert why is not None
    assert (why.reason, why.detail) == (reason, f"HTTP {status}")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (CannotResolveHostError("no"), Reason.NO_HOST),
        (DownloadTimeoutError("took longer"), Reason.NO_ANSWER),
        (Forbidden("https://warta.example/"), Reason.ROBOTS),
        (OtherSite("https://lain.example/"), Reason.BAD_REDIRECT),
        (IgnoreRequest("max redirections reached"), Reason.BAD_REDIRECT),
        (DownloadCancelledError("Received 9 bytes which is larger than download max size (1)"), Reason.TOO_LARGE),
        (IgnoreRequest("its body exceeded DOWNLOAD_MAXSIZE during decompression."), Reason.TOO_LARGE),
        (ValueError(), Reason.NO_ANSWER),
    ],
)
def test_an_error_has_its_reason(error: BaseException, reason: Reason) -> None:
    assert failed(error).reason is reason


def test_an_error_without_words_is_named() -> None:
    assert failed(ConnectionResetError()).detail == "ConnectionResetError"
