"""What is wanted of the network (upstream: `pkg/machinery/resources/network`).

Namespace `network-config` has every layer's wishes, the id of each being `<layer>/<id>`; namespace `network` has what
they come to, by `<id>`. `layer` is default, cmdline, platform, operator or configuration.
"""

from typing import ClassVar

import msgspec

from libtalos.resources.definitions.linkparts import (
    VLAN,
    BondMaster,
    BridgeMaster,
    Slave,
    Veth,
    VRFMaster,
    Wireguard,
)
from libtalos.resources.definitions.network import NAMESPACE, Family
from libtalos.resources.spec import Column, Definition, Part, ResourceSpec

CONFIG_NAMESPACE = "network-config"
_OTHERS = (CONFIG_NAMESPACE,)


class LinkSpec(ResourceSpec, frozen=True, kw_only=True):
    """A link; the id is its name. MTU in bytes, 0 leaves it alone. `type` is upstream's word for ARPHRD numbers."""

    DEFINITION: ClassVar[Definition] = Definition("LinkSpecs.net.talos.dev", NAMESPACE, sensitive=True, others=_OTHERS)
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset(
        {
            *("hardwareAddr", "parentName", "masterName", "slaveIndex", "bridgeSlave", "vrfSlave", "vlan"),
            *("bondMaster", "bridgeMaster", "vrfMaster", "wireguard", "veth"),
        }
    )

    name: str
    logical: bool = False
    up: bool = False
    mtu: int = 0
    kind: str = ""
    type: str = "netrom"
    hardware_addr: str = ""
    parent_name: str = ""
    master_name: str = ""
    slave_index: int = 0
    bridge_slave: Slave | None = None
    vrf_slave: Slave | None = None
    vlan: VLAN | None = None
    bond_master: BondMaster | None = None
    bridge_master: BridgeMaster | None = None
    vrf_master: VRFMaster | None = None
    wireguard: Wireguard | None = None
    veth: Veth | None = None
    layer: str
    multicast: bool | msgspec.UnsetType = msgspec.UNSET


class AddressSpec(ResourceSpec, frozen=True, kw_only=True):
    """An address for a link; the id is `<link>/<cidr>`."""

    DEFINITION: ClassVar[Definition] = Definition("AddressSpecs.net.talos.dev", NAMESPACE, others=_OTHERS)
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"announceWithARP", "priority"})

    address: str
    link_name: str
    family: Family
    scope: str = "global"
    flags: str = ""
    announce_with_arp: bool = msgspec.field(default=False, name="announceWithARP")
    priority: int = 0
    layer: str


class RouteSpec(ResourceSpec, frozen=True, kw_only=True):
    """A route; `dst` is empty for a default route, `priority` is the metric."""

    DEFINITION: ClassVar[Definition] = Definition("RouteSpecs.net.talos.dev", NAMESPACE, others=_OTHERS)
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"outLinkName", "priority", "mtu"})

    family: Family
    dst: str = ""
    src: str = ""
    gateway: str = ""
    out_link_name: str = ""
    table: str = "main"
    priority: int = 0
    scope: str = "global"
    type: str = "unicast"
    flags: str = ""
    protocol: str = "static"
    layer: str
    mtu: int = 0


class RoutingRuleSpec(ResourceSpec, frozen=True, kw_only=True):
    """A routing rule; the id is `<family>/<priority>`, with five digits."""

    DEFINITION: ClassVar[Definition] = Definition("RoutingRuleSpecs.net.talos.dev", NAMESPACE, others=_OTHERS)
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"iifName", "oifName", "fwMark", "fwMask"})

    family: Family
    src: str = ""
    dst: str = ""
    table: str = "main"
    priority: int
    action: str = "unicast"
    iif_name: str = ""
    oif_name: str = ""
    fw_mark: int = 0
    fw_mask: int = 0
    layer: str


class HostnameSpec(ResourceSpec, frozen=True, kw_only=True):
    """The node's name; the id is `hostname`."""

    DEFINITION: ClassVar[Definition] = Definition("HostnameSpecs.net.talos.dev", NAMESPACE, others=_OTHERS)

    hostname: str
    domainname: str = ""
    layer: str


class ResolverSpec(ResourceSpec, frozen=True, kw_only=True):
    """DNS servers and search domains; the id is `resolvers`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "ResolverSpecs.net.talos.dev",
        NAMESPACE,
        (
            Column("Layer", "{.layer}"),
            Column("Resolvers", "{.dnsServers}"),
            Column("Search Domains", "{.searchDomains}"),
        ),
        others=_OTHERS,
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"searchDomains", "searchDomainsOverridden"})

    dns_servers: tuple[str, ...] = ()
    layer: str
    search_domains: tuple[str, ...] = ()
    search_domains_overridden: bool = False


class TimeServerSpec(ResourceSpec, frozen=True, kw_only=True):
    """Time servers by name or address; the id is `timeservers`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "TimeServerSpecs.net.talos.dev", NAMESPACE, (Column("Timeservers", "{.timeServers}"),), others=_OTHERS
    )

    time_servers: tuple[str, ...] = ()
    layer: str


class ClientIdentifier(Part, frozen=True, kw_only=True):
    """By what a DHCP client is known: none, mac or duid; a DUID in hexadecimal digits."""

    client_identifier: str = "none"
    duid_raw_hex: str | msgspec.UnsetType = msgspec.UNSET


class DHCPOperator(Part, frozen=True, kw_only=True):
    """How a DHCP client behaves."""

    route_metric: int
    skip_hostname_request: bool | msgspec.UnsetType = msgspec.UNSET
    client_identifier: ClientIdentifier | msgspec.UnsetType = msgspec.UNSET


class VIPOperator(Part, frozen=True, kw_only=True):
    """An address that one node of several has."""

    ip: str
    gratuitous_arp: bool = msgspec.field(default=False, name="gratuitousARP")


class OperatorSpec(ResourceSpec, frozen=True, kw_only=True):
    """Something that runs on a link and finds out more; the id is `<operator>/<link>`, with an address for `vip`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "OperatorSpecs.net.talos.dev", NAMESPACE, sensitive=True, others=_OTHERS
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"dhcp4", "dhcp6", "vip"})

    operator: str
    link_name: str
    require_up: bool = True
    dhcp4: DHCPOperator | None = None
    dhcp6: DHCPOperator | None = None
    vip: VIPOperator | None = None
    layer: str
