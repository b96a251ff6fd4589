"""Who is credited, found on whole pages."""

from datetime import UTC, datetime

import pytest

from archive.article import Article
from archive.outlet import Outlet
from archive.page import Page
from crawler.reading.read import read
from tests.crawler.reading.sample import article, markup

TEXT = (
    "<p>Para petani di tiga desa itu mulai menanam padi lebih awal karena air dari bendungan sudah mengalir.</p>"
    "<p>Kepala desa mengatakan bahwa warga sudah menunggu sejak awal bulan ini dan tidak mau terlambat lagi.</p>"
    "<p>Penyuluh memperkenalkan benih yang dapat dipanen dalam waktu delapan puluh hari setelah ditanam.</p>"
)


def people(head: str = "", above: str = "", below: str = "", end: str = "") -> list[tuple[str, str]]:
    """Names and roles read from a page with these parts around and at the end of its text."""
    markup = (
        f"<html><head><title>Petani Menanam Padi Lebih Awal</title>{head}</head><body><article>"
        f"<h1>Petani Menanam Padi Lebih Awal</h1>{above}<div class='entry-content'>{TEXT}{end}</div>{below}"
        "</article></body></html>"
    )
    page = Page(
        address="https://warta.example/padi", body=markup.encode(), fetched_at=datetime(2026, 11, 23, tzinfo=UTC)
    )
    found = read((page,), Outlet(name="warta.example", title="Warta Pagi", house_names=("Warta",)))
    assert isinstance(found, Article)
    return [(person.name, person.role) for person in found.byline.people] if found.byline else []


AUTHOR = '<meta name="author" content="Siti Aminah">'


@pytest.mark.parametrize(
    "parts",
    [
        {"above": "<div>Penulis: Budi Santoso</div><div>Editor: Siti Aminah</div>"},
        {"above": "<div>Penulis</div><div>Budi Santoso</div><div>Editor</div><div>Siti Aminah</div>"},
        {"above": "<div>Budi Santoso</div><div>Penulis</div><div>Siti Aminah</div><div>Editor</div>"},
        {"below": "<p>Penulis: Budi Santoso | Editor: Siti Aminah</p>"},
        {"end": "<p>Penulis: Budi Santoso</p><p>Editor: Siti Aminah</p>"},
    ],
)
def test_printed_roles_are_found_wherever_they_stand(parts: dict[str, str]) -> None:
    assert people(head=AUTHOR, **parts) == [("Budi Santoso", "penulis"), ("Siti Aminah", "editor")]


def test_an_author_of_the_metadata_who_is_printed_as_editor_is_no_writer() -> None:
    assert people(head=AUTHOR, below="<p>Editor: Siti Aminah</p>") == [("Siti Aminah", "editor")]


def test_without_printed_words_the_metadata_names_the_writer() -> None:
    assert people(head=AUTHOR) == [("Siti Aminah", "penulis")]


def test_a_list_behind_a_label_names_several() -> None:
    assert people(above="<div>Oleh :</div><ul><li>Budi Santoso</li><li>Rina Wati</li></ul>") == [
        ("Budi Santoso", "penulis"),
        ("Rina Wati", "penulis"),
    ]


def test_a_name_in_the_line_of_the_date_is_the_writer() -> None:
    assert people(above="<div>Budi Santoso - 11 Februari 2016 07:10 WIB</div>") == [("Budi Santoso", "penulis")]


def test_an_element_marked_as_writer_names_one() -> None:
    assert people(above="<p class='writer-det'>Budi Santoso</p>") == [("Budi Santoso", "penulis")]


def test_a_photographer_of_a_picture_is_not_the_writer() -> None:
    photo = "<figure><img src='/a.jpg'><figcaption><span class='author'>Rina Wati</span> Sawah.</figcaption></figure>"
    assert people(above=f"{photo}<div>Penulis: Budi Santoso</div>") == [("Budi Santoso", "penulis")]


