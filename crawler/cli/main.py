"""The `kliping` command: a table of commands that load when they run, and the border where errors become one line."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from inspect import cleandoc
from typing import Annotated, Any

import typer
from typer._click.exceptions import (
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)  # Typer's own copy of click has no other name
from typer.core import TyperCommand, TyperGroup

from archive.address import BadAddress
from archive.cli.console import complain, prepare
from archive.config import ConfigError
from archive.errors import ArchiveError, BadQuery, OutletBusy
from crawler.cli.exits import BUSY, ERROR, INTERRUPTED, OK, USAGE

# Name -> where its function stands, and the line that `kliping --help` shows. A module is imported when its command
# runs, so that a search starts without Scrapy; a new command is one line here.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "crawl": ("crawler.cli.crawl:crawl", "Crawl a site or an outlet into the archive."),
    "add": ("crawler.cli.add:add", "Keep pages you already have: files, folders, addresses."),
    "read": ("crawler.cli.read:read", "Print the article of one page, without an archive."),
    "search": ("archive.cli.search:search", "Find articles by their words, outlet, tag, byline or date."),
    "show": ("archive.cli.show:show", "Show one article."),
    "export": ("archive.cli.export:export", "Write articles as JSON Lines."),
    "import": ("archive.cli.import_:import_", "Take in JSON Lines that `export` wrote."),
    "stats": ("archive.cli.stats:stats", "Count what the archive holds."),
    "schema": ("archive.cli.schema:schema", "Print the JSON Schema of the exported lines."),
    "freeze": ("crawler.cli.freeze:freeze", "Make a frozen page of an article, its words invented, for the tests."),
    "demo": ("crawler.cli.demo:demo", "Crawl a small sample site on this machine, and show what was kept."),
}


class _LazyGroup(TyperGroup):
    """Lists the commands of the table and imports one only when it is called or completed."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = {name: TyperCommand(name, help=line) for name, (_, line) in COMMANDS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        return name, name and command and load(name), rest


def load(name: str) -> Any:
    """The command of this name with its arguments and options; imports its module."""
    module, _, attribute = COMMANDS[name][0].partition(":")
    function = getattr(import_module(module), attribute)
    app = typer.Typer(add_completion=False, rich_markup_mode="rich")
    app.command(name, help=_paragraphs(cleandoc(function.__doc__)))(function)
    return typer.main.get_command(app)


def _paragraphs(text: str) -> str:
    """A docstring whose paragraphs are one line each, for the terminal to wrap, and whose brackets are no markup."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n")).replace("[", r"\[")


app = typer.Typer(cls=_LazyGroup, no_args_is_help=True, rich_markup_mode="rich")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata  # 0.02 s, which no command should wait for

        typer.echo(f"kliping {metadata.version('kliping')}")
        raise typer.Exit


@app.callback(epilog="Example: kliping crawl wordpress --site https://example.co.id/")
def kliping(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Crawls Indonesian news pages into an archive that answers searches and exports JSON Lines."""


def main() -> None:
    """Runs the command line and ends the process with its exit code (docs/exit-codes.md); never a traceback for a
    mistake in what was given.
    """
    if sys.stdout is None:  # closed by the caller, as `>&-` does
        sys.exit(_fail("standard output is closed; send it to a file, as in > FILE", ERROR))
    prepare()
    sys.exit(_exit_code())


def _exit_code() -> int:
    try:
        code = _run()
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone, as `| head` does. What is still buffered would raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return ERROR
    if code == INTERRUPTED:  # Typer has caught the KeyboardInterrupt
        complain("interrupted; what was acknowledged is kept")
    return code


def _run() -> int:
    """The command's exit code; a mistake in what was given is one line."""
    try:
        code = typer.main.get_command(app)(prog_name="kliping", standalone_mode=False)
    except SystemExit as end:
        code = end.code
    except NoArgsIsHelpError as help_:
        help_.show()
        return USAGE
    except UsageError as error:
        return _fail(_usage(error), USAGE)
    except OutletBusy as error:
        return _fail(error, BUSY)
    except (BadQuery, BadAddress) as error:
        return _fail(error, USAGE)
    except (ArchiveError, ConfigError) as error:
        return _fail(error, ERROR)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}" if error.filename else error, ERROR)
    return code if isinstance(code, int) else OK if code is None else ERROR


def _usage(error: UsageError) -> str:
    """What was wrong with the words of a command, and where its help is."""
    told = error.format_message().replace("Value error, ", "").rstrip(".")
    told = told.replace("does not match the formats '%Y-%m-%d'", "is no day, as in 2026-11-23")
    command = error.ctx.command_path if error.ctx is not None else "kliping"
    if command.endswith((" search", " export")):  # what a query is easily mistaken for
        if "extra argument" in told:
            told += "; put several words in quotes"
        elif isinstance(error, NoSuchOption) and not error.option_name.startswith("--"):
            told += "; put -- before a query that begins with -"
    return f"{told}; see '{command} --help'"


def _fail(error: object, code: int) -> int:
    complain(str(error))
    return code
