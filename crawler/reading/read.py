"""The one way in: the pages of one article become an Article, or the reason why they do not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml.etree import _Element

from archive.address import BadAddress, article_id, canonical, clean, key, same_site
from archive.article import (
    Article,
    CommentForm,
    Dateline,
    Figure,
    Image,
    ListBlock,
    Pages,
    Paragraph,
    Promo,
    Provenance,
    Quote,
    Reading,
    Section,
)  # fmt: skip
from archive.outlet import Outlet
from archive.page import Page
from archive.reason import Reason
from archive.visit import Refused
from crawler.reading import gate
from crawler.reading.bylines import find_byline
from crawler.reading.content import Content, find_content
from crawler.reading.head import Printed, Surroundings, find_headline, find_marked, find_rubric, find_tags, surroundings
from crawler.reading.joined import join, pages_named
from crawler.reading.loader import ArticleLoader
from crawler.reading.metadata import Metadata, parse_metadata
from crawler.reading.processors.access import parse_access
from crawler.reading.processors.body import Body, parse_body
from crawler.reading.processors.byline import parse_byline
from crawler.reading.processors.comment_form import find_comment_form
from crawler.reading.processors.dateline import split_dateline
from crawler.reading.processors.language import detect
from crawler.reading.processors.paragraph import Item
from crawler.reading.processors.picture import absolute, parse_figure
from crawler.reading.settle import Settled, captions_as_text, dateline_before, sections, settle
from crawler.reading.times import find_times
from crawler.reading.tree import Tree, parse
from crawler.reading.version import READER


@dataclass(frozen=True, slots=True)
class _Part:
    """One page as far as it can be read alone."""

    page: Page
    tree: Tree
    metadata: Metadata
    loader: ArticleLoader
    headline: Printed | None
    content: Content | None
    body: Body
    form: CommentForm


def read(pages: Sequence[Page], outlet: Outlet, loader: type[ArticleLoader] = ArticleLoader) -> Article | Refused:
    """The Article that these pages hold, the first page first; Refused with its reason where they hold none.

    Pure: relative times count from the first page's `fetched_at`. Never raises, whatever the bytes are.
    """
    if not pages:
        return Refused(reason=Reason.EMPTY)
    first = _part(pages[0], outlet, loader)
    if isinstance(first, Refused):
        return first
    if refused := gate.refuse_cards(first.tree, first.metadata, first.headline, first.content):
        return refused
    if first.headline is None:
        return Refused(reason=Reason.NO_HEADLINE, field="headline")
    outlet = replace(outlet, house_names=(*outlet.house_names, *first.metadata.site_names))
    further = [part for page in pages[1:] if isinstance(part := _part(page, outlet, loader), _Part)]
    parts = [first, *further]
    items = join([part.body.items for part in parts])
    settled = settle(items, first.headline.text, outlet)
    if not _words(settled.items):
        settled = settle(captions_as_text(items), first.headline.text, outlet)
    made, words = sections(settled.items), _words(settled.items)
    if not words:
        return Refused(reason=Reason.NO_BODY, field="body")
    return _article(parts, settled, made, words, outlet)


def _part(page: Page, outlet: Outlet, loader: type[ArticleLoader]) -> _Part | Refused:
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
    form, boxes = find_comment_form(root, page.address)
    headline = _headline(rules, tree, metadata, outlet)
    content = _content(rules, tree, headline)
    leave_out = frozenset([*boxes, *rules.elements("leave_out")])
    body = parse_body(content.elements, tree, page.address, leave_out) if content else Body()
    return _Part(page, tree, metadata, rules, headline, content, body, form)


def _headline(rules: ArticleLoader, tree: Tree, metadata: Metadata, outlet: Outlet) -> Printed | None:
    found = find_headline(tree, metadata, outlet)
    if text := rules.value("headline"):
        element = found.element if found and found.text == text else None
        return Printed(" ".join(text.split()), element, rules.provenance["headline"])
    return found


def _content(rules: ArticleLoader, tree: Tree, headline: Printed | None) -> Content | None:
    elements = [element for element in rules.elements("body") if element in tree.spans]
    return (
        Content(tuple(elements), rules.provenance["body"])
        if elements
        else find_content(tree, headline.element if headline else None)
    )


def _words(items: Sequence[Item]) -> str:
    """The prose of a text: what decides whether there is a body, and in which language."""
    found: list[str] = []
    for item in items:
        if isinstance(item, Paragraph | Quote):
            found.append(item.text)
        elif isinstance(item, ListBlock):
            found.extend(item.items)
    return "\n".join(found)


def _article(parts: list[_Part], settled: Settled, made: tuple[Section, ...], words: str, outlet: Outlet) -> Article:
    first = parts[0]
    assert first.headline is not None
    rules, metadata, tree = first.loader, first.metadata, first.tree
    elements = first.content.elements if first.content else ()
    around = surroundings(tree, first.headline.element, elements)
    ruled = {name: [str(value) for value in rules.values(name)] for name in ("published", "updated")}
    times = find_times(tree, metadata, around, outlet, first.page.fetched_at, ruled)
    given = {"headline": first.headline.rule, "body": first.content.rule if first.content else "none"}
    above = around.between[-1].text if around.between else ""
    dateline = _dateline(rules, settled, above, outlet, given)
    byline_text = "\n".join(str(value) for value in rules.values("byline"))
    byline, by_rule = (
        (parse_byline(byline_text, outlet), rules.provenance["byline"])
        if byline_text
        else find_byline(tree, metadata, around, settled.credits, outlet)
    )
    kicker, deck = _beside(first, "kicker", elements, given), _beside(first, "deck", elements, given)
    tags, tag_rule = (
        (tuple(map(str, rules.values("tags"))), None) if rules.values("tags") else find_tags(tree, metadata)
    )
    rubric, rubric_rule = (rules.value("rubric"), None) if rules.value("rubric") else find_rubric(tree, metadata)
    given |= {
        name: rule
        for name, rule in (
            ("byline", by_rule), ("tags", tag_rule), ("rubric", rubric_rule),
            ("published", times.published and times.published.source), ("updated", times.updated and times.updated.source),
        )
        if rule
    } | rules.provenance  # fmt: skip
    url = _url(first)
    return Article(
        id=article_id(url),
        outlet=outlet.name if url.startswith("http") else "unknown",
        url=url,
        headline=first.headline.text,
        kicker=kicker,
        deck=deck if deck != kicker else None,
        dateline=dateline,
        byline=byline,
        published=times.published,
        updated=times.updated,
        rubric=rubric,
        tags=tags,
        language=detect(words, metadata.language),
        sections=made,
        signoff=settled.signoff,
        promos=_promos(parts),
        images=_images(first, around, made),
        pages=_pages(parts),
        comment_form=next((part.form for part in reversed(parts) if part.form.state != "absent"), first.form),
        access=parse_access(metadata, tree.root),
        reading=Reading(
            reader=READER,
            provenance=tuple(Provenance(field=field, rule=rule) for field, rule in sorted(given.items())),
            disagreements=times.disagreements,
        ),
    )


def _dateline(
    rules: ArticleLoader, settled: Settled, above: str, outlet: Outlet, given: dict[str, str]
) -> Dateline | None:
    """The dateline cut from the text; else that of the line above it; else what the outlet's rule selects."""
    if settled.dateline is not None:
        given["dateline"] = "start of the text"
        return settled.dateline
    if (found := dateline_before(above, outlet)) is not None:
        given["dateline"] = "line above the text"
        return found
    text = rules.value("dateline")
    return (split_dateline(f"{text} - X", outlet)[0] or Dateline(text=text)) if text else None


