"""WireGuard's netlink messages. Numbers: linux/wireguard.h, linux/genetlink.h."""

from __future__ import annotations

import base64
import socket
import struct
import sys
from ipaddress import ip_address, ip_network
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from libtalos.pki.secret import Secret
from services.network.layers.links import Wireguard, WireguardPeer
from services.network.links.wireguard.change import NO_KEY, Endpoint
from services.network.netlink import NLA_F_NESTED, attribute_list, attributes, pack_attributes, u32

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from services.network.links.wireguard.change import DeviceChange, PeerChange
    from services.network.state import Prefix

WG_CMD_GET_DEVICE, WG_CMD_SET_DEVICE = 0, 1
WGDEVICE_A_IFINDEX, WGDEVICE_A_PRIVATE_KEY, WGDEVICE_A_PUBLIC_KEY = 1, 3, 4
WGDEVICE_A_LISTEN_PORT, WGDEVICE_A_FWMARK, WGDEVICE_A_PEERS = 6, 7, 8
WGPEER_A_PUBLIC_KEY, WGPEER_A_PRESHARED_KEY, WGPEER_A_FLAGS, WGPEER_A_ENDPOINT = 1, 2, 3, 4
WGPEER_A_PERSISTENT_KEEPALIVE_INTERVAL, WGPEER_A_ALLOWEDIPS = 5, 9
WGALLOWEDIP_A_FAMILY, WGALLOWEDIP_A_IPADDR, WGALLOWEDIP_A_CIDR_MASK = 1, 2, 3
WGPEER_F_REMOVE_ME, WGPEER_F_REPLACE_ALLOWEDIPS = 1, 2

_GENERIC = struct.Struct("=BBxx")
_VERSION = 1
# struct sockaddr_in and sockaddr_in6: what is in the network's order and what is not
_FOUR = struct.Struct("=H2s4s8x")
_SIX = struct.Struct("=H2sI16sI")
# An attribute has room for 64 KiB, an allowed network takes at most 44 bytes of it.
_NETWORKS_AT_ONCE = 500
_PEERS_SIZE = 32768


class WireguardDevice(msgspec.Struct, frozen=True, kw_only=True):
    """A WireGuard link as the kernel has it."""

    public_key: str = ""
    settings: Wireguard = Wireguard()


def encode_get(link: int) -> bytes:
    """Encode the question for everything of a link."""
    return _GENERIC.pack(WG_CMD_GET_DEVICE, _VERSION) + pack_attributes({WGDEVICE_A_IFINDEX: u32(link)})


def encode_set(link: int, change: DeviceChange) -> Iterator[bytes]:
    """Encode a change as messages that the kernel can take, to be sent in order; raises ValueError for a bad key."""
    values = {WGDEVICE_A_IFINDEX: u32(link)}
    if change.private_key is not None:
        values[WGDEVICE_A_PRIVATE_KEY] = _key(change.private_key.reveal())
    if change.listen_port is not None:
        values[WGDEVICE_A_LISTEN_PORT] = struct.pack("=H", change.listen_port)
    if change.firewall_mark is not None:
        values[WGDEVICE_A_FWMARK] = u32(change.firewall_mark)
    header = _GENERIC.pack(WG_CMD_SET_DEVICE, _VERSION)
    for peers in _batches([piece for peer in change.peers for piece in _pieces(peer)]):
        if peers:
            values[WGDEVICE_A_PEERS | NLA_F_NESTED] = _list(peers)
        yield header + pack_attributes(values)
        values = {WGDEVICE_A_IFINDEX: u32(link)}


def decode_device(payloads: Iterable[bytes]) -> WireguardDevice:
    """Decode the answer, which goes on with a peer in the next message where one is full."""
    device: dict[int, bytes] = {}
    peers: dict[str, WireguardPeer] = {}
    for payload in payloads:
        values = attributes(payload[_GENERIC.size :])
        device = values | device
        for _, data in attribute_list(values.get(WGDEVICE_A_PEERS, b"")):
            peer = _peer(data)
            before = peers.get(peer.public_key)
            more = peer.allowed_ips if before is None else (*before.allowed_ips, *peer.allowed_ips)
            peers[peer.public_key] = msgspec.structs.replace(before or peer, allowed_ips=more)
    private = device.get(WGDEVICE_A_PRIVATE_KEY)
    return WireguardDevice(
        public_key=_text(device.get(WGDEVICE_A_PUBLIC_KEY)),
        settings=Wireguard(
            private_key=None if private is None else Secret(_text(private)),
            listen_port=_number(device.get(WGDEVICE_A_LISTEN_PORT)),
            firewall_mark=_number(device.get(WGDEVICE_A_FWMARK)),
            peers=tuple(peers.values()),
        ),
    )


