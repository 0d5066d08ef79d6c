"""Checks of machine.network and machine.time."""

from __future__ import annotations

from collections.abc import Iterator

from libtalos.config.devicecheck import check_device, selector_problems
from libtalos.config.devices import Interface, Route
from libtalos.config.network import KubeSpan, NetworkSection, TimeSection
from libtalos.config.words import LARGEST_MTU, SMALLEST_MTU, is_cidr, is_dns_name, is_link_name

SMALLEST_KUBESPAN_MTU = 1280  # RFC 8200, section 5


def check_network(network: NetworkSection) -> Iterator[str]:
    """What is wrong with machine.network, with the path of each fault."""
    if network.hostname and not is_dns_name(network.hostname):
        yield f'machine.network.hostname: "{network.hostname}" is not a valid DNS name'
    yield from _interfaces_problems(network)
    for address in network.nameservers:
        if not is_cidr(address, prefix=False):
            yield f'machine.network.nameservers: "{address}" is not an IP address'
    for name in network.search_domains:
        if not is_dns_name(name):
            yield f'machine.network.searchDomains: "{name}" is not a valid DNS name'
    for entry in network.extra_host_entries:
        if not is_cidr(entry.ip, prefix=False):
            yield f'machine.network.extraHostEntries: "{entry.ip}" is not an IP address'
    if network.kubespan is not None:
        yield from _kubespan_problems(network.kubespan)


def check_time(time: TimeSection) -> Iterator[str]:
    """What is wrong with machine.time."""
    for server in time.servers:
        if not server or any(character.isspace() for character in server):
            yield f'machine.time.servers: "{server}" is not a name or an address'
    if time.boot_timeout is not None and time.boot_timeout.value < 0:
        yield "machine.time.bootTimeout: must not be negative"


def _kubespan_problems(kubespan: KubeSpan) -> Iterator[str]:
    path = "machine.network.kubespan"
    if kubespan.mtu and not SMALLEST_KUBESPAN_MTU <= kubespan.mtu <= LARGEST_MTU:
        yield f"{path}.mtu: {kubespan.mtu} is not between {SMALLEST_KUBESPAN_MTU} and {LARGEST_MTU}"
    filters = kubespan.filters
    lists = {
        "endpoints": tuple(text.removeprefix("!") for text in filters.endpoints) if filters else (),
        "excludeAdvertisedNetworks": filters.exclude_advertised_networks if filters else (),
    }
    for key, texts in lists.items():
        yield from (f'{path}.filters.{key}: "{each}" is not in CIDR notation' for each in texts if not is_cidr(each))


def _interface_problems(path: str, interface: Interface) -> Iterator[str]:
    yield from _which_problems(path, interface)
    yield from _address_problems(path, interface.addresses, interface.cidr)
    yield from _mtu_problems(path, interface.mtu)
    for index, route in enumerate(interface.routes):
        yield from _route_problems(f"{path}.routes[{index}]", route)
    for number, vlan in enumerate(interface.vlans):
        place = f"{path}.vlans[{number}]"
        yield from _address_problems(place, vlan.addresses, vlan.cidr)
        yield from _mtu_problems(place, vlan.mtu)
        for index, route in enumerate(vlan.routes):
            yield from _route_problems(f"{place}.routes[{index}]", route)
    yield from check_device(path, interface)


def _interfaces_problems(network: NetworkSection) -> Iterator[str]:
    seen: set[str] = set()
    for index, interface in enumerate(network.interfaces):
        path = f"machine.network.interfaces[{index}]"
        if interface.interface in seen:
            yield f'{path}.interface: "{interface.interface}" is configured twice'
        seen |= {interface.interface} - {""}
        yield from _interface_problems(path, interface)


def _which_problems(path: str, interface: Interface) -> Iterator[str]:
    name, selector = interface.interface, interface.device_selector
    if selector is None:
        if not is_link_name(name):
            yield f'{path}.interface: "{name}" is not a link name'
    elif name:
        yield f"{path}: interface and deviceSelector cannot be set at the same time"
    else:
        yield from selector_problems(f"{path}.deviceSelector", selector)


def _address_problems(path: str, addresses: tuple[str, ...], cidr: str) -> Iterator[str]:
    for address in addresses:
        if not is_cidr(address):
            yield f'{path}.addresses: "{address}" is not an address in CIDR notation'
    if cidr and not is_cidr(cidr):
        yield f'{path}.cidr: "{cidr}" is not an address in CIDR notation'


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
