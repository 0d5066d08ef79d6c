"""What a measurement means for the clock, and when the next one is due. Pure."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import msgspec

from services.network.timesync.spikes import SpikeFilter

if TYPE_CHECKING:
    from services.network.timesync.limits import Limits
    from services.network.timesync.sample import Sample


class Action(enum.Enum):
    """What is to be done."""

    SLEW = "slew"
    STEP = "step"
    IGNORE = "ignore"
    REFUSE = "refuse"


class Verdict(msgspec.Struct, frozen=True):
    """What is to be done, and why not more; REFUSE blames the server."""

    action: Action
    reason: str = ""


class Discipline:
    """Judges samples one after the other."""

    def __init__(self, limits: Limits) -> None:
        """Begin with a clock of which nothing is known."""
        self._limits = limits
        self._spikes = SpikeFilter()
        self._right = False
        self._claims: list[float] = []
        self._poll = limits.min_poll

    @property
    def poll(self) -> float:
        """Seconds until the next measurement."""
        return self._poll

    def slow_down(self) -> None:
        """Ask half as often: a server said that it is asked too often."""
        self._poll = min(self._limits.max_poll, self._poll * 2)

    def judge(self, sample: Sample) -> Verdict:
        """Return what to do about a sample."""
        limits = self._limits
        if not limits.not_before <= sample.remote / 1e9 <= limits.not_after:
            return Verdict(Action.REFUSE, "its time is before this program was made, or decades ahead")
        if self._right and abs(sample.offset) > limits.panic and not self._confirmed(sample):
            self._poll = limits.min_poll
            return Verdict(Action.REFUSE, f"it asks for a step of {sample.offset:.0f} s, which others have to confirm")
        if abs(sample.offset) > limits.step:
            self._moved()
            return Verdict(Action.STEP)
        self._claims.clear()
        self._right = True
        spike = self._spikes.is_spike(sample)
        self._pace(sample.offset, spike=spike)
        return Verdict(Action.IGNORE, "a spike") if spike else Verdict(Action.SLEW)

    def _confirmed(self, sample: Sample) -> bool:
        """Whether the last answers ask for the same step."""
        if any(abs(each - sample.offset) > self._limits.agreement for each in self._claims):
            self._claims.clear()
        self._claims.append(sample.offset)
        return len(self._claims) >= self._limits.confirmations

    def _moved(self) -> None:
        self._right = True
        self._claims.clear()
        self._spikes.clear()
        self._poll = self._limits.min_poll

    def _pace(self, offset: float, *, spike: bool) -> None:
        """Choose the pace: the closer the clock, the rarer the questions (upstream's rule)."""
        limits, off = self._limits, abs(offset)
        if not spike and off > limits.accuracy:
            self._poll = limits.min_poll
        elif off < limits.accuracy / 4 and not spike:
            self._poll = min(limits.max_poll, self._poll * 2)
        elif spike or off > limits.accuracy * 3 / 4:
            self._poll = max(limits.min_poll, self._poll / 2)
