"""machine.network.interfaces of the v1alpha1 document: links by name or by what they are, and what is made of them."""

from __future__ import annotations

import msgspec

from libtalos.config.bonding import (
    ADSelect,
    ARPAllTargets,
    ARPValidate,
    BondMode,
    FailOverMAC,
    LACPRate,
    PrimaryReselect,
    XmitHashPolicy,
)
from libtalos.config.section import Section, Uint8, Uint16, Uint32
from libtalos.config.written import Duration
from libtalos.pki.secret import Secret


class Route(Section, frozen=True):
    """A static route; without network it is the default route of the gateway's family, metric 0 means 1024."""

    network: str = ""
    gateway: str = ""
    source: str = ""
    metric: int = 0
    mtu: int = 0


class DeviceSelector(Section, frozen=True):
    """Links by what they are; texts may have wildcards (`*`), and all that are given must match."""

    bus_path: str = ""
    hardware_addr: str = ""
    permanent_addr: str = ""
    pci_id: str = msgspec.field(default="", name="pciID")
    driver: str = ""
    physical: bool | None = None


class DHCPOptions(Section, frozen=True):
    """dhcpOptions: route_metric 0 means 1024; IPv4 unless it is said, IPv6 if it is; the DUID is hexadecimal."""

    route_metric: Uint32 = 0
    ipv4: bool | None = None
    ipv6: bool | None = None
    duidv6: str = ""


class VIPToken(Section, frozen=True):
    """vip.equinixMetal, vip.hcloud"""

    api_token: Secret | None = None


class VIP(Section, frozen=True):
    """vip: an address that one of the control-plane nodes has."""

    ip: str = ""
    equinix_metal: VIPToken | None = None
    hcloud: VIPToken | None = None


class Vlan(Section, frozen=True, kw_only=True):
    """vlans[]: a VLAN over the link, called <link>.<vlan_id>."""

    addresses: tuple[str, ...] = ()
    cidr: str = ""
    routes: tuple[Route, ...] = ()
    dhcp: bool | None = None
    vlan_id: Uint16
    mtu: Uint32 = 0
    vip: VIP | None = None
    dhcp_options: DHCPOptions | None = None


class Bond(Section, frozen=True):
    """bond: None leaves an option to the kernel. Times are in milliseconds, lp_interval in seconds."""

    interfaces: tuple[str, ...] = ()
    device_selectors: tuple[DeviceSelector, ...] = ()
    arp_ip_target: tuple[str, ...] = msgspec.field(default=(), name="arpIPTarget")
    mode: BondMode | None = None
    xmit_hash_policy: XmitHashPolicy | None = None
    lacp_rate: LACPRate | None = None
    ad_actor_system: str = ""
    arp_validate: ARPValidate | None = None
    arp_all_targets: ARPAllTargets | None = None
    primary: str = ""
    primary_reselect: PrimaryReselect | None = None
    fail_over_mac: FailOverMAC | None = None
    ad_select: ADSelect | None = None
    miimon: Uint32 | None = None
    updelay: Uint32 | None = None
    downdelay: Uint32 | None = None
    arp_interval: Uint32 | None = None
    resend_igmp: Uint32 | None = None
    min_links: Uint32 | None = None
    lp_interval: Uint32 | None = None
    packets_per_slave: Uint32 | None = None
    num_peer_notif: Uint8 | None = None
    tlb_dynamic_lb: Uint8 | None = None
    all_slaves_active: Uint8 | None = None
    use_carrier: bool | None = None
    ad_actor_sys_prio: Uint16 | None = None
    ad_user_port_key: Uint16 | None = None
    peer_notify_delay: Uint32 | None = None


class STP(Section, frozen=True):
    """bridge.stp: the spanning tree protocol."""

    enabled: bool | None = None


class BridgeVLANFilter(Section, frozen=True):
    """bridge.vlan"""

    vlan_filtering: bool | None = None


class Bridge(Section, frozen=True):
    """bridge: the link is a bridge with these ports."""

    interfaces: tuple[str, ...] = ()
    stp: STP | None = None
    vlan: BridgeVLANFilter | None = None


class BridgePort(Section, frozen=True):
    """bridgePort: the link is a port of that bridge."""

    master: str = ""


class Peer(Section, frozen=True):
    """wireguard.peers[]: endpoint is `host:port`."""

    public_key: str = ""
    endpoint: str = ""
    keepalive_interval: Duration | None = msgspec.field(default=None, name="persistentKeepaliveInterval")
    allowed_ips: tuple[str, ...] = msgspec.field(default=(), name="allowedIPs")


class Wireguard(Section, frozen=True):
    """wireguard: listen_port 0 lets the kernel choose."""

    private_key: Secret | None = None
    listen_port: Uint16 = 0
    firewall_mark: Uint32 = 0
    peers: tuple[Peer, ...] = ()


class Interface(Section, frozen=True):
    """A link by its kernel name, or links by a selector, with addresses in CIDR notation; mtu 0 leaves the MTU alone.

    cidr is upstream's old key for one address.
    """

    interface: str = ""
    device_selector: DeviceSelector | None = None
    addresses: tuple[str, ...] = ()
    cidr: str = ""
    routes: tuple[Route, ...] = ()
    bond: Bond | None = None
    bridge: Bridge | None = None
    bridge_port: BridgePort | None = None
    vlans: tuple[Vlan, ...] = ()
    mtu: int = 0
    dhcp: bool | None = None
    ignore: bool | None = None
    dummy: bool | None = None
    dhcp_options: DHCPOptions | None = None
    wireguard: Wireguard | None = None
    vip: VIP | None = None
