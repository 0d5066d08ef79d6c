"""Streams as callers of stubs hold them, over a transport that does what the test says."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Iterator
from typing import Any

import pytest

from libtalos.bus.address import TcpAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import BusError, ConnectionLostError, InternalError, NotBegunError
from libtalos.bus.replies import Conversation, Replies
from libtalos.bus.settings import BusSettings
from libtalos.bus.transport import Outgoing
from libtalos.gen.index import SAFE_METHODS
from libtalos.stubs import Cardinality
from tests.unit.bus.served import Chunk

SETTINGS = BusSettings(retry_initial=0.001, retry_maximum=0.001)
NOT_BEGUN, LOST, FAULT = NotBegunError("not begun"), ConnectionLostError("lost"), InternalError("fault")
# what a call brings: messages, then None for a good end, or an error
Script = list[Any]


class Exchange:
    """One try of a call: gives what is in its script, and waits for ever at its end."""

    def __init__(self, script: Script) -> None:
        self.script = list(script)
        self.sent: list[Any] = []
        self.ended = False
        self.cancelled = 0
        # raised by send and end
        self.broken: BusError | None = None

    async def send(self, message: Any, *, last: bool = False) -> None:
        if self.broken is not None:
            raise self.broken
        self.sent.append(message)
        self.ended = self.ended or last
        await asyncio.sleep(0)

    async def end(self) -> None:
        if self.broken is not None:
            raise self.broken
        self.ended = True

    async def receive(self) -> Any:
        await asyncio.sleep(0)
        if not self.script:
            await asyncio.Event().wait()
        step = self.script.pop(0)
        if isinstance(step, BusError):
            raise step
        return step

    def cancel(self) -> None:
        self.cancelled += 1


class Transport:
    """A transport with one script for each try."""

    def __init__(self, *scripts: Script) -> None:
        self.tries = [Exchange(script) for script in scripts]
        self.opened: list[Exchange] = []

    async def connect(self) -> None:
        pass

    def unary(self, call: Outgoing, request: Any) -> Awaitable[Any]:
        raise NotImplementedError

    async def open(self, call: Outgoing) -> Exchange:
        self.opened.append(self.tries.pop(0))
        return self.opened[-1]

    def close(self) -> None:
        pass

    async def wait_closed(self) -> None:
        pass


class Calls:
    """Makes streams on such a transport; safe calls may be repeated."""

    def __init__(self, *scripts: Script) -> None:
        self.transport = Transport(*scripts)
        self.channel = Channel(TcpAddress("host", 1), settings=SETTINGS)
        self.channel._transport = self.transport

    def outgoing(self, kind: Cardinality, *, safe: bool = False) -> Outgoing:
        route = next(iter(SAFE_METHODS)) if safe else "/a.B/C"
        deadline = asyncio.get_running_loop().time() + 5.0
        return Outgoing(route, kind, Chunk, Chunk, timeout=5.0, deadline=deadline, fields=(), received=None)

    def replies(self, *, safe: bool = False) -> Replies[Any]:
        return Replies(channel=self.channel, call=self.outgoing(Cardinality.UNARY_STREAM, safe=safe), request="request")

    def conversation(self, requests: Any) -> Conversation[Any]:
        return Conversation(channel=self.channel, call=self.outgoing(Cardinality.STREAM_STREAM), requests=requests)


# -- one request, many replies


async def test_replies_come_in_their_order_and_end() -> None:
    calls = Calls(["a", "b", None])
    stream = calls.replies()
    assert [each async for each in stream] == ["a", "b"]
    (exchange,) = calls.transport.opened
    assert (exchange.sent, exchange.ended) == (["request"], True)
    with pytest.raises(StopAsyncIteration):
        await anext(stream)


async def test_nothing_is_begun_before_the_first_reply_is_wanted() -> None:
    calls = Calls(["a"])
    stream = calls.replies()
    await asyncio.sleep(0)
    assert calls.transport.opened == []
    await stream.aclose()
    assert [each async for each in stream] == []
    assert calls.transport.opened == []


@pytest.mark.parametrize("error", [NOT_BEGUN, LOST, FAULT])
async def test_after_the_first_reply_an_error_is_the_callers(error: BusError) -> None:
    calls = Calls(["a", error], ["never"])
    stream = calls.replies()
    assert await anext(stream) == "a"
    with pytest.raises(type(error)):
        await anext(stream)
    assert len(calls.transport.opened) == 1
    with pytest.raises(StopAsyncIteration):
        await anext(stream)


async def test_before_the_first_reply_a_call_that_was_not_begun_is_begun_again() -> None:
    calls = Calls([NOT_BEGUN], [NOT_BEGUN], ["a", None])
    assert [each async for each in calls.replies()] == ["a"]
    assert len(calls.transport.opened) == 3


async def test_a_call_whose_connection_was_lost_is_begun_again_only_if_that_is_safe() -> None:
    with pytest.raises(ConnectionLostError):
        await anext(Calls([LOST], ["a"]).replies())
    safe = Calls([LOST], ["a"]).replies(safe=True)
    assert await anext(safe) == "a"
    await safe.aclose()


async def test_another_error_is_not_repeated() -> None:
    calls = Calls([FAULT], ["a"])
    with pytest.raises(InternalError):
        await anext(calls.replies())
    assert len(calls.transport.opened) == 1


async def test_leaving_gives_the_call_up() -> None:
    """By aclose, by cancelling its reader, and by dropping the stream."""
    calls = Calls(["a"], [], ["a"])
    closed = calls.replies()
    await anext(closed)
    await closed.aclose()
    reading = asyncio.create_task(anext(calls.replies()))
    for _ in range(5):
        await asyncio.sleep(0)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    del reading
    dropped = calls.replies()
    await anext(dropped)
    del dropped
    gc.collect()
    assert [exchange.cancelled > 0 for exchange in calls.transport.opened] == [True, True, True]


# -- many requests


async def test_a_conversation_sends_while_it_reads() -> None:
    calls = Calls(["a", "b", None])
    stream = calls.conversation(["1", "2"])
    assert [each async for each in stream] == ["a", "b"]
    (exchange,) = calls.transport.opened
    assert (exchange.sent, exchange.ended) == (["1", "2"], True)
    await stream.aclose()


async def test_requests_may_come_from_an_async_iterator() -> None:
    async def requests() -> AsyncIterator[str]:
        yield "1"
        await asyncio.sleep(0)
        yield "2"

    calls = Calls(["a"])
    stream = calls.conversation(requests())
    assert await anext(stream) == "a"
    for _ in range(5):
        await asyncio.sleep(0)
    assert calls.transport.opened[0].sent == ["1", "2"]
    await stream.aclose()


@pytest.mark.parametrize(
    ("script", "text"),
    [([None], "without an answer"), (["a", "b"], "more than one message")],
)
async def test_one_reply_is_neither_none_nor_two(script: Script, text: str) -> None:
    stream = Calls(script).conversation(["1"])
    with pytest.raises(BusError, match=text):
        await stream.only()
    await stream.aclose()


async def test_one_reply_counts_when_the_status_is_good() -> None:
    good, bad = Calls(["a", None]).conversation([]), Calls(["a", FAULT]).conversation([])
    assert await good.only() == "a"
    with pytest.raises(InternalError):
        await bad.only()
    for stream in (good, bad):
        await stream.aclose()


async def test_a_conversation_is_never_repeated() -> None:
    calls = Calls([NOT_BEGUN], ["a"])
    stream = calls.conversation(["1"])
    with pytest.raises(NotBegunError):
        await anext(stream)
    assert len(calls.transport.opened) == 1
    await stream.aclose()


async def test_what_the_requests_raise_is_what_the_reader_gets() -> None:
    """The call is given up for it; the reader is not told of that."""

    def requests() -> Iterator[str]:
        yield "1"
        raise ValueError("no more")

    calls = Calls([])
    stream = calls.conversation(requests())
    reading = asyncio.create_task(anext(stream))
    for _ in range(5):
        await asyncio.sleep(0)
    (exchange,) = calls.transport.opened
    assert exchange.cancelled == 1
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    await stream.aclose()

    calls = Calls([None, FAULT])
    stream = calls.conversation(requests())
    calls.transport.tries[0].script = ["a", FAULT]
    assert await anext(stream) == "a"
    for _ in range(5):
        await asyncio.sleep(0)
    with pytest.raises(ValueError, match="no more"):
        await anext(stream)
    await stream.aclose()


async def test_requests_that_are_not_taken_any_more_are_not_asked_for() -> None:
    """The reader is told why; the rest of the requests is left alone."""
    asked = []

    def requests() -> Iterator[str]:
        for number in range(10):
            asked.append(number)
            yield str(number)

    calls = Calls([FAULT])
    calls.transport.tries[0].broken = FAULT
    stream = calls.conversation(requests())
    with pytest.raises(InternalError):
        await anext(stream)
    await stream.aclose()
    assert asked == [0]


async def test_closing_stops_the_sender() -> None:
    left = asyncio.Event()

    async def requests() -> AsyncIterator[str]:
        try:
            yield "1"
            await asyncio.Event().wait()
        finally:
            left.set()

    calls = Calls(["a"])
    stream = calls.conversation(requests())
    await anext(stream)
    for _ in range(5):  # it waits for the next request by then
        await asyncio.sleep(0)
    await stream.aclose()
    assert left.is_set()
    assert calls.transport.opened[0].cancelled
