"""What address a saved page says it had."""

import codecs

import pytest

from crawler.intake.saved import address_in

HERE = "http://warta.example/2026/11/banjir-surut/"


def page(head: str, before: str = "") -> bytes:
    return f"<!DOCTYPE html>\n{before}<html><head>{head}</head><body><p>Air surut.</p></body></html>".encode()


def test_the_browsers_comment_names_the_address() -> None:
    assert address_in(page("", f"<!-- saved from url=(0042){HERE} -->\n")) == HERE


def test_the_comment_may_be_the_first_line() -> None:
    assert address_in(f"<!-- saved from url=(0042){HERE} --><html><p>Air surut.".encode()) == HERE


def test_the_comment_goes_before_the_canonical_link() -> None:
    head = '<link rel="canonical" href="http://warta.example/lain/">'
    assert address_in(page(head, f"<!-- saved from url=(0042){HERE} -->\n")) == HERE


def test_a_comment_of_a_local_file_is_no_address() -> None:
    head = f'<link rel="canonical" href="{HERE}">'
    assert address_in(page(head, "<!-- saved from url=(0014)about:internet -->\n")) == HERE


def test_a_comment_in_the_body_is_not_the_browsers() -> None:
    assert (
        address_in(page("<title>Banjir</title>" + " " * 5000, "") + f"<!-- saved from url=(1){HERE} -->".encode())
        is None
    )


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="canonical" href="{HERE}">',
        f"<LINK HREF='{HERE}' REL='Canonical'>",
        f'<meta property="og:url" content=" {HERE} ">',
        f'<meta name="og:url" content="{HERE}">',
        f'<meta property="og:url" content="{HERE}"><link rel="canonical" href="/2026/11/banjir-surut/">',
    ],
)
def test_the_canonical_link_or_og_url_names_the_address(head: str) -> None:
    assert address_in(page(head)) == HERE


def test_a_canonical_link_to_the_front_page_gives_way_to_og_url() -> None:
    head = f'<link rel="canonical" href="http://warta.example/"><meta property="og:url" content="{HERE}">'
    assert address_in(page(head)) == HERE


def test_a_canonical_link_in_the_body_is_not_the_pages_own() -> None:
    assert address_in(b"<html><head></head><body><link rel='canonical' href='http://warta.example/a/'>") is None


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_page_in_utf_16_names_its_address(mark: bytes) -> None:
    text = page("", f"<!-- saved from url=(0042){HERE} -->\n").decode()
    assert address_in(mark + text.encode("utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be")) == HERE


@pytest.mark.parametrize(
    "body", [b"", b"\0\0\0", b"\xff\xfe", b"\x89PNG\r\n\x1a\n\0\0", b"<html><head>", b"<?xml version='1.0'?>"]
)
def test_bytes_that_are_no_page_name_no_address(body: bytes) -> None:
    assert address_in(body) is None
