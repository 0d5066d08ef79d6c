"""WireGuard's messages, with pyroute2 as the independent witness, and what differs between two settings."""

from __future__ import annotations

import struct
from ipaddress import IPv4Network, ip_network
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace
from pyroute2.netlink.generic.wireguard import wgmsg

from libtalos.pki.secret import Secret
from services.network.layers.links import Wireguard, WireguardPeer
from services.network.links.wireguard.change import NO_KEY, DeviceChange, Endpoint, PeerChange, change_between, check
from services.network.links.wireguard.wire import decode_device, encode_get, encode_set
from tests.unit.services.network.links.strategies import KEYS, WIREGUARDS

PRIVATE, PUBLIC, SHARED = (Secret(KEYS[0]), KEYS[1], Secret(KEYS[2]))
PEER = WireguardPeer(
    public_key=PUBLIC,
    preshared_key=SHARED,
    endpoint="10.0.0.1:51820",
    keepalive=25,
    allowed_ips=(ip_network("10.1.0.0/16"), ip_network("fd00::/64")),
)
DEVICE = Wireguard(private_key=PRIVATE, listen_port=51820, firewall_mark=7, peers=(PEER,))


def witness(payload: bytes) -> Any:
    """What pyroute2 reads."""
    message = wgmsg(struct.pack("=IHHII", 16 + len(payload), 30, 0, 0, 0) + payload)
    message.decode()
    return message


def test_the_witness_reads_what_is_written() -> None:
    (payload,) = encode_set(7, change_between(Wireguard(), DEVICE))
    message = witness(payload)
    assert (message["cmd"], message["version"]) == (1, 1)
    assert message.get_attr("WGDEVICE_A_IFINDEX") == 7
    assert message.get_attr("WGDEVICE_A_LISTEN_PORT") == 51820
    assert message.get_attr("WGDEVICE_A_FWMARK") == 7
    assert message.get_attr("WGDEVICE_A_PRIVATE_KEY") == KEYS[0].encode()
    (peer,) = message.get_attr("WGDEVICE_A_PEERS")
    assert peer.get_attr("WGPEER_A_PERSISTENT_KEEPALIVE_INTERVAL") == 25
    assert peer.get_attr("WGPEER_A_FLAGS") == 2, "the networks replace those that are there"
    assert peer.get_attr("WGPEER_A_ENDPOINT")["port"] == 51820
    assert peer.get_attr("WGPEER_A_ENDPOINT")["addr"] == "10.0.0.1"
    networks = peer.get_attr("WGPEER_A_ALLOWEDIPS")
    assert [(each.get_attr("WGALLOWEDIP_A_FAMILY"), each.get_attr("WGALLOWEDIP_A_CIDR_MASK")) for each in networks] == [
        (2, 16),
        (10, 64),
    ]
    assert witness(encode_get(7)).get_attr("WGDEVICE_A_IFINDEX") == 7


@given(WIREGUARDS)
def test_what_is_written_is_read(device: Wireguard) -> None:
    """The kernel answers in the shape in which it is asked."""
    change = change_between(Wireguard(), device)
    assert decode_device(encode_set(7, change)).settings == device


@given(WIREGUARDS)
def test_order_is_no_difference(device: Wireguard) -> None:
    peers = [replace(each, allowed_ips=each.allowed_ips[::-1]) for each in device.peers]
    assert not change_between(device, replace(device, peers=tuple(peers[::-1])))
    assert change_between(device, replace(device, firewall_mark=device.firewall_mark + 1))


def test_many_networks_go_in_several_messages_and_come_together() -> None:
    networks = tuple(IPv4Network((0x0A000000 + number * 256, 24)) for number in range(2500))
    peers = [replace(PEER, public_key=key, allowed_ips=networks) for key in KEYS]
    device = replace(DEVICE, peers=tuple(peers))
    messages = list(encode_set(7, change_between(Wireguard(), device)))
    assert len(messages) > 3
    assert max(len(each) for each in messages) < 65536
    assert decode_device(messages).settings == device
    flags = [
        peer.get_attr("WGPEER_A_FLAGS") for each in messages for peer in witness(each).get_attr("WGDEVICE_A_PEERS")
    ]
    assert flags.count(2) == len(KEYS), "later messages add to the networks of earlier ones"


def test_a_peer_that_is_not_wanted_is_removed_and_a_key_taken_away() -> None:
    change = change_between(DEVICE, replace(DEVICE, peers=(replace(PEER, public_key=KEYS[0], preshared_key=None),)))
    assert change.peers[0] == PeerChange(public_key=PUBLIC, remove=True)
    (payload,) = encode_set(7, change)
    assert witness(payload).get_attr("WGDEVICE_A_PEERS")[0].get_attr("WGPEER_A_FLAGS") == 1
    keyless = change_between(DEVICE, replace(DEVICE, peers=(replace(PEER, preshared_key=None),)))
    assert keyless == DeviceChange(peers=(PeerChange(public_key=PUBLIC, preshared_key=NO_KEY),))
    assert keyless.describe() == f"change peer {PUBLIC}"


def test_what_is_left_open_stays_as_it_is() -> None:
    """A port that the kernel chose, a place from which the peer called, a key that somebody set."""
    caller = replace(PEER, endpoint="192.0.2.7:3333")
    seen = replace(DEVICE, listen_port=33333, peers=(caller,))
    open_ended = replace(DEVICE, private_key=None, listen_port=0, peers=(replace(PEER, endpoint=""),))
    assert not change_between(seen, open_ended)


@pytest.mark.parametrize("text", ["10.5.0.2:51820", "[fd00::2]:51820"])
def test_endpoints_are_read_as_they_are_written(text: str) -> None:
    assert str(Endpoint.parse(text)) == text
    change = PeerChange(public_key=PUBLIC, endpoint=Endpoint.parse(text))
    (peer,) = decode_device(encode_set(7, DeviceChange(peers=(change,)))).settings.peers
    assert peer.endpoint == text


@pytest.mark.parametrize("text", ["example.org:51820", "10.5.0.2", "10.5.0.2:", ":51820", "[fd00::2]"])
def test_other_endpoints_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r'peer CCCC.*: endpoint ".*" is no address with a port, such as'):
        check(replace(DEVICE, peers=(replace(PEER, endpoint=text),)))


def test_a_network_of_two_peers_is_refused() -> None:
    """The kernel would give it to the later one, and the earlier one would never be as wanted."""
    with pytest.raises(ValueError, match=r"10\.1\.0\.0/16 is allowed to the peers CCC.* and DDD.*: only one"):
        check(replace(DEVICE, peers=(PEER, replace(PEER, public_key=KEYS[2]))))
    check(replace(DEVICE, peers=(replace(PEER, allowed_ips=PEER.allowed_ips * 2),)))


@pytest.mark.parametrize("key", ["", "short", "A" * 43, "!" * 44])
def test_a_bad_key_is_refused_without_being_shown(key: str) -> None:
    with pytest.raises(ValueError, match="a WireGuard key is 32 bytes in base64") as caught:
        list(encode_set(7, DeviceChange(private_key=Secret(key))))
    assert not key or key not in str(caught.value)


def test_garbage_does_no_harm() -> None:
    assert decode_device([b"\0\1\0\0\7"]).settings == Wireguard()
