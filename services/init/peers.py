"""The services that other components run, seen over the bus."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import aclosing
from typing import Protocol

import structlog

from libtalos.bus.errors import BusError
from libtalos.bus.streams import as_generator
from libtalos.resources.backoff import Backoff
from services.init.status import ServiceSummary


class Supervisor(Protocol):
    """A component that runs services."""

    async def services(self) -> Mapping[str, ServiceSummary]:
        """Its services now. Raises BusError."""
        ...

    def changes(self) -> AsyncIterator[None]:
        """One item once the services are decided, one for every change after it. Raises BusError at its end."""
        ...


class PeerWatch:
    """Follows one component's services for ever."""

    def __init__(
        self,
        *,
        component: str,
        supervisor: Supervisor,
        report: Callable[[str, Mapping[str, ServiceSummary] | None], None],
        backoff: Backoff,
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        self._component = component
        self._supervisor = supervisor
        self._report = report
        self._backoff = backoff
        self._log = log

    async def run(self) -> None:
        """Report the services at every change; report None while the component does not answer."""
        while True:
            try:
                async with aclosing(as_generator(self._supervisor.changes())) as changes:
                    async for _ in changes:
                        self._report(self._component, await self._supervisor.services())
                        self._backoff.succeeded()
            except BusError as error:
                self._log.debug("component does not tell its services", peer=self._component, error=error.message)
            except Exception as error:
                # whatever a component answers, PID 1 goes on, and tries again
                self._log.error("cannot follow the services of a component", peer=self._component, exc_info=error)
            self._report(self._component, None)
            await self._backoff.wait()
