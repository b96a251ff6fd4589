"""Makes the Article of pages that were read and settled: what an outlet's rules say, else what generic means find."""

from collections.abc import Sequence
from dataclasses import replace

from archive.address import BadAddress, article_id, clean
from archive.article import Access, Article, Byline, CommentForm, Dateline, Pages, Provenance, Reading
from archive.outlet import JAKARTA, Outlet
from crawler.reading.bylines import find_byline, signoff_below
from crawler.reading.canonical import address_of
from crawler.reading.deck import find_described
from crawler.reading.head import Surroundings, find_label, find_marked, surroundings
from crawler.reading.joined import is_further, ways_on
from crawler.reading.notice_lines import corrections_with, rights_with
from crawler.reading.part import Part
from crawler.reading.pictures import find_images
from crawler.reading.processors.access import parse_access
from crawler.reading.processors.byline import parse_byline
from crawler.reading.processors.language import detect
from crawler.reading.processors.quotes import find_quotations
from crawler.reading.settle import Settled, dateline_before, ruled_dateline, sections
from crawler.reading.time_lines import own_lines
from crawler.reading.times import Asked, Times, find_times
from crawler.reading.topics import find_rubric, find_tags
from crawler.reading.variants import find_variants
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
    url, made = address_of(first.page, metadata), sections(settled.items)
    dateline = _dateline(first, settled, around, outlet, given)
    language = detect(words, rules.value("language") or metadata.language)
    times = _times(first, around, _at_home(outlet, language), url, dateline)
    for name, clock in (("published", times.published), ("updated", times.updated)):
        if clock is not None:
            given[name] = clock.source
    kicker, deck = _beside(first, "kicker", given), _deck(first, around, words, given)
    signoff = settled.signoff or signoff_below(around)
    byline = _byline(first, settled, signoff, words, around, outlet, given)
    rubric, tags = _rubric(first, given), _tags(first, given)
    given |= rules.provenance
    return Article(
        id=article_id(url),
        outlet=outlet.name if url.startswith("http") else "unknown",
        url=url,
        headline=first.headline.text,
        headline_variants=find_variants(tree, metadata, outlet, first.headline, url),
        kicker=kicker,
        deck=deck if deck != kicker else None,
        dateline=dateline,
        byline=byline,
        published=times.published,
        updated=times.updated,
        rubric=rubric,
        tags=tags,
        language=language,
        sections=made,
        quotations=find_quotations(made),
        corrections=corrections_with(settled.corrections, around, first.page.address),
        signoff=signoff,
        origin=settled.origin,
        rights=rights_with(settled.rights, around),
        promos=tuple(dict.fromkeys(promo for part in parts for promo in part.body.promos)),
        images=find_images(first, made),
        pages=_pages(parts),
        comment_form=_form(parts),
        access=_access(first, around),
        reading=Reading(
            reader=READER,
            provenance=tuple(Provenance(field=field, rule=rule) for field, rule in sorted(given.items())),
            disagreements=times.disagreements,
        ),
    )


def _at_home(outlet: Outlet, language: str | None) -> Outlet:
    """The outlet under Malaysia's zone where the article is in Malay and nothing else is known of the outlet."""
    is_malay = language == "ms" and outlet.zone == JAKARTA
    return replace(outlet, zone="Asia/Kuala_Lumpur") if is_malay else outlet


def _times(part: Part, around: Surroundings, outlet: Outlet, url: str, dateline: Dateline | None) -> Times:
    headline = part.headline.element if part.headline else None
    ruled = {name: [str(value) for value in part.rules.values(name)] for name in ("published", "updated")}
    asked = Asked(
        tree=part.tree,
        metadata=part.metadata,
        around=own_lines(part.tree, around, headline),
        headline=headline,
        outlet=outlet,
        address=url,
        now=part.page.fetched_at,
        ruled=ruled,
    )
    return find_times(asked, dateline.text if dateline else None)


def _dateline(part: Part, settled: Settled, around: Surroundings, outlet: Outlet, given: Given) -> Dateline | None:
    """The dateline cut from the text; else one apart: by the outlet's rule, or in the line above the text."""
    if settled.dateline is not None:
        given["dateline"] = "start of the text"
        return settled.dateline
    if text := part.rules.value("dateline"):
        return ruled_dateline(text, outlet)
    found = dateline_before(around.between[-1].text, outlet) if around.between else None
    if found is not None:
        given["dateline"] = "line above the text"
    return found


def _byline(
    part: Part, settled: Settled, signoff: str | None, words: str, around: Surroundings, outlet: Outlet, given: Given
) -> Byline | None:
    if ruled := part.rules.values("byline"):
        return parse_byline("\n".join(map(str, ruled)), outlet)
    found, rule = find_byline(
        part.tree,
        part.metadata,
        around,
        outlet,
        prose=words,
        cut=settled.credits,
        signoff=signoff,
    )
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


def _deck(part: Part, around: Surroundings, words: str, given: Given) -> str | None:
    """The deck by its mark, else the line that the page's description repeats."""
    if text := _beside(part, "deck", given):
        return text
    if (found := find_described(around, part.metadata, words)) is not None:
        given["deck"] = found.rule
    return found.text if found else None


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


def _access(part: Part, around: Surroundings) -> Access:
    """What metadata, marks and printed words say; a link called "Premium" is the site's menu."""
    within = part.content.elements if part.content else ()
    lines = [line.text for element in within for line in part.tree.lines_of(element) if not line.aside]
    below = [line.text for line in around.below if not line.aside]
    beside = (*around.above[-2:], *around.between)
    labels = [line.text for line in beside if not line.is_linked and not line.aside]
    return parse_access(part.metadata, part.tree, (*lines, *below), labels)


def _form(parts: Sequence[Part]) -> CommentForm:
    """The form of the last page that shows one."""
    return next((part.form for part in reversed(parts) if part.form.state != "absent"), parts[0].form)


def _pages(parts: Sequence[Part]) -> Pages:
    """Complete when the first page begins the article, and every further page is there by one of the ways it offers."""
    first = parts[0]
    had: set[str] = set()
    for part in parts:
        try:
            had.add(clean(part.page.address))
        except BadAddress:
            had.add(part.page.address)
    ways = ways_on(first.tree, first.page.address)
    begins = not is_further(first.tree, first.page.address)
    return Pages(joined=len(parts), complete=begins and any(had.issuperset(way) for way in ways))
