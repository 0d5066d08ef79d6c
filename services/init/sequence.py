"""Sequences: ordered phases of tasks that run at once, told as events and log lines with upstream's texts."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import msgspec
import structlog

# upstream waits this long, in seconds, for a sequence that another one takes over
TAKEOVER_TIMEOUT = 60.0


class Task(msgspec.Struct, frozen=True):
    """One step, by upstream's name."""

    name: str
    run: Callable[[], Awaitable[None]]


class Phase(msgspec.Struct, frozen=True):
    """Tasks that run at once; the first error cancels the others."""

    name: str
    tasks: tuple[Task, ...]


class Sequence(msgspec.Struct, frozen=True):
    """Phases in order."""

    name: str
    phases: tuple[Phase, ...]


class Listener(Protocol):
    """Who hears of the progress of a sequence run; actor_id names the run."""

    def sequence_started(self, name: str, actor_id: str) -> None: ...

    def sequence_stopped(self, name: str, actor_id: str, error: str) -> None: ...

    def sequence_refused(self, name: str, actor_id: str, error: str) -> None: ...

    def phase_started(self, name: str, actor_id: str) -> None: ...

    def phase_stopped(self, name: str, actor_id: str) -> None: ...

    def task_started(self, name: str, actor_id: str) -> None: ...

    def task_stopped(self, name: str, actor_id: str) -> None: ...


class SequenceLockedError(Exception):
    """Another sequence runs and this one may not take it over."""


class SequenceFailedError(Exception):
    """A task of the sequence failed."""


class Sequencer:
    """Runs one sequence at a time. clock is monotonic, in seconds."""

    def __init__(self, *, listener: Listener, clock: Callable[[], float], log: structlog.stdlib.BoundLogger) -> None:
        self._listener = listener
        self._clock = clock
        self._log = log
        self._running: asyncio.Task[None] | None = None

    async def run(self, sequence: Sequence, *, actor_id: str, takeover: bool = False) -> None:
        """Run a sequence to its end.

        With takeover a running one is cancelled first. Raises SequenceLockedError if another one runs and must not be
        taken over, SequenceFailedError with the first task's error.
        """
        if self._running is not None and not self._running.done():
            if not takeover:
                text = "sequence not started: locked"
                self._listener.sequence_refused(sequence.name, actor_id, text)
                raise SequenceLockedError(text)
            self._running.cancel()
            await asyncio.wait([self._running], timeout=TAKEOVER_TIMEOUT)
        self._running = asyncio.current_task()
        self._listener.sequence_started(sequence.name, actor_id)
        error = "cancelled"
        try:
            await self._phases(sequence, actor_id)
            error = ""
        except SequenceFailedError as failure:
            error = str(failure)
            raise
        finally:
            if self._running is asyncio.current_task():
                self._running = None
            self._listener.sequence_stopped(sequence.name, actor_id, error)

    async def _phases(self, sequence: Sequence, actor_id: str) -> None:
        start, count = self._clock(), len(sequence.phases)
        self._log.info(f"{sequence.name} sequence: {count} phase(s)")
        for number, phase in enumerate(sequence.phases, 1):
            began, where = self._clock(), f"({number}/{count})"
            self._log.info(f"phase {phase.name} {where}: {len(phase.tasks)} tasks(s)")
            self._listener.phase_started(phase.name, actor_id)
            await self._tasks(phase, actor_id)
            self._listener.phase_stopped(phase.name, actor_id)
            self._log.info(f"phase {phase.name} {where}: done, {self._since(began)}")
        self._log.info(f"{sequence.name} sequence: done: {self._since(start)}")

    async def _tasks(self, phase: Phase, actor_id: str) -> None:
        try:
            async with asyncio.TaskGroup() as group:
                for number, task in enumerate(phase.tasks, 1):
                    group.create_task(self._task(task, f"({number}/{len(phase.tasks)})", actor_id))
        except ExceptionGroup as errors:
            raise SequenceFailedError(f"phase {phase.name}: {errors.exceptions[0]}") from errors

    async def _task(self, task: Task, where: str, actor_id: str) -> None:
        began = self._clock()
        self._log.info(f"task {task.name} {where}: starting")
        self._listener.task_started(task.name, actor_id)
        try:
            await task.run()
        except Exception as error:
            self._log.error(f"task {task.name} {where}: failed: {error}")
            raise SequenceFailedError(f"task {task.name}: {error}") from error
        self._listener.task_stopped(task.name, actor_id)
        self._log.info(f"task {task.name} {where}: done, {self._since(began)}")

    def _since(self, began: float) -> str:
        return f"{(self._clock() - began) * 1000:.0f}ms"
