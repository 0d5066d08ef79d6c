"""The machine status: its stage, and the services of init and of the components that run services of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping

from libtalos.resources.definitions.runtime import MachineStatus, Stage
from services.init.status import ServiceSummary, machine_status

Publish = Callable[[MachineStatus], object]


class Machine:
    """Keeps the machine status and tells of every change of it.

    own gives init's services; peers are the components whose services count, too.
    """

    def __init__(
        self, *, own: Callable[[], Iterable[ServiceSummary]], peers: Iterable[str], publish: Iterable[Publish]
    ) -> None:
        self._own = own
        self._reported: dict[str, tuple[ServiceSummary, ...] | None] = dict.fromkeys(peers)
        self._publish = tuple(publish)
        self._stage: Stage = "booting"
        self._config_error = ""
        self._status: MachineStatus | None = None
        self._ready = asyncio.Event()

    @property
    def stage(self) -> Stage:
        """What the machine is doing."""
        return self._stage

    def enter(self, stage: Stage, *, config_error: str = "") -> None:
        """Go to another stage; maintenance says what is wrong with the config."""
        self._stage = stage
        self._config_error = config_error
        self.refresh()

    def report(self, component: str, services: Mapping[str, ServiceSummary] | None) -> None:
        """Take what a component says of its services; None if it does not say anything at the moment."""
        self._reported[component] = None if services is None else tuple(services.values())
        self.refresh()

    def refresh(self) -> None:
        """Work the status out anew, and tell of it if it changed."""
        missing = [component for component, services in self._reported.items() if services is None]
        services = [*self._own(), *(s for reported in self._reported.values() for s in reported or ())]
        status = machine_status(self._stage, services, missing, self._config_error)
        if status == self._status:
            return
        self._status = status
        if status.status.ready:
            self._ready.set()
        else:
            self._ready.clear()
        for publish in self._publish:
            publish(status)

    async def ready(self) -> None:
        """Wait until everything is up."""
        await self._ready.wait()
