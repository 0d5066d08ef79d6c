"""How often a peer may do what costs us more than it costs the peer."""

from __future__ import annotations

from collections.abc import Callable

from libtalos.bus.http2.frames import ConnectionFaultError, ErrorCode


class Budget:
    """So many of a kind at once, and as many again in each period; None is no limit. clock is monotonic, in seconds."""

    def __init__(self, what: str, limit: int | None, *, period: float, clock: Callable[[], float]) -> None:
        self._what = what
        self._limit = limit
        self._period = period
        self._clock = clock
        self._left = float(limit or 0)
        self._since = clock()

    def spend(self) -> None:
        """Count one. Raises ConnectionFaultError when there are too many."""
        if self._limit is None:
            return
        self._left -= 1
        if self._left < 0:
            self._refill()
            if self._left < 0:
                text = f"more than {self._limit} {self._what} within {self._period:g} s"
                raise ConnectionFaultError(ErrorCode.ENHANCE_YOUR_CALM, text)

    def _refill(self) -> None:
        now = self._clock()
        gained = (now - self._since) * (self._limit or 0) / self._period
        self._left = min(self._left + gained, float(self._limit or 0))
        self._since = now
