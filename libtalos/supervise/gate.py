"""Conditions: one that its owner opens and closes, and several as one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libtalos.supervise.spec import Condition


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


class InOrder:
    """Several conditions, one after the other."""

    def __init__(self, *conditions: Condition) -> None:
        """Take them."""
        self._conditions = conditions

    def describe(self) -> str:
        """What the first one that is not met says."""
        return next(filter(None, (condition.describe() for condition in self._conditions)), "")

    async def wait(self) -> None:
        """Return once nothing is missing."""
        for condition in self._conditions:
            await condition.wait()
