"""What is cut from a text: dateline, sign-off, credits, repeated lines; and its sections."""

import pytest

from archive.article import Embed, Figure, ListBlock, Paragraph, Quote
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


@pytest.mark.parametrize("mark", ["[]", "(/)", "[ ]"])
def test_a_mark_that_nobody_filled_in_is_cut_and_is_no_sign_off(mark: str) -> None:
    found = settle([*BODY[:-1], Paragraph(text=f"{THIRD} {mark}")], HEADLINE, WARTA)
    assert found.signoff is None
    assert list(found.items) == BODY


@pytest.mark.parametrize("mark", ["(bud/sit)", "(*)"])
def test_a_sign_off_is_cut_from_the_last_entry_of_a_list_and_from_a_quote(mark: str) -> None:
    entries = ListBlock(items=("Satu hal.", f"Dua hal. {mark}"), ordered=False)
    for last, rest in (
        (entries, ListBlock(items=("Satu hal.", "Dua hal."), ordered=False)),
        (ListBlock(items=("Satu hal.", mark), ordered=False), ListBlock(items=("Satu hal.",), ordered=False)),
        (Quote(text=f"Kebun ini milik kita semua. {mark}"), Quote(text="Kebun ini milik kita semua.")),
    ):
        settled = settle([Paragraph(text=FIRST), last], HEADLINE, WARTA)
        assert settled.items[1:] == (rest,)
        assert settled.signoff == mark


def test_an_entry_of_a_list_above_more_text_keeps_its_parentheses() -> None:
    entries = ListBlock(items=("Satu hal.", "Dua hal. (bud/sit)"), ordered=False)
    assert settle([Paragraph(text=FIRST), entries, Paragraph(text=SECOND)], HEADLINE, WARTA).items[1] == entries


def test_a_sign_off_between_the_pages_of_an_article_is_cut_too() -> None:
    found = settle([*BODY[:2], Paragraph(text="(sam/rat)"), Heading("Panen Kedua", 2), BODY[2]], HEADLINE, WARTA)
    assert found.signoff == "(sam/rat)"
    assert list(found.items) == [*BODY[:2], Heading("Panen Kedua", 2), BODY[2]]


def test_credits_before_and_behind_the_text_are_cut_and_kept_as_credits() -> None:
    items = [Paragraph(text="Penulis: Siti Aminah"), *BODY, Paragraph(text="Editor: Budi Rahman\nSumber: Warta Desa")]
    found = settle(items, HEADLINE, WARTA)
    assert list(found.items) == BODY
    assert found.credits == ("Penulis: Siti Aminah", "Editor: Budi Rahman", "Sumber: Warta Desa")


def test_a_credit_to_a_guest_and_the_footnote_about_them_are_cut() -> None:
    guest, note = "Written for Warta Contoh by B. Santoso", f"*) Dosen Universitas Warta, {'penulis buku tani, ' * 4}"
    found = settle([*BODY, Paragraph(text=guest), Paragraph(text=note.rstrip(", "))], HEADLINE, WARTA)
    assert found.credits == (guest, note.rstrip(", "))
    assert list(found.items) == BODY


@pytest.mark.parametrize("behind", ["Editor: Siti Aminah", "Penulis : Budi Santoso Editor : Siti Aminah"])
def test_a_credit_behind_the_last_sentence_is_cut(behind: str) -> None:
    found = settle([*BODY[:2], Paragraph(text=f"{THIRD} {behind}")], HEADLINE, WARTA)
    assert (list(found.items), found.credits) == (BODY, (behind,))


def test_a_credit_above_one_more_sentence_is_cut_and_a_fact_among_others_stays() -> None:
    credit = Paragraph(text="Editor : Siti Aminah")
    found = settle([*BODY[:2], credit, BODY[2]], HEADLINE, WARTA)
    assert (list(found.items), found.credits) == (BODY, ("Editor : Siti Aminah",))
    book = [Paragraph(text="Judul: Kebun di Atap Pasar"), credit, Paragraph(text="Tebal: 120 halaman")]
    assert list(settle([*BODY[:2], *book, BODY[2]], HEADLINE, WARTA).items) == [*BODY[:2], *book, BODY[2]]


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


def test_the_date_and_the_byline_below_a_deck_are_the_head_of_the_article() -> None:
    deck = Paragraph(text="Pedagang berharap kebun itu cukup untuk seluruh pasar sampai akhir musim.")
    head: list[Item] = [deck, Paragraph(text="24 November 2026 | 09.00 WIB"), Paragraph(text="Sutrisno Hadi")]
    found = settle([*head, *BODY], HEADLINE, WARTA)
    assert list(found.items) == [deck, *BODY]


def test_a_byline_printed_as_a_list_above_the_date_is_a_credit() -> None:
    byline = ListBlock(items=("Penulis, Famega Kirana", "Peranan, Warta Contoh"), ordered=False)
    found = settle([byline, Paragraph(text="24 November 2026"), *BODY], HEADLINE, WARTA)
    assert found.credits == ("Penulis: Famega Kirana", "24 November 2026")
    assert list(found.items) == BODY


def test_a_date_inside_the_text_is_text() -> None:
    told: list[Item] = [*BODY, *BODY, Paragraph(text="24 November 2026"), *BODY]
    assert list(settle(told, HEADLINE, WARTA).items) == told


def test_the_papers_name_with_its_rubric_below_a_text_that_opens_with_it_goes() -> None:
    opening = Paragraph(text=f"Warta Contoh - {FIRST}")
    label = Paragraph(text="Warta Contoh - Sosial")
    assert list(settle([opening, *BODY[1:], label], HEADLINE, WARTA).items) == BODY
    assert list(settle([*BODY, label], HEADLINE, WARTA).items) == [*BODY, label]


def test_a_note_on_the_writer_above_a_disclaimer_of_the_newsroom_goes_with_it() -> None:
    note = "*) Penulis adalah dosen Fakultas Ilmu Sosial Universitas Sungai Rengas di Sintang"
    disclaimer = "Tulisan ini sepenuhnya tanggung jawab penulis dan tidak mewakili sikap redaksi."
    found = settle([*BODY, Paragraph(text=note), Paragraph(text=disclaimer)], HEADLINE, WARTA)
    assert list(found.items) == BODY
    assert note in found.credits
    told: list[Item] = [Paragraph(text=disclaimer), *BODY]
    assert list(settle(told, HEADLINE, WARTA).items) == told
