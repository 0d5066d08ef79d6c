"""A peer that dies, or stops, in the middle of what it sends."""

from __future__ import annotations

import asyncio
import contextlib
import random

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import DeadlineExceededError, UnavailableError
from tests.fault.bus.conftest import RawServe, Serve, descriptors
from tests.fault.bus.frames import END_STREAM, PREFACE, Frame, Kind, RawPeer, reply, request, settings
from tests.fault.bus.served import Chunk, route

BODY = bytes(Chunk(lines=bytes(range(256)) * 20))
CALL = PREFACE + settings() + request(1, route("Echo"), BODY)
ANSWER = reply(1, BODY)


async def test_a_client_may_die_anywhere(serve: Serve, chance: random.Random) -> None:
    served = await serve()
    await served.echo()
    tasks, before = len(asyncio.all_tasks()), descriptors()
    async with served.undisturbed():
        for _ in range(300):
            peer = await RawPeer.connect(served.path, hello=CALL[: chance.randint(0, len(CALL))])
            peer.close()
    await served.until(lambda: (descriptors(), len(asyncio.all_tasks())) == (before, tasks))


async def test_a_client_may_stop_anywhere_and_does_not_keep_the_server_from_ending(
    serve: Serve, chance: random.Random
) -> None:
    served = await serve()
    before = descriptors()
    cuts = [chance.randrange(len(CALL)) for _ in range(100)]
    async with served.undisturbed():
        peers = [await RawPeer.connect(served.path, hello=CALL[:cut]) for cut in cuts]
    await served.server.drain(0.1)
    for peer in peers:
        await peer.farewell()
        peer.close()
    served.channel.close()
    assert descriptors() <= before


async def test_a_server_may_die_anywhere_in_its_answer(raw_serve: RawServe, chance: random.Random) -> None:
    cuts = [0, len(ANSWER) - 1, *(chance.randrange(len(ANSWER)) for _ in range(100))]

    async def answer(peer: RawPeer) -> None:
        await peer.accepted()
        await peer.until(Kind.DATA, flags=END_STREAM)
        await peer.send(ANSWER[: cuts.pop()])

    path = raw_serve(answer)
    while cuts:
        with contextlib.closing(Channel(UnixAddress(path))) as channel, pytest.raises(UnavailableError):
            await channel.unary_unary(route("Echo"), Chunk.parse(BODY), Chunk)


async def test_a_server_that_stops_in_its_answer_is_given_until_the_deadline(
    raw_serve: RawServe, chance: random.Random
) -> None:
    cuts = [0, len(ANSWER) - 1, *(chance.randrange(len(ANSWER)) for _ in range(30))]
    given_up: asyncio.Queue[Frame | None] = asyncio.Queue()

    async def answer(peer: RawPeer) -> None:
        await peer.accepted()
        await peer.until(Kind.DATA, flags=END_STREAM)
        await peer.send(ANSWER[: cuts.pop()])
        given_up.put_nowait(await peer.until(Kind.RST_STREAM, stream=1))

    path = raw_serve(answer)

    async def call() -> None:
        with contextlib.closing(Channel(UnixAddress(path))) as channel, pytest.raises(DeadlineExceededError):
            await channel.unary_unary(route("Echo"), Chunk.parse(BODY), Chunk, timeout=0.3)

    calls = len(cuts)
    await asyncio.gather(*(call() for _ in range(calls)))
    assert None not in [await given_up.get() for _ in range(calls)]


async def test_the_whole_answer_is_one(raw_serve: RawServe) -> None:
    """What the tests above cut is right when it is whole."""

    async def answer(peer: RawPeer) -> None:
        await peer.accepted()
        await peer.until(Kind.DATA, flags=END_STREAM)
        await peer.send(ANSWER)
        await peer.farewell()

    with contextlib.closing(Channel(UnixAddress(raw_serve(answer)))) as channel:
        echoed = await channel.unary_unary(route("Echo"), Chunk.parse(BODY), Chunk)
    assert bytes(echoed) == BODY
