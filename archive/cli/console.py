"""What the commands print to: text for people that no console can choke on, and UTF-8 bytes for programs."""

import re
import sys
from io import TextIOBase, TextIOWrapper
from typing import TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from rich.console import Console


def prepare() -> None:
    """Makes standard output and error accept every character: one that the console's encoding lacks becomes "?".

    Without it a headline with a typographic quote or an Arabic word ends a command under cp1252 with a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


class _Trimmed(TextIOBase):
    """A stream without the blanks that Rich fills lines with: in a file or a pipe they are noise."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._stream.encoding

    def write(self, text: str) -> int:
        return self._stream.write(re.sub(r" +$", "", text, flags=re.MULTILINE))

    def flush(self) -> None:
        self._stream.flush()


def console() -> "Console":
    """A Rich console on standard output: colours on a terminal only, ASCII frames where the encoding has no others."""
    from rich.console import Console

    file = None if sys.stdout.isatty() else cast("TextIO", _Trimmed(sys.stdout))
    return Console(file=file, highlight=False, markup=False, emoji=False)


def complain(line: str) -> None:
    """One line about what went wrong, on standard error."""
    sys.stderr.write(f"kliping: {' '.join(line.split())}\n")
    sys.stderr.flush()


def note(line: str) -> None:
    """One line for the person at the keyboard, on standard error, so that piped output stays clean."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def write_bytes(line: bytes) -> None:
    """One line of JSON on standard output: UTF-8 whatever the console's encoding is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(line + b"\n")
