"""The host DNS before a name server that lies, guesses, floods and mumbles."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import cast

import dns.asyncquery
import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from tests.integration.network.dnslab import FIRST, HERE, addresses, host_dns

pytestmark = pytest.mark.root
Run = Callable[[Callable[[], None]], None]
Behave = Callable[[bytes], Sequence[bytes]]


def good(wire: bytes, address: str = "192.0.2.1") -> bytes:
    """An honest answer."""
    message = dns.message.from_wire(wire)
    response = dns.message.make_response(message)
    response.answer = [dns.rrset.from_text(message.question[0].name, 60, "IN", "A", address)]
    return response.to_wire()


class Hostile(asyncio.DatagramProtocol):
    """Answers each datagram with what behave makes of it, and TCP with the truth."""

    def __init__(self, behave: Behave) -> None:
        self.behave = behave
        self.ports: list[int] = []
        self.ids: list[int] = []
        self.tcp = 0
        self.transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self.transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """Answer."""
        self.ports.append(addr[1])
        self.ids.append(int.from_bytes(data[:2], "big"))
        assert self.transport is not None
        for each in self.behave(data):
            self.transport.sendto(each, addr)

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one query."""
        self.tcp += 1
        wire = good(await reader.readexactly(int.from_bytes(await reader.readexactly(2), "big")), "192.0.2.2")
        writer.write(len(wire).to_bytes(2, "big") + wire)
        writer.close()


@asynccontextmanager
async def hostile(behave: Behave) -> AsyncIterator[Hostile]:
    """Run the server."""
    where = (str(FIRST.address), FIRST.port)
    loop = asyncio.get_running_loop()
    transport, server = await loop.create_datagram_endpoint(lambda: Hostile(behave), local_addr=where)
    tcp = await asyncio.start_server(server.connected, *where)
    try:
        async with asyncio.timeout(60):
            yield server
    finally:
        transport.close()
        tcp.close()


async def ask(name: str = "a.test") -> dns.message.Message:
    """What the node answers."""
    return await dns.asyncquery.udp(dns.message.make_query(name, "A"), str(HERE.address), timeout=5)


def found(message: dns.message.Message) -> list[str]:
    """The addresses."""
    return [value.to_text() for each in message.answer for value in each]


def run(inside: Run, body: Callable[[], Awaitable[None]]) -> None:
    """Run a test in a namespace of its own."""

    async def bounded() -> None:
        async with asyncio.timeout(90):
            await body()

    def alone() -> None:
        addresses()
        asyncio.run(bounded())

    inside(alone)


def test_every_question_has_a_port_and_a_number_of_its_own(inside: Run) -> None:
    async def body() -> None:
        async with hostile(lambda wire: [good(wire)]) as server, host_dns(FIRST):
            await asyncio.gather(*(ask(f"{number}.test") for number in range(50)))
            assert len(set(server.ports)) > 45
            assert len(set(server.ids)) > 45

    run(inside, body)


def test_forged_answers_are_overlooked_and_the_true_one_counts(inside: Run) -> None:
    def behave(wire: bytes) -> list[bytes]:
        forged = good(wire, "192.0.2.66")
        return [bytes([forged[0] ^ 1]) + forged[1:], forged[:-3], b"", wire, forged.replace(b"\1a", b"\1b"), good(wire)]

    async def body() -> None:
        async with hostile(behave) as server, host_dns(FIRST):
            assert found(await ask()) == ["192.0.2.1"]
            assert server.tcp == 0

    run(inside, body)


def test_a_flood_of_guesses_makes_it_ask_over_tcp(inside: Run) -> None:
    def behave(wire: bytes) -> list[bytes]:
        forged = good(wire, "192.0.2.66")
        return [number.to_bytes(2, "big") + forged[2:] for number in range(64) if number != wire[0] << 8 | wire[1]]

    async def body() -> None:
        async with hostile(behave) as server, host_dns(FIRST):
            assert found(await ask()) == ["192.0.2.2"]
            assert server.tcp == 1

    run(inside, body)


def test_a_server_without_edns_is_asked_without(inside: Run) -> None:
    def behave(wire: bytes) -> list[bytes]:
        message = dns.message.from_wire(wire)
        if message.edns < 0:
            return [good(wire)]
        refusal = dns.message.QueryMessage(id=message.id)
        refusal.flags = dns.flags.QR
        refusal.set_rcode(dns.rcode.FORMERR)
        return [refusal.to_wire()]

    async def body() -> None:
        async with hostile(behave), host_dns(FIRST):
            assert found(await ask()) == ["192.0.2.1"]

    run(inside, body)


def test_noise_never_kills_it_nor_stays_in_the_cache(inside: Run) -> None:
    """Hundreds of damaged answers, each to another name; afterwards an honest server is believed again."""
    dice = random.Random(7)  # noqa: S311 - the same noise in every run

    def behave(honest: list[bool], wire: bytes) -> list[bytes]:
        answer = bytearray(good(wire))
        if honest[0]:
            return [bytes(answer)]
        for _ in range(dice.randint(1, 6)):
            answer[dice.randrange(2, len(answer))] = dice.randrange(256)
        return [bytes(answer[: dice.randint(0, len(answer))] if dice.random() < 0.3 else answer)]

    async def body() -> None:
        honest = [False]
        async with hostile(partial(behave, honest)), host_dns(FIRST):
            for start in range(0, 600, 200):
                names = [f"n{number}.test" for number in range(start, start + 200)]
                for answer in await asyncio.gather(*(ask(name) for name in names)):
                    assert answer.rcode() <= 15
                    assert answer.rcode() == dns.rcode.NOERROR or not found(answer)
            honest[0] = True
            assert found(await ask("after.test")) == ["192.0.2.1"]

    run(inside, body)
