"""Messages that wait to be taken."""

import asyncio

import pytest

from libtalos.bus.errors import BusError, CallCancelledError, InvalidArgumentError
from libtalos.bus.http2.queue import OVERHEAD, MessageQueue


class Held:
    """Connection, inbox and codec in one: counts what waits and what is given back."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.waiting = 0
        self.given_back = 0

    def queue(self, size: int) -> None:
        self.waiting += size

    def unqueue(self, size: int) -> None:
        self.waiting -= size

    def give_back(self, size: int) -> None:
        self.given_back += size

    def open_inbox(self) -> "Held":
        return self

    def decode(self, data: bytes) -> str:
        if data == b"?":
            raise InvalidArgumentError("not a message")
        return data.decode()


def made() -> tuple[Held, MessageQueue]:
    held = Held()
    return held, MessageQueue(held, held, held)  # type: ignore[arg-type]


async def test_credit_is_given_for_what_is_taken() -> None:
    held, queue = made()
    queue.put(b"one", 8)
    queue.put(b"two", 9)
    assert held.waiting == 6 + 2 * OVERHEAD
    assert (await queue.take(), held.given_back) == ("one", 8)
    queue.end()
    assert [each async for each in queue] == ["two"]
    assert (held.waiting, held.given_back) == (0, 17)


async def test_an_error_comes_after_what_came_before_it() -> None:
    _, queue = made()
    queue.put(b"one", 8)
    queue.end(BusError("over"))
    queue.end()
    assert await queue.take() == "one"
    for _ in range(2):
        with pytest.raises(BusError, match="over"):
            await queue.take()


async def test_a_good_end_of_which_a_part_was_dropped_is_none() -> None:
    """A reader must not take the part for the whole."""
    held, queue = made()
    queue.put(b"one", 8)
    queue.end()
    queue.fail(CallCancelledError("given up"))
    assert held.waiting == 0
    with pytest.raises(CallCancelledError):
        await queue.take()


async def test_a_good_end_that_was_reached_stays_good() -> None:
    _, queue = made()
    queue.end()
    queue.fail(CallCancelledError("given up"))
    assert await queue.take() is None


async def test_a_message_that_is_none_is_the_readers_error_and_counts_as_taken() -> None:
    held, queue = made()
    queue.put(b"?", 6)
    with pytest.raises(InvalidArgumentError):
        await queue.take()
    assert (held.waiting, held.given_back) == (0, 6)


@pytest.mark.parametrize("how", ["put", "end", "fail"])
async def test_a_reader_that_waits_is_woken(how: str) -> None:
    _, queue = made()
    taking = asyncio.create_task(queue.take())
    await asyncio.sleep(0)
    if how == "put":
        queue.put(b"one", 8)
        assert await asyncio.wait_for(taking, 1) == "one"
    elif how == "end":
        queue.end()
        assert await asyncio.wait_for(taking, 1) is None
    else:
        queue.fail(CallCancelledError("given up"))
        with pytest.raises(CallCancelledError):
            await asyncio.wait_for(taking, 1)


async def test_a_reader_that_is_cancelled_loses_nothing() -> None:
    _, queue = made()
    taking = asyncio.create_task(queue.take())
    await asyncio.sleep(0)
    queue.put(b"one", 8)
    taking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await taking
    assert await queue.take() == "one"
