"""Reads pages named on standard input and writes what the generic reader takes from each, one JSON line a page."""

import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archive.article import Article, Embed, ListBlock, Paragraph, Quote, Section, Table
from archive.page import Page
from crawler.outlets import outlet_for
from crawler.reading.read import read

_WRITERS = ("penulis", "reporter", "pewarta", "kontributor", "jurnalis")


def lines(section: Section) -> list[str]:
    """The words of a section, one block, item or cell a line; no captions."""
    found = [section.heading] if section.heading else []
    for block in section.blocks:
        if isinstance(block, Paragraph | Quote) or (isinstance(block, Embed) and block.text):
            found.append(block.text)
        elif isinstance(block, ListBlock):
            found.extend(block.items)
        elif isinstance(block, Table):
            found.extend(cell for row in block.rows for cell in row)
    return found


def answer(article: Article) -> dict[str, Any]:
    """The fields that are scored."""
    dateline, published = article.dateline, article.published
    notes = [correction.text for correction in article.corrections]  # the labels count an editor's note as text
    people = article.byline.people if article.byline else ()
    return {
        "headline": article.headline,
        "dateline": ({"text": dateline.text, "place": dateline.place, "agency": dateline.agency} if dateline else None),
        "authors": [person.name for person in people if person.role in _WRITERS],
        "published": published.at.isoformat() if published and published.at else None,
        "headings": [section.heading for section in article.sections if section.heading],
        "body": "\n".join([*(line for section in article.sections for line in lines(section)), *notes]),
        "comment_form": article.comment_form.state not in ("absent", "closed"),
    }


def main() -> None:
    for line in sys.stdin:
        job = json.loads(line)
        address = job.get("url") or f"file://{job['path']}"
        body = Path(job["path"]).read_bytes()
        page = Page(address=address, body=body, fetched_at=datetime.now(UTC))
        outlet = outlet_for(address)
        wall, cpu = time.perf_counter(), time.process_time()
        outcome = read((page,), outlet)
        taken = {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        told = answer(outcome) if isinstance(outcome, Article) else {"refused": str(outcome)}
        print(json.dumps(told | taken), flush=True)


if __name__ == "__main__":
    main()
