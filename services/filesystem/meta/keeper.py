"""META for the event loop: one change at a time, each published when it is on the disk."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import structlog

from services.filesystem.meta.adv import Tags
from services.filesystem.meta.medium import UnfitMediumError
from services.filesystem.meta.places import MetaPlaceError
from services.filesystem.meta.values import Values

T = TypeVar("T")


class MetaKeeper:
    """Reads and changes META, and publishes what it holds.

    Another program's lock is waited for by one thread that reads and one that writes, and not by as many as there are
    callers: the threads are the whole component's.
    """

    def __init__(self, *, values: Values, publish: Callable[[Tags], None], log: structlog.stdlib.BoundLogger) -> None:
        """Take what does the work; publish is told all values by key."""
        self._values = values
        self._publish = publish
        self._log = log
        self._turn = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._work: set[asyncio.Task[Any]] = set()

    async def look(self) -> None:
        """Publish what META holds. Where it cannot be read the log says so, and the node goes on without."""
        try:
            state = await asyncio.to_thread(self._values.load)
        except (OSError, UnfitMediumError, MetaPlaceError) as error:
            self._log.error("META cannot be read", error=str(error))
            return
        if state.damaged:
            self._log.warning("META holds nothing valid and is taken as empty; the next write replaces it")
        self._publish(state.tags)

    async def read(self, key: int) -> bytes:
        """Return a value. Raises what Values.read raises."""
        return await self._to_the_end(self._read(key), "reading of META")

    async def write(self, key: int, value: bytes) -> None:
        """Set a value, lastingly. Raises what Values.write raises."""
        await self._change(lambda: self._values.write(key, value))

    async def delete(self, key: int) -> None:
        """Remove a value, lastingly. Raises what Values.delete raises."""
        await self._change(lambda: self._values.delete(key))

    async def _read(self, key: int) -> bytes:
        async with self._reading:
            return await asyncio.to_thread(self._values.read, key)

    async def _change(self, change: Callable[[], Tags]) -> None:
        """Make a change and publish it, also when the caller does not wait for the end: the disk has it then."""
        await self._to_the_end(self._changed(change), "change of META")

    async def _to_the_end(self, work: Coroutine[Any, Any, T], name: str) -> T:
        """Work on if the caller goes away: a thread cannot be called back, and keeps its turn."""
        task = asyncio.create_task(work, name=name)
        self._work.add(task)
        task.add_done_callback(self._forget)
        return await asyncio.shield(task)

    async def _changed(self, change: Callable[[], Tags]) -> None:
        async with self._turn:
            try:
                self._publish(await asyncio.to_thread(change))
            except OSError:
                await self.look()  # it may have failed after the change was made
                raise

    def _forget(self, task: asyncio.Task[Any]) -> None:
        self._work.discard(task)
        if not task.cancelled():
            task.exception()  # the caller may be gone
