"""Waiting for an event within bounds."""

from __future__ import annotations

import asyncio

from libtalos.component.waiting import happened


async def test_an_event_is_waited_for_no_longer_than_is_said() -> None:
    event = asyncio.Event()
    assert not await happened(event, 0.0)
    asyncio.get_running_loop().call_soon(event.set)
    assert await happened(event, None)
    assert await happened(event, 10.0)
    assert event.is_set()
