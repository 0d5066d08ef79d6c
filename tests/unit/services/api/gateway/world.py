"""Nodes at the edge: real TLS on loopback addresses, each with a service that tells which node it is."""

from __future__ import annotations

import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta

import msgspec
import structlog

from libtalos.bus.address import TcpAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import NotFoundError
from libtalos.bus.server import Server
from libtalos.bus.settings import BusSettings
from libtalos.config import encode, generate
from libtalos.gen import machine as m
from libtalos.gen.common import Data
from libtalos.gen.google.protobuf import Empty
from libtalos.pki import KeyPair, Request, SecretsBundle, Usage, bundle, issue, portable_pem
from services.api.gateway.audit import Audit
from services.api.gateway.director import Gateway
from services.api.gateway.edge import Edge
from services.api.gateway.forwarding import Forwarder
from services.api.gateway.issuing import Issued, IssueRequest
from services.api.gateway.issuing import issue as issue_for
from services.api.gateway.peers import Peers
from services.api.gateway.tls import client_context

SECRETS = bundle.generate(now=datetime.now(UTC) - timedelta(minutes=5))
LIMITS = BusSettings(call_deadline=10.0, max_connections_per_address=8)


class Answers(m.MachineServiceBase):
    """Tells the name of its node."""

    def __init__(self, name: str) -> None:
        self.name = name

    async def hostname(self, message: Empty) -> m.HostnameResponse:
        return m.HostnameResponse(messages=[m.Hostname(hostname=self.name)])

    async def read(self, message: m.ReadRequest) -> AsyncIterator[Data]:
        if message.path != "/hello":
            raise NotFoundError(f"{message.path}: no such file")
        for number in range(3):
            yield Data(bytes=f"{self.name} {number}".encode())


class Node(msgspec.Struct, frozen=True):
    """One node; log has what its gateway wrote."""

    name: str
    address: str
    port: int
    edge: Edge
    log: list[dict[str, object]]

    def audited(self) -> list[dict[str, object]]:
        """The lines of the audit log."""
        return [line for line in self.log if line["event"] == "audit"]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


def config_text(secrets: SecretsBundle = SECRETS) -> str:
    """A control-plane node's machine config."""
    choices = generate.Choices(cluster_name="t", endpoint="https://10.5.0.2:6443")
    return encode(generate.control_plane(secrets, choices)).decode()


def issued(name: str, address: str, secrets: SecretsBundle = SECRETS) -> Issued:
    """A node's certificates."""
    request = IssueRequest(config=config_text(secrets), addresses=(address,), hostname=name)
    made = issue_for(request, datetime.now(UTC))
    assert made.problem == ""
    return made


@asynccontextmanager
async def node(name: str, address: str, port: int, *, listen: str = "") -> AsyncIterator[Node]:
    """A node that serves there, or on another address that includes it."""
    log: list[dict[str, object]] = []
    logger = structlog.wrap_logger(None, processors=[_keep(log)])
    own = Channel(TcpAddress(address, port))
    peers = Peers(own=lambda: own, is_own=lambda _target: False, port=port)
    audit = Audit(log=logger, clock=time.monotonic)
    gateway = Gateway([Answers(name)], forwarder=Forwarder(peers), audit=audit, settings=LIMITS)
    server = Server((), settings=LIMITS, log=logger, director=gateway)
    edge = Edge(server=server, peers=peers, address=f"[{listen or address}]:{port}", log=logger)
    await edge.take(issued(name, address))
    try:
        yield Node(name, address, port, edge, log)
    finally:
        await edge.stop()
        own.close()


def _keep(log: list[dict[str, object]]) -> structlog.types.Processor:
    def keep(_logger: object, _method: str, line: structlog.types.EventDict) -> structlog.types.EventDict:
        log.append(dict(line))
        raise structlog.DropEvent

    return keep


def certificate(*roles: str, secrets: SecretsBundle = SECRETS, ago: timedelta = timedelta()) -> KeyPair:
    """A client certificate with these roles, valid for a minute from `ago` before now."""
    request = Request(usage=Usage.CLIENT, common_name="me", organizations=roles, lifetime=timedelta(minutes=1))
    return issue(secrets.certs.os.pair(), request, now=datetime.now(UTC) - ago)


@contextmanager
def client(node: Node, *roles: str, pair: KeyPair | None = None, trust: SecretsBundle = SECRETS) -> Iterator[Channel]:
    """A client of a node."""
    shown = pair or certificate(*roles)
    context = client_context(
        Issued(client=shown.certificate.decode() + portable_pem(shown.key), authorities=trust.certs.os.crt.decode())
    )
    channel = Channel(TcpAddress(node.address, node.port), tls=context)
    try:
        yield channel
    finally:
        channel.close()
