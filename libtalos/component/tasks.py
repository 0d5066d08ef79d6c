"""Long-running tasks: named, guarded and stopped by name."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog


class TaskFailedError(Exception):
    """An eternal task ended."""


class TaskGuard:
    """Runs eternal tasks. One that ends, with or without an error, is a fault of the whole process."""

    def __init__(self, *, log: structlog.stdlib.BoundLogger) -> None:
        self._log = log
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._failure: asyncio.Future[TaskFailedError] = asyncio.get_running_loop().create_future()

    @property
    def names(self) -> tuple[str, ...]:
        """The running tasks, sorted."""
        return tuple(sorted(self._tasks))

    def spawn(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """Start an eternal task. Raises ValueError if the name is taken."""
        if name in self._tasks:
            work.close()
            raise ValueError(f"task {name!r} is running already")
        task = asyncio.create_task(work, name=name)
        self._tasks[name] = task
        task.add_done_callback(self._ended)

    async def failed(self) -> TaskFailedError:
        """Wait until an eternal task ends, and return what happened."""
        return await asyncio.shield(self._failure)

    async def stop(self, name: str) -> None:
        """Cancel a task and wait until it is gone; an unknown name is gone already."""
        task = self._tasks.pop(name, None)
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def stop_all(self) -> None:
        """Stop every task, the latest first."""
        for name in reversed(list(self._tasks)):
            await self.stop(name)

    def _ended(self, task: asyncio.Task[None]) -> None:
        if self._tasks.pop(task.get_name(), None) is None or task.cancelled():
            return
        error = task.exception()
        self._log.error("eternal task ended", task=task.get_name(), exc_info=error)
        if not self._failure.done():
            reason = f": {error}" if error else " without an error"
            self._failure.set_result(TaskFailedError(f"task {task.get_name()!r} ended{reason}"))
