"""From the wanted state and the seen state to the operations between them. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.ledger import address_key, route_key, wanted_addresses
from services.network.operations import (
    AddAddress,
    AddRoute,
    BringUp,
    Operation,
    RemoveAddress,
    RemoveRoute,
    SetHostname,
    SetMtu,
)
from services.network.prefixroutes import missing_prefix_routes
from services.network.state import RT_SCOPE_LINK, RT_SCOPE_UNIVERSE, RT_TABLE_MAIN, Link, Route
from services.network.wanted import LOOPBACK, Wanted, WantedAddress, WantedLink, WantedRoute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.network.ledger import Ledger
    from services.network.state import Seen


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Operations in the order in which they are to be done, and the links that they have to wait for."""

    operations: tuple[Operation, ...] = ()
    missing: tuple[WantedLink, ...] = ()


def make_plan(wanted: Wanted, seen: Seen, ledger: Ledger) -> Plan:
    """Compare; what is neither wanted nor in the ledger is somebody else's and left alone.

    What goes comes first: the kernel drops the other addresses of an IPv4 network with its first one.
    """
    return Plan(
        operations=(
            *_stale_routes(wanted, seen, ledger),
            *_stale_addresses(wanted, seen, ledger),
            *_links(wanted, seen),
            *_addresses(wanted, seen),
            *missing_prefix_routes(wanted, seen),
            *_routes(wanted, seen),
            *_hostname(wanted, seen),
        ),
        missing=tuple(each for each in wanted.links if each.name not in seen.links),
    )


def _stale_routes(wanted: Wanted, seen: Seen, ledger: Ledger) -> Iterator[Operation]:
    for route in seen.routes:
        if route_key(route, seen) in ledger.routes and not _is_wanted(route, wanted, seen):
            yield RemoveRoute(route=route, link=seen.name(route.link))


def _is_wanted(route: Route, wanted: Wanted, seen: Seen) -> bool:
    link = seen.links.get(seen.name(route.link))
    return link is not None and any(_fits(want, route, link) for want in wanted.routes)


def _stale_addresses(wanted: Wanted, seen: Seen, ledger: Ledger) -> Iterator[Operation]:
    stale = ledger.addresses - wanted_addresses(wanted)
    for address in seen.addresses:
        if address_key(address, seen) in stale:
            link = seen.links[seen.name(address.link)]
            yield RemoveAddress(link=link, interface=address.interface, scope=address.scope)


def _links(wanted: Wanted, seen: Seen) -> Iterator[Operation]:
    for want in wanted.links:
        link = seen.links.get(want.name)
        if link is None:
            continue
        if want.mtu is not None and want.mtu != link.mtu:
            yield SetMtu(link=link, mtu=want.mtu)
        if not link.up:
            yield BringUp(link=link)


def _addresses(wanted: Wanted, seen: Seen) -> Iterator[Operation]:
    present = {address_key(each, seen) for each in seen.addresses}
    for want in wanted.addresses:
        link = seen.links.get(want.link)
        if link is None or (want.link, str(want.interface)) in present or _impossible(want, seen):
            continue
        yield AddAddress(link=link, interface=want.interface, scope=want.scope)


def _impossible(want: WantedAddress, seen: Seen) -> bool:
    # ::1 is wanted of every node; a container without IPv6 is no fault. An address of the config is, and fails aloud.
    return want.link == LOOPBACK and want.interface.is_loopback and want.interface.version == 6 and not seen.ipv6


def _routes(wanted: Wanted, seen: Seen) -> Iterator[Operation]:
    # A gateway is reached over an on-link route or an address, so these come first.
    for want in sorted(wanted.routes, key=lambda each: each.gateway is not None):
        link = seen.links.get(want.link)
        if link is not None and not any(_fits(want, route, link) for route in seen.routes):
            yield AddRoute(route=_as_route(want, link), link=link.name)


def _fits(want: WantedRoute, route: Route, link: Link) -> bool:
    same_link = want.link == link.name and route.link == link.index
    same_way = (want.destination, want.gateway, want.priority, RT_TABLE_MAIN) == (
        route.destination,
        route.gateway,
        route.priority,
        route.table,
    )
    return same_link and same_way and route.mtu == (want.mtu or 0) and want.source in {None, route.source}


def _as_route(want: WantedRoute, link: Link) -> Route:
    on_link = want.gateway is None and want.destination.version == 4
    return Route(
        destination=want.destination,
        link=link.index,
        gateway=want.gateway,
        source=want.source,
        priority=want.priority,
        scope=RT_SCOPE_LINK if on_link else RT_SCOPE_UNIVERSE,
        mtu=want.mtu or 0,
    )


def _hostname(wanted: Wanted, seen: Seen) -> Iterator[Operation]:
    want = wanted.hostname
    if want is not None and (want.hostname, want.domainname) != (seen.hostname, seen.domainname):
        yield SetHostname(
            hostname=want.hostname,
            domainname=want.domainname,
            old_hostname=seen.hostname,
            old_domainname=seen.domainname,
        )
