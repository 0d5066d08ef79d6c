"""Where a server under test listens, and the certificates of those that speak TLS."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from pathlib import Path

import trustme

from libtalos.bus.address import Address, TcpAddress, UnixAddress
from libtalos.bus.server import listen

HOST = "127.0.0.1"
ALPN = ["h2"]  # RFC 9113 3.2


@dataclass(frozen=True)
class Identity:
    """A server's certificate and who vouches for it, as files for programs that read files."""

    ca: Path
    certificate: Path
    key: Path

    def server_context(self) -> ssl.SSLContext:
        """What a server of Python's ssl needs."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        context.set_alpn_protocols(ALPN)
        return context

    def client_context(self) -> ssl.SSLContext:
        """What a client of Python's ssl needs."""
        context = ssl.create_default_context(cafile=str(self.ca))
        context.set_alpn_protocols(ALPN)
        return context


@dataclass(frozen=True)
class Target:
    """A server: at a port of this host, or at a socket in the file system; with an identity if it speaks TLS."""

    port: int = 0
    path: Path | None = None
    identity: Identity | None = None

    def __str__(self) -> str:
        """Where it is, in gRPC's notation (grpc: doc/naming.md)."""
        return f"unix:{self.path}" if self.path else f"{HOST}:{self.port}"

    @property
    def address(self) -> Address:
        """Where it is, for a channel of the bus."""
        return UnixAddress(self.path) if self.path else TcpAddress(HOST, self.port)


def made_identity(directory: Path) -> Identity:
    """A new authority, and a certificate of it for this host."""
    authority = trustme.CA()
    issued = authority.issue_cert(HOST, "localhost")
    identity = Identity(directory / "ca.pem", directory / "server.pem", directory / "server.key")
    authority.cert_pem.write_to_path(str(identity.ca))
    issued.private_key_pem.write_to_path(str(identity.key))
    for number, blob in enumerate(issued.cert_chain_pems):
        blob.write_to_path(str(identity.certificate), append=number > 0)
    return identity


def bound(path: Path | None) -> socket.socket:
    """A listening socket: at path, or at a free port of this host."""
    if path is not None:
        return listen(path)
    return socket.create_server((HOST, 0))
