"""`kliping export`: articles as JSON Lines, to a file or to a pipe."""

from pathlib import Path
from typing import Annotated

import typer

from archive.cli.opening import Where, opened
from archive.jsonl import Form

Revisions = Annotated[
    Form,
    typer.Option("--revisions", help="latest: one article a line; all: every wording with its times, without loss."),
]


def export(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Only what this search finds; all when left out.")] = "",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FILE", help="Write to a file, gzipped when it ends in .gz; else standard output."
        ),
    ] = None,
    revisions: Revisions = "latest",
    archive: Where = None,
) -> None:
    """Write articles as JSON Lines, one line each, in an order that stays the same.

    A file appears when it is whole; an interrupted export leaves what stood there.

    Example: kliping export 'banjir since:2026-11' --out banjir.jsonl.gz
    """
    from archive.cli.console import note, write_bytes
    from archive.export.jsonl import lines, write
    from archive.search.engine import ids

    with opened(archive) as held:
        wanted = lines(held, ids=ids(held, query) if query.strip() else None, form=revisions)
        if out is None or str(out) == "-":
            for line in wanted:
                write_bytes(line)
        else:
            count = write(wanted, out)
            note(f"{count} lines in {out}")
