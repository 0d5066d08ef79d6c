"""The service that is called while its peers misbehave."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

from libtalos.gen.talos.supervisor import v1
from libtalos.stubs import Cardinality, Method, ServiceBase

Chunk = v1.StreamLogsResponse
CHUNK_SIZE = 64 * 1024


def route(method: str) -> str:
    """The path of a method."""
    return f"/talos.fault.v1.FaultService/{method}"


class FaultRpc(ServiceBase):
    """Answers, and counts what it did."""

    def __init__(self) -> None:
        self.served: Counter[bytes] = Counter()
        self.poured = 0
        self.drunk = 0
        self.watching = 0
        self.release = asyncio.Event()

    async def echo(self, message: Chunk) -> Chunk:
        """Answer with the request."""
        self.served[message.lines] += 1
        return message

    async def hold(self, message: Chunk) -> Chunk:
        """Answer with the request once that is allowed."""
        await self.release.wait()
        return message

    async def watch(self, message: Chunk) -> AsyncIterator[Chunk]:
        """Send one message at once, and a last one when that is allowed."""
        self.watching += 1
        try:
            yield message
            await self.release.wait()
            yield message
        finally:
            self.watching -= 1

    async def pour(self, message: Chunk) -> AsyncIterator[Chunk]:
        """Send chunks for as long as they are taken; counted are those that were handed over."""
        chunk = Chunk(lines=bytes(CHUNK_SIZE))
        while True:
            self.poured += 1
            yield chunk

    async def drink(self, messages: AsyncIterator[Chunk]) -> Chunk:
        """Take nothing until that is allowed, then everything."""
        await self.release.wait()
        async for message in messages:
            self.drunk += len(message.lines)
        return Chunk(lines=str(self.drunk).encode())

    def __mapping__(self) -> dict[str, Method]:
        return {
            route("Echo"): Method(self.echo, Cardinality.UNARY_UNARY, Chunk, Chunk),
            route("Hold"): Method(self.hold, Cardinality.UNARY_UNARY, Chunk, Chunk),
            route("Watch"): Method(self.watch, Cardinality.UNARY_STREAM, Chunk, Chunk),
            route("Pour"): Method(self.pour, Cardinality.UNARY_STREAM, Chunk, Chunk),
            route("Drink"): Method(self.drink, Cardinality.STREAM_UNARY, Chunk, Chunk),
        }
