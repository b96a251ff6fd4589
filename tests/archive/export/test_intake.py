"""Lines taken back: all of a file or nothing of it."""

import gzip
import io
from collections import Counter
from pathlib import Path

import pytest

from archive import jsonl
from archive.errors import ArchiveError, BadLine
from archive.export.intake import take_in
from archive.export.jsonl import lines
from archive.revision import Outcome
from archive.store.archive import Archive, open_archive
from tests.archive.articles import BARE, FULL, article, edition, with_text
from tests.archive.filled import SEEN_AT, filled, keep

LATER = SEEN_AT.replace(month=12)


def take(archive: Archive, content: bytes, name: str = "masuk.jsonl") -> Counter[Outcome]:
    """Takes in a file of this content."""
    return take_in(archive, io.BufferedReader(io.BytesIO(content)), name, at=LATER)


def joined(archive: Archive, form: jsonl.Form = "latest") -> bytes:
    """What an export writes."""
    return b"".join(line + b"\n" for line in lines(archive, form=form))


@pytest.mark.parametrize("form", ["latest", "all"])
def test_an_export_into_an_empty_archive_exports_the_same_bytes(tmp_path: Path, form: jsonl.Form) -> None:
    with filled(tmp_path / "one.db", edition()) as one:
        keep(one, [with_text(FULL, "Kata lain."), with_text(BARE, "Lain lagi.")], at=SEEN_AT.replace(day=21))
        keep(one, [FULL], at=SEEN_AT.replace(day=22))
        content = joined(one, form)
        first = one.article(FULL.id)
        with open_archive(str(tmp_path / "other.db")) as other:
            outcomes = take(other, content)
            assert outcomes[Outcome.NEW] == len(edition())
            assert joined(other, form) == content
            if form == "all":
                assert joined(other) == joined(one)
                assert other.article(FULL.id) == first  # revisions, first and last seen too


@pytest.mark.parametrize("form", ["latest", "all"])
def test_the_same_file_again_adds_nothing(tmp_path: Path, form: jsonl.Form) -> None:
    with filled(tmp_path / "one.db", edition()) as archive:
        content = joined(archive, form)
        before = archive.stats()
        assert take(archive, content) == Counter({Outcome.UNCHANGED: len(edition())})
        assert {**archive.stats(), "runs": 0} == {**before, "runs": 0}
        if form == "all":
            assert joined(archive, form) == content


def test_both_forms_may_stand_in_one_file(tmp_path: Path) -> None:
    with filled(tmp_path / "one.db", edition()[:3]) as one, open_archive(str(tmp_path / "other.db")) as other:
        mixed = joined(one, "all") + jsonl.to_json(FULL) + b"\n"
        assert take(other, mixed) == Counter({Outcome.NEW: 4})


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(jsonl.to_json(FULL), id="without a last newline"),
        pytest.param(b"\xef\xbb\xbf" + jsonl.to_json(FULL) + b"\r\n\r\n", id="as Windows writes it"),
        pytest.param(gzip.compress(jsonl.to_json(FULL) + b"\n"), id="packed"),
        pytest.param(jsonl.to_json(FULL).replace(b'{"id":', b'{ "id" : ') + b"\n", id="with blanks"),
    ],
)
def test_a_line_is_taken_as_it_may_come(tmp_path: Path, content: bytes) -> None:
    with open_archive(str(tmp_path / "kliping.db")) as archive:
        assert take(archive, content) == Counter({Outcome.NEW: 1})
        assert joined(archive) == jsonl.to_json(FULL) + b"\n"


def test_an_empty_file_is_no_article(tmp_path: Path) -> None:
    with open_archive(str(tmp_path / "kliping.db")) as archive:
        assert take(archive, b"") == Counter()


GOOD = jsonl.to_json(article("baik"))


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (jsonl.to_json(FULL)[:500], "truncated"),
        (b"[1, 2]", "Expected `object`"),
        (b'"kata"', "Expected `object`"),
        (b"bukan JSON", "malformed"),
        (b"{}", "missing required field"),
        (GOOD.replace(b'"headline":', b'"judul":'), "unknown field `judul`"),
        (GOOD.replace(b"warta.example/baik", b"warta.example/lain"), "is not the id of"),
        (GOOD.replace(b'"Baik"', b'"\\ud800"'), "hex escape"),
        (GOOD.replace(b"Baik", b"\xff\xfe"), "utf-8"),
        (b'{"kept": null, "article": ' + GOOD + b"}", "Expected `object`, got `null` - at `$.kept`"),
        (b'{"a": ' + b"[" * 100_000, "recursion"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_nothing_is_imported(tmp_path: Path, bad: bytes, why: str) -> None:
    with filled(tmp_path / "kliping.db", [BARE]) as archive:
        before = joined(archive, "all")
        with pytest.raises(BadLine, match=r"^masuk\.jsonl, line 3: .*; nothing of this file was imported$") as caught:
            take(archive, GOOD + b"\n\n" + bad + b"\n" + jsonl.to_json(FULL) + b"\n")
        assert why in str(caught.value)
        assert "\n" not in str(caught.value)
        assert len(str(caught.value)) < 300
        assert joined(archive, "all") == before
        assert take(archive, GOOD) == Counter({Outcome.NEW: 1})  # the archive goes on


def test_a_packed_file_that_is_cut_or_damaged_is_told_and_nothing_is_imported(tmp_path: Path) -> None:
    packed = gzip.compress(b"".join(jsonl.to_json(one) + b"\n" for one in edition()))
    damaged = bytearray(packed)
    damaged[-6] ^= 0xFF  # in the checksum
    with open_archive(str(tmp_path / "kliping.db")) as archive:
        for content in (packed[:-40], bytes(damaged), packed[:5]):
            with pytest.raises(BadLine, match="the gzip file is damaged or cut"):
                take(archive, content)
        assert joined(archive) == b""


def test_a_line_that_names_another_wording_than_it_holds_is_refused(tmp_path: Path) -> None:
    with filled(tmp_path / "one.db", [FULL]) as one, open_archive(str(tmp_path / "other.db")) as other:
        told = jsonl.from_line(joined(one, "all").strip())
        assert isinstance(told, jsonl.Line)
        with pytest.raises(ArchiveError, match=told.kept.revision):
            take(other, jsonl.to_line(told.kept, jsonl.to_json(with_text(FULL, "Kata lain."))))
        assert joined(other) == b""


def test_a_bad_import_is_a_run_that_says_so(tmp_path: Path) -> None:
    with open_archive(str(tmp_path / "kliping.db")) as archive:
        with pytest.raises(BadLine):
            take(archive, b"{")
        take(archive, GOOD)
        with archive.read() as connection:
            runs = connection.exec_driver_sql("SELECT kind, ended, counters FROM crawl_run ORDER BY id").all()
    assert [tuple(run) for run in runs] == [
        ("import", "bad line", "{}"),
        ("import", "finished", '{"new":1}'),
    ]
