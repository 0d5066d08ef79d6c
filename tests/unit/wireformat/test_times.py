"""datetimes and timedeltas: ranges, signs, nanoseconds, as protobuf's own conversions have them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from google.protobuf.duration_pb2 import Duration
from google.protobuf.timestamp_pb2 import Timestamp
from hypothesis import given
from hypothesis import strategies as st

from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

YEARS = st.integers(-62_135_596_800, 253_402_300_799)
TEN_THOUSAND_YEARS = dt.timedelta(seconds=315_576_000_000)


@given(YEARS, st.integers(0, 999_999_999))
def test_a_timestamp_is_read_as_protobuf_reads_it(seconds: int, nanos: int) -> None:
    """And written as it was, but for what is below a microsecond."""
    found = to_datetime(seconds, nanos)
    assert found == Timestamp(seconds=seconds, nanos=nanos).ToDatetime(tzinfo=dt.UTC)
    assert from_datetime(found) == (seconds, nanos // 1000 * 1000)


@given(st.datetimes(timezones=st.timezones()))
def test_a_datetime_of_any_zone_is_written_as_protobuf_writes_it(value: dt.datetime) -> None:
    """The moment counts."""
    expected = Timestamp()
    expected.FromDatetime(value)
    assert from_datetime(value) == (expected.seconds, expected.nanos)


@given(st.timedeltas(min_value=-TEN_THOUSAND_YEARS, max_value=TEN_THOUSAND_YEARS), st.integers(0, 999))
def test_a_duration_is_read_and_written_as_by_protobuf(value: dt.timedelta, below: int) -> None:
    """Seconds and nanoseconds have one sign; what is below a microsecond is cut off towards zero."""
    expected = Duration()
    expected.FromTimedelta(value)
    assert from_timedelta(value) == (expected.seconds, expected.nanos)
    sign = -1 if value < dt.timedelta(0) else 1
    assert to_timedelta(expected.seconds, expected.nanos) == value
    if abs(expected.seconds) < 315_576_000_000:
        assert to_timedelta(expected.seconds, expected.nanos + sign * below) == value


@pytest.mark.parametrize(
    ("seconds", "nanos", "told"),
    [
        (253_402_300_800, 0, "years 1 to 9999"),
        (-62_135_596_801, 0, "years 1 to 9999"),
        (2**63 - 1, 0, "years 1 to 9999"),
        (0, -1, "-1 nanoseconds"),
        (0, 10**9, "1000000000 nanoseconds"),
    ],
)
def test_what_is_no_timestamp(seconds: int, nanos: int, told: str) -> None:
    """The ranges of timestamp.proto."""
    with pytest.raises(ValueError, match=told):
        to_datetime(seconds, nanos)


@pytest.mark.parametrize(
    ("seconds", "nanos", "told"),
    [
        (315_576_000_001, 0, "at most 315576000000"),
        (-(2**63), 0, "at most 315576000000"),
        (1, -1, "-1 nanoseconds in a duration of 1 seconds"),
        (-1, 1, "1 nanoseconds in a duration of -1 seconds"),
        (0, 10**9, "1000000000 nanoseconds"),
    ],
)
def test_what_is_no_duration(seconds: int, nanos: int, told: str) -> None:
    """The ranges of duration.proto."""
    with pytest.raises(ValueError, match=told):
        to_timedelta(seconds, nanos)


@pytest.mark.parametrize("value", [5, 1.5, None, "2026-01-01", dt.date(2026, 1, 1), dt.timedelta(1)])
def test_what_is_no_datetime(value: Any) -> None:
    """Its type is named."""
    with pytest.raises(TypeError, match=f"{type(value).__name__} is not a datetime"):
        from_datetime(value)


def test_what_is_no_timedelta() -> None:
    """Nor is one beyond the range."""
    with pytest.raises(TypeError, match="int is not a timedelta"):
        from_timedelta(5)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="more than 315576000000 seconds"):
        from_timedelta(TEN_THOUSAND_YEARS + dt.timedelta(microseconds=1))
    assert from_timedelta(-TEN_THOUSAND_YEARS) == (-315_576_000_000, 0)


def test_a_datetime_without_a_zone() -> None:
    """It would be another moment on another machine."""
    with pytest.raises(ValueError, match="a datetime needs a time zone"):
        from_datetime(dt.datetime(2026, 1, 1))  # noqa: DTZ001 - that is the mistake
