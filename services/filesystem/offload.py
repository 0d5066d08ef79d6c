"""Blocking generators for the event loop: they run in a thread, one item ahead of their reader."""

import asyncio
from collections.abc import AsyncIterator, Generator
from typing import Final, TypeVar

T = TypeVar("T")


class _End:
    """Comes after the last item."""


_END: Final = _End()


async def in_thread(items: Generator[T, None, None]) -> AsyncIterator[T]:
    """Yield the items of a generator that blocks. While the reader works on one the next is made, and no more.

    A reader that leaves closes the generator, at once or as soon as the item is made that it is at.
    """
    turn = _turn(items)
    try:
        while not isinstance(item := await asyncio.shield(turn), _End):
            turn = _turn(items)
            yield item
    finally:
        _close(items, turn)


def _turn(items: Generator[T, None, None]) -> "asyncio.Future[T | _End]":
    return asyncio.ensure_future(asyncio.to_thread(next, items, _END))


def _close(items: Generator[T, None, None], turn: "asyncio.Future[T | _End]") -> None:
    """Close the generator, but not while a thread is in it: a reader may leave at any time."""

    def close_after(done: "asyncio.Future[T | _End]") -> None:
        if not done.cancelled():
            done.exception()  # nobody else asks any more
        items.close()

    if turn.done():
        close_after(turn)
    else:
        turn.add_done_callback(close_after)
