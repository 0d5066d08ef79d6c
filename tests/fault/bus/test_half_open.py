"""A peer that is there and says nothing more, as one that is stopped, or whose machine is gone."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import UnavailableError
from libtalos.bus.settings import BusSettings
from tests.fault.bus.conftest import RawServe, Serve
from tests.fault.bus.frames import ACK, PREFACE, Frame, Kind, RawPeer, request, settings
from tests.fault.bus.served import Chunk, route

IMPATIENT = BusSettings(keepalive_interval=0.1, keepalive_timeout=0.2, handshake_timeout=0.1)


async def test_the_server_ends_the_calls_of_a_client_that_is_silent(serve: Serve) -> None:
    served = await serve(settings=IMPATIENT)
    async with served.undisturbed():
        with await RawPeer.connect(served.path) as peer:
            await peer.send(request(1, route("Watch")))
            await served.until(lambda: served.rpc.watching == 1)
            await served.until(lambda: served.rpc.watching == 0)
            assert await peer.until(Kind.PING) is not None
            await peer.farewell()


async def test_a_client_that_answers_is_kept(serve: Serve) -> None:
    served = await serve(settings=IMPATIENT)
    with await RawPeer.connect(served.path) as peer:
        await peer.send(request(1, route("Watch")))
        for _ in range(5):
            asked = await peer.until(Kind.PING)
            assert asked is not None
            assert not asked.flags & ACK
            await peer.send(bytes(Frame(Kind.PING, ACK, payload=asked.payload)))
        assert served.rpc.watching == 1


@pytest.mark.parametrize("streaming", [False, True], ids=["unary", "stream"])
async def test_our_client_ends_its_calls_to_a_server_that_is_silent(raw_serve: RawServe, streaming: bool) -> None:
    asked = asyncio.get_running_loop().create_future()

    async def fall_silent(peer: RawPeer) -> None:
        await peer.accepted()
        asked.set_result(await peer.until(Kind.PING))
        await asyncio.Event().wait()

    path = raw_serve(fall_silent)
    with contextlib.closing(Channel(UnixAddress(path), settings=IMPATIENT)) as channel:
        if streaming:
            answer: Awaitable[Chunk] = anext(channel.unary_stream(route("Watch"), Chunk(), Chunk))
        else:
            answer = channel.unary_unary(route("Echo"), Chunk(), Chunk, timeout=60)
        with pytest.raises(UnavailableError):
            await asyncio.wait_for(answer, 10)
        assert await asked is not None


@pytest.mark.parametrize("said", [0, 1, len(PREFACE) - 1])
async def test_who_does_not_say_hello_is_shown_out(serve: Serve, said: int) -> None:
    served = await serve(settings=IMPATIENT)
    async with served.undisturbed(), asyncio.timeout(10):
        with await RawPeer.connect(served.path, hello=(PREFACE + settings())[:said]) as peer:
            await peer.farewell()
