"""Calls passed on to other nodes as they came: bytes in, bytes out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from typing import Any, Protocol

from libtalos.bus.channel import Channel
from libtalos.bus.context import CallContext
from libtalos.bus.errors import BusError, InternalError
from libtalos.bus.metadata import Field, decode_metadata, is_reserved
from libtalos.bus.streams import as_generator
from libtalos.bus.wire import Raw, WireError
from libtalos.stubs import Cardinality
from services.api.gateway import envelopes
from services.api.gateway.roles import ROLES_HEADER, Roles
from services.api.gateway.routing import NODE, NODES, PROXY_FROM

# messages of several nodes that wait to be sent on; a node whose are not taken waits
QUEUE = 64


class Ways(Protocol):
    """The channels to nodes."""

    def channel(self, target: str) -> Channel:
        """The channel to a node. Raises BusError."""
        ...


class Forwarder:
    """Passes one call on."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways

    async def one(self, call: CallContext, roles: Roles, target: str, request: Raw) -> Raw:
        """One request to one node, its reply as it is."""
        return await self._ways.channel(target).unary_unary(
            call.method, request, Raw, metadata=passed_on(call.fields, roles)
        )

    async def one_from_requests(self, call: CallContext, roles: Roles, target: str, requests: Any) -> Raw:
        """A stream of requests to one node, its reply as it is."""
        return await self._ways.channel(target).stream_unary(
            call.method, requests, Raw, Raw, metadata=passed_on(call.fields, roles)
        )

    async def stream(self, call: CallContext, roles: Roles, target: str, message: Any) -> AsyncIterator[Raw]:
        """The replies of one node to one request."""
        replies = self._ways.channel(target).unary_stream(
            call.method, message, Raw, metadata=passed_on(call.fields, roles)
        )
        async with aclosing(as_generator(replies)) as items:
            async for item in items:
                yield item

    async def converse(self, call: CallContext, roles: Roles, target: str, requests: Any) -> AsyncIterator[Raw]:
        """The replies of one node to a stream of requests."""
        replies = self._ways.channel(target).stream_stream(
            call.method, requests, Raw, Raw, metadata=passed_on(call.fields, roles)
        )
        async with aclosing(as_generator(replies)) as items:
            async for item in items:
                yield item

    async def many(self, call: CallContext, roles: Roles, targets: Sequence[str], request: Raw) -> Raw:
        """One request to several nodes at once: all their answers in one, in their order."""
        answers = await asyncio.gather(*(self._answer(call, roles, target, request) for target in targets))
        return Raw(b"".join(answers))

    async def many_streams(
        self, call: CallContext, roles: Roles, targets: Sequence[str], request: Raw
    ) -> AsyncIterator[Raw]:
        """The replies of several nodes as they come; one that fails ends its own part only."""
        queue: asyncio.Queue[Raw | None] = asyncio.Queue(QUEUE)

        async def follow(target: str) -> None:
            try:
                async with aclosing(as_generator(self.stream(call, roles, target, request))) as items:
                    async for item in items:
                        await queue.put(Raw(envelopes.item_of(target, item.data)))
            except BusError as error:
                await queue.put(Raw(envelopes.failed_item(target, error)))
            await queue.put(None)

        tasks = [asyncio.create_task(follow(target), name=f"{call.method} of {target}") for target in targets]
        try:
            for _ in targets:
                while (item := await queue.get()) is not None:
                    yield item
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _answer(self, call: CallContext, roles: Roles, target: str, request: Raw) -> bytes:
        try:
            reply = await self.one(call, roles, target, request)
            return envelopes.reply_of(target, reply.data)
        except BusError as error:
            return envelopes.failed_reply(target, error)
        except WireError as error:
            return envelopes.failed_reply(target, InternalError(f"{target} answered with something else: {error}"))


def passed_on(fields: Sequence[Field], roles: Roles) -> list[tuple[str, str | bytes]]:
    """The caller's metadata with its roles, and without the targets."""
    left = {NODE.encode(), NODES.encode(), ROLES_HEADER.encode(), PROXY_FROM.encode()}
    kept = [_decoded(name, value) for name, value in fields if name not in left and not is_reserved(name)]
    authority = next((value.decode("latin-1") for name, value in fields if name == b":authority"), "unknown")
    return [*kept, (PROXY_FROM, authority), *((ROLES_HEADER, role) for role in sorted(roles))]


def _decoded(name: bytes, value: bytes) -> tuple[str, str | bytes]:
    ((key, decoded),) = decode_metadata([(name, value)]).items()
    return key, decoded


# how a call is served: with its roles, its targets, and its message or messages
Serving = Callable[[CallContext, Roles, Sequence[str], Any], Any]


def way_of(forwarder: Forwarder, cardinality: Cardinality, *, many: bool) -> Serving:
    """What passes a call of this kind on. Only unary requests go to several nodes."""
    if many:
        return forwarder.many_streams if cardinality.server_streaming else forwarder.many
    one: Callable[..., Any] = {
        Cardinality.UNARY_UNARY: forwarder.one,
        Cardinality.UNARY_STREAM: forwarder.stream,
        Cardinality.STREAM_UNARY: forwarder.one_from_requests,
        Cardinality.STREAM_STREAM: forwarder.converse,
    }[cardinality]
    return lambda call, roles, targets, message: one(call, roles, targets[0], message)
