"""Checks of what machine.network.interfaces makes of links: VLANs, bonds, bridges, WireGuard, shared addresses."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator
from typing import Final

from libtalos.config.bonding import WITHOUT_ARP_MONITOR, BondMode
from libtalos.config.devices import VIP, Bond, DeviceSelector, Interface, Peer, Wireguard
from libtalos.config.words import is_cidr, is_link_name

LARGEST_VLAN: Final = 4094  # IEEE 802.1Q: 4095 is reserved, 0 is no VLAN
MOST_TARGETS: Final = 16  # linux/if_bonding.h, BOND_MAX_ARP_TARGETS and BOND_MAX_NS_TARGETS
KEY_SIZE: Final = 32  # octets of Curve25519
_KINDS: Final = ("bond", "bridge", "dummy", "wireguard")


def check_device(path: str, device: Interface) -> Iterator[str]:
    """What is wrong with the parts of one item of interfaces, apart from its addresses and routes."""
    kinds = [kind for kind in _KINDS if getattr(device, kind)]
    if len(kinds) > 1:
        yield f"{path}: a link cannot be {' and '.join(kinds)} at once"
    if device.bridge_port is not None and not is_link_name(device.bridge_port.master):
        yield f'{path}.bridgePort.master: "{device.bridge_port.master}" is not a link name'
    if device.bond is not None:
        yield from _bond_problems(f"{path}.bond", device.bond)
    if device.bridge is not None:
        yield from _link_names(f"{path}.bridge.interfaces", device.bridge.interfaces)
    if device.wireguard is not None:
        yield from _wireguard_problems(f"{path}.wireguard", device.wireguard)
    yield from _vlan_problems(path, device)
    if device.vip is not None:
        yield from _vip_problems(f"{path}.vip", device.vip)


def has_vip(interfaces: Iterable[Interface]) -> bool:
    """Whether one of the links, or a VLAN over one, has a shared address."""
    return any(each.vip or any(vlan.vip for vlan in each.vlans) for each in interfaces)


def selector_problems(path: str, selector: DeviceSelector) -> Iterator[str]:
    """Whether a selector selects anything at all."""
    if selector == DeviceSelector():
        yield f"{path}: a selector needs at least one key"


def _vlan_problems(path: str, device: Interface) -> Iterator[str]:
    seen: set[int] = set()
    for index, vlan in enumerate(device.vlans):
        place = f"{path}.vlans[{index}]"
        if not 0 < vlan.vlan_id <= LARGEST_VLAN:
            yield f"{place}.vlanId: {vlan.vlan_id} is not between 1 and {LARGEST_VLAN}"
        if vlan.vlan_id in seen:
            yield f"{place}.vlanId: {vlan.vlan_id} is configured twice"
        seen.add(vlan.vlan_id)
        if vlan.vip is not None:
            yield from _vip_problems(f"{place}.vip", vlan.vip)


def _bond_problems(path: str, bond: Bond) -> Iterator[str]:
    if not bond.interfaces and not bond.device_selectors:
        yield f"{path}: interfaces or deviceSelectors are required"
    if bond.interfaces and bond.device_selectors:
        yield f"{path}: interfaces and deviceSelectors cannot be set at the same time"
    yield from _link_names(f"{path}.interfaces", bond.interfaces)
    for index, selector in enumerate(bond.device_selectors):
        yield from selector_problems(f"{path}.deviceSelectors[{index}]", selector)
    yield from _monitor_problems(path, bond)
    lacp = {
        "lacpRate": bond.lacp_rate,
        "adActorSysPrio": bond.ad_actor_sys_prio,
        "adUserPortKey": bond.ad_user_port_key,
    }
    for key, value in lacp.items():
        if value is not None and bond.mode is not BondMode.LACP:
            yield f"{path}.{key} is only available in mode {BondMode.LACP.value}"


def _monitor_problems(path: str, bond: Bond) -> Iterator[str]:
    if bond.arp_interval and bond.miimon:
        yield f"{path}: arpInterval and miimon cannot be set at the same time"
    if bond.arp_interval and bond.mode in WITHOUT_ARP_MONITOR:
        yield f"{path}.arpInterval: links of a bond in mode {bond.mode.value} cannot be monitored with ARP"
    if bond.arp_interval and not bond.arp_ip_target:
        yield f"{path}.arpInterval needs arpIPTarget"
    if len(bond.arp_ip_target) > MOST_TARGETS:
        yield f"{path}.arpIPTarget: {len(bond.arp_ip_target)} targets are more than {MOST_TARGETS}"
    for target in bond.arp_ip_target:
        if ":" in target or not is_cidr(target, prefix=False):
            yield f'{path}.arpIPTarget: "{target}" is not an IPv4 address'


def _wireguard_problems(path: str, wireguard: Wireguard) -> Iterator[str]:
    if not is_key(wireguard.private_key.reveal() if wireguard.private_key else ""):
        yield f"{path}.privateKey: expected a key: {KEY_SIZE} octets in base64, as `wg genkey` prints"
    for index, peer in enumerate(wireguard.peers):
        yield from _peer_problems(f"{path}.peers[{index}]", peer)


def _peer_problems(path: str, peer: Peer) -> Iterator[str]:
    if not is_key(peer.public_key):
        yield f"{path}.publicKey: expected a key: {KEY_SIZE} octets in base64, as `wg pubkey` prints"
    host, colon, port = peer.endpoint.rpartition(":")
    if peer.endpoint and not (host and colon and port.isdecimal()):
        yield f'{path}.endpoint: "{peer.endpoint}" is not an endpoint such as 192.0.2.1:51820'
    for text in peer.allowed_ips:
        if not is_cidr(text):
            yield f'{path}.allowedIPs: "{text}" is not a network in CIDR notation'


def _vip_problems(path: str, vip: VIP) -> Iterator[str]:
    if not is_cidr(vip.ip, prefix=False):
        yield f'{path}.ip: "{vip.ip}" is not an IP address'
    if vip.equinix_metal is not None and vip.hcloud is not None:
        yield f"{path}: equinixMetal and hcloud cannot be set at the same time"


def _link_names(path: str, names: Iterable[str]) -> Iterator[str]:
    for index, name in enumerate(names):
        if not is_link_name(name):
            yield f'{path}[{index}]: "{name}" is not a link name'


def is_key(text: str) -> bool:
    """Whether a text is a key of WireGuard."""
    try:
        return len(base64.b64decode(text, validate=True)) == KEY_SIZE
    except (binascii.Error, ValueError):
        return False
