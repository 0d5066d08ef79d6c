"""Handlers of unary calls before and after their first suspension: to them there is no difference."""

import asyncio
import contextvars
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from libtalos.bus.context import current_call
from libtalos.bus.errors import CallCancelledError, DeadlineExceededError, InternalError
from tests.unit.bus.calls import call, stay_alive
from tests.unit.bus.conftest import Serve
from tests.unit.bus.served import Chunk, TestRpc

Work = Callable[[], Awaitable[Any]]
VARIABLE: contextvars.ContextVar[str] = contextvars.ContextVar("variable", default="unset")


@pytest.fixture(params=["http2"])
def transport(request: pytest.FixtureRequest) -> str:
    """The one that takes first steps at once."""
    name: str = request.param
    return name


class Working(TestRpc):
    """Does some work in a handler: at once, or after a suspension."""

    def __init__(self, work: Work, *, late: bool) -> None:
        super().__init__()
        self.work = work
        self.late = late
        self.undone: list[str] = []

    async def unary(self, message: Chunk) -> Chunk:
        if message.lines != b"work":
            return message
        if self.late:
            await asyncio.sleep(0)
        return Chunk(lines=str(await self.work()).encode())


async def timeout_that_passes() -> str:
    try:
        async with asyncio.timeout(0.01):
            await asyncio.Event().wait()
    except TimeoutError:
        return f"timeout, {cancelling()} left"
    return "never"


async def timeout_that_has_passed() -> str:
    try:
        async with asyncio.timeout(-1):
            await asyncio.Event().wait()
    except TimeoutError:
        return f"timeout, {cancelling()} left"
    return "never"


async def timeout_that_does_not_pass() -> str:
    async with asyncio.timeout(5):
        await asyncio.sleep(0)
    return f"in time, {cancelling()} left"


async def group() -> str:
    async with asyncio.TaskGroup() as tasks:
        made = [tasks.create_task(asyncio.sleep(0, number)) for number in range(3)]
    return str([task.result() for task in made])


async def group_that_fails() -> str:
    async def fail() -> None:
        raise ZeroDivisionError

    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(fail())
            await asyncio.Event().wait()
    except ExceptionGroup as group:
        return f"failed {group.exceptions!r}, {cancelling()} left"
    return "never"


async def shield() -> str:
    return await asyncio.shield(asyncio.sleep(0, "shielded"))


async def wait_for() -> str:
    return await asyncio.wait_for(asyncio.sleep(0, "waited"), 5)


async def thread() -> str:
    return await asyncio.to_thread(lambda: str(current_call() is not None))


async def context() -> str:
    before = VARIABLE.get()
    VARIABLE.set("set")
    await asyncio.sleep(0)
    inner = await asyncio.create_task(asyncio.sleep(0, current_call() is not None))
    return f"{before} {VARIABLE.get()} {inner}"


async def cancel_itself() -> str:
    task = asyncio.current_task()
    assert task is not None
    task.cancel()
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        left = task.uncancel()
        return f"cancelled, {left} left"
    return "never"


def cancelling() -> int:
    task = asyncio.current_task()
    assert task is not None
    return task.cancelling()


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(
    ("work", "result"),
    [
        (timeout_that_passes, "timeout, 0 left"),
        (timeout_that_has_passed, "timeout, 0 left"),
        (timeout_that_does_not_pass, "in time, 0 left"),
        (group, "[0, 1, 2]"),
        (group_that_fails, "failed (ZeroDivisionError(),), 0 left"),
        (shield, "shielded"),
        (wait_for, "waited"),
        (thread, "True"),
        (context, "unset set True"),
        (cancel_itself, "cancelled, 0 left"),
    ],
)
async def test_what_asyncio_has_works(serve: Serve, work: Work, result: str, late: bool) -> None:
    served = await serve(Working(work, late=late))
    for _ in range(3):  # nothing of one call is left to the next
        assert await call(served.channel, "Unary", [b"work"], timeout=5) == [result.encode()]


async def await_a_cancelled_task() -> None:
    task = asyncio.get_running_loop().create_future()
    task.cancel()
    await task


@pytest.mark.parametrize("late", [False, True])
async def test_a_handler_that_ends_cancelled_is_told_and_nothing_else_ends(serve: Serve, late: bool) -> None:
    served = await serve(Working(await_a_cancelled_task, late=late))
    with pytest.raises(CallCancelledError, match="was cancelled"):
        await call(served.channel, "Unary", [b"work"], timeout=5)
    await stay_alive(served.channel)


async def fail() -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize("late", [False, True])
async def test_a_fault_ends_its_call_alone(serve: Serve, late: bool) -> None:
    served = await serve(Working(fail, late=late))
    with pytest.raises(InternalError):
        await call(served.channel, "Unary", [b"work"], timeout=5)
    await stay_alive(served.channel)


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("seconds", [0.0001, 0.05])
async def test_cancelled_by_its_deadline_a_handler_cleans_up(serve: Serve, seconds: float, late: bool) -> None:
    cleaned = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            cleaned.set()

    served = await serve(Working(work, late=late))
    await stay_alive(served.channel)
    with pytest.raises(DeadlineExceededError):
        await call(served.channel, "Unary", [b"work"], timeout=seconds)
    await asyncio.wait_for(cleaned.wait(), 5)


async def test_a_context_is_its_calls_own(serve: Serve) -> None:
    served = await serve(Working(context, late=False))
    results = await asyncio.gather(*(call(served.channel, "Unary", [b"work"]) for _ in range(20)))
    assert results == [[b"unset set True"]] * 20
    assert VARIABLE.get() == "unset"
