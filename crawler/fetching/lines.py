"""Writes the articles of a crawl's feed export (`-O x.jsonl`) as the canonical lines of an export from the archive."""

from typing import IO, Any

from scrapy.exporters import BaseItemExporter

from archive.article import Article
from archive.jsonl import to_json


class LinesExporter(BaseItemExporter):
    """Scrapy's exporter for JSON Lines; its options of form (indent, fields) have no meaning here."""

    def __init__(self, file: IO[bytes], **options: Any) -> None:
        super().__init__(dont_fail=True, **options)
        self._file = file
        self._written: set[tuple[str, int]] = set()

    def export_item(self, item: Article) -> None:
        """Writes one line; the same article under another of its addresses is no second one."""
        line = to_json(item)
        if (mark := (item.id, hash(line))) not in self._written:
            self._written.add(mark)
            self._file.write(line + b"\n")
