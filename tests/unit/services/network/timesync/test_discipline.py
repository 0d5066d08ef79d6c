"""What measurements mean for the clock."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from services.network.timesync.discipline import Action, Discipline
from services.network.timesync.limits import Limits
from services.network.timesync.sample import Sample
from services.network.timesync.spikes import SpikeFilter

LIMITS = Limits()
NOW = 1_767_225_600


def sample(offset: float, *, delay: float = 0.02, now: float = NOW) -> Sample:
    """A measurement."""
    return Sample(server="s", offset=offset, delay=delay, remote=round((now + offset) * 1e9))


def actions(discipline: Discipline, *offsets: float) -> list[Action]:
    """What is done about some measurements."""
    return [discipline.judge(sample(offset)).action for offset in offsets]


def test_small_offsets_are_slewed_and_large_ones_stepped() -> None:
    assert actions(Discipline(LIMITS), 0.39, -0.39, 0.41, -0.41) == [Action.SLEW, Action.SLEW, Action.STEP, Action.STEP]


def test_the_first_step_may_be_long() -> None:
    stopped = Sample(server="s", offset=float(NOW), delay=0.02, remote=NOW * 10**9)
    assert Discipline(LIMITS).judge(stopped).action is Action.STEP


def test_a_long_step_of_a_clock_that_was_right_has_to_be_confirmed() -> None:
    refuse, step = Action.REFUSE, Action.STEP
    assert actions(Discipline(LIMITS), 0.0, 5000.0, 5000.1, 4999.9) == [Action.SLEW, refuse, refuse, step]
    assert actions(Discipline(LIMITS), 0.0, 5000.0, 9000.0, 5000.0, 5000.0) == [Action.SLEW, *[refuse] * 4]
    interrupted = actions(Discipline(LIMITS), 0.0, 5000.0, 5000.0, 0.0, 5000.0)
    assert interrupted == [Action.SLEW, refuse, refuse, Action.SLEW, refuse]


@given(st.floats(-1e11, 1e11), st.booleans())
def test_no_clock_is_ever_set_to_a_time_that_cannot_be(offset: float, right: bool) -> None:
    discipline = Discipline(LIMITS)
    if right:
        discipline.judge(sample(0.0))
    verdict = discipline.judge(sample(offset))
    if not LIMITS.not_before <= NOW + offset <= LIMITS.not_after:
        assert verdict.action is Action.REFUSE
    if right and abs(offset) > LIMITS.panic:
        assert verdict.action is Action.REFUSE


def test_the_pace_follows_the_offset() -> None:
    discipline = Discipline(LIMITS)
    paces = []
    for offset in (0.001, 0.001, 0.3, *[0.001] * 8):
        discipline.judge(sample(offset, delay=0.5))
        paces.append(discipline.poll)
    assert paces == [64, 128, 32, 64, 128, 256, 512, 1024, 2048, 2048, 2048]
    discipline.judge(sample(0.16, delay=0.5))
    assert discipline.poll == 1024
    discipline.slow_down()
    discipline.slow_down()
    assert discipline.poll == 2048
    discipline.judge(sample(0.5))
    assert discipline.poll == LIMITS.min_poll


def test_an_answer_that_was_held_up_is_a_spike() -> None:
    spikes = SpikeFilter()
    for offset in (0.001, 0.002, 0.001, 0.0015):
        assert not spikes.is_spike(sample(offset))
    assert spikes.is_spike(sample(0.15, delay=0.4))
    assert not spikes.is_spike(sample(0.0012))
    assert not spikes.is_spike(sample(0.3)), "a clock that is off is none"


def test_spikes_are_left_out_and_slow_the_pace_down() -> None:
    discipline = Discipline(LIMITS)
    assert actions(discipline, 0.001, 0.002, 0.001, 0.0015) == [Action.SLEW] * 4
    pace = discipline.poll
    assert discipline.judge(sample(0.15, delay=0.4)).action is Action.IGNORE
    assert discipline.poll == pace / 2


def test_bounds_are_those_of_the_limits() -> None:
    narrow = Discipline(replace(LIMITS, not_after=float(NOW)))
    assert narrow.judge(sample(1.0)).action is Action.REFUSE
