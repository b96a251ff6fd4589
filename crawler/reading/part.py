"""One page of an article, as far as it can be read alone."""

from dataclasses import dataclass

from archive.article import CommentForm
from archive.outlet import Outlet
from archive.page import Page
from archive.reason import Reason
from archive.visit import Refused
from crawler.reading import gate
from crawler.reading.content import Content, find_content
from crawler.reading.head import Printed, find_headline
from crawler.reading.loader import ArticleLoader
from crawler.reading.metadata import Metadata, parse_metadata
from crawler.reading.processors.body import Body, parse_body
from crawler.reading.processors.comment_form import find_comment_form
from crawler.reading.tree import Tree, parse


@dataclass(frozen=True, slots=True)
class Part:
    """One page: its tree and metadata, the rules it is read by, and what they gave.

    headline, content: None where the page has none; body: empty then.
    """

    page: Page
    tree: Tree
    metadata: Metadata
    rules: ArticleLoader
    headline: Printed | None
    content: Content | None
    body: Body
    form: CommentForm


def read_part(page: Page, outlet: Outlet, loader: type[ArticleLoader]) -> Part | Refused:
    """The page read alone, or why it is no page of an article. Never raises."""
    if refused := gate.refuse_bytes(page):
        return refused
    markup = page.text()
    if refused := gate.refuse_markup(markup):
        return refused
    root = parse(markup)
    if root is None:
        return Refused(reason=Reason.EMPTY)
    tree, metadata = Tree(root), parse_metadata(root)
    if refused := gate.refuse_wall(tree, metadata) or gate.refuse_index(page, tree, metadata):
        return refused
    rules = loader(tree, metadata)
    form, boxes = find_comment_form(tree, page.address)
    headline = _headline(rules, tree, metadata, outlet)
    content = _content(rules, tree, headline)
    leave_out = frozenset([*boxes, *rules.elements("leave_out")])
    body = parse_body(content.elements, tree, page.address, leave_out) if content else Body()
    return Part(page, tree, metadata, rules, headline, content, body, form)


def _headline(rules: ArticleLoader, tree: Tree, metadata: Metadata, outlet: Outlet) -> Printed | None:
    """What the outlet's rule selects, else what the page's titles point to."""
    text = rules.value("headline")
    if text is None:
        return find_headline(tree, metadata, outlet)
    element = next((one for one in rules.elements("headline") if one in tree.spans), None)
    return Printed(" ".join(text.split()), element, rules.provenance["headline"])


def _content(rules: ArticleLoader, tree: Tree, headline: Printed | None) -> Content | None:
    elements = tuple(element for element in rules.elements("body") if element in tree.spans)
    if elements:
        return Content(elements, rules.provenance["body"])
    return find_content(tree, headline.element if headline else None)
