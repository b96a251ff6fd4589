"""Makes the Article of pages that were read and settled: what an outlet's rules say, else what generic means find."""

from collections.abc import Sequence

from archive.address import BadAddress, article_id, clean
from archive.article import Article, Byline, CommentForm, Dateline, Pages, Provenance, Reading
from archive.outlet import Outlet
from crawler.reading.bylines import find_byline
from crawler.reading.canonical import address_of
from crawler.reading.head import Surroundings, find_label, find_marked, surroundings
from crawler.reading.joined import pages_named
from crawler.reading.part import Part
from crawler.reading.pictures import find_images
from crawler.reading.processors.access import parse_access
from crawler.reading.processors.byline import parse_byline
from crawler.reading.processors.dateline import split_dateline
from crawler.reading.processors.language import detect
from crawler.reading.settle import Settled, dateline_before, sections
from crawler.reading.times import find_times
from crawler.reading.topics import find_rubric, find_tags
from crawler.reading.version import READER

Given = dict[str, str]  # which rule gave each field


def assemble(parts: Sequence[Part], settled: Settled, words: str, outlet: Outlet) -> Article:
    """The Article of these pages, the first of which has a headline. words: its prose, which tells the language."""
    first = parts[0]
    assert first.headline is not None
    rules, metadata, tree = first.rules, first.metadata, first.tree
    elements = first.content.elements if first.content else ()
    given: Given = {"headline": first.headline.rule, "body": first.content.rule if first.content else "none"}
    around = surroundings(tree, first.headline.element, elements)
    ruled = {name: [str(value) for value in rules.values(name)] for name in ("published", "updated")}
    times = find_times(tree, metadata, around, outlet, first.page.fetched_at, ruled)
    for name, clock in (("published", times.published), ("updated", times.updated)):
        if clock is not None:
            given[name] = clock.source
    kicker, deck = _beside(first, "kicker", given), _beside(first, "deck", given)
    dateline = _dateline(first, settled, around, outlet, given)
    byline = _byline(first, settled, around, outlet, given)
    rubric, tags = _rubric(first, given), _tags(first, given)
    url, made = address_of(first.page, metadata), sections(settled.items)
    given |= rules.provenance
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
        language=detect(words, rules.value("language") or metadata.language),
        sections=made,
        signoff=settled.signoff,
        promos=tuple(dict.fromkeys(promo for part in parts for promo in part.body.promos)),
        images=find_images(first, made),
        pages=_pages(parts),
        comment_form=_form(parts),
        access=parse_access(metadata, tree.root),
        reading=Reading(
            reader=READER,
            provenance=tuple(Provenance(field=field, rule=rule) for field, rule in sorted(given.items())),
            disagreements=times.disagreements,
        ),
    )


def _dateline(part: Part, settled: Settled, around: Surroundings, outlet: Outlet, given: Given) -> Dateline | None:
    """The dateline cut from the text; else one apart: by the outlet's rule, or in the line above the text."""
    if settled.dateline is not None:
        given["dateline"] = "start of the text"
        return settled.dateline
    if text := part.rules.value("dateline"):
        return split_dateline(f"{text} - X", outlet)[0] or Dateline(text=text)
    found = dateline_before(around.between[-1].text, outlet) if around.between else None
    if found is not None:
        given["dateline"] = "line above the text"
    return found


def _byline(part: Part, settled: Settled, around: Surroundings, outlet: Outlet, given: Given) -> Byline | None:
    if ruled := part.rules.values("byline"):
        return parse_byline("\n".join(map(str, ruled)), outlet)
    found, rule = find_byline(part.tree, part.metadata, around, settled.credits, outlet)
    if rule is not None:
        given["byline"] = rule
    return found


def _beside(part: Part, field: str, given: Given) -> str | None:
    """Kicker or deck: the line beside the headline that is marked as such."""
    if text := part.rules.value(field):
        return " ".join(text.split())
    if part.headline is None or part.content is None:
        return None
    found = find_marked(part.tree, field, part.headline.element, part.content.elements[0])
    if found is None and field == "kicker":
        found = find_label(part.tree, part.headline.element)
    if found is None or found.text == part.headline.text:
        return None
    given[field] = found.rule
    return found.text


def _rubric(part: Part, given: Given) -> str | None:
    if text := part.rules.value("rubric"):
        return " ".join(text.split())
    found, rule = find_rubric(part.tree, part.metadata)
    if rule is not None:
        given["rubric"] = rule
    return found


def _tags(part: Part, given: Given) -> tuple[str, ...]:
    if ruled := part.rules.values("tags"):
        return tuple(dict.fromkeys(map(str, ruled)))
    found, rule = find_tags(part.tree, part.metadata)
    if rule is not None:
        given["tags"] = rule
    return found


def _form(parts: Sequence[Part]) -> CommentForm:
    """The form of the last page that shows one."""
    return next((part.form for part in reversed(parts) if part.form.state != "absent"), parts[0].form)


def _pages(parts: Sequence[Part]) -> Pages:
    """Complete when every further page that the first one names is there."""
    first = parts[0]
    had: set[str] = set()
    for part in parts:
        try:
            had.add(clean(part.page.address))
        except BadAddress:
            had.add(part.page.address)
    wanted = pages_named(first.tree, first.page.address)
    return Pages(joined=len(parts), complete=all(address in had for address in wanted))
