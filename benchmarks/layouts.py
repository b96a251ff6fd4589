"""Folders of pages as the jobs that readers are given: labelled, frozen and public ones with truth, or pages alone."""

import csv
import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality_worker import answer

from archive.jsonl import from_json
from crawler import workshop
from crawler.workshop.serve import HOST, index

SITE = Path(workshop.__file__).parent / "site"
_PUBLIC = "ground-truth.json"
_SAMPLE = "warta"  # the frozen outlet whose pages are those of the sample site
_PHRASE = 2  # words of a promo: a single word ("Advertisement") may rightly stand in a text


@dataclass(frozen=True, slots=True)
class Job:
    """A page to read. name: how it is shown; url: None where it is not known; truth: None where there is none."""

    name: str
    path: Path
    url: str | None = None
    truth: Mapping[str, Any] | None = None


def jobs_of(folder: Path, pages: Sequence[Path], scratch: Path) -> list[Job]:
    """The jobs of a folder in whichever layout it has, sorted by name.

    pages: where the pages of labelled truths stand, beside the folder itself; scratch: for pages that must be unpacked.
    """
    truths = folder / "truth" if (folder / "truth").is_dir() else folder
    if (folder / _PUBLIC).is_file():
        found = _public(folder, scratch)
    elif any("__" in path.name for path in truths.glob("*.json")):
        found = _labelled(truths, (*pages, folder, folder / "pages"))
    elif next(folder.glob("*/*.json"), None) is not None:
        found = _frozen(folder)
    else:
        found = _bare(folder)
    return sorted(found, key=lambda job: job.name)


def _labelled(truths: Path, pages: Sequence[Path]) -> Iterator[Job]:
    """Hand labels: truth/*.json, each naming its page ("page": "outlet/file.html") and its address."""
    for file in truths.glob("*.json"):
        truth = json.loads(file.read_text(encoding="utf-8"))
        path = next((found for place in pages if (found := place / truth["page"]).is_file()), None)
        if path is not None:
            yield Job(truth["page"], path, truth.get("url"), truth)


def _frozen(folder: Path) -> Iterator[Job]:
    """Frozen pages: <outlet>/<slug>.html beside <slug>.json, the Article that it must give.

    An article of several pages is left out, since readers are given one page.
    """
    for file in folder.glob("*/*.json"):
        path = file.with_suffix(".html")
        if file.parent.name == _SAMPLE:
            path = SITE / path.name
        golden = json.loads(file.read_text(encoding="utf-8"))
        if not path.is_file() or golden.get("pages", {}).get("joined", 1) > 1:
            continue
        yield Job(f"{file.parent.name}/{path.name}", path, golden["url"], _truth_of(golden))


def _truth_of(golden: dict[str, Any]) -> dict[str, Any]:
    """What a golden Article says, in the form of a truth; what it leaves out is not printed on its page."""
    golden["reading"] = {**golden.get("reading", {}), "reader": ""}
    article = from_json(json.dumps(golden))
    told = answer(article)
    clock = article.published
    told["dateline"] = told["dateline"] or False
    told["published"] = (told["published"] or False) if clock is None or not clock.relative else None
    told["precision"] = "minute" if clock and clock.precision in ("second", "minute") else "day"
    told["signoff"] = article.signoff
    told["promo"] = [promo.text for promo in article.promos if len(promo.text.split()) >= _PHRASE]
    return told


def _public(folder: Path, scratch: Path) -> Iterator[Job]:
    """The article-extraction-benchmark: ground-truth.json, {id: {"articleBody", "url"}}, and html/<id>.html.gz."""
    for key, told in json.loads((folder / _PUBLIC).read_text(encoding="utf-8")).items():
        path, packed = folder / "html" / f"{key}.html", folder / "html" / f"{key}.html.gz"
        if not path.is_file() and packed.is_file():
            path = scratch / f"{key}.html"
            path.write_bytes(gzip.decompress(packed.read_bytes()))
        if path.is_file():
            yield Job(key, path, told.get("url"), {"body": told["articleBody"]})


def _bare(folder: Path) -> Iterator[Job]:
    """Pages without truth: *.html, with MANIFEST.tsv (local_path, url) where their addresses are known."""
    manifest, known = folder / "MANIFEST.tsv", dict[str, str]()
    if manifest.is_file():
        with manifest.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            known = {row["local_path"]: row["url"] for row in rows}
    elif folder.resolve() == SITE.resolve():
        known = {entry.file: f"http://{HOST}{entry.path}" for entry in index().values() if entry.file}
    for path in folder.rglob("*.html"):
        name = path.relative_to(folder).as_posix()
        yield Job(name, path, known.get(name) or None)
