"""Opens the archive that a command works on: the one named with --archive, in the environment or in kliping.toml."""

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archive.config import load

if TYPE_CHECKING:
    from archive.store.archive import Archive

Where = Annotated[
    str | None,
    typer.Option(
        "--archive",
        metavar="PATH|URL",
        help="The archive; else KLIPING_ARCHIVE, else kliping.toml, else kliping.db here.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def opened(where: str | None, *, must_exist: bool = True) -> "AbstractContextManager[Archive]":
    """The archive, to be used in `with`. must_exist: never make a new one. Raises ConfigError, ArchiveError."""
    from archive.store.archive import open_archive

    return open_archive(where or load(os.environ, Path.cwd()).archive, must_exist=must_exist)
