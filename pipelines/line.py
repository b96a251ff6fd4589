"""The steps of a crawl's pipelines without an engine, for pages that a person adds: mark, then keep."""

from concurrent.futures import Future

from archive.fingerprint import mark
from archive.store.archive import Archive
from archive.store.keep import Kept
from archive.visit import Visit


class Line:
    """Keeps Visits under one run of an archive."""

    def __init__(self, archive: Archive, run: int) -> None:
        self._archive, self._run = archive, run

    def keep(self, visit: Visit) -> Future[Kept]:
        """Done when the Visit's transaction is on disk; holds what went wrong with the archive otherwise."""
        return self._archive.submit(mark(visit), run=self._run)
