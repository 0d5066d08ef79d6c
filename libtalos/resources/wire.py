"""Resources and definitions as messages of talos.resource.v1, and back."""

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from libtalos.bus.errors import InternalError
from libtalos.gen.talos.resource import v1
from libtalos.resources import codec
from libtalos.resources.history import WatchEvent
from libtalos.resources.spec import Definition, Kind, Metadata, Phase, Resource, ResourceSpec

S = TypeVar("S")

_EVENT_TYPES = {
    Kind.CREATED: v1.EventType.CREATED,
    Kind.UPDATED: v1.EventType.UPDATED,
    Kind.DESTROYED: v1.EventType.DESTROYED,
    Kind.BOOTSTRAPPED: v1.EventType.BOOTSTRAPPED,
}
_KINDS = {event_type: kind for kind, event_type in _EVENT_TYPES.items()}
_PHASES = {Phase.RUNNING: v1.Phase.RUNNING, Phase.TEARING_DOWN: v1.Phase.TEARING_DOWN}
_EPOCH = dt.datetime.fromtimestamp(0, dt.UTC)


def metadata_to_message(metadata: Metadata) -> v1.Metadata:
    """Encode the metadata of a resource."""
    return v1.Metadata(
        namespace=metadata.namespace,
        type=metadata.type,
        id=metadata.id,
        version=metadata.version,
        owner=metadata.owner,
        phase=_PHASES[metadata.phase],
        created=metadata.created,
        updated=metadata.updated,
        labels=dict(metadata.labels),
        annotations=dict(metadata.annotations),
        finalizers=list(metadata.finalizers),
    )


def metadata_from_message(message: v1.Metadata) -> Metadata:
    """Decode the metadata of a resource."""
    tearing_down = message.phase == v1.Phase.TEARING_DOWN
    return Metadata(
        namespace=message.namespace,
        type=message.type,
        id=message.id,
        version=message.version,
        owner=message.owner,
        created=message.created or _EPOCH,
        updated=message.updated or _EPOCH,
        phase=Phase.TEARING_DOWN if tearing_down else Phase.RUNNING,
        labels=message.labels,
        annotations=message.annotations,
        finalizers=tuple(message.finalizers),
    )


def to_message(resource: Resource[ResourceSpec]) -> v1.Resource:
    """Encode a resource."""
    return v1.Resource(metadata=metadata_to_message(resource.metadata), spec=codec.encode(resource.spec))


def from_message(message: v1.Resource | None, decode: Callable[[bytes], S]) -> Resource[S]:
    """Decode a resource with a decoder of its spec. Raises InternalError if the sender left the resource out."""
    if message is None or message.metadata is None:
        raise InternalError("the component sent no resource, or one without metadata")
    return Resource(metadata_from_message(message.metadata), decode(message.spec))


def raw_to_message(resource: Resource[bytes]) -> v1.Resource:
    """Encode a resource whose spec is encoded already."""
    return v1.Resource(metadata=metadata_to_message(resource.metadata), spec=resource.spec)


def event_to_message(event: WatchEvent) -> v1.WatchResponse:
    """Encode an event of a watch."""
    return v1.WatchResponse(
        event_type=_EVENT_TYPES[event.kind],
        resource=None if event.resource is None else to_message(event.resource),
        bookmark=event.bookmark,
    )


def kind_from_message(message: v1.WatchResponse) -> Kind:
    """Return the kind of a received event. Raises InternalError for one that is not known."""
    if message.event_type not in _KINDS:
        raise InternalError(f"the component sent an event of the unknown type {int(message.event_type)}")
    return _KINDS[message.event_type]


def kind_to_message(kind: Kind) -> v1.EventType:
    """Return the wire form of a kind."""
    return _EVENT_TYPES[kind]


def definition_to_message(spec_class: type[ResourceSpec]) -> v1.Definition:
    """Encode the definition of a type, with the JSON Schema of its spec."""
    definition = spec_class.DEFINITION
    return v1.Definition(
        type=definition.type,
        display_type=definition.display_type,
        default_namespace=definition.namespace,
        aliases=list(definition.short_aliases),
        print_columns=[v1.PrintColumn(name=column.name, json_path=column.json_path) for column in definition.columns],
        sensitivity=_sensitivity(definition),
        schema=codec.schema(spec_class),
        other_namespaces=list(definition.others),
    )


def _sensitivity(definition: Definition) -> v1.Sensitivity:
    return v1.Sensitivity.SENSITIVE if definition.sensitive else v1.Sensitivity.NON_SENSITIVE
