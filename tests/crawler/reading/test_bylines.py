"""Who is credited, found on whole pages."""

from datetime import UTC, datetime

import pytest

from archive.article import Article
from archive.outlet import Outlet
from archive.page import Page
from crawler.reading.read import read

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
    assert people(end="<p>BUDI SANTOSO | ANTARA</p>") == [("BUDI SANTOSO", "penulis")]


def test_an_account_is_printed_as_a_name() -> None:
    assert people(head='<meta name="author" content="budisantoso">', below="<p>Budi Santoso</p>") == [
        ("Budi Santoso", "penulis")
    ]


def test_the_house_alone_credits_nobody() -> None:
    assert people(above="<div>Oleh Warta Pagi</div>") == []
