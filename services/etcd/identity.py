"""Finds out who the local member is, each time that etcd has become healthy."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from libtalos.bus.errors import BusError
from services.etcd.membership import MemberId, MemberStatus

if TYPE_CHECKING:
    from structlog.stdlib import BoundLogger

    from libtalos.supervise.status import ServiceEvent, ServiceStatus


class StatusSource(Protocol):
    """Who knows."""

    async def status(self) -> MemberStatus:
        """The local member's status; raises BusError."""


class Identity:
    """A listener of the supervisor's; `publish` is told the member's id."""

    def __init__(self, *, etcd: StatusSource, publish: Callable[[MemberId], None], log: BoundLogger) -> None:
        self._etcd = etcd
        self._publish = publish
        self._log = log
        self._healthy = asyncio.Event()

    def __call__(self, status: ServiceStatus, event: ServiceEvent) -> None:  # noqa: ARG002 - a Listener
        """Take an event of the service."""
        if status.checked and status.up:
            self._healthy.set()

    async def run(self) -> None:
        """Ask at each recovery, for ever. An etcd that is lost again is asked when it is healthy again."""
        while True:
            await self._healthy.wait()
            self._healthy.clear()
            try:
                self._publish((await self._etcd.status()).id)
            except BusError as error:
                self._log.warning("cannot ask etcd who it is", error=str(error))
