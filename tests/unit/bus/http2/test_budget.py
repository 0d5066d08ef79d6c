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


def test_it_fills_again_in_time_and_not_over_its_limit() -> None:
    clock = Clock()
    budget = Budget("things", 10, period=10.0, clock=clock)
    for _ in range(100):
        budget.spend()
        clock.now += 1.0
    clock.now += 1000
    # what was left is spent before anybody looks at the clock
    assert 10 <= spendable(budget) <= 20


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
