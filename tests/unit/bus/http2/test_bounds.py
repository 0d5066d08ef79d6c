"""What a peer can make a connection hold that costs the peer next to nothing."""

from __future__ import annotations

import asyncio
import itertools
import struct
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
import structlog

from libtalos.bus.access import OpenAccess
from libtalos.bus.dispatch import Dispatcher, Served
from libtalos.bus.http2.frames import (
    DATA,
    DEFAULT_WINDOW,
    END_HEADERS,
    END_STREAM,
    HEADERS,
    LARGEST_FRAME_SIZE,
    LARGEST_WINDOW,
    PREFACE,
    SETTINGS,
    frame,
    window_update,
)
from libtalos.bus.http2.hpack import Encoder
from libtalos.bus.http2.peersettings import INITIAL_WINDOW_SIZE, MAX_FRAME_SIZE
from libtalos.bus.http2.queue import OVERHEAD
from libtalos.bus.http2.server import Http2Server, ServerConnection
from libtalos.bus.settings import MIB, BusSettings
from libtalos.gen.grpc.health.v1 import HealthCheckRequest
from libtalos.stubs import Cardinality

SETTINGS_OF_BUS = BusSettings(connection_buffer=2 * MIB)
EMPTY_MESSAGE = b"\0\0\0\0\0"
LARGE = 100_000


class Unread(asyncio.Transport):
    """A transport to a peer that reads nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = 0
        self.aborted = False
        self.on_write: Callable[[], None] = lambda: None

    def write(self, data: bytes | bytearray | memoryview) -> None:
        assert not self.aborted
        self.waiting += len(data)
        self.on_write()

    def get_write_buffer_size(self) -> int:
        return self.waiting

    def can_write_eof(self) -> bool:
        return False

    def close(self) -> None:
        pass

    def abort(self) -> None:
        self.aborted = True

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return default


async def never_takes(requests: AsyncIterator[HealthCheckRequest]) -> HealthCheckRequest:
    await asyncio.Event().wait()
    return await anext(requests)


async def large(request: HealthCheckRequest) -> HealthCheckRequest:
    return HealthCheckRequest("x" * LARGE)


@pytest.fixture
async def connection() -> AsyncIterator[ServerConnection]:
    log = structlog.stdlib.get_logger()
    dispatcher = Dispatcher(access=OpenAccess(), settings=SETTINGS_OF_BUS, log=log)
    served = (
        Served("/a/B", never_takes, Cardinality.STREAM_UNARY, HealthCheckRequest, HealthCheckRequest, 20.0),
        Served("/a/Large", large, Cardinality.UNARY_UNARY, HealthCheckRequest, HealthCheckRequest, 20.0),
    )
    methods = {method.path: method for method in served}
    server = Http2Server(methods, dispatcher=dispatcher, settings=SETTINGS_OF_BUS, log=log)
    made = server.make(lambda _: None)
    made.connection_made(Unread())
    made.data_received(PREFACE + frame(SETTINGS, 0, 0))
    yield made
    made.connection_lost(None)


def heads(path: bytes, flags: int) -> Iterator[tuple[int, bytes]]:
    """The heads of request after request, with their streams."""
    encoder = Encoder()
    for stream in range(1, 1_000_001, 2):
        fields = [
            (b":method", b"POST"),
            (b":scheme", b"http"),
            (b":path", path),
            (b"content-type", b"application/grpc"),
        ]
        yield stream, frame(HEADERS, END_HEADERS | flags, stream, encoder.encode(fields))


async def test_refusals_do_not_pile_up_for_a_peer_that_does_not_read(connection: ServerConnection) -> None:
    transport = connection.transport
    assert isinstance(transport, Unread)
    connection.pause_writing()
    for _, head in heads(b"/no/Such", END_STREAM):
        connection.data_received(head)
        if connection.closed:
            break
    assert transport.aborted
    assert transport.waiting < SETTINGS_OF_BUS.connection_buffer + 1000


async def test_a_peer_that_reads_may_be_refused_for_ever(connection: ServerConnection) -> None:
    transport = connection.transport
    assert isinstance(transport, Unread)
    for number, (_, head) in enumerate(heads(b"/no/Such", END_STREAM)):
        connection.data_received(head)
        if number == 50_000:
            break
    assert transport.waiting > SETTINGS_OF_BUS.connection_buffer
    assert not connection.closed


async def test_empty_messages_that_nobody_takes_count(connection: ServerConnection) -> None:
    """They fill the buffer of the connection, not the windows of its streams: the streams that go on end."""
    messages = EMPTY_MESSAGE * 3000
    most = 2 * SETTINGS_OF_BUS.connection_buffer
    refused = 0
    for stream, head in heads(b"/a/B", 0):
        connection.data_received(head + frame(DATA, 0, stream, messages))
        refused += stream not in connection.streams
        assert connection._queued_messages <= most + OVERHEAD
        if refused == 10:
            break
    assert not connection.closed
    assert len(connection.streams) * 3000 * OVERHEAD <= most


async def test_answers_to_many_requests_at_once_do_not_pile_up(connection: ServerConnection) -> None:
    """A peer that opens its windows as far as they go, sends a thousand requests as one and reads nothing."""
    transport = connection.transport
    assert isinstance(transport, Unread)
    transport.on_write = connection.pause_writing
    windows = struct.pack(">HIHI", INITIAL_WINDOW_SIZE, LARGEST_WINDOW, MAX_FRAME_SIZE, LARGEST_FRAME_SIZE)
    hello = frame(SETTINGS, 0, 0, windows) + window_update(0, LARGEST_WINDOW - DEFAULT_WINDOW)
    requests = itertools.islice(heads(b"/a/Large", 0), 1000)
    calls = [head + frame(DATA, END_STREAM, stream, EMPTY_MESSAGE) for stream, head in requests]
    # the first answer brings its headers into the table; from the second one on they go the usual way
    connection.data_received(hello)
    transport.waiting = 0
    connection.resume_writing()
    for data in (calls[0], calls[1], b"".join(calls[2:])):
        asyncio.get_running_loop().call_soon(connection.data_received, data)
        for _ in range(5):
            await asyncio.sleep(0)
        connection.resume_writing()
    for _ in range(5):
        await asyncio.sleep(0)
    assert 3 * LARGE < transport.waiting < 20 * LARGE
    assert len(connection.streams) > 900
