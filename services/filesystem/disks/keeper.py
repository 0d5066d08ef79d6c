"""The disks for the event loop: looked at with every change, each look published."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

import structlog

from services.filesystem.disks.look import Seen
from services.filesystem.follow import Watch, follow


class News(Watch, Protocol):
    """Becomes readable when something has happened, perhaps to a disk."""

    def heard(self) -> bool:
        """Return whether it was about disks, since the last call."""

    def watch(self, seen: Seen) -> bool:
        """Listen to what was seen; return whether something of it may have changed unheard before. Raises OSError."""


class DiskKeeper:
    """Looks at the disks and publishes what is there. Where that fails the log says so, and the node goes on."""

    def __init__(
        self,
        *,
        look: Callable[[], Seen],
        publish: Callable[[Seen], None],
        news: Callable[[], News],
        turn: asyncio.Lock | None = None,
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        """Take what does the work; look blocks. turn is shared with others who open the disks."""
        self._look = look
        self._publish = publish
        self._open_news = news
        self._news: News | None = None
        self._log = log
        self._turn = turn or asyncio.Lock()
        self._problems: tuple[str, ...] = ()

    async def run(self) -> None:
        """Publish what is there, and again with every change, for ever. Raises OSError if there is no news."""
        news = self._news = self._open_news()  # before the first look, so that no change falls between the two
        await self.look()

        async def react() -> None:
            if news.heard():
                await self.look()

        await follow(news, react)

    async def look(self) -> None:
        """Look and publish."""
        async with self._turn:
            await self._look_now()

    @asynccontextmanager
    async def paused(self) -> AsyncIterator[None]:
        """Look at nothing meanwhile, and at everything in the end: the kernel parts with no partition that is open."""
        async with self._turn:
            try:
                yield
            finally:
                await self._look_now()

    async def _look_now(self) -> None:
        try:
            seen = await asyncio.to_thread(self._look)
            while self._watch(seen):
                seen = await asyncio.to_thread(self._look)
        except OSError as error:
            self._log.error("the disks cannot be looked at", error=str(error))
            return
        for problem in sorted(set(seen.problems).difference(self._problems)):
            self._log.warning("a disk cannot be read", problem=problem)
        self._problems = seen.problems
        self._publish(seen)

    def _watch(self, seen: Seen) -> bool:
        try:
            return self._news is not None and self._news.watch(seen)
        except OSError as error:
            self._log.warning("who writes to a disk is not heard of", error=str(error))
            return False
