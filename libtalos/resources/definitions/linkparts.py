"""Parts of links by their kind (upstream: `pkg/machinery/resources/network/link.go`)."""

import msgspec

from libtalos.resources.spec import Part


class VLAN(Part, frozen=True, kw_only=True):
    """A VLAN link: its tag and protocol (802.1q or 802.1ad)."""

    vlan_id: int = msgspec.field(default=0, name="vlanID")
    vlan_protocol: str = "802.1q"


class BondMaster(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A bond. Times in milliseconds, `lp_interval` in seconds; `primary` is the name of a slave."""

    mode: str
    xmit_hash_policy: str
    lacp_rate: str
    arp_validate: str
    arp_all_targets: str
    primary: str = ""
    primary_reselect: str
    fail_over_mac: str
    ad_select: str = "stable"
    mii_mon: int = msgspec.field(default=0, name="miimon")
    up_delay: int = msgspec.field(default=0, name="updelay")
    down_delay: int = msgspec.field(default=0, name="downdelay")
    arp_interval: int = 0
    resend_igmp: int = 0
    min_links: int = 0
    lp_interval: int = 0
    packets_per_slave: int = 0
    num_peer_notif: int = 0
    tlb_dynamic_lb: int = msgspec.field(default=0, name="tlbLogicalLb")
    all_slaves_active: int = 0
    use_carrier: bool = False
    ad_actor_sys_prio: int = 0
    ad_user_port_key: int = 0
    peer_notify_delay: int = 0
    arp_ip_targets: tuple[str, ...] = ()
    ns_ip6_targets: tuple[str, ...] = ()
    ad_lacp_active: str = ""
    missed_max: int = 0


class STP(Part, frozen=True, kw_only=True):
    """Whether a bridge speaks the spanning tree protocol."""

    enabled: bool = False


class BridgeVLAN(Part, frozen=True, kw_only=True):
    """Whether a bridge looks at VLAN tags."""

    filtering_enabled: bool = False


class BridgeMaster(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A bridge."""

    stp: STP | None = None
    vlan: BridgeVLAN | None = None


class Slave(Part, frozen=True, kw_only=True):
    """A link of a bridge or of a VRF, by the name of that."""

    master_name: str


class VRFMaster(Part, frozen=True, kw_only=True):
    """A VRF, by the word for its routing table or its number."""

    table: str


class Veth(Part, frozen=True, kw_only=True):
    """One end of a virtual cable, by the name of the other."""

    peer_name: str


class WireguardPeer(Part, frozen=True, kw_only=True):
    """A peer of a WireGuard link. The keepalive interval as Go writes durations, such as 25s."""

    public_key: str
    preshared_key: str = ""
    endpoint: str = ""
    persistent_keepalive_interval: str = "0s"
    allowed_ips: tuple[str, ...] = msgspec.field(default=(), name="allowedIPs")


class _WireguardKeys(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The private key of what is wanted, the public key of what is."""

    private_key: str = ""
    public_key: str = ""


class Wireguard(_WireguardKeys, frozen=True, kw_only=True, omit_defaults=True):
    """A WireGuard link."""

    listen_port: int
    firewall_mark: int
    peers: tuple[WireguardPeer, ...]
