"""Callers and watchers that go on while things are killed under them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from libtalos.bus.directory import Bus
from libtalos.bus.errors import BusError
from libtalos.gen.google.protobuf import Empty
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthStub
from libtalos.gen.machine import MachineServiceStub
from libtalos.gen.talos.api.v1 import ApiServiceStub
from libtalos.gen.talos.component.v1 import ComponentServiceStub
from libtalos.gen.talos.etcd.v1 import EtcdServiceStub
from libtalos.gen.talos.filesystem.v1 import FilesystemServiceStub
from libtalos.gen.talos.kubelet.v1 import KubeletServiceStub
from libtalos.gen.talos.network.v1 import NetworkServiceStub, PlanRequest
from libtalos.gen.talos.resource.v1 import ResourceServiceStub
from libtalos.gen.talos.supervisor.v1 import SupervisorServiceStub
from libtalos.resources.client import ResourceClient
from libtalos.resources.spec import Kind

Call = Callable[[], Awaitable[object]]

# calls a second and socket: a load, and not a race for this machine's two cores
PACE = 0.02
BURST = 5
SETTLE = 15.0


def calls(bus: Bus) -> dict[str, dict[str, Call]]:
    """Safe unary calls of every component, by component and method, each with the default deadline."""
    found: dict[str, dict[str, Call]] = {}
    for name in ("init", "filesystem", "network", "etcd", "kubelet", "api"):
        component = bus.channel(name).stub(ComponentServiceStub)
        resources = bus.channel(name).stub(ResourceServiceStub)
        health = bus.channel(name).stub(HealthStub)
        found[name] = {
            "Describe": component.describe,
            "GetMetrics": component.get_metrics,
            "ListDefinitions": resources.list_definitions,
            "Check": lambda health=health: health.check(HealthCheckRequest()),  # type: ignore[misc]
        }
    api = bus.channel("api").stub(MachineServiceStub)
    supervisors = {name: bus.channel(name).stub(SupervisorServiceStub) for name in ("init", "etcd", "kubelet", "api")}
    for name, stub in supervisors.items():
        found[name] |= {"ListServices": stub.list_services, "ListLogs": stub.list_logs}
    filesystem = bus.channel("filesystem").stub(FilesystemServiceStub)
    etcd = bus.channel("etcd").stub(EtcdServiceStub)
    found["filesystem"] |= {"Plan": filesystem.plan, "StatMounts": filesystem.stat_mounts}
    network = bus.channel("network").stub(NetworkServiceStub)
    found["network"] |= {"Plan": lambda: network.plan(PlanRequest())}
    found["etcd"] |= {"ListMembers": etcd.list_members, "GetStatus": etcd.get_status}
    found["kubelet"] |= {"Render": bus.channel("kubelet").stub(KubeletServiceStub).render}
    found["api"] |= {
        "Version": lambda: api.version(Empty()),
        "ServiceList": lambda: api.service_list(Empty()),
        "Hostname": lambda: api.hostname(Empty()),
        "Mounts": lambda: api.mounts(Empty()),
        "Memory": lambda: api.memory(Empty()),
        "ListBackends": bus.channel("api").stub(ApiServiceStub).list_backends,
    }
    return found


@dataclass
class Traffic:
    """What the callers and the watchers met. Make it with `running`."""

    bus: Bus
    watched: Bus
    made: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    longest: dict[str, float] = field(default_factory=dict)
    known: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def call(self, component: str, method: str, call: Call) -> None:
        """Make one call and note how it went."""
        name, began = f"{component} {method}", asyncio.get_running_loop().time()
        self.made[component] += 1
        try:
            await call()
        except BusError as error:
            took = asyncio.get_running_loop().time() - began
            self.failed.append(f"{name}: {error.code.name} after {took:.1f} s: {error.message}")
        took = asyncio.get_running_loop().time() - began
        self.longest[name] = max(took, self.longest.get(name, 0.0))

    async def burst(self, only: Sequence[str] | None = None) -> None:
        """Queue every call several times at once, and return when all are answered."""
        everything = calls(self.bus)
        async with asyncio.TaskGroup() as group:
            for component in only or everything:
                for method, call in everything[component].items():
                    for _ in range(BURST):
                        group.create_task(self.call(component, method, call))

    async def caller(self, component: str, methods: Mapping[str, Call]) -> None:
        """Call one method after the other, for ever."""
        while True:
            for method, call in methods.items():
                await self.call(component, method, call)
                await asyncio.sleep(PACE)

    async def watcher(self, component: str, resource_type: str) -> None:
        """Follow a type and keep what is known of it, for ever."""
        known = self.known.setdefault((component, resource_type), {})
        async for change in ResourceClient(self.watched.channel(component)).untyped_watch(resource_type):
            if change.resource is not None:
                if change.kind is Kind.DESTROYED:
                    known.pop(change.resource.id, None)
                else:
                    known[change.resource.id] = change.resource.spec
            self._changed.set()

    async def settled(self) -> None:
        """Return once every watcher knows what a fresh listing says. Fails with what differs."""
        differing = ""
        try:
            async with asyncio.timeout(SETTLE):
                while True:
                    self._changed.clear()
                    differing = await self._differing()
                    if not differing:
                        return
                    await self._changed.wait()
        except TimeoutError:
            raise AssertionError(f"watch and listing differ: {differing}") from None

    async def _differing(self) -> str:
        for (component, resource_type), known in self.known.items():
            listed = await ResourceClient(self.watched.channel(component)).untyped_list(resource_type)
            fresh = {resource.id: resource.spec for resource in listed}
            if fresh != known:
                return f"{resource_type} of {component}: watched {known}, listed {fresh}"
        return ""


@asynccontextmanager
async def running(bus: Bus, watched: Bus) -> AsyncIterator[Traffic]:
    """Callers on every socket and watchers of every type; in the end no call may have failed.

    A watch that fails ends the block with its error.
    """
    traffic = Traffic(bus=bus, watched=watched)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(traffic.caller(name, methods)) for name, methods in calls(bus).items()]
        for name in calls(bus):
            types = [each.type for each in await ResourceClient(watched.channel(name)).definitions()]
            tasks += [group.create_task(traffic.watcher(name, each)) for each in types]
        try:
            yield traffic
        finally:
            for task in tasks:
                task.cancel()
    if traffic.failed:
        raise AssertionError(f"{len(traffic.failed)} calls failed:\n" + "\n".join(traffic.failed[:20]))
    if idle := [name for name in calls(bus) if not traffic.made[name]]:
        raise AssertionError(f"nobody called {idle}")
