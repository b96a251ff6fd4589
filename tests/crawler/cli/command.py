"""Runs the `kliping` command: as a process of its own, as a script would, or faster in this one."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from unittest.mock import patch

from crawler.cli.main import main

ROOT = Path(__file__).parent.parent.parent.parent
START = "from crawler.cli.main import main; main()"


def kliping(
    *arguments: str,
    folder: Path,
    env: Mapping[str, str] | None = None,
    given: bytes = b"",
    options: tuple[str, ...] = (),
) -> subprocess.CompletedProcess[bytes]:
    """The command with these arguments as a process, run in `folder`, without settings of this machine.

    env: added to its environment; given: its standard input; options: of Python itself.
    """
    return subprocess.run(
        [sys.executable, *options, "-c", START, *arguments],
        cwd=folder,
        env=environment(folder) | dict(env or {}),
        input=given,
        capture_output=True,
        timeout=60,
    )


def kliping_here(
    *arguments: str, folder: Path, env: Mapping[str, str] | None = None, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """The same inside this process, which spares the start of another. given: its standard input."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    read = io.TextIOWrapper(io.BufferedReader(io.BytesIO(given)), encoding="utf-8")
    code: object = None
    with (
        chdir(folder),
        patch.dict(os.environ, environment(folder) | dict(env or {}), clear=True),
        patch.object(sys, "argv", ["kliping", *arguments]),
        patch.object(sys, "stdin", read),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code
        out.flush()
        err.flush()
    assert isinstance(code, int)
    assert isinstance(out.buffer, io.BytesIO)
    assert isinstance(err.buffer, io.BytesIO)
    return subprocess.CompletedProcess(arguments, code, out.buffer.getvalue(), err.buffer.getvalue())


def environment(folder: Path) -> dict[str, str]:
    """The environment of a person who has set nothing."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KLIPING_", "PYTHON"))}
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "APPDATA": str(folder), "LOCALAPPDATA": str(folder)}
    return kept | home | {"PYTHONPATH": str(ROOT), "COLUMNS": "80", "PYTHONWARNINGS": "error"}
