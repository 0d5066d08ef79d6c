"""The composition root of PID 1 and so of the node. Imported after the zygote is forked, which has no use for it."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

import structlog

from libtalos.bus.directory import DEFAULT_DIRECTORY, BusDirectory
from libtalos.bus.settings import settings_from
from libtalos.component.host import ComponentHost
from libtalos.component.registry import Registry, load_registry
from libtalos.component.runtime import Assembly, Runtime
from libtalos.resources.backoff import Backoff, BackoffPolicy
from libtalos.supervise.events import publishing
from libtalos.supervise.journal import Listener
from libtalos.supervise.resources import ServiceResources
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.status import ServiceEvent, ServiceStatus
from libtalos.supervise.volumes import HeldVolumes
from libtalos.supervise.wiring import Supervision, held_volumes, supervision
from services.init import early
from services.init.announce import Announcer
from services.init.clients import RemoteVolumes
from services.init.component import DECLARATION
from services.init.config import ConfigSource
from services.init.health import health_check
from services.init.machine import Machine
from services.init.node import Node
from services.init.own import OWN_ID, OwnService
from services.init.ownlog import OwnLog
from services.init.peers import PeerWatch
from services.init.rpc import InitRpc, InitSupervisorRpc
from services.init.running import RunningServices, ServiceNews
from services.init.sequence import Sequencer
from services.init.specs import (
    CONTAINERD,
    CONTAINERD_VOLUMES,
    REPLACEMENTS,
    SUPERVISORS,
    component_specs,
    containerd_spec,
)
from services.init.supervised import RemoteSupervisor
from services.init.zygotes import Zygotes, in_start_order, passed_on


class Composition:
    """Builds every object of init once the event loop runs; keeps what the main function needs afterwards."""

    def __init__(
        self,
        *,
        entry: early.GroupEntry,
        directory: BusDirectory,
        registry: Registry,
        environment: Mapping[str, str],
        own_log: OwnLog,
        zygotes: Zygotes,
    ) -> None:
        self._entry = entry
        self._directory = directory
        self._environment = environment
        self._own_log = own_log
        self._zygotes = zygotes
        self._others = in_start_order(registry)
        self.sockets = early.bind_bus(directory, registry.components)

    def compose(self, runtime: Runtime) -> Assembly:
        """Build the node on the runtime of the component."""
        announcer = Announcer(events=runtime.events)
        supervised = self._supervision(runtime)
        self._own_log.attach(supervised.logs.open(OWN_ID))
        own = OwnService(listener=_tell_all(ServiceResources(runtime.store), publishing(runtime.events.publish)))
        services = RunningServices(supervisor=supervised.supervisor)
        machine = Machine(
            own=services.summaries,
            peers=SUPERVISORS,
            publish=(lambda status: runtime.store.put("machine", status), announcer.machine_status),
        )
        supervised.supervisor.listen(ServiceNews(log=runtime.log, refresh=machine.refresh))
        volumes = held_volumes(
            supervised, runtime.bus.channel("filesystem"), CONTAINERD, CONTAINERD_VOLUMES, runtime.log
        )
        specs = self._specs(runtime, volumes)
        supervised.supervisor.load(specs)
        self.node = Node(
            sequencer=Sequencer(listener=announcer, clock=runtime.clock, log=runtime.log),
            services=services,
            status=machine,
            volumes=RemoteVolumes(channel=runtime.bus.channel("filesystem")),
            load_config=self._config(runtime).load,
            keep_logs=supervised.logs.use_directory,
            components=[spec.id for spec in specs],
            log=runtime.log,
        )
        watches = {component: self._watch(runtime, machine, component) for component in SUPERVISORS}
        return Assembly(
            handlers=[
                InitRpc(power=self.node),
                InitSupervisorRpc(supervised.supervisor, supervised.logs, component=DECLARATION.name, own=own),
            ],
            start=lambda: self._start(runtime, supervised, machine, own, watches),
            stop=lambda: _stop(supervised),
        )

    def _supervision(self, runtime: Runtime) -> Supervision:
        return supervision(
            component=DECLARATION.name,
            cgroups=self._entry.cgroups,
            store=runtime.store,
            publish=runtime.events.publish,
            clock=runtime.clock,
            environment=passed_on(self._environment),
            notify_path=early.notify_path(self._directory),
            problem=runtime.log.warning,
            helper=self._zygotes.first,
            make_helper=self._zygotes.make,
        )

    def _specs(self, runtime: Runtime, volumes: HeldVolumes) -> list[ServiceSpec]:
        components = component_specs(
            self._others,
            python=sys.executable,
            sockets=self.sockets,
            environment={},
            health=lambda component: health_check(runtime.bus, component),
            replacements=Path(self._environment.get("TALOS_COMPONENTS", str(REPLACEMENTS))),
        )
        return [*components, containerd_spec(environment={}, condition=volumes)]

    def _config(self, runtime: Runtime) -> ConfigSource:
        return ConfigSource(environment=self._environment, store=runtime.store, events=runtime.events, log=runtime.log)

    def _watch(self, runtime: Runtime, machine: Machine, component: str) -> PeerWatch:
        return PeerWatch(
            component=component,
            supervisor=RemoteSupervisor(channel=runtime.bus.channel(component)),
            report=machine.report,
            backoff=Backoff(BackoffPolicy()),
            log=runtime.log,
        )

    async def _start(
        self,
        runtime: Runtime,
        supervised: Supervision,
        machine: Machine,
        own: OwnService,
        watches: Mapping[str, PeerWatch],
    ) -> None:
        """Reap, listen for readiness, boot, and follow the services of others."""
        asyncio.get_running_loop().add_signal_handler(signal.SIGCHLD, supervised.children.reap)
        supervised.children.reap()  # whoever ended before anybody listened
        supervised.open()
        own.started()
        machine.refresh()
        await asyncio.wrap_future(self._entry.done)
        self.node.start()
        for component, watch in watches.items():
            runtime.tasks.spawn(f"watch services of {component}", watch.run())


async def _stop(supervised: Supervision) -> None:
    supervised.close()


def _tell_all(*listeners: Listener) -> Listener:
    def tell(status: ServiceStatus, event: ServiceEvent) -> None:
        for listener in listeners:
            listener(status, event)

    return tell


async def live(
    *,
    entry: early.GroupEntry,
    environment: Mapping[str, str],
    log: structlog.stdlib.BoundLogger,
    own_log: OwnLog,
    zygotes: Zygotes,
) -> None:
    """Serve and run the node; returns when it is shut down."""
    registry = load_registry()
    directory = BusDirectory(Path(environment.get("TALOS_BUS_DIR", str(DEFAULT_DIRECTORY))))
    composition = Composition(
        entry=entry,
        directory=directory,
        registry=registry,
        environment=environment,
        own_log=own_log,
        zygotes=zygotes,
    )
    host = ComponentHost(
        declaration=DECLARATION,
        compose=composition.compose,
        environment=environment,
        registry=registry,
        settings=settings_from(environment),
        log=log,
    )
    loop = asyncio.get_running_loop()
    # as upstream in container mode: SIGTERM shuts down at once, SIGINT is ignored
    loop.add_signal_handler(signal.SIGTERM, lambda: composition.node.shutdown(force=True))
    loop.add_signal_handler(signal.SIGINT, lambda: log.info("SIGINT ignored"))
    await host.start(composition.sockets[DECLARATION.name])
    await composition.node.over()
    await host.stop()
    log.info("node is down")
