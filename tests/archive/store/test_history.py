"""Two records of one article's wordings become one."""

from datetime import timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from archive.store.history import Stretch, merged
from tests.archive.store.visits import AT, DAY


def stretch(revision: str, sequence: int, first: int, last: int) -> Stretch:
    return Stretch(
        revision=revision,
        sequence=sequence,
        first_seen_at=AT + first * DAY,
        last_seen_at=AT + last * DAY,
        state="present",
    )


@st.composite
def histories(draw: st.DrawFn) -> list[Stretch]:
    """A history as an archive keeps one: no wording follows itself, time goes on."""
    told: list[Stretch] = []
    at = AT
    for number in range(draw(st.integers(1, 6))):
        others = [name for name in "abc" if not told or told[-1].revision != name]
        first = at + timedelta(hours=draw(st.integers(1, 99)))
        at = first + timedelta(hours=draw(st.integers(0, 99)))
        revision = draw(st.sampled_from(others))
        told.append(
            Stretch(revision=revision, sequence=number + 1, first_seen_at=first, last_seen_at=at, state="present")
        )
    return told


@given(histories())
def test_a_history_comes_back_as_it_was_in_whatever_order_its_lines_come(told: list[Stretch]) -> None:
    assert merged([], told) == told
    assert merged([], reversed(told)) == told


@given(histories())
def test_a_history_that_is_held_gains_nothing_from_itself(told: list[Stretch]) -> None:
    assert merged(told, told) == told


@given(histories(), histories())
@example([stretch("a", 1, 0, 0), stretch("b", 2, 1, 1), stretch("a", 3, 2, 3)], [stretch("a", 1, 0, 2)])
def test_whatever_is_merged_is_a_history(one: list[Stretch], other: list[Stretch]) -> None:
    both = merged(one, other)
    assert [stretch.sequence for stretch in both] == sorted({stretch.sequence for stretch in both})
    assert {stretch.revision for stretch in both} == {stretch.revision for stretch in [*one, *other]}
    assert merged(both, one) == merged(both, []) == both


def test_records_that_number_differently_stand_in_the_order_of_time() -> None:
    held = [stretch("a", 1, 0, 1), stretch("c", 2, 8, 9)]
    other = [stretch("b", 1, 4, 5)]
    assert merged(held, other) == [stretch("a", 1, 0, 1), stretch("b", 2, 4, 5), stretch("c", 3, 8, 9)]


def test_what_was_seen_in_both_is_seen_from_the_first_to_the_last() -> None:
    assert merged([stretch("a", 1, 0, 5)], [stretch("a", 1, 3, 9)]) == [stretch("a", 1, 0, 9)]
    assert merged([stretch("a", 1, 0, 1)], [stretch("a", 1, 3, 4)]) == [stretch("a", 1, 0, 4)]


def test_stretches_that_overlap_in_one_record_come_back_as_they_were() -> None:
    told = [stretch("a", 1, 0, 9), stretch("b", 2, 2, 3), stretch("a", 3, 8, 9)]
    assert merged([], told) == told
