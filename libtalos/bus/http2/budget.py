"""How often a peer may do what costs us more than it costs the peer."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from libtalos.bus.http2.frames import ConnectionFaultError, ErrorCode


class Budget:
    """So many of a kind within any period, and no more; None is no limit. clock is monotonic, period in seconds.

    It keeps the time of each, up to the limit: eight bytes for a frame of nine at the least.
    """

    def __init__(self, what: str, limit: int | None, *, period: float, clock: Callable[[], float]) -> None:
        self._what = what
        self._limit = limit
        self._period = period
        self._clock = clock
        # the last ones, as many as the limit: a ring once it is full, with the oldest at _oldest
        self._times = array("d")
        self._oldest = 0

    def spend(self) -> None:
        """Count one. Raises ConnectionFaultError when there are too many."""
        limit, times = self._limit, self._times
        if limit is None:
            return
        now = self._clock()
        if len(times) < limit:
            times.append(now)
            return
        if limit == 0 or now - times[self._oldest] < self._period:
            text = f"more than {limit} {self._what} within {self._period:g} s"
            raise ConnectionFaultError(ErrorCode.ENHANCE_YOUR_CALM, text)
        times[self._oldest] = now
        self._oldest = (self._oldest + 1) % limit
