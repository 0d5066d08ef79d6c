"""COSI's State on the federation."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing

import msgspec
import structlog

from libtalos.bus.context import current_call
from libtalos.bus.errors import InvalidArgumentError, PermissionDeniedError, UnimplementedError
from libtalos.bus.streams import as_generator
from libtalos.gen.cosi import resource as cosi
from libtalos.resources.codec import decode_untyped
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.spec import Kind, Metadata, Resource
from libtalos.resources.upstream.encode import encode
from services.api.cosi.access import Access
from services.api.cosi.queries import Operation, Query, Term
from services.api.cosi.watching import Event, Wanted, events, grouped
from services.api.federation import Federation
from services.api.gateway.roles import ADMIN, Roles, caller_roles

# events in one message, for who takes several
MOST_TOGETHER = 500
_EVENTS = {
    Kind.CREATED: cosi.EventType.CREATED,
    Kind.UPDATED: cosi.EventType.UPDATED,
    Kind.DESTROYED: cosi.EventType.DESTROYED,
    Kind.BOOTSTRAPPED: cosi.EventType.BOOTSTRAPPED,
}
_OPERATIONS = {
    cosi.LabelTermOperation.EXISTS: Operation.EXISTS,
    cosi.LabelTermOperation.NOT_EXISTS: Operation.EXISTS,
    cosi.LabelTermOperation.EQUAL: Operation.EQUAL,
    cosi.LabelTermOperation.IN: Operation.IN,
    cosi.LabelTermOperation.LT: Operation.LT,
    cosi.LabelTermOperation.LTE: Operation.LTE,
    cosi.LabelTermOperation.LT_NUMERIC: Operation.LT_NUMERIC,
    cosi.LabelTermOperation.LTE_NUMERIC: Operation.LTE_NUMERIC,
}


class StateRpc(cosi.StateBase):
    """Reads; what would write is refused, as upstream refuses it."""

    def __init__(self, *, federation: Federation, access: Access, log: structlog.stdlib.BoundLogger) -> None:
        self._federation = federation
        self._access = access
        self._log = log

    async def get(self, message: cosi.GetRequest) -> cosi.GetResponse:
        """Return one resource."""
        await self._access.check(_roles(), message.namespace, message.type)
        found = await self._federation.get(message.namespace, message.type, message.id)
        return cosi.GetResponse(resource=self._resource(found))

    async def list(self, message: cosi.ListRequest) -> AsyncIterator[cosi.ListResponse]:
        """Stream the resources that are meant, sorted by id."""
        await self._access.check(_roles(), message.namespace, message.type)
        options = message.options or cosi.ListOptions()
        query = _query(options.label_query, options.id_query)
        for found in await self._federation.list(message.namespace, message.type):
            if query.holds(found.metadata):
                yield cosi.ListResponse(resource=self._resource(found))

    async def watch(self, message: cosi.WatchRequest) -> AsyncIterator[cosi.WatchResponse]:
        """Stream events."""
        await self._access.check(_roles(), message.namespace, message.type)
        options = message.options or cosi.WatchOptions()
        wanted = _wanted(message, options)
        changes = self._federation.watch(
            message.namespace, message.type, message.id or "", (options.start_from_bookmark or b"").decode("latin-1")
        )
        told = self._told(events(changes, wanted), message, options)
        batches = grouped(told, most=MOST_TOGETHER) if options.aggregated else _one_by_one(told)
        async with aclosing(as_generator(batches)) as pieces:
            async for piece in pieces:
                yield cosi.WatchResponse(event=[self._event(event) for event in piece])

    async def create(self, message: cosi.CreateRequest) -> cosi.CreateResponse:  # noqa: ARG002 - refused whatever it is
        """Refuse."""
        raise _refusal()

    async def update(self, message: cosi.UpdateRequest) -> cosi.UpdateResponse:  # noqa: ARG002 - refused whatever it is
        """Refuse."""
        raise _refusal()

    async def destroy(self, message: cosi.DestroyRequest) -> cosi.DestroyResponse:  # noqa: ARG002 - refused whatever it is
        """Refuse."""
        raise _refusal()

    async def teardown(self, message: cosi.TeardownRequest) -> cosi.TeardownResponse:  # noqa: ARG002 - refused whatever it is
        """Refuse."""
        raise _refusal()

    async def teardown_and_destroy(self, message: cosi.TeardownAndDestroyRequest) -> cosi.TeardownAndDestroyResponse:  # noqa: ARG002 - refused whatever it is
        """Refuse."""
        raise _refusal()

    async def _told(
        self, stream: AsyncIterator[Event], message: cosi.WatchRequest, options: cosi.WatchOptions
    ) -> AsyncIterator[tuple[cosi.EventType, Event]]:
        """The events that the caller knows, by their kinds on the wire."""
        first = True
        async with aclosing(as_generator(stream)) as items:
            async for event in items:
                if event.kind is not Kind.BOOTSTRAPPED:
                    first = False
                    yield _EVENTS[event.kind], event
                elif message.id is not None:
                    if first:  # there is none: upstream tells so by the end of one
                        yield cosi.EventType.DESTROYED, Event(Kind.DESTROYED, _tombstone(message), None, event.bookmark)
                    first = False
                elif options.bootstrap_contents and message.api_version:
                    yield cosi.EventType.BOOTSTRAPPED, event
                elif options.bootstrap_bookmark:
                    yield cosi.EventType.NOOP, event

    def _event(self, told: tuple[cosi.EventType, Event]) -> cosi.Event:
        kind, event = told
        return cosi.Event(
            resource=None if event.resource is None else self._resource(event.resource),
            old=None if event.old is None or kind is not cosi.EventType.UPDATED else self._resource(event.old),
            event_type=kind,
            bookmark=event.bookmark.encode("latin-1") or None,
        )

    def _resource(self, found: Resource[bytes]) -> cosi.Resource:
        spec = decode_untyped(found.spec) if found.spec else {}
        return cosi.Resource(metadata=_metadata(found.metadata), spec=self._spec(found.metadata, found.spec, spec))

    def _spec(self, metadata: Metadata, text: bytes, spec: dict[str, object]) -> cosi.Spec:
        if metadata.type == MachineConfigSpec.DEFINITION.type:
            text = msgspec.json.encode(spec.get("yaml", ""))  # upstream's spec is the document itself
        try:
            return cosi.Spec(proto_spec=encode(metadata.type, spec), yaml_spec=text.decode())
        except ValueError as error:
            # clients that do not know the type can still read it
            self._log.error("a resource has no message of upstream's", resource=str(metadata), error=str(error))
            return cosi.Spec(yaml_spec=text.decode())


def _roles() -> Roles:
    call = current_call()
    return frozenset({ADMIN}) if call is None else caller_roles(call)


def _refusal() -> PermissionDeniedError:
    return PermissionDeniedError("write access is not allowed")


async def _one_by_one(
    stream: AsyncIterator[tuple[cosi.EventType, Event]],
) -> AsyncIterator[Sequence[tuple[cosi.EventType, Event]]]:
    async with aclosing(as_generator(stream)) as items:
        async for item in items:
            yield (item,)


def _wanted(message: cosi.WatchRequest, options: cosi.WatchOptions) -> Wanted:
    query = _query(options.label_query, options.id_query)
    if message.id is not None and (options.bootstrap_contents or not query.everything):
        raise UnimplementedError("a watch of one resource has no contents to begin with, and nothing to query")
    if options.tail_events:
        raise UnimplementedError("tail_events is not served here: begin with the contents, or with a bookmark")
    return Wanted(
        query=query,
        contents=options.bootstrap_contents,
        single=message.id is not None,
        resumed=bool(options.start_from_bookmark),
    )


def _query(labels: Sequence[cosi.LabelQuery], ids: cosi.IdQuery | None) -> Query:
    terms = tuple(tuple(_term(term) for term in query.terms) for query in labels)
    return Query("" if ids is None else ids.regexp, terms)


def _term(term: cosi.LabelTerm) -> Term:
    if term.op not in _OPERATIONS:
        raise InvalidArgumentError(f"label query: operation {int(term.op)} is not known")
    invert = term.invert is not (term.op is cosi.LabelTermOperation.NOT_EXISTS)
    return Term(term.key, _OPERATIONS[term.op], tuple(term.value), invert)


def _metadata(metadata: Metadata) -> cosi.Metadata:
    return cosi.Metadata(
        namespace=metadata.namespace,
        type=metadata.type,
        id=metadata.id,
        version=str(metadata.version) if metadata.version else "undefined",
        owner=metadata.owner,
        phase=metadata.phase.value,
        created=metadata.created,
        updated=metadata.updated,
        finalizers=list(metadata.finalizers),
        labels=dict(metadata.labels),
        annotations=dict(metadata.annotations),
    )


def _tombstone(message: cosi.WatchRequest) -> Resource[bytes]:
    epoch = dt.datetime.fromtimestamp(0, dt.UTC)
    metadata = Metadata(
        namespace=message.namespace,
        type=message.type,
        id=message.id or "",
        version=0,
        owner="",
        created=epoch,
        updated=epoch,
    )
    return Resource(metadata, b"")
