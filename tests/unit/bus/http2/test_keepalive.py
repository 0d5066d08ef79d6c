"""Connections of which nothing is heard."""

import asyncio

import pytest

from libtalos.bus.errors import ConnectionLostError
from libtalos.bus.http2.frames import ACK, PING, PREFACE, ErrorCode, frame
from libtalos.bus.settings import BusSettings
from tests.unit.bus.http2.memory import HELLO, Calling, Serving, outgoing
from tests.unit.bus.http2.test_server import farewell
from tests.unit.bus.served import Chunk, TestRpc

SOON = BusSettings(keepalive_interval=0.05, keepalive_timeout=0.05, handshake_timeout=0.05)


async def test_a_server_that_stands_still_is_left_and_its_calls_are_told_why(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(SOON)
    asking = asyncio.create_task(connection.unary(outgoing("Unary"), Chunk()))
    await peer.send(HELLO)
    with pytest.raises(ConnectionLostError, match="nothing was heard of the other side"):
        await asyncio.wait_for(asking, 2)
    assert peer.wire.aborted
    assert PING in peer.wire.kinds()


async def test_a_sign_of_life_is_enough(call_in_memory: Calling) -> None:
    connection, peer = call_in_memory(SOON)
    asking = asyncio.create_task(connection.unary(outgoing("Unary"), Chunk()))
    await peer.send(HELLO)
    pings = 0
    while pings < 3:
        await asyncio.sleep(0.01)
        for each in peer.wire.take():
            if each.kind == PING:
                pings += 1
                await peer.send(frame(PING, ACK, 0, each.payload))
    assert not peer.wire.aborted
    asking.cancel()


async def test_without_calls_nobody_is_asked(call_in_memory: Calling) -> None:
    _, peer = call_in_memory(SOON)
    await peer.send(HELLO)
    await asyncio.sleep(0.2)
    assert PING not in peer.wire.kinds()
    assert not peer.wire.aborted


@pytest.mark.parametrize("start", [b"", PREFACE])
async def test_a_client_that_never_says_what_it_is_is_left(serve_in_memory: Serving, start: bytes) -> None:
    _, peer = serve_in_memory(TestRpc(), SOON)
    await peer.send(start)
    await asyncio.sleep(0.1)
    assert farewell(await peer.answer()) is ErrorCode.SETTINGS_TIMEOUT
    assert peer.wire.closing
