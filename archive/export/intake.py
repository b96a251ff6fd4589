"""Takes JSON Lines back into an archive: all lines of a file, or none."""

import gzip
import zlib
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import BufferedReader
from threading import Event

import msgspec

from archive.article import Article
from archive.errors import BadLine, Unstorable
from archive.jsonl import from_line
from archive.revision import Outcome
from archive.store.archive import Archive
from archive.store.restore import Restored

_GZIP = b"\x1f\x8b"


def take_in(archive: Archive, file: BufferedReader, name: str, *, at: datetime) -> Counter[Outcome]:
    """Keeps every line of a file, in either form and gzipped or not, in one transaction; gives what each came to.

    name: of the file, for messages; at: when articles without times of their own were seen. Raises BadLine, or
    Unstorable for a line that contradicts itself; nothing of the file is kept then.
    """
    run = archive.begin_run("import", "import", at=at)
    stopped = Event()
    try:
        outcomes = archive.restore(_restored(file, name, stopped), run=run, at=at)
    except KeyboardInterrupt:
        # The lines are read by the archive's own thread; when Ctrl-C ends the command that fills our pipe, what came so
        # far would look like all of it.
        stopped.set()
        raise
    except (BadLine, Unstorable):
        archive.end_run(run, at=at, ended="bad line", counters={})
        raise
    archive.end_run(run, at=at, ended="finished", counters={outcome.value: n for outcome, n in outcomes.items()})
    return outcomes


def _restored(file: BufferedReader, name: str, stopped: Event) -> Iterator[Restored]:
    """What the lines hold; blank ones are passed over. Raises BadLine, also at the end when it was `stopped`."""
    number = 0
    for number, line in _lines(file, name):
        line = line.strip()
        if not line:
            continue
        try:
            found = from_line(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise BadLine(name, number, str(error)) from None
        if isinstance(found, Article):
            yield Restored(article=found, kept=None)
        else:
            yield Restored(article=found.article, kept=found.kept)
        if stopped.is_set():
            break
    if stopped.is_set():
        raise BadLine(name, number, "interrupted")


def _lines(file: BufferedReader, name: str) -> Iterator[tuple[int, bytes]]:
    """Numbered lines, unpacked where the file is gzipped, whatever it is called. Raises BadLine."""
    packed = file.peek(len(_GZIP)).startswith(_GZIP)
    number = 0
    try:
        for number, line in enumerate(gzip.GzipFile(fileobj=file) if packed else file, start=1):
            yield number, line.removeprefix(BOM_UTF8) if number == 1 else line
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BadLine(name, number + 1, f"the gzip file is damaged or cut ({error})") from None
