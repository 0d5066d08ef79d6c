"""What is wanted besides links. Numbers are the kernel's; layer is set where a source's words are merged."""

from __future__ import annotations

import msgspec

from services.network.layers.words import ClientIdentifier, Family, Layer, OperatorKind, RuleAction
from services.network.state import (
    IFA_F_PERMANENT,
    RT_SCOPE_UNIVERSE,
    RT_TABLE_MAIN,
    RTN_UNICAST,
    RTPROT_STATIC,
    Interface,
    Ip,
    LinkName,
    Prefix,
)

# upstream: network.DefaultRouteMetric
DEFAULT_ROUTE_METRIC = 1024


class AddressSpec(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An address that a link is to have.

    priority: the metric of the route that comes with it, 0 is the kernel's. announce: tell the network by ARP.
    """

    link: LinkName
    address: Interface
    scope: int = RT_SCOPE_UNIVERSE
    flags: int = IFA_F_PERMANENT
    announce: bool = False
    priority: int = 0
    layer: Layer = Layer.DEFAULT

    @property
    def family(self) -> Family:
        """Its address family."""
        return Family.of(self.address.version)


class RouteSpec(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A route. destination None is the default route of the family; gateway None is on-link; mtu in bytes, 0 is none.

    link is None for types that lead nowhere, such as blackhole. priority is the metric. The scope follows from the rest
    (services.network.layers.routes).
    """

    family: Family
    destination: Prefix | None = None
    source: Ip | None = None
    gateway: Ip | None = None
    link: LinkName | None = None
    table: int = RT_TABLE_MAIN
    priority: int = DEFAULT_ROUTE_METRIC
    scope: int = RT_SCOPE_UNIVERSE
    type: int = RTN_UNICAST
    flags: int = 0
    protocol: int = RTPROT_STATIC
    mtu: int = 0
    layer: Layer = Layer.DEFAULT


class RoutingRuleSpec(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that says which table a packet's route is looked up in. None and empty match everything.

    fw_mark and fw_mask: the packet's mark, 0 matches everything. Rules are tried by rising priority, one each a family.
    """

    family: Family
    priority: int
    source: Prefix | None = None
    destination: Prefix | None = None
    table: int = RT_TABLE_MAIN
    action: RuleAction = RuleAction.UNICAST
    in_link: LinkName | None = None
    out_link: LinkName | None = None
    fw_mark: int = 0
    fw_mask: int = 0
    layer: Layer = Layer.DEFAULT


class HostnameSpec(msgspec.Struct, frozen=True, kw_only=True):
    """The node's name, cut at the first dot."""

    hostname: str
    domainname: str = ""
    layer: Layer = Layer.DEFAULT

    @classmethod
    def parse(cls, name: str) -> HostnameSpec:
        """Cut a name at its first dot."""
        hostname, _, domainname = name.partition(".")
        return cls(hostname=hostname, domainname=domainname)

    @property
    def fqdn(self) -> str:
        """The whole name."""
        return f"{self.hostname}.{self.domainname}" if self.domainname else self.hostname


class ResolverSpec(msgspec.Struct, frozen=True, kw_only=True):
    """Name servers in the order in which they are asked, and search domains.

    search_overridden: the search domains of weaker layers do not count, also where there are none here.
    """

    servers: tuple[Ip, ...] = ()
    search: tuple[str, ...] = ()
    search_overridden: bool = False
    layer: Layer = Layer.DEFAULT


class TimeServerSpec(msgspec.Struct, frozen=True, kw_only=True):
    """Time servers by name or address."""

    servers: tuple[str, ...] = ()
    layer: Layer = Layer.DEFAULT


class DhcpOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a DHCP client behaves. duid in hexadecimal digits, where clients are known by it."""

    route_metric: int = DEFAULT_ROUTE_METRIC
    skip_hostname_request: bool = False
    client_identifier: ClientIdentifier = ClientIdentifier.NONE
    duid: str = ""


class VipOptions(msgspec.Struct, frozen=True, kw_only=True):
    """An address that one node of several has."""

    ip: Ip
    gratuitous_arp: bool = True


class OperatorSpec(msgspec.Struct, frozen=True, kw_only=True):
    """Something that runs on a link and finds out more: dhcp for the DHCP kinds, vip for the other one."""

    kind: OperatorKind
    link: LinkName
    require_up: bool = True
    dhcp: DhcpOptions | None = None
    vip: VipOptions | None = None
    layer: Layer = Layer.DEFAULT
