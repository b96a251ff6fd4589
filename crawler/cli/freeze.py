"""`kliping freeze`: makes a frozen page of an article, for the tests of an outlet."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from archive.article import Article
    from archive.page import Page

_FOLDER = Path("tests", "pages")
_OUTLET = re.compile(r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*")


def freeze(
    outlet: Annotated[
        str, typer.Argument(metavar="OUTLET", help="The outlet's name: its folder in tests/pages.", show_default=False)
    ],
    targets: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|URL...",
            help="A saved page, an address, or - for standard input; of an article in parts, its pages in order.",
            show_default=False,
        ),
    ],
    url: Annotated[
        str | None, typer.Option("--url", metavar="URL", help="The address of the page.", show_default=False)
    ] = None,
) -> None:
    """Freeze the page of an article for the tests: its markup stays, its words are invented.

    Writes tests/pages/OUTLET/SLUG.html, further pages as SLUG_2.html and so on; run it in a copy of the project. A
    site without a spider of its own goes by its registered domain, as in kabar.co.id. Fields in which the frozen page
    does not read like the original are named, one line each.

    Example: kliping freeze tempo page.html
    """
    from archive.cli.console import complain, note
    from crawler.cli.read import pages_of
    from crawler.workshop.freeze import slug_of

    if not _OUTLET.fullmatch(outlet):
        raise typer.BadParameter(f"{outlet!r} is no name of an outlet, as in tempo or kabar.co.id", param_hint="OUTLET")
    if not _FOLDER.is_dir():
        complain(f"{_FOLDER.as_posix()}: no such folder here; run it in a copy of the project")
        raise typer.Exit(1)
    article, bodies = _frozen(pages_of(targets, url), targets[0])
    written = _write(_FOLDER / outlet, slug_of(article), bodies)
    note(f"wrote {', '.join(path.as_posix() for path in written)}")
    note(f"next: pytest tests/test_pages.py -k {outlet} --update-expected, and read the JSON")


def _frozen(pages: "Sequence[Page]", target: str) -> "tuple[Article, tuple[bytes, ...]]":
    """The frozen pages and the Article they give. Ends the command for what is no article."""
    from dataclasses import replace

    from archive.cli.console import complain
    from archive.reason import Reason
    from archive.visit import Refused
    from crawler.cli.read import refuse
    from crawler.intake.saved import address_in, is_address
    from crawler.workshop.freeze import freeze as freeze_pages
    from crawler.workshop.freeze import reading
    from crawler.workshop.outline import differences

    original = reading(pages)
    if isinstance(original, Refused):
        refuse(target, original)
    if not is_address(pages[0].address):
        refuse(target, Refused(reason=Reason.NO_ADDRESS, field="url"))
    bodies = freeze_pages(pages)
    frozen = reading(
        [
            replace(page, body=body, address=address_in(body) or page.address, headers=())
            for page, body in zip(pages, bodies, strict=True)
        ]
    )
    if isinstance(frozen, Refused):
        complain(f"{target}: its frozen page would be no article: {frozen}; please report the page")
        raise typer.Exit(1)
    for field in differences(original, frozen):
        complain(f"{target}: the frozen page reads otherwise in its {field}")
    return frozen, bodies


def _write(folder: Path, slug: str, bodies: Sequence[bytes]) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [
        folder / f"{slug}_{number}.html" if number > 1 else folder / f"{slug}.html"
        for number in range(1, len(bodies) + 1)
    ]
    for path, body in zip(paths, bodies, strict=True):
        path.write_bytes(body)
    return paths
