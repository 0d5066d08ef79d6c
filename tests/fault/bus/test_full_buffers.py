"""A peer that does not read: the sender waits, and keeps no more than windows and buffers hold."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from tests.fault.bus.conftest import RawServe, Serve
from tests.fault.bus.frames import (
    FIRST_WINDOW,
    LARGEST_WINDOW,
    PREFACE,
    Kind,
    RawPeer,
    Setting,
    request,
    settings,
    window_update,
)
from tests.fault.bus.served import CHUNK_SIZE, Chunk, FaultRpc, route

MIB = 2**20
# a socket's buffer (net.core.wmem_default is 208 KiB), the transport's, and one message under way
SOCKET = MIB
# what one stream of the product's own clients may hold unread
STREAM_WINDOW = 8 * MIB
OPEN_HELLO = PREFACE + settings((Setting.INITIAL_WINDOW_SIZE, LARGEST_WINDOW))
OPEN_HELLO += window_update(0, LARGEST_WINDOW - FIRST_WINDOW)


async def test_a_closed_window_stops_the_handler(serve: Serve) -> None:
    served = await serve()
    async with served.undisturbed():
        with await RawPeer.connect(served.path) as peer:
            await peer.send(request(1, route("Pour")))
            # it reads everything, and lets nothing more come
            reading = asyncio.create_task(peer.farewell())
            await served.until(lambda: served.rpc.poured > 0)
            handed_over = await served.settled(lambda: served.rpc.poured)
            assert handed_over * CHUNK_SIZE <= FIRST_WINDOW + 2 * CHUNK_SIZE
            await peer.send(window_update(0, 10 * CHUNK_SIZE) + window_update(1, 10 * CHUNK_SIZE))
            await served.until(lambda: served.rpc.poured >= handed_over + 9)
            reading.cancel()


@pytest.mark.parametrize("streams", [1, 50])
async def test_a_full_socket_stops_the_handlers(serve: Serve, streams: int) -> None:
    served = await serve()
    async with served.undisturbed():
        with await RawPeer.connect(served.path, hello=OPEN_HELLO) as peer:
            for number in range(streams):
                await peer.send(request(2 * number + 1, route("Pour")))
            # the window is open as far as it goes, but nobody reads
            await served.until(lambda: served.rpc.poured >= streams)
            handed_over = await served.settled(lambda: served.rpc.poured)
            assert handed_over * CHUNK_SIZE <= SOCKET + 2 * streams * CHUNK_SIZE
            for _ in range(200):
                assert await peer.frame() is not None
            await served.until(lambda: served.rpc.poured > handed_over)


async def test_our_client_that_does_not_read_stops_the_handler_and_gets_everything_later(serve: Serve) -> None:
    served = await serve()
    async with served.undisturbed():
        with contextlib.closing(Channel(UnixAddress(served.path))) as channel:
            replies = channel.unary_stream(route("Pour"), Chunk(), Chunk)
            await anext(replies)
            handed_over = await served.settled(lambda: served.rpc.poured)
            assert handed_over * CHUNK_SIZE <= STREAM_WINDOW + SOCKET
            for _ in range(2 * handed_over):
                assert len((await anext(replies)).lines) == CHUNK_SIZE


async def test_a_handler_that_does_not_read_stops_our_client(serve: Serve) -> None:
    served = await serve()
    count = 400
    handed_over = 0

    async def chunks() -> AsyncIterator[Chunk]:
        nonlocal handed_over
        for _ in range(count):
            handed_over += 1
            yield Chunk(lines=bytes(CHUNK_SIZE))

    async with served.undisturbed():
        with contextlib.closing(Channel(UnixAddress(served.path))) as channel:
            drinking = asyncio.create_task(channel.stream_unary(route("Drink"), chunks(), Chunk, Chunk))
            await served.until(lambda: handed_over > 0)
            assert await served.settled(lambda: handed_over) * CHUNK_SIZE <= STREAM_WINDOW + SOCKET
            assert handed_over < count
            served.rpc.release.set()
            assert (await drinking).lines == str(count * CHUNK_SIZE).encode()


@pytest.mark.parametrize("window", ["closed", "open"])
async def test_a_server_that_does_not_read_stops_our_client(serve: Serve, raw_serve: RawServe, window: str) -> None:
    other = await serve()
    handed_over = 0

    async def chunks() -> AsyncIterator[Chunk]:
        nonlocal handed_over
        while True:
            handed_over += 1
            yield Chunk(lines=bytes(CHUNK_SIZE))

    async def stand_still(peer: RawPeer) -> None:
        if window == "closed":
            await peer.accepted()
            await peer.farewell()
        else:
            await peer.accepted(hello=OPEN_HELLO.removeprefix(PREFACE))
            await peer.until(Kind.HEADERS)
            await asyncio.Event().wait()

    with contextlib.closing(Channel(UnixAddress(raw_serve(stand_still)))) as channel:
        drinking = asyncio.create_task(channel.stream_unary(route("Drink"), chunks(), Chunk, Chunk))
        await other.until(lambda: handed_over > 0)
        assert await other.settled(lambda: handed_over) * CHUNK_SIZE <= SOCKET + 2 * CHUNK_SIZE
        drinking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await drinking


def test_the_service_pours_without_end() -> None:
    """What the tests above stop does not stop by itself."""

    async def pour() -> int:
        rpc = FaultRpc()
        async for _ in rpc.pour(Chunk()):
            if rpc.poured == 1000:
                break
        return rpc.poured

    assert asyncio.run(pour()) == 1000
