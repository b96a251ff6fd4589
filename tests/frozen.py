"""Frozen pages: their bytes and addresses, and the Article each is expected to give."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from archive.article import Article
from archive.jsonl import without_blanks
from archive.page import Page
from archive.visit import Refused
from crawler.intake.saved import address_in
from crawler.outlets import outlet_for, spider_for
from crawler.reading.joined import further_pages
from crawler.reading.loader import ArticleLoader
from crawler.reading.read import read
from crawler.workshop.serve import HOST, index

FOLDER = Path(__file__).parent / "pages"
SAMPLE = "warta"  # its pages are those of the sample site
_PART = re.compile(r"_\d+$")
FETCHED = datetime(2026, 5, 1, tzinfo=UTC)  # what relative times count from


@dataclass(frozen=True, slots=True)
class Frozen:
    """An article whose pages are in the repository; `expected` is the file of its golden form."""

    outlet: str
    slug: str

    @property
    def expected(self) -> Path:
        return FOLDER / self.outlet / f"{self.slug}.json"

    def pages(self) -> tuple[Page, ...]:
        """Its page, and those it says it goes on with; a real article's were not all captured."""
        first = self._page(f"{self.slug}.html")
        kept = {page.address: page for page in self._parts()}
        return (first, *(kept[address] for address in further_pages(first) if self.outlet == SAMPLE or address in kept))

    def read(self) -> Article | Refused:
        """What the reader makes of it, with the loader of its outlet."""
        pages = self.pages()
        spider = spider_for(pages[0].address)
        return read(pages, outlet_for(pages[0].address), spider.loader if spider else ArticleLoader)

    def _parts(self) -> Iterator[Page]:
        """Further pages stand beside the first as SLUG_2.html, SLUG_3.html ..."""
        number = 2
        while self._holds(name := f"{self.slug}_{number}.html"):
            yield self._page(name)
            number += 1

    def _holds(self, name: str) -> bool:
        if self.outlet == SAMPLE:
            return any(entry.file == name for entry in index().values())
        return (FOLDER / self.outlet / name).is_file()

    def _page(self, name: str) -> Page:
        if self.outlet == SAMPLE:
            entry = next(entry for entry in index().values() if entry.file == name)
            return Page(address=f"http://{HOST}{entry.path}", body=entry.body(), fetched_at=FETCHED)
        body = (FOLDER / self.outlet / name).read_bytes()
        address = address_in(body)
        assert address, f"{name}: its first line must be <!-- saved from url=(NNNN)https://... -->"
        return Page(address=address, body=body, fetched_at=FETCHED)


def all_frozen() -> list[Frozen]:
    """Every frozen article, also one whose golden is still to be written."""
    found = {Frozen(path.parent.name, path.stem) for path in FOLDER.glob("*/*.json")}
    found |= {Frozen(path.parent.name, path.stem) for path in FOLDER.glob("*/*.html") if not _PART.search(path.stem)}
    found |= {Frozen(SAMPLE, entry.file.removesuffix(".html")) for entry in index().values() if entry.kind == "article"}
    return sorted(found, key=lambda frozen: (frozen.outlet, frozen.slug))


def golden(article: Article) -> dict[str, Any]:
    """The form of a golden file: builtins without blanks and without the reader's version."""
    form: dict[str, Any] = without_blanks(msgspec.to_builtins(article))
    del form["reading"]["reader"]
    return without_blanks(form)  # type: ignore[no-any-return]


def lost(old: Any, new: Any, where: str = "") -> list[str]:
    """The values that were and are no more: keys that are gone, and lists that are shorter."""
    if isinstance(old, dict) and isinstance(new, dict):
        gone = [f"{where}.{key}".lstrip(".") for key in old if key not in new]
        return gone + [path for key in old if key in new for path in lost(old[key], new[key], f"{where}.{key}")]
    if isinstance(old, list) and isinstance(new, list):
        if len(new) < len(old):
            return [f"{where.lstrip('.')} ({len(old)} to {len(new)})"]
        return [path for n, pair in enumerate(zip(old, new, strict=False)) for path in lost(*pair, f"{where}[{n}]")]
    return []
