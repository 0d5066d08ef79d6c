"""The words of bonds, in the v1alpha1 document and in BondConfig."""

from __future__ import annotations

from enum import Enum
from typing import Final


class BondMode(Enum):
    """Which link carries what."""

    BALANCE_RR = "balance-rr"
    ACTIVE_BACKUP = "active-backup"
    BALANCE_XOR = "balance-xor"
    BROADCAST = "broadcast"
    LACP = "802.3ad"
    BALANCE_TLB = "balance-tlb"
    BALANCE_ALB = "balance-alb"


# Documentation/networking/bonding.rst, arp_interval
WITHOUT_ARP_MONITOR: Final = frozenset({BondMode.LACP, BondMode.BALANCE_TLB, BondMode.BALANCE_ALB})


class XmitHashPolicy(Enum):
    """By what of a packet its link is chosen."""

    LAYER2 = "layer2"
    LAYER34 = "layer3+4"
    LAYER23 = "layer2+3"
    ENCAP23 = "encap2+3"
    ENCAP34 = "encap3+4"


class ARPValidate(Enum):
    """Which probes and replies are looked at."""

    NONE = "none"
    ACTIVE = "active"
    BACKUP = "backup"
    ALL = "all"
    FILTER = "filter"
    FILTER_ACTIVE = "filter-active"
    FILTER_BACKUP = "filter-backup"


class ARPAllTargets(Enum):
    """How many targets must answer."""

    ANY = "any"
    ALL = "all"


class LACPRate(Enum):
    """Every 30 s, or every second."""

    SLOW = "slow"
    FAST = "fast"


class FailOverMAC(Enum):
    """Whose hardware address an active-backup bond has."""

    NONE = "none"
    ACTIVE = "active"
    FOLLOW = "follow"


class ADSelect(Enum):
    """When an aggregate is chosen anew."""

    STABLE = "stable"
    BANDWIDTH = "bandwidth"
    COUNT = "count"


class ADLACPActive(Enum):
    """Whether the bond speaks first."""

    ON = "on"
    OFF = "off"


class PrimaryReselect(Enum):
    """When the primary link takes over again."""

    ALWAYS = "always"
    BETTER = "better"
    FAILURE = "failure"
