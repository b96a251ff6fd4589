"""`kliping demo`: crawls the sample site of this package, and shows what can be done with what was kept."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from archive.cli.console import complain, console
from archive.config import load

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from archive.article import Article
    from archive.store.keep import Kept
    from archive.visit import Visit
    from crawler.fetching.frontier import Ended

EXPORT = "kliping.jsonl"
QUERY = "buku"  # "book": in several articles, in prose and in headlines
SHOWN = "http://warta.example/harga-cabai-di-pasar-sungai-rengas-turun/"  # has a kicker, a deck, a table, an editor
# On this machine nobody is disturbed: no pause between two requests.
_FAST = {"DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS_PER_DOMAIN": 8}
_OTHER_COLUMNS = 45  # "warta.example", a date and "UNCHANGED" with their frames

Outcomes = dict[str, tuple["Article", "Kept"]]  # by the article's id


def demo() -> None:
    """Crawl a small sample site on this machine, and show what was kept.

    The site is served over real HTTP on a free port; its articles go into the archive of this folder (kliping.db),
    then into kliping.jsonl. Run again, every article is unchanged, and so is the file.

    Example: kliping demo
    """
    from archive.cli.export import export
    from archive.cli.search import search
    from archive.cli.show import show
    from crawler.cli.ending import exit_code, problem

    where = load(os.environ, Path.cwd()).archive
    screen = console()
    ended, outcomes = _crawl(screen)
    if line := problem(ended):
        complain(line)
    if code := exit_code(ended):
        raise typer.Exit(code)
    screen.print(_table(outcomes, screen.width))
    _step(screen, f"kliping search {QUERY} --limit 3")
    search(QUERY, limit=3)
    _step(screen, f"kliping show {SHOWN}")
    show(SHOWN)
    _step(screen, f"kliping export --out {EXPORT}")
    export(out=Path(EXPORT))
    _what_next(screen, where)


def _crawl(screen: "Console") -> "tuple[Ended | None, Outcomes]":
    """Crawls the sample site with the spider for any WordPress site, asking again for every article that is known."""
    from crawler.cli.progress import live
    from crawler.fetching.frontier import KEPT
    from crawler.fetching.process import run, settings
    from crawler.workshop.serve import ADDRESS, SampleSite

    outcomes: Outcomes = {}

    def kept(visit: "Visit", kept: "Kept") -> None:
        from archive.article import Article

        if isinstance(visit.outcome, Article):
            outcomes.setdefault(visit.outcome.id, (visit.outcome, kept))  # an alias comes to the same one again

    def watch(crawler: Any) -> None:
        show_progress(crawler)
        crawler.signals.connect(kept, signal=KEPT, weak=False)

    with SampleSite() as site, _proxy(site.proxy):
        _step(screen, f"kliping crawl wordpress --site {ADDRESS} --again    (served by {site.proxy})")
        with live() as show_progress:
            changes = settings({"LOG_LEVEL": "WARNING", "LOG_FORMAT": "kliping: %(message)s", **_FAST})
            (crawler,) = run([("wordpress", {"site": ADDRESS, "again": True})], changes=changes, watch=watch)
    return getattr(crawler.spider, "ended", None), outcomes


@contextmanager
def _proxy(address: str) -> Iterator[None]:
    """Sends what this process asks for over HTTP to a proxy, whatever the environment says, and puts it back."""
    wanted = {"http_proxy": address, "no_proxy": ""}  # lower case goes before the same names in capitals
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _table(outcomes: Outcomes, width: int) -> "Table":
    """One line an article, the newest first. width: of the terminal; longer headlines are cut to it."""
    from rich.table import Table
    from rich.text import Text

    from archive.cli.printed import moment, printable

    table = Table("outlet", "published", "headline", "outcome", title="What was kept", title_justify="left")
    for article, kept in sorted(outcomes.values(), key=lambda pair: (_order(pair[0]), pair[0].id), reverse=True):
        when = moment(article.published.at, article.url, "day") if article.published else ""
        headline = Text(printable(article.headline))
        headline.truncate(max(20, width - _OTHER_COLUMNS), overflow="ellipsis")
        table.add_row(article.outlet, when, headline, (kept.outcome or "").upper())
    return table


def _order(article: "Article") -> float:
    at = article.published.at if article.published else None
    return at.timestamp() if at else 0.0


def _step(screen: "Console", command: str) -> None:
    from rich.text import Text

    screen.print()
    screen.print(Text(f"$ {command}", "bold green"), soft_wrap=True)


def _what_next(screen: "Console", where: str) -> None:
    from rich.text import Text

    lines = (
        f"Kept in {where}, exported to {EXPORT}. What to try next:",
        "  kliping demo                                     once more: every article is UNCHANGED",
        "  kliping search 'tag:Kampung since:2026-04-15'    by tag and date; also outlet:, byline:, headline:",
        f"  kliping search {QUERY} --json                       for programs",
        "  kliping read https://example.co.id/an-article/   one page, without keeping it",
        "  kliping crawl wordpress --site https://example.co.id/ --limit 20",
    )
    screen.print()
    for line in lines:
        screen.print(Text(line), soft_wrap=True)
