"""Peers that are slow on purpose, and what they send comes in pieces."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import Counter

from tests.fault.bus.conftest import Serve, descriptors
from tests.fault.bus.frames import END_STREAM, PREFACE, Kind, RawPeer, Setting, request, settings, window_update
from tests.fault.bus.served import Chunk, route

SLOW = 100
CALL = PREFACE + settings() + request(1, route("Echo"), bytes(Chunk(lines=b"slow")))


async def test_slow_peers_hold_up_nobody_and_are_served(serve: Serve) -> None:
    served = await serve()
    await served.echo()
    before = descriptors()
    async with served.undisturbed(), asyncio.timeout(60):
        with contextlib.ExitStack() as stack:
            peers = [stack.enter_context(await RawPeer.connect(served.path, hello=b"")) for _ in range(SLOW)]
            for position in range(len(CALL)):
                for peer in peers:
                    await peer.send(CALL[position : position + 1])
            for peer in peers:
                assert await peer.until(Kind.HEADERS, stream=1, flags=END_STREAM) is not None
    await served.until(lambda: descriptors() == before)


async def test_calls_cut_anywhere_are_read_as_they_were_sent(serve: Serve, chance: random.Random) -> None:
    """Small and large frames, in pieces that end and begin anywhere, several frames in one and one frame in several."""
    served = await serve()
    bodies = [chance.randbytes(chance.choice((0, 1, 300, 70_000))) for _ in range(200)]
    calls = [request(2 * number + 1, route("Echo"), bytes(Chunk(lines=body))) for number, body in enumerate(bodies)]
    hello = PREFACE + settings((Setting.INITIAL_WINDOW_SIZE, 100_000)) + window_update(0, 2**30)
    sent = hello + b"".join(calls)
    async with asyncio.timeout(60):
        with await RawPeer.connect(served.path, hello=b"") as peer:
            reading = asyncio.create_task(_ends(peer, len(bodies)))
            start = 0
            while start < len(sent):
                stop = start + chance.choice((1, 8, 9, 10, 1000, 100_000))
                await peer.send(sent[start:stop])
                start = stop
            await reading
    assert served.rpc.served == Counter(bodies)


async def _ends(peer: RawPeer, count: int) -> None:
    """Read so many good ends."""
    while count:
        frame = await peer.frame()
        assert frame is not None
        count -= frame.kind == Kind.HEADERS and bool(frame.flags & END_STREAM)
