"""When a piece was published and changed, found on whole pages."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from archive.article import Article
from archive.outlet import Outlet
from archive.page import Page
from crawler.reading.read import read

WIB = timezone(timedelta(hours=7))
TEXT = (
    "<p>Para petani di tiga desa itu mulai menanam padi lebih awal karena air dari bendungan sudah mengalir.</p>"
    "<p>Kepala desa mengatakan bahwa warga sudah menunggu sejak 3 Mei 2020 dan tidak mau terlambat lagi.</p>"
)


def article(above: str = "", head: str = "") -> Article:
    markup = (
        f"<html><head><title>Petani Menanam Padi Lebih Awal</title>{head}</head><body><article>"
        f"<h1>Petani Menanam Padi Lebih Awal</h1>{above}<div class='entry-content'>{TEXT}</div></article></body></html>"
    )
    page = Page(
        address="https://warta.example/padi", body=markup.encode(), fetched_at=datetime(2026, 11, 23, 5, tzinfo=UTC)
    )
    found = read((page,), Outlet(name="warta.example"))
    assert isinstance(found, Article)
    return found


def published(above: str = "", head: str = "") -> tuple[str | None, datetime | None]:
    clock = article(above, head).published
    return (clock.text, clock.at) if clock else (None, None)


def tag(name: str, value: str) -> str:
    return f'<meta property="article:{name}_time" content="{value}">'


@pytest.mark.parametrize(
    "above",
    [
        "<div>Rabu, 10 Juni 2026 | 14:05 WIB</div>",
        "<div>EKONOMI</div><div>Rabu, 10 Juni 2026 | 14:05 WIB | 998 Views</div>",
        "<div>Foto: Sawah di Karawang, Selasa (9/6/2026), menjelang musim tanam yang datang lebih awal tahun ini.</div>"
        "<div>Rabu, 10 Juni 2026 | 14:05 WIB</div>",
    ],
)
def test_the_printed_time_is_found_beside_the_headline(above: str) -> None:
    assert published(above) == ("Rabu, 10 Juni 2026 | 14:05 WIB", datetime(2026, 6, 10, 14, 5, tzinfo=WIB))


def test_a_date_printed_in_boxes_is_put_together() -> None:
    boxes = "<div>Juni</div><div>10</div><div>/ 2026</div><div>14:05 WIB</div>"
    assert published(boxes) == ("Juni 10 / 2026 14:05 WIB", datetime(2026, 6, 10, 14, 5, tzinfo=WIB))


def test_a_printed_zone_corrects_tags_and_the_update_with_them() -> None:
    head = tag("published", "2026-06-10T14:05:09Z") + tag("modified", "2026-06-10T15:00:00Z")
    found = article("<div>Rabu, 10 Juni 2026 | 14:05 WIB</div>", head)
    assert found.published is not None
    assert found.updated is not None
    assert found.published.at == datetime(2026, 6, 10, 14, 5, tzinfo=WIB)
    assert found.updated.at == datetime(2026, 6, 10, 15, 0, tzinfo=WIB)
    assert found.reading.disagreements == ()


def test_a_tag_in_utc_alone_is_told_in_the_zone_of_the_outlet() -> None:
    text, at = published(head=tag("published", "2026-06-10T07:05:09Z"))
    assert text is None
    assert at == datetime(2026, 6, 10, 14, 5, 9, tzinfo=WIB)
    assert at is not None
    assert at.utcoffset() == timedelta(hours=7)


def test_the_update_in_the_same_line_is_the_update() -> None:
    found = article("<div>10 Jun 2026, 14:05 WIB Diperbarui 11 Jun 2026, 09:00 WIB</div>")
    assert found.published is not None
    assert found.updated is not None
    assert (found.published.text, found.updated.text) == ("10 Jun 2026, 14:05 WIB", "11 Jun 2026, 09:00 WIB")


def test_a_relative_time_counts_from_the_moment_of_fetching() -> None:
    clock = article("<div>2 jam yang lalu</div>").published
    assert clock is not None
    assert (clock.at, clock.relative) == (datetime(2026, 11, 23, 10, tzinfo=WIB), True)


def test_a_page_without_a_date_has_none() -> None:
    assert published() == (None, None)
