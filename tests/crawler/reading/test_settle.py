"""What is cut from a text: dateline, sign-off, credits, repeated lines; and its sections."""

import pytest

from archive.article import Embed, Figure, ListBlock, Paragraph
from crawler.reading.processors.paragraph import Heading, Item
from crawler.reading.settle import captions_as_text, sections, settle
from tests.crawler.reading.sample import FIRST, HEADLINE, SECOND, THIRD, WARTA

BODY: list[Item] = [Paragraph(text=FIRST), Paragraph(text=SECOND), Paragraph(text=THIRD)]


def test_a_dateline_is_cut_from_the_first_paragraph() -> None:
    found = settle([Paragraph(text=f"JAKARTA, Warta Contoh - {FIRST}"), *BODY[1:]], HEADLINE, WARTA)
    assert found.dateline is not None
    assert (found.dateline.text, found.dateline.agency) == ("JAKARTA, Warta Contoh", "Warta Contoh")
    assert list(found.items) == BODY


def test_a_dateline_in_a_line_before_the_first_paragraph_is_cut() -> None:
    found = settle([Paragraph(text="Jakarta -"), *BODY], HEADLINE, WARTA)
    assert found.dateline is not None
    assert found.dateline.place == "Jakarta"
    assert list(found.items) == BODY


def test_a_picture_before_the_text_does_not_hide_the_dateline() -> None:
    picture = Figure(url="https://warta.example/a.jpg", caption="Panen.")
    found = settle([picture, Paragraph(text=f"SOLO - {FIRST}"), *BODY[1:]], HEADLINE, WARTA)
    assert found.dateline is not None
    assert list(found.items) == [picture, *BODY]


def test_a_text_without_a_dateline_keeps_all_its_words() -> None:
    found = settle(BODY, HEADLINE, WARTA)
    assert (found.dateline, found.signoff, found.credits) == (None, None, ())
    assert list(found.items) == BODY


@pytest.mark.parametrize("mark", ["(sam/rat)", "[em/ah]", "(*)", "(E-2)"])
def test_a_sign_off_is_cut_from_the_end_of_the_last_paragraph_or_from_a_line_of_its_own(mark: str) -> None:
    for items in ([*BODY[:2], Paragraph(text=f"{THIRD} {mark}")], [*BODY, Paragraph(text=mark)]):
        found = settle(items, HEADLINE, WARTA)
        assert found.signoff == mark
        assert list(found.items) == BODY


def test_a_sign_off_between_the_pages_of_an_article_is_cut_too() -> None:
    found = settle([*BODY[:2], Paragraph(text="(sam/rat)"), Heading("Panen Kedua", 2), BODY[2]], HEADLINE, WARTA)
    assert found.signoff == "(sam/rat)"
    assert list(found.items) == [*BODY[:2], Heading("Panen Kedua", 2), BODY[2]]


def test_credits_before_and_behind_the_text_are_cut_and_kept_as_credits() -> None:
    items = [Paragraph(text="Penulis: Siti Aminah"), *BODY, Paragraph(text="Editor: Budi Rahman\nSumber: Warta Desa")]
    found = settle(items, HEADLINE, WARTA)
    assert list(found.items) == BODY
    assert found.credits == ("Penulis: Siti Aminah", "Editor: Budi Rahman", "Sumber: Warta Desa")


def test_a_sentence_that_begins_like_a_credit_stays() -> None:
    told = "Oleh karena itu, para pedagang sepakat menambah dua kebun lagi di atap pasar tahun depan."
    assert settle([*BODY, Paragraph(text=told)], HEADLINE, WARTA).items[-1] == Paragraph(text=told)


def test_the_headline_and_captions_are_not_said_twice() -> None:
    picture = Figure(url="https://warta.example/a.jpg", caption="Panen di atap pasar.")
    items = [Heading(HEADLINE.upper(), 2), picture, Paragraph(text="Panen di atap pasar."), *BODY]
    assert list(settle(items, HEADLINE, WARTA).items) == [picture, *BODY]


def test_a_heading_at_the_end_with_a_video_or_a_stray_word_under_it_goes() -> None:
    video = Embed(url="https://video.example/1", provider="video.example")
    found = settle([*BODY, Heading("Saksikan Videonya", 2), video, Paragraph(text="Tweet")], HEADLINE, WARTA)
    assert list(found.items) == [*BODY, video]


def test_sections_begin_at_headings_and_the_lead_has_none() -> None:
    made = sections([BODY[0], Heading("Panen Kedua", 3), BODY[1], ListBlock(items=("a",)), Heading("Penutup", 2)])
    assert [(one.heading, one.level, len(one.blocks)) for one in made] == [
        (None, None, 1),
        ("Panen Kedua", 3, 2),
        ("Penutup", 2, 0),
    ]


def test_two_captions_are_no_photo_story() -> None:
    figures: list[Item] = [Figure(caption=FIRST), Figure(caption=SECOND)]
    assert captions_as_text(figures) == figures
