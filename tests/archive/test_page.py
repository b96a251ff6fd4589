"""A page's bytes become text."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.page import Page

AT = datetime(2026, 11, 20, tzinfo=UTC)


def page(body: bytes, *headers: tuple[str, str]) -> Page:
    return Page(address="https://warta.example/a", body=body, fetched_at=AT, headers=headers)


@pytest.mark.parametrize(
    ("body", "headers", "expected"),
    [
        ("Jum’at".encode(), (), "Jum’at"),
        ("Jum’at".encode(), (("Content-Type", "text/html; charset=ISO-8859-1"),), "Jum’at"),
        ("Jum’at".encode("cp1252"), (), "Jum’at"),
        ("Jum’at".encode("cp1252"), (("content-type", "text/html; charset=latin-1"),), "Jum’at"),
        ("Жук".encode("cp1251"), (("Content-Type", "text/html; charset=windows-1251"),), "Жук"),
        (b'<meta charset="windows-1251">' + "Жук".encode("cp1251"), (), '<meta charset="windows-1251">Жук'),
        (b"\xef\xbb\xbfKabar", (), "Kabar"),
        ("Kabar".encode("utf-16"), (), "Kabar"),
        (b"", (), ""),
    ],
)
def test_utf_8_where_it_is_and_else_what_is_declared(
    body: bytes, headers: tuple[tuple[str, str], ...], expected: str
) -> None:
    assert page(body, *headers).text() == expected


@given(st.binary(max_size=60), st.none() | st.text(max_size=20))
def test_no_bytes_and_no_label_raise(body: bytes, label: str | None) -> None:
    headers = (("Content-Type", f"text/html; charset={label}"),) if label is not None else ()
    assert isinstance(page(body, *headers).text(), str)


def test_a_header_is_found_in_any_case_and_the_first_of_two() -> None:
    fetched = page(b"", ("ETag", '"a"'), ("etag", '"b"'))
    assert fetched.header("etag") == '"a"'
    assert fetched.header("Age") is None


def test_the_media_type_is_without_parameters() -> None:
    assert page(b"", ("Content-Type", "Text/HTML; charset=utf-8")).media_type == "text/html"
    assert page(b"", ("Content-Type", "")).media_type is None
    assert page(b"").media_type is None