def _batches(pieces: list[bytes]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    for piece in pieces:
        if batch and sum(map(len, batch)) + len(piece) > _PEERS_SIZE:
            yield batch
            batch = []
        batch.append(piece)
    yield batch


def _pieces(peer: PeerChange) -> Iterator[bytes]:
    values = {WGPEER_A_PUBLIC_KEY: _key(peer.public_key)}
    if peer.remove:
        yield pack_attributes(values | {WGPEER_A_FLAGS: u32(WGPEER_F_REMOVE_ME)})
        return
    if peer.preshared_key is not None:
        values[WGPEER_A_PRESHARED_KEY] = _key(peer.preshared_key.reveal())
    if peer.endpoint is not None:
        values[WGPEER_A_ENDPOINT] = _pack_endpoint(peer.endpoint)
    if peer.keepalive is not None:
        values[WGPEER_A_PERSISTENT_KEEPALIVE_INTERVAL] = struct.pack("=H", peer.keepalive)
    if peer.allowed_ips is not None:
        values[WGPEER_A_FLAGS] = u32(WGPEER_F_REPLACE_ALLOWEDIPS)
    networks = iter(peer.allowed_ips or ())
    while True:
        some = [_pack_network(each) for each in islice(networks, _NETWORKS_AT_ONCE)]
        if some:
            values[WGPEER_A_ALLOWEDIPS | NLA_F_NESTED] = _list(some)
        yield pack_attributes(values)
        values = {WGPEER_A_PUBLIC_KEY: _key(peer.public_key)}
        if len(some) < _NETWORKS_AT_ONCE:
            return


def _list(items: Iterable[bytes]) -> bytes:
    return pack_attributes({number | NLA_F_NESTED: item for number, item in enumerate(items)})


def _pack_network(network: Prefix) -> bytes:
    family = socket.AF_INET if network.version == 4 else socket.AF_INET6
    return pack_attributes(
        {
            WGALLOWEDIP_A_FAMILY: struct.pack("=H", family),
            WGALLOWEDIP_A_IPADDR: network.network_address.packed,
            WGALLOWEDIP_A_CIDR_MASK: bytes([network.prefixlen]),
        }
    )


def _pack_endpoint(endpoint: Endpoint) -> bytes:
    port, address = endpoint.port.to_bytes(2, "big"), endpoint.address.packed
    if endpoint.address.version == 4:
        return _FOUR.pack(socket.AF_INET, port, address)
    return _SIX.pack(socket.AF_INET6, port, 0, address, 0)


def _peer(data: bytes) -> WireguardPeer:
    values = attributes(data)
    preshared = _text(values.get(WGPEER_A_PRESHARED_KEY))
    return WireguardPeer(
        public_key=_text(values.get(WGPEER_A_PUBLIC_KEY)),
        preshared_key=None if preshared in {"", NO_KEY.reveal()} else Secret(preshared),
        endpoint=_endpoint(values.get(WGPEER_A_ENDPOINT, b"")),
        keepalive=_number(values.get(WGPEER_A_PERSISTENT_KEEPALIVE_INTERVAL)),
        allowed_ips=tuple(_network(each) for _, each in attribute_list(values.get(WGPEER_A_ALLOWEDIPS, b""))),
    )


def _endpoint(data: bytes) -> str:
    if len(data) == _FOUR.size:
        _, port, address = _FOUR.unpack(data)
    elif len(data) == _SIX.size:
        _, port, _, address, _ = _SIX.unpack(data)
    else:
        return ""
    return str(Endpoint(ip_address(address), int.from_bytes(port, "big")))


def _network(data: bytes) -> Prefix:
    values = attributes(data)
    return ip_network((values[WGALLOWEDIP_A_IPADDR], _number(values.get(WGALLOWEDIP_A_CIDR_MASK))), strict=False)


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != 32:
        raise ValueError("a WireGuard key is 32 bytes in base64, as `wg genkey` prints it")
    return key


def _text(key: bytes | None) -> str:
    return "" if key is None else base64.b64encode(key).decode()


def _number(value: bytes | None) -> int:
    return 0 if value is None else int.from_bytes(value[:4], sys.byteorder)
