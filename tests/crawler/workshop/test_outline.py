"""An outline is the same for an article with other words, and another for one that is built otherwise."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from archive.address import article_id
from archive.article import Article, Clock, CommentForm, Dateline, Paragraph, Reading, Section
from crawler.workshop.outline import differences


def article(**changed: Any) -> Article:
    url = changed.pop("url", "https://kabar.example/gajah-mandi")
    fields: dict[str, Any] = {
        "id": article_id(url),
        "outlet": "kabar.example",
        "url": url,
        "headline": "Gajah Mandi 61 Kali",
        "dateline": Dateline(text="Klojen (ANTARA)", place="Klojen", agency="ANTARA"),
        "published": Clock(at=datetime(2026, 11, 23, tzinfo=UTC), precision="day", source="time"),
        "sections": (Section(blocks=(Paragraph(text="Gajah itu mandi."),)),),
        "comment_form": CommentForm(state="open", kind="other", comments=371),
        "reading": Reading(reader="1"),
    }
    return Article(**{**fields, **changed})


def test_other_words_of_the_same_shape_make_no_difference() -> None:
    other = article(
        url="https://kabar.example/vuxel-xomot",
        headline="Vuxel Xomot 78 Xeta",
        sections=(Section(blocks=(Paragraph(text="Vuxel xes xomot."),)),),
        comment_form=CommentForm(state="open", kind="other", comments=904),
        reading=Reading(reader="2"),
    )
    assert differences(article(), other) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "Gajah mandi 61 Kali"),
        ("dateline", None),
        ("dateline", Dateline(text="Klojen (ANTARA)", place="Klojen")),
        ("published", Clock(at=datetime(2026, 11, 24, tzinfo=UTC), precision="day", source="time")),
        ("sections", (Section(heading="X", level=2, blocks=(Paragraph(text="Gajah itu mandi."),)),)),
        ("sections", (Section(blocks=(Paragraph(text="Gajah itu"), Paragraph(text="mandi."))),)),
        ("comment_form", CommentForm(state="open", kind="disqus", comments=371)),
        ("comment_form", CommentForm(state="open", kind="other")),
        ("signoff", "(abc/def)"),
        ("language", "id"),
        ("url", "https://lain.example/gajah-mandi"),
    ],
)
def test_a_difference_is_named_by_its_field(field: str, value: Any) -> None:
    assert differences(article(), article(**{field: value})) == [field]


def test_every_field_but_the_three_that_the_address_and_the_reader_make_is_compared() -> None:
    filled = article(kicker="K", deck="D", rubric="R", signoff="S", rights="R", language="id", tags=("T",))
    blank = [name for name, value in msgspec.structs.asdict(filled).items() if value not in (None, ())]
    assert {"id", "outlet", "reading"} < set(blank)
    assert set(differences(filled, article())) == {"kicker", "deck", "rubric", "signoff", "rights", "language", "tags"}
