"""`kliping show`: one article, for a reader or as its line of JSON."""

from typing import Annotated

import typer

from archive.cli.opening import AsJson, Where, opened


def show(
    key: Annotated[
        str,
        typer.Argument(
            metavar="ID|URL", help="An id, its first six digits or more, or an address.", show_default=False
        ),
    ],
    as_json: AsJson = False,
    archive: Where = None,
) -> None:
    """Show one article as a reader would like to see it, in its newest wording.

    The address may be any under which the article was met.

    Example: kliping show 3f2a91
    """
    from archive.cli.console import console, write_bytes
    from archive.cli.page_view import show_article
    from archive.cli.printed import our_moment
    from archive.jsonl import to_json

    with opened(archive) as held:
        stored = held.article(key)
    if as_json:
        write_bytes(to_json(stored.article))
        return
    kept = {
        "revisions": str(stored.revisions),
        "first seen": our_moment(stored.first_seen_at),
        "last seen": our_moment(stored.last_seen_at),
    }
    show_article(console(), stored.article, kept)
