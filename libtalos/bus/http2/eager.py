"""The first step of a handler, taken at once: most handlers of unary calls end with it, and need no task.

Python 3.12 has this as asyncio.eager_task_factory. Before it, a task takes its first step in the next turn of the loop,
which costs as much as the rest of a small call.
"""

from __future__ import annotations

import asyncio
import types
from asyncio.tasks import _enter_task, _leave_task
from collections.abc import Coroutine, Generator
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Standin:
    """What `asyncio.current_task()` is in the first step. It passes on what is done to it to the task that follows."""

    __slots__ = ("_cancelled", "_task")

    def __init__(self) -> None:
        self._task: asyncio.Task[Any] | None = None
        self._cancelled = 0

    def follow(self) -> None:
        """The first step was not the last: the task that runs is meant from now on.

        Not before it runs: a task that is cancelled before its first step drops the handler where it waits.
        """
        task = self._task = asyncio.current_task()
        if task is not None:
            for _ in range(self._cancelled):
                task.cancel()

    def cancel(self, msg: Any = None) -> bool:
        """As a task's."""
        if self._task is not None:
            return self._task.cancel(msg)
        self._cancelled += 1
        return True

    def cancelling(self) -> int:
        """As a task's."""
        return self._cancelled if self._task is None else self._task.cancelling()

    def uncancel(self) -> int:
        """As a task's."""
        if self._task is not None:
            return self._task.uncancel()
        self._cancelled = max(0, self._cancelled - 1)
        return self._cancelled

    def done(self) -> bool:
        """As a task's."""
        return self._task is not None and self._task.done()

    def __getattr__(self, name: str) -> Any:
        """The rest is the task's, once there is one."""
        if self._task is None:
            raise AttributeError(f"there is no {name} in the first step of a handler, which is not a task yet")
        return getattr(self._task, name)


def first_step(coroutine: Coroutine[Any, Any, Any], standin: Standin, loop: asyncio.AbstractEventLoop) -> Any:
    """Take the first step; returns what the coroutine waits for. Raises StopIteration with its result if it is done."""
    task = cast("asyncio.Task[Any]", standin)
    _enter_task(loop, task)
    try:
        return coroutine.send(None)
    finally:
        _leave_task(loop, task)


@types.coroutine
def rest(coroutine: Coroutine[Any, Any, T], waited_for: Any, standin: Standin) -> Generator[Any, Any, T]:
    """Everything after the first step, for a task."""
    standin.follow()
    try:
        while True:
            try:
                sent = yield waited_for
            except GeneratorExit:
                coroutine.close()
                raise
            except BaseException as error:
                waited_for = coroutine.throw(error)
            else:
                waited_for = coroutine.send(sent)
    except StopIteration as stop:
        return cast("T", stop.value)
