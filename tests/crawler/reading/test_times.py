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


def article(
    above: str = "", head: str = "", *, top: str = "", below: str = "", text: str = TEXT, path: str = "padi"
) -> Article:
    """The page read. top: above the headline; above: between headline and text; below: under the text."""
    markup = (
        f"<html><head><title>Petani Menanam Padi Lebih Awal</title>{head}</head><body>{top}<article>"
        f"<h1>Petani Menanam Padi Lebih Awal</h1>{above}<div class='entry-content'>{text}</div>{below}</article>"
        "</body></html>"
    )
    page = Page(
        address=f"https://warta.example/{path}", body=markup.encode(), fetched_at=datetime(2026, 11, 23, 5, tzinfo=UTC)
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


CAPTIONS = (
    "<figure><img src='/a.jpg'><figcaption>Jembatan pada 1 Januari 2020 pukul 10.00 WIB</figcaption></figure>",
    "<p class='caption'>Jembatan pada 1 Januari 2020 pukul 10.00 WIB</p>",
    "<figure><img src='/a.jpg'><figcaption>Warga, Jumat (5/6/2026) pukul 17.30 WIB. (Rina)</figcaption></figure>",
)


@pytest.mark.parametrize("caption", CAPTIONS)
def test_the_time_of_a_picture_is_not_the_time_of_the_article(caption: str) -> None:
    assert published(caption) == (None, None)
    line = "<div>Rabu, 10 Juni 2026 | 14:05 WIB</div>"
    assert published(caption + line) == ("Rabu, 10 Juni 2026 | 14:05 WIB", datetime(2026, 6, 10, 14, 5, tzinfo=WIB))


def test_a_date_in_a_box_named_like_a_picture_s_is_found() -> None:
    box = "<div class='thumb-meta caption'><a href='/kategori/news/'>News</a> <span>June 10, 2026</span></div>"
    assert published(box)[0] == "June 10, 2026"


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


WITA = timezone(timedelta(hours=8))
MALAY = (
    "<p>Petani di tiga kampung itu mula menanam padi lebih awal kerana bekalan air daripada empangan sudah pulih.</p>"
    "<p>Pengerusi persatuan berkata mesyuarat itu sahaja membabitkan seramai empat puluh peniaga sejak Isnin.</p>"
)


def test_a_time_without_a_zone_takes_the_offset_that_a_tag_gives_the_same_wall_clock() -> None:
    tagged = tag("published", "2026-06-10T14:05:09+08:00")
    assert published("<p>Rabu, 10 Juni 2026 14:05</p>", tagged) == (
        "Rabu, 10 Juni 2026 14:05",
        datetime(2026, 6, 10, 14, 5, 9, tzinfo=WITA),
    )


def test_a_time_without_a_zone_takes_the_zone_of_the_line_beside_it() -> None:
    found = article("<p>Terbit 10 Juni 2026 14:05 WITA</p><p>Diperbarui 10 Juni 2026 15:20</p>")
    assert found.published is not None
    assert found.updated is not None
    assert found.published.at == datetime(2026, 6, 10, 14, 5, tzinfo=WITA)
    assert found.updated.at == datetime(2026, 6, 10, 15, 20, tzinfo=WITA)


def test_an_article_in_malay_of_an_unknown_outlet_is_dated_in_malaysias_zone() -> None:
    found = article("<p>10 Jun 2026 14:05</p>", text=MALAY)
    assert found.language == "ms"
    assert found.published is not None
    assert found.published.at == datetime(2026, 6, 10, 14, 5, tzinfo=WITA)
    assert found.published.at.utcoffset() == timedelta(hours=8)


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


@pytest.mark.parametrize("words", ["1 jam 20 menit yang lalu", "NASIONAL | dua jam yg lalu", "Hari ini, 10:05 WIB"])
def test_relative_times_in_every_form_are_found_beside_the_headline(words: str) -> None:
    clock = article(f"<div>{words}</div>").published
    assert clock is not None
    assert clock.at is not None
    assert (clock.at.date().isoformat(), clock.relative) == ("2026-11-23", True)
    assert clock.source == "line below headline"


def test_a_page_without_a_date_has_none() -> None:
    assert published() == (None, None)


@pytest.mark.parametrize(
    ("line", "published_text", "updated_text"),
    [
        ("Diperbarui 11 Jun 2026, 09:00 WIB", None, "11 Jun 2026, 09:00 WIB"),
        ("Terakhir diperbarui: Kamis, 11 Jun 2026 09:00", None, "Kamis, 11 Jun 2026 09:00"),
        ("Last updated on Jun 11, 2026 at 9:00 am", None, "Jun 11, 2026 at 9:00 am"),
        ("Update: 11/06/2026, 09:00 WIB", None, "11/06/2026, 09:00 WIB"),
        (
            "Terbit: 10 Juni 2026 14:05 WIB | Diperbarui: 11 Juni 2026 09:00 WIB",
            "10 Juni 2026 14:05 WIB",
            "11 Juni 2026 09:00 WIB",
        ),
        (
            "Diperbarui 11 Juni 2026 09:00 WIB Diterbitkan 10 Juni 2026 14:05 WIB",
            "10 Juni 2026 14:05 WIB",
            "11 Juni 2026 09:00 WIB",
        ),
        (
            "31 Juni 2026 14:05 WIB Diperbarui 32 Juni 2026 09:00 WIB",
            "31 Juni 2026 14:05 WIB",
            "32 Juni 2026 09:00 WIB",
        ),
        ("Diposkan pada 10 Juni 2026 11 Juni 2026 oleh Budi Santoso", "10 Juni 2026", None),
        ("Dipublikasikan pada 10 Juni 2026 14:05 WIB", "10 Juni 2026 14:05 WIB", None),
        ("Oleh Budi Santoso pada 10 Jun 2026, 14:05 WIB", "10 Jun 2026, 14:05 WIB", None),
        ("Update Banjir di Tiga Desa 10 Juni 2026", None, None),
    ],
)
def test_publication_and_update_are_told_apart_by_their_labels(
    line: str, published_text: str | None, updated_text: str | None
) -> None:
    found = article(f"<div>{line}</div>")
    assert (found.published.text if found.published else None) == published_text
    assert (found.updated.text if found.updated else None) == updated_text


def test_a_label_on_a_line_of_its_own_counts_for_the_next_line() -> None:
    found = article("<div>10 Juni 2026 14:05 WIB</div><div>Diperbarui:</div><div>11 Juni 2026 09:00 WIB</div>")
    assert found.published is not None
    assert found.updated is not None
    assert (found.published.text, found.updated.text) == ("10 Juni 2026 14:05 WIB", "11 Juni 2026 09:00 WIB")


@pytest.mark.parametrize(
    ("boxes", "text"),
    [
        ("<div>Rabu, 10 Juni 2026</div><div>14:05 WIB</div>", "Rabu, 10 Juni 2026 14:05 WIB"),
        ("<div>14.05 WIB</div><div>10 Juni 2026</div>", "14.05 WIB, 10 Juni 2026"),
    ],
)
def test_a_time_of_day_beside_the_line_of_the_date_belongs_to_it(boxes: str, text: str) -> None:
    assert published(boxes) == (text, datetime(2026, 6, 10, 14, 5, tzinfo=WIB))


@pytest.mark.parametrize(
    "line",
    [
        "Konser itu digelar 12 Desember 2025 pukul 19.00 WIB di lapangan desa",
        "Pameran tani 12-15 Desember 2025, gratis untuk warga",
        "Pameran tani 12 November - 15 Desember 2025",
        "Pameran tani 12 November 2025 – 15 Desember 2025",
        "Sawah di Karawang, Selasa (9/6/2026) pukul 10.15 WIB, menjelang musim tanam yang datang lebih awal.",
        "Jadwal tanam hari ini, musim 2026",
        "Musim tanam 2025/2026",
        "Hak cipta 2026 Warta Contoh",
        "Terbit 1 Januari 2031 08:00 WIB",
    ],
)
def test_dates_of_events_captions_seasons_and_the_future_are_not_the_time_of_publication(line: str) -> None:
    found = article(f"<div>{line}</div>").published
    assert found is None or found.at is None


@pytest.mark.parametrize(
    "strip",
    [
        "<header><div>Senin, 23 November 2026 | 12:00 WIB</div></header>",
        "<div class='top-bar topbar'><div>Senin, 23 November 2026</div></div>",
        "<nav><div id='jam'>23 November 2026 12:00:01 WIB</div></nav>",
    ],
)
def test_the_date_of_the_day_in_the_strip_at_the_top_is_not_the_time_of_publication(strip: str) -> None:
    assert article(top=strip).published is None


def test_a_date_above_the_headline_that_the_tags_contradict_is_another_ones() -> None:
    top = "<div>Senin, 23 November 2026 | 12:00 WIB</div>"
    found = article(top=top, head=tag("published", "2026-06-10T14:05:09+07:00"))
    assert found.published is not None
    assert (found.published.text, found.published.at) == (None, datetime(2026, 6, 10, 14, 5, 9, tzinfo=WIB))


def test_the_line_that_a_tag_confirms_is_taken_before_an_earlier_one() -> None:
    lines = "<div>Rapat desa 1 Juni 2026 08:00 WIB</div><div>Rabu, 10 Juni 2026 14:05 WIB</div>"
    text, _ = published(lines, tag("published", "2026-06-10T07:05:09+00:00"))
    assert text == "Rabu, 10 Juni 2026 14:05 WIB"


def test_dates_behind_a_teaser_below_the_text_are_those_of_other_articles() -> None:
    below = "<div><a href='/lain'>Nelayan di Tiga Teluk Menunggu Musim Ikan</a></div><div>9 Juni 2026 08:00 WIB</div>"
    assert article(below=below).published is None


def test_a_date_right_below_the_text_is_the_articles_own() -> None:
    found = article(below="<div>10 Juni 2026 14:05 WIB</div>").published
    assert found is not None
    assert found.source == "line below text"


STAMP = "<time datetime='2026-06-10T14:05:00+07:00'>10 Juni 2026</time>"


@pytest.mark.parametrize(
    "below",
    [
        f"<ul class='related'><li><a href='/lain'>Nelayan</a>{STAMP}</li></ul>",
        f"<ul class='wp-block-post-template'><li><a href='/lain'>Nelayan</a><p class='post-date'>{STAMP}</p></li></ul>",
        f"<div class='kabar'><a href='/lain'>Nelayan</a>{STAMP}</div>",
        f"<article class='post'><a href='/lain'>Nelayan</a><p class='entry-date'>{STAMP}</p></article>",
        f"<aside><div class='entry-meta'>{STAMP}</div></aside>",
        "<ul><li><a href='/lain'>Nelayan</a><span>10 Juni 2026 14:05 WIB</span></li></ul>",
        "<div class='date'>Senin, 23 November 2026</div>",
        "<div>Nelayan menunggu</div><div class='date'>Senin, 23 November 2026 12:00 WIB</div>",
    ],
)
def test_a_date_of_another_article_or_of_the_day_below_the_text_is_not_the_time_of_publication(below: str) -> None:
    assert article(below=below).published is None


@pytest.mark.parametrize("box", ["<aside>{}</aside>", "<div class='terkait'>{}</div>", "<nav>{}</nav>"])
def test_a_stamp_in_an_aside_beside_the_headline_is_another_ones(box: str) -> None:
    assert published(box.format(STAMP.replace("10 Juni 2026", "baca"))) == (None, None)


@pytest.mark.parametrize(
    "below",
    [
        f"<footer class='entry-footer'>{STAMP}</footer>",
        f"<footer>{STAMP}</footer>",
        f"<div class='wp-block-post-date'>{STAMP}</div>",
        f"<p class='posted-on'>{STAMP}</p>",
        f"<p>Diterbitkan {STAMP}</p>",
    ],
)
def test_a_stamp_in_the_articles_own_footer_or_marked_as_publication_counts(below: str) -> None:
    found = article(below=below).published
    assert found is not None
    assert found.at == datetime(2026, 6, 10, 14, 5, tzinfo=WIB)


@pytest.mark.parametrize(
    "below",
    [
        "<div class='entry-meta'>10 Juni 2026</div>",
        "<div>Diterbitkan: 10 Juni 2026</div>",
        "<div>Diterbitkan:</div><div>10 Juni 2026</div>",
    ],
)
def test_a_day_below_the_text_that_is_marked_or_labelled_counts(below: str) -> None:
    found = article(below=below).published
    assert found is not None
    assert (found.text, found.precision, found.source) == ("10 Juni 2026", "day", "line below text")


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ('<meta name="dtk:publishdate" content="2026/06/10 14:05:09">', ""),
        ('<meta name="content_PublishedDate" content="2026-06-10 14:05:09">', ""),
        ('<meta name="warta_news_pubdate" content="10 June 2026 14:05:09">', ""),
        ('<meta name="sailthru.date" content="2026-06-10T14:05:09+0700">', ""),
        ('<meta name="cXenseParse:publishtime" content="2026-06-10T07:05:09Z">', ""),
        ('<meta name="parsely-pub-date" content="1781075109">', ""),
        ('<meta name="dtk:publishdateunix" content="1781075109000">', ""),
        ("", '<span itemprop="datePublished" content="2026-06-10T14:05:09+07:00">Juni</span>'),
        ("", '<time datetime="2026-06-10T14:05:09+07:00">kemarin</time>'),
        (
            '<script type="application/ld+json">'
            '{"@type": "WebPage", "datePublished": "2026-06-10T07:05:09+00:00"}</script>',
            "",
        ),
        ("<script>var dataLayer = [{'published_date': '2026-06-10 14:05:09', 'id': 7}];</script>", ""),
    ],
)
def test_the_tags_and_variables_of_many_systems_give_the_moment(head: str, above: str) -> None:
    assert published(above, head) == (None, datetime(2026, 6, 10, 14, 5, 9, tzinfo=WIB))


