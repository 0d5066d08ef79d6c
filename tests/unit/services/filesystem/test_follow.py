"""News of the mount namespace, from a pipe instead of the kernel."""

import asyncio
import os

import pytest

from services.filesystem.follow import follow


class PipeWatch:
    """Readable when poked."""

    def __init__(self) -> None:
        self._reader, self._writer = os.pipe2(os.O_NONBLOCK)
        self.closed = False

    def poke(self) -> None:
        """Something changed."""
        os.write(self._writer, b".")

    def fileno(self) -> int:
        """The reading end."""
        return self._reader

    def acknowledge(self) -> None:
        """Take the news."""
        os.read(self._reader, 4096)

    def close(self) -> None:
        """Close both ends."""
        os.close(self._reader)
        os.close(self._writer)
        self.closed = True


class Reaction:
    """Counts, and can be held up."""

    def __init__(self) -> None:
        self.begun: asyncio.Queue[int] = asyncio.Queue()
        self.go_on = asyncio.Event()
        self.count = 0

    async def __call__(self) -> None:
        """React."""
        self.count += 1
        self.begun.put_nowait(self.count)
        await self.go_on.wait()


async def test_every_change_is_reacted_to_and_changes_meanwhile_are_one() -> None:
    watch, reaction = PipeWatch(), Reaction()
    task = asyncio.create_task(follow(watch, reaction))
    watch.poke()
    assert await asyncio.wait_for(reaction.begun.get(), 5) == 1
    for _ in range(3):
        watch.poke()
        await asyncio.sleep(0)
    reaction.go_on.set()
    assert await asyncio.wait_for(reaction.begun.get(), 5) == 2
    watch.poke()
    assert await asyncio.wait_for(reaction.begun.get(), 5) == 3
    assert reaction.begun.empty()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert watch.closed


async def test_a_reaction_that_fails_ends_the_task_and_closes_the_watch() -> None:
    watch = PipeWatch()

    async def fail() -> None:
        raise OSError("mountinfo cannot be read")

    watch.poke()
    with pytest.raises(OSError, match="mountinfo cannot be read"):
        await asyncio.wait_for(follow(watch, fail), 5)
    assert watch.closed
