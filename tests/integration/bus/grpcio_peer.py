"""gRPC's own Python library as a peer: a client and a server of the interop cases."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import grpc
import grpc.aio

from tests.integration.bus.cases import CallFailedError, Client, Reply
from tests.integration.bus.messages import SERVICE, Messages, Method, path_of, python_name
from tests.integration.bus.service import InteropService
from tests.integration.bus.target import HOST, Identity, Target

Metadata = Mapping[str, str | bytes]


class GrpcioClient:
    """grpc.aio as a client."""

    def __init__(self, channel: Any, target: Target, messages: Messages) -> None:
        self._channel = channel
        self._target = target
        self._messages = messages

    @property
    def kinds(self) -> Any:
        """protobuf's own classes."""
        return self._messages.protobuf

    async def unary(self, method: str, request: Any, *, metadata: Metadata | None = None) -> Reply:
        """Make a unary call."""
        call = self._callable("unary_unary", method)(request, metadata=_pairs(metadata))
        body = await _outcome(call)
        return Reply(body, dict(await call.initial_metadata()), dict(await call.trailing_metadata()))

    def stream(self, method: str, *, metadata: Metadata | None = None, timeout: float | None = None) -> GrpcioDuplex:
        """Begin a call; on the wire every call is a stream both ways."""
        call = self._callable("stream_stream", method)
        return GrpcioDuplex(call(metadata=_pairs(metadata), timeout=timeout))

    def another(self) -> AbstractAsyncContextManager[Client]:
        """A client with a connection of its own."""
        return connected(self._target, self._messages)

    def _callable(self, kind: str, method: str) -> Any:
        types = self._messages.methods[method.rpartition("/")[2]]
        return getattr(self._channel, kind)(
            path_of(method),
            request_serializer=getattr(self.kinds, types.request).SerializeToString,
            response_deserializer=getattr(self.kinds, types.reply).FromString,
        )


class GrpcioDuplex:
    """A stream of grpc.aio."""

    def __init__(self, call: Any) -> None:
        self._call = call

    async def send(self, message: Any) -> None:
        """Send one message."""
        await _outcome(self._call.write(message))

    async def end(self) -> None:
        """Send no more."""
        await self._call.done_writing()

    async def receive(self) -> Any:
        """The next message, or None."""
        message = await _outcome(self._call.read())
        return None if message is grpc.aio.EOF else message

    async def cancel(self) -> CallFailedError:
        """Give the call up."""
        self._call.cancel()
        return CallFailedError((await self._call.code()).value[0], await self._call.details())

    async def metadata(self) -> tuple[Metadata, Metadata]:
        """Initial and trailing metadata."""
        return dict(await self._call.initial_metadata()), dict(await self._call.trailing_metadata())


class GrpcioCall:
    """A call that grpc.aio serves."""

    def __init__(self, context: Any) -> None:
        self._context = context

    def metadata(self) -> Metadata:
        """The caller's metadata."""
        return dict(self._context.invocation_metadata())

    async def send_initial_metadata(self, metadata: Metadata) -> None:
        """Send what goes before the first response."""
        await self._context.send_initial_metadata(tuple(metadata.items()))

    def set_trailing_metadata(self, metadata: Metadata) -> None:
        """Set what goes after the last one."""
        self._context.set_trailing_metadata(tuple(metadata.items()))

    async def fail(self, code: int, message: str) -> None:
        """End the call with this status."""
        await self._context.abort(next(each for each in grpc.StatusCode if each.value[0] == code), message)


@asynccontextmanager
async def connected(
    target: Target, messages: Messages, *, compression: grpc.Compression | None = None
) -> AsyncIterator[Client]:
    """A client of a server. Connections are not shared with other channels of this process."""
    options = [("grpc.use_local_subchannel_pool", 1), ("grpc.max_receive_message_length", -1)]
    if target.identity is None:
        channel = grpc.aio.insecure_channel(str(target), options, compression)
    else:
        credentials = grpc.ssl_channel_credentials(target.identity.ca.read_bytes())
        channel = grpc.aio.secure_channel(str(target), credentials, options, compression)
    async with channel:
        yield GrpcioClient(channel, target, messages)


@asynccontextmanager
async def served(
    service: InteropService,
    messages: Messages,
    *,
    path: Path | None = None,
    identity: Identity | None = None,
    compression: grpc.Compression | None = None,
) -> AsyncIterator[Target]:
    """A server of grpc.aio; it says where it listens."""
    server = grpc.aio.server(compression=compression)
    handlers = {
        name: _handler(service, name, method, messages)
        for name, method in messages.methods.items()
        if hasattr(service, python_name(name))
    }
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, handlers),))
    where = f"unix:{path}" if path else f"{HOST}:0"
    if identity is None:
        port = server.add_insecure_port(where)
    else:
        pair = (identity.key.read_bytes(), identity.certificate.read_bytes())
        port = server.add_secure_port(where, grpc.ssl_server_credentials([pair]))
    await server.start()
    try:
        yield Target(port=port, path=path, identity=identity)
    finally:
        await server.stop(None)


def _handler(service: InteropService, name: str, method: Method, messages: Messages) -> grpc.RpcMethodHandler:
    answer: Callable[..., Any] = getattr(service, python_name(name))

    async def unary(request: Any, context: Any) -> Any:
        return await answer(request, GrpcioCall(context))

    async def stream(request: Any, context: Any) -> AsyncIterator[Any]:
        async for response in answer(request, GrpcioCall(context)):
            yield response

    kind = f"{'stream' if method.sends else 'unary'}_{'stream' if method.receives else 'unary'}_rpc_method_handler"
    handler: grpc.RpcMethodHandler = getattr(grpc, kind)(
        stream if method.receives else unary,
        request_deserializer=getattr(messages.protobuf, method.request).FromString,
        response_serializer=getattr(messages.protobuf, method.reply).SerializeToString,
    )
    return handler


async def _outcome(call: Awaitable[Any]) -> Any:
    try:
        return await call
    except grpc.aio.AioRpcError as error:
        raise CallFailedError(error.code().value[0], error.details() or "") from error


def _pairs(metadata: Metadata | None) -> Any:
    return grpc.aio.Metadata(*metadata.items()) if metadata else None
