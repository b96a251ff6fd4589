"""Writes articles as JSON Lines, whole or not at all."""

import gzip
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from errno import ENOENT
from io import BufferedWriter
from pathlib import Path
from typing import IO

from archive.jsonl import Form, KeptLine, to_line
from archive.store.archive import Archive


def lines(archive: Archive, *, ids: Sequence[str] | None = None, form: Form = "latest") -> Iterator[bytes]:
    """The lines of all articles, or of those in `ids`, in the archive's stable order; each without its newline.

    "latest": one Article a line, its newest wording; forgotten ones have none. "all": one line for every stretch of
    time in which a wording was seen, with its times, in sequence: the lossless form.
    """
    for row in archive.rows(ids=ids, revisions=form):
        if form == "all":
            kept = KeptLine(
                revision=row.revision,
                sequence=row.sequence,
                first_seen_at=row.first_seen_at,
                last_seen_at=row.last_seen_at,
                state=row.state,
            )
            yield to_line(kept, row.json)
        elif row.json is not None:
            yield row.json


def write(wanted: Iterable[bytes], out: Path) -> int:
    """Writes lines to a file, gzipped when it ends in .gz; gives how many. Raises OSError.

    The file appears under its name when it is whole and on the disk; until then, and after an error, what stood there
    stands. A device or a pipe is written as it is.
    """
    count = 0
    with _opened(out) as file:
        for line in wanted:
            file.write(line + b"\n")
            count += 1
    return count


@contextmanager
def _opened(out: Path) -> Iterator[IO[bytes]]:
    """The file to write to, replaced in one step at the end."""
    target = out.resolve()  # a link keeps pointing to the file
    if target.exists() and not target.is_file():
        with target.open("wb") as file, _packed(file, out) as packed:
            yield packed
        return
    if not target.parent.is_dir():
        raise FileNotFoundError(ENOENT, "there is no such folder; make it, or name another file", str(out))
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    begun = _begun(beside, out)
    try:
        with begun as file:
            with _packed(file, out) as packed:
                yield packed
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:  # also when interrupted: half a file is left nowhere
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _begun(beside: Path, out: Path) -> BufferedWriter:
    """The file that becomes `out` when it is whole; an error names `out`, which is what was asked for."""
    try:
        return beside.open("wb")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(out)) from None


@contextmanager
def _packed(file: IO[bytes], out: Path) -> Iterator[IO[bytes]]:
    if out.suffix != ".gz":
        yield file
        return
    # Without the time and the name in its header the same lines give the same bytes.
    with gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=file, mtime=0) as packed:
        yield packed  # type: ignore[misc]


def _sync_folder(folder: Path) -> None:
    """Puts the new name on the disk too, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
