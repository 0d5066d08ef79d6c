"""Several streams as one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from typing import Generic, TypeVar

import msgspec

from libtalos.bus.streams import as_generator

T = TypeVar("T")
K = TypeVar("K")

# items that may wait for a slow reader before the sources are no longer read
BUFFER = 256


class _Item(msgspec.Struct, Generic[K, T], frozen=True):
    source: K
    value: T


class _End(msgspec.Struct, frozen=True):
    error: Exception | None


async def merge(sources: Mapping[K, AsyncIterator[T]]) -> AsyncGenerator[list[tuple[K, T]], None]:
    """Yield what the sources (generators) yield, in batches: all that has arrived since the last, as (source, item).

    Ends when all sources ended; the error of one is raised after what came before it. A slow reader makes the sources
    wait. Close it to close them.
    """
    queue: asyncio.Queue[_Item[K, T] | _End] = asyncio.Queue(BUFFER)
    pumps = [asyncio.create_task(_pump(source, items, queue)) for source, items in sources.items()]
    live = len(pumps)
    try:
        while live:
            arrived = [await queue.get(), *(queue.get_nowait() for _ in range(queue.qsize()))]
            batch = [(entry.source, entry.value) for entry in arrived if isinstance(entry, _Item)]
            if batch:
                yield batch
            live -= _count_ends(arrived)
    finally:
        for pump in pumps:
            pump.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)


async def _pump(source: K, items: AsyncIterator[T], queue: asyncio.Queue[_Item[K, T] | _End]) -> None:
    try:
        async with aclosing(as_generator(items)) as values:
            async for value in values:
                await queue.put(_Item(source, value))
    except Exception as error:  # noqa: BLE001, RUF100 - handed on to whoever reads
        await queue.put(_End(error))
    else:
        await queue.put(_End(None))


def _count_ends(arrived: list[_Item[K, T] | _End]) -> int:
    """Return how many sources ended. Raises the error of the first that ended with one."""
    ends = [entry for entry in arrived if isinstance(entry, _End)]
    for end in ends:
        if end.error is not None:
            raise end.error
    return len(ends)
