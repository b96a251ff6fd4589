"""The tables of phrases and names in data/: read once, each row as its columns."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@cache
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """The rows of data/<table>.tsv in order, without comment lines ("#") and empty ones."""
    lines = (_DATA / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
