"""What the kernel has: links, addresses and routes as it reports them. Numbers are the kernel's own.

Values of which there may be thousands are left out by the garbage collector (gc=False): they are in no cycles.
"""

from __future__ import annotations

import socket
from functools import cached_property
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Interface, IPv6Network
from typing import TYPE_CHECKING, NamedTuple, NewType

import msgspec

from services.network.ethtool import Device

if TYPE_CHECKING:
    from services.network.advertisements import Acceptance
    from services.network.layers.words import Family
    from services.network.links.attribute import Details
    from services.network.links.wireguard.wire import WireguardDevice

LinkName = NewType("LinkName", str)
LinkIndex = NewType("LinkIndex", int)

Ip = IPv4Address | IPv6Address
Interface = IPv4Interface | IPv6Interface
Prefix = IPv4Network | IPv6Network

IFF_UP = 0x1
IFF_LOOPBACK = 0x8
IFF_MULTICAST = 0x1000
IFA_F_SECONDARY = 0x01
IFA_F_DADFAILED = 0x08
IFA_F_TENTATIVE = 0x40
IFA_F_PERMANENT = 0x80
IFA_F_NOPREFIXROUTE = 0x200
RT_SCOPE_UNIVERSE = 0
RT_SCOPE_LINK = 253
RT_SCOPE_HOST = 254
RT_TABLE_MAIN = 254
RTN_UNICAST = 1
RTN_BLACKHOLE = 6
# blackhole, unreachable, prohibit, throw
RTNS_NOWHERE = frozenset({6, 7, 8, 9})
RTPROT_KERNEL = 2
RTPROT_STATIC = 4


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A network interface (RTM_NEWLINK).

    link_index: the link that this one stands on, or the other end of its pair; parent_elsewhere: that is in another
    network namespace, whose index it is. details: the settings of its kind (services.network.links.kinds).
    """

    name: LinkName
    index: LinkIndex
    type: int = 1
    flags: int = 0
    mtu: int = 1500
    hardware_addr: bytes = b""
    permanent_addr: bytes = b""
    broadcast_addr: bytes = b""
    link_index: int = 0
    parent_elsewhere: bool = False
    master_index: int = 0
    operational_state: int = 0
    carrier: bool = False
    carrier_changes: int = 0
    queue_disc: str = ""
    kind: str = ""
    slave_kind: str = ""
    details: Details = ()
    wireguard: WireguardDevice | None = None
    alias: str = ""
    alt_names: tuple[str, ...] = ()
    device: Device = msgspec.field(default_factory=Device)

    @property
    def up(self) -> bool:
        """Whether the link is administratively up."""
        return bool(self.flags & IFF_UP)

    @property
    def multicast(self) -> bool:
        """Whether the link takes part in multicast."""
        return bool(self.flags & IFF_MULTICAST)


class Address(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An address of a link (RTM_NEWADDR). interface is what `ip address` prints: the local one with its prefix."""

    link: LinkIndex
    interface: Interface
    peer: Ip | None = None
    broadcast: Ip | None = None
    anycast: Ip | None = None
    multicast: Ip | None = None
    scope: int = RT_SCOPE_UNIVERSE
    flags: int = 0
    priority: int = 0

    @property
    def duplicate(self) -> bool:
        """Whether somebody else in the network has the address, so that the kernel does not use it (RFC 4862)."""
        return bool(self.flags & IFA_F_DADFAILED)


class NextHop(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One way of a multipath route; weight counts from 1."""

    link: LinkIndex
    gateway: Ip | None = None
    weight: int = 1


class Route(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A route (RTM_NEWROUTE). A destination with prefix length 0 is the default route."""

    destination: Prefix
    link: LinkIndex | None = None
    gateway: Ip | None = None
    source: Ip | None = None
    priority: int = 0
    table: int = RT_TABLE_MAIN
    scope: int = RT_SCOPE_UNIVERSE
    type: int = RTN_UNICAST
    protocol: int = RTPROT_STATIC
    flags: int = 0
    mtu: int = 0
    next_hops: tuple[NextHop, ...] = ()


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A routing rule (RTM_NEWRULE). None matches everything; a table of 0 is none, for actions that look nothing up."""

    family: Family
    priority: int
    source: Prefix | None = None
    destination: Prefix | None = None
    table: int = RT_TABLE_MAIN
    action: int = 1
    in_link: LinkName | None = None
    out_link: LinkName | None = None
    fw_mark: int = 0
    fw_mask: int = 0
    protocol: int = RTPROT_STATIC


class Assignment(NamedTuple):
    """An address as it is given to a link."""

    link: LinkIndex
    interface: Interface
    scope: int


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


class Seen(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The kernel's whole state at one moment."""

    links: dict[LinkName, Link] = msgspec.field(default_factory=dict)
    addresses: tuple[Address, ...] = ()
    routes: tuple[Route, ...] = ()
    rules: tuple[Rule, ...] = ()
    hostname: str = ""
    domainname: str = ""
    # by the links that have IPv6
    acceptances: dict[LinkName, Acceptance] = msgspec.field(default_factory=dict)
    # False where the kernel has no IPv6 or it is switched off for the loopback link.
    ipv6: bool = True

    def name(self, index: LinkIndex | None) -> LinkName:
        """Return the name of a link; empty if there is no such link."""
        return LinkName("") if index is None else self._names.get(index, LinkName(""))

    @cached_property
    def address_keys(self) -> tuple[AddressKey, ...]:
        """The keys of the addresses, in their order."""
        return tuple([AddressKey(self.name(each.link), str(each.interface)) for each in self.addresses])

    @cached_property
    def route_keys(self) -> tuple[RouteKey, ...]:
        """The keys of the routes, in their order."""
        return tuple([self._route_key(each) for each in self.routes])

    def _route_key(self, route: Route) -> RouteKey:
        # of a route that leads nowhere Linux says that it leads to the loopback link, if it is one of IPv6
        link = "" if route.type in RTNS_NOWHERE else self.name(route.link)
        return RouteKey(link, prefix_text(route.destination), ip_text(route.gateway), route.priority, route.table)

    @cached_property
    def _names(self) -> dict[LinkIndex, LinkName]:
        return {each.index: each.name for each in self.links.values()}


def prefix_text(prefix: Prefix) -> str:
    """Write a prefix as str() does, which takes three times as long for those of IPv4: there may be thousands."""
    if isinstance(prefix, IPv4Network):
        return f"{socket.inet_ntoa(prefix.network_address.packed)}/{prefix.prefixlen}"
    return str(prefix)


def ip_text(address: Ip | None) -> str:
    """Write an address as str() does, and none as nothing."""
    if address is None:
        return ""
    return socket.inet_ntoa(address.packed) if isinstance(address, IPv4Address) else str(address)
