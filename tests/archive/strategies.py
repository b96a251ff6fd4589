"""Hypothesis strategies for articles: any text, any blocks, any times."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from archive.address import article_id
from archive.article import (
    Article,
    Block,
    Byline,
    Clock,
    CommentForm,
    Correction,
    Dateline,
    Embed,
    Figure,
    FormField,
    HeadlineVariant,
    ListBlock,
    Origin,
    Paragraph,
    Person,
    Place,
    Quotation,
    Quote,
    Reading,
    Section,
    Table,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | texts
moments = st.integers(-(2**51), 2**52).map(
    lambda micros: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
)
zones = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
clocks = st.builds(
    Clock,
    text=maybe,
    at=st.none() | st.builds(lambda moment, zone: moment.astimezone(zone), moments, zones),
    precision=st.sampled_from(["second", "minute", "hour", "day", "none"]),
    source=texts,
    relative=st.booleans(),
)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, text=texts),
    st.builds(Quote, text=texts, cite=maybe),
    st.builds(ListBlock, items=st.lists(texts, max_size=3).map(tuple), ordered=st.booleans()),
    st.builds(
        Table,
        rows=st.lists(st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple),
        header=st.booleans(),
        caption=maybe,
    ),
    st.builds(Figure, url=maybe, alt=maybe, caption=maybe, credit=maybe),
    st.builds(Embed, url=maybe, provider=maybe, text=maybe),
)
sections = st.builds(
    Section, heading=maybe, level=st.none() | st.integers(2, 6), blocks=st.lists(blocks, max_size=4).map(tuple)
)
bylines = st.builds(
    Byline,
    text=maybe,
    people=st.lists(st.builds(Person, name=texts, role=st.sampled_from(["penulis", "editor"])), max_size=3).map(tuple),
)
places = st.builds(Place, name=texts, country=st.just("ID"), code=maybe)
datelines = st.builds(
    Dateline,
    text=texts,
    separator=texts,
    place=maybe,
    places=st.lists(places, max_size=2).map(tuple),
    agency=maybe,
)
counts = st.integers(0, 50)
quotations = st.builds(
    Quotation,
    text=texts,
    speaker=maybe,
    description=maybe,
    verb=maybe,
    resolved=st.booleans(),
    section=counts,
    block=counts,
    start=counts,
)
corrections = st.builds(Correction, kind=st.sampled_from(["ralat", "hak_jawab"]), text=texts, url=maybe)
forms = st.builds(
    CommentForm,
    state=st.sampled_from(["open", "closed", "login_required", "absent"]),
    heading=maybe,
    fields=st.lists(st.builds(FormField, name=texts, label=maybe, required=st.booleans()), max_size=2).map(tuple),
    comments=st.none() | st.integers(0, 10_000),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any article of a handful of addresses, so that some meet again."""
    url = f"https://warta.example/{draw(st.sampled_from(['pasar', 'jembatan', 'sawah']))}/"
    return Article(
        id=article_id(url),
        outlet=draw(st.sampled_from(["warta.example", "warta"])),
        url=url,
        headline=draw(texts),
        headline_variants=tuple(draw(st.lists(st.builds(HeadlineVariant, text=texts, source=texts), max_size=2))),
        kicker=draw(maybe),
        deck=draw(maybe),
        dateline=draw(st.none() | datelines),
        byline=draw(st.none() | bylines),
        published=draw(st.none() | clocks),
        updated=draw(st.none() | clocks),
        tags=tuple(draw(st.lists(texts, max_size=3))),
        sections=tuple(draw(st.lists(sections, max_size=3))),
        quotations=tuple(draw(st.lists(quotations, max_size=2))),
        corrections=tuple(draw(st.lists(corrections, max_size=2))),
        origin=draw(st.none() | st.builds(Origin, text=texts, name=maybe, title=maybe, url=maybe)),
        rights=draw(maybe),
        comment_form=draw(forms),
        reading=Reading(reader=draw(st.sampled_from(["1", "2"]))),
    )
