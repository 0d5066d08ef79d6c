"""The Python stacks that are measured, with one face: libtalos.bus on either transport, and grpc.aio with upb."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, Literal, Protocol

import betterproto2

from libtalos.bus.access import DeclaredAccess
from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.server import Server, listen
from libtalos.bus.settings import BusSettings
from libtalos.gen.talos.supervisor import v1
from libtalos.stubs import Cardinality, Method, ServiceBase
from tests.bench.bus_messages import CHUNK_SIZE, ECHOED, SERVICE, STREAM, Google, path, request

# one call; the result is how many bytes of payload it brought, where these count
Call = Callable[[], Awaitable[int]]


class Stack(Protocol):
    """One way to serve and to call."""

    async def serve(self, socket: Path) -> None:
        """Serve on a socket; returns once it is reachable."""
        ...

    def call(self, socket: Path, method: str) -> Call:
        """One call, to be made as often as wanted on one connection."""
        ...

    async def close(self) -> None:
        """Close the connection."""
        ...


class _BenchRpc(ServiceBase):
    """Answers calls with their requests, and streams with chunks, each a message of its own."""

    async def _echo(self, message: betterproto2.Message) -> betterproto2.Message:
        return message

    async def _stream(self, message: v1.StreamLogsRequest) -> AsyncIterator[v1.StreamLogsResponse]:
        lines = bytes(CHUNK_SIZE)
        for _ in range(message.tail_lines):
            yield v1.StreamLogsResponse(lines=lines)

    def __mapping__(self) -> dict[str, Method]:
        echoes = {
            path(name): Method(self._echo, Cardinality.UNARY_UNARY, message, message)
            for name, message in ECHOED.items()
        }
        stream = Method(self._stream, Cardinality.UNARY_STREAM, v1.StreamLogsRequest, v1.StreamLogsResponse)
        return {**echoes, path(STREAM): stream}


class OurStack:
    """libtalos.bus with all that it does for a call: deadline, identity of the peer, access, call id, limits."""

    def __init__(self, transport: Literal["http2", "grpclib"]) -> None:
        self._settings = BusSettings(transport=transport)

    async def serve(self, socket: Path) -> None:
        """Serve on a socket."""
        access = DeclaredAccess(component="bench", uses={})
        self._server = Server([_BenchRpc()], access=access, settings=self._settings)
        await self._server.start(listen(socket))

    def call(self, socket: Path, method: str) -> Call:
        """One call as generated stubs make it."""
        self._channel = channel = Channel(UnixAddress(socket), settings=self._settings)
        message, route = request(method), path(method)

        async def stream() -> int:
            return sum([len(r.lines) async for r in channel.unary_stream(route, message, v1.StreamLogsResponse)])

        async def unary() -> int:
            await channel.unary_unary(route, message, reply_type)
            return 0

        if method == STREAM:
            return stream
        reply_type = ECHOED[method]
        return unary

    async def close(self) -> None:
        """Close the connection."""
        self._channel.close()


class GrpcStack:
    """grpc.aio as it comes, with a deadline on each call as ours has one."""

    def __init__(self) -> None:
        import grpc.aio  # noqa: PLC0415 - not in a process that measures another stack

        self._grpc = grpc
        self._google = Google()

    async def serve(self, socket: Path) -> None:
        """Serve on a socket."""
        self._server = self._grpc.aio.server()
        handlers = {name: self._echo(self._google.of(ours)) for name, ours in ECHOED.items()}
        handlers[STREAM] = self._stream()
        self._server.add_generic_rpc_handlers((self._grpc.method_handlers_generic_handler(SERVICE, handlers),))
        self._server.add_insecure_port(f"unix:{socket}")
        await self._server.start()

    def call(self, socket: Path, method: str) -> Call:
        """One call as generated stubs make it."""
        self._channel = self._grpc.aio.insecure_channel(f"unix:{socket}")
        ours = request(method)
        message = self._google.of(type(ours)).FromString(bytes(ours))
        kind = self._channel.unary_stream if method == STREAM else self._channel.unary_unary
        reply = self._google.of(v1.StreamLogsResponse if method == STREAM else type(ours))
        make = kind(path(method), request_serializer=message.SerializeToString, response_deserializer=reply.FromString)

        async def stream() -> int:
            return sum([len(reply.lines) async for reply in make(message, timeout=20)])

        async def unary() -> int:
            await make(message, timeout=20)
            return 0

        return stream if method == STREAM else unary

    async def close(self) -> None:
        """Close the connection."""
        await self._channel.close()

    def _echo(self, message: Any) -> Any:
        async def echo(request: Any, _context: object) -> Any:
            return request

        return self._grpc.unary_unary_rpc_method_handler(
            echo, request_deserializer=message.FromString, response_serializer=message.SerializeToString
        )

    def _stream(self) -> Any:
        chunk = self._google.of(v1.StreamLogsResponse)

        async def stream(request: Any, _context: object) -> AsyncIterator[Any]:
            lines = bytes(CHUNK_SIZE)
            for _ in range(request.tail_lines):
                yield chunk(lines=lines)

        return self._grpc.unary_stream_rpc_method_handler(
            stream,
            request_deserializer=self._google.of(v1.StreamLogsRequest).FromString,
            response_serializer=chunk.SerializeToString,
        )
