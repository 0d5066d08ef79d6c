"""From what servers and routers give to what is wanted of the network, in the layer of operators."""

from __future__ import annotations

from ipaddress import IPv6Address
from typing import TYPE_CHECKING

from services.network.layers import (
    AddressSpec,
    Contribution,
    HostnameSpec,
    Layer,
    LinkSpec,
    ResolverSpec,
    RouteSpec,
    TimeServerSpec,
)
from services.network.layers.words import Family
from services.network.state import RT_SCOPE_LINK, RT_SCOPE_UNIVERSE

if TYPE_CHECKING:
    from services.network.operators.lease import Lease, LeaseRoute
    from services.network.operators.ra.routers import Resolving
    from services.network.state import Ip, LinkName

# __NEW_UTS_LEN in linux/utsname.h
_LONGEST_HOSTNAME, _LONGEST_DOMAIN = 63, 64


def of_lease(lease: Lease, link: LinkName, *, source: str, metric: int) -> Contribution:
    """Return what a lease gives a link; metric is that of its routes."""
    return Contribution(
        layer=Layer.OPERATOR,
        source=source,
        links=() if lease.mtu is None else (LinkSpec(name=link, up=True, mtu=lease.mtu, where=source),),
        addresses=(AddressSpec(link=link, address=lease.address),),
        routes=tuple(_route(each, link, metric) for each in lease.routes),
        hostname=_hostname(lease),
        resolvers=_resolvers(link, lease.resolvers, lease.search or ((lease.domain,) if lease.domain else ())),
        time_servers=TimeServerSpec(servers=tuple(map(str, lease.time_servers))) if lease.time_servers else None,
    )


def of_routers(resolving: Resolving, link: LinkName, *, source: str) -> Contribution:
    """Return what the routers of a link give; addresses and routes are the kernel's affair."""
    resolvers = _resolvers(link, resolving.servers, resolving.search)
    return Contribution(layer=Layer.OPERATOR, source=source, resolvers=resolvers)


def _route(route: LeaseRoute, link: LinkName, metric: int) -> RouteSpec:
    return RouteSpec(
        family=Family.of(route.destination.version),
        destination=route.destination if route.destination.prefixlen else None,
        gateway=route.gateway,
        link=link,
        priority=metric,
        scope=RT_SCOPE_LINK if route.gateway is None else RT_SCOPE_UNIVERSE,
    )


def _hostname(lease: Lease) -> HostnameSpec | None:
    name, _, domain = lease.hostname.partition(".")
    if not name or len(name) > _LONGEST_HOSTNAME:
        return None
    domain = domain or lease.domain
    return HostnameSpec(hostname=name, domainname=domain if len(domain) <= _LONGEST_DOMAIN else "")


def _resolvers(link: LinkName, servers: tuple[Ip, ...], search: tuple[str, ...]) -> ResolverSpec | None:
    if not servers and not search:
        return None
    return ResolverSpec(servers=tuple(_zoned(each, link) for each in servers), search=search)


def _zoned(address: Ip, link: LinkName) -> Ip:
    """A link-local server is asked over the link that told of it (RFC 4007 11)."""
    return IPv6Address(f"{address}%{link}") if address.version == 6 and address.is_link_local else address
