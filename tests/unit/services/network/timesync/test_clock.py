"""What the kernel is told; nothing here tells it."""

from __future__ import annotations

import ctypes

import pytest

from libtalos.linux import adjtime
from services.network.timesync.clock import slewing, stepping
from services.network.timesync.packet import Answer, Leap
from services.network.timesync.query import make_sample


def test_the_structure_is_the_kernel_s() -> None:
    assert ctypes.sizeof(adjtime.Timex) == 208
    assert adjtime.Timex.seconds.offset == 72
    assert adjtime.Timex.tai.offset == 160


def test_a_slew() -> None:
    call = slewing(-0.0125, poll=64, error=0.003, leap=Leap.INSERT)
    assert call.modes == 0x203D
    assert (call.offset, call.maxerror, call.constant) == (-12_500_000, 3000, 2)
    assert call.status == adjtime.STA_PLL | adjtime.STA_INS
    assert slewing(0, poll=2048, error=0, leap=Leap.NONE).constant == 7


@pytest.mark.parametrize(("offset", "parts"), [(1.5, (1, 500_000_000)), (-0.25, (-1, 750_000_000)), (-3.0, (-3, 0))])
def test_a_step_has_no_negative_fraction(offset: float, parts: tuple[int, int]) -> None:
    call = stepping(offset)
    assert call.modes == adjtime.ADJ_SETOFFSET | adjtime.ADJ_NANO
    assert (call.seconds, call.fraction) == parts


def test_a_sample_is_half_of_what_the_way_leaves_open() -> None:
    answer = Answer(leap=Leap.NONE, stratum=1, received=1_000_000_000, sent=1_010_000_000, distance=0.0)
    sample = make_sample("s", answer, sent=500_000_000, elapsed=110_000_000)
    assert (sample.offset, sample.delay) == (0.45, 0.1)
    assert (sample.local, sample.remote) == (610_000_000, 1_060_000_000)


@pytest.mark.parametrize("worked", [-1, 110_000_001])
def test_an_answer_that_cannot_be(worked: int) -> None:
    answer = Answer(leap=Leap.NONE, stratum=1, received=10**9, sent=10**9 + worked, distance=0.0)
    with pytest.raises(OSError, match="worked"):
        make_sample("s", answer, sent=500_000_000, elapsed=110_000_000)
