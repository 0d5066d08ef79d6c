"""The resources that one component publishes, in memory."""

import datetime as dt
import secrets
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

import msgspec
from msgspec.structs import replace

from libtalos.bus.errors import FailedPreconditionError, InvalidArgumentError, NotFoundError
from libtalos.resources.history import Bookmarks, History, WatchEvent
from libtalos.resources.spec import Definition, Kind, Metadata, Resource, ResourceSpec
from libtalos.resources.watch import Watcher

S = TypeVar("S", bound=ResourceSpec)


class StoreLimits(msgspec.Struct, frozen=True, kw_only=True):
    """history: past events that are kept per type for watches to resume; queue: how far a watcher may fall behind."""

    history: int = 1024
    queue: int = 1024


class _Table:
    """The resources of one type in one namespace, with their history."""

    def __init__(self, spec_class: type[ResourceSpec], namespace: str, limits: StoreLimits) -> None:
        self.spec_class = spec_class
        self.namespace = namespace
        self.rows: dict[str, Resource[Any]] = {}
        self.history = History(limit=limits.history)


class ResourceStore:
    """Keeps the resources of one component and tells watchers what changes. Not for several threads.

    owner: what `metadata.owner` says. clock: wall-clock seconds since the epoch, such as `time.time`, for
    `metadata.created` and `updated` only. publishes: the types that may be put; None allows any.
    A namespace that is not named is the type's first one; one that the type is not in is an InvalidArgumentError.
    instance: what tells this process's bookmarks from those of another; random if not given.
    """

    def __init__(
        self,
        owner: str,
        clock: Callable[[], float],
        *,
        publishes: Iterable[type[ResourceSpec]] | None = None,
        limits: StoreLimits | None = None,
        instance: str | None = None,
    ) -> None:
        self._owner = owner
        self._clock = clock
        self._limits = limits or StoreLimits()
        self._bookmarks = Bookmarks(instance or secrets.token_hex(8))
        self._number = 0
        self._open = publishes is None
        self._watchers: weakref.WeakSet[Watcher] = weakref.WeakSet()
        self._tables: dict[str, dict[str, _Table]] = {}
        for kind in publishes or ():
            self._add(kind)

    def types(self) -> tuple[type[ResourceSpec], ...]:
        """Return the spec classes that this store publishes, sorted by type."""
        return tuple(self._table(name).spec_class for name in sorted(self._tables))

    def definition(self, resource_type: str) -> Definition:
        """Return the definition of a type. Raises NotFoundError if it is not published here."""
        return self._table(resource_type).spec_class.DEFINITION

    def put(
        self, resource_id: str, spec: S, *, labels: Mapping[str, str] | None = None, namespace: str = ""
    ) -> Resource[S]:
        """Create a resource or update it; nothing happens if it is the same already.

        labels: replace the resource's labels; None keeps them. Raises FailedPreconditionError if the type is not one
        that this store publishes, InvalidArgumentError for an empty id.
        """
        table = self._writable(type(spec), namespace)
        if not resource_id:
            raise InvalidArgumentError(f"a resource of type {type(spec).DEFINITION.type} needs an id")
        old = table.rows.get(resource_id)
        if old is None:
            return self._record(table, Kind.CREATED, Resource(self._new(table, resource_id, labels or {}), spec))
        new_labels = old.metadata.labels if labels is None else labels
        if old.spec == spec and old.metadata.labels == new_labels:
            return cast("Resource[S]", old)
        metadata = replace(old.metadata, version=old.metadata.version + 1, updated=self._now(), labels=dict(new_labels))
        return self._record(table, Kind.UPDATED, Resource(metadata, spec))

    def destroy(self, spec_class: type[ResourceSpec], resource_id: str, *, namespace: str = "") -> bool:
        """Remove a resource. Returns False if there was none."""
        table = self._writable(spec_class, namespace)
        old = table.rows.get(resource_id)
        if old is None:
            return False
        self._record(table, Kind.DESTROYED, old)
        return True

    def replace(self, spec_class: type[S], specs: Mapping[str, S], *, namespace: str = "") -> None:
        """Make these the resources of a type: destroy the others, create and update what differs."""
        for resource_id in [known for known in self._writable(spec_class, namespace).rows if known not in specs]:
            self.destroy(spec_class, resource_id, namespace=namespace)
        for resource_id, spec in specs.items():
            self.put(resource_id, spec, namespace=namespace)

    def get(self, spec_class: type[S], resource_id: str) -> Resource[S]:
        """Return one resource. Raises NotFoundError if there is none."""
        return cast("Resource[S]", self.lookup(spec_class.DEFINITION.type, resource_id))

    def find(self, spec_class: type[S], resource_id: str) -> Resource[S] | None:
        """Return one resource, or None."""
        return self._writable(spec_class).rows.get(resource_id)

    def list(self, spec_class: type[S], *, namespace: str = "") -> Sequence[Resource[S]]:
        """Return the resources of a type, sorted by id."""
        self._writable(spec_class, namespace)
        return self.rows(spec_class.DEFINITION.type, namespace)

    def lookup(self, resource_type: str, resource_id: str, namespace: str = "") -> Resource[Any]:
        """Return one resource by the name of its type. Raises NotFoundError if there is none, or no such type."""
        table = self._table(resource_type, namespace)
        if resource_id not in table.rows:
            raise NotFoundError(f"resource {resource_type}({table.namespace}/{resource_id}) doesn't exist")
        return table.rows[resource_id]

    def rows(self, resource_type: str, namespace: str = "") -> Sequence[Resource[Any]]:
        """Return the resources of a type by its name, sorted by id. Raises NotFoundError if there is no such type."""
        return _sorted(self._table(resource_type, namespace))

    def watch(
        self,
        resource_type: str,
        id: str | None = None,  # noqa: A002 - the contract's word
        bookmark: str | None = None,
        namespace: str = "",
    ) -> Watcher:
        """Follow a type, or one resource of it. The watch begins with this call; close it when done.

        Without a bookmark: what is there, then BOOTSTRAPPED, then changes. With one: the changes after it.
        Raises NotFoundError for an unknown type, FailedPreconditionError for a bookmark that cannot be resumed.
        """
        table = self._table(resource_type, namespace)
        initial = self._resume(table, bookmark, id) if bookmark else self._bootstrap(table, id)
        watcher = Watcher(
            resource_type=resource_type,
            namespace=table.namespace,
            resource_id=id,
            initial=initial,
            limit=self._limits.queue,
        )
        self._watchers.add(watcher)
        return watcher

    def _bootstrap(self, table: _Table, resource_id: str | None) -> Iterator[WatchEvent]:
        for row in _sorted(table):
            if resource_id in {None, row.id}:
                yield WatchEvent(Kind.CREATED, row)
        yield WatchEvent(Kind.BOOTSTRAPPED, None, self._bookmarks.write(self._number))

    def _resume(self, table: _Table, bookmark: str, resource_id: str | None) -> Iterator[WatchEvent]:
        number = self._bookmarks.read(bookmark)
        if number > self._number:
            raise FailedPreconditionError(f'bookmark "{bookmark}" is of the future: watch without a bookmark')
        past = table.history.after(number)
        return (event for event in past if event.resource and resource_id in {None, event.resource.id})

    def _record(self, table: _Table, kind: Kind, resource: Resource[S]) -> Resource[S]:
        if kind is Kind.DESTROYED:
            del table.rows[resource.id]
        else:
            table.rows[resource.id] = resource
        self._number += 1
        event = WatchEvent(kind, resource, self._bookmarks.write(self._number))
        table.history.append(self._number, event)
        for watcher in self._watchers:
            if (watcher.resource_type, watcher.namespace) == (resource.metadata.type, table.namespace):
                watcher.offer(event)
        return resource

    def _new(self, table: _Table, resource_id: str, labels: Mapping[str, str]) -> Metadata:
        now = self._now()
        return Metadata(
            namespace=table.namespace,
            type=table.spec_class.DEFINITION.type,
            id=resource_id,
            version=1,
            owner=self._owner,
            created=now,
            updated=now,
            labels=dict(labels),
        )

    def _now(self) -> dt.datetime:
        return dt.datetime.fromtimestamp(self._clock(), dt.UTC)

    def _add(self, spec_class: type[ResourceSpec]) -> None:
        definition = spec_class.DEFINITION
        namespaces = (definition.namespace, *definition.others)
        self._tables[definition.type] = {each: _Table(spec_class, each, self._limits) for each in namespaces}

    def _table(self, resource_type: str, namespace: str = "") -> _Table:
        if resource_type not in self._tables:
            raise NotFoundError(f'resource type "{resource_type}" is not published by {self._owner}')
        tables = self._tables[resource_type]
        home = next(iter(tables))
        if (namespace or home) not in tables:
            where = '" and "'.join(tables)
            raise InvalidArgumentError(f'{resource_type} is in namespace "{where}", not in "{namespace}"')
        return tables[namespace or home]

    def _writable(self, spec_class: type[ResourceSpec], namespace: str = "") -> _Table:
        name = spec_class.DEFINITION.type
        if name not in self._tables and self._open:
            self._add(spec_class)
        if name not in self._tables:
            raise FailedPreconditionError(
                f'{self._owner} does not publish "{name}": add {spec_class.__name__} to publishes in its component.py'
            )
        return self._table(name, namespace)


def _sorted(table: _Table) -> Sequence[Resource[Any]]:
    return [table.rows[resource_id] for resource_id in sorted(table.rows)]
