"""Serving one composed component on one socket, from the first call to the last."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import structlog

from libtalos.bus.access import Access, DeclaredAccess
from libtalos.bus.directory import DEFAULT_DIRECTORY, Bus, BusDirectory
from libtalos.bus.health import Health, HealthRpc
from libtalos.bus.reflection import ReflectionV1AlphaRpc, ReflectionV1Rpc
from libtalos.bus.server import Server, Service
from libtalos.bus.settings import BusSettings
from libtalos.component.declaration import Declaration
from libtalos.component.events import EventLog
from libtalos.component.metrics import Metrics, add_process_metrics
from libtalos.component.registry import Registry
from libtalos.component.rpc import ComponentRpc
from libtalos.component.runtime import Assembly, Compose, Runtime
from libtalos.component.tasks import TaskGuard
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.store import ResourceStore


class ComponentHost:
    """One component: runtime, composition, server. Make it inside the running event loop."""

    def __init__(
        self,
        *,
        declaration: Declaration,
        compose: Compose,
        environment: Mapping[str, str],
        registry: Registry,
        settings: BusSettings,
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        self._settings = settings
        self.runtime = make_runtime(declaration=declaration, environment=environment, settings=settings, log=log)
        self._assembly = compose(self.runtime)
        access = DeclaredAccess(component=declaration.name, uses=registry.uses)
        self._server = make_server(runtime=self.runtime, assembly=self._assembly, access=access, settings=settings)

    async def start(self, sock: socket.socket) -> None:
        """Serve on sock at once and start the domain; it is healthy then, unless it says otherwise itself."""
        await self._server.start(sock)
        await self._assembly.start()
        self.runtime.health.assume(True)

    async def stop(self) -> None:
        """Refuse new calls, answer those under way, stop the domain and its tasks, close every connection.

        Every step is done, whatever the others raise; the last error is raised in the end.
        """
        self.runtime.health.set(False)
        async with AsyncExitStack() as steps:
            # run from the last to the first
            steps.callback(self.runtime.bus.close)
            steps.push_async_callback(self.runtime.tasks.stop_all)
            steps.push_async_callback(self._assembly.stop)
            steps.push_async_callback(self._server.drain, self._settings.drain_timeout)


def make_runtime(
    *,
    declaration: Declaration,
    environment: Mapping[str, str],
    settings: BusSettings,
    log: structlog.stdlib.BoundLogger,
) -> Runtime:
    """The services of a component process."""
    directory = BusDirectory(Path(environment.get("TALOS_BUS_DIR", str(DEFAULT_DIRECTORY))))
    metrics = Metrics()
    add_process_metrics(metrics)
    return Runtime(
        declaration=declaration,
        environment=environment,
        bus=Bus(directory, settings),
        store=ResourceStore(owner=declaration.name, clock=time.time, publishes=declaration.publishes),
        events=EventLog(component=declaration.name, clock=time.time_ns),
        tasks=TaskGuard(log=log),
        metrics=metrics,
        health=Health(),
        clock=asyncio.get_running_loop().time,
        log=log,
    )


def make_server(*, runtime: Runtime, assembly: Assembly, access: Access, settings: BusSettings) -> Server:
    """The server of a composed component: its own contracts and the common ones."""
    own = [*assembly.handlers, *_common(runtime, utc_now, assembly.handlers)]
    services = service_names(own)
    # reflection lists itself, too
    listed = sorted({*services, "grpc.health.v1.Health", *REFLECTION_SERVICES})
    handlers = [
        *own,
        HealthRpc(health=runtime.health, services=listed),
        ReflectionV1Rpc(services=listed),
        ReflectionV1AlphaRpc(services=listed),
    ]
    return Server(handlers, access=access, settings=settings, log=runtime.log)


REFLECTION_SERVICES = ("grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection")


def service_names(handlers: Sequence[Service]) -> list[str]:
    """Full names of the services of some handlers, sorted."""
    return sorted({path[1:].partition("/")[0] for handler in handlers for path in handler.__mapping__()})


def utc_now() -> dt.datetime:
    """The wall clock, in UTC."""
    return dt.datetime.now(dt.UTC)


def _common(runtime: Runtime, now: Callable[[], dt.datetime], handlers: Sequence[Service]) -> list[Service]:
    served = {name.rpartition(".")[0] for name in service_names(handlers)}
    component = ComponentRpc(
        declaration=runtime.declaration,
        contracts=sorted({*runtime.declaration.contracts, *served}),
        events=runtime.events,
        metrics=runtime.metrics,
        clock=runtime.clock,
        now=now,
    )
    # api federates resources and serves them itself
    own = [] if "talos.resource.v1" in served else [ResourceRpc(runtime.store)]
    return [component, *own]
