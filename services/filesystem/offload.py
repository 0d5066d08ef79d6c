"""Blocking generators for the event loop: they run in a thread, some items at a time."""

import asyncio
from collections.abc import AsyncIterator, Generator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


async def in_thread(items: Generator[T, None, None], batch: int) -> AsyncIterator[T]:
    """Yield the items of a generator that blocks; at most `batch` of them are made ahead of the reader."""
    turn: asyncio.Future[list[T]] | None = None
    try:
        while True:
            turn = asyncio.ensure_future(asyncio.to_thread(_take, items, batch))
            taken = await asyncio.shield(turn)
            if not taken:
                return
            for item in taken:
                yield item
    finally:
        _close(items, turn)


def _take(items: Generator[T, None, None], batch: int) -> list[T]:
    return list(islice(items, batch))


def _close(items: Generator[T, None, None], turn: "asyncio.Future[list[T]] | None") -> None:
    """Close the generator, but not while a thread is in it: a reader may leave at any time."""

    def close_after(done: "asyncio.Future[list[T]]") -> None:
        if not done.cancelled():
            done.exception()  # nobody else asks any more
        items.close()

    if turn is None or turn.done():
        items.close()
    else:
        turn.add_done_callback(close_after)
