"""Microseconds to understand each printed form of a moment, and dateparser's in the same run where it is installed.

    python benchmarks/clock.py [ROUNDS]

The forms are those of the tests' table. The goal is at most 50 microseconds for each; the exit code is 1 above it. CPU
time of this process, the least of several rounds.
"""

import csv
import importlib
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from crawler.reading.processors.clock import parse_clock

_TABLE = Path(__file__).parent.parent / "tests/crawler/reading/processors/clock_forms.tsv"
_GOAL = 50.0
_ZONE, _NOW = ZoneInfo("Asia/Jakarta"), datetime(2026, 11, 23, 12, tzinfo=UTC)
_SETTINGS = {"DATE_ORDER": "DMY"}


def microseconds(work: Callable[[], object], calls: int, rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(calls):
            work()
        best = min(best, time.process_time() - start)
    return best / calls * 1e6


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with _TABLE.open(encoding="utf-8", newline="") as file:
        forms = [
            (row["id"], row["form"])
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["at"]
        ]
    try:
        parse = importlib.import_module("dateparser").parse
    except ImportError:
        parse = None
    warnings.simplefilter("ignore")
    ours: list[float] = []
    theirs: list[float] = []
    print(f"{'form':<36}{'us':>7}{'dateparser us':>15}{'ratio':>8}")
    for name, form in forms:
        own = microseconds(lambda form=form: parse_clock(form, zone=_ZONE, now=_NOW, source="x"), 500, rounds)  # type: ignore[misc]
        ours.append(own)
        if parse is None:
            print(f"{name:<36}{own:7.1f}")
            continue
        known = parse(form, languages=["id", "en"], settings=_SETTINGS) is not None
        other = microseconds(lambda form=form: parse(form, languages=["id", "en"], settings=_SETTINGS), 5, rounds)  # type: ignore[misc]
        theirs.append(other)
        print(f"{name:<36}{own:7.1f}{other:15.1f}{other / own:8.0f}{'' if known else '  None'}")
    print(
        f"{len(forms)} forms, median {statistics.median(ours):.1f} us, slowest {max(ours):.1f} us, goal {_GOAL:.0f} us"
    )
    if theirs:
        print(f"dateparser: median {statistics.median(theirs):.0f} us, {sum(theirs) / sum(ours):.0f} times as long")
    sys.exit(max(ours) > _GOAL)


if __name__ == "__main__":
    main()