def test_variables_that_name_several_moments_give_none() -> None:
    head = "<script>var list = [{publish_date: '2026-06-10 14:05:09'}, {publish_date: '2026-06-09 10:00:00'}];</script>"
    assert published(head=head) == (None, None)


def test_microdata_of_a_teaser_is_not_the_articles() -> None:
    teaser = (
        "<div itemscope itemtype='http://schema.org/NewsArticle'><a href='/lain'>Nelayan Menunggu</a>"
        "<span itemprop='datePublished' content='2026-06-09T08:00:00+07:00'></span></div>"
    )
    assert article(below=teaser).published is None


@pytest.mark.parametrize("content", ["0000-00-00 00:00:00", "1970-01-01T00:00:00+00:00", "2031-01-01T00:00:00+07:00"])
def test_a_tag_that_was_never_set_or_lies_ahead_is_none(content: str) -> None:
    assert published(head=tag("published", content)) == (None, None)


@pytest.mark.parametrize(
    "path",
    ["2026/06/10/padi/", "2026-06-10/padi", "read/20260610/12/padi", "news/20260610140509-4-77/padi", "2026/6/10/padi"],
)
def test_the_day_of_the_address_is_the_last_resort(path: str) -> None:
    found = article(path=path).published
    assert found is not None
    assert (found.at, found.precision, found.source, found.text) == (
        datetime(2026, 6, 10, tzinfo=WIB), "day", "address", None,
    )  # fmt: skip


