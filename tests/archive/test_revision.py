"""What is new, revised, read otherwise, or unchanged."""

from hypothesis import given
from hypothesis import strategies as st

from archive.revision import Held, Outcome, judge

held = st.builds(
    Held,
    fingerprint=st.sampled_from(["1:a", "1:b"]),
    reader=st.sampled_from(["1", "2"]),
    page_hash=st.none() | st.sampled_from(["x", "y"]),
)


@given(held)
def test_nothing_differs_from_itself(one: Held) -> None:
    assert judge(one, one) is Outcome.UNCHANGED


@given(held)
def test_what_is_not_held_is_new(one: Held) -> None:
    assert judge(None, one) is Outcome.NEW


@given(held, held)
def test_another_reader_never_finds_an_edit(before: Held, now: Held) -> None:
    if before.reader != now.reader:
        assert judge(before, now) in (Outcome.UNCHANGED, Outcome.READING)


def test_other_words_by_the_same_reader_are_an_edit() -> None:
    before = Held(fingerprint="1:a", reader="1", page_hash="x")
    assert judge(before, Held(fingerprint="1:b", reader="1", page_hash="y")) is Outcome.REVISED
    assert judge(before, Held(fingerprint="1:b", reader="1", page_hash=None)) is Outcome.REVISED


def test_other_words_out_of_the_same_bytes_are_no_edit() -> None:
    before = Held(fingerprint="1:a", reader="1", page_hash="x")
    assert judge(before, Held(fingerprint="1:b", reader="1", page_hash="x")) is Outcome.READING
