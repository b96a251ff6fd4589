"""Keeps a folder of real captures twice, and prints a table a site: kept, refused by reason, fields filled."""

import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from csv import QUOTE_NONE, DictReader
from pathlib import Path

from archive.article import Article
from archive.jsonl import from_json
from archive.store.archive import Archive, open_archive
from crawler.cli.keeping import keep_files
from crawler.cli.tally import Tally
from crawler.intake.files import sources
from crawler.intake.manifest import NAME

FIELDS: Mapping[str, Callable[[Article], object]] = {
    "kicker": lambda article: article.kicker,
    "deck": lambda article: article.deck,
    "dateline": lambda article: article.dateline,
    "byline": lambda article: article.byline and (article.byline.people or article.byline.text),
    "published": lambda article: article.published and article.published.at,
    "updated": lambda article: article.updated and article.updated.at,
    "rubric": lambda article: article.rubric,
    "tags": lambda article: article.tags,
    "language": lambda article: article.language,
    "headings": lambda article: any(section.heading for section in article.sections),
    "promos": lambda article: article.promos,
    "images": lambda article: article.images,
    "signoff": lambda article: article.signoff,
    "form": lambda article: article.comment_form.state != "absent",
    "access": lambda article: article.access != "unknown",
    "unread": lambda article: article.published and article.published.text and not article.published.at,
}


def main() -> None:
    folder = Path(sys.argv[1])
    found = sources(folder)
    with tempfile.TemporaryDirectory() as place, open_archive(f"{place}/adding.db") as archive:
        first = Tally()
        began = time.perf_counter()
        keep_files(archive, found, first)
        seconds = time.perf_counter() - began
        sizes = _sizes(archive)
        _table(archive, first)
        _kinds(folder, first)
        for refusal in first.refusals:
            print(f"  {refusal.where}: {refusal.refused}")
        print(f"{len(found)} files in {seconds:.1f} s: {len(found) / seconds:.0f} files/s; {first.counters()}")
        second = Tally()
        keep_files(archive, found, second)
        print(f"again: {second.counters()}; (articles, revisions, stretches) {sizes} -> {_sizes(archive)}")
        if _sizes(archive)[:2] != sizes[:2]:
            sys.exit("the second run added articles or revisions")


def _sizes(archive: Archive) -> tuple[int, int, int]:
    rows = list(archive.rows(revisions="all"))
    return len({row.article for row in rows}), len({row.revision for row in rows}), len(rows)


def _table(archive: Archive, tally: Tally) -> None:
    """Counts of fields are of articles, each in its newest wording; `kept` counts files."""
    filled: dict[str, Counter[str]] = defaultdict(Counter)
    for row in archive.rows():
        if row.json is not None:
            article = from_json(row.json)
            filled[article.outlet].update(["articles", *(name for name, of in FIELDS.items() if of(article))])
            filled["all"].update(["articles", *(name for name, of in FIELDS.items() if of(article))])
    reasons: dict[str, Counter[str]] = defaultdict(Counter)
    for refusal in tally.refusals:
        outlet = next((name for name in tally.outlets if name in (refusal.address or "")), "unknown")
        reasons[outlet][refusal.refused.reason.value] += 1
    print("outlet                kept articles", *(f"{name:>9}" for name in FIELDS), " refused")
    for outlet, counts in [*sorted(tally.outlets.items()), ("all", Counter(tally.counters()))]:
        cells = (f"{filled[outlet][name]:9}" for name in FIELDS)
        kept = counts.total() - counts["refused"]
        refused = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons[outlet].items()))
        print(f"{outlet:22}{kept:4} {filled[outlet]['articles']:8}", *cells, f" {refused}")


def _kinds(folder: Path, tally: Tally) -> None:
    """What became of each kind of page, where a manifest says the kind."""
    refused = {Path(refusal.where) for refusal in tally.refusals}
    kinds: Counter[tuple[str, bool]] = Counter()
    with suppress(FileNotFoundError), (folder / NAME).open(encoding="utf-8-sig") as lines:
        for row in DictReader(lines, delimiter="\t", quoting=QUOTE_NONE):
            kind = row.get("kind", "?") + ("" if row["url"] else " without an address in the manifest")
            kinds[kind, folder / row["local_path"] in refused] += 1
    for kind in sorted({kind for kind, _ in kinds}):
        kept, all_of = kinds[kind, False], kinds[kind, False] + kinds[kind, True]
        print(f"{kind}: {kept} of {all_of} kept ({kept / all_of:.1%})")


if __name__ == "__main__":  # worker processes import this file
    main()
