"""The routes that the kernel makes with an address, to its network: put back when somebody has deleted them.

The kernel makes one with the address, or when the link comes up, and never looks at it again. What it makes is in
fib_add_ifaddr (net/ipv4/fib_frontend.c) and addrconf_prefix_route (net/ipv6/addrconf.c); one that is made the same way
here goes with its address as the kernel's own does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.network.operations import AddRoute, Operation
from services.network.state import (
    IFA_F_NOPREFIXROUTE,
    IFA_F_SECONDARY,
    IFF_LOOPBACK,
    RT_SCOPE_LINK,
    RT_SCOPE_UNIVERSE,
    RTPROT_KERNEL,
    Route,
    RouteKey,
    prefix_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.network.layers.contribution import Merged
    from services.network.state import Address, Link, Seen

# IP6_RT_PRIO_ADDRCONF in linux/ipv6_route.h; of IPv4 it is 0
_METRIC_6 = 256


def missing_prefix_routes(wanted: Merged, seen: Seen) -> Iterator[Operation]:
    """Those of the addresses that are wanted and there; addresses of others are left alone with their routes."""
    ours, present = set(wanted.address_keys), set(seen.route_keys)
    for address, key in zip(seen.addresses, seen.address_keys, strict=True):
        link = seen.links.get(seen.name(address.link))
        if link is None or key not in ours or not has_prefix_route(address, link):
            continue
        route = prefix_route(address)
        # whoever made one that has this key: it does what this one would
        if RouteKey(link.name, prefix_text(route.destination), "", route.priority, route.table) not in present:
            yield AddRoute(route=route, link=link.name)


def has_prefix_route(address: Address, link: Link) -> bool:
    """Whether the kernel makes a route in the main table for an address."""
    network = address.interface.network
    elsewhere = link.flags & IFF_LOOPBACK or link.slave_kind == "vrf"
    without = address.flags & (IFA_F_NOPREFIXROUTE | IFA_F_SECONDARY) or address.duplicate or address.peer is not None
    alone = network.version == 4 and (network.prefixlen == 32 or network.network_address.packed[0] == 0)
    return link.up and not elsewhere and not without and not alone


def prefix_route(address: Address) -> Route:
    """The route that the kernel makes."""
    network, four = address.interface.network, address.interface.version == 4
    return Route(
        destination=network,
        link=address.link,
        source=address.interface.ip if four else None,
        priority=address.priority or (0 if four else _METRIC_6),
        scope=RT_SCOPE_LINK if four else RT_SCOPE_UNIVERSE,
        protocol=RTPROT_KERNEL,
    )