def test_a_writer_in_capitals_signs_the_text() -> None:
    assert people(end="<p>BUDI SANTOSO | ANTARA</p>") == [("BUDI SANTOSO", "penulis"), ("ANTARA", "sumber")]


def test_an_account_is_printed_as_a_name() -> None:
    assert people(head='<meta name="author" content="budisantoso">', below="<p>Budi Santoso</p>") == [
        ("Budi Santoso", "penulis")
    ]


def test_the_house_alone_credits_nobody() -> None:
    assert people(above="<div>Oleh Warta Pagi</div>") == []


def test_initials_are_credited_where_nobody_else_is() -> None:
    assert people(end="<p>(bud/sit)</p>") == [("bud", "inisial"), ("sit", "inisial")]
    assert people(above="<div>Oleh Budi Santoso</div>", end="<p>(bud/sit)</p>") == [("Budi Santoso", "penulis")]


def test_a_name_beside_the_date_is_the_writers_unless_the_article_speaks_of_it() -> None:
    above = "<div>Budi Santoso</div><div>Senin, 23 November 2026 10:30 WIB</div>"
    assert people(above=above) == [("Budi Santoso", "penulis")]
    assert people(above=above, end="<p>Pedagang bernama Budi Santoso menunggu hasil panen di pasar desa.</p>") == []


def test_a_rubric_beside_the_date_is_nobody() -> None:
    section = '<meta property="article:section" content="Desa Kita">'
    assert people(head=section, above="<div>Desa Kita</div><div>Senin, 23 November 2026</div>") == []


def test_the_metadata_name_a_writer_beside_a_printed_editor() -> None:
    author = '<meta name="author" content="Budi Santoso">'
    assert people(head=author, below="<p>Editor: Siti Aminah</p>") == [
        ("Budi Santoso", "penulis"),
        ("Siti Aminah", "editor"),
    ]


@pytest.mark.parametrize("login", ["admin", "Redaksi2", "budi_s", "Budi_S", "budi@warta.example", "Warta Pagi"])
def test_an_account_in_the_metadata_is_nobody(login: str) -> None:
    assert people(head=f'<meta name="author" content="{login}">') == []


def test_a_contributor_is_credited_beside_the_newsrooms_own() -> None:
    assert people(above="<p class='author'>Siti Aminah</p>", end="<p>Kontributor : Budi Santoso</p>") == [
        ("Budi Santoso", "kontributor"),
        ("Siti Aminah", "penulis"),
    ]


def test_a_note_on_the_writer_goes_with_the_byline() -> None:
    note = "*) Budi Santoso, dosen Universitas Sawah"
    assert people(end=f"<p>{note}</p>") == [("Budi Santoso", "penulis")]


def test_oleh_in_the_middle_of_the_line_below_the_headline_names_the_writer() -> None:
    above = "<div><span>Wawancara</span> | <span>20 November 2026 08:00 WIB</span> | Oleh: Dewi Anggraini</div>"
    assert people(above=above) == [("Dewi Anggraini", "penulis")]


def test_a_name_that_the_metadata_shorten_is_credited_once() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Tyas Ayu"}}</script>'
    above = "<div class='read__info__author'><a href='/a/12'>Tyas Ayu Kirana</a></div><div>Tyas Ayu</div>"
    assert people(head=head, above=above) == [("Tyas Ayu Kirana", "penulis")]


def test_the_footer_of_an_article_names_its_writer() -> None:
    published = "<span class='posted-on'>Published <time datetime='2026-11-23'>23 November 2026</time></span>"
    by = "<span class='byline'>By <a href='/author/budi/' rel='author'>Budi Santoso</a></span>"
    told = article(markup(below=f"<footer class='entry-footer'><div class='posted-by'>{published}{by}</div></footer>"))
    assert told.byline is not None
    assert [(one.name, one.role) for one in told.byline.people] == [("Budi Santoso", "penulis")]
