"""Waiting for news, but not for ever."""

from __future__ import annotations

import asyncio


async def happened(event: asyncio.Event, within: float | None) -> bool:
    """Return whether an event is set before so many seconds are over; None is for ever. The event stays set."""
    try:
        async with asyncio.timeout(within):
            await event.wait()
    except TimeoutError:
        return False
    return True
