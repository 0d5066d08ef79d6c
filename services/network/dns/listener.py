"""Hearing clients on one address, over UDP and TCP."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import TYPE_CHECKING, Any, cast

from services.network.dns.codec import MessageError, Query, read_query
from services.network.dns.exchange import LENGTH

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from services.network.dns.endpoint import Endpoint
    from services.network.dns.limits import Limits
    from services.network.dns.responder import Responder

IP_FREEBIND = 15  # linux/in.h
IPV6_FREEBIND = 78  # linux/in6.h


class Listener:
    """Serves one address until it is closed."""

    def __init__(self, *, responder: Responder, limits: Limits) -> None:
        """Answer with a responder."""
        self._responder = responder
        self._limits = limits
        self._work: set[asyncio.Task[None]] = set()
        self._connections = 0
        self._udp: asyncio.DatagramTransport | None = None
        self._tcp: asyncio.Server | None = None

    async def open(self, endpoint: Endpoint) -> None:
        """Listen; raises OSError."""
        loop = asyncio.get_running_loop()
        with contextlib.ExitStack() as undo:
            udp = undo.enter_context(bound(endpoint, socket.SOCK_DGRAM))
            tcp = undo.enter_context(bound(endpoint, socket.SOCK_STREAM))
            self._udp, _ = await loop.create_datagram_endpoint(lambda: _Datagrams(self), sock=udp)
            self._tcp = await asyncio.start_server(self._connected, sock=tcp)
            undo.pop_all()

    async def close(self) -> None:
        """Stop listening, and give up what is not answered yet."""
        if self._udp is not None:
            self._udp.close()
        if self._tcp is not None:
            self._tcp.close()
        work = list(self._work)
        for each in work:
            each.cancel()
        if work:
            await asyncio.wait(work)

    def datagram(self, transport: asyncio.DatagramTransport, wire: bytes, sender: Any) -> None:
        """Answer a datagram, now or later."""
        try:
            query = read_query(wire)
        except MessageError:
            return
        response = self._responder.at_once(query, tcp=False)
        if response is None and len(self._work) >= self._limits.queries:
            response = self._responder.busy(query)
        if response is not None:
            transport.sendto(response, sender)
        else:
            self._spawn(self._answer(transport, query, sender))

    async def _answer(self, transport: asyncio.DatagramTransport, query: Query, sender: Any) -> None:
        response = await self._responder.later(query, tcp=False)
        if not transport.is_closing():
            transport.sendto(response, sender)

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._connections >= self._limits.connections:
            writer.close()
            return
        self._connections += 1
        self._spawn(self._converse(reader, writer))

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one query after the other until the client closes, is silent too long, or says what is none."""
        try:
            while True:
                async with asyncio.timeout(self._limits.idle_timeout):
                    (length,) = LENGTH.unpack(await reader.readexactly(LENGTH.size))
                    wire = await reader.readexactly(length)
                query = read_query(wire)
                response = self._responder.at_once(query, tcp=True) or await self._responder.later(query, tcp=True)
                writer.write(LENGTH.pack(len(response)) + response)
                async with asyncio.timeout(self._limits.idle_timeout):
                    await writer.drain()
        except (OSError, EOFError, MessageError):  # a TimeoutError is an OSError
            pass
        finally:
            self._connections -= 1
            writer.close()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._work.add(task)
        task.add_done_callback(self._work.discard)


class _Datagrams(asyncio.DatagramProtocol):
    """The UDP side."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: Any) -> None:
        """Hand on a datagram."""
        if self._transport is not None:
            self._listener.datagram(self._transport, data, addr)


def bound(endpoint: Endpoint, kind: socket.SocketKind) -> socket.socket:
    """Return a socket that is bound, also to an address that no link has yet; raises OSError."""
    six = endpoint.address.version == 6
    sock = socket.socket(socket.AF_INET6 if six else socket.AF_INET, kind | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK)
    try:
        if kind == socket.SOCK_STREAM:
            # connections of a process before this one linger
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if six:
            sock.setsockopt(socket.IPPROTO_IPV6, IPV6_FREEBIND, 1)
        else:
            sock.setsockopt(socket.IPPROTO_IP, IP_FREEBIND, 1)
        sock.bind((str(endpoint.address), endpoint.port))
    except OSError:
        sock.close()
        raise
    return sock
