"""`kliping search`: the newest articles that a query finds."""

from typing import TYPE_CHECKING, Annotated

import typer

from archive.cli.opening import AsJson, Where, opened

if TYPE_CHECKING:
    from rich.text import Text

    from archive.search.engine import Hit


def search(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help='Words; "" finds the newest articles.', show_default=False)
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most this many.")] = 20,
    as_json: AsJson = False,
    archive: Where = None,
) -> None:
    """Find articles by their words, outlet, tag, byline or date, newest first.

    All words must occur. "two words" is a phrase, word* a beginning, -word an absence, one OR other a choice. Fields:
    outlet: tag: byline: language: headline: since: until: (2026, 2026-11 or 2026-11-02, days of the paper's own zone).

    Example: kliping search 'banjir "tanggap darurat" outlet:warta.example since:2026-11'
    """
    import msgspec

    from archive.cli.console import console, note, write_bytes
    from archive.search.engine import search as found

    with opened(archive) as held:
        hits = found(held, query, limit)
    if as_json:
        for hit in hits:
            write_bytes(msgspec.json.encode(hit))
        return
    screen = console()
    for hit in hits:
        screen.print(_shown(hit))
    if not hits:
        note("no article matches")


def _shown(hit: "Hit") -> "Text":
    """Date, outlet and id on one line, the headline, and the words found."""
    from rich.text import Text

    from archive.cli.printed import moment, printable

    when = moment(hit.published, hit.url) or "undated"
    text = Text.assemble((f"{when}  {hit.outlet}  {hit.id[:10]}\n", "dim"), (printable(hit.headline) + "\n", "bold"))
    snippet = Text(hit.snippet)  # on one line and without control characters, as its marks count characters
    for start, end in hit.marks:
        snippet.stylize("bold yellow", start, end)
    return text.append_text(snippet).append("\n")
