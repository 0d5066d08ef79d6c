"""A clock that may be wrong, beside the machine's, which nobody touches."""

from __future__ import annotations

import time

from services.network.timesync.clock import Adjustment
from services.network.timesync.packet import Leap


class FakeClock:
    """The machine's time and an error in seconds. moves has what was done to it; refused is raised instead."""

    def __init__(self, error: float = 0.0) -> None:
        self.error = error
        self.moves: list[tuple[str, float]] = []
        self.leap = Leap.NONE
        self.refused: OSError | None = None

    def now(self) -> int:
        """Wrong time."""
        return time.time_ns() + round(self.error * 1e9)

    def read(self) -> Adjustment:
        """In sync."""
        if self.refused is not None:
            raise self.refused
        return Adjustment(offset=1_500_000, status=("STA_PLL", "STA_NANO"), synchronized=True)

    def slew(self, offset: float, *, poll: float, error: float, leap: Leap) -> None:
        """Correct it."""
        assert poll >= 16
        assert error >= 0
        self._move("slew", offset, leap)

    def step(self, offset: float, *, error: float, leap: Leap) -> None:
        """Correct it."""
        assert error >= 0
        self._move("step", offset, leap)

    def _move(self, kind: str, offset: float, leap: Leap) -> None:
        if self.refused is not None:
            raise self.refused
        self.error += offset
        self.moves.append((kind, offset))
        self.leap = leap
