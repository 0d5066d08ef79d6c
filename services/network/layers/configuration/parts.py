"""Parts of links that both forms of the config have, with nearly the same names."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface
from typing import TYPE_CHECKING, Any, Final, TypeVar

from services.network.layers.links import BondMaster, Wireguard, WireguardPeer
from services.network.layers.words import (
    AdSelect,
    ArpAllTargets,
    ArpValidate,
    BondHashPolicy,
    BondMode,
    FailOverMac,
    LacpActive,
    LacpRate,
    PrimaryReselect,
    Word,
)
from services.network.state import LinkName

if TYPE_CHECKING:
    from libtalos.config.devices import Bond
    from libtalos.config.devices import Wireguard as WireguardSection
    from libtalos.config.documents.network.bond import BondConfig
    from libtalos.config.documents.network.wireguard import WireguardConfig

W = TypeVar("W", bound=Word)

# Settings of bonds that are numbers: the name here, and what the config may call them.
NUMBERS: Final = {
    "mii_mon": ("miimon",),
    "up_delay": ("updelay",),
    "down_delay": ("downdelay",),
    "arp_interval": ("arp_interval",),
    "resend_igmp": ("resend_igmp",),
    "min_links": ("min_links",),
    "lp_interval": ("lp_interval",),
    "packets_per_slave": ("packets_per_slave",),
    "num_peer_notif": ("num_peer_notif",),
    "tlb_dynamic_lb": ("tlb_dynamic_lb", "tlb_logical_lb"),
    "all_slaves_active": ("all_slaves_active",),
    "ad_actor_sys_prio": ("ad_actor_sys_prio",),
    "ad_user_port_key": ("ad_user_port_key",),
    "peer_notify_delay": ("peer_notify_delay", "peer_notif_delay"),
    "missed_max": ("missed_max",),
}


def bond_master(config: Bond | BondConfig) -> BondMaster:
    """Return the settings of a bond."""
    lacp_active = _first(config, "ad_lacp_active")
    targets = _first(config, "arp_ip_targets", "arp_ip_target") or ()
    return BondMaster(
        mode=_word(BondMode, _first(config, "mode", "bond_mode")),
        hash_policy=_word(BondHashPolicy, config.xmit_hash_policy),
        lacp_rate=_word(LacpRate, config.lacp_rate),
        arp_validate=_word(ArpValidate, config.arp_validate),
        arp_all_targets=_word(ArpAllTargets, config.arp_all_targets),
        primary=LinkName(_first(config, "primary")) if _first(config, "primary") else None,
        primary_reselect=_word(PrimaryReselect, config.primary_reselect),
        fail_over_mac=_word(FailOverMac, config.fail_over_mac),
        ad_select=_word(AdSelect, config.ad_select),
        use_carrier=config.use_carrier,
        arp_ip_targets=tuple(ip_address(str(each)) for each in targets),
        ns_ip6_targets=tuple(each.value for each in _first(config, "ns_ip6_targets") or ()),
        ad_lacp_active=None if lacp_active is None else LacpActive.parse(lacp_active.value),
        **{ours: _first(config, *theirs) for ours, theirs in NUMBERS.items()},
    )


def _first(config: object, *names: str) -> Any:
    return next((getattr(config, name) for name in names if hasattr(config, name)), None)


def _word(kind: type[W], value: Any) -> W:
    """Return the word of a setting; without one the first, which is the kernel's own."""
    return next(iter(kind)) if value is None else kind.parse(value.value)


def wireguard(config: WireguardSection | WireguardConfig) -> Wireguard:
    """Return the settings of a WireGuard link."""
    return Wireguard(
        private_key=config.private_key,
        listen_port=config.listen_port,
        firewall_mark=config.firewall_mark,
        peers=tuple(_peer(each) for each in config.peers),
    )


def _peer(config: Any) -> WireguardPeer:
    # bits of the host may be set, as `wg` takes them
    allowed = (ip_interface(str(each)).network for each in config.allowed_ips)
    return WireguardPeer(
        public_key=config.public_key,
        preshared_key=_first(config, "preshared_key"),
        endpoint="" if config.endpoint is None else str(config.endpoint),
        keepalive=0 if config.keepalive_interval is None else round(config.keepalive_interval.seconds),
        allowed_ips=tuple(allowed),
    )
