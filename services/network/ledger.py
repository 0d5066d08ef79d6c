"""Which links, addresses, routes and rules are ours: only those may be removed when the config no longer wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from services.network.layers.routes import destination
from services.network.links.owned import OwnedLinks
from services.network.rules import RuleKey, rule_key, wanted_rules
from services.network.state import RTNS_NOWHERE

if TYPE_CHECKING:
    from services.network.layers.contribution import Merged
    from services.network.state import Address, Ip, Route, Seen


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
    """What this component put into the kernel."""

    addresses: frozenset[AddressKey] = frozenset()
    routes: frozenset[RouteKey] = frozenset()
    rules: frozenset[RuleKey] = frozenset()
    owned: OwnedLinks = OwnedLinks()

    def claim(self, wanted: Merged, seen: Seen) -> Ledger:
        """Return the ledger after a reconcile: of what is there, what is wanted is ours and what was ours stays so."""
        addresses = {address_key(each, seen) for each in seen.addresses}
        routes = {route_key(each, seen) for each in seen.routes}
        return replace(
            self,
            addresses=frozenset(addresses & (self.addresses | wanted_addresses(wanted))),
            routes=frozenset(routes & (self.routes | wanted_routes(wanted))),
            rules=frozenset({rule_key(each) for each in seen.rules} & (self.rules | wanted_rules(wanted))),
            owned=self.owned.claim(wanted.links.values(), seen.links),
        )


def address_key(address: Address, seen: Seen) -> AddressKey:
    """Return the key of an address of the kernel's."""
    return AddressKey(seen.name(address.link), str(address.interface))


def route_key(route: Route, seen: Seen) -> RouteKey:
    """Return the key of a route of the kernel's."""
    # of a route that leads nowhere Linux says that it leads to the loopback link, if it is one of IPv6
    link = "" if route.type in RTNS_NOWHERE else seen.name(route.link)
    return RouteKey(link, str(route.destination), _text(route.gateway), route.priority, route.table)


def wanted_addresses(wanted: Merged) -> set[AddressKey]:
    """Return the keys of the addresses that are wanted."""
    return {AddressKey(each.link, str(each.address)) for each in wanted.addresses.values()}


def wanted_routes(wanted: Merged) -> set[RouteKey]:
    """Return the keys of the routes that are wanted."""
    return {
        RouteKey(each.link or "", str(destination(each)), _text(each.gateway), each.priority, each.table)
        for each in wanted.routes.values()
    }


def _text(address: Ip | None) -> str:
    return "" if address is None else str(address)