def _beside(part: _Part, field: str, elements: tuple[_Element, ...], given: dict[str, str]) -> str | None:
    if text := part.loader.value(field):
        return " ".join(text.split())
    if part.headline is None or not elements:
        return None
    found = find_marked(part.tree, field, part.headline.element, elements[0])
    if found is None or found.text == part.headline.text:
        return None
    given[field] = found.rule
    return found.text


def _url(part: _Part) -> str:
    """The canonical address: the page's own word for it where it is of the same site and the same depth, else ours."""
    try:
        own = canonical(part.page.address)
    except BadAddress:
        return part.page.address
    for named in (*part.metadata.links.get("canonical", ()), *part.metadata.meta.get("og:url", ())):
        address = absolute(part.page.address, named)
        if address and same_site(address, own) and _agrees(said := canonical(address), own):
            return said
    return own


def _agrees(said: str, own: str) -> bool:
    """Whether two addresses may be one article's: papers name their front page or a rubric as canonical by mistake."""
    if key(said) == key(own):
        return True
    last = [part for part in key(said).split("/")[1:] if part]
    mine = [part for part in key(own).split("/")[1:] if part]
    if not last or len(last[-1]) < 8:
        return False
    return not mine or last[-1] in mine[-1] or mine[-1] in last[-1] or "?" in own or bool(set(last) & set(mine))


def _promos(parts: list[_Part]) -> tuple[Promo, ...]:
    return tuple(dict.fromkeys(promo for part in parts for promo in part.body.promos))


def _images(part: _Part, around: Surroundings, made: tuple[Section, ...]) -> tuple[Image, ...]:
    """The lead picture first: a figure between headline and text, else the one the metadata names; then the text's."""
    found: dict[str, Image] = {}
    figures = [
        figure for element in _lead_figures(part, around) if (figure := parse_figure(element, part.page.address))
    ]
    figures += [block for section in made for block in section.blocks if isinstance(block, Figure)]
    if not figures or figures[0].url is None:
        lead = absolute(part.page.address, part.metadata.first("og:image", "twitter:image"))
        figures.insert(0, Figure(url=lead))
    for figure in figures:
        if figure.url:
            found.setdefault(
                figure.url, Image(url=figure.url, alt=figure.alt, caption=figure.caption, credit=figure.credit)
            )
    return tuple(found.values())


def _lead_figures(part: _Part, around: Surroundings) -> list[_Element]:
    if part.headline is None or part.headline.element is None or part.content is None:
        return []
    spans = part.tree.spans
    top, start = spans.get(part.headline.element, (0, 0))[1], spans[part.content.elements[0]][0]
    return [
        figure
        for figure in part.tree.tagged.get("figure", ())
        if top <= spans[figure][0]
        and spans[figure][1] <= start
        and not any(x.aside for x in part.tree.lines_of(figure))
    ]


def _pages(parts: list[_Part]) -> Pages:
    """Complete when every further page that the first one names is there."""
    first = parts[0]
    wanted = pages_named(first.tree, first.page.address)
    had = set()
    for part in parts:
        try:
            had.add(clean(part.page.address))
        except BadAddress:
            had.add(part.page.address)
    complete = all(address in had for address in wanted) or len(parts) > len(wanted) > 0
    return Pages(joined=len(parts), complete=complete)
