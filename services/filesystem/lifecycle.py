"""The component's start: the tree with the volumes in it, its resources, then a look at every change, and its repair.

A step that fails ends the process: its log line is the last one, so that it is in the failure event that init
publishes, and init starts the component again with its backoff. A start does only what is missing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Protocol

import structlog

from services.filesystem.follow import Watch, follow
from services.filesystem.keeper import TreeKeeper
from services.filesystem.resources import Publisher
from services.filesystem.tree import Repair


class Places(Watch, Protocol):
    """A watch of files and directories by their paths (libtalos.linux.placewatch)."""

    def heard(self) -> bool:
        """Return whether something happened to one of them, since the last call."""

    def refresh(self) -> bool:
        """Watch what is there now; return whether there is more than before."""


class Backoff(Protocol):
    """Pauses between repairs that follow each other."""

    def succeeded(self) -> None:
        """Begin again with the shortest pause."""

    async def wait(self) -> None:
        """Wait before the next repair."""


class Lifecycle:
    """Starts the component. `complete` is set when the tree is as wanted."""

    def __init__(
        self,
        *,
        keeper: TreeKeeper,
        publisher: Publisher,
        volumes: Callable[[], Awaitable[object]],
        settled: Callable[[], object],
        mounts: Callable[[], Watch],
        places: Callable[[], Places],
        repaired: Callable[[Repair], object],
        backoff: Backoff,
        spawn: Callable[[str, Coroutine[Any, Any, None]], None],
        clock: Callable[[], float],
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        """Take what is started; clock is monotonic, in seconds. repaired hears of every repair.

        volumes returns when those that every node has are ready; settled hears that a change was looked at.
        """
        self.complete = asyncio.Event()
        self._keeper = keeper
        self._publisher = publisher
        self._volumes = volumes
        self._settled = settled
        self._mounts = mounts
        self._places = places
        self._repaired = repaired
        self._backoff = backoff
        self._spawn = spawn
        self._clock = clock
        self._log = log
        self._turn = asyncio.Lock()

    async def start(self) -> None:
        """Bring the tree about, publish, and watch. Raises StepError, OSError."""
        began = self._clock()
        steps = await self._keeper.mount_before_volumes()
        await self._volumes()
        steps += await self._keeper.mount()
        self._log.info("mount table done", steps=len(steps), seconds=round(self._clock() - began, 3))
        mounts, places = self._mounts(), self._places()  # before the first look, so that no change falls between
        places.refresh()
        await self._publish()
        self.complete.set()

        async def place_changed() -> None:
            if places.heard():
                await self._changed(places)

        self._spawn("mounts", follow(mounts, lambda: self._changed(places)))
        self._spawn("places", follow(places, place_changed))

    async def _changed(self, places: Places) -> None:
        async with self._turn:
            await self._put_right(places)

    async def _put_right(self, places: Places) -> None:
        """Look and repair until a look finds nothing to do.

        The pause keeps two that undo each other's work from doing nothing else.
        """
        while repairs := await self._repairs(places):
            for repair in repairs:
                self._tell(repair)
            await self._publish()
            await self._backoff.wait()
        self._backoff.succeeded()
        self._settled()
        await self._publish()

    async def _repairs(self, places: Places) -> tuple[Repair, ...]:
        places.refresh()
        repairs = await self._keeper.repair()
        while places.refresh():
            repairs += await self._keeper.repair()
        return repairs

    async def _publish(self) -> None:
        await self._publisher.publish_mounts()
        await self._publisher.publish_etc_files()

    def _tell(self, repair: Repair) -> None:
        if repair.error:
            self._log.error("not repaired; trying again", target=repair.row.target, error=repair.error)
        else:
            self._log.warning("repaired", target=repair.row.target, steps=repair.steps)
        self._repaired(repair)
