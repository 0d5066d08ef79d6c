"""Which addresses of a server's are used."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING

from services.network.operators.names import chunks

if TYPE_CHECKING:
    from services.network.state import Ip

# More than anybody asks: resolv.conf has room for 3, and a second time server is spare.
MOST_SERVERS = 8


def fault(address: Ip) -> str:
    """Return why no host of the network can have an address, in words; empty if one can."""
    if address.is_unspecified or int(address) == 2**address.max_prefixlen - 1:
        return f"{address} is nobody's address"
    if address.is_loopback or address.is_multicast:
        return f"{address} is a {'loopback' if address.is_loopback else 'multicast'} address"
    # 240.0.0.0/4 and 0.0.0.0/8 (RFC 6890); of IPv6 "reserved" is most of what is not yet given out
    if address.version == 4 and (address.is_reserved or address.packed[0] == 0):
        return f"{address} is in a reserved network"
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return f"{address} is an IPv4 address in IPv6"
    return ""


def read_servers(data: bytes, size: int, what: str) -> tuple[tuple[Ip, ...], tuple[str, ...]]:
    """Read addresses of 4 or 16 bytes: return those that are used, each once, and what is refused in words."""
    every = dict.fromkeys(ip_address(each) for each in chunks(data, size))
    faults = {each: fault(each) for each in every}
    good = tuple(each for each in every if not faults[each])
    refused = tuple(f"{what}: {why}" for why in faults.values() if why)
    if len(good) > MOST_SERVERS:
        refused = (*refused, f"{what}: {len(good)} are too many, the first {MOST_SERVERS} are used")
    return good[:MOST_SERVERS], refused
