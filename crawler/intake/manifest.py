"""The list that stands beside captures: MANIFEST.tsv, which names the address of each file."""

import csv
from pathlib import Path

from crawler.intake.saved import is_address

NAME = "MANIFEST.tsv"


class BadManifest(ValueError):
    """A MANIFEST.tsv that cannot be understood. `str()` is one clear line."""

    def __init__(self, path: Path, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(f"{path}: {why}; its first line must name the columns local_path and url, parted by tabs")


def addresses(path: Path) -> dict[Path, str | None]:
    """File -> its address, in the order of the rows; None where the row names no http or https address.

    Paths count from the manifest's folder. Columns other than local_path and url mean nothing here. A file that stands
    in two rows counts once, as in the first. Raises BadManifest, and OSError when the manifest cannot be read.
    """
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        rows = csv.DictReader((line.replace("\0", "") for line in lines), delimiter="\t", quoting=csv.QUOTE_NONE)
        if not {"local_path", "url"} <= set(rows.fieldnames or ()):
            raise BadManifest(path, "is no list of captures")
        found: dict[Path, str | None] = {}
        try:
            for row in rows:
                if name := (row["local_path"] or "").strip():
                    url = (row["url"] or "").strip()
                    found.setdefault(path.parent / name, url if is_address(url) else None)
        except csv.Error as error:
            raise BadManifest(path, f"line {rows.line_num} cannot be read ({error})") from None
    return found
