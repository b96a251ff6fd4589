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
    Dateline,
    Embed,
    Figure,
    FormField,
    ListBlock,
    Paragraph,
    Person,
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
        kicker=draw(maybe),
        deck=draw(maybe),
        dateline=draw(st.none() | st.builds(Dateline, text=texts, place=maybe, agency=maybe)),
        byline=draw(st.none() | bylines),
        published=draw(st.none() | clocks),
        updated=draw(st.none() | clocks),
        tags=tuple(draw(st.lists(texts, max_size=3))),
        sections=tuple(draw(st.lists(sections, max_size=3))),
        comment_form=draw(forms),
        reading=Reading(reader=draw(st.sampled_from(["1", "2"]))),
    )
