"""Calls of every kind in one form: requests in, replies out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from typing import Any

from libtalos.bus.channel import Channel
from tests.unit.bus.served import Chunk, route


async def call(channel: Channel, kind: str, lines: Iterable[bytes], **options: Any) -> list[bytes]:
    """Make a call of a kind (see KINDS); the lines of its replies."""
    messages = [Chunk(lines=line) for line in lines]
    if kind == "Unary":
        replies = [await channel.unary_unary(route(kind), messages[0], Chunk, **options)]
    elif kind == "Requests":
        replies = [await channel.stream_unary(route(kind), messages, Chunk, Chunk, **options)]
    elif kind == "Replies":
        replies = [reply async for reply in channel.unary_stream(route(kind), messages[0], Chunk, **options)]
    else:
        stream = channel.stream_stream(route(kind), messages, Chunk, Chunk, **options)
        replies = [reply async for reply in stream]
    return [reply.lines for reply in replies]


async def open_ended(first: bytes = b"1") -> AsyncIterator[Chunk]:
    """One request, and then no end."""
    yield Chunk(lines=first)
    await asyncio.Event().wait()


async def stay_alive(channel: Channel) -> None:
    """The connection of the channel, and its server, still serve."""
    for kind in ("Unary", "Requests", "Both"):
        assert await call(channel, kind, [b"alive"], timeout=5) == [b"alive"]
