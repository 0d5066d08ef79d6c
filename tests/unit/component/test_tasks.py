"""Eternal tasks: named, guarded, stopped."""

import asyncio

import pytest
import structlog

from libtalos.component.tasks import TaskGuard


async def for_ever() -> None:
    await asyncio.Event().wait()


async def too_short() -> None:
    """Ends at once."""


async def broken() -> None:
    raise RuntimeError("no more")


def make() -> TaskGuard:
    return TaskGuard(log=structlog.stdlib.get_logger())


@pytest.mark.parametrize(("work", "text"), [(too_short, "ended without an error"), (broken, "ended: no more")])
async def test_the_end_of_an_eternal_task_is_a_fault(work: object, text: str) -> None:
    guard = make()
    assert callable(work)
    guard.spawn("t", work())
    failure = await asyncio.wait_for(guard.failed(), 1)
    assert text in str(failure)


async def test_stopping_by_name_is_no_fault() -> None:
    guard = make()
    guard.spawn("a", for_ever())
    guard.spawn("b", for_ever())
    assert list(guard.names) == ["a", "b"]
    await guard.stop("a")
    await guard.stop("unknown")
    assert list(guard.names) == ["b"]
    await guard.stop_all()
    assert list(guard.names) == []
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(guard.failed(), 0.01)


async def test_a_name_is_given_once() -> None:
    guard = make()
    guard.spawn("a", for_ever())
    with pytest.raises(ValueError, match="running already"):
        guard.spawn("a", for_ever())
    await guard.stop_all()
