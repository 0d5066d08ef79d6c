"""Resources of the network component (upstream: `pkg/machinery/resources/network`)."""

from typing import ClassVar, Literal

import msgspec

from libtalos.resources.definitions.linkparts import VLAN, BondMaster, BridgeMaster, Veth, VRFMaster, Wireguard
from libtalos.resources.spec import Column, Definition, Part, ResourceSpec

NAMESPACE = "network"

Family = Literal["inet4", "inet6"]


class LinkStatus(ResourceSpec, frozen=True, kw_only=True):
    """A network link as the kernel has it; the id is its name. MTU in bytes, speed in Mbit/s."""

    DEFINITION: ClassVar[Definition] = Definition(
        "LinkStatuses.net.talos.dev",
        NAMESPACE,
        (
            Column("Alias", "{.alias}"),
            Column("Type", "{.type}"),
            Column("Kind", "{.kind}"),
            Column("Hw Addr", "{.hardwareAddr}"),
            Column("Oper State", "{.operationalState}"),
            Column("Link State", "{.linkState}"),
        ),
        aliases=("link", "links"),
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset(
        {
            *("alias", "altNames", "masterIndex", "busPath", "pciID", "driver", "driverVersion", "firmwareVersion"),
            *("productID", "vendorID", "product", "vendor", "speedMbit", "vlan"),
            *("bridgeMaster", "bondMaster", "vrfMaster", "wireguard", "veth"),
        }
    )

    alias: str = ""
    alt_names: tuple[str, ...] = ()
    index: int
    type: str
    link_index: int = 0
    flags: str = ""
    hardware_addr: str = ""
    permanent_addr: str = ""
    broadcast_addr: str = ""
    mtu: int = 0
    queue_disc: str = ""
    master_index: int = 0
    operational_state: str = "unknown"
    kind: str = ""
    slave_kind: str = ""
    bus_path: str = ""
    pci_id: str = msgspec.field(default="", name="pciID")
    driver: str = ""
    driver_version: str = ""
    firmware_version: str = ""
    product_id: str = msgspec.field(default="", name="productID")
    vendor_id: str = msgspec.field(default="", name="vendorID")
    product: str = ""
    vendor: str = ""
    link_state: bool = False
    speed_mbit: int = 0
    port: str = "Other"
    duplex: str = "Unknown"
    vlan: VLAN | None = None
    bridge_master: BridgeMaster | None = None
    bond_master: BondMaster | None = None
    vrf_master: VRFMaster | None = None
    wireguard: Wireguard | None = None
    veth: Veth | None = None


class AddressStatus(ResourceSpec, frozen=True, kw_only=True):
    """An address on a link; the id is `<link>/<cidr>`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "AddressStatuses.net.talos.dev",
        NAMESPACE,
        (Column("Address", "{.address}"), Column("Link", "{.linkName}")),
        aliases=("address", "addresses"),
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"local", "broadcast", "anycast", "multicast", "priority"})

    address: str
    local: str = ""
    broadcast: str = ""
    anycast: str = ""
    multicast: str = ""
    link_index: int
    link_name: str
    family: Family
    scope: str = "global"
    flags: str = ""
    priority: int = 0


class NextHop(Part, frozen=True, kw_only=True):
    """One way of a route with several."""

    gateway: str = ""
    out_link_index: int = 0
    out_link_name: str = ""
    weight: int = 1


class RouteStatus(ResourceSpec, frozen=True, kw_only=True):
    """A route as the kernel has it. `dst` is empty for a default route; `priority` is the metric."""

    DEFINITION: ClassVar[Definition] = Definition(
        "RouteStatuses.net.talos.dev",
        NAMESPACE,
        (
            Column("Destination", "{.dst}"),
            Column("Gateway", "{.gateway}"),
            Column("Link", "{.outLinkName}"),
            Column("Metric", "{.priority}"),
        ),
        aliases=("route", "routes"),
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"outLinkIndex", "outLinkName", "mtu", "nextHops"})

    family: Family
    dst: str = ""
    src: str = ""
    gateway: str = ""
    out_link_index: int = 0
    out_link_name: str = ""
    table: str = "main"
    priority: int = 0
    scope: str = "global"
    type: str = "unicast"
    flags: str = ""
    protocol: str = "static"
    mtu: int = 0
    next_hops: tuple[NextHop, ...] = ()


class RoutingRuleStatus(ResourceSpec, frozen=True, kw_only=True):
    """A routing rule as the kernel has it; the id is `<family>/<priority>`, with five digits."""

    DEFINITION: ClassVar[Definition] = Definition(
        "RoutingRuleStatuses.net.talos.dev",
        NAMESPACE,
        (
            Column("Src", "{.src}"),
            Column("Dst", "{.dst}"),
            Column("Table", "{.table}"),
            Column("Priority", "{.priority}"),
        ),
        aliases=("routingrule", "routingrules"),
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"iifName", "oifName", "fwMark", "fwMask"})

    family: Family
    src: str = ""
    dst: str = ""
    table: str = "main"
    priority: int = 0
    action: str = "unicast"
    iif_name: str = ""
    oif_name: str = ""
    fw_mark: int = 0
    fw_mask: int = 0


class HostnameStatus(ResourceSpec, frozen=True, kw_only=True):
    """The node's name; the id is `hostname`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "HostnameStatuses.net.talos.dev",
        NAMESPACE,
        (Column("Hostname", "{.hostname}"), Column("Domainname", "{.domainname}")),
        aliases=("hostname",),
    )

    hostname: str
    domainname: str = ""


