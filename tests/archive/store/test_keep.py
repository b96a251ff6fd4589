"""One Visit is one transaction: article, wording, found addresses, visit and the sighting's new state."""

import dataclasses
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.article import Article, Byline, Clock, CommentForm, Figure, Paragraph, Person, Quote, Reading, Section
from archive.errors import Unstorable
from archive.jsonl import to_json
from archive.reason import Reason
from archive.revision import Outcome
from archive.store.archive import Archive, open_archive
from archive.visit import Found, Listing, Mark, Visit
from tests.archive.articles import BARE, FULL, article, clock, with_text
from tests.archive.store.visits import (
    AT,
    DAY,
    HOUR,
    OUTLET,
    begin,
    check,
    found_by,
    leased,
    listed,
    opened,
    page,
    refused,
    rows,
    visit,
)
from tests.archive.strategies import articles


def keep(archive: Archive, *visits: Visit) -> list[Outcome | None]:
    """What each came to, kept one commit after the other."""
    run = archive.begin_run(OUTLET, "add", at=AT)
    return [archive.commit([one], run=run)[0].outcome for one in visits]


def test_an_article_is_new_then_unchanged_then_revised(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        edited = with_text(FULL, "Jembatan ditutup kembali.")
        visits = [visit(FULL), visit(FULL, at=AT + HOUR), visit(edited, at=AT + DAY, body=b"<html>2")]
        assert keep(archive, *visits) == [Outcome.NEW, Outcome.UNCHANGED, Outcome.REVISED]
        seen = [(row.sequence, row.json, row.first_seen_at, row.last_seen_at) for row in archive.rows(revisions="all")]
        assert seen == [(1, to_json(FULL), AT, AT + HOUR), (2, to_json(edited), AT + DAY, AT + DAY)]
        assert [row.json for row in archive.rows()] == [to_json(edited)]
        assert rows(archive, "SELECT outcome FROM revision ORDER BY rowid") == [("new",), ("revised",)]
    check(archive.path)


def test_other_words_of_the_same_bytes_by_another_reader_are_a_reading(tmp_path: Path) -> None:
    better = msgspec.structs.replace(with_text(BARE, "Isi yang lebih lengkap."), reading=Reading(reader="2"))
    with opened(tmp_path) as archive:
        assert keep(archive, visit(BARE), visit(better, at=AT + HOUR)) == [Outcome.NEW, Outcome.READING]
        # the words before, by the reader of now: the paper's edit
        back = msgspec.structs.replace(BARE, reading=Reading(reader="2"))
        assert keep(archive, visit(back, at=AT + DAY, body=b"<html>2")) == [Outcome.REVISED]


def test_the_newest_reading_replaces_the_json_of_an_unchanged_wording(tmp_path: Path) -> None:
    reread = msgspec.structs.replace(
        FULL,
        tags=("Lengkung",),
        byline=Byline(text=FULL.byline.text if FULL.byline else None, people=(Person(name="Sekar", role="penulis"),)),
        comment_form=CommentForm(state="closed"),
        reading=Reading(reader="2"),
    )
    with opened(tmp_path) as archive:
        assert keep(archive, visit(FULL), visit(reread, at=AT + DAY, body=b"<html>2")) == [
            Outcome.NEW,
            Outcome.UNCHANGED,
        ]
        stored = archive.article(FULL.id)
        assert (stored.article, stored.revisions) == (reread, 1)
        assert (stored.first_seen_at, stored.last_seen_at) == (AT, AT + DAY)
        assert rows(archive, "SELECT name FROM tag") == [("Lengkung",)]
        assert rows(archive, "SELECT name, role FROM byline") == [("Sekar", "penulis")]
        assert rows(archive, "SELECT reader FROM revision") == [("2",)]
        assert rows(archive, "SELECT state FROM comment_form") == [("closed",)]


def test_a_wording_that_returns_opens_a_new_stretch_and_no_new_revision(tmp_path: Path) -> None:
    other = with_text(BARE, "Kabar lain.")
    with opened(tmp_path) as archive:
        keep(archive, *[visit(one, at=AT + n * DAY, body=b"%d" % n) for n, one in enumerate([BARE, other, BARE])])
        stretches = list(archive.rows(revisions="all"))
        assert [stretch.sequence for stretch in stretches] == [1, 2, 3]
        assert stretches[0].revision == stretches[2].revision != stretches[1].revision
        assert archive.article(BARE.id).revisions == 2
        assert [row.sequence for row in archive.rows()] == [3]
        assert found_by(archive, "pendek") == [BARE.headline]
    check(archive.path)


def test_the_same_words_printed_as_a_credit_stay_where_they_are_found(tmp_path: Path) -> None:
    def shown(caption: str | None, credit: str | None) -> Article:
        figure = Figure(caption=caption, credit=credit)
        return msgspec.structs.replace(BARE, sections=(Section(blocks=(figure, Quote(text="Kutipan"))),))

    with opened(tmp_path) as archive:
        visits = [visit(shown("Pasar pagi", None)), visit(shown(None, "Pasar pagi"), at=AT + HOUR)]
        assert keep(archive, *visits) == [Outcome.NEW, Outcome.UNCHANGED]
        assert found_by(archive, "captions:pagi") == [BARE.headline]
    check(archive.path)


def test_the_index_holds_headline_prose_and_captions_of_the_newest_wording_only(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        keep(archive, visit(FULL))
        for words in ("headline:lengkung", "text:tarif", "text:hulu", "text:menyeberang", "text:sepeda", "text:senin"):
            assert found_by(archive, words) == [FULL.headline], words
        for words in ("captions:hari", "captions:tirta", "captions:jam"):
            assert found_by(archive, words) == [FULL.headline], words
        for words in ("komentar", "sekar", "baca", "https", "udara", "paragraph"):
            assert found_by(archive, words) == [], words
        keep(archive, visit(with_text(FULL, "Kini sepi."), at=AT + DAY, body=b"2"))
        assert found_by(archive, "hulu") == []
        assert found_by(archive, "sepi") == [FULL.headline]


def test_newest_first_is_a_walk_down_the_rows_of_the_index(tmp_path: Path) -> None:
    old = article("lama", published=clock("2020-01-01T00:00:00+07:00"))
    undated = article("tanpa-tanggal")  # counts as of when it was first seen
    new = article("baru", published=clock("2026-11-20T20:00:00+07:00"))
    with opened(tmp_path) as archive:
        keep(archive, visit(new), visit(undated), visit(old))
        assert found_by(archive, "kabar") == [new.headline, undated.headline, old.headline]
        moved = msgspec.structs.replace(old, published=clock("2026-11-21T00:00:00+07:00"))  # parsed better, same words
        assert keep(archive, visit(moved, at=AT + HOUR)) == [Outcome.UNCHANGED]
        assert found_by(archive, "kabar") == [moved.headline, new.headline, undated.headline]
    check(archive.path)


def test_articles_of_one_second_each_have_their_place(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        many = [article(f"pasar-{n}", published=clock("2026-01-01T00:00:00+07:00")) for n in range(600)]
        archive.commit([visit(one) for one in many], run=run)
        assert len(found_by(archive, "kabar")) == 600


def test_the_same_article_twice_in_one_commit_is_judged_one_after_the_other(tmp_path: Path) -> None:
    other = with_text(BARE, "Kabar lain.")
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        visits = [visit(BARE), visit(other, body=b"2"), visit(other, body=b"2"), visit(FULL)]
        outcomes = [kept.outcome for kept in archive.commit(visits, run=run)]
        assert outcomes == [Outcome.NEW, Outcome.REVISED, Outcome.UNCHANGED, Outcome.NEW]


def test_two_addresses_that_end_in_one_article_are_one_article_with_an_alias(tmp_path: Path) -> None:
    short = "https://warta.example/?p=77"
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        kept = archive.commit([visit(BARE), visit(BARE, address=short)], run=run)
        assert [one.outcome for one in kept] == [Outcome.NEW, Outcome.UNCHANGED]
        assert rows(archive, "SELECT address, article FROM alias") == [(short, BARE.id)]
        assert archive.article(short).article == BARE
        archive.commit([visit(BARE, address=short, at=AT + DAY)], run=run)
        assert len(rows(archive, "SELECT * FROM alias")) == 1


def test_a_later_spider_renames_the_outlet_and_never_the_id(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        keep(archive, visit(BARE), visit(msgspec.structs.replace(BARE, outlet="warta"), at=AT + DAY))
        assert rows(archive, "SELECT id, outlet FROM article") == [(BARE.id, "warta")]


def test_every_visit_is_a_row_with_the_day_of_the_outlets_own_zone(tmp_path: Path) -> None:
    late = AT.replace(hour=16, minute=30)  # 23:30 in Jakarta, half past one the next day in Jayapura
    with opened(tmp_path) as archive:
        fetched = page(BARE.url, b"isi", status=200, ETag='"a"', Last_Modified="Fri, 20 Nov 2026 08:00:00 GMT")
        one = Visit(address=BARE.url, outlet=OUTLET, at=late, outcome=BARE, pages=(fetched,))
        keep(archive, one, dataclasses.replace(one, zone="Asia/Jayapura"))
        columns = "day, status, outcome, reason, etag, last_modified, length(page_hash)"
        header = ('"a"', "Fri, 20 Nov 2026 08:00:00 GMT")
        assert rows(archive, f"SELECT {columns} FROM visit") == [
            (str(date(2026, 11, 20)), 200, "new", None, *header, 64),
            (str(date(2026, 11, 21)), 200, "unchanged", None, *header, 64),
        ]


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        (Reason.MISSING, "missing"),
        (Reason.INDEX_PAGE, "refused"),
        (Reason.NO_BODY, "refused"),
        (Reason.ROBOTS, "refused"),
        (Reason.HTTP_ERROR, "failed"),
        (Reason.NO_ANSWER, "failed"),
        (Reason.REFUSED_BY_SERVER, "failed"),
    ],
)
def test_a_refusal_is_a_state_with_its_reason_and_no_article(tmp_path: Path, reason: Reason, state: str) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive, sources=(Found(address=BARE.url),))
        (lease,) = leased(archive, run)
        (kept,) = archive.commit([refused(lease, reason, status=404)], run=run)
        assert (kept.reason, kept.article, kept.outcome) == (reason, None, None)
        assert rows(archive, "SELECT state, reason, last_status, leased_by FROM sighting") == [
            (state, reason, 404, None)
        ]
        assert rows(archive, "SELECT outcome, reason, detail FROM visit") == [(None, reason, "terlihat")]
        assert archive.stats()["refused"] == {reason: 1}
        assert archive.stats()["articles"] == 0


def test_a_page_that_fails_later_keeps_its_article_and_its_validators(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive, sources=(Found(address=BARE.url),))
        (lease,) = leased(archive, run)
        fetched = page(BARE.url, ETag='"a"')
        archive.commit(
            [Visit(address=BARE.url, outlet=OUTLET, at=AT, outcome=BARE, pages=(fetched,), sighting=lease.sighting)],
            run=run,
        )
        run = begin(archive, at=AT + 60 * DAY, sources=())
        (lease,) = leased(archive, run, at=AT + 60 * DAY)
        assert lease.etag == '"a"'
        archive.commit([refused(lease, Reason.NO_ANSWER, at=AT + 60 * DAY)], run=run)
        assert rows(archive, "SELECT state, tries, etag, article FROM sighting") == [("failed", 1, '"a"', BARE.id)]


def test_a_listing_and_its_addresses_are_kept_together(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        run = begin(archive)
        (home,) = leased(archive, run)
        found = (Found(address=BARE.url, title="Kabar\0 pendek \ud800"), Found(address="mailto:redaksi@warta.example"))
        archive.commit([listed(home, *found)], run=run)
        assert rows(archive, "SELECT state, outcome, entries FROM visit JOIN sighting ON sighting.id = sighting") == [
            ("done", "listing", 2)
        ]
        assert rows(archive, "SELECT address, title, state FROM sighting WHERE kind = 'article'") == [
            (BARE.url, "Kabar pendek \ufffd", "pending")
        ]


def test_a_visit_that_cannot_be_kept_fails_alone(tmp_path: Path) -> None:
    bad = with_text(FULL, "Separuh \ud800 huruf")
    nowhere = Visit(address=FULL.url, outlet=OUTLET, at=AT, outcome=FULL, sighting=999)
    marked = Visit(
        address=FULL.url, outlet=OUTLET, at=AT, outcome=FULL, mark=Mark(article=BARE.id, fingerprint="1:" + "0" * 32)
    )
    huge = Visit(
        address="https://warta.example/h",
        outlet=OUTLET,
        at=AT,
        kind="listing",
        outcome=Listing(via="index", entries=2**70),
    )
    unzoned = dataclasses.replace(visit(FULL), zone="Asia/Tidak_Ada")
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        good = [article(f"baik-{n}") for n in range(5)]
        spoiled = [visit(bad), nowhere, marked, huge, unzoned]
        mixed = [one for pair in zip(map(visit, good), spoiled, strict=True) for one in pair]
        futures = [archive.submit(one, run=run) for one in mixed]
        assert [future.exception() is None for future in futures] == [True, False] * 5
        assert all(isinstance(future.exception(), Unstorable) for future in futures[1:6:2])
        assert archive.stats()["articles"] == 5
        with pytest.raises(Unstorable, match="no sighting 999"):
            archive.commit([nowhere, visit(BARE)], run=run)
        assert archive.article(BARE.id).article == BARE
    check(archive.path)


def test_an_article_that_could_not_be_read_back_is_not_kept(tmp_path: Path) -> None:
    naive = msgspec.structs.replace(BARE, published=Clock(at=AT.replace(tzinfo=None), source="time"))
    with opened(tmp_path) as archive:
        run = archive.begin_run(OUTLET, "add", at=AT)
        with pytest.raises(Unstorable, match="timezone"):
            archive.commit([visit(naive)], run=run)
        assert archive.stats()["articles"] == 0


def test_nul_and_lone_surrogates_never_stop_the_writer(tmp_path: Path) -> None:
    nul = msgspec.structs.replace(BARE, headline="Kabar\0 pendek", tags=("tag\0satu",))
    with opened(tmp_path) as archive:
        assert keep(archive, visit(nul, address="https://warta.example/\ud800\0/")) == [Outcome.NEW]
        assert archive.article(BARE.id).article == nul
        assert keep(archive, visit(with_text(nul, "Lain."), body=b"2", at=AT + DAY)) == [Outcome.REVISED]
        assert rows(archive, "SELECT name FROM tag") == [("tagsatu",)]
    check(archive.path)


def test_pages_without_an_address_are_their_own(tmp_path: Path) -> None:
    name = "urn:sha256:" + "0" * 64
    loose = article(url=name, outlet="unknown")
    with opened(tmp_path) as archive:
        run = archive.begin_run("add", "add", at=AT)
        one = Visit(address=name, outlet="unknown", at=AT, outcome=loose, pages=(page(name),))
        assert [kept.outcome for kept in archive.commit([one, one], run=run)] == [Outcome.NEW, Outcome.UNCHANGED]
        assert archive.article(name).article == loose


def test_what_the_views_show_of_a_wording(tmp_path: Path) -> None:
    with opened(tmp_path) as archive:
        keep(archive, visit(FULL))
        assert rows(archive, "SELECT position, heading, level FROM section ORDER BY position") == [
            (0, None, None),
            (1, "Tarif dan jadwal", 2),
        ]
        assert rows(archive, "SELECT state, kind, heading, comments FROM comment_form") == [
            ("open", "wordpress", "Tinggalkan Balasan", 3)
        ]
        assert rows(archive, "SELECT position, speaker, verb, resolved, section, block, start FROM quotation") == [
            (0, "Lurah Wanareja", "kata", 1, 0, 1, 0)
        ]
        assert rows(archive, "SELECT position, kind, text, url FROM correction") == [
            (0, "ralat", "Ralat: lebar jembatan enam meter.", "https://warta.example/jembatan/")
        ]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(articles(), min_size=1, max_size=4), min_size=1, max_size=4))
def test_whatever_is_kept_the_archive_holds_the_last_of_each_and_an_index_that_fits(
    blank: Path, batches: list[list[Article]]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(blank, folder))
        with open_archive(str(path)) as archive:
            run = archive.begin_run(OUTLET, "add", at=AT)
            for number, batch in enumerate(batches):
                at = AT + number * HOUR
                archive.commit([visit(one, at=at, body=b"%d %d" % (number, n)) for n, one in enumerate(batch)], run=run)
            last = {one.id: one for batch in batches for one in batch}
            assert {row.article: row.json for row in archive.rows()} == {k: to_json(v) for k, v in last.items()}
        check(path)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive without anything, made once."""
    path = tmp_path_factory.mktemp("kosong") / "kliping.db"
    open_archive(str(path)).close()
    return path


def test_paragraphs_of_one_wording_are_kept_as_they_were(tmp_path: Path) -> None:
    many = msgspec.structs.replace(
        BARE, sections=(Section(blocks=tuple(Paragraph(text=f"Alinea {n}.") for n in range(2000))),)
    )
    with opened(tmp_path) as archive:
        keep(archive, visit(many))
        assert archive.article(BARE.id).article == many
        assert found_by(archive, '"alinea 1999"') == [BARE.headline]
