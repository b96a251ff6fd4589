"""When an address is looked at again."""

from datetime import UTC, datetime, timedelta

import pytest

from archive.store.due import MAX_TRIES, due_at

AT = datetime(2026, 11, 20, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("age", "wait"),
    [
        (-DAY, 6 * HOUR),
        (timedelta(0), 6 * HOUR),
        (DAY - HOUR, 6 * HOUR),
        (DAY, DAY),
        (7 * DAY, 7 * DAY),
        (30 * DAY, 30 * DAY),
        (9000 * DAY, 30 * DAY),
    ],
)
def test_the_older_an_article_the_longer_it_waits(age: timedelta, wait: timedelta) -> None:
    assert due_at("done", AT, published=AT - age) == AT + wait


def test_an_article_of_unknown_age_counts_as_old() -> None:
    assert due_at("done", AT) == AT + 30 * DAY


def test_what_was_no_article_waits_a_month_and_what_is_gone_a_week() -> None:
    assert due_at("refused", AT) == AT + 30 * DAY
    assert due_at("missing", AT) == AT + 7 * DAY


def test_a_failure_is_due_in_the_next_run_and_after_the_last_try_never() -> None:
    assert [due_at("failed", AT, tries=tries) for tries in (1, MAX_TRIES - 1, MAX_TRIES)] == [AT, AT, None]
