"""Floods of frames that cost the sender nothing: the connection ends, and everything else goes on."""

from __future__ import annotations

import asyncio
import contextlib
import struct
from collections.abc import Callable

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import UnavailableError
from tests.fault.bus.conftest import RawServe, Serve, descriptors
from tests.fault.bus.frames import (
    END_HEADERS,
    END_STREAM,
    ENHANCE_YOUR_CALM,
    Frame,
    Kind,
    RawPeer,
    headers,
    reply_head,
    settings,
    window_update,
)
from tests.fault.bus.served import Chunk, route

CANCEL = struct.pack(">L", 8)
# the number of the next stream, from how many times the flood has come round
Wave = Callable[[int], bytes]


def begin(number: int, method: str = "Hold") -> bytes:
    """The head of a call whose message is yet to come."""
    return bytes(Frame(Kind.HEADERS, END_HEADERS, 2 * number + 1, headers(route(method))))


def reset(number: int) -> bytes:
    """Begin a call and give it up (CVE-2023-44487)."""
    return begin(number) + bytes(Frame(Kind.RST_STREAM, stream=2 * number + 1, payload=CANCEL))


def make_reset(number: int) -> bytes:
    """Begin a call and make the other end give it up, by an error of the stream (CVE-2025-8671)."""
    return begin(number) + window_update(2 * number + 1, 0)


def ping(number: int) -> bytes:
    """Something to be answered (CVE-2019-9512)."""
    return bytes(Frame(Kind.PING, payload=struct.pack(">Q", number)))


def set_again(_number: int) -> bytes:
    """The same (CVE-2019-9515)."""
    return settings()


def nothing(number: int) -> bytes:
    """An empty part of a message that does not end (CVE-2019-9518)."""
    return begin(0) if number == 0 else bytes(Frame(Kind.DATA, stream=1))


def no_header(number: int) -> bytes:
    """An empty part of a header block that does not end (CVE-2024-27316)."""
    return bytes(Frame(Kind.CONTINUATION if number else Kind.HEADERS, stream=1))


def header(number: int) -> bytes:
    """A part of a header block that does not end."""
    kind = Kind.CONTINUATION if number else Kind.HEADERS
    return bytes(Frame(kind, stream=1, payload=headers(route("Echo")) if number == 0 else b"\x00\x01a\x7f" * 4000))


@pytest.mark.parametrize("wave", [reset, make_reset, ping, set_again, nothing, no_header, header])
async def test_the_server_ends_the_connection_and_goes_on(serve: Serve, wave: Wave) -> None:
    served = await serve()
    await served.echo()
    before = descriptors(), len(asyncio.all_tasks())
    async with served.undisturbed():
        async with asyncio.timeout(30):
            with await RawPeer.connect(served.path) as peer:
                assert await peer.flood(wave) == ENHANCE_YOUR_CALM
    await served.until(lambda: (descriptors(), len(asyncio.all_tasks())) == before)


@pytest.mark.parametrize("wave", [ping, set_again, nothing, no_header])
async def test_our_client_ends_the_connection_too(raw_serve: RawServe, wave: Wave) -> None:
    seen: asyncio.Future[int | None] = asyncio.get_running_loop().create_future()

    async def flood(peer: RawPeer) -> None:
        await peer.accepted()
        await peer.until(Kind.DATA, flags=END_STREAM)
        start = 0
        if wave is nothing:
            await peer.send(reply_head(1))
            start = 1
        seen.set_result(await peer.flood(wave, start=start))

    with contextlib.closing(Channel(UnixAddress(raw_serve(flood)))) as channel:
        async with asyncio.timeout(30):
            with pytest.raises(UnavailableError):
                await channel.unary_unary(route("Echo"), Chunk(lines=b"1"), Chunk)
            assert await seen == ENHANCE_YOUR_CALM


async def test_a_proper_peer_may_do_all_that_in_measure(serve: Serve) -> None:
    served = await serve()
    with await RawPeer.connect(served.path) as peer:
        for number in range(20):
            await peer.send(reset(number) + ping(number) + set_again(number))
        await peer.send(begin(20, "Echo") + bytes(Frame(Kind.DATA, stream=41)) * 20)
        await peer.send(bytes(Frame(Kind.DATA, END_STREAM, 41, b"\0\0\0\0\0")))
        assert await peer.until(Kind.HEADERS, stream=41, flags=END_STREAM) is not None
