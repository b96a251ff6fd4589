"""The fingerprint covers the printed words, and nothing that is parsed out of them."""

import dataclasses
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given

from archive.article import (
    Article,
    Byline,
    Clock,
    CommentForm,
    Dateline,
    Figure,
    Paragraph,
    Person,
    Reading,
    Section,
)
from archive.fingerprint import fingerprint, mark, printed_words, revision_id
from archive.reason import Reason
from archive.visit import Refused, Visit
from tests.archive.articles import FULL, clock, with_text
from tests.archive.strategies import articles

AT = datetime(2026, 11, 20, tzinfo=UTC)


def test_other_words_give_another_fingerprint() -> None:
    assert fingerprint(with_text(FULL, "Jembatan dibuka.")) != fingerprint(with_text(FULL, "Jembatan ditutup."))


@pytest.mark.parametrize(
    "parsed",
    [
        {"comment_form": CommentForm(state="closed")},
        {"updated": clock("2026-12-01T00:00:00+07:00", "Diperbarui")},
        {"tags": ("Lain",)},
        {"rubric": "Nasional"},
        {"language": "jv"},
        {"access": "paywalled"},
        {"outlet": "warta"},
        {"reading": Reading(reader="99")},
        {"dateline": Dateline(text="WANAREJA, WARTA EXAMPLE", place="Wanaraja")},
        {"byline": Byline(text="Penulis: Sekar Lembayung, Editor: Bima Paradipta", people=())},
        {"published": Clock(text="Senin, 2 November 2026 00:20 WIT", source="lain")},
        {"images": ()},
        {"promos": ()},
    ],
    ids=lambda parsed: next(iter(parsed)),
)
def test_a_better_parse_of_the_same_words_changes_nothing(parsed: dict[str, object]) -> None:
    assert fingerprint(msgspec.structs.replace(FULL, **parsed)) == fingerprint(FULL)


@pytest.mark.parametrize(
    "printed",
    [
        {"headline": "Lain"},
        {"kicker": "Lain"},
        {"deck": "Lain"},
        {"dateline": Dateline(text="SERAYAN")},
        {"byline": Byline(text="Oleh Lain", people=(Person(name="Lain", role="penulis"),))},
        {"published": clock("2026-11-02T00:20:00+09:00", "2 November 2026")},
        {"sections": (*FULL.sections, Section(heading="Tambahan", level=2, blocks=()))},
    ],
    ids=lambda printed: next(iter(printed)),
)
def test_every_printed_field_counts(printed: dict[str, object]) -> None:
    assert fingerprint(msgspec.structs.replace(FULL, **printed)) != fingerprint(FULL)


def test_a_time_that_counts_from_now_is_no_wording() -> None:  # "2 jam yang lalu" = "2 hours ago"
    one, other = (
        msgspec.structs.replace(FULL, published=Clock(text=text, source="time", relative=True))
        for text in ("2 jam yang lalu", "3 jam yang lalu")
    )
    assert fingerprint(one) == fingerprint(other)


def test_the_address_of_a_picture_is_no_wording_and_its_caption_is() -> None:
    def shown(**figure: str) -> Article:
        return msgspec.structs.replace(FULL, sections=(Section(blocks=(Figure(**figure),)),))

    assert fingerprint(shown(url="https://a.example/1.jpg", caption="K")) == fingerprint(shown(caption="K"))
    assert fingerprint(shown(caption="K")) != fingerprint(shown(caption="L"))


def test_where_one_paragraph_ends_counts() -> None:
    one = Section(blocks=(Paragraph(text="Satu dua"),))
    two = Section(blocks=(Paragraph(text="Satu"), Paragraph(text="dua")))
    assert fingerprint(msgspec.structs.replace(FULL, sections=(one,))) != fingerprint(
        msgspec.structs.replace(FULL, sections=(two,))
    )


@given(articles(), articles())
def test_equal_fingerprints_are_equal_printed_words(one: Article, other: Article) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (printed_words(one) == printed_words(other))


def test_it_says_its_version_so_that_a_later_one_can_differ() -> None:
    assert fingerprint(FULL).startswith("1:")
    assert len(fingerprint(FULL)) == 34


def test_a_revision_is_one_wording_of_one_article() -> None:
    assert revision_id("a" * 20, "1:x") != revision_id("b" * 20, "1:x") != revision_id("b" * 20, "1:y")


def test_only_a_visit_with_an_article_is_marked() -> None:
    visit = Visit(address=FULL.url, outlet="warta.example", at=AT, outcome=FULL)
    marked = mark(visit)
    assert marked.mark is not None
    assert (marked.mark.article, marked.mark.fingerprint) == (FULL.id, fingerprint(FULL))
    refused = dataclasses.replace(visit, outcome=Refused(reason=Reason.NO_BODY))
    assert mark(refused) == refused
