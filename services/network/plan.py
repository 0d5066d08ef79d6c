"""From the wanted state and the seen state to the operations between them. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from services.network.advertisements import missing_acceptance
from services.network.layers.routes import destination
from services.network.layers.words import Family, Layer
from services.network.links.plan import Lack, plan_links
from services.network.operations import (
    AddAddress,
    AddRoute,
    Operation,
    RemoveAddress,
    RemoveRoute,
    SetHostname,
)
from services.network.prefixroutes import missing_prefix_routes
from services.network.problem import Problem
from services.network.rules import missing_rules, stale_rules
from services.network.state import RT_SCOPE_UNIVERSE, Link, LinkName, Route

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from services.network.layers.contribution import Merged
    from services.network.layers.specs import AddressSpec, RouteSpec
    from services.network.ledger import Ledger
    from services.network.state import Seen


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Operations in the order in which they are to be done, the links that they wait for, and what cannot be."""

    operations: tuple[Operation, ...] = ()
    missing: tuple[Lack, ...] = ()
    conflicts: tuple[Problem, ...] = ()


def make_plan(wanted: Merged, seen: Seen, ledger: Ledger) -> Plan:
    """Compare; what is neither wanted nor in the ledger is somebody else's and left alone.

    What goes comes first: the kernel drops the other addresses of an IPv4 network with its first one.
    """
    links = plan_links(tuple(wanted.links.values()), seen.links, ledger.owned)
    after = with_links(seen, links.links)
    lacking, fitting = _match(wanted, after)
    return Plan(
        operations=(
            *stale_rules(wanted, seen, ledger),
            *_stale_routes(fitting, after, ledger),
            *_stale_addresses(wanted, after, ledger),
            *missing_acceptance(wanted, seen),
            *links.operations,
            *_addresses(wanted, after),
            *missing_prefix_routes(wanted, after),
            *_routes(lacking, after),
            *missing_rules(wanted, seen),
            *_hostname(wanted, after),
        ),
        missing=links.missing,
        conflicts=links.conflicts,
    )


def with_links(seen: Seen, links: dict[LinkName, Link]) -> Seen:
    """Return what will be seen once the links are these: what was on links that go goes with them."""
    if links == seen.links:
        return seen
    left = {each.index for each in links.values()}
    return replace(
        seen,
        links=links,
        addresses=tuple(each for each in seen.addresses if each.link in left),
        routes=tuple(each for each in seen.routes if each.link is None or each.link in left),
    )


def _stale_routes(fitting: Container[int], seen: Seen, ledger: Ledger) -> Iterator[Operation]:
    for place, key in enumerate(seen.route_keys):
        if key in ledger.routes and place not in fitting:
            route = seen.routes[place]
            yield RemoveRoute(route=route, link=seen.name(route.link))


def _stale_addresses(wanted: Merged, seen: Seen, ledger: Ledger) -> Iterator[Operation]:
    stale = ledger.addresses.difference(wanted.address_keys)
    for address, key in zip(seen.addresses, seen.address_keys, strict=True):
        if key in stale:
            link = seen.links[seen.name(address.link)]
            yield RemoveAddress(link=link, interface=address.interface, scope=address.scope)


def _addresses(wanted: Merged, seen: Seen) -> Iterator[Operation]:
    present = set(seen.address_keys)
    for want, key in zip(wanted.addresses.values(), wanted.address_keys, strict=True):
        link = seen.links.get(want.link)
        if link is None or key in present or _impossible(want, seen):
            continue
        yield AddAddress(link=link, interface=want.address, scope=want.scope)


def _impossible(want: AddressSpec, seen: Seen) -> bool:
    # ::1 is wanted of every node; a container without IPv6 is no fault. An address of the config is, and fails aloud.
    return want.layer is Layer.DEFAULT and want.address.version == 6 and not seen.ipv6


def _match(wanted: Merged, seen: Seen) -> tuple[list[RouteSpec], set[int]]:
    """Return the wanted routes that nothing seen fits, and the places of the seen ones that fit.

    By keys, for there may be thousands of either: each is looked at once. The link is compared after that, since a
    route may be wanted of any.
    """
    places: dict[tuple[object, ...], list[int]] = {}
    for place, key in enumerate(seen.route_keys):
        places.setdefault(key[1:], []).append(place)
    lacking: list[RouteSpec] = []
    fitting: set[int] = set()
    for want, key in zip(wanted.routes.values(), wanted.route_keys, strict=True):
        found = [place for place in places.get(key[1:], ()) if _fits(want, seen.routes[place], seen)]
        fitting.update(found)
        if not found:
            lacking.append(want)
    return lacking, fitting


def _routes(lacking: Iterable[RouteSpec], seen: Seen) -> Iterator[Operation]:
    # A gateway is reached over an on-link route or an address, so these come first.
    for want in sorted(lacking, key=lambda each: each.gateway is not None):
        link = seen.links.get(want.link) if want.link else None
        if link or not want.link:
            yield AddRoute(route=_as_route(want, link), link=want.link or LinkName(""))


def _fits(want: RouteSpec, route: Route, seen: Seen) -> bool:
    """Whether a route whose key is the wanted one but for the link does what is wanted."""
    same_link = not want.link or want.link == seen.name(route.link)
    same_kind = want.type == route.type and want.mtu == route.mtu
    return same_link and same_kind and (want.source is None or want.source == route.source)


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
