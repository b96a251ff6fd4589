"""`kliping add`: keeps pages that a person already has, or names, through the reader and the steps of a crawl."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archive.cli.opening import AsJson, Where, opened

if TYPE_CHECKING:
    from crawler.cli.tally import Tally
    from crawler.intake.files import Source


def add(
    targets: Annotated[
        list[str], typer.Argument(metavar="PATH|URL...", help="Files, folders and addresses.", show_default=False)
    ],
    url: Annotated[
        str | None, typer.Option("--url", metavar="URL", help="The address of the one file.", show_default=False)
    ] = None,
    as_json: AsJson = False,
    archive: Where = None,
) -> None:
    """Keep pages you already have: HTML files, folders of them, texts copied from a browser, single addresses.

    The address of a file comes from --url, from a MANIFEST.tsv (columns local_path and url), from the browser's "saved
    from url" comment or from the page's own canonical link. A page that is no article is refused with its reason.

    Example: kliping add saved-pages/
    """
    from crawler.cli.keeping import keep_files, keep_named
    from crawler.cli.tally import Tally
    from crawler.intake.saved import is_address

    named = [target for target in targets if is_address(target)]
    files = _sources([target for target in targets if target not in named], url)
    tally = Tally()
    if files:
        with opened(archive, must_exist=False) as held:
            keep_files(held, files, tally)
    code = keep_named(named, archive, tally) if named else 0
    _report(tally, as_json)
    if code or not tally.any_kept():
        raise typer.Exit(code or 1)


def _sources(paths: Sequence[str], url: str | None) -> "list[Source]":
    """The files that the paths mean, each once. Raises BadAddress for a --url that is none."""
    from archive.address import clean
    from archive.cli.console import complain
    from crawler.intake.files import Source, sources
    from crawler.intake.manifest import BadManifest

    if url is not None:
        clean(url)
        if len(paths) != 1 or Path(paths[0]).is_dir():
            raise typer.BadParameter("names the address of one file; name one", param_hint="--url")
        return [Source(path=Path(paths[0]), address=url)]
    try:
        found = [source for path in paths for source in sources(Path(path))]
    except BadManifest as error:
        complain(str(error))
        raise typer.Exit(1) from None
    return list({source.path.absolute(): source for source in reversed(found)}.values())[::-1]


def _report(tally: "Tally", as_json: bool) -> None:
    import msgspec

    from archive.cli.console import complain, console, write_bytes
    from crawler.cli.refusal import sentence

    if as_json:
        write_bytes(msgspec.json.encode(tally.as_json()))
        return
    for refusal in tally.refusals:
        complain(sentence(refusal.where, refusal.refused))
    console().print(tally.table())
