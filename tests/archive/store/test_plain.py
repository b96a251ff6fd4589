"""Text that a database can hold."""

from hypothesis import given
from hypothesis import strategies as st

from archive.store.plain import plain


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_can_be_stored_and_plain_text_is_itself(text: str) -> None:
    stored = plain(text)
    stored.encode()
    assert "\0" not in stored
    assert plain(stored) == stored


def test_a_lone_surrogate_is_marked_and_a_pair_is_its_letter() -> None:
    assert plain("a\ud800b\0c") == "a\ufffdbc"
    assert plain("\ud83d\ude00") == "😀"
