"""What is encoded: messages of the project, built of generated classes and of protobuf's own by the same code."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from libtalos.contracts.descriptors import Types
from libtalos.contracts.lock import packaged
from libtalos.gen import common
from libtalos.gen.talos.resource import v1 as resource
from libtalos.gen.talos.supervisor import v1 as supervisor

TIME = dt.datetime(2026, 11, 18, 12, 26, 40, 123456, tzinfo=dt.UTC)
CHUNK = bytes(8192)
LISTED = 43
TYPES = Types(packaged())


@dataclass(frozen=True)
class Shape:
    """A message by its full name. build: makes it of the classes of either kind. read: takes everything out of it.

    The second argument of read makes a datetime of what the classes have for a time.
    """

    name: str
    message: str
    package: Any
    build: Callable[[Any], Any]
    read: Callable[[Any, Callable[[Any], dt.datetime]], object]
    # one large field takes any codec as long as copying it
    structured: bool = True

    @property
    def ours(self) -> Any:
        """The generated class."""
        return getattr(self.package, self.message.rpartition(".")[2])

    @property
    def google(self) -> Any:
        """protobuf's own class."""
        return TYPES.message(self.message)

    def google_package(self) -> Any:
        """protobuf's own classes of the package, by their short names."""
        file = TYPES.descriptor(self.message).file
        return SimpleNamespace(**{name: TYPES.message(f"{file.package}.{name}") for name in file.message_types_by_name})


def plain(value: dt.datetime) -> dt.datetime:
    """Generated classes have datetimes."""
    return value


def of_timestamp(value: Any) -> dt.datetime:
    """protobuf's classes have messages."""
    converted: dt.datetime = value.ToDatetime(tzinfo=dt.UTC)
    return converted


def _request(classes: Any) -> Any:
    return classes.GetRequest(namespace="runtime", type="Services.v1alpha1.talos.dev", id="kubelet")


def _read_request(message: Any, _: object) -> object:
    return message.namespace, message.type, message.id


def _resource(classes: Any) -> Any:
    metadata = classes.Metadata(
        namespace="network",
        type="AddressStatuses.net.talos.dev",
        id="eth0/10.5.0.2/24",
        version=17,
        owner="network",
        phase=resource.Phase.RUNNING,
        created=TIME,
        updated=TIME,
        labels={"tier": "control-plane", "zone": "a"},
    )
    return classes.Resource(metadata=metadata, spec=b'{"address": "10.5.0.2/24", "linkName": "eth0"}')


def _read_resource(message: Any, when: Callable[[Any], dt.datetime]) -> object:
    data = message.metadata
    names = data.namespace, data.type, data.id, data.version, data.owner, data.phase
    return names, when(data.created), when(data.updated), dict(data.labels), list(data.finalizers), message.spec


def _services(classes: Any) -> Any:
    return classes.ListServicesResponse(services=[_service(classes) for _ in range(LISTED)])


def _service(classes: Any) -> Any:
    return classes.Service(
        id="kubelet-supervisor",
        component="init",
        state=supervisor.ServiceState.RUNNING,
        health=classes.ServiceHealth(healthy=True, last_message="Health check successful", last_change=TIME),
        events=[
            classes.ServiceEvent(
                message='Process Process(["/usr/bin/python3.11"]) started with PID 4711',
                state=supervisor.ServiceState.RUNNING,
                time=TIME,
            )
        ],
        pid=4711,
        restarts=2,
        depends_on=["filesystem", "containerd"],
    )


def _read_services(message: Any, when: Callable[[Any], dt.datetime]) -> object:
    return [_read_service(service, when) for service in message.services]


def _read_service(service: Any, when: Callable[[Any], dt.datetime]) -> object:
    health, events = service.health, [(event.message, event.state, when(event.time)) for event in service.events]
    seen = health.unknown, health.healthy, health.last_message, when(health.last_change)
    numbers = service.state, service.pid, service.restarts
    return service.id, service.component, seen, events, numbers, list(service.depends_on)


def _definitions(classes: Any) -> Any:
    columns = [classes.PrintColumn(name=f"column {index}", json_path="{.address}") for index in range(4)]
    made = [
        classes.Definition(
            type="AddressStatuses.net.talos.dev",
            display_type="AddressStatus",
            default_namespace="network",
            aliases=["addresses", "address"],
            print_columns=columns,
            sensitivity=resource.Sensitivity.NON_SENSITIVE,
        )
        for _ in range(LISTED)
    ]
    return classes.ListDefinitionsResponse(definitions=made)


def _read_definitions(message: Any, _: object) -> object:
    return [
        (
            (item.type, item.display_type, item.default_namespace, item.sensitivity, item.schema, list(item.aliases)),
            [(column.name, column.json_path) for column in item.print_columns],
        )
        for item in message.definitions
    ]


def _chunk(classes: Any) -> Any:
    return classes.Data(bytes=CHUNK)


def _read_chunk(message: Any, _: object) -> object:
    return message.bytes


SHAPES = (
    Shape("47 B, 3 texts", "talos.resource.v1.GetRequest", resource, _request, _read_request),
    Shape("180 B, labels and times", "talos.resource.v1.Resource", resource, _resource, _read_resource),
    Shape("8 KB, 43 services", "talos.supervisor.v1.ListServicesResponse", supervisor, _services, _read_services),
    Shape(
        "8 KB, 43 definitions", "talos.resource.v1.ListDefinitionsResponse", resource, _definitions, _read_definitions
    ),
    Shape("8 KiB of bytes", "common.Data", common, _chunk, _read_chunk, structured=False),
)
