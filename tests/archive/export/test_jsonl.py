"""Exported lines: their form, their order, the file they stand in."""

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from archive import jsonl
from archive.article import Article
from archive.export.jsonl import lines, write
from archive.store.archive import Archive
from tests.archive.articles import FULL, article, edition, with_text
from tests.archive.filled import SEEN_AT, filled, keep


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Archive]:
    """The edition, one article of it in two wordings of which the first came back."""
    with filled(tmp_path / "kliping.db", edition()) as archive:
        keep(archive, [with_text(FULL, "Kata lain.")], at=SEEN_AT.replace(day=21))
        keep(archive, [FULL], at=SEEN_AT.replace(day=22))
        yield archive


def test_a_line_is_the_canonical_article_and_articles_follow_their_times(held: Archive) -> None:
    expected = edition()
    assert list(lines(held)) == [jsonl.to_json(one) for one in expected]


def test_the_same_articles_give_the_same_lines_in_whatever_order_they_came(tmp_path: Path, held: Archive) -> None:
    with filled(tmp_path / "other.db", reversed(edition())) as other:
        assert list(lines(other)) == list(lines(held))


def test_the_lossless_form_tells_every_stretch_of_every_wording(held: Archive) -> None:
    told = [jsonl.from_line(line) for line in lines(held, form="all")]
    kept = [line for line in told if isinstance(line, jsonl.Line)]
    assert len(kept) == len(told) == len(edition()) + 2
    history = [line.kept for line in kept if line.article and line.article.id == FULL.id]
    assert [stretch.sequence for stretch in history] == [1, 2, 3]
    assert history[0].revision == history[2].revision != history[1].revision
    assert [stretch.first_seen_at.day for stretch in history] == [20, 21, 22]


def test_only_what_is_asked_for_is_written_in_the_same_order(held: Archive) -> None:
    wanted = [FULL.id, edition()[0].id]
    assert list(lines(held, ids=wanted)) == [jsonl.to_json(edition()[0]), jsonl.to_json(FULL)]
    assert list(lines(held, ids=[])) == []
    assert len(list(lines(held, ids=wanted, form="all"))) == 4


@pytest.mark.parametrize("form", ["latest", "all"])
def test_every_line_validates_against_the_schema(held: Archive, form: jsonl.Form) -> None:
    schema = jsonl.schema(form)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    count = 0
    for line in lines(held, form=form):
        validator.validate(json.loads(line))
        count += 1
    assert count >= len(edition())
    wrong = {**json.loads(jsonl.to_json(FULL)), "headline": None}
    assert not validator.is_valid(wrong if form == "latest" else {"kept": None, "article": wrong})


def test_a_file_holds_the_lines_and_their_number_is_told(tmp_path: Path) -> None:
    out = tmp_path / "kliping.jsonl"
    assert write([b"{}", b'{"a":1}'], out) == 2
    assert out.read_bytes() == b'{}\n{"a":1}\n'


def test_a_file_that_ends_in_gz_is_packed_and_the_same_lines_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "satu.jsonl.gz", tmp_path / "dua.jsonl.gz"
    write([b"{}"] * 3, one)
    write([b"{}"] * 3, other)
    assert gzip.decompress(one.read_bytes()) == b"{}\n" * 3
    assert one.read_bytes() == other.read_bytes()


def test_an_export_that_breaks_off_leaves_what_stood_there_and_nothing_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "kliping.jsonl"
    out.write_bytes(b"yang lama\n")

    def broken() -> Iterator[bytes]:
        yield b"{}" * 100_000
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(broken(), out)
    assert [path.name for path in tmp_path.iterdir()] == ["kliping.jsonl"]
    assert out.read_bytes() == b"yang lama\n"


def test_a_file_that_cannot_be_made_is_named_as_it_was_given(tmp_path: Path) -> None:
    out = tmp_path / ("k" * 250)  # a name that is allowed, though the longer one of the file beside it is not
    with pytest.raises(OSError, match="too long") as caught:
        write([b"{}"], out)
    assert caught.value.filename == str(out)


def test_until_the_last_line_nothing_stands_under_the_name(tmp_path: Path) -> None:
    out = tmp_path / "kliping.jsonl"

    def watched() -> Iterator[bytes]:
        yield b"{}"
        assert not out.exists()

    write(watched(), out)
    assert out.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes are POSIX")
def test_a_new_file_may_be_read_by_whom_the_mask_lets(tmp_path: Path) -> None:
    write([b"{}"], tmp_path / "a.jsonl")
    (tmp_path / "b").touch()
    assert (tmp_path / "a.jsonl").stat().st_mode == (tmp_path / "b").stat().st_mode


@pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes are POSIX")
def test_a_link_keeps_pointing_to_the_file_it_named(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("kliping.jsonl")
    write([b"{}"], tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "kliping.jsonl").read_bytes() == b"{}\n"


@pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes are POSIX")
def test_a_device_is_written_and_not_replaced() -> None:
    assert write([b"{}"], Path(os.devnull)) == 1
    assert not Path(os.devnull).is_file()


def test_an_article_that_is_forgotten_has_no_line_of_its_own(tmp_path: Path) -> None:
    gone: Article = article("dilupakan")
    with filled(tmp_path / "kliping.db", [gone]) as archive:
        (line,) = lines(archive, form="all")
        told = jsonl.from_line(line)
        assert isinstance(told, jsonl.Line)
        empty = jsonl.to_line(told.kept, None)
        assert jsonl.from_line(empty) == jsonl.Line(kept=told.kept, article=None)
