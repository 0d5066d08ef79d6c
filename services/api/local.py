"""This component's own resources, read as those of any other."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from libtalos.resources import codec
from libtalos.resources.spec import Resource, ResourceSpec
from libtalos.resources.store import ResourceStore
from libtalos.resources.view import Change
from services.api.federation import Place


class LocalBackend:
    """A store in this process, as the federation wants it."""

    def __init__(self, store: ResourceStore) -> None:
        self._store = store

    async def get(self, place: Place, resource_id: str) -> Resource[bytes]:
        """Return one resource. Raises NotFoundError, InvalidArgumentError."""
        return _raw(self._store.lookup(place.type, resource_id, place.namespace))

    async def list(self, place: Place) -> Sequence[Resource[bytes]]:
        """Return all resources of a type, sorted by id. Raises NotFoundError, InvalidArgumentError."""
        return [_raw(resource) for resource in self._store.rows(place.type, place.namespace)]

    async def watch(self, place: Place, resource_id: str, bookmark: str) -> AsyncIterator[Change[bytes]]:
        """Follow a type or a resource. Raises NotFoundError, InvalidArgumentError, FailedPreconditionError."""
        watcher = self._store.watch(place.type, resource_id or None, bookmark or None, place.namespace)
        try:
            async for event in watcher:
                resource = None if event.resource is None else _raw(event.resource)
                yield Change(event.kind, resource, event.bookmark)
        finally:
            watcher.close()


def _raw(resource: Resource[ResourceSpec]) -> Resource[bytes]:
    return Resource(resource.metadata, codec.encode(resource.spec))
