"""Provisioning for the event loop: the machine config is asked, the work done in a thread, its outcome published.

What does the work is imported with the first request: in most nodes' lives there is none.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING

import structlog

from services.filesystem.offload import in_thread

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from services.filesystem.disks.device import Device
    from services.filesystem.disks.plan import Plan
    from services.filesystem.disks.provisioner import Provisioner
    from services.filesystem.disks.wishes import ConfigSource


class DiskDesk:
    """Plans and provisions disks. Raises DiskError, OSError, and BusError if the machine config cannot be had."""

    def __init__(
        self,
        *,
        provisioner: "Callable[[], Provisioner]",
        config: "Callable[[], ConfigSource]",
        quiet: "Callable[[], AbstractAsyncContextManager[None]]",
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        """Take what does the work; in quiet nobody else looks at the disks, and what is there is published after it."""
        self._provisioner = provisioner
        self._config = config
        self._quiet = quiet
        self._log = log

    async def plan(self, disk: str, *, force: bool) -> "tuple[Device, Plan]":
        """Return a disk and what it takes to make it the node's."""
        from services.filesystem.disks.wishes import wish  # noqa: PLC0415 - see above

        wanted = await wish(self._config(), disk, force=force)
        return await asyncio.to_thread(self._provisioner().plan, wanted)

    async def provision(self, disk: str, *, force: bool) -> AsyncIterator[str]:
        """Do it, and yield the description of each step that is done."""
        from services.filesystem.disks.wishes import wish  # noqa: PLC0415 - see above

        wanted = await wish(self._config(), disk, force=force)
        async with self._quiet():
            async for step in in_thread(self._provisioner().provision(wanted)):
                self._log.info("done", step=step, disk=wanted.disk or "the selected one")
                yield step
