"""Wiping for the event loop: the work is done in a thread, and its outcome published.

What does the work is imported with the first request: in most nodes' lives there is none.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

import structlog

from libtalos.bus.streams import as_generator
from services.filesystem.offload import in_thread

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from services.filesystem.wipe.orders import Order, Progress
    from services.filesystem.wipe.volumes import Volumes
    from services.filesystem.wipe.wiper import Wiper


class WipeDesk:
    """Wipes devices and volumes. Raises WipeError, OSError."""

    def __init__(
        self,
        *,
        wiper: "Callable[[], Wiper]",
        volumes: "Callable[[], Volumes]",
        quiet: "Callable[[], AbstractAsyncContextManager[None]]",
        unmount: Callable[[], Awaitable[list[str]]],
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        """Take what does the work; in quiet nobody else looks at the disks, and what is there is published after it.

        unmount takes the node's tree of mounts down, and returns what was done.
        """
        self._wiper = wiper
        self._volumes = volumes
        self._quiet = quiet
        self._unmount = unmount
        self._log = log

    async def devices(self, orders: "Sequence[Order]") -> "AsyncIterator[Progress]":
        """Wipe devices and yield how far it is. Who leaves stops it."""
        async with self._quiet(), aclosing(as_generator(in_thread(self._wiper().wipe(orders)))) as steps:
            async for progress in steps:
                if progress.step:
                    self._log.info("done", step=progress.step, device=progress.device)
                yield progress

    async def volumes(self, labels: Sequence[str], *, check: bool) -> list[str]:
        """Take volumes of the node away, and return what was done; with check, only see whether there are such."""
        volumes = self._volumes()
        if check:
            await asyncio.to_thread(volumes.check, labels)
            return []
        async with self._quiet():
            done = await asyncio.to_thread(volumes.release, labels)
            done += await self._unmount()
            done += await asyncio.to_thread(volumes.remove, labels)
        for step in done:
            self._log.info("done", step=step)
        return done
