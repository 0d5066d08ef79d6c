"""The kernel's clock."""

from __future__ import annotations

import time
from typing import Protocol

import msgspec

from libtalos.linux import adjtime as kernel
from services.network.timesync.packet import Leap

# longest that the kernel may take for its clock to be off, in microseconds: it says "unsynchronized" at 16 s (timex.h)
_LEAP_BITS = {Leap.NONE: 0, Leap.INSERT: kernel.STA_INS, Leap.DELETE: kernel.STA_DEL}
_NANOSECOND = 1e-9
# the kernel's time constant is that many powers of two below the poll's (RFC 5905, appendix A.5.6.6)
_TIME_CONSTANT_BELOW = 4
_MAX_TIME_CONSTANT = 10  # MAXTC


class Adjustment(msgspec.Struct, frozen=True, kw_only=True):
    """How the kernel keeps its clock: what is still to be slewed and how far it may be off, in nanoseconds.

    frequency_ratio: by how much the clock is sped up; 1.0 is not at all. status and state: the kernel's words.
    """

    offset: int = 0
    frequency_ratio: float = 1.0
    max_error: int = 0
    est_error: int = 0
    status: tuple[str, ...] = ()
    constant: int = 0
    synchronized: bool = False
    state: str = kernel.STATES[0]


class Clock(Protocol):
    """A clock that can be disciplined. All but now raise OSError."""

    def now(self) -> int:
        """Return nanoseconds since 1970."""

    def read(self) -> Adjustment:
        """Return how it is kept."""

    def slew(self, offset: float, *, poll: float, error: float, leap: Leap) -> None:
        """Bring it nearer by offset seconds, bit by bit; poll and error in seconds."""

    def step(self, offset: float, *, error: float, leap: Leap) -> None:
        """Move it by offset seconds at once."""


class KernelClock:
    """Linux's CLOCK_REALTIME."""

    def now(self) -> int:
        """Return nanoseconds since 1970."""
        return time.time_ns()

    def read(self) -> Adjustment:
        """Return how it is kept; raises OSError."""
        timex = kernel.Timex()
        state = kernel.clock_adjtime(timex)
        scale = 1 if timex.status & kernel.STA_NANO else 1000
        return Adjustment(
            offset=timex.offset * scale,
            frequency_ratio=1 + timex.freq / 65536 / 1e6,
            max_error=timex.maxerror * 1000,
            est_error=timex.esterror * 1000,
            status=tuple(word for bit, word in kernel.STATUS_BITS.items() if timex.status & bit),
            constant=timex.constant,
            synchronized=not timex.status & kernel.STA_UNSYNC,
            state=kernel.STATES[state],
        )

    def slew(self, offset: float, *, poll: float, error: float, leap: Leap) -> None:
        """Hand the offset to the kernel's phase-locked loop; raises OSError."""
        kernel.clock_adjtime(slewing(offset, poll=poll, error=error, leap=leap))

    def step(self, offset: float, *, error: float, leap: Leap) -> None:
        """Move the clock at once, and stop what was being slewed; raises OSError."""
        kernel.clock_adjtime(stepping(offset))
        self.slew(0.0, poll=1 << _TIME_CONSTANT_BELOW, error=error, leap=leap)


def slewing(offset: float, *, poll: float, error: float, leap: Leap) -> kernel.Timex:
    """Return the call that slews."""
    microseconds = round(error * 1e6)
    return kernel.Timex(
        modes=kernel.ADJ_OFFSET
        | kernel.ADJ_NANO
        | kernel.ADJ_STATUS
        | kernel.ADJ_TIMECONST
        | kernel.ADJ_MAXERROR
        | kernel.ADJ_ESTERROR,
        offset=round(offset / _NANOSECOND),
        status=kernel.STA_PLL | _LEAP_BITS[leap],
        constant=min(_MAX_TIME_CONSTANT, max(0, int(poll).bit_length() - 1 - _TIME_CONSTANT_BELOW)),
        maxerror=microseconds,
        esterror=microseconds,
    )


def stepping(offset: float) -> kernel.Timex:
    """Return the call that steps: whole seconds downwards, and a fraction that is never negative."""
    total = round(offset / _NANOSECOND)
    seconds, fraction = divmod(total, 1_000_000_000)
    return kernel.Timex(modes=kernel.ADJ_SETOFFSET | kernel.ADJ_NANO, seconds=seconds, fraction=fraction)
