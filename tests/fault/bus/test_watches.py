"""Many streams that stay open on one connection, as watches do."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import DeadlineExceededError
from libtalos.bus.settings import BusSettings
from libtalos.bus.streams import as_generator
from tests.fault.bus.conftest import Serve
from tests.fault.bus.frames import END_STREAM, Kind, RawPeer, request
from tests.fault.bus.served import Chunk, route

WATCHES = 1000
FEW = 100
REFUSED_STREAM = b"\0\0\0\7"


async def test_a_thousand_watches_and_a_call(serve: Serve) -> None:
    served = await serve()
    with contextlib.closing(Channel(UnixAddress(served.path))) as channel:
        watches = [channel.unary_stream(route("Watch"), Chunk(lines=b"%d" % n), Chunk) for n in range(WATCHES)]
        async with asyncio.timeout(30):
            firsts = await asyncio.gather(*map(anext, watches))
            assert [int(first.lines) for first in firsts] == list(range(WATCHES))
            assert served.rpc.watching == WATCHES
            # what used to hang: one more call beside them
            assert await channel.unary_unary(route("Echo"), Chunk(lines=b"call"), Chunk) == Chunk(lines=b"call")
            served.rpc.release.set()
            rests = await asyncio.gather(*map(rest, watches))
        assert [[int(last.lines) for last in lasts] for lasts in rests] == [[n] for n in range(WATCHES)]
    await served.until(lambda: served.rpc.watching == 0)


async def test_a_peer_that_begins_too_many_is_refused_one_by_one(serve: Serve) -> None:
    """All at once on one connection: each is either begun, or refused so that it may be tried again."""
    served = await serve(settings=BusSettings(max_streams=FEW))
    begun = 2000
    everything = b"".join(request(2 * number + 1, route("Hold")) for number in range(begun))
    async with served.undisturbed(), asyncio.timeout(30):
        with await RawPeer.connect(served.path) as peer:
            sending = asyncio.create_task(peer.send(everything))
            refused = 0
            while refused < begun - FEW:
                frame = await peer.until(Kind.RST_STREAM)
                assert frame is not None
                assert frame.payload == REFUSED_STREAM
                refused += 1
            await sending
            # those that were begun are answered
            served.rpc.release.set()
            for _ in range(FEW):
                assert await peer.until(Kind.HEADERS, flags=END_STREAM) is not None


async def test_our_caller_waits_for_a_place_until_its_deadline(serve: Serve) -> None:
    served = await serve(settings=BusSettings(max_streams=FEW))
    with contextlib.closing(Channel(UnixAddress(served.path))) as channel:
        watches = [channel.unary_stream(route("Watch"), Chunk(), Chunk) for _ in range(FEW)]
        await asyncio.gather(*map(anext, watches))
        with pytest.raises(DeadlineExceededError):
            await channel.unary_unary(route("Echo"), Chunk(), Chunk, timeout=0.2)
        waiting = asyncio.create_task(channel.unary_unary(route("Echo"), Chunk(lines=b"in time"), Chunk))
        await served.settled(waiting.done)
        await as_generator(watches[0]).aclose()
        assert (await waiting).lines == b"in time"


async def rest(stream: AsyncIterator[Chunk]) -> list[Chunk]:
    """What a stream has left."""
    return [message async for message in stream]
