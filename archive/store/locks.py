"""The lock that keeps an outlet from being crawled twice at once."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.errors import ArchiveUnwritable, OutletBusy
from archive.store.schema import lock_folder


@contextmanager
def crawling(archive: Path, outlet: str) -> Iterator[None]:
    """Holds the outlet's lock, which the system releases when the process dies. Raises OutletBusy at once."""
    from filelock import FileLock, Timeout  # loads asyncio, and a search takes no lock

    folder = lock_folder(archive)
    # a host without a name is an outlet too, and "127.0.0.1:8000" is no file name on Windows
    lock = FileLock(folder / f"{re.sub(r'[^A-Za-z0-9._-]', '_', outlet)}.lock", timeout=0, thread_local=False)
    try:
        folder.mkdir(exist_ok=True)
        lock.acquire()
    except Timeout:
        raise OutletBusy(outlet) from None
    except OSError as error:
        raise ArchiveUnwritable(str(folder), error.strerror or str(error)) from error
    try:
        yield
    finally:
        lock.release()