class NameServer(Part, frozen=True, kw_only=True):
    """A DNS server and how to speak to it."""

    addr: str
    protocol: str = "default"
    tls_server_name: str = ""


class ResolverStatus(ResourceSpec, frozen=True, kw_only=True):
    """The DNS servers in use; the id is `resolvers`. `dns_servers` has the addresses of `name_servers`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "ResolverStatuses.net.talos.dev",
        NAMESPACE,
        (Column("Resolvers", "{.dnsServers}"), Column("Search Domains", "{.searchDomains}")),
        aliases=("resolvers",),
    )

    dns_servers: tuple[str, ...] = ()
    name_servers: tuple[NameServer, ...] = ()
    search_domains: tuple[str, ...] = ()


class TimeServerStatus(ResourceSpec, frozen=True, kw_only=True):
    """The time servers in use; the id is `timeservers`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "TimeServerStatuses.net.talos.dev",
        NAMESPACE,
        (Column("Timeservers", "{.timeServers}"),),
        aliases=("timeserver", "timeservers"),
    )

    time_servers: tuple[str, ...] = ()


class NodeAddress(ResourceSpec, frozen=True, kw_only=True):
    """A set of the node's addresses; ids are default, current, routed, accumulative and their filtered forms."""

    DEFINITION: ClassVar[Definition] = Definition(
        "NodeAddresses.net.talos.dev",
        NAMESPACE,
        (Column("Addresses", "{.addresses}"), Column("SortAlgorithm", "{.sortAlgorithm}")),
    )

    addresses: tuple[str, ...] = ()
    sort_algorithm: str = "v1"


class NetworkStatus(ResourceSpec, frozen=True, kw_only=True):
    """How far the network is; the id is `status`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "NetworkStatuses.net.talos.dev",
        NAMESPACE,
        (
            Column("Address", "{.addressReady}"),
            Column("Connectivity", "{.connectivityReady}"),
            Column("Hostname", "{.hostnameReady}"),
            Column("Etc", "{.etcFilesReady}"),
        ),
        aliases=("netstatus", "netstatuses"),
    )

    address_ready: bool = False
    connectivity_ready: bool = False
    hostname_ready: bool = False
    etc_files_ready: bool = False
