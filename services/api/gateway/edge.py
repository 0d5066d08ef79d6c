"""The listener on the network: there as soon as the node has certificates."""

from __future__ import annotations

import socket
import ssl

import structlog

from libtalos.bus.server import Server
from services.api.gateway.issuing import Issued
from services.api.gateway.peers import PORT, Peers
from services.api.gateway.tls import client_context, server_context, switching

ADDRESS_VARIABLE = "TALOS_API_ADDRESS"
DEFAULT_ADDRESS = f"[::]:{PORT}"
BACKLOG = 512


class Edge:
    """Serves the public API over TLS."""

    def __init__(self, *, server: Server, peers: Peers, address: str, log: structlog.stdlib.BoundLogger) -> None:
        """Build it; address is host:port, `[::]` for every address of both families. Raises ValueError."""
        self._server = server
        self._peers = peers
        self._host, self._port = parse_address(address)
        self._log = log
        self._context: ssl.SSLContext | None = None

    async def take(self, issued: Issued) -> None:
        """Use these certificates for new connections; those that are open keep theirs. Raises OSError."""
        first = self._context is None
        self._context = server_context(issued)
        self._peers.renew(client_context(issued))
        if first:
            sock = listen(self._host, self._port)
            await self._server.start(sock, tls=switching(self._current))
            self._log.info("public API", address=self._host, port=self._port)

    async def stop(self) -> None:
        """Let calls end, then close."""
        await self._server.drain()
        self._peers.close()

    def _current(self) -> ssl.SSLContext:
        if self._context is None:
            raise ssl.SSLError("there are no certificates")
        return self._context


def parse_address(text: str) -> tuple[str, int]:
    """Host and port of `host:port`. Raises ValueError."""
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise ValueError(f"{ADDRESS_VARIABLE}={text}: give an address and a port, such as {DEFAULT_ADDRESS}")
    return host.strip("[]"), int(port)


def listen(host: str, port: int) -> socket.socket:
    """Listen over TCP; on `::` for IPv4 as well, and on `0.0.0.0` in its place where there is no IPv6.

    Raises OSError that says where.
    """
    if host == "::" and not socket.has_dualstack_ipv6():
        host = "0.0.0.0"  # noqa: S104 - the public API is for all addresses, behind mutual TLS
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server(
            (host, port), family=family, backlog=BACKLOG, dualstack_ipv6=host == "::", reuse_port=False
        )
    except OSError as error:
        raise OSError(error.errno, f"cannot listen on {host} port {port}: {error.strerror}") from error
