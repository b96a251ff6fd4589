"""A real archive in a file, filled with articles."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from archive.article import Article
from archive.store.archive import Archive, open_archive
from archive.store.restore import Restored

SEEN_AT = datetime(2026, 11, 20, 8, 30, 15, 250_000, tzinfo=UTC)


@contextmanager
def filled(path: Path, articles: Iterable[Article], *, at: datetime = SEEN_AT) -> Iterator[Archive]:
    """The archive at `path`, made where there is none, with these articles seen `at`."""
    with open_archive(str(path)) as archive:
        keep(archive, articles, at=at)
        yield archive


def keep(archive: Archive, articles: Iterable[Article], *, at: datetime) -> None:
    """Keeps articles as one import does."""
    run = archive.begin_run("import", "import", at=at)
    archive.restore([Restored(article=article, kept=None) for article in articles], run=run, at=at)
    archive.end_run(run, at=at, ended="finished", counters={})
