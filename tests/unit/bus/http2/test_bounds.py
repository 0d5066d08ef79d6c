"""What a peer can make a connection hold that costs the peer next to nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
import structlog

from libtalos.bus.access import OpenAccess
from libtalos.bus.dispatch import Dispatcher, Served
from libtalos.bus.http2.frames import DATA, END_HEADERS, END_STREAM, HEADERS, PREFACE, SETTINGS, frame
from libtalos.bus.http2.hpack import Encoder
from libtalos.bus.http2.queue import OVERHEAD
from libtalos.bus.http2.server import Http2Server, ServerConnection
from libtalos.bus.settings import MIB, BusSettings
from libtalos.gen.grpc.health.v1 import HealthCheckRequest
from libtalos.stubs import Cardinality

SETTINGS_OF_BUS = BusSettings(connection_buffer=2 * MIB)
EMPTY_MESSAGE = b"\0\0\0\0\0"


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

    def close(self) -> None:
        pass

    def abort(self) -> None:
        self.aborted = True

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return default


async def never_takes(requests: AsyncIterator[HealthCheckRequest]) -> HealthCheckRequest:
    await asyncio.Event().wait()
    return await anext(requests)


@pytest.fixture
async def connection() -> AsyncIterator[ServerConnection]:
    log = structlog.stdlib.get_logger()
    dispatcher = Dispatcher(access=OpenAccess(), settings=SETTINGS_OF_BUS, log=log)
    served = Served("/a/B", never_takes, Cardinality.STREAM_UNARY, HealthCheckRequest, HealthCheckRequest, 20.0)
    server = Http2Server({served.path: served}, dispatcher=dispatcher, settings=SETTINGS_OF_BUS, log=log)
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
        if number == 30_000:
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
