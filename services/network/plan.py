"""From the wanted state and the seen state to the operations between them. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.layers.routes import destination
from services.network.layers.words import Family, Layer
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
from services.network.state import RT_SCOPE_UNIVERSE, Link, LinkName, Route

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.network.layers.contribution import Merged
    from services.network.layers.links import LinkSpec
    from services.network.layers.specs import AddressSpec, RouteSpec
    from services.network.ledger import Ledger
    from services.network.state import Seen


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Operations in the order in which they are to be done, and the links that they have to wait for."""

    operations: tuple[Operation, ...] = ()
    missing: tuple[LinkSpec, ...] = ()


def make_plan(wanted: Merged, seen: Seen, ledger: Ledger) -> Plan:
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
        missing=tuple(each for each in wanted.links.values() if each.name not in seen.links),
    )


def _stale_routes(wanted: Merged, seen: Seen, ledger: Ledger) -> Iterator[Operation]:
    for route in seen.routes:
        if route_key(route, seen) in ledger.routes and not _is_wanted(route, wanted, seen):
            yield RemoveRoute(route=route, link=seen.name(route.link))


def _is_wanted(route: Route, wanted: Merged, seen: Seen) -> bool:
    return any(_fits(want, route, seen) for want in wanted.routes.values())


def _stale_addresses(wanted: Merged, seen: Seen, ledger: Ledger) -> Iterator[Operation]:
    stale = ledger.addresses - wanted_addresses(wanted)
    for address in seen.addresses:
        if address_key(address, seen) in stale:
            link = seen.links[seen.name(address.link)]
            yield RemoveAddress(link=link, interface=address.interface, scope=address.scope)


def _links(wanted: Merged, seen: Seen) -> Iterator[Operation]:
    for want in wanted.links.values():
        link = seen.links.get(want.name)
        if link is None:
            continue
        if want.mtu not in {0, link.mtu}:
            yield SetMtu(link=link, mtu=want.mtu)
        if want.up and not link.up:
            yield BringUp(link=link)


def _addresses(wanted: Merged, seen: Seen) -> Iterator[Operation]:
    present = {address_key(each, seen) for each in seen.addresses}
    for want in wanted.addresses.values():
        link = seen.links.get(want.link)
        if link is None or (want.link, str(want.address)) in present or _impossible(want, seen):
            continue
        yield AddAddress(link=link, interface=want.address, scope=want.scope)


def _impossible(want: AddressSpec, seen: Seen) -> bool:
    # ::1 is wanted of every node; a container without IPv6 is no fault. An address of the config is, and fails aloud.
    return want.layer is Layer.DEFAULT and want.address.version == 6 and not seen.ipv6


def _routes(wanted: Merged, seen: Seen) -> Iterator[Operation]:
    # A gateway is reached over an on-link route or an address, so these come first.
    for want in sorted(wanted.routes.values(), key=lambda each: each.gateway is not None):
        link = seen.links.get(want.link) if want.link else None
        if (link or not want.link) and not any(_fits(want, route, seen) for route in seen.routes):
            yield AddRoute(route=_as_route(want, link), link=want.link or LinkName(""))


def _fits(want: RouteSpec, route: Route, seen: Seen) -> bool:
    same_link = not want.link or want.link == seen.name(route.link)
    same_way = (destination(want), want.gateway, want.priority, want.table, want.type) == (
        route.destination,
        route.gateway,
        route.priority,
        route.table,
        route.type,
    )
    return same_link and same_way and route.mtu == want.mtu and want.source in {None, route.source}


def _as_route(want: RouteSpec, link: Link | None) -> Route:
    return Route(
        destination=destination(want),
        link=None if link is None else link.index,
        gateway=want.gateway,
        source=want.source,
        priority=want.priority,
        table=want.table,
        # the kernel has scopes of routes for IPv4 only
        scope=want.scope if want.family is Family.INET4 else RT_SCOPE_UNIVERSE,
        type=want.type,
        protocol=want.protocol,
        mtu=want.mtu,
    )


def _hostname(wanted: Merged, seen: Seen) -> Iterator[Operation]:
    want = wanted.hostname
    if want is not None and (want.hostname, want.domainname) != (seen.hostname, seen.domainname):
        yield SetHostname(
            hostname=want.hostname,
            domainname=want.domainname,
            old_hostname=seen.hostname,
            old_domainname=seen.domainname,
        )
