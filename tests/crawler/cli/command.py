"""Runs the `kliping` command as a process of its own, as a person or a script would."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent.parent
START = "from crawler.cli.main import main; main()"


def kliping(
    *arguments: str,
    folder: Path,
    env: Mapping[str, str] | None = None,
    given: bytes | None = None,
    options: tuple[str, ...] = (),
) -> subprocess.CompletedProcess[bytes]:
    """The command with these arguments, run in `folder`, without settings of this machine.

    env: added to its environment; given: its standard input; options: of Python itself.
    """
    return subprocess.run(
        [sys.executable, *options, "-c", START, *arguments],
        cwd=folder,
        env=environment(folder) | dict(env or {}),
        input=b"" if given is None else given,
        capture_output=True,
        timeout=60,
    )


def environment(folder: Path) -> dict[str, str]:
    """The environment of a person who has set nothing."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KLIPING_", "PYTHON"))}
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "APPDATA": str(folder), "LOCALAPPDATA": str(folder)}
    return kept | home | {"PYTHONPATH": str(ROOT), "COLUMNS": "80", "PYTHONWARNINGS": "error"}
