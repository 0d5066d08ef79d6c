"""The services of all supervisors as one list, and each verb routed to whoever runs the service."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

import structlog

from libtalos.bus.errors import NotFoundError, PermissionDeniedError
from services.api.asking import ComponentName, ask_all, find_owner


class Named(Protocol):
    """A service."""

    @property
    def id(self) -> str:
        """The id, unique on the node."""
        ...


S = TypeVar("S", bound=Named)
S_co = TypeVar("S_co", bound=Named, covariant=True)


class Supervisor(Protocol[S_co]):
    """A component that runs services. All methods raise BusError."""

    async def services(self) -> Sequence[S_co]:
        """Its services, sorted by id."""
        ...

    async def start(self, service_id: str) -> S_co:
        """Start one."""
        ...

    async def stop(self, service_id: str) -> S_co:
        """Stop one."""
        ...

    async def restart(self, service_id: str) -> S_co:
        """Restart one."""
        ...

    async def logs(self) -> Sequence[str]:
        """The names of the kept logs."""
        ...

    def stream_log(self, log_id: str, *, follow: bool, tail_lines: int) -> AsyncIterator[bytes]:
        """A log in whole lines."""
        ...


class Services(Generic[S]):
    """Every service of the node. patience is how long one supervisor may take to answer, in seconds."""

    def __init__(
        self,
        *,
        supervisors: Mapping[ComponentName, Supervisor[S]],
        patience: float,
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        self._supervisors = supervisors
        self._patience = patience
        self._log = log
        self._owners: dict[str, ComponentName] = {}

    async def list(self) -> list[S]:
        """Return all services, sorted by id; those of a supervisor that does not answer are missing, and logged."""
        answers = await ask_all(self._supervisors, lambda supervisor: supervisor.services(), patience=self._patience)
        for name, error in answers.failed.items():
            self._log.warning("component does not tell its services", peer=name, error=error.message)
        if not answers.given:
            raise next(iter(answers.failed.values()))
        for name, services in answers.given.items():
            self._owners.update((service.id, name) for service in services)
        return sorted((service for services in answers.given.values() for service in services), key=lambda s: s.id)

    async def start(self, service_id: str) -> S:
        """Start a service. Raises NotFoundError if nobody runs one of that id."""
        return await self._routed(service_id, lambda supervisor: supervisor.start(service_id))

    async def stop(self, service_id: str) -> S:
        """Stop a service. Raises NotFoundError if nobody runs one of that id."""
        return await self._routed(service_id, lambda supervisor: supervisor.stop(service_id))

    async def restart(self, service_id: str) -> S:
        """Restart a service. Raises NotFoundError if nobody runs one of that id."""
        return await self._routed(service_id, lambda supervisor: supervisor.restart(service_id))

    async def owner(self, service_id: str) -> ComponentName:
        """Return who runs a service. Raises NotFoundError."""
        if service_id in self._owners:
            return self._owners[service_id]

        async def runs(supervisor: Supervisor[S]) -> bool:
            return any(service.id == service_id for service in await supervisor.services())

        found = await find_owner(self._supervisors, runs, patience=self._patience)
        if found is None:
            raise NotFoundError(f'service "{service_id}" not defined')
        self._owners[service_id] = found
        return found

    async def _routed(self, service_id: str, verb: Callable[[Supervisor[S]], Awaitable[S]]) -> S:
        supervisor = self._supervisors[await self.owner(service_id)]
        try:
            return await verb(supervisor)
        except NotFoundError:
            # it may have moved, or be gone: ask anew next time
            self._owners.pop(service_id, None)
            raise


def check_permission(service_id: str, operation: str) -> None:
    """Raise PermissionDeniedError, with upstream's text, if the public API may not do this to a service.

    Upstream (`internal/app/machined/pkg/system`): kubelet and extension services may be started and restarted, only
    extension services may be stopped.
    """
    extension = service_id.startswith("ext-")
    if extension or (service_id == "kubelet" and operation != "stop"):
        return
    raise PermissionDeniedError(f'service "{service_id}" doesn\'t support {operation} operation via API')
