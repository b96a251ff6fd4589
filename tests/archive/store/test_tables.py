"""Moments are numbers that sort as time does."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from sqlalchemy.dialects.sqlite import dialect

from archive.store.tables import Moment
from tests.archive.strategies import moments

_bind = Moment().bind_processor(dialect())
_result = Moment().result_processor(dialect(), None)


@given(moments, moments)
def test_a_moment_comes_back_to_the_microsecond_and_sorts_as_a_number(one: datetime, other: datetime) -> None:
    assert _result(_bind(one)) == one
    a, b = _bind(one), _bind(other)
    assert a is not None
    assert b is not None
    assert (a < b) == (one < other)


def test_a_moment_without_a_zone_is_no_moment() -> None:
    with pytest.raises(TypeError):
        _bind(datetime(2026, 11, 20))  # noqa: DTZ001
    assert _bind(None) is None
    assert _result(None) is None
    assert _bind(datetime(1970, 1, 1, tzinfo=UTC)) == 0
