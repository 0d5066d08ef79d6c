"""Resources of another component, typed: get, list, and a watch that outlasts restarts."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from libtalos.bus.errors import (
    AbortedError,
    CallCancelledError,
    DeadlineExceededError,
    FailedPreconditionError,
    ResourceExhaustedError,
    UnavailableError,
)
from libtalos.gen.talos.resource import v1
from libtalos.resources import codec, wire
from libtalos.resources.backoff import Backoff, BackoffPolicy
from libtalos.resources.spec import Resource, ResourceSpec
from libtalos.resources.view import Change, View

if TYPE_CHECKING:
    from libtalos.bus.channel import Channel

S = TypeVar("S")
T = TypeVar("T", bound=ResourceSpec)

# a watch that ends like this goes on where it was: the server stopped, was restarted, or cut a slow reader
RESUMABLE = (AbortedError, CallCancelledError, DeadlineExceededError, ResourceExhaustedError, UnavailableError)

Untyped = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Shape(Generic[S]):
    """A resource type and how its specs are read."""

    type: str
    decode: Callable[[bytes], S]


class ResourceClient:
    """Reads the resources behind one channel.

    get, list and watch take a spec class; the `untyped_` forms take the name of a type and give specs as dictionaries.
    All raise the errors of libtalos.bus.errors.
    """

    def __init__(self, channel: "Channel", *, backoff: BackoffPolicy | None = None) -> None:
        self._stub = v1.ResourceServiceStub(channel)  # type: ignore[arg-type] # the bus's own channel, same protocol
        self._policy = backoff or BackoffPolicy()

    async def get(self, spec_class: type[T], resource_id: str) -> Resource[T]:
        """Return one resource. Raises NotFoundError if there is none."""
        return await self._get(_typed(spec_class), resource_id)

    async def list(self, spec_class: type[T]) -> Sequence[Resource[T]]:
        """Return all resources of a type, sorted by id."""
        return await self._list(_typed(spec_class))

    def watch(
        self,
        spec_class: type[T],
        id: str | None = None,  # noqa: A002 - the contract's word
        *,
        bookmark: str | None = None,
    ) -> AsyncIterator[Change[T]]:
        """Follow a type or one resource: what is there, BOOTSTRAPPED, then changes, for ever.

        A lost connection is made again and resumed; after a restart of the server what differs comes as changes.
        With a bookmark: the changes after it; FailedPreconditionError if the server cannot resume there.
        Raises what does not pass by waiting: NotFoundError, PermissionDeniedError, UnimplementedError and the like.
        """
        return self._watch(_typed(spec_class), id or "", bookmark or "")

    async def untyped_get(self, resource_type: str, resource_id: str) -> Resource[Untyped]:
        """Return one resource of a type by name. Raises NotFoundError if there is none."""
        return await self._get(_Shape(resource_type, codec.decode_untyped), resource_id)

    async def untyped_list(self, resource_type: str) -> Sequence[Resource[Untyped]]:
        """Return all resources of a type by name, sorted by id."""
        return await self._list(_Shape(resource_type, codec.decode_untyped))

    def untyped_watch(
        self,
        resource_type: str,
        id: str | None = None,  # noqa: A002 - the contract's word
        *,
        bookmark: str | None = None,
    ) -> AsyncIterator[Change[Untyped]]:
        """Follow a type by name, as `watch` does."""
        return self._watch(_Shape(resource_type, codec.decode_untyped), id or "", bookmark or "")

    async def definitions(self) -> Sequence[v1.Definition]:
        """Return the types that are published behind the channel."""
        return (await self._stub.list_definitions()).definitions

    async def _get(self, shape: _Shape[S], resource_id: str) -> Resource[S]:
        response = await self._stub.get(v1.GetRequest(type=shape.type, id=resource_id))
        return wire.from_message(response.resource, shape.decode)

    async def _list(self, shape: _Shape[S]) -> Sequence[Resource[S]]:
        responses = self._stub.list(v1.ListRequest(type=shape.type))
        return [wire.from_message(response.resource, shape.decode) async for response in responses]

    async def _watch(self, shape: _Shape[S], resource_id: str, bookmark: str) -> AsyncIterator[Change[S]]:
        view = View[S](bookmark)
        backoff = Backoff(self._policy)
        while True:
            view.connect()
            request = v1.WatchRequest(type=shape.type, id=resource_id, bookmark=view.bookmark)
            try:
                async for response in self._stub.watch(request):
                    backoff.succeeded()
                    for change in view.apply(_change(response, shape)):
                        yield change
            except RESUMABLE:
                # not an error to the caller: the pause below, then the same watch again
                pass
            except FailedPreconditionError:
                if not view.bookmark or not view.can_relist:
                    raise
                view.forget_bookmark()
                continue
            await backoff.wait()


def _typed(spec_class: type[T]) -> _Shape[T]:
    return _Shape(spec_class.DEFINITION.type, partial(codec.decode, spec_class))


def _change(response: v1.WatchResponse, shape: _Shape[S]) -> Change[S]:
    resource = None if response.resource is None else wire.from_message(response.resource, shape.decode)
    return Change(wire.kind_from_message(response), resource, response.bookmark)
