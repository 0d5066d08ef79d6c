"""Bonds. Numbers: IFLA_BOND_* in linux/if_link.h. Modes, conditions, defaults: drivers/net/bonding/bond_options.c."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
)
from services.network.links.attribute import Attribute, Change, Details, Kind
from services.network.links.codec import ADDRESSES, U8, U16, U32, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

MODE = "mode"
MII_MON = "mii_mon"
# Delays are kept as multiples of the interval of monitoring.
DELAYS = ("up_delay", "down_delay", "peer_notify_delay")
# BOND_DEFAULT_MIIMON, in milliseconds: the modes that cannot monitor by ARP are not left without any.
DEFAULT_MII_MON = 100

_LACP = frozenset({BondMode.IEEE_802_3AD})
_BALANCED = frozenset({BondMode.TLB, BondMode.ALB})
_NO_ARP = _LACP | _BALANCED
_ARP = frozenset(BondMode) - _NO_ARP
_PRIMARY = frozenset({BondMode.ACTIVE_BACKUP}) | _BALANCED
_ROUND_ROBIN = frozenset({BondMode.ROUND_ROBIN})

BOND = Kind(
    "bond",
    "CONFIG_BONDING",
    "bonding",
    (
        Attribute(MODE, 1, U8, 0, Change.EMPTY, BondMode),
        Attribute(MII_MON, 3, U32, 0),
        Attribute("up_delay", 4, U32, 0),
        Attribute("down_delay", 5, U32, 0),
        Attribute("use_carrier", 6, U8, 1),
        Attribute("arp_interval", 7, U32, 0, modes=_ARP),
        Attribute("arp_ip_targets", 8, ADDRESSES, (), modes=_ARP),
        Attribute("arp_validate", 9, U32, 0, words=ArpValidate, modes=_ARP),
        Attribute("arp_all_targets", 10, U32, 0, words=ArpAllTargets),
        Attribute("primary", 11, U32, "", modes=_PRIMARY, reference=True),
        Attribute("primary_reselect", 12, U8, 0, words=PrimaryReselect, modes=_PRIMARY),
        Attribute("fail_over_mac", 13, U8, 0, Change.EMPTY, FailOverMac),
        Attribute("hash_policy", 14, U8, 0, words=BondHashPolicy),
        Attribute("resend_igmp", 15, U32, 1),
        Attribute("num_peer_notif", 16, U8, 1),
        Attribute("all_slaves_active", 17, U8, 0),
        Attribute("min_links", 18, U32, 0),
        Attribute("lp_interval", 19, U32, 1),
        Attribute("packets_per_slave", 20, U32, 1, modes=_ROUND_ROBIN),
        Attribute("lacp_rate", 21, U8, 0, Change.DOWN, LacpRate, _LACP),
        Attribute("ad_select", 22, U8, 0, Change.DOWN, AdSelect, _LACP),
        Attribute("ad_actor_sys_prio", 24, U16, 65535, modes=_LACP),
        Attribute("ad_user_port_key", 25, U16, 0, Change.DOWN, modes=_LACP),
        Attribute("tlb_dynamic_lb", 27, U8, 1, Change.DOWN, modes=_BALANCED),
        Attribute("peer_notify_delay", 28, U32, 0),
        Attribute("ad_lacp_active", 29, U8, 1, Change.DOWN, LacpActive, _LACP),
        Attribute("missed_max", 30, U8, 2, modes=_ARP),
        Attribute("ns_ip6_targets", 31, ADDRESSES, (), modes=_ARP),
    ),
)


def default_monitoring(mode: int) -> int:
    """Return how often a bond of a mode looks at its links where nobody says anything, in milliseconds; 0 is never."""
    return DEFAULT_MII_MON if mode in _NO_ARP else 0


def settle(details: Details) -> Details:
    """Return what the kernel makes of a bond's settings: it counts delays in steps of its monitoring.

    Raises ValueError for a delay without monitoring.
    """
    values = dict(details)
    step = _number(values.get(MII_MON))
    for name in DELAYS:
        delay = _number(values.get(name))
        if delay and not step:
            words = name.replace("_", " ")
            raise ValueError(f"{words} {delay} needs mii mon: the kernel counts delays in steps of it")
        values[name] = delay // step * step if step else 0
    return tuple((each.name, values[each.name]) for each in BOND.attributes if each.name in values)


def is_vain(name: str, wanted: Mapping[str, Value]) -> bool:
    """Tell whether a setting goes of itself: without monitoring there are no delays, and none can be set."""
    return name in DELAYS and not wanted.get(MII_MON) and not wanted.get(name)


def _number(value: Value | None) -> int:
    return value if isinstance(value, int) else 0
