import asyncio
from collections.abc import Awaitable, Callable

import pytest

from libtalos.supervise.health import HealthCheck


class _Clock:
    """Time that passes only in sleeps; ends the watch after `rounds` of them."""

    def __init__(self, rounds: int) -> None:
        self.now = 100.0
        self.sleeps: list[float] = []
        self._rounds = rounds

    async def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += seconds
        if len(self.sleeps) >= self._rounds:
            raise asyncio.CancelledError


def _answers(*problems: str) -> Callable[[], Awaitable[None]]:
    left = list(problems)

    async def check() -> None:
        problem = left.pop(0) if len(left) > 1 else left[0]
        if problem:
            raise RuntimeError(problem)

    return check


async def _watch(check: HealthCheck, clock: _Clock) -> list[str]:
    reports: list[str] = []
    with pytest.raises(asyncio.CancelledError):
        await check.watch(reports.append, sleep=clock.sleep, clock=lambda: clock.now)
    return reports


def test_the_defaults_are_upstreams() -> None:
    check = HealthCheck(check=_answers(""))
    assert (check.initial_delay, check.period, check.timeout) == (1.0, 5.0, 0.5)


async def test_a_service_that_is_well_at_once_is_told_at_once() -> None:
    clock = _Clock(3)
    assert await _watch(HealthCheck(check=_answers("")), clock) == ["", "", ""]
    assert clock.sleeps == [5.0, 5.0, 5.0]


async def test_failures_while_it_warms_up_are_not_told() -> None:
    clock = _Clock(4)
    check = HealthCheck(check=_answers("not yet", "not yet", ""), warmup_period=0.25)
    assert await _watch(check, clock) == ["", ""]
    assert clock.sleeps == [0.25, 0.25, 5.0, 5.0]


async def test_after_the_initial_delay_a_failure_is_told_and_checks_go_slow() -> None:
    clock = _Clock(5)
    check = HealthCheck(check=_answers("dead"), warmup_period=0.25)
    assert await _watch(check, clock) == ["dead", "dead"]
    assert clock.sleeps == [0.25, 0.25, 0.25, 5.0, 5.0]


async def test_a_check_that_does_not_answer_has_failed() -> None:
    async def forever() -> None:
        await asyncio.Event().wait()

    assert await HealthCheck(check=forever, timeout=0.01).probe() == "no answer within 0.01 s"


async def test_an_error_without_text_is_told_by_its_kind() -> None:
    async def fail() -> None:
        raise ConnectionRefusedError

    assert await HealthCheck(check=fail).probe() == "ConnectionRefusedError"


def test_times_that_never_rest_are_refused() -> None:
    with pytest.raises(ValueError, match="health check"):
        HealthCheck(check=_answers(""), period=0)
