"""Asking one time server."""

from __future__ import annotations

import asyncio
import secrets
import socket
from typing import TYPE_CHECKING, Protocol

from services.network.timesync.packet import Answer, PacketError, RefusalError, StrayError, make_query, read_answer
from services.network.timesync.sample import Sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.network.timesync.limits import Limits

PORT = 123


class Now(Protocol):
    """The clock that is measured."""

    def now(self) -> int:
        """Return nanoseconds since 1970."""


class Questioner:
    """Measures the clock by a server; every query has a port and a nonce of its own."""

    def __init__(self, *, clock: Now, monotonic: Callable[[], int], limits: Limits, port: int = PORT) -> None:
        """Build it; monotonic is in nanoseconds: the clock may be set while an answer is under way."""
        self._clock = clock
        self._monotonic = monotonic
        self._limits = limits
        self._port = port

    async def measure(self, server: str) -> Sample:
        """Ask a server by name or address, at each of its addresses until one answers.

        Raises OSError if none does, or the name has none, ValueError if it is no name, RefusalError if the server asks
        to be left alone.
        """
        last: OSError = OSError("the name has no address")
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(self._limits.query_timeout):
            found = await loop.getaddrinfo(server, self._port, type=socket.SOCK_DGRAM)
        for _, _, _, _, address in found:
            try:
                async with asyncio.timeout(self._limits.query_timeout):
                    return await self._ask(server, str(address[0]))
            except TimeoutError:
                last = OSError(f"no answer within {self._limits.query_timeout:g} s")
            except OSError as error:
                last = error
        raise last

    async def _ask(self, server: str, address: str) -> Sample:
        nonce, loop = secrets.randbits(64) or 1, asyncio.get_running_loop()
        transport, waiting = await loop.create_datagram_endpoint(
            lambda: _Waiting(nonce, self._monotonic, self._limits),
            remote_addr=(address, self._port),
        )
        try:
            sent, started = self._clock.now(), self._monotonic()
            transport.sendto(make_query(nonce))
            answer, ended = await waiting.answer
        finally:
            transport.close()
        return make_sample(server, answer, sent=sent, elapsed=ended - started)


class _Waiting(asyncio.DatagramProtocol):
    """Waits for the answer among what comes, and notes when it came."""

    def __init__(self, nonce: int, monotonic: Callable[[], int], limits: Limits) -> None:
        self.answer: asyncio.Future[tuple[Answer, int]] = asyncio.get_running_loop().create_future()
        self._nonce = nonce
        self._monotonic = monotonic
        self._limits = limits

    def datagram_received(self, data: bytes, addr: object) -> None:  # noqa: ARG002 - it is the connected one's
        """Take the answer, or overlook what is none."""
        ended = self._monotonic()
        if self.answer.done():
            return
        limits = self._limits
        try:
            found = read_answer(data, self._nonce, not_before=limits.not_before, max_distance=limits.max_distance)
        except RefusalError as error:
            self.answer.set_exception(error)
        except StrayError:  # whoever guesses must not keep the true answer out
            return
        except PacketError as error:
            self.answer.set_exception(OSError(str(error)))
        else:
            self.answer.set_result((found, ended))

    def error_received(self, exc: Exception) -> None:
        """Take what ICMP says, such as that nobody listens."""
        if not self.answer.done():
            self.answer.set_exception(exc)


def make_sample(server: str, answer: Answer, *, sent: int, elapsed: int) -> Sample:
    """Compute what an answer says; sent and elapsed in nanoseconds. Raises OSError for an answer that cannot be."""
    worked = answer.sent - answer.received
    if not 0 <= worked <= elapsed:
        raise OSError(f"the server says that it worked {worked / 1e9:.6f} s of the {elapsed / 1e9:.6f} s")
    came = sent + elapsed
    offset = ((answer.received - sent) + (answer.sent - came)) / 2
    return Sample(
        server=server,
        offset=offset / 1e9,
        delay=(elapsed - worked) / 1e9,
        leap=answer.leap,
        stratum=answer.stratum,
        distance=answer.distance,
        remote=came + round(offset),
        local=came,
    )
