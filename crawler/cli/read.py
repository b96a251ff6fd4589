"""`kliping read`: prints the Article of one page, and touches no archive."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from archive.article import Article
    from archive.page import Page
    from archive.visit import Refused


def read(
    targets: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL|-",
            help="A file, an address, or - for standard input; of an article in parts, its pages in order.",
            show_default=False,
        ),
    ],
    url: Annotated[
        str | None, typer.Option("--url", metavar="URL", help="The address of the page.", show_default=False)
    ] = None,
    pretty: Annotated[bool, typer.Option("--pretty", help="Show it as a reader would like to see it.")] = False,
) -> None:
    """Print the article of one page as a line of JSON: an HTML file, an address, or a text copied from a browser.

    A file's address comes from --url, from a MANIFEST.tsv in a folder above it, from the browser's "saved from url"
    comment or from the page's own canonical link; a file without any is read too.

    Example: kliping read page.html --pretty
    """
    from archive.visit import Refused
    from crawler.outlets import outlet_for
    from crawler.reading.read import read as read_pages

    pages = pages_of(targets, url)
    outcome = read_pages(pages, outlet_for(pages[0].address))
    if isinstance(outcome, Refused):
        refuse(targets[0], outcome)
    _print(outcome, pretty)


def pages_of(targets: Sequence[str], url: str | None) -> "list[Page]":
    """The pages of one article; url: the address of the first. Ends the command for a page that cannot be had."""
    from archive.address import clean
    from archive.visit import Refused
    from crawler.intake.saved import is_address

    if url is not None:
        clean(url)  # raises what the command line reports as wrong use
    pages: list[Page] = []
    for target in targets:
        got = _pages(target, None if pages else url)
        if isinstance(got, Refused):
            refuse(target, got)
        pages.extend(got)
    # Parts that name no address of their own are pages of the first one's.
    return [page if is_address(page.address) else replace(page, address=pages[0].address) for page in pages]


def _pages(target: str, url: str | None) -> "tuple[Page, ...] | Refused":
    from archive.page import Page
    from crawler.intake.files import Source, load, page_of, source
    from crawler.intake.saved import is_address

    if target == "-":
        return (page_of(sys.stdin.buffer.read(), address=url, at=datetime.now(UTC)),)
    if is_address(target):
        from crawler.intake.web import fetch

        return fetch(target)
    found = source(Path(target))
    page = load(Source(path=found.path, address=url or found.address))
    return (page,) if isinstance(page, Page) else page


def refuse(target: str, refused: "Refused") -> NoReturn:
    """Ends the command with the reason why a page gave no article."""
    from archive.cli.console import complain
    from crawler.cli.refusal import sentence

    complain(sentence("standard input" if target == "-" else target, refused))
    raise typer.Exit(1)


def _print(article: "Article", pretty: bool) -> None:
    from archive.cli.console import console, write_bytes
    from archive.jsonl import to_json

    if not pretty:
        write_bytes(to_json(article))
        return
    from archive.cli.page_view import show_article

    show_article(console(), article)
