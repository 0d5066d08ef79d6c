"""Calls that are repeated while a component restarts, and only as far as that is safe."""

from collections.abc import AsyncIterator

import pytest

from libtalos.bus.errors import InternalError, UnavailableError
from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.patience import begin, patiently

POLICY = BackoffPolicy(first=0.0001, limit=0.0001)


def away(cause: OSError | None = None) -> UnavailableError:
    error = UnavailableError("away")
    error.__cause__ = cause
    return error


class Component:
    """Fails with the given errors, one a call, then answers; a stream fails after `begun` messages."""

    def __init__(self, *errors: Exception, begun: int = 0) -> None:
        self.errors = list(errors)
        self.begun = begun
        self.calls = 0

    async def call(self) -> str:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return "answer"

    async def stream(self) -> AsyncIterator[int]:
        self.calls += 1
        error = self.errors.pop(0) if self.errors else None
        for item in range(self.begun if error else 3):
            yield item
        if error:
            raise error


async def test_a_call_is_repeated_until_it_is_answered() -> None:
    component = Component(away(), away(ConnectionResetError()))
    assert await patiently(component.call, policy=POLICY) == "answer"
    assert component.calls == 3


async def test_a_stream_that_did_not_begin_is_opened_again() -> None:
    component = Component(away(), away())
    assert [item async for item in begin(component.stream, policy=POLICY)] == [0, 1, 2]
    assert component.calls == 3


async def test_a_stream_that_had_begun_is_not_repeated() -> None:
    component = Component(away(), begun=2)
    stream = begin(component.stream, policy=POLICY)
    assert [await anext(stream), await anext(stream)] == [0, 1]
    with pytest.raises(UnavailableError):
        await anext(stream)
    assert component.calls == 1


@pytest.mark.parametrize("cause", [FileNotFoundError(), ConnectionRefusedError()])
async def test_nobody_waits_where_nobody_listens(cause: OSError) -> None:
    component = Component(away(cause))
    with pytest.raises(UnavailableError):
        await patiently(component.call, policy=POLICY)
    component.errors = [away(cause)]
    with pytest.raises(UnavailableError):
        await anext(begin(component.stream, policy=POLICY))
    assert component.calls == 2


async def test_patience_ends() -> None:
    component = Component(*[away()] * 3)
    with pytest.raises(UnavailableError):
        await patiently(component.call, policy=POLICY, patience=0)
    with pytest.raises(UnavailableError):
        await anext(begin(component.stream, policy=POLICY, patience=0))
    assert component.calls == 2


async def test_other_errors_are_not_for_waiting() -> None:
    component = Component(InternalError("broken"))
    with pytest.raises(InternalError):
        await patiently(component.call, policy=POLICY)
    assert component.calls == 1
