"""grpc.health.v1: whether the process, and each of its services, serves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable

from libtalos.bus.errors import NotFoundError
from libtalos.gen.grpc.health.v1 import (
    HealthBase,
    HealthCheckRequest,
    HealthCheckResponse,
    HealthCheckResponseServingStatus,
)

ServingStatus = HealthCheckResponseServingStatus


class Health:
    """The wanted answer to health checks: not serving until somebody says so."""

    def __init__(self) -> None:
        self._serving = False
        self._said = False
        self._held: set[str] = set()
        self._changed = asyncio.Event()

    @property
    def serving(self) -> bool:
        """Whether the process serves."""
        return self._serving

    def set(self, serving: bool) -> None:
        """Say whether the process serves; watchers hear of a change."""
        self._said = True
        if serving != self._serving:
            self._serving = serving
            self._tell()

    def serves(self, service: str) -> bool:
        """Whether one service of the process serves."""
        return self._serving and service not in self._held

    def hold(self, service: str) -> None:
        """Say that one service, by its full name, cannot be relied on yet, whatever holds for the process."""
        self._held.add(service)
        self._tell()

    def release(self, service: str) -> None:
        """The service does as the process; nothing happens if it was not held."""
        if service in self._held:
            self._held.discard(service)
            self._tell()

    def assume(self, serving: bool) -> None:
        """As set, unless somebody has said already what is the case."""
        if not self._said:
            self.set(serving)

    async def wait_change(self) -> None:
        """Return at the next change."""
        await self._changed.wait()

    def _tell(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()


class HealthRpc(HealthBase):
    """The gRPC side of Health, for the whole process ("") and every service it serves."""

    def __init__(self, *, health: Health, services: Iterable[str]) -> None:
        self._health = health
        self._services = frozenset({"", *services})

    async def check(self, message: HealthCheckRequest) -> HealthCheckResponse:
        """The current status; NOT_FOUND for a service that is not served here."""
        if message.service not in self._services:
            raise NotFoundError(f'service "{message.service}" is not served here')
        return HealthCheckResponse(status=self._status(message.service))

    async def watch(self, message: HealthCheckRequest) -> AsyncIterator[HealthCheckResponse]:
        """The status now and at every change; SERVICE_UNKNOWN for a service that is not served here."""
        while True:
            change = asyncio.ensure_future(self._health.wait_change())
            try:
                yield HealthCheckResponse(status=self._status(message.service))
                await change
            finally:
                change.cancel()

    def _status(self, service: str) -> HealthCheckResponseServingStatus:
        if service not in self._services:
            return ServingStatus.SERVICE_UNKNOWN
        return ServingStatus.SERVING if self._health.serves(service) else ServingStatus.NOT_SERVING
