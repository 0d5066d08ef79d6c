"""Resources of another component: get, list, and a watch that outlasts restarts."""

from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from libtalos.gen.talos.resource import v1
from libtalos.resources import codec
from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.reader import Reader, Shape
from libtalos.resources.spec import Resource, ResourceSpec
from libtalos.resources.view import Change

if TYPE_CHECKING:
    from libtalos.bus.channel import Channel

T = TypeVar("T", bound=ResourceSpec)

Untyped = dict[str, Any]


class ResourceClient:
    """Reads the resources behind one channel.

    get, list and watch take a spec class; the `untyped_` forms take the name of a type and give specs as dictionaries.
    A namespace that is not named is the type's first one. All raise the errors of libtalos.bus.errors. A restart of the
    component is a pause to each of them.
    """

    def __init__(self, channel: "Channel", *, backoff: BackoffPolicy | None = None) -> None:
        self._reader = Reader(channel, backoff or BackoffPolicy())

    async def get(self, spec_class: type[T], resource_id: str) -> Resource[T]:
        """Return one resource. Raises NotFoundError if there is none."""
        return await self._reader.get(_typed(spec_class), resource_id)

    async def list(self, spec_class: type[T], *, namespace: str = "") -> Sequence[Resource[T]]:
        """Return all resources of a type, sorted by id."""
        return await self._reader.list(_typed(spec_class, namespace))

    def watch(
        self,
        spec_class: type[T],
        id: str | None = None,  # noqa: A002 - the contract's word
        *,
        bookmark: str | None = None,
        namespace: str = "",
    ) -> AsyncIterator[Change[T]]:
        """Follow a type or one resource: what is there, BOOTSTRAPPED, then changes, for ever.

        A lost connection is made again and resumed; after a restart of the server what differs comes as changes.
        With a bookmark: the changes after it; FailedPreconditionError if the server cannot resume there.
        Raises what does not pass by waiting: NotFoundError, PermissionDeniedError, UnimplementedError and the like.
        """
        return self._reader.watch(_typed(spec_class, namespace), id or "", bookmark or "")

    async def untyped_get(self, resource_type: str, resource_id: str, *, namespace: str = "") -> Resource[Untyped]:
        """Return one resource of a type by name. Raises NotFoundError if there is none."""
        return await self._reader.get(_untyped(resource_type, namespace), resource_id)

    async def untyped_list(self, resource_type: str, *, namespace: str = "") -> Sequence[Resource[Untyped]]:
        """Return all resources of a type by name, sorted by id."""
        return await self._reader.list(_untyped(resource_type, namespace))

    def untyped_watch(
        self,
        resource_type: str,
        id: str | None = None,  # noqa: A002 - the contract's word
        *,
        bookmark: str | None = None,
        namespace: str = "",
    ) -> AsyncIterator[Change[Untyped]]:
        """Follow a type by name, as `watch` does."""
        return self._reader.watch(_untyped(resource_type, namespace), id or "", bookmark or "")

    async def definitions(self) -> Sequence[v1.Definition]:
        """Return the types that are published behind the channel."""
        return await self._reader.definitions()


def _typed(spec_class: type[T], namespace: str = "") -> Shape[T]:
    return Shape(spec_class.DEFINITION.type, partial(codec.decode, spec_class), namespace)


def _untyped(resource_type: str, namespace: str) -> Shape[Untyped]:
    return Shape(resource_type, codec.decode_untyped, namespace)
