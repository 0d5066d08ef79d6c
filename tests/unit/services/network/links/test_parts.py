"""Links as published: the part of their kind, in upstream's words."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Any

import msgspec
import pytest

from libtalos.pki.secret import Secret
from services.network.layers.links import Wireguard, WireguardPeer
from services.network.links.details import fresh
from services.network.links.parts import link_parts
from services.network.links.wireguard.wire import WireguardDevice
from services.network.state import Link, LinkIndex, LinkName
from tests.unit.services.network.links.strategies import KEYS

NAMES = {2: LinkName("eth0"), 3: LinkName("eth1")}


def part(kind: str, **values: Any) -> dict[str, Any]:
    """The parts that are there, as they are published."""
    link = Link(name=LinkName("x"), index=LinkIndex(9), kind=kind, **values)
    parts = msgspec.json.decode(msgspec.json.encode(link_parts(link, lambda index: NAMES.get(index, LinkName("")))))
    return {name: value for name, value in parts.items() if value is not None}


@pytest.mark.parametrize(
    ("kind", "values", "published"),
    [
        (
            "vlan",
            {"details": (("vlan_id", 5), ("vlan_protocol", 0x88A8))},
            {"vlan": {"vlanID": 5, "vlanProtocol": "802.1ad"}},
        ),
        (
            "bridge",
            {"details": (("stp", 1), ("vlan_filtering", 0))},
            {"bridge_master": {"stp": {"enabled": True}, "vlan": {"filteringEnabled": False}}},
        ),
        ("vrf", {"details": (("table", 9),)}, {"vrf_master": {"table": "9"}}),
        ("vrf", {"details": (("table", 254),)}, {"vrf_master": {"table": "main"}}),
        ("veth", {"link_index": 3}, {"veth": {"peerName": "eth1"}}),
        ("veth", {"link_index": 3, "parent_elsewhere": True}, {}),
        ("dummy", {}, {}),
        ("", {}, {}),
    ],
)
def test_kinds(kind: str, values: dict[str, Any], published: dict[str, Any]) -> None:
    assert part(kind, **values) == published


def test_a_bond_is_told_in_words() -> None:
    details = dict(fresh("bond", ())) | {"mode": 1, "hash_policy": 1, "primary": 2, "arp_ip_targets": ("10.0.0.1",)}
    bond = part("bond", details=tuple(details.items()))["bond_master"]
    told = {"mode": "active-backup", "xmitHashPolicy": "layer3+4", "primary": "eth0", "arpIpTargets": ["10.0.0.1"]}
    assert {**bond, **told} == bond
    assert bond["useCarrier"] is True


def test_no_key_that_is_secret_is_published() -> None:
    peer = WireguardPeer(
        public_key=KEYS[0],
        preshared_key=Secret(KEYS[2]),
        endpoint="10.0.0.1:51820",
        keepalive=3725,
        allowed_ips=(ip_network("10.1.0.0/16"),),
    )
    settings = Wireguard(private_key=Secret(KEYS[2]), listen_port=51820, firewall_mark=7, peers=(peer,))
    published = part("wireguard", wireguard=WireguardDevice(public_key=KEYS[1], settings=settings))
    assert KEYS[2] not in str(published)
    (told,) = published["wireguard"].pop("peers")
    assert published == {"wireguard": {"publicKey": KEYS[1], "listenPort": 51820, "firewallMark": 7}}
    assert (told["publicKey"], told["persistentKeepaliveInterval"]) == (KEYS[0], "1h2m5s")
    assert told["allowedIPs"] == ["10.1.0.0/16"]
