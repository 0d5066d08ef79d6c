"""News of the mount namespace: what to do whenever its mounts change."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol


class Watch(Protocol):
    """Becomes readable with a change (libtalos.linux.mountinfo.MountWatch)."""

    def fileno(self) -> int:
        """Return the descriptor to wait on."""

    def acknowledge(self) -> None:
        """Be readable no more until the next change."""

    def close(self) -> None:
        """Give it back."""


async def follow(watch: Watch, react: Callable[[], Awaitable[None]]) -> None:
    """Call react after every change, for ever; changes that come while it works are one change to it."""
    loop = asyncio.get_running_loop()
    changed = asyncio.Event()

    def take() -> None:
        watch.acknowledge()
        changed.set()  # in any case: being called is the news

    loop.add_reader(watch.fileno(), take)
    try:
        while True:
            await changed.wait()
            changed.clear()
            await react()
    finally:
        loop.remove_reader(watch.fileno())
        watch.close()
