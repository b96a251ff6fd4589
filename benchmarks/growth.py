"""How the time of reading grows with a page: time(2n) / time(n) on hostile and on huge markup, up to the caps.

    python benchmarks/growth.py [NAME ...]

Prints a line for each kind of markup whose name contains one of NAME (all by default): the size at which the last
doubling was measured, the time there, and the worst ratio; exits 1 where one is 3 or more, which is more than linear.
A page is doubled until it meets a cap of the reader (2 MiB, 50,000 tags) or takes too long to go on.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from hostile import KINDS, PROSE, page

from archive.outlet import Outlet
from archive.page import Page
from crawler.reading.read import read

CAP_BYTES, CAP_TAGS = 2 * 1024 * 1024, 50_000
LIMIT = 3.0  # times the time of half as much
FLOOR = 0.04  # seconds: what is quicker is not judged, since its start weighs more than its size
PATIENCE = 20.0  # seconds: a page that takes longer is not doubled again
START = 250
OUTLET = Outlet(name="warta.example", title="Warta Contoh", domains=("warta.example",), house_names=("Warta Contoh",))
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def seconds(markup: str) -> float:
    """CPU time of reading, the quickest of three where that is cheap."""
    fetched = Page(address="https://warta.example/2026/kebun-sayur-atap", body=markup.encode(), fetched_at=NOW)
    taken = []
    while not taken or (len(taken) < 3 and taken[0] < 1):
        start = time.process_time()
        read((fetched,), OUTLET)
        taken.append(time.process_time() - start)
    return min(taken)


def growth(make: Callable[[int], str]) -> tuple[int, float, float]:
    """The last size in bytes, its time, and the worst time(2n) / time(n) of those that count.

    A ratio is the mean over two doublings where there were two: memory grows in steps, of which one alone looks bad.
    """
    count, taken, worst, size = START, list[float](), 0.0, 0
    while not taken or taken[-1] < PATIENCE:
        markup = make(count)
        if len(markup.encode()) > CAP_BYTES or markup.count("<") > CAP_TAGS:
            break
        taken.append(seconds(markup))
        size, count = len(markup.encode()), count * 2
        if len(taken) > 2 and taken[-2] >= FLOOR:
            worst = max(worst, (taken[-1] / taken[-3]) ** 0.5)
    return size, taken[-1], worst


def main() -> None:
    seconds(page(PROSE))
    wanted = sys.argv[1:] or [""]
    failed = []
    for name, make in KINDS.items():
        if not any(part in name for part in wanted):
            continue
        size, taken, worst = growth(make)
        print(f"{name!r:32} {size / 1024:8.0f} KiB {taken:8.3f} s  worst ratio {worst:5.2f}", flush=True)
        if worst >= LIMIT:
            failed.append(name)
    print(f"more than linear: {', '.join(map(repr, failed))}" if failed else "no kind grows by 3 or more")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
