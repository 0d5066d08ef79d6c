"""The gateway, put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from libtalos.bus.server import Server, Service
from libtalos.bus.settings import BusSettings
from libtalos.component.runtime import Runtime
from libtalos.resources.definitions.network import HostnameStatus, NodeAddress
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.mirror import mirror_of
from services.api.gateway.audit import Audit
from services.api.gateway.director import Gateway
from services.api.gateway.edge import ADDRESS_VARIABLE, DEFAULT_ADDRESS, Edge
from services.api.gateway.forwarding import Forwarder
from services.api.gateway.identity import Identity
from services.api.gateway.issuer import ask
from services.api.gateway.peers import Peers

if TYPE_CHECKING:
    from libtalos.resources.spec import ResourceSpec

    S = TypeVar("S", bound=ResourceSpec)

OWN = "api"
# strangers get less than the components of the node do: calls of one connection, resets and pings within ten seconds
LIMITS = BusSettings(max_streams=1024, max_resets=1000, max_pings=100)


class Wired(msgspec.Struct, frozen=True):
    """The edge, and the eternal tasks that keep it, by name."""

    edge: Edge
    work: dict[str, Callable[[], Any]]


def gateway_of(runtime: Runtime, services: Sequence[Service]) -> Wired:
    """Build it for these services."""

    async def changed(issued: Any) -> None:
        await edge.take(issued)

    identity = Identity(issue=ask, changed=changed, log=runtime.log)
    peers = Peers(own=lambda: runtime.bus.channel(OWN), is_own=identity.is_own)
    audit = Audit(log=runtime.log, clock=runtime.clock)
    gateway = Gateway(services, forwarder=Forwarder(peers), audit=audit, settings=LIMITS)
    edge = Edge(
        server=Server((), settings=LIMITS, log=runtime.log, director=gateway),
        peers=peers,
        address=runtime.environment.get(ADDRESS_VARIABLE, DEFAULT_ADDRESS),
        log=runtime.log,
    )

    def follow(component: str, spec_class: type[S], taken: Callable[[dict[str, S]], None]) -> Callable[[], Any]:
        return mirror_of(runtime.bus.channel(component), spec_class, changed=taken, log=runtime.log).run

    return Wired(
        edge=edge,
        work={
            "certificates": identity.run,
            "watch config": follow("init", MachineConfigSpec, identity.config),
            "watch addresses": follow("network", NodeAddress, identity.addresses),
            "watch hostname": follow("network", HostnameStatus, identity.hostname),
        },
    )
