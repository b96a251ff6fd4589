"""A versioned hash of what an article says: the paper's printed words, and nothing that we parsed out of them."""

from dataclasses import replace
from hashlib import sha256

import msgspec

from archive.article import Article, Embed, Figure, ListBlock, Paragraph, Quote, Table
from archive.visit import Mark, Visit

VERSION = 1


def printed_words(article: Article) -> list[list[str]]:
    """What the paper printed, as rows of a tag and its words, blanks left out.

    Addresses of pictures and embeds are no words; a relative time ("2 jam yang lalu" = "2 hours ago") changes with the
    hour; the comment form, `updated`, tags and everything parsed stay out, so that a better parse of the same words
    changes nothing.
    """
    published = article.published
    rows: list[list[str | None]] = [
        ["headline", article.headline],
        ["kicker", article.kicker],
        ["deck", article.deck],
        ["dateline", article.dateline.text if article.dateline else None],
        ["byline", article.byline.text if article.byline else None],
        ["published", published.text if published and not published.relative else None],
    ]
    for section in article.sections:
        rows.append(["heading", section.heading])
        for block in section.blocks:
            match block:
                case Paragraph(text=text):
                    rows.append(["paragraph", text])
                case Quote(text=text, cite=cite):
                    rows.append(["quote", text, cite])
                case ListBlock(items=items):
                    rows.append(["list", *items])
                case Table(rows=cells, caption=caption):
                    rows.extend(["row", *row] for row in cells)
                    rows.append(["caption", caption])
                case Figure(caption=caption, credit=credit):
                    rows.append(["caption", caption, credit])
                case Embed(text=text):
                    rows.append(["embed", text])
    rows.extend(["correction", correction.text] for correction in article.corrections)
    kept = [[word for word in row if word] for row in rows]
    return [row for row in kept if len(row) > 1]


def fingerprint(article: Article) -> str:
    """`VERSION:` and 32 hex digits; equal for two readings exactly when they print the same words in the same order."""
    return f"{VERSION}:{sha256(msgspec.json.encode(printed_words(article))).hexdigest()[:32]}"


def revision_id(article: str, fingerprint: str) -> str:
    """The id of one wording of one article: 20 hex digits, the same on every machine."""
    return sha256(f"{article} {fingerprint}".encode()).hexdigest()[:20]


def mark(visit: Visit) -> Visit:
    """The Visit with the identity and the fingerprint of its article; as it is when it has none."""
    if not isinstance(visit.outcome, Article):
        return visit
    return replace(visit, mark=Mark(article=visit.outcome.id, fingerprint=fingerprint(visit.outcome)))
