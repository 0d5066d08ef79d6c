"""What the component has seen of the node."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import msgspec

from libtalos.config import MachineConfig

Address = IPv4Address | IPv6Address


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known at one moment; None and empty mean that it is not known yet.

    heard: the owner of the machine config was asked. Without a config then, the node has none.
    """

    heard: bool = False
    config: MachineConfig | None = None
    hostname: str = ""
    addresses: tuple[Address, ...] = ()
    mounts: frozenset[str] = frozenset()
    # also where nobody is to set the clock, or waits for that no longer
    time_synced: bool = False
    # whether cgroup2 is all there is, mounted where the kubelet looks; otherwise it works in the v1 hierarchies
    unified: bool = True


def read_addresses(texts: tuple[str, ...]) -> tuple[Address, ...]:
    """Addresses that others can reach, from texts with or without prefix length, sorted, each once."""
    seen = {ip_address(text.partition("/")[0]) for text in texts}
    usable = [each for each in seen if not (each.is_loopback or each.is_link_local or each.is_multicast)]
    return tuple(sorted(usable, key=lambda each: (each.version, int(each))))
