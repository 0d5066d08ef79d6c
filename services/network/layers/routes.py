"""One way to write a route."""

from __future__ import annotations

from ipaddress import ip_network
from typing import TYPE_CHECKING

from msgspec.structs import replace

from services.network.layers.words import Family
from services.network.state import RT_SCOPE_HOST, RT_SCOPE_LINK, RT_SCOPE_UNIVERSE

if TYPE_CHECKING:
    from services.network.layers.specs import RouteSpec
    from services.network.state import Prefix

EVERYTHING: dict[Family, Prefix] = {Family.INET4: ip_network("0.0.0.0/0"), Family.INET6: ip_network("::/0")}


def destination(route: RouteSpec) -> Prefix:
    """Return where a route leads; a default route leads everywhere."""
    return route.destination or EVERYTHING[route.family]


def normal(route: RouteSpec) -> RouteSpec:
    """Return the route as upstream writes it: without 0.0.0.0 and ::, and with the scope that follows from the rest."""
    target = route.destination if route.destination is not None and route.destination.prefixlen else None
    gateway = None if route.gateway is None or route.gateway.is_unspecified else route.gateway
    source = None if route.source is None or route.source.is_unspecified else route.source
    if gateway is None and target is not None:
        scope = RT_SCOPE_LINK
    elif target is not None and target.is_loopback:
        scope = RT_SCOPE_HOST
    else:
        scope = RT_SCOPE_UNIVERSE
    return replace(route, destination=target, gateway=gateway, source=source, scope=scope)
