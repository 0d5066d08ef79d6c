import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libtalos.supervise.restart import Again, Done, GiveUp, RestartMode, RestartPolicy, RestartState, decide

POSITIVE = st.floats(min_value=0.001, max_value=1000)


@st.composite
def policies(draw: st.DrawFn, mode: RestartMode | None = None) -> RestartPolicy:
    initial = draw(POSITIVE)
    return RestartPolicy(
        mode=mode or draw(st.sampled_from(RestartMode)),
        initial=initial,
        factor=draw(st.floats(min_value=1, max_value=10)),
        maximum=initial + draw(POSITIVE),
        jitter=draw(st.floats(min_value=0, max_value=0.99)),
        healthy_after=draw(POSITIVE),
        limit=draw(st.none() | st.integers(min_value=1, max_value=20)),
    )


RANDOM = st.floats(min_value=0, max_value=1, exclude_max=True)
STATES = st.builds(RestartState, st.integers(min_value=0, max_value=10**9))
UPTIMES = st.floats(min_value=0, max_value=1e9)


@given(policies(), STATES, st.booleans(), UPTIMES, RANDOM)
def test_a_delay_is_finite_and_within_the_jittered_maximum(
    policy: RestartPolicy, state: RestartState, success: bool, uptime: float, random: float
) -> None:
    decision = decide(policy, state, success=success, uptime=uptime, random=random)
    if isinstance(decision, Again):
        assert math.isfinite(decision.delay)
        assert 0 <= decision.delay <= policy.maximum * (1 + policy.jitter)


@given(policies(RestartMode.FOREVER), STATES, st.booleans(), RANDOM)
def test_the_first_restart_after_a_healthy_period_is_immediate(
    policy: RestartPolicy, state: RestartState, success: bool, random: float
) -> None:
    decision = decide(policy, state, success=success, uptime=policy.healthy_after, random=random)
    assert decision == (GiveUp(1) if policy.limit == 1 else Again(0.0, RestartState(1)))


@given(policies(RestartMode.FOREVER), st.lists(RANDOM, min_size=2, max_size=30))
def test_without_jitter_delays_never_shrink_while_failures_go_on(policy: RestartPolicy, randoms: list[float]) -> None:
    calm = RestartPolicy(initial=policy.initial, factor=policy.factor, maximum=policy.maximum, jitter=0)
    state, delays = RestartState(), []
    for random in randoms:
        decision = decide(calm, state, success=False, uptime=0, random=random)
        assert isinstance(decision, Again)
        delays.append(decision.delay)
        state = decision.state
    assert delays == sorted(delays)
    assert delays[0] == 0
    assert delays[1] == pytest.approx(calm.initial)


@given(policies(RestartMode.FOREVER), st.integers(min_value=1, max_value=20))
def test_a_limit_ends_a_row_of_failures_exactly_there(policy: RestartPolicy, limit: int) -> None:
    limited, state, tries = policy.limited(limit), RestartState(), 0
    while True:
        tries += 1
        decision = decide(limited, state, success=False, uptime=0, random=0.5)
        if isinstance(decision, GiveUp):
            break
        assert isinstance(decision, Again)
        state = decision.state
    assert (tries, decision.failures) == (limit, limit)


@given(policies(), STATES, UPTIMES, RANDOM)
def test_success_ends_once_and_until_success_but_not_forever(
    policy: RestartPolicy, state: RestartState, uptime: float, random: float
) -> None:
    decision = decide(policy, state, success=True, uptime=uptime, random=random)
    assert isinstance(decision, Done) == (policy.mode is not RestartMode.FOREVER)


def test_once_fails_for_good() -> None:
    assert decide(RestartPolicy.once(), RestartState(), success=False, uptime=99, random=0) == GiveUp(1)


@pytest.mark.parametrize(
    "numbers",
    [{"initial": -1}, {"initial": 60}, {"factor": 0.5}, {"jitter": 1}, {"healthy_after": -1}, {"limit": 0}],
)
def test_numbers_that_make_no_policy_are_refused(numbers: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="restart policy: needs"):
        RestartPolicy(**numbers)  # type: ignore[arg-type]