@pytest.mark.parametrize(
    "path", ["2026/06/padi", "d-20269999/padi", "1781075109/padi", "2026/13/10/padi", "a20260610b"]
)
def test_other_digits_in_an_address_are_no_day(path: str) -> None:
    assert article(path=path).published is None


def test_the_date_in_a_dateline_is_the_last_resort_too() -> None:
    wire = "<p>Jakarta, 9 Juni 2026 (ANTARA) - Para petani di tiga desa itu mulai menanam padi lebih awal.</p>"
    found = article(text=wire + TEXT).published
    assert found is not None
    assert (found.at, found.precision, found.source) == (datetime(2026, 6, 9, tzinfo=WIB), "day", "dateline")


def test_an_address_that_contradicts_is_recorded() -> None:
    found = article("<div>Rabu, 10 Juni 2026 | 14:05 WIB</div>", path="2026/06/08/padi")
    assert found.published is not None
    assert found.published.at == datetime(2026, 6, 10, 14, 5, tzinfo=WIB)
    assert [(said.other, said.rule) for said in found.reading.disagreements] == [
        ("2026-06-08T00:00:00+07:00", "address")
    ]


def test_the_date_of_a_dateline_that_contradicts_is_recorded() -> None:
    wire = "<p>Jakarta, 8 Juni 2026 (ANTARA) - Para petani di tiga desa itu mulai menanam padi lebih awal.</p>"
    found = article("<div>Rabu, 10 Juni 2026 | 14:05 WIB</div>", text=wire + TEXT)
    assert [(said.field, said.kept, said.other, said.rule) for said in found.reading.disagreements] == [
        ("published", "2026-06-10T14:05:00+07:00", "2026-06-08T00:00:00+07:00", "dateline")
    ]


@pytest.mark.parametrize("stamp", ["2026-02-31T10:00:00+07:00", "2031-01-01T00:00:00+07:00"])
def test_a_tag_whose_moment_does_not_exist_or_lies_ahead_is_recorded(stamp: str) -> None:
    head = tag("published", stamp) + tag("modified", "0000-00-00 00:00:00")
    found = article("<div>Rabu, 10 Juni 2026 | 14:05 WIB</div>", head)
    assert [(said.field, said.other, said.rule) for said in found.reading.disagreements] == [
        ("published", stamp, "meta article:published_time")
    ]


def test_an_old_article_shown_again_keeps_the_day_of_its_address() -> None:
    head = tag("published", "2026-06-10T07:05:09+00:00")
    found = article("<div>Diperbarui 10/06/2026, 14:05 WIB</div>", head, path="read/2021/02/28/077/padi")
    assert found.published is not None
    assert found.updated is not None
    assert (found.published.at, found.published.source) == (datetime(2021, 2, 28, tzinfo=WIB), "address")
    assert found.updated.at == datetime(2026, 6, 10, 14, 5, tzinfo=WIB)
