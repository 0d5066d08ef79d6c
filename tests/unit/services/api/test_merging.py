"""Several streams as one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.api import merging
from services.api.merging import merge


class Source:
    """A stream that a test feeds; knows whether it was closed."""

    def __init__(self) -> None:
        self.queue: asyncio.Queue[int | None] = asyncio.Queue()
        self.closed = False

    async def stream(self) -> AsyncIterator[int]:
        try:
            while (item := await self.queue.get()) is not None:
                if item < 0:
                    raise ValueError(f"broke at {item}")
                yield item
        finally:
            self.closed = True


@given(given=st.lists(st.lists(st.integers(0, 9), max_size=20), max_size=4))
async def test_every_item_comes_once_in_the_order_of_its_source(given: list[list[int]]) -> None:
    sources = [Source() for _ in given]
    for source, items in zip(sources, given, strict=True):
        for item in (*items, None):
            source.queue.put_nowait(item)
    found: list[list[int]] = [[] for _ in given]
    async with aclosing(merge({index: source.stream() for index, source in enumerate(sources)})) as batches:
        async for batch in batches:
            assert batch
            for index, item in batch:
                found[index].append(item)
    assert found == given


async def test_an_error_comes_after_what_preceded_it_and_closes_the_others() -> None:
    good, bad = Source(), Source()
    bad.queue.put_nowait(1)
    bad.queue.put_nowait(-1)
    batches = merge({"good": good.stream(), "bad": bad.stream()})
    assert await anext(batches) == [("bad", 1)]
    with pytest.raises(ValueError, match="broke at -1"):
        await anext(batches)
    assert good.closed
    assert bad.closed


async def test_leaving_early_closes_all_sources() -> None:
    before = asyncio.all_tasks()
    sources = {"a": Source(), "b": Source()}
    sources["a"].queue.put_nowait(1)
    async with aclosing(merge({name: source.stream() for name, source in sources.items()})) as batches:
        await anext(batches)
    assert all(source.closed for source in sources.values())
    assert asyncio.all_tasks() == before


async def test_a_slow_reader_makes_the_sources_wait() -> None:
    source = Source()
    for item in range(merging.BUFFER * 4):
        source.queue.put_nowait(item)
    async with aclosing(merge({"a": source.stream()})) as batches:
        assert len(await anext(batches)) == merging.BUFFER
        for _ in range(merging.BUFFER * 4):
            await asyncio.sleep(0)
        # one batch is read, one fills the buffer, and one item or two are on their way into it
        assert source.queue.qsize() >= merging.BUFFER * 2 - 2
