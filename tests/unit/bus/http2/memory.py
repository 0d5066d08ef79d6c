"""Both ends of a connection without a socket: what is written is kept, what is read is given by the test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any, NamedTuple

import structlog

from libtalos.bus.access import OpenAccess
from libtalos.bus.address import TcpAddress
from libtalos.bus.dispatch import Dispatcher, Served
from libtalos.bus.http2.client import ClientConnection
from libtalos.bus.http2.connection import Connection
from libtalos.bus.http2.frames import (
    DATA,
    END_HEADERS,
    END_STREAM,
    HEAD_SIZE,
    HEADERS,
    PREFACE,
    SETTINGS,
    frame,
    pack_prefix,
    read_head,
)
from libtalos.bus.http2.hpack import Decoder, Encoder
from libtalos.bus.http2.server import Http2Server, ServerConnection
from libtalos.bus.metadata import Field
from libtalos.bus.settings import BusSettings
from libtalos.bus.transport import Outgoing
from libtalos.stubs import Cardinality
from tests.unit.bus.served import Chunk, TestRpc, route

HELLO = frame(SETTINGS, 0, 0)
GOOD_HEAD: tuple[Field, ...] = ((b":status", b"200"), (b"content-type", b"application/grpc"))
GOOD_END: tuple[Field, ...] = ((b"grpc-status", b"0"),)


class Frame(NamedTuple):
    """One frame that was written."""

    kind: int
    flags: int
    stream: int
    payload: bytes
    # of HEADERS, once the peer has read them
    fields: Sequence[Field] = ()


class Wire(asyncio.Transport):
    """Keeps what is written; closing it loses the connection in the next turn of the loop, unless nobody reads."""

    def __init__(self, connection: Connection[Any], *, reads: bool = True) -> None:
        super().__init__()
        self.connection = connection
        self.reads = reads
        self.written = b""
        self.closing = False
        self.aborted = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if not self.closing:
            self.written += data

    def get_write_buffer_size(self) -> int:
        return 0

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return default

    def close(self) -> None:
        if not self.closing:
            self.closing = True
            if self.reads:
                asyncio.get_running_loop().call_soon(self.connection.connection_lost, None)

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        self.close()  # the peer closes in turn

    def abort(self) -> None:
        self.closing = True
        if not self.aborted:
            self.aborted = True
            asyncio.get_running_loop().call_soon(self.connection.connection_lost, None)

    def take(self) -> list[Frame]:
        """Every frame that was written since the last time."""
        data, self.written = self.written.removeprefix(PREFACE), b""
        frames = []
        while data:
            high, low, kind, flags, stream = read_head(data, 0)
            size = HEAD_SIZE + (high << 8 | low)
            frames.append(Frame(kind, flags, stream, data[HEAD_SIZE:size]))
            data = data[size:]
        return frames

    def kinds(self, stream: int | None = None) -> list[int]:
        """The types of those frames, of one stream or of all."""
        return [each.kind for each in self.take() if stream in (None, each.stream)]


class Peer:
    """The other end: makes header blocks, and reads them."""

    def __init__(self, connection: Connection[Any], wire: Wire) -> None:
        self.connection = connection
        self.wire = wire
        self.encoder = Encoder()
        self.decoder = Decoder(max_list_size=1 << 20)

    async def send(self, *data: bytes) -> list[Frame]:
        """Let the connection read this as one; the frames that it answers within a few turns of the loop."""
        # as from a socket: in a callback of the loop, and not within a task
        asyncio.get_running_loop().call_soon(self.connection.data_received, b"".join(data))
        return await self.answer()

    async def answer(self) -> list[Frame]:
        """What is written within a few turns of the loop."""
        for _ in range(8):
            await asyncio.sleep(0)
        return [self._read(each) for each in self.wire.take()]

    def _read(self, each: Frame) -> Frame:
        """Every block has to be read, or the table would be out of step."""
        return each._replace(fields=self.decoder.decode(each.payload)) if each.kind == HEADERS else each

    def headers(self, stream: int, fields: Sequence[Field], *, end: bool = False) -> bytes:
        """A HEADERS frame."""
        return frame(HEADERS, END_HEADERS | (END_STREAM if end else 0), stream, self.encoder.encode(fields))

    def request(self, stream: int, method: str, *more: Field, end: bool = False) -> bytes:
        """The headers of a call."""
        return self.headers(stream, [*request_fields(route(method)), *more], end=end)


def fields_of(frames: Sequence[Frame]) -> list[Sequence[Field]]:
    """The header lists among frames."""
    return [each.fields for each in frames if each.kind == HEADERS]


def request_fields(path: str) -> list[Field]:
    """What every call begins with."""
    return [
        (b":method", b"POST"),
        (b":scheme", b"http"),
        (b":path", path.encode()),
        (b":authority", b"x"),
        (b"te", b"trailers"),
        (b"content-type", b"application/grpc"),
    ]


def message(stream: int, lines: bytes = b"a", *, end: bool = False) -> bytes:
    """A DATA frame with one message."""
    body = bytes(Chunk(lines=lines))
    return frame(DATA, END_STREAM if end else 0, stream, pack_prefix(0, len(body)) + body)


def serving(rpc: TestRpc, settings: BusSettings, **wire: bool) -> tuple[ServerConnection, Peer]:
    """A server's end that serves this; its peer has not sent anything yet."""
    log = structlog.stdlib.get_logger()
    dispatcher = Dispatcher(access=OpenAccess(), settings=settings, log=log)
    served = {path: Served(path, *method, timeout=20.0) for path, method in rpc.__mapping__().items()}
    connection = Http2Server(served, dispatcher=dispatcher, settings=settings, log=log).make(lambda _: None)
    transport = Wire(connection, **wire)
    connection.connection_made(transport)
    return connection, Peer(connection, transport)


def calling(settings: BusSettings, **wire: bool) -> tuple[ClientConnection, Peer]:
    """A client's end; its peer has not sent anything yet."""
    connection = ClientConnection(address=TcpAddress("host", 1), authority=b"host", scheme=b"http", settings=settings)
    transport = Wire(connection, **wire)
    connection.connection_made(transport)
    return connection, Peer(connection, transport)


def outgoing(method: str, kind: Cardinality = Cardinality.UNARY_UNARY, *more: Field, timeout: float = 5.0) -> Outgoing:
    """A call to be made, with more metadata."""
    deadline = asyncio.get_running_loop().time() + timeout
    return Outgoing(route(method), kind, Chunk, Chunk, timeout=timeout, deadline=deadline, fields=more, received=None)


Serving = Callable[..., tuple[ServerConnection, Peer]]
Calling = Callable[..., tuple[ClientConnection, Peer]]


async def lose(connections: Sequence[Connection[Any]]) -> None:
    """The end of every connection of a test, and of the tasks that serve its calls."""
    for connection in connections:
        connection.connection_lost(None)
    for _ in range(4):
        await asyncio.sleep(0)


async def ends(make: Callable[..., tuple[Any, Peer]]) -> AsyncIterator[Callable[..., tuple[Any, Peer]]]:
    """What makes connections, which are lost at the end of a test."""
    made: list[Connection[Any]] = []

    def begin(*arguments: Any, **options: Any) -> tuple[Any, Peer]:
        connection, peer = make(*arguments, **options)
        made.append(connection)
        return connection, peer

    yield begin
    await lose(made)
