"""datetime and timedelta as google.protobuf.Timestamp and Duration have them: seconds and nanoseconds.

Ranges are those in the comments of timestamp.proto and duration.proto. Python has microseconds; what is below them is
cut off towards zero when it is read, as protobuf's own ToDatetime and ToTimedelta do.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DAY = 86400
_MAX_NANOS = 999_999_999
_MAX_SECONDS = 315_576_000_000


def from_datetime(value: datetime) -> tuple[int, int]:
    """Seconds since 1970 and nanoseconds. Raises TypeError for anything else, ValueError without a time zone."""
    try:
        offset = value - _EPOCH
    except TypeError:
        if not isinstance(value, datetime):
            raise TypeError(f"{type(value).__name__} is not a datetime") from None
        raise ValueError("a datetime needs a time zone") from None
    return offset.days * _DAY + offset.seconds, offset.microseconds * 1000


def to_datetime(seconds: int, nanos: int) -> datetime:
    """The moment, in UTC. Raises ValueError outside of the years 1 to 9999, or for nanos that are no fraction."""
    if not 0 <= nanos <= _MAX_NANOS:
        raise ValueError(f"{nanos} nanoseconds in a timestamp: 0 to {_MAX_NANOS} are allowed")
    try:
        return _EPOCH + timedelta(0, seconds, nanos // 1000)
    except OverflowError:
        raise ValueError(f"{seconds} seconds since 1970 are not in the years 1 to 9999") from None


def from_timedelta(value: timedelta) -> tuple[int, int]:
    """Seconds and nanoseconds, both of one sign. Raises TypeError, or ValueError beyond 10,000 years."""
    if not isinstance(value, timedelta):
        raise TypeError(f"{type(value).__name__} is not a timedelta")
    total = value // _MICROSECOND
    seconds, microseconds = divmod(abs(total), 1_000_000)
    if seconds > _MAX_SECONDS or (seconds == _MAX_SECONDS and microseconds):
        raise ValueError(f"{value} is more than {_MAX_SECONDS} seconds")
    return (seconds, microseconds * 1000) if total >= 0 else (-seconds, -microseconds * 1000)


def to_timedelta(seconds: int, nanos: int) -> timedelta:
    """The span. Raises ValueError beyond 10,000 years, or for nanos that are no fraction of the same sign."""
    if not -_MAX_SECONDS <= seconds <= _MAX_SECONDS:
        raise ValueError(f"{seconds} seconds in a duration: at most {_MAX_SECONDS} are allowed")
    if not -_MAX_NANOS <= nanos <= _MAX_NANOS or seconds * nanos < 0:
        raise ValueError(f"{nanos} nanoseconds in a duration of {seconds} seconds")
    return timedelta(0, seconds, nanos // 1000 if nanos >= 0 else -(-nanos // 1000))
