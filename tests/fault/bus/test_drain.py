"""A server that goes and comes again under load: no call is lost, and none is made twice."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
from pathlib import Path

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.server import Server, listen
from tests.fault.bus.served import Chunk, FaultRpc, route

RESTARTS = 20
CALLERS = 32


async def test_no_call_is_lost_or_made_twice(tmp_path: Path, chance: random.Random) -> None:
    path = tmp_path / "bus.sock"
    rpc = FaultRpc()
    made = 0
    over = False

    async def call(channel: Channel, number: int) -> None:
        nonlocal made
        count = 0
        while not over:
            count += 1
            sent = Chunk(lines=b"%d %d" % (number, count))
            assert await channel.unary_unary(route("Echo"), sent, Chunk) == sent
            made += 1

    with contextlib.closing(listen(path)) as sock, contextlib.ExitStack() as stack:
        channels = [stack.enter_context(contextlib.closing(Channel(UnixAddress(path)))) for _ in range(4)]
        server = await _serve(rpc, sock)
        async with asyncio.TaskGroup() as group:
            for number in range(CALLERS):
                group.create_task(call(channels[number % len(channels)], number))
            for _ in range(RESTARTS):
                until = made + chance.randrange(50, 2000)
                while made < until:
                    await channels[0].unary_unary(route("Echo"), Chunk(lines=b"wait"), Chunk)
                await server.drain(2.0)
                server = await _serve(rpc, sock)
            over = True
        await server.drain()
    del rpc.served[b"wait"]
    assert rpc.served.total() == made
    assert set(rpc.served.values()) == {1}


async def _serve(rpc: FaultRpc, sock: socket.socket) -> Server:
    """A server on a socket that stays open when it goes, as init keeps it."""
    server = Server([rpc])
    await server.start(sock.dup())
    return server
