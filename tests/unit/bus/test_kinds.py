"""The four kinds of call through a real server and a real channel: messages, ends, cancellation, deadlines."""

import asyncio
import contextlib
import gc
from collections.abc import AsyncIterator, Awaitable

import pytest
from structlog.testing import capture_logs

from libtalos.bus.channel import Channel
from libtalos.bus.errors import (
    CallCancelledError,
    DeadlineExceededError,
    FailedPreconditionError,
    ResourceExhaustedError,
)
from libtalos.bus.settings import KIB, MIB, BusSettings
from libtalos.bus.streams import as_generator
from tests.unit.bus.calls import call, open_ended, stay_alive
from tests.unit.bus.conftest import Serve
from tests.unit.bus.served import KINDS, Chunk, TestRpc, route


@pytest.mark.parametrize(
    ("kind", "sent", "got"),
    [
        ("Unary", [b"a"], [b"a"]),
        ("Replies", [b"a"], [b"a", b"a", b"a"]),
        ("Requests", [b"a", b"b", b""], [b"ab"]),
        ("Requests", [], [b""]),
        ("Both", [b"a", b"b"], [b"a", b"b"]),
        ("Both", [], []),
    ],
)
async def test_messages_go_both_ways(serve: Serve, kind: str, sent: list[bytes], got: list[bytes]) -> None:
    served = await serve(TestRpc())
    assert await call(served.channel, kind, sent) == got
    assert await call(served.channel, kind, sent, timeout=2) == got  # whole seconds, on the same connection


@pytest.mark.parametrize("kind", KINDS)
async def test_an_error_ends_the_call_and_nothing_else(serve: Serve, kind: str) -> None:
    served = await serve(TestRpc())
    with pytest.raises(FailedPreconditionError, match="as asked"):
        await call(served.channel, kind, [b"fail"])
    await stay_alive(served.channel)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_deadline_ends_the_call_on_both_sides(serve: Serve, kind: str) -> None:
    rpc = TestRpc()
    served = await serve(rpc)
    with pytest.raises(DeadlineExceededError, match=kind):
        await call(served.channel, kind, [b"wait"], timeout=0.05)
    await asyncio.wait_for(rpc.left.wait(), 5)
    assert rpc.cancelled == 1
    await stay_alive(served.channel)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_handler_sees_that_its_caller_was_cancelled(serve: Serve, kind: str) -> None:
    rpc = TestRpc()
    served = await serve(rpc)
    with capture_logs() as lines:
        asking = asyncio.create_task(call(served.channel, kind, [b"wait"]))
        await rpc.entered.wait()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await asyncio.wait_for(rpc.left.wait(), 5)
    assert rpc.cancelled == 1
    assert lines == []
    await stay_alive(served.channel)


@pytest.mark.parametrize("turns", range(8))
@pytest.mark.parametrize("kind", KINDS)
async def test_cancelled_in_any_turn_of_the_loop_a_call_leaves_nothing(serve: Serve, kind: str, turns: int) -> None:
    served = await serve(TestRpc())
    before = asyncio.all_tasks()
    asking = asyncio.create_task(call(served.channel, kind, [b"a"]))
    for _ in range(turns):
        await asyncio.sleep(0)
    asking.cancel()
    await asyncio.wait([asking])
    await stay_alive(served.channel)
    left = asyncio.all_tasks() - before
    if left:
        await asyncio.wait(left, timeout=5)
    assert not {task for task in left if not task.done()}


@pytest.mark.parametrize("transport", ["http2"])
@pytest.mark.parametrize("kind", ["Requests", "Both"])
async def test_a_server_may_end_while_its_caller_still_sends(serve: Serve, kind: str) -> None:
    served = await serve(TestRpc())
    endless = endless_requests()
    if kind == "Requests":
        assert (await served.channel.stream_unary(route(kind), endless, Chunk, Chunk)).lines == b"0"
    else:
        assert [one async for one in served.channel.stream_stream(route(kind), endless, Chunk, Chunk)]
    await stay_alive(served.channel)


async def endless_requests() -> AsyncIterator[Chunk]:
    """Something to answer, something that ends the call, and no end."""
    yield Chunk(lines=b"0")
    yield Chunk(lines=b"stop")
    while True:
        await asyncio.sleep(0)
        yield Chunk(lines=bytes(1000))


@pytest.mark.parametrize("kind", ["Requests", "Both"])
@pytest.mark.parametrize("kind_of_error", [ZeroDivisionError, FailedPreconditionError])
async def test_what_the_requests_raise_is_raised_to_the_caller(
    serve: Serve, kind: str, kind_of_error: type[Exception]
) -> None:
    async def requests() -> AsyncIterator[Chunk]:
        yield Chunk(lines=b"0")
        raise kind_of_error("mine")

    served = await serve(TestRpc())
    replies: Awaitable[object]
    if kind == "Requests":
        replies = served.channel.stream_unary(route(kind), requests(), Chunk, Chunk)
    else:
        replies = all_of(served.channel.stream_stream(route(kind), requests(), Chunk, Chunk))
    with pytest.raises(kind_of_error, match="mine"):
        await asyncio.wait_for(replies, 5)
    await stay_alive(served.channel)


