"""Settings of links, rules and operators that have a number in the kernel or the API, and upstream's word for it.

Numbers: linux/if_bonding.h, linux/if_ether.h, linux/fib_rules.h with linux/rtnetlink.h, and upstream's API
(`talos.resource.definitions.enums`). Words: upstream's `pkg/machinery/nethelpers`.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self


class Word(IntEnum):
    """A number with a word."""

    word: str

    def __new__(cls, number: int, word: str = "") -> Self:
        """Make the member of a number, with its word."""
        member = int.__new__(cls, number)
        member._value_ = number
        member.word = word
        return member

    @classmethod
    def parse(cls, word: str) -> Self:
        """Return the member of a word; raises ValueError, with the words that there are, for any other."""
        for member in cls:
            if member.word == word:
                return member
        raise ValueError(f'"{word}" is none of {", ".join(member.word for member in cls)}')


class Layer(Word):
    """Who says something, the weakest first."""

    DEFAULT = 0, "default"
    CMDLINE = 1, "cmdline"
    PLATFORM = 2, "platform"
    OPERATOR = 3, "operator"
    CONFIGURATION = 4, "configuration"


class Family(Word):
    """An address family (AF_INET, AF_INET6)."""

    INET4 = 2, "inet4"
    INET6 = 10, "inet6"

    @classmethod
    def of(cls, version: int) -> Family:
        """Return the family of an IP version, 4 or 6."""
        return cls.INET4 if version == 4 else cls.INET6

    @property
    def version(self) -> int:
        """The IP version, 4 or 6."""
        return 4 if self is Family.INET4 else 6


class OperatorKind(Word):
    """What an operator does."""

    DHCP4 = 0, "dhcp4"
    DHCP6 = 1, "dhcp6"
    VIP = 2, "vip"


class ClientIdentifier(Word):
    """By what a DHCP client is known to servers."""

    NONE = 0, "none"
    MAC = 1, "mac"
    DUID = 2, "duid"


class VlanProtocol(Word):
    """The Ethernet type of VLAN tags."""

    IEEE_802_1Q = 0x8100, "802.1q"
    IEEE_802_1AD = 0x88A8, "802.1ad"


class BondMode(Word):
    """How a bond uses its links."""

    ROUND_ROBIN = 0, "balance-rr"
    ACTIVE_BACKUP = 1, "active-backup"
    XOR = 2, "balance-xor"
    BROADCAST = 3, "broadcast"
    IEEE_802_3AD = 4, "802.3ad"
    TLB = 5, "balance-tlb"
    ALB = 6, "balance-alb"


class BondHashPolicy(Word):
    """By what a bond chooses the link for a packet."""

    LAYER2 = 0, "layer2"
    LAYER34 = 1, "layer3+4"
    LAYER23 = 2, "layer2+3"
    ENCAP23 = 3, "encap2+3"
    ENCAP34 = 4, "encap3+4"


class LacpRate(Word):
    """How often LACP packets are asked for."""

    SLOW = 0, "slow"
    FAST = 1, "fast"


class LacpActive(Word):
    """Whether LACP packets are sent unasked."""

    OFF = 0, "off"
    ON = 1, "on"


class ArpValidate(Word):
    """Which ARP packets a bond's monitoring checks."""

    NONE = 0, "none"
    ACTIVE = 1, "active"
    BACKUP = 2, "backup"
    ALL = 3, "all"
    FILTER = 4, "filter"
    FILTER_ACTIVE = 5, "filter-active"
    FILTER_BACKUP = 6, "filter-backup"


class ArpAllTargets(Word):
    """How many targets have to answer a bond's monitoring."""

    ANY = 0, "any"
    ALL = 1, "all"


class PrimaryReselect(Word):
    """When a bond's primary link becomes the active one again."""

    ALWAYS = 0, "always"
    BETTER = 1, "better"
    FAILURE = 2, "failure"


class FailOverMac(Word):
    """What becomes of the hardware address when a bond's active link changes."""

    NONE = 0, "none"
    ACTIVE = 1, "active"
    FOLLOW = 2, "follow"


class AdSelect(Word):
    """How a bond chooses among aggregates."""

    STABLE = 0, "stable"
    BANDWIDTH = 1, "bandwidth"
    COUNT = 2, "count"


class RuleAction(Word):
    """What a routing rule does: unicast looks up its table."""

    UNICAST = 1, "unicast"
    BLACKHOLE = 6, "blackhole"
    UNREACHABLE = 7, "unreachable"
    PROHIBIT = 8, "prohibit"
