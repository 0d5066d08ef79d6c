"""Composition root of the api component."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import libtalos
from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.directory import Bus
from libtalos.component.declaration import Declaration
from libtalos.component.run import run
from libtalos.component.runtime import Assembly, Runtime
from libtalos.gen.talos.resource import v1 as resource_v1
from libtalos.resources import wire
from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.definitions.meta import Namespace, ResourceDefinition
from libtalos.resources.spec import ResourceSpec
from libtalos.resources.store import ResourceStore
from services.api.asking import ComponentName
from services.api.backends import Backends
from services.api.catalog import Catalog
from services.api.clients import (
    ComponentClient,
    FilesystemClient,
    InitClient,
    Link,
    NetworkClient,
    PublisherClient,
    ResourcesClient,
    SupervisorClient,
)
from services.api.component import DECLARATION
from services.api.cosi.access import Access
from services.api.events import EventStream
from services.api.federation import Federation
from services.api.gateway.wiring import gateway_of
from services.api.local import LocalBackend
from services.api.logs import Logs
from services.api.node import Node, this_version
from services.api.resources import MetaResources
from services.api.rpc import ApiRpc, FederatedResourceRpc, FederatedSupervisorRpc
from services.api.rpc_machine import MachineRpc
from services.api.rpc_state import StateRpc
from services.api.rpc_storage import StorageRpc
from services.api.rpc_time import TimeRpc
from services.api.services import Services

OWN = ComponentName("api")
INIT = ComponentName("init")
FILESYSTEM = ComponentName("filesystem")
NETWORK = ComponentName("network")

# seconds that one component may hold up an answer that is made of several
PATIENCE = 5.0


def links(declaration: Declaration, bus: Bus, policy: BackoffPolicy) -> Mapping[ComponentName, Link]:
    """Return the way to every component that is used, in the order of declaration."""

    def connect(component: str) -> Channel:
        return Channel(UnixAddress(bus.directory.socket(component)))

    names = dict.fromkeys(use.component for use in declaration.uses)
    return {ComponentName(name): Link(bus.channel(name), partial(connect, name), policy) for name in names}


def compose(runtime: Runtime) -> Assembly:
    """Build the component."""
    policy = BackoffPolicy()
    ways = links(runtime.declaration, runtime.bus, policy)
    components = {name: ComponentClient(link) for name, link in ways.items()}
    resources = {name: ResourcesClient(link) for name, link in ways.items()}
    supervisors = {name: SupervisorClient(link) for name, link in ways.items() if supervises(runtime.declaration, name)}
    meta = MetaResources(store=runtime.store)
    own = {OWN: [wire.definition_to_message(kind) for kind in runtime.store.types()]}
    catalog = Catalog(
        publishers={
            name: PublisherClient(component=component, resources=resources[name])
            for name, component in components.items()
        },
        own=own,
        changed=meta.publish,
        patience=PATIENCE,
        backoff=policy,
        log=runtime.log,
    )
    federation = Federation(backends={**resources, OWN: LocalBackend(runtime.store)}, owners=catalog, patience=PATIENCE)
    services = Services(supervisors=supervisors, patience=PATIENCE, log=runtime.log)
    logs = Logs(keepers=supervisors, patience=PATIENCE, backoff=policy, log=runtime.log)
    events = EventStream(sources=components, clock=runtime.clock, patience=PATIENCE, backoff=policy, log=runtime.log)
    filesystem = FilesystemClient(ways[FILESYSTEM])
    platform_name = runtime.environment.get("PLATFORM", "container")
    public = [
        MachineRpc(
            node=Node(this_version(version=libtalos.__version__, platform_name=platform_name)),
            services=services,
            logs=logs,
            events=events,
            filesystem=filesystem,
            init=InitClient(ways[INIT]),
            network=NetworkClient(ways[NETWORK]),
        ),
        StorageRpc(filesystem=filesystem),
        TimeRpc(network=NetworkClient(ways[NETWORK])),
        StateRpc(federation=federation, access=state_access(runtime.store, catalog), log=runtime.log),
    ]
    gateway = gateway_of(runtime, public)

    async def start() -> None:
        meta.publish(own)
        for name in components:
            runtime.tasks.spawn(f"catalog-{name}", catalog.follow(name))
        for task, work in gateway.work.items():
            runtime.tasks.spawn(task, work())

    async def stop() -> None:
        await runtime.tasks.stop_all()
        await gateway.edge.stop()

    return Assembly(
        handlers=[
            *public,
            ApiRpc(backends=Backends(components=components, patience=PATIENCE)),
            FederatedResourceRpc(federation=federation, catalog=catalog),
            FederatedSupervisorRpc(services=services, logs=logs),
        ],
        start=start,
        stop=stop,
    )


def state_access(store: ResourceStore, catalog: Catalog[resource_v1.Definition]) -> Access:
    """Return who may read what, by the resources about resources."""

    def ids(kind: type[ResourceSpec]) -> dict[str, Any]:
        return {resource.id: resource.spec for resource in store.rows(kind.DEFINITION.type)}

    return Access(heard=catalog.definitions, kinds=lambda: ids(ResourceDefinition), namespaces=lambda: ids(Namespace))


def supervises(declaration: Declaration, name: ComponentName) -> bool:
    """Return whether a component runs services."""
    return any(use.component == name and use.contract == "talos.supervisor.v1" for use in declaration.uses)


if __name__ == "__main__":
    run(DECLARATION, compose)
