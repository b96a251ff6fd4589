"""An article as a reader would like to see it, wrapped to the width of the terminal."""

from collections.abc import Iterator, Mapping
from itertools import chain

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from archive.article import Article, Block, Embed, Figure, ListBlock, Paragraph, Place, Quote, Table
from archive.cli.printed import moment, printable

_WIDEST = 100  # longer lines of prose are hard to follow


def show_article(console: Console, article: Article, kept: Mapping[str, str] | None = None) -> None:
    """Prints an article: its head, its body, and below them what else is known of it.

    kept: what the archive adds to what is known, as labels and values, such as {"revisions": "2"}.
    """
    width = min(console.width, _WIDEST)
    for part in chain(_head(article), _body(article)):
        console.print(part, width=width)
        console.print()
    facts = Grid.grid(padding=(0, 2, 0, 0))
    facts.add_column(no_wrap=True)
    facts.add_column(overflow="fold")  # an address that is cut cannot be copied
    for label, value in {**_facts(article), **(kept or {})}.items():
        facts.add_row(Text(label, "dim"), _text(value))
    console.print(facts, width=width)


def _text(text: str, style: str = "") -> Text:
    return Text(printable(text), style)


def _head(article: Article) -> Iterator[RenderableType]:
    lines = []
    if article.kicker:
        lines.append(_text(article.kicker, "cyan"))
    lines.append(_text(article.headline, "bold"))
    if article.deck:
        lines.append(_text(article.deck, "italic"))
    yield Group(*lines)
    if told := list(_told(article)):
        yield Group(*(_text(line, "dim") for line in told))


def _told(article: Article) -> Iterator[str]:
    """Who and when, as printed where it is printed."""
    byline, published, updated = article.byline, article.published, article.updated
    if byline:
        yield byline.text or ", ".join(f"{person.name} ({person.role})" for person in byline.people)
    if published:
        yield moment(published.at, article.url, published.precision) or published.text or ""
    if updated and updated.at:
        yield f"updated {moment(updated.at, article.url, updated.precision)}"


def _body(article: Article) -> Iterator[RenderableType]:
    """Sections in order; the dateline leads the first paragraph, as it does in the paper."""
    figures = {block.url for section in article.sections for block in section.blocks if isinstance(block, Figure)}
    for image in article.images:
        if image.url not in figures and (image.caption or image.credit):
            yield _aside("picture", image.caption, image.credit)
    lead = article.dateline
    for section in article.sections:
        if section.heading:
            yield _text(section.heading, "bold cyan")
        for block in section.blocks:
            if lead and isinstance(block, Paragraph):
                yield Text.assemble(_text(lead.text, "bold"), lead.separator or " ", _text(block.text))
                lead = None
            else:
                yield _block(block)
    if article.signoff:
        yield _text(article.signoff, "dim")
    for correction in article.corrections:
        yield _aside("correction", correction.text, correction.url)


def _block(block: Block) -> RenderableType:
    match block:
        case Paragraph(text=text):
            return _text(text)
        case Quote(text=text, cite=cite):
            return _marked([(">", _text(text, "italic"))] + ([("", _text(f"({cite})"))] if cite else []))
        case ListBlock(items=items, ordered=ordered):
            return _marked([(f"{n}." if ordered else "-", _text(item)) for n, item in enumerate(items, start=1)])
        case Table():
            return _table(block)
        case Figure(caption=caption, credit=credit, alt=alt):
            return _aside("picture", caption or alt, credit)
        case Embed(text=text, provider=provider, url=url):
            return _aside(provider or "embed", text or url, None)


def _marked(rows: list[tuple[str, Text]]) -> RenderableType:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for mark, text in rows:
        grid.add_row(mark, text)
    return Padding(grid, (0, 0, 0, 2))


def _aside(kind: str, words: str | None, credit: str | None) -> RenderableType:
    """What stands beside the prose, marked as such: `[picture] caption (credit)`."""
    parts = [f"[{kind}]", words, f"({credit})" if credit else None]
    return Padding(_text(" ".join(part for part in parts if part), "dim"), (0, 0, 0, 2))


def _table(block: Table) -> RenderableType:
    width = max(map(len, block.rows), default=0)
    rows = [[_text(cell) for cell in row] + [Text()] * (width - len(row)) for row in block.rows]
    caption = _text(block.caption) if block.caption else None
    grid = Grid(show_header=block.header and bool(rows), caption=caption, caption_justify="left", show_lines=False)
    for heading in rows[0] if rows else []:
        grid.add_column(heading if block.header else "", overflow="fold")
    for row in rows[1:] if block.header else rows:
        grid.add_row(*row)
    return grid


def _facts(article: Article) -> dict[str, str]:
    """What is known of the article, without what is not."""
    origin = article.origin
    facts = {
        "outlet": article.outlet,
        "place": "; ".join(map(_place, article.dateline.places)) if article.dateline else None,
        "headed also": "; ".join(variant.text for variant in article.headline_variants),
        "quoted": "; ".join(dict.fromkeys(said.speaker for said in article.quotations if said.speaker)),
        "appeared in": (origin.name or origin.text) if origin else None,
        "rights": article.rights,
        "rubric": article.rubric,
        "tags": ", ".join(article.tags),
        "language": article.language,
        "comment form": _comment_form(article),
        "read also": "; ".join(promo.text for promo in article.promos),
        "pages": _pages(article),
        "access": article.access if article.access != "unknown" else None,
        "address": article.url,
        "id": article.id,
    }
    return {label: value for label, value in facts.items() if value}


def _place(place: Place) -> str:
    return f"{place.name} ({place.country}{' ' + place.code if place.code else ''})"


def _comment_form(article: Article) -> str:
    form = article.comment_form
    count = None if form.comments is None else f"{form.comments} comments"
    return ", ".join(part for part in (form.state, form.kind, form.heading, count) if part)


def _pages(article: Article) -> str | None:
    whole = "" if article.pages.complete else ", not the whole article"
    return f"{article.pages.joined} joined{whole}" if article.pages.joined > 1 or whole else None
