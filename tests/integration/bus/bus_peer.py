"""The bus under test: a client and a server of the interop cases."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from libtalos.bus.channel import Channel
from libtalos.bus.context import CallContext, current_call
from libtalos.bus.errors import BusError, Code
from libtalos.bus.metadata import ReplyMetadata
from libtalos.bus.server import Server, Service
from libtalos.bus.settings import BusSettings
from tests.integration.bus.cases import CANCELLED, CallFailedError, Client, Reply
from tests.integration.bus.messages import Messages, path_of, python_name
from tests.integration.bus.service import InteropService
from tests.integration.bus.target import Identity, Target, bound

Metadata = Mapping[str, str | bytes]
# a peer that does not answer the goodbye of TLS, as grpcio, is waited for no longer
SETTINGS = BusSettings(end_timeout=0.05)
# from the requests of a call to its replies
Run = Callable[[AsyncIterator[Any]], AsyncIterator[Any]]


class BusClient:
    """libtalos.bus as a client."""

    def __init__(self, channel: Channel, target: Target, messages: Messages) -> None:
        self._channel = channel
        self._target = target
        self._messages = messages

    @property
    def kinds(self) -> Any:
        """The project's own classes."""
        return self._messages.bus

    async def unary(self, method: str, request: Any, *, metadata: Metadata | None = None) -> Reply:
        """Make a unary call."""
        reply_type = getattr(self.kinds, self._messages.methods[method.rpartition("/")[2]].reply)
        received = ReplyMetadata()
        with _failures():
            body = await self._channel.unary_unary(
                path_of(method), request, reply_type, metadata=metadata, received=received
            )
        return Reply(body, received.initial, received.trailing)

    def stream(self, method: str, *, metadata: Metadata | None = None, timeout: float | None = None) -> BusDuplex:
        """Begin a call of the kind that the method has."""
        received = ReplyMetadata()
        options = {"metadata": metadata, "timeout": timeout, "received": received}
        return BusDuplex(partial(self._run, method, options), received)

    def another(self) -> AbstractAsyncContextManager[Client]:
        """A client with a connection of its own."""
        return connected(self._target, self._messages)

    async def _run(self, name: str, options: dict[str, Any], requests: AsyncIterator[Any]) -> AsyncIterator[Any]:
        method = self._messages.methods[name]
        kind = f"{'stream' if method.sends else 'unary'}_{'stream' if method.receives else 'unary'}"
        request_type, reply_type = getattr(self.kinds, method.request), getattr(self.kinds, method.reply)
        sent = (requests, request_type) if method.sends else (await anext(requests),)
        replies = getattr(self._channel, kind)(path_of(name), *sent, reply_type, **options)
        if not method.receives:
            yield await replies
            return
        async for reply in replies:
            yield reply


class BusDuplex:
    """A stream of the bus, as a task that sends what it is given and keeps what comes."""

    def __init__(self, run: Run, received: ReplyMetadata) -> None:
        self._received = received
        self._requests: asyncio.Queue[Any] = asyncio.Queue()
        self._replies: asyncio.Queue[Any] = asyncio.Queue()
        self._task = asyncio.create_task(self._drive(run))

    async def send(self, message: Any) -> None:
        """Send one message."""
        self._requests.put_nowait(message)

    async def end(self) -> None:
        """Send no more."""
        self._requests.put_nowait(None)

    async def receive(self) -> Any:
        """The next message, or None."""
        reply = await self._replies.get()
        if reply is None:
            with _failures():
                await self._task
        return reply

    async def cancel(self) -> CallFailedError:
        """Give the call up, once it is begun: on the connection that is there that takes one turn of the loop."""
        await asyncio.sleep(0)
        self._task.cancel()
        try:
            await self._task
        except asyncio.CancelledError:
            return CallFailedError(CANCELLED, "given up")
        except BusError as error:
            return CallFailedError(error.code, error.message)
        raise AssertionError("the call went well although it was given up")

    async def metadata(self) -> tuple[Metadata, Metadata]:
        """Initial and trailing metadata."""
        return self._received.initial, self._received.trailing

    async def _drive(self, run: Run) -> None:
        try:
            async for reply in run(self._sent()):
                self._replies.put_nowait(reply)
        finally:
            self._replies.put_nowait(None)

    async def _sent(self) -> AsyncIterator[Any]:
        while (message := await self._requests.get()) is not None:
            yield message


class BusCall:
    """The call that the bus serves in the running task."""

    def __init__(self) -> None:
        call = current_call()
        assert call is not None
        self._call: CallContext = call

    def metadata(self) -> Metadata:
        """The caller's metadata."""
        return self._call.metadata

    async def send_initial_metadata(self, metadata: Metadata) -> None:
        """Send what goes before the first response."""
        self._call.send_initial_metadata(metadata)

    def set_trailing_metadata(self, metadata: Metadata) -> None:
        """Set what goes after the last one."""
        self._call.set_trailing_metadata(metadata)

    async def fail(self, code: int, message: str) -> None:
        """End the call with this status."""
        raise BusError(message, code=Code(code))


@asynccontextmanager
async def connected(target: Target, messages: Messages) -> AsyncIterator[Client]:
    """A client of a server."""
    tls = target.identity.client_context() if target.identity else None
    channel = Channel(target.address, tls=tls, settings=SETTINGS)
    await channel.connect()
    try:
        yield BusClient(channel, target, messages)
    finally:
        channel.close()
        await channel.wait_closed()


@asynccontextmanager
async def listening(
    handlers: Sequence[Service],
    *,
    path: Path | None = None,
    identity: Identity | None = None,
    settings: BusSettings | None = None,
) -> AsyncIterator[Target]:
    """A server of the bus; it says where it listens."""
    sock = bound(path)
    target = Target(port=0 if path else sock.getsockname()[1], path=path, identity=identity)
    server = Server(handlers, settings=settings)
    await server.start(sock, tls=identity.server_context() if identity else None)
    try:
        yield target
    finally:
        await server.drain(0.0)


def served(
    service: InteropService, messages: Messages, *, path: Path | None = None, identity: Identity | None = None
) -> AbstractAsyncContextManager[Target]:
    """A server of the bus that serves the interop cases."""
    return listening([_handlers(service, messages)], path=path, identity=identity)


def _handlers(service: InteropService, messages: Messages) -> Any:
    """The generated base, with the methods of the service."""
    methods = {}
    for name, method in messages.methods.items():
        answer = getattr(service, python_name(name), None)
        if answer is not None:
            methods[python_name(name)] = _stream(answer) if method.receives else _unary(answer)
    return type("Handlers", (messages.bus.TestServiceBase,), methods)()


def _unary(answer: Callable[..., Any]) -> Callable[..., Any]:
    async def serve(_self: Any, request: Any) -> Any:
        return await answer(request, BusCall())

    return serve


def _stream(answer: Callable[..., Any]) -> Callable[..., Any]:
    async def serve(_self: Any, request: Any) -> AsyncIterator[Any]:
        async for response in answer(request, BusCall()):
            yield response

    return serve


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except BusError as error:
        raise CallFailedError(error.code, error.message) from error
