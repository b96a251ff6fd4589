"""`kliping import`: JSON Lines taken back into an archive."""

import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from archive.cli.opening import AsJson, Where, opened

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from io import BufferedReader


def import_(
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="What `export` wrote, gzipped or not; - is standard input.")
    ],
    as_json: AsJson = False,
    archive: Where = None,
) -> None:
    """Take in JSON Lines that export wrote, in either form, into an archive that may hold articles already.

    All lines are taken or none: a line that is cut or is no article ends the import and leaves the archive as it was.

    Example: kliping import kliping.jsonl
    """
    import msgspec

    from archive.cli.console import console, write_bytes
    from archive.export.intake import take_in
    from archive.revision import Outcome

    with _read(file) as stream, opened(archive, must_exist=False) as held:
        outcomes = take_in(held, stream, file, at=datetime.now(UTC))
    counts = {outcome.value: outcomes[outcome] for outcome in Outcome}
    if as_json:
        write_bytes(msgspec.json.encode(counts))
    else:
        console().print(f"{file}: " + ", ".join(f"{count} {name}" for name, count in counts.items()))


def _read(file: str) -> "AbstractContextManager[BufferedReader]":
    if file == "-":
        return nullcontext(cast("BufferedReader", sys.stdin.buffer))
    return Path(file).open("rb")
