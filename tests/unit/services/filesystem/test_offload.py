"""Generators that block, for the event loop: one item ahead, and always closed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Generator
from typing import TypeVar, cast

import pytest

from services.filesystem.offload import in_thread

T = TypeVar("T")


class Source:
    """Numbers, made in whatever thread asks, as far as they are let."""

    def __init__(self, count: int, *, fault: Exception | None = None) -> None:
        self.count = count
        self.fault = fault
        self.made: list[int] = []
        self.threads: set[int] = set()
        self.closed = threading.Event()
        # cleared, the next one is not made yet
        self.let = threading.Event()
        self.let.set()

    def items(self) -> Generator[int, None, None]:
        try:
            for number in range(self.count):
                self.let.wait(5)
                self.threads.add(threading.get_ident())
                self.made.append(number)
                yield number
            if self.fault is not None:
                raise self.fault
        finally:
            self.closed.set()

    async def until_closed(self) -> None:
        assert await asyncio.to_thread(self.closed.wait, 5)


def opened(source: Source) -> AsyncGenerator[int, None]:
    return cast("AsyncGenerator[int, None]", in_thread(source.items()))


async def test_every_item_comes_in_its_order_and_from_a_thread() -> None:
    source = Source(20)
    assert [item async for item in in_thread(source.items())] == list(range(20))
    assert threading.get_ident() not in source.threads
    assert source.closed.is_set()


async def test_no_items_are_an_end() -> None:
    source = Source(0)
    assert [item async for item in in_thread(source.items())] == []
    assert source.closed.is_set()


async def test_one_item_is_made_ahead_and_no_more() -> None:
    source = Source(20)
    reader = opened(source)
    assert await anext(reader) == 0
    for _ in range(3):
        await asyncio.to_thread(lambda: None)  # there is time to make more
    assert len(source.made) <= 2
    await reader.aclose()
    await source.until_closed()


async def test_the_loop_goes_on_while_an_item_is_made() -> None:
    source = Source(2)
    reader = opened(source)
    source.let.clear()
    asking = asyncio.ensure_future(anext(reader))
    for _ in range(10):
        await asyncio.sleep(0)
    assert not asking.done()
    source.let.set()
    assert await asking == 0
    await reader.aclose()
    await source.until_closed()


async def test_what_is_raised_is_raised_after_what_was_made() -> None:
    source = Source(2, fault=OSError("broken"))
    reader = opened(source)
    assert [await anext(reader), await anext(reader)] == [0, 1]
    with pytest.raises(OSError, match="broken"):
        await anext(reader)
    assert source.closed.is_set()


async def test_a_reader_that_leaves_closes_the_generator() -> None:
    source = Source(20)
    reader = opened(source)
    await anext(reader)
    await reader.aclose()
    await source.until_closed()
    assert len(source.made) <= 2


async def test_a_generator_is_not_closed_while_a_thread_is_in_it() -> None:
    """That would be "generator already executing"; it is closed as soon as the item is made."""
    source = Source(20)
    reader = opened(source)
    source.let.clear()
    asking = asyncio.ensure_future(anext(reader))
    for _ in range(10):
        await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert not source.closed.is_set()
    source.let.set()
    await source.until_closed()
    assert source.made in ([], [0])


async def test_an_error_that_nobody_waits_for_is_dropped() -> None:
    """It is made ahead while the reader works on the last item, and the reader leaves."""
    source = Source(1, fault=OSError("broken"))
    reader = opened(source)
    assert await anext(reader) == 0
    await source.until_closed()
    await reader.aclose()
