"""gRPC's interop cases: the bus against gRPC's Python library and against grpc-go, in both directions.

The same cases run between grpcio and grpc-go as well: that they pass there shows that the cases themselves are right.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.integration.bus import bus_peer, cases, go_peer, grpcio_peer
from tests.integration.bus.messages import Messages
from tests.integration.bus.service import InteropService
from tests.integration.bus.target import Identity, Target

CLIENTS = {"bus": bus_peer.connected, "grpcio": grpcio_peer.connected}
SERVERS = {"bus": bus_peer.served, "grpcio": grpcio_peer.served}
TRANSPORTS = ("unix", "tcp", "tls")
# grpc-go's interop server has no unix sockets
GO_TRANSPORTS = ("tcp", "tls")
# grpc-go's interop server does not serve these
NOT_IN_GO = {"cacheable_unary"}
# seconds for a server to notice that a call was given up
NOTICE = 5.0


@dataclass(frozen=True)
class Place:
    """Where servers of a test may live."""

    messages: Messages
    identity: Identity
    sockets: Path

    @asynccontextmanager
    async def serving(self, server: str, transport: str) -> AsyncIterator[Target]:
        """A server; in the end no call may be under way in it."""
        kinds = self.messages.bus if server == "bus" else self.messages.protobuf
        service = InteropService(kinds)
        path = self.sockets / "s.sock" if transport == "unix" else None
        identity = self.identity if transport == "tls" else None
        async with SERVERS[server](service, self.messages, path=path, identity=identity) as target:
            yield target
            await asyncio.wait_for(service.idle(), NOTICE)


@pytest.fixture
def place(messages: Messages, identity: Identity, sockets: Path) -> Place:
    """Where servers of this test live."""
    return Place(messages, identity, sockets)


@pytest.fixture(scope="module")
def go_server(identity: Identity) -> Iterator[Mapping[str, Target]]:
    """grpc-go's interop server, by transport."""
    with go_peer.served() as tcp, go_peer.served(identity) as tls:
        yield {"tcp": tcp, "tls": tls}


@pytest.mark.parametrize("case", cases.CASES)
@pytest.mark.parametrize("transport", TRANSPORTS)
@pytest.mark.parametrize(("client", "server"), [("bus", "grpcio"), ("grpcio", "bus")])
async def test_python(client: str, server: str, transport: str, case: str, place: Place) -> None:
    """The bus and grpcio, each as the client of the other."""
    async with (
        place.serving(server, transport) as target,
        CLIENTS[client](target, place.messages) as connected,
    ):
        await cases.CASES[case](connected)


@pytest.mark.parametrize("case", [name for name in cases.CASES if name not in NOT_IN_GO])
@pytest.mark.parametrize("transport", GO_TRANSPORTS)
@pytest.mark.parametrize("client", CLIENTS)
async def test_go_server(
    client: str, transport: str, case: str, go_server: Mapping[str, Target], messages: Messages
) -> None:
    """Clients of grpc-go's server."""
    async with CLIENTS[client](go_server[transport], messages) as connected:
        await cases.CASES[case](connected)


@pytest.mark.parametrize("case", go_peer.CASES)
@pytest.mark.parametrize("transport", TRANSPORTS)
async def test_go_client(transport: str, case: str, place: Place) -> None:
    """grpc-go's client of the bus."""
    async with place.serving("bus", transport) as target:
        await go_peer.run_case(case, target)
