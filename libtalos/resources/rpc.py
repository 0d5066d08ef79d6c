"""talos.resource.v1 on a store."""

from collections.abc import AsyncIterator

from libtalos.bus.errors import InvalidArgumentError
from libtalos.gen.talos.resource import v1
from libtalos.resources import wire
from libtalos.resources.store import ResourceStore


class ResourceRpc(v1.ResourceServiceBase):
    """Serves what a component publishes."""

    def __init__(self, store: ResourceStore) -> None:
        self._store = store

    async def get(self, message: v1.GetRequest) -> v1.GetResponse:
        """Return one resource. Raises NotFoundError, InvalidArgumentError."""
        self._check(message.type)
        if not message.id:
            raise InvalidArgumentError("id is missing: name one resource, or use List")
        return v1.GetResponse(resource=wire.to_message(self._store.lookup(message.type, message.id, message.namespace)))

    async def list(self, message: v1.ListRequest) -> AsyncIterator[v1.ListResponse]:
        """Stream the resources of a type, sorted by id. Raises NotFoundError, InvalidArgumentError."""
        self._check(message.type)
        for resource in self._store.rows(message.type, message.namespace):
            yield v1.ListResponse(resource=wire.to_message(resource))

    async def watch(self, message: v1.WatchRequest) -> AsyncIterator[v1.WatchResponse]:
        """Stream changes. Raises NotFoundError, InvalidArgumentError, FailedPreconditionError for a bad bookmark."""
        self._check(message.type)
        watcher = self._store.watch(message.type, message.id or None, message.bookmark or None, message.namespace)
        try:
            async for event in watcher:
                yield wire.event_to_message(event)
        finally:
            watcher.close()

    async def list_definitions(self, message: v1.ListDefinitionsRequest) -> v1.ListDefinitionsResponse:  # noqa: ARG002 - the contract's signature
        """Return the types that are published, sorted."""
        definitions = [wire.definition_to_message(spec_class) for spec_class in self._store.types()]
        return v1.ListDefinitionsResponse(definitions=definitions)

    def _check(self, resource_type: str) -> None:
        if not resource_type:
            raise InvalidArgumentError("type is missing: name one that ListDefinitions returns")
