"""Waiting for a node to be as it should, woken by its own watches."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from libtalos.bus.directory import Bus
from libtalos.bus.errors import BusError
from libtalos.gen.talos.supervisor.v1 import Service as ServiceMessage
from libtalos.gen.talos.supervisor.v1 import ServiceState, SupervisorServiceStub
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.runtime import MachineStatus, Service
from libtalos.resources.spec import ResourceSpec

# supervisors: components that run services
SUPERVISORS = ("init", "etcd", "kubelet")
COMPONENTS = {
    "filesystem": "filesystem",
    "network": "network",
    "etcd": "etcd-supervisor",
    "kubelet": "kubelet-supervisor",
    "api": "api",
}
"""The service of each component but init."""
SERVICES = {*COMPONENTS.values(), "containerd", "etcd", "kubelet"}
WITHIN = 30.0


class Sight:
    """What a node says of itself. Make it with `watching`."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus
        self._changed = asyncio.Event()

    async def services(self) -> dict[str, ServiceMessage]:
        """Every service of the node, asked of those who run them."""
        stubs = [self.bus.channel(name).stub(SupervisorServiceStub) for name in SUPERVISORS]
        replies = await asyncio.gather(*(stub.list_services() for stub in stubs))
        return {service.id: service for reply in replies for service in reply.services}

    async def pids(self) -> dict[str, int]:
        """The pid, in the node, of every service that has one; without PID 1, which is the node."""
        return {name: service.pid for name, service in (await self.services()).items() if service.pid > 1}

    async def status(self) -> MachineStatus:
        """The machine status."""
        return (await ResourceClient(self.bus.channel("init")).get(MachineStatus, "machine")).spec

    async def until(self, missing: Callable[[], Awaitable[str]], *, within: float = WITHIN) -> None:
        """Return once `missing` returns nothing; it is asked at every change. Fails with what it returned last."""
        said = ""
        try:
            async with asyncio.timeout(within):
                while True:
                    self._changed.clear()
                    said = await missing()
                    if not said:
                        return
                    await self._changed.wait()
        except TimeoutError:
            raise AssertionError(f"not within {within:g} s: {said}") from None

    async def whole(self, *, instead_of: Mapping[str, int] | None = None, within: float = WITHIN) -> None:
        """Return once everything is healthy and each of `instead_of` has another pid than the one given."""
        await self.until(lambda: self._missing(instead_of or {}), within=within)

    async def _missing(self, instead_of: Mapping[str, int]) -> str:
        services = await self.services()
        problems = [f"no {name}" for name in SERVICES - set(services)]
        problems += [problem for service in services.values() if (problem := _problem(service))]
        # a supervisor that has just begun may not know all its services yet
        known = {name: pid for name, pid in instead_of.items() if name in services}
        problems += [f"no {name} any more" for name in instead_of if name not in services]
        problems += [f"{name} is still {pid}" for name, pid in known.items() if services[name].pid in {0, pid}]
        status = await self.status()
        if status.stage != "running" or not status.status.ready:
            problems.append(f"machine {status}")
        return "; ".join(problems)

    async def follow(self, component: str, spec: type[ResourceSpec]) -> None:
        """Wake whoever waits at every change of a type; for ever."""
        async for _ in ResourceClient(self.bus.channel(component)).watch(spec):
            self._changed.set()


def _problem(service: ServiceMessage) -> str:
    if service.state is ServiceState.SKIPPED:
        return "" if service.events[-1].message else f"{service.id} skipped without a reason"
    healthy = service.health is not None and service.health.healthy and not service.health.unknown
    if service.state is ServiceState.RUNNING and healthy:
        return ""
    last = service.events[-1].message if service.events else ""
    return f"{service.id} {service.state.name} {last}"


@asynccontextmanager
async def watching(bus: Bus, *more: tuple[str, type[ResourceSpec]]) -> AsyncIterator[Sight]:
    """Sight of the node behind bus; `more` types of components that wake it. A watch that fails ends the block."""
    sight = Sight(bus)
    async with asyncio.TaskGroup() as group:
        watched: list[tuple[str, type[ResourceSpec]]] = [
            ("init", MachineStatus),
            *((name, Service) for name in SUPERVISORS),
            *more,
        ]
        tasks = [group.create_task(sight.follow(component, spec)) for component, spec in watched]
        try:
            yield sight
        finally:
            for task in tasks:
                task.cancel()


async def refused(call: Awaitable[object]) -> BusError:
    """The error of a call that must fail."""
    try:
        answer = await call
    except BusError as error:
        return error
    raise AssertionError(f"not refused: {answer}")
