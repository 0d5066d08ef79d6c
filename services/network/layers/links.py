"""What is wanted of a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.layers.words import (
    AdSelect,
    ArpAllTargets,
    ArpValidate,
    BondHashPolicy,
    BondMode,
    FailOverMac,
    LacpActive,
    LacpRate,
    Layer,
    PrimaryReselect,
    VlanProtocol,
)
from services.network.state import Ip, LinkName, Prefix

if TYPE_CHECKING:
    from libtalos.pki.secret import Secret


class BondSlave(msgspec.Struct, frozen=True, kw_only=True):
    """A link's place in a bond; index counts from 0."""

    master: LinkName
    index: int = 0


class BridgeSlave(msgspec.Struct, frozen=True, kw_only=True):
    """A link's place in a bridge."""

    master: LinkName


class VrfSlave(msgspec.Struct, frozen=True, kw_only=True):
    """A link's place in a VRF."""

    master: LinkName


class Vlan(msgspec.Struct, frozen=True, kw_only=True):
    """A VLAN, id from 1 to 4094."""

    vid: int
    protocol: VlanProtocol = VlanProtocol.IEEE_802_1Q


class BondMaster(msgspec.Struct, frozen=True, kw_only=True):
    """A bond. Times in milliseconds, lp_interval in seconds; None is what the kernel has for the mode.

    primary names a slave. num_peer_notif counts, packets_per_slave 0 is a random link for each packet.
    """

    mode: BondMode = BondMode.ROUND_ROBIN
    hash_policy: BondHashPolicy = BondHashPolicy.LAYER2
    lacp_rate: LacpRate = LacpRate.SLOW
    arp_validate: ArpValidate = ArpValidate.NONE
    arp_all_targets: ArpAllTargets = ArpAllTargets.ANY
    primary: LinkName | None = None
    primary_reselect: PrimaryReselect = PrimaryReselect.ALWAYS
    fail_over_mac: FailOverMac = FailOverMac.NONE
    ad_select: AdSelect = AdSelect.STABLE
    mii_mon: int | None = None
    up_delay: int | None = None
    down_delay: int | None = None
    arp_interval: int | None = None
    resend_igmp: int | None = None
    min_links: int | None = None
    lp_interval: int | None = None
    packets_per_slave: int | None = None
    num_peer_notif: int | None = None
    tlb_dynamic_lb: int | None = None
    all_slaves_active: int | None = None
    use_carrier: bool | None = None
    ad_actor_sys_prio: int | None = None
    ad_user_port_key: int | None = None
    peer_notify_delay: int | None = None
    arp_ip_targets: tuple[Ip, ...] = ()
    ns_ip6_targets: tuple[Ip, ...] = ()
    ad_lacp_active: LacpActive | None = None
    missed_max: int | None = None


class BridgeMaster(msgspec.Struct, frozen=True, kw_only=True):
    """A bridge: whether it speaks the spanning tree protocol, whether it looks at VLAN tags."""

    stp: bool = False
    vlan_filtering: bool = False


class VrfMaster(msgspec.Struct, frozen=True, kw_only=True):
    """A VRF and its routing table."""

    table: int


class Veth(msgspec.Struct, frozen=True, kw_only=True):
    """One end of a virtual cable, by the name of the other."""

    peer: LinkName


class WireguardPeer(msgspec.Struct, frozen=True, kw_only=True):
    """A peer, keys in base64. endpoint is `host:port`, empty if the peer calls; keepalive in seconds, 0 is none."""

    public_key: str
    preshared_key: Secret | None = None
    endpoint: str = ""
    keepalive: int = 0
    allowed_ips: tuple[Prefix, ...] = ()


class Wireguard(msgspec.Struct, frozen=True, kw_only=True):
    """A WireGuard link, its key in base64; listen_port 0 is any, firewall_mark 0 is none."""

    private_key: Secret | None = None
    listen_port: int = 0
    firewall_mark: int = 0
    peers: tuple[WireguardPeer, ...] = ()


class LinkSpec(msgspec.Struct, frozen=True, kw_only=True):
    """A link as one source wants it, or as all of them do once merged; zero, empty and None say nothing.

    logical: made if it is not there, of the kind and with its part; type is the ARPHRD number that such a link has.
    mtu in bytes. where names the place that asks for it, for people; it is told of links that are waited for.
    """

    name: LinkName
    logical: bool = False
    up: bool = False
    mtu: int = 0
    kind: str = ""
    type: int = 0
    hardware_addr: bytes = b""
    parent: LinkName | None = None
    bond_slave: BondSlave | None = None
    bridge_slave: BridgeSlave | None = None
    vrf_slave: VrfSlave | None = None
    vlan: Vlan | None = None
    bond_master: BondMaster | None = None
    bridge_master: BridgeMaster | None = None
    vrf_master: VrfMaster | None = None
    wireguard: Wireguard | None = None
    veth: Veth | None = None
    multicast: bool | None = None
    layer: Layer = Layer.DEFAULT
    where: str = ""

    @property
    def master(self) -> LinkName | None:
        """The link that this one is to be a part of."""
        slave = self.bond_slave or self.bridge_slave or self.vrf_slave
        return None if slave is None else slave.master
