"""The connections of a channel: made, shared, left, made again, closed."""

import asyncio
from pathlib import Path

import pytest

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import UnavailableError
from libtalos.bus.http2.transport import Http2Transport
from libtalos.bus.server import Server, listen
from libtalos.bus.settings import BusSettings
from tests.unit.bus.calls import call, stay_alive
from tests.unit.bus.conftest import Serve
from tests.unit.bus.served import TestRpc


@pytest.fixture(params=["http2"])
def transport(request: pytest.FixtureRequest) -> str:
    """The one that this is about."""
    name: str = request.param
    return name


def inner(channel: Channel) -> Http2Transport:
    """Its transport."""
    assert isinstance(channel._transport, Http2Transport)
    return channel._transport


async def test_many_callers_share_one_connection(serve: Serve) -> None:
    served = await serve(TestRpc())
    await asyncio.gather(*(call(served.channel, "Unary", [b"a"]) for _ in range(50)))
    assert served.server._listener is not None
    assert served.server._listener.connections == 1


@pytest.mark.parametrize("turns", range(6))
async def test_a_channel_that_is_closed_while_it_connects_cancels_nobody(serve: Serve, turns: int) -> None:
    served = await serve(TestRpc())
    asking = asyncio.create_task(call(served.channel, "Unary", [b"wait"]))
    for _ in range(turns):
        await asyncio.sleep(0)
    served.channel.close()
    with pytest.raises(UnavailableError, match="was closed"):
        await asyncio.wait_for(asking, 5)
    await asyncio.wait_for(served.channel.wait_closed(), 5)


@pytest.mark.parametrize("turns", range(6))
async def test_a_caller_that_is_cancelled_while_it_connects_takes_nothing_from_others(serve: Serve, turns: int) -> None:
    served = await serve(TestRpc())
    first = asyncio.create_task(call(served.channel, "Unary", [b"a"]))
    second = asyncio.create_task(call(served.channel, "Unary", [b"b"]))
    for _ in range(turns):
        await asyncio.sleep(0)
    first.cancel()
    assert await asyncio.wait_for(second, 5) == [b"b"]


async def test_a_closed_channel_makes_no_more_connections(serve: Serve) -> None:
    served = await serve(TestRpc())
    await stay_alive(served.channel)
    served.channel.close()
    served.channel.close()
    for kind in ("Unary", "Replies", "Requests", "Both"):
        with pytest.raises(UnavailableError, match="the channel was closed"):
            await call(served.channel, kind, [b"a"])


async def test_close_ends_calls_on_connections_that_the_server_left_too(serve: Serve) -> None:
    rpc = TestRpc()
    served = await serve(rpc)
    old = asyncio.create_task(call(served.channel, "Unary", [b"wait"]))
    await rpc.entered.wait()
    assert served.server._listener is not None
    for connection in list(served.server._listener._open):
        connection.go_away()
    first = inner(served.channel)._connection
    assert first is not None
    assert await call(served.channel, "Unary", [b"new"]) == [b"new"]  # over another connection
    assert inner(served.channel)._connection is not first
    served.channel.close()
    with pytest.raises(UnavailableError):
        await asyncio.wait_for(old, 5)
    await asyncio.wait_for(served.channel.wait_closed(), 5)


async def test_callers_wait_for_a_place_that_the_server_has(serve: Serve) -> None:
    served = await serve(TestRpc(), settings=BusSettings(max_streams=2))
    await stay_alive(served.channel)
    results = await asyncio.gather(*(call(served.channel, "Requests", [b"a"]) for _ in range(30)))
    assert results == [[b"a"]] * 30


async def test_nothing_is_left_of_a_server_that_comes_and_goes(tmp_path: Path) -> None:
    path = tmp_path / "s.sock"
    channel = Channel(UnixAddress(path))
    for _ in range(3):
        server = Server([TestRpc()])
        await server.start(listen(path))
        await stay_alive(channel)
        await server.drain(0.1)
    assert len(inner(channel)._all) == 1
    channel.close()
    await asyncio.wait_for(channel.wait_closed(), 5)
