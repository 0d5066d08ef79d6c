"""The client side of talos.resource.v1, for any form of spec."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from libtalos.bus.errors import (
    AbortedError,
    CallCancelledError,
    DeadlineExceededError,
    FailedPreconditionError,
    ResourceExhaustedError,
    UnavailableError,
)
from libtalos.bus.streams import as_generator
from libtalos.gen.talos.resource import v1
from libtalos.resources import wire
from libtalos.resources.backoff import Backoff, BackoffPolicy
from libtalos.resources.spec import Resource
from libtalos.resources.view import Change, View

if TYPE_CHECKING:
    from libtalos.bus.channel import Channel

S = TypeVar("S")

# a watch that ends like this goes on where it was: the server stopped, was restarted, or cut a slow reader
RESUMABLE = (AbortedError, CallCancelledError, DeadlineExceededError, ResourceExhaustedError, UnavailableError)


class Shape(msgspec.Struct, Generic[S], frozen=True):
    """A resource type and how its specs are read; an empty namespace is the type's first one."""

    type: str
    decode: Callable[[bytes], S]
    namespace: str = ""


class Reader:
    """Reads resources of any shape behind one channel. Raises the errors of libtalos.bus.errors."""

    def __init__(self, channel: "Channel", policy: BackoffPolicy) -> None:
        self._stub = channel.stub(v1.ResourceServiceStub)
        self._policy = policy

    async def definitions(self) -> Sequence[v1.Definition]:
        """Return the types that are published."""
        return (await self._stub.list_definitions()).definitions

    async def get(self, shape: Shape[S], resource_id: str) -> Resource[S]:
        """Return one resource."""
        response = await self._stub.get(v1.GetRequest(namespace=shape.namespace, type=shape.type, id=resource_id))
        return wire.from_message(response.resource, shape.decode)

    async def list(self, shape: Shape[S]) -> Sequence[Resource[S]]:
        """Return all resources of a type, sorted by id."""

        async def collect() -> Sequence[Resource[S]]:
            responses = self._stub.list(v1.ListRequest(namespace=shape.namespace, type=shape.type))
            return [wire.from_message(response.resource, shape.decode) async for response in responses]

        try:
            return await collect()
        except UnavailableError:
            # lost half way, for the bus waits for a list to begin; once more, and from the beginning
            return await collect()

    async def watch(self, shape: Shape[S], resource_id: str, bookmark: str) -> AsyncIterator[Change[S]]:
        """Follow a type or a resource over as many connections as it takes."""
        view = View[S](bookmark)
        backoff = Backoff(self._policy)
        while True:
            view.connect()
            try:
                async with aclosing(as_generator(self._connection(shape, resource_id, view.bookmark))) as received:
                    async for change in received:
                        backoff.succeeded()
                        for told in view.apply(change):
                            yield told
            except RESUMABLE:
                # not an error to the caller: the pause below, then the same watch again
                pass
            except FailedPreconditionError:
                if not view.bookmark or not view.can_relist:
                    raise
                view.forget_bookmark()
                continue
            await backoff.wait()

    async def _connection(self, shape: Shape[S], resource_id: str, bookmark: str) -> AsyncIterator[Change[S]]:
        request = v1.WatchRequest(namespace=shape.namespace, type=shape.type, id=resource_id, bookmark=bookmark)
        async with aclosing(as_generator(self._stub.watch(request))) as responses:
            async for response in responses:
                resource = None if response.resource is None else wire.from_message(response.resource, shape.decode)
                yield Change(wire.kind_from_message(response), resource, response.bookmark)
