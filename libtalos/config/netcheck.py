"""Checks of names and addresses in a machine config."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import Final

from libtalos.config.network import Interface, NetworkSection, Route

LABEL: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)  # RFC 1123, section 2.1
LONGEST_NAME: Final = 253
LONGEST_LINK_NAME: Final = 15  # IFNAMSIZ - 1
SMALLEST_MTU: Final = 68  # RFC 791
LARGEST_MTU: Final = 65_536


def is_dns_name(name: str) -> bool:
    """Whether name is a host or domain name (RFC 1123)."""
    labels = name.removesuffix(".").split(".")
    return len(name) <= LONGEST_NAME and all(LABEL.fullmatch(label) for label in labels)


def is_cidr(text: str, *, prefix: bool = True) -> bool:
    """Whether text is an address with a prefix length, or, with prefix False, a bare address."""
    try:
        if prefix:
            ipaddress.ip_interface(text)
        else:
            ipaddress.ip_address(text)
    except ValueError:
        return False
    return ("/" in text) is prefix


def check_network(network: NetworkSection) -> Iterator[str]:
    """What is wrong with machine.network, with the path of each fault."""
    if network.hostname and not is_dns_name(network.hostname):
        yield f'machine.network.hostname: "{network.hostname}" is not a valid DNS name'
    seen: set[str] = set()
    for index, interface in enumerate(network.interfaces):
        path = f"machine.network.interfaces[{index}]"
        if interface.interface in seen:
            yield f'{path}.interface: "{interface.interface}" is configured twice'
        seen.add(interface.interface)
        yield from _interface_problems(path, interface)
    for address in network.nameservers:
        if not is_cidr(address, prefix=False):
            yield f'machine.network.nameservers: "{address}" is not an IP address'
    for name in network.search_domains:
        if not is_dns_name(name):
            yield f'machine.network.searchDomains: "{name}" is not a valid DNS name'
    for entry in network.extra_host_entries:
        if not is_cidr(entry.ip, prefix=False):
            yield f'machine.network.extraHostEntries: "{entry.ip}" is not an IP address'


def _interface_problems(path: str, interface: Interface) -> Iterator[str]:
    name = interface.interface
    if not name or len(name) > LONGEST_LINK_NAME or "/" in name or any(character.isspace() for character in name):
        yield f'{path}.interface: "{name}" is not a link name'
    for address in interface.addresses:
        if not is_cidr(address):
            yield f'{path}.addresses: "{address}" is not an address in CIDR notation'
    yield from _mtu_problems(path, interface.mtu)
    for index, route in enumerate(interface.routes):
        yield from _route_problems(f"{path}.routes[{index}]", route)


def _route_problems(path: str, route: Route) -> Iterator[str]:
    if not (route.network or route.gateway):
        yield f"{path}: either network or gateway should be set"
    if route.network and not is_cidr(route.network):
        yield f'{path}.network: "{route.network}" is not a network in CIDR notation'
    for key, address in (("gateway", route.gateway), ("source", route.source)):
        if address and not is_cidr(address, prefix=False):
            yield f'{path}.{key}: "{address}" is not an IP address'
    if not 0 <= route.metric < 1 << 32:
        yield f"{path}.metric: {route.metric} is out of range"
    yield from _mtu_problems(path, route.mtu)


def _mtu_problems(path: str, mtu: int) -> Iterator[str]:
    if mtu and not SMALLEST_MTU <= mtu <= LARGEST_MTU:
        yield f"{path}.mtu: {mtu} is not between {SMALLEST_MTU} and {LARGEST_MTU}"
