"""How right and how fast pages are read, by us and by the peers that are installed, side by side in one run."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

sys.dont_write_bytecode = True

from layouts import SITE, Job, jobs_of  # noqa: E402
from scoring import COLUMNS, Scores, means, score  # noqa: E402

HERE = Path(__file__).parent
ROOT = HERE.parent
OURS, PARSE, YARDSTICK = "ours", "parse", "trafilatura"
_MOST_PARSES, _LEAST_RATE = 6, 4  # the goals: times a bare parse at most, times trafilatura's rate at least
_HELP = """
FOLDER, any of:
  labelled   truth/*.json (or a folder of such files): {"page": "outlet/file.html", "url", "headline", "dateline", ...},
             its pages in FOLDER or in --pages FOLDER
  frozen     <outlet>/<slug>.html with <slug>.json, the Article it must give (default: tests/pages); a golden file is
             what our own reader gave once, so that ours is near 1 there unless something broke
  public     ground-truth.json {id: {"articleBody", "url"}} with html/<id>.html.gz: the article-extraction-benchmark
  pages      *.html, with MANIFEST.tsv (local_path, url) where addresses are known: speed alone

The table: means over the pages that a column can judge, "-" where truth or tool lacks it. whole: all at once;
no_dateli: no dateline claimed where none is printed; in_body: a dateline left in the text; invented: a date wrong by a
day or more; x_: claimed where none is printed; P, R, F1: of the body, by runs of four words; leak: promo or credits in
the body; pages/s: CPU time of the tool alone, the median of the rounds; under the table the ratios of this run.

Peers: those installed in this environment, in .venv/peers*/ and in each --peers PYTHON; see requirements-peers.txt.
"""


@dataclass(slots=True)
class Tool:
    """A reader as a worker process. seconds: CPU time of each round; answers: of the last round, one a job."""

    name: str
    command: Sequence[str]
    seconds: list[float] = field(default_factory=list)
    answers: list[Mapping[str, Any]] = field(default_factory=list)

    def work(self, jobs: Sequence[Job]) -> None:
        """Reads all pages once; the first one twice, so that what a tool loads at its first page is not counted."""
        lines = [json.dumps({"path": str(job.path.resolve()), "url": job.url}) + "\n" for job in (jobs[0], *jobs)]
        done = subprocess.run(self.command, input="".join(lines), capture_output=True, text=True, encoding="utf-8")
        told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        if len(told) != len(lines):
            raise RuntimeError(f"{self.name}: {len(told)} answers of {len(lines)}\n{done.stderr[-1000:]}")
        self.answers = told[1:]
        self.seconds.append(sum(one.get("cpu", one["seconds"]) for one in self.answers))

    @property
    def rate(self) -> float:
        """Pages a second of CPU time."""
        return len(self.answers) / median(self.seconds)


def tools_of(pythons: Sequence[Path], only: Sequence[str]) -> list[Tool]:
    """Ours and every peer, each from the first environment that has it; the bare parse from our own."""
    found = {OURS: Tool(OURS, (sys.executable, str(HERE / "quality_worker.py")))}
    for python in (Path(sys.executable), *sorted(ROOT.glob(".venv/peers*/bin/python")), *pythons):
        command = [str(python), str(HERE / "peers.py")]
        listed = subprocess.run([*command, "--installed"], capture_output=True, text=True, check=True)
        for name in listed.stdout.split():
            found.setdefault(name, Tool(name, (*command, name)))
    unknown = set(only) - found.keys()
    if unknown:
        sys.exit(f"not installed: {', '.join(sorted(unknown))}; here are {', '.join(found)}")
    return [tool for name, tool in found.items() if not only or name in only]


def print_table(tools: Sequence[Tool], rows: Mapping[str, list[Scores]]) -> None:
    print("tool".ljust(20) + "".join(column[:9].rjust(10) for column in COLUMNS) + "pages/s".rjust(10))
    for tool in tools:
        told = means(rows[tool.name]) if tool.name != PARSE else {}
        cells = (f"{told[column]:.3f}" if column in told else "-" for column in COLUMNS)
        print(tool.name.ljust(20) + "".join(cell.rjust(10) for cell in cells) + f"{tool.rate:10.1f}")


def print_worst(jobs: Sequence[Job], rows: Sequence[Scores], count: int) -> None:
    """Our pages that are not whole, the worst body first."""
    wrong = [(row.get("F1", 1.0), job.name, row) for job, row in zip(jobs, rows, strict=True) if not row.get("whole")]
    for _, name, row in sorted(wrong, key=lambda one: one[:2])[:count]:
        print(f"  {name}", *(f"{column}={value:.2f}" for column, value in row.items()))


def print_ratios(tools: Sequence[Tool]) -> None:
    rates = {tool.name: tool.rate for tool in tools}
    ours = rates.pop(OURS, None)
    if ours is None:
        return
    if parse := rates.pop(PARSE, None):
        print(f"{OURS}: {parse / ours:.2f} times a bare lxml parse (goal: at most {_MOST_PARSES})")
    for name, rate in rates.items():
        goal = f" (goal: at least {_LEAST_RATE})" if name == YARDSTICK else ""
        print(f"{OURS}: {ours / rate:.2f} times the rate of {name}{goal}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=_HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("folder", nargs="?", type=Path, default=ROOT / "tests" / "pages", help='"site": the sample site of the demo')
    add("--pages", action="append", type=Path, default=[], help="where the pages of labelled truths stand")
    add("--peers", action="append", type=Path, default=[], help="the Python of an environment that has peers")
    add("--only", default="", help="tools to run, joined by commas: ours, parse, trafilatura ...")
    add("--rounds", type=int, default=3, help="how often each tool reads all pages, in turns (default: 3)")
    add("--worst", type=int, default=0, help="how many of our pages that are not whole to show")
    add("--json", type=Path, help="a file for all scores, page by page")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    folder = SITE if str(asked.folder) == "site" else asked.folder
    with tempfile.TemporaryDirectory() as scratch:
        jobs = jobs_of(folder, asked.pages, Path(scratch))
        if not jobs:
            sys.exit(f"{folder}: no pages")
        tools = tools_of(asked.peers, [name for name in asked.only.split(",") if name])
        for _ in range(asked.rounds):
            for tool in tools:
                tool.work(jobs)
    judged = sum(job.truth is not None for job in jobs)
    print(f"{len(jobs)} pages, {judged} with truth, {asked.rounds} rounds")
    rows = {
        tool.name: [score(said, job.truth or {}) for said, job in zip(tool.answers, jobs, strict=True)]
        for tool in tools
    }
    print_table(tools, rows)
    if OURS in rows:
        print_worst(jobs, rows[OURS], asked.worst)
    print_ratios(tools)
    if asked.json:
        told = {
            tool.name: {
                "pages_s": tool.rate,
                "pages": dict(zip([job.name for job in jobs], rows[tool.name], strict=True)),
            }
            for tool in tools
        }
        asked.json.write_text(json.dumps(told, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
