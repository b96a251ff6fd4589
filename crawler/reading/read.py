"""The one way in: the pages of one article become an Article, or the reason why they do not."""

from collections.abc import Sequence
from dataclasses import replace

from archive.article import Article, ListBlock, Paragraph, Quote
from archive.outlet import Outlet
from archive.page import Page
from archive.reason import Reason
from archive.visit import Refused
from crawler.reading import gate
from crawler.reading.assemble import assemble
from crawler.reading.capture import is_capture, to_html
from crawler.reading.joined import in_order, join
from crawler.reading.loader import ArticleLoader
from crawler.reading.part import Part, read_part
from crawler.reading.processors.paragraph import Item, with_bold_headings
from crawler.reading.settle import captions_as_text, settle


def read(pages: Sequence[Page], outlet: Outlet, loader: type[ArticleLoader] = ArticleLoader) -> Article | Refused:
    """The Article that these pages hold; Refused with its reason where they hold none.

    Pages are put in the order of the numbers in their addresses, the first page first. A page that is plain text is
    read as a text capture. Pure: relative times count from the first page's `fetched_at`. Never raises, whatever the
    bytes are.
    """
    if not pages:
        return Refused(reason=Reason.EMPTY)
    pages = [to_html(page) if is_capture(page.body) else page for page in in_order(pages)]
    first = read_part(pages[0], outlet, loader)
    if isinstance(first, Refused):
        return first
    if refused := gate.refuse_cards(first.tree, first.metadata, first.headline, first.content):
        return refused
    if first.headline is None:
        return Refused(reason=Reason.NO_HEADLINE, field="headline")
    outlet = replace(outlet, house_names=(*outlet.house_names, *first.metadata.site_names))
    further = [part for page in pages[1:] if isinstance(part := read_part(page, outlet, loader), Part)]
    parts = [first, *further]
    items = with_bold_headings(join([part.body.items for part in parts]))
    links = {text: found for part in parts for text, found in part.body.links.items()}
    settled = settle(captions_as_text(items), first.headline.text, outlet, links)
    words = _prose(settled.items)
    if not words:
        return Refused(reason=Reason.NO_BODY, field="body")
    return assemble(parts, settled, words, outlet)


def _prose(items: Sequence[Item]) -> str:
    """The words of paragraphs, quotes and lists: what decides whether there is a body, and in which language."""
    found: list[str] = []
    for item in items:
        if isinstance(item, Paragraph | Quote):
            found.append(item.text)
        elif isinstance(item, ListBlock):
            found.extend(item.items)
    return "\n".join(found)
