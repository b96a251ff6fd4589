"""An article is one line of JSON, and back."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from archive.article import Article
from archive.jsonl import KeptLine, Line, from_json, from_line, schema, to_json, to_line, without_blanks
from tests.archive.articles import BARE, FULL
from tests.archive.strategies import articles, moments

kept_lines = st.builds(
    KeptLine,
    revision=st.text("0123456789abcdef", min_size=20, max_size=20),
    sequence=st.integers(1, 1000),
    first_seen_at=moments,
    last_seen_at=moments,
    state=st.sampled_from(["present", "gone", "forgotten"]),
)


@given(articles())
def test_an_article_comes_back_from_its_json_and_the_json_from_the_article(one: Article) -> None:
    line = to_json(one)
    assert from_json(line) == one
    assert to_json(from_json(line)) == line
    assert b"\n" not in line


@given(kept_lines, st.none() | articles())
def test_a_lossless_line_comes_back_as_it_was(kept: KeptLine, article: Article | None) -> None:
    line = to_line(kept, to_json(article) if article else None)
    assert from_line(line) == Line(kept=kept, article=article)


@given(articles())
def test_every_line_validates_against_the_schema(one: Article) -> None:
    assert not list(Draft202012Validator(schema()).iter_errors(msgspec.json.decode(to_json(one))))


def test_every_line_has_every_key_in_one_order() -> None:
    def keys(line: bytes) -> list[str]:
        return list(msgspec.json.decode(line))

    assert keys(to_json(BARE)) == keys(to_json(FULL))


def test_a_line_cut_in_half_is_an_error() -> None:
    line = to_json(FULL)
    with pytest.raises(msgspec.DecodeError):
        from_line(line[: len(line) // 2])


def test_a_naive_time_is_refused() -> None:
    line = to_json(FULL).replace(b"+09:00", b"")
    with pytest.raises(msgspec.ValidationError):
        from_json(line)


def test_letters_stand_as_they_are_and_not_as_escapes() -> None:
    assert "السلام".encode() in to_json(FULL)


def test_the_form_of_golden_files_has_no_blanks() -> None:
    bare = without_blanks(msgspec.to_builtins(BARE))
    assert "kicker" not in bare
    assert "tags" not in bare
    assert bare["headline"] == BARE.headline
    assert without_blanks({"a": 0, "b": False, "c": [None, {}]}) == {"a": 0, "b": False, "c": [None, {}]}


def test_times_of_a_lossless_line_are_in_the_zone_they_were_kept_in() -> None:
    at = datetime(2026, 11, 20, 8, 30, 15, 250_000, tzinfo=UTC)
    kept = KeptLine(revision="0" * 20, sequence=1, first_seen_at=at, last_seen_at=at)
    assert b'"first_seen_at":"2026-11-20T08:30:15.250000Z"' in to_line(kept, None)
