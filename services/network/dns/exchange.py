"""Putting one question to one upstream: UDP first, TCP where that does not do."""

from __future__ import annotations

import asyncio
import struct
from functools import partial
from typing import TYPE_CHECKING

import dns.rcode

from services.network.dns.codec import Answer, MessageError, Truncated, make_question, read_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.network.dns.endpoint import Endpoint
    from services.network.dns.limits import Limits
    from services.network.dns.question import Question

LENGTH = struct.Struct("!H")


class _StraysError(Exception):
    """Too much came that is no answer: somebody guesses."""


class Exchange:
    """Asks upstreams. Every question has a socket, and so a port, of its own, which the kernel chooses at random."""

    def __init__(self, limits: Limits) -> None:
        """Ask within these limits; the time is the caller's to bound."""
        self._limits = limits

    async def ask(self, upstream: Endpoint, question: Question) -> Answer:
        """Return the upstream's answer; raises OSError, MessageError for one over TCP that is none."""
        answer = await self._ask(upstream, question, self._limits.upstream_payload)
        if answer.rcode == dns.rcode.FORMERR:  # what a server says that knows no EDNS (RFC 6891, section 7)
            return await self._ask(upstream, question, None)
        return answer

    async def _ask(self, upstream: Endpoint, question: Question, payload: int | None) -> Answer:
        asked = make_question(question, payload=payload)
        wire, accept = asked.to_wire(), partial(read_answer, asked=asked, question=question)
        try:
            answer = await self._over_udp(upstream, wire, accept)
        except _StraysError:
            answer = Truncated()
        if isinstance(answer, Truncated):
            answer = accept(await over_tcp(upstream, wire))
        if isinstance(answer, Truncated):
            raise MessageError("the answer is cut, even over TCP")
        return answer

    async def _over_udp(
        self, upstream: Endpoint, wire: bytes, accept: Callable[[bytes], Answer | Truncated]
    ) -> Answer | Truncated:
        loop = asyncio.get_running_loop()
        # connected, so that the kernel drops what comes from anywhere else
        transport, protocol = await loop.create_datagram_endpoint(
            lambda: _Waiting(accept, self._limits.strays), remote_addr=(str(upstream.address), upstream.port)
        )
        try:
            transport.sendto(wire)
            return await protocol.answer
        finally:
            transport.close()


class _Waiting(asyncio.DatagramProtocol):
    """Waits for the answer among what comes."""

    def __init__(self, accept: Callable[[bytes], Answer | Truncated], strays: int) -> None:
        self.answer: asyncio.Future[Answer | Truncated] = asyncio.get_running_loop().create_future()
        self._accept = accept
        self._strays = strays

    def datagram_received(self, data: bytes, addr: object) -> None:  # noqa: ARG002 - it is the connected one's
        """Take the answer, or overlook what is none."""
        if self.answer.done():
            return
        try:
            self.answer.set_result(self._accept(data))
        except MessageError:
            self._strays -= 1
            if not self._strays:
                self.answer.set_exception(_StraysError())

    def error_received(self, exc: Exception) -> None:
        """Take what ICMP says, such as that nobody listens."""
        if not self.answer.done():
            self.answer.set_exception(exc)


async def over_tcp(upstream: Endpoint, wire: bytes) -> bytes:
    """Return the answer to one message; raises OSError."""
    reader, writer = await asyncio.open_connection(str(upstream.address), upstream.port)
    try:
        writer.write(LENGTH.pack(len(wire)) + wire)
        (length,) = LENGTH.unpack(await reader.readexactly(LENGTH.size))
        return await reader.readexactly(length)
    except asyncio.IncompleteReadError as error:
        raise ConnectionResetError("the connection was closed before the answer was whole") from error
    finally:
        writer.close()
