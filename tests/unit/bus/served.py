"""A service with a method of each kind, which does what its messages say."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from libtalos.bus.context import current_call
from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.supervisor import v1
from libtalos.stubs import Cardinality, Method, ServiceBase

Chunk = v1.StreamLogsResponse
KINDS = ("Unary", "Replies", "Requests", "Both")


def route(method: str) -> str:
    """The path of a method."""
    return f"/talos.test.v1.TestService/{method}"


class TestRpc(ServiceBase):
    """Answers each request with itself; b"wait" waits for ever, b"fail" fails, b"stop" ends early."""

    __test__ = False

    def __init__(self) -> None:
        self.seen: list[bytes] = []
        self.entered = asyncio.Event()
        self.left = asyncio.Event()
        self.cancelled = 0

    async def unary(self, message: Chunk) -> Chunk:
        """One request, one reply."""
        return await self._answer(message)

    async def replies(self, message: Chunk) -> AsyncIterator[Chunk]:
        """The request three times; then what it says."""
        for _ in range(3):
            yield Chunk(lines=message.lines)
        await self._answer(message)

    async def requests(self, messages: AsyncIterator[Chunk]) -> Chunk:
        """All requests in one."""
        whole = b""
        async for message in messages:
            if message.lines == b"stop":
                break
            whole += (await self._answer(message)).lines
        return Chunk(lines=whole)

    async def both(self, messages: AsyncIterator[Chunk]) -> AsyncIterator[Chunk]:
        """Each request, as it comes."""
        async for message in messages:
            if message.lines == b"stop":
                return
            yield await self._answer(message)

    async def _answer(self, message: Chunk) -> Chunk:
        self.seen.append(message.lines)
        if message.lines == b"fail":
            raise FailedPreconditionError("as asked")
        if message.lines == b"wait":
            self.entered.set()
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                self.cancelled += 1
                raise
            finally:
                self.left.set()
        call = current_call()
        assert call is not None
        if call.metadata.get("echo") is not None:
            call.send_initial_metadata({"first": call.metadata["echo"], "first-bin": b"\x00\xff"})
            call.set_trailing_metadata({"last": call.metadata["echo"], "last-bin": b"\xff\x00"})
        return message

    def __mapping__(self) -> dict[str, Method]:
        return {
            route("Unary"): Method(self.unary, Cardinality.UNARY_UNARY, Chunk, Chunk),
            route("Replies"): Method(self.replies, Cardinality.UNARY_STREAM, Chunk, Chunk),
            route("Requests"): Method(self.requests, Cardinality.STREAM_UNARY, Chunk, Chunk),
            route("Both"): Method(self.both, Cardinality.STREAM_STREAM, Chunk, Chunk),
        }
