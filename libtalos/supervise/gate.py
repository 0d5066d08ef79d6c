"""A condition that its owner opens and closes."""

from __future__ import annotations

import asyncio


class Gate:
    """A condition of the supervisor's: closed as long as something is missing."""

    def __init__(self) -> None:
        self._missing: tuple[str, ...] = ()
        self._open = asyncio.Event()
        self._open.set()

    def set(self, missing: tuple[str, ...]) -> None:
        """Say what is missing; nothing opens the gate."""
        self._missing = missing
        if missing:
            self._open.clear()
        else:
            self._open.set()

    def describe(self) -> str:
        """What is missing, to follow the words "Waiting for"."""
        return ", ".join(self._missing)

    async def wait(self) -> None:
        """Return once nothing is missing."""
        await self._open.wait()