@pytest.mark.parametrize("transport", ["http2"])
async def test_a_request_that_is_too_large_ends_its_call(serve: Serve) -> None:
    served = await serve(TestRpc(), settings=BusSettings(max_message_size=1000))
    for kind in KINDS:
        with pytest.raises(ResourceExhaustedError, match="over the limit of 1000 bytes"):
            await asyncio.wait_for(call(served.channel, kind, [bytes(2000)]), 5)
    await stay_alive(served.channel)


@pytest.mark.parametrize("transport", ["http2"])
async def test_requests_that_are_cancelled_end_their_call(serve: Serve) -> None:
    async def requests() -> AsyncIterator[Chunk]:
        yield Chunk(lines=b"0")
        raise asyncio.CancelledError

    served = await serve(TestRpc())
    stream = served.channel.stream_stream(route("Both"), requests(), Chunk, Chunk)
    with pytest.raises(CallCancelledError, match="given up"):
        await asyncio.wait_for(all_of(stream), 5)


async def all_of(stream: AsyncIterator[Chunk]) -> list[Chunk]:
    """Every reply."""
    return [reply async for reply in stream]


@pytest.mark.parametrize("how", ["break", "drop", "aclose"])
@pytest.mark.parametrize("kind", ["Replies", "Both"])
async def test_a_stream_that_is_left_is_given_up(serve: Serve, kind: str, how: str) -> None:
    rpc = TestRpc()
    served = await serve(rpc)
    await leave(served.channel, kind, how)
    await asyncio.wait_for(rpc.left.wait(), 5)
    assert rpc.cancelled == 1
    await stay_alive(served.channel)


async def leave(channel: Channel, kind: str, how: str) -> None:
    """Take the first reply of a stream that goes on, and no more."""
    if kind == "Replies":
        stream = channel.unary_stream(route(kind), Chunk(lines=b"wait"), Chunk)
    else:
        stream = channel.stream_stream(route(kind), then_wait(), Chunk, Chunk)
    if how == "break":
        async for _ in stream:
            break
    else:
        await anext(stream)
    if kind == "Both":
        await asyncio.sleep(0.02)  # the second request is on its way, and the third is waited for
    if how == "aclose":
        await as_generator(stream).aclose()
    del stream
    gc.collect()


async def then_wait() -> AsyncIterator[Chunk]:
    """A request that is answered, one that is not, and no end."""
    yield Chunk(lines=b"a")
    yield Chunk(lines=b"wait")
    await asyncio.Event().wait()


async def test_streams_that_are_left_after_their_end_cost_nothing(serve: Serve) -> None:
    """Of each a part is never taken: together more than a connection may hold."""
    settings = BusSettings(stream_window=64 * KIB, connection_window=128 * KIB, connection_buffer=256 * KIB)
    served = await serve(TestRpc(), settings=settings)
    for _ in range(60):
        stream = served.channel.unary_stream(route("Replies"), Chunk(lines=bytes(10_000)), Chunk, timeout=5)
        await anext(stream)
        await call(served.channel, "Unary", [b"a"], timeout=5)  # all of the stream has come
        await as_generator(stream).aclose()
    assert await call(served.channel, "Replies", [bytes(40_000)], timeout=5) == [bytes(40_000)] * 3


@pytest.mark.parametrize("kind", KINDS)
async def test_messages_may_be_larger_than_every_window(serve: Serve, kind: str) -> None:
    settings = BusSettings(stream_window=64 * KIB, connection_window=128 * KIB)
    served = await serve(TestRpc(), settings=settings)
    large = bytes(range(256)) * (5 * MIB // 256)
    for got in await call(served.channel, kind, [large]):
        assert got == large


@pytest.mark.parametrize("transport", ["http2"])
async def test_large_messages_in_both_directions_at_once(serve: Serve) -> None:
    settings = BusSettings(stream_window=64 * KIB, connection_window=128 * KIB)
    served = await serve(TestRpc(), settings=settings)
    large = [bytes(MIB)] * 3
    calls = [call(served.channel, kind, large) for kind in KINDS for _ in range(3)]
    async with asyncio.timeout(60):
        for replies in await asyncio.gather(*calls):
            assert sum(map(len, replies)) in {MIB, 3 * MIB}


@pytest.mark.parametrize("transport", ["http2"])
async def test_more_than_a_hundred_streams_are_open_at_once(serve: Serve) -> None:
    rpc = TestRpc()
    served = await serve(rpc)
    streams = [served.channel.stream_stream(route("Both"), open_ended(), Chunk, Chunk) for _ in range(150)]
    async with contextlib.AsyncExitStack() as stack:
        for stream in streams:
            await stack.enter_async_context(contextlib.aclosing(as_generator(stream)))
            assert (await asyncio.wait_for(anext(stream), 5)).lines == b"1"
        assert len(rpc.seen) == 150
        await stay_alive(served.channel)
