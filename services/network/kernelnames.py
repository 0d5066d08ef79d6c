"""Upstream's words for the kernel's numbers (upstream: `pkg/machinery/nethelpers`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# linux/if_arp.h; links of other types show their number
LINK_TYPES = {
    1: "ether",
    24: "ieee1394",
    32: "infiniband",
    280: "can",
    512: "ppp",
    768: "tunnel",
    769: "tunnel6",
    772: "loopback",
    776: "sit",
    778: "ipgre",
    823: "ip6gre",
    824: "netlink",
    0xFFFE: "none",
    0xFFFF: "void",
}
# RFC 2863, linux/if.h IF_OPER_*
OPERATIONAL_STATES = ("unknown", "notPresent", "down", "lowerLayerDown", "testing", "dormant", "up")
# linux/ethtool.h PORT_* and DUPLEX_*
PORTS = {
    0: "TwistedPair",
    1: "AUI",
    2: "MII",
    3: "Fibre",
    4: "BNC",
    5: "DirectAttach",
    0xEF: "None",
    0xFF: "Other",
}
DUPLEXES = {0: "Half", 1: "Full", 0xFF: "Unknown"}
SCOPES = {0: "global", 200: "site", 253: "link", 254: "host", 255: "nowhere"}
TABLES = {0: "unspec", 253: "default", 254: "main", 255: "local"}
ROUTE_TYPES = (
    *("unspec", "unicast", "local", "broadcast", "anycast", "multicast", "blackhole", "unreachable", "prohibit"),
    *("throw", "nat", "xresolve"),
)
# linux/fib_rules.h FR_ACT_*; upstream calls a lookup unicast
RULE_ACTIONS = {0: "unspec", 1: "unicast", 2: "goto", 3: "nop", 6: "blackhole", 7: "unreachable", 8: "prohibit"}
# linux/rtnetlink.h RTPROT_*
PROTOCOLS = {
    0: "unspec",
    1: "redirect",
    2: "kernel",
    3: "boot",
    4: "static",
    9: "ra",
    10: "mrt",
    11: "zebra",
    12: "bird",
    13: "dnrouted",
    14: "xorp",
    15: "ntk",
    16: "dhcp",
    17: "mrtd",
    18: "keepalived",
    42: "babel",
    99: "openr",
    186: "bgp",
    187: "isis",
    188: "ospf",
    189: "rip",
    192: "eigrp",
}


def word(words: Mapping[int, str] | Sequence[str], number: int) -> str:
    """Return the word for a number, or the number where there is none."""
    known = words if isinstance(words, Mapping) else dict(enumerate(words))
    return known.get(number, str(number))


def flags(words: Sequence[str], bits: int) -> str:
    """Return the words for the bits that are set, the lowest first."""
    return ",".join(word for position, word in enumerate(words) if bits & 1 << position)
