"""Which addresses and routes are ours: only those may be removed when the config no longer wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from services.network.state import RT_TABLE_MAIN

if TYPE_CHECKING:
    from services.network.state import Address, Ip, Route, Seen
    from services.network.wanted import Wanted


class AddressKey(NamedTuple):
    """What tells an address of the node from another."""

    link: str
    interface: str


class RouteKey(NamedTuple):
    """What tells a route of the node from another."""

    link: str
    destination: str
    gateway: str
    priority: int
    table: int


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """What this component put into the kernel, and what the node was called before it came."""

    addresses: frozenset[AddressKey] = frozenset()
    routes: frozenset[RouteKey] = frozenset()

    def claim(self, wanted: Wanted, seen: Seen) -> Ledger:
        """Return the ledger after a reconcile: of what is there, what is wanted is ours and what was ours stays so."""
        addresses = {address_key(each, seen) for each in seen.addresses}
        routes = {route_key(each, seen) for each in seen.routes}
        return replace(
            self,
            addresses=frozenset(addresses & (self.addresses | wanted_addresses(wanted))),
            routes=frozenset(routes & (self.routes | wanted_routes(wanted))),
        )


def address_key(address: Address, seen: Seen) -> AddressKey:
    """Return the key of an address of the kernel's."""
    return AddressKey(seen.name(address.link), str(address.interface))


def route_key(route: Route, seen: Seen) -> RouteKey:
    """Return the key of a route of the kernel's."""
    return RouteKey(seen.name(route.link), str(route.destination), _text(route.gateway), route.priority, route.table)


def wanted_addresses(wanted: Wanted) -> set[AddressKey]:
    """Return the keys of the addresses that are wanted."""
    return {AddressKey(each.link, str(each.interface)) for each in wanted.addresses}


def wanted_routes(wanted: Wanted) -> set[RouteKey]:
    """Return the keys of the routes that are wanted."""
    return {
        RouteKey(each.link, str(each.destination), _text(each.gateway), each.priority, RT_TABLE_MAIN)
        for each in wanted.routes
    }


def _text(address: Ip | None) -> str:
    return "" if address is None else str(address)
