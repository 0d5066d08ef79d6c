"""Calls over TCP with TLS: who is not trusted is told clearly."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import trustme

from libtalos.bus.address import TcpAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import UnavailableError
from libtalos.bus.server import Server
from libtalos.bus.settings import KIB, BusSettings
from tests.unit.bus.calls import call, stay_alive
from tests.unit.bus.served import KINDS, TestRpc

NAME = "localhost"


@dataclass(frozen=True)
class Secured:
    """A server with a certificate for some name, and who signed it."""

    server: Server
    port: int
    authority: trustme.CA

    def trusting(self, authority: trustme.CA | None = None) -> ssl.SSLContext:
        """A client's context; it trusts the server's authority if it is not told another."""
        context = ssl.create_default_context()
        (authority or self.authority).configure_trust(context)
        return context


@pytest.fixture
async def secured() -> AsyncIterator[Secured]:
    """A server for NAME."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(NAME).configure_cert(context)
    context.set_alpn_protocols(["h2"])
    sock = socket.create_server(("127.0.0.1", 0))
    server = Server([TestRpc()], settings=BusSettings(end_timeout=0.1))
    await server.start(sock, tls=context)
    yield Secured(server, sock.getsockname()[1], authority)
    await server.drain(0.1)


async def closed(channel: Channel) -> None:
    """Close it, and wait for that."""
    channel.close()
    await asyncio.wait_for(channel.wait_closed(), 5)


async def test_every_kind_of_call(secured: Secured) -> None:
    channel = Channel(TcpAddress(NAME, secured.port), tls=secured.trusting())
    for kind in KINDS:
        assert set(await call(channel, kind, [bytes(300 * KIB)])) == {bytes(300 * KIB)}
    await closed(channel)


async def test_an_authority_that_is_not_trusted(secured: Secured) -> None:
    channel = Channel(TcpAddress(NAME, secured.port), tls=secured.trusting(trustme.CA()))
    with pytest.raises(UnavailableError, match=rf"connect to {NAME}:{secured.port}: .*certificate verify failed"):
        await call(channel, "Unary", [b"a"])
    await closed(channel)


async def test_a_certificate_for_another_name(secured: Secured) -> None:
    channel = Channel(TcpAddress("127.0.0.1", secured.port), tls=secured.trusting())
    with pytest.raises(UnavailableError, match=r"cannot connect .*IP address mismatch.*127\.0\.0\.1"):
        await call(channel, "Unary", [b"a"])
    await closed(channel)


async def test_a_caller_without_tls_is_not_served_and_does_no_harm(secured: Secured) -> None:
    plain = Channel(TcpAddress(NAME, secured.port))
    with pytest.raises(UnavailableError):
        await call(plain, "Requests", [b"a"], timeout=5)
    await closed(plain)
    channel = Channel(TcpAddress(NAME, secured.port), tls=secured.trusting())
    await stay_alive(channel)
    await closed(channel)


async def test_a_handshake_that_stands_still_does_not_hold_up_the_end(secured: Secured) -> None:
    with socket.create_connection(("127.0.0.1", secured.port)):
        channel = Channel(TcpAddress(NAME, secured.port), tls=secured.trusting())
        await stay_alive(channel)
        await closed(channel)
        await asyncio.wait_for(secured.server.drain(0.1), 5)
