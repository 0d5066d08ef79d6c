"""One link, wanted by several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from msgspec.structs import replace

from libtalos.pki.secret import Secret
from services.network.layers.links import (
    BondMaster,
    BondSlave,
    BridgeMaster,
    BridgeSlave,
    LinkSpec,
    Veth,
    Vlan,
    VrfMaster,
    VrfSlave,
    Wireguard,
    WireguardPeer,
)
from services.network.layers.overlay import overlay
from services.network.layers.words import BondMode, Layer
from services.network.state import LinkName
from tests.unit.services.network.layers.strategies import LINKS

if TYPE_CHECKING:
    from typing import Any

BOND0 = LinkName("bond0")
BARE = LinkSpec(name=LinkName("eth0"))
PEER = WireguardPeer(public_key="p", endpoint="low:1")
SAID: dict[str, Any] = {
    "logical": True,
    "up": True,
    "mtu": 9000,
    "kind": "bond",
    "type": 1,
    "hardware_addr": b"\2\0\0\0\0\1",
    "parent": LinkName("eth9"),
    "bond_slave": BondSlave(master=BOND0),
    "bridge_slave": BridgeSlave(master=BOND0),
    "vrf_slave": VrfSlave(master=BOND0),
    "vlan": Vlan(vid=1),
    "bond_master": BondMaster(),
    "bridge_master": BridgeMaster(),
    "vrf_master": VrfMaster(table=1),
    "wireguard": Wireguard(),
    "veth": Veth(peer=BOND0),
    "multicast": False,
    "layer": Layer.PLATFORM,
    "where": "here",
}


def test_every_field_is_tested() -> None:
    assert set(LinkSpec.__struct_fields__) == {"name", *SAID}


@pytest.mark.parametrize("field", SAID)
def test_what_is_said_of_a_field_is_taken_over(field: str) -> None:
    assert getattr(overlay(BARE, replace(BARE, **{field: SAID[field]})), field) == SAID[field]


@pytest.mark.parametrize("field", SAID)
def test_a_field_of_which_nothing_is_said_stays(field: str) -> None:
    kept = overlay(replace(BARE, **{field: SAID[field]}), BARE)
    assert getattr(kept, field) == (Layer.DEFAULT if field == "layer" else SAID[field])


@given(LINKS, LINKS)
def test_putting_the_same_over_again_changes_nothing(before: LinkSpec, over: LinkSpec) -> None:
    once = overlay(before, over)
    assert overlay(once, over) == once


@given(LINKS, LINKS, LINKS)
def test_layers_may_be_put_together_in_any_grouping(low: LinkSpec, middle: LinkSpec, high: LinkSpec) -> None:
    middle, high = (replace(each, name=low.name) for each in (middle, high))
    assert overlay(overlay(low, middle), high) == overlay(low, overlay(middle, high))


def test_parts_are_replaced_whole() -> None:
    low = replace(BARE, bond_master=BondMaster(mode=BondMode.ALB, mii_mon=100))
    high = replace(BARE, bond_master=BondMaster(up_delay=5))
    assert overlay(low, high).bond_master == BondMaster(up_delay=5)


def test_the_fields_of_wireguard_are_put_over_one_by_one() -> None:
    low = replace(BARE, wireguard=Wireguard(private_key=Secret("k"), listen_port=1, peers=(PEER,)))
    other = WireguardPeer(public_key="q")
    high = replace(
        BARE, wireguard=Wireguard(listen_port=2, peers=(WireguardPeer(public_key="p", endpoint="high:1"), other))
    )
    expected = Wireguard(private_key=Secret("k"), listen_port=2, peers=(PEER, other))
    assert overlay(low, high).wireguard == expected


def test_keys_are_not_printed() -> None:
    link = replace(BARE, wireguard=Wireguard(private_key=Secret("unsaid")))
    assert "unsaid" not in repr(link)


def test_a_master_is_the_link_that_this_is_a_part_of() -> None:
    assert BARE.master is None
    assert replace(BARE, vrf_slave=VrfSlave(master=BOND0)).master == BOND0
    assert replace(BARE, bridge_slave=BridgeSlave(master=BOND0)).master == BOND0
    assert replace(BARE, bond_slave=BondSlave(master=BOND0)).master == BOND0
