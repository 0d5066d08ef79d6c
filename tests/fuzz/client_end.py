"""Any bytes to a client with calls of every kind: each ends with a reply or a BusError, and so on as for a server.

The first byte of an input says whether the server's settings are there already.
"""

from __future__ import annotations

import asyncio
import functools
import struct
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, cast

from libtalos.bus.address import UnixAddress
from libtalos.bus.errors import BusError
from libtalos.bus.http2.client import ClientConnection
from libtalos.bus.http2.connection import Connection
from libtalos.bus.http2.frames import PREFACE, SETTINGS, frame
from libtalos.bus.http2.peersettings import INITIAL_WINDOW_SIZE
from libtalos.bus.metadata import ReplyMetadata
from libtalos.bus.transport import Outgoing
from libtalos.gen.grpc.health.v1 import HealthCheckRequest
from libtalos.stubs import Cardinality
from tests.fuzz.connection import LIMITS, check_written, chop, frames, live, loop

_AGES = 20.0
# two messages fill a stream's window
_SETTINGS = frame(SETTINGS, 0, 0, struct.pack(">HI", INITIAL_WINDOW_SIZE, 200))


def check(data: bytes) -> None:
    """Raise AssertionError, or what the connection or a call raised, for a fault."""
    stream = b"".join(frames(data[1:]))
    connection = functools.partial(live, _make, greeting=b"" if data[:1] == b"\xff" else _SETTINGS, begin=_begin)
    whole = connection([stream], turns=False)
    _check_written(whole[0])
    pieces = chop(stream)
    assert connection(pieces, turns=False) == whole, "it matters how the bytes come"
    _check_written(connection(pieces, turns=True)[0])


def _check_written(written: bytes) -> None:
    assert written.startswith(PREFACE)
    check_written(written[len(PREFACE) :])


def _make() -> Connection[Any]:
    address = UnixAddress(Path("/x.sock"))
    return ClientConnection(address=address, authority=b"localhost", scheme=b"http", settings=LIMITS)


def _begin(connection: Connection[Any]) -> list[asyncio.Task[Any]]:
    """Streams 1 to 7: two unary calls, and two with streams, of which one sends more than its window takes."""
    client = cast("ClientConnection", connection)
    calls = (
        client.unary(_outgoing("/u", Cardinality.UNARY_UNARY), HealthCheckRequest("a")),
        client.unary(_outgoing("/u", Cardinality.UNARY_UNARY), HealthCheckRequest("b")),
        _stream(client, "/s", 1, HealthCheckRequest("c")),
        _stream(client, "/b", 8, HealthCheckRequest("d" * 90)),
    )
    return [loop().create_task(_ends(call)) for call in calls]


async def _ends(call: Coroutine[Any, Any, Any]) -> None:
    try:
        await call
    except BusError:
        return


async def _stream(client: ClientConnection, route: str, count: int, message: HealthCheckRequest) -> None:
    exchange = await client.open(_outgoing(route, Cardinality.STREAM_STREAM))
    sending = asyncio.create_task(_ends(_send(exchange.send, count, message)))
    try:
        while await exchange.receive() is not None:
            pass
    finally:
        exchange.cancel()
        await sending


async def _send(send: Any, count: int, message: HealthCheckRequest) -> None:
    for number in range(count):
        await send(message, last=number + 1 == count)


def _outgoing(route: str, cardinality: Cardinality) -> Outgoing:
    return Outgoing(
        route,
        cardinality,
        HealthCheckRequest,
        HealthCheckRequest,
        timeout=_AGES,
        deadline=loop().time() + _AGES,
        fields=(),
        received=ReplyMetadata(),
    )
