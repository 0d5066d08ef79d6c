"""grpclib's client streams, made safe for the task that waits in them.

grpclib wakes a task whose connection is lost, or whose deadline has passed, by cancelling it, and turns the
CancelledError into the reason. Left as it is, that has two effects: a task that somebody else cancels in the same
moment never hears of it, and a loop that repeats calls goes on for ever; and the cancellation stays counted, so that
the asyncio.timeout or TaskGroup around the call takes its own end for a cancellation from outside.
"""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any, Self

import grpclib.client
from grpclib.const import Status
from grpclib.exceptions import GRPCError, StreamTerminatedError
from grpclib.utils import DeadlineWrapper


class Waking(DeadlineWrapper):
    """Wakes the tasks that wait in one call with an error, and takes back the cancellation that this needed."""

    def __init__(self) -> None:
        super().__init__()
        self._before: dict[asyncio.Task[Any], int] = {}
        self._woken: set[asyncio.Task[Any]] = set()

    def __enter__(self) -> None:
        """Begin to wait. Raises the error of a call that is over."""
        super().__enter__()
        for task in self._tasks:
            self._before.setdefault(task, task.cancelling())

    def cancel(self, error: Exception) -> None:
        """Wake whoever waits; the first error counts."""
        self.cancelled = True
        if self._error is not None:
            return
        self._error = error
        for task in self._tasks:
            task.cancel()
            self._woken.add(task)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End to wait: raise what woke us, unless somebody else cancelled the task as well."""
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("not in a task")
        self._tasks.discard(task)
        before, woken = self._before.pop(task, 0), task in self._woken
        self._woken.discard(task)
        if self._error is None:
            return
        left = task.uncancel() if woken else task.cancelling()
        if kind is not None and issubclass(kind, asyncio.CancelledError) and left > before:
            return
        raise self._error


class OutgoingStream(grpclib.client.Stream[Any, Any]):
    """One call on the wire."""

    async def __aenter__(self) -> Self:
        """Start the clock. Raises TimeoutError if the deadline has passed already."""
        self._wrapper = Waking()
        if self._deadline is not None:
            self._wrapper_ctx = self._wrapper.start(self._deadline)
            self._wrapper_ctx.__enter__()
        return self

    async def recv_message(self) -> Any:
        """The next message, or None at an end that the server called good.

        A status that came before the connection was lost counts more than the loss; and it is looked at here, because
        grpclib does not look when the connection is being closed: half a stream would pass for a whole one.
        """
        try:
            message = await super().recv_message()
        except StreamTerminatedError:
            self._maybe_raise()
            raise
        if message is None:
            self._maybe_raise()
            if self._stream.trailers is None and not self._trailers_only:
                raise GRPCError(Status.UNKNOWN, "the stream ended without a status")
        return message

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the stream back, also one whose request was never sent."""
        if self._send_request_done:
            await super().__aexit__(kind, error, trace)
        elif self._wrapper_ctx is not None:
            self._wrapper_ctx.__exit__(None, None, None)
