"""`kliping crawl`: crawls a site or an outlet into the archive."""

import os
from collections.abc import Sequence
from datetime import datetime
from logging import getLevelNamesMapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from archive.cli.console import complain, console, write_bytes
from archive.cli.opening import AsJson, Where
from archive.config import load

if TYPE_CHECKING:
    from scrapy.settings import Settings

    from crawler.fetching.frontier import Ended

_DAY = ["%Y-%m-%d"]
_FRACTIONS = ("DNS_TIMEOUT", "DOWNLOAD_DELAY", "DOWNLOAD_TIMEOUT")  # read as such, though their defaults are whole


def crawl(
    outlet: Annotated[str, typer.Argument(metavar="OUTLET", help="An outlet, or wordpress or auto with --site.")],
    site: Annotated[str | None, typer.Option("--site", metavar="URL", help="The site, for wordpress and auto.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Keep at most so many articles.")] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            "--since", formats=_DAY, help="Hold back what a listing dates before this day; the undated is asked for."
        ),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(
            "--until", formats=_DAY, help="Hold back what a listing dates after this day; the undated is asked for."
        ),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Ask again for every article that is known.")] = False,
    argument: Annotated[
        list[str] | None, typer.Option("-a", metavar="NAME=VALUE", help="An argument of the spider.")
    ] = None,
    setting: Annotated[list[str] | None, typer.Option("-s", metavar="NAME=VALUE", help="A setting of Scrapy.")] = None,
    as_json: AsJson = False,
    archive: Where = None,
) -> None:
    """Crawls a site or an outlet into the archive, politely: what is new or due, and nothing twice.

    Run again, it goes on where it stopped. --since and --until go by the dates in sitemaps and feeds: an address
    without one is asked for, so older or newer articles may be kept too.

    Example: kliping crawl wordpress --site https://example.co.id/ --limit 20
    """
    load(os.environ, Path.cwd())  # the settings below load it too; here a mistake in it becomes one line
    given: dict[str, Any] = {"site": site, "limit": limit, "again": again or None}
    given |= {"since": since and since.date(), "until": until and until.date()}
    changes = _pairs("-s", setting) | ({"KLIPING_ARCHIVE": archive} if archive else {})
    arguments = _pairs("-a", argument) | {name: value for name, value in given.items() if value is not None}
    _end(run_crawl(outlet, arguments, changes), as_json)


def run_crawl(spider: str, arguments: dict[str, Any], changes: dict[str, str]) -> "Ended | None":
    """Crawls with live progress on a terminal and quietly without; None when the crawl could not begin.

    Raises typer.BadParameter for an unknown spider and for arguments that it does not understand.
    """
    from crawler.cli.progress import live
    from crawler.fetching.process import run, settings

    with live(limit=arguments.get("limit")) as watch:
        _check_settings(changes)
        changed = settings({"LOG_LEVEL": "WARNING", "LOG_FORMAT": "kliping: %(message)s", **changes})
        _check(spider, arguments, changed)
        (crawler,) = run([(spider, arguments)], changes=changed, watch=watch)
    return getattr(crawler.spider, "ended", None)


def _check_settings(changes: dict[str, str]) -> None:
    """Numbers and switches are read by Scrapy when the crawl runs, where a mistake would be a traceback."""
    from scrapy.settings import Settings

    for name, value in changes.items():
        kind, getter = _form(name)
        try:
            getattr(Settings({name: value}), getter)(name)
        except ValueError:
            raise typer.BadParameter(f"{name}={value} is no {kind}", param_hint="-s") from None
    if (level := changes.get("LOG_LEVEL")) is not None and level not in getLevelNamesMapping():
        raise typer.BadParameter(f"LOG_LEVEL={level} is no level of a log, such as INFO", param_hint="-s")


def _form(name: str) -> tuple[str, str]:
    """What a value of this setting must be, and the method of Settings that Scrapy reads it with."""
    from scrapy.settings import default_settings

    default = getattr(default_settings, name, None)
    if isinstance(default, bool) or name.endswith("_ENABLED"):  # the default of TELNETCONSOLE_ENABLED is 1
        return "switch (0 or 1)", "getbool"
    if isinstance(default, float) or name in _FRACTIONS:
        return "number", "getfloat"
    if isinstance(default, int):
        return "whole number", "getint"
    return ("JSON object", "getdict") if isinstance(default, dict) else ("text", "get")


def _check(spider: str, arguments: dict[str, Any], changed: "Settings") -> None:
    from scrapy.spiderloader import SpiderLoader

    from crawler.arguments import BadArgument

    spiders = SpiderLoader.from_settings(changed)
    if spider not in spiders.list():
        known = ", ".join(sorted(spiders.list()))
        raise typer.BadParameter(
            f"unknown outlet {spider!r}; known are {known} (any other site: auto --site URL)", param_hint="OUTLET"
        )
    try:
        spiders.load(spider)(**arguments)
    except BadArgument as error:
        raise typer.BadParameter(str(error)) from None


def _pairs(option: str, given: Sequence[str] | None) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in given or ()]
    for name, sign, _ in pairs:
        if not name or not sign:
            raise typer.BadParameter(f"{name!r} is not NAME=VALUE", param_hint=option)
    return {name: value for name, _, value in pairs}


def _end(ended: "Ended | None", as_json: bool) -> None:
    from crawler.cli.ending import exit_code, problem, summary, table

    if ended is not None and as_json:
        write_bytes(msgspec.json.encode({"outlet": ended.outlet, "ended": ended.reason, **ended.counters}))
    elif ended is not None and ended.tally.visits and not ended.tally.fruitless:
        screen = console()
        if screen.is_terminal:
            screen.print(table(ended))
        else:
            typer.echo(summary(ended))
    if line := problem(ended):
        complain(line)
    if code := exit_code(ended):
        raise typer.Exit(code)
