"""Many peers that are slow on purpose, or silent."""

from __future__ import annotations

import asyncio
import contextlib

from tests.fault.bus.conftest import Serve, descriptors
from tests.fault.bus.frames import END_STREAM, PREFACE, Kind, RawPeer, request, settings
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
