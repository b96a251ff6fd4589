"""Marks each Visit with the identity and the fingerprint of its article; drops nothing."""

from archive.fingerprint import mark
from archive.visit import Visit


class Dedupe:
    """The first step of a crawl's pipelines."""

    def process_item(self, item: Visit) -> Visit:
        """The Visit with its mark."""
        return mark(item)
