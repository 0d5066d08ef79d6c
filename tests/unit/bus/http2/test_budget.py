"""How often a peer may do what costs us."""

import pytest

from libtalos.bus.http2.budget import Budget
from libtalos.bus.http2.frames import ConnectionFaultError, ErrorCode


class Clock:
    """A clock that stands still until it is told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_so_many_at_once_and_no_more() -> None:
    budget = Budget("things", 3, period=10.0, clock=Clock())
    for _ in range(3):
        budget.spend()
    with pytest.raises(ConnectionFaultError, match="more than 3 things within 10 s") as caught:
        budget.spend()
    assert caught.value.code is ErrorCode.ENHANCE_YOUR_CALM


def test_within_any_period_there_are_so_many_and_no_more() -> None:
    """Whatever was left before it: what was not spent in one period is not added to the next."""
    clock = Clock()
    budget = Budget("things", 10, period=10.0, clock=clock)
    assert spendable(budget) == 10
    clock.now += 1000
    for _ in range(5):
        budget.spend()
    clock.now += 9.0
    assert spendable(budget) == 5
    clock.now += 1.0
    assert spendable(budget) == 5  # those before the last 10 s
    clock.now += 8.0
    assert spendable(budget) == 0
    clock.now += 1.0
    assert spendable(budget) == 5


def test_whoever_keeps_to_the_limit_may_go_on_for_ever() -> None:
    clock = Clock()
    budget = Budget("things", 10, period=10.0, clock=clock)
    for _ in range(1000):
        budget.spend()
        clock.now += 1.0
    clock.now += 0.5
    assert spendable(budget) == 1


def spendable(budget: Budget) -> int:
    """How many can be spent at once."""
    for spent in range(1000):
        try:
            budget.spend()
        except ConnectionFaultError:
            return spent
    return 1000


def test_no_limit_is_none() -> None:
    budget = Budget("things", None, period=10.0, clock=Clock())
    for _ in range(100_000):
        budget.spend()


def test_a_limit_of_nothing_allows_nothing() -> None:
    with pytest.raises(ConnectionFaultError):
        Budget("things", 0, period=10.0, clock=Clock()).spend()
