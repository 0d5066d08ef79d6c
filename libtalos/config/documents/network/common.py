"""What all kinds of links have: whether they are up, their MTU, addresses and routes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from libtalos.config.document import Fault, NamedDocument, prefixed
from libtalos.config.documents.network.names import link_name, one_family
from libtalos.config.section import Section, Uint32
from libtalos.config.words import LARGEST_MTU, SMALLEST_MTU
from libtalos.config.written import Address, Prefix, RoutingTable

if TYPE_CHECKING:
    from libtalos.config.schema import Machine


class AddressConfig(Section, frozen=True):
    """addresses[]: route_priority is the metric of the route to the address' own network; 0 leaves it to the kernel."""

    address: Prefix
    route_priority: Uint32 = 0


class RouteConfig(Section, frozen=True):
    """routes[]: without a destination the default route of the gateway's family; without a gateway link scope."""

    destination: Prefix | None = None
    gateway: Address | None = None
    source: Address | None = None
    metric: Uint32 = 0
    mtu: Uint32 = 0
    table: RoutingTable | None = None

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the route."""
        if self.destination is None and self.gateway is None:
            yield Fault("", "either destination or gateway must be set")
        yield from one_family(
            "",
            {
                "destination": self.destination.value.ip if self.destination else None,
                "gateway": self.gateway.value if self.gateway else None,
                "source": self.source.value if self.source else None,
            },
        )
        yield from mtu_faults(self.mtu)


class LinkDocument(NamedDocument, frozen=True):
    """The name of the document is the name of the link, or an alias; a link that is not told otherwise is up."""

    up: bool | None = None
    mtu: Uint32 = 0
    addresses: tuple[AddressConfig, ...] = ()
    routes: tuple[RouteConfig, ...] = ()
    multicast: bool | None = None

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from link_name("name", self.name)
        yield from mtu_faults(self.mtu)
        seen: set[Prefix] = set()
        for index, each in enumerate(self.addresses):
            if each.address in seen:
                yield Fault(f"addresses[{index}].address", f"{each.address} is given twice")
            seen.add(each.address)
        for index, route in enumerate(self.routes):
            yield from prefixed(f"routes[{index}]", route.faults())

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        if any(each.interface == self.name for each in machine.network.interfaces):
            yield Fault("name", f"{self.name} is already configured in v1alpha1 config (machine.network.interfaces)")


def mtu_faults(mtu: int) -> Iterator[Fault]:
    """Tell if an MTU that is set is none."""
    if mtu and not SMALLEST_MTU <= mtu <= LARGEST_MTU:
        yield Fault("mtu", f"{mtu} is not between {SMALLEST_MTU} and {LARGEST_MTU}")
