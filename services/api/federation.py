"""The resources of all components as those of one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from typing import NamedTuple, Protocol
from urllib.parse import parse_qsl, urlencode

from libtalos.bus.errors import FailedPreconditionError, InvalidArgumentError, NotFoundError
from libtalos.resources.spec import Kind, Resource
from libtalos.resources.view import Change
from services.api.asking import ComponentName, ask_all
from services.api.merging import merge


class Place(NamedTuple):
    """Where resources are: a type, and a namespace of it; empty means the first one."""

    type: str
    namespace: str = ""


class ResourceBackend(Protocol):
    """The resources of one component, with specs as they are on the wire. All methods raise BusError."""

    async def get(self, place: Place, resource_id: str) -> Resource[bytes]:
        """One resource."""
        ...

    async def list(self, place: Place) -> Sequence[Resource[bytes]]:
        """All of a type, sorted by id."""
        ...

    def watch(self, place: Place, resource_id: str, bookmark: str) -> AsyncIterator[Change[bytes]]:
        """What is there, BOOTSTRAPPED, then changes; a restart of the component is a pause."""
        ...


class Owners(Protocol):
    """Knows who publishes what."""

    async def owners(self, resource_type: str) -> Sequence[ComponentName]:
        """Who publishes a type. Raises NotFoundError, UnavailableError."""
        ...


class Federation:
    """Routes to the component that publishes a type, and merges where several do."""

    def __init__(self, *, backends: Mapping[ComponentName, ResourceBackend], owners: Owners, patience: float) -> None:
        self._backends = backends
        self._owners = owners
        self._patience = patience

    async def get(self, namespace: str, resource_type: str, resource_id: str) -> Resource[bytes]:
        """Return one resource. Raises NotFoundError, InvalidArgumentError."""
        if not resource_id:
            raise InvalidArgumentError("id is missing: name one resource, or use List")
        place = Place(resource_type, namespace)
        backends = await self._route(resource_type)
        if len(backends) == 1:
            return await next(iter(backends.values())).get(place, resource_id)
        answers = await ask_all(backends, lambda backend: backend.get(place, resource_id), patience=self._patience)
        for resource in answers.given.values():
            return resource
        # who cannot be asked might have it
        raise min(answers.failed.values(), key=lambda error: isinstance(error, NotFoundError))

    async def list(self, namespace: str, resource_type: str) -> Sequence[Resource[bytes]]:
        """Return the resources of a type, sorted by id. Raises NotFoundError, InvalidArgumentError."""
        place = Place(resource_type, namespace)
        backends = await self._route(resource_type)
        if len(backends) == 1:
            return await next(iter(backends.values())).list(place)
        answers = await ask_all(backends, lambda backend: backend.list(place), patience=self._patience)
        for error in answers.failed.values():
            raise error
        rows = (row for found in answers.given.values() for row in found)
        return sorted(rows, key=lambda row: row.id)

    async def watch(
        self, namespace: str, resource_type: str, resource_id: str, bookmark: str
    ) -> AsyncIterator[Change[bytes]]:
        """Follow a type or a resource: what is there, BOOTSTRAPPED, then changes.

        The restart of a component is a pause, after which what differs comes as changes. Raises NotFoundError,
        InvalidArgumentError, and FailedPreconditionError for a bookmark that cannot be resumed.
        """
        place = Place(resource_type, namespace)
        backends = await self._route(resource_type)
        marks = _read_bookmark(bookmark, backends)
        silent = set() if marks else set(backends)
        sources = {name: backend.watch(place, resource_id, marks.get(name, "")) for name, backend in backends.items()}
        async with aclosing(merge(sources)) as batches:
            async for batch in batches:
                for name, change in batch:
                    marks[name] = change.bookmark or marks.get(name, "")
                    if change.kind is Kind.BOOTSTRAPPED:
                        silent.discard(name)
                    if change.resource is not None or not silent:
                        yield Change(change.kind, change.resource, "" if silent else urlencode(list(marks.items())))

    async def _route(self, resource_type: str) -> Mapping[ComponentName, ResourceBackend]:
        if not resource_type:
            raise InvalidArgumentError("type is missing: name one that ListDefinitions returns")
        owners = await self._owners.owners(resource_type)
        return {name: self._backends[name] for name in owners}


def _read_bookmark(bookmark: str, backends: Mapping[ComponentName, ResourceBackend]) -> dict[ComponentName, str]:
    """Take a bookmark apart: one of each component, by its name. Raises FailedPreconditionError."""
    if not bookmark:
        return {}
    try:
        marks = {ComponentName(name): mark for name, mark in parse_qsl(bookmark, strict_parsing=True)}
    except ValueError:
        marks = {}
    if set(marks) != set(backends):
        raise FailedPreconditionError(f'bookmark "{bookmark[:80]}" is not of this watch: watch without a bookmark')
    return marks
