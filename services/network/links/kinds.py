"""The kinds of links that are made here. Numbers: linux/if_link.h. What can change: the drivers' changelink."""

from __future__ import annotations

from services.network.layers.words import VlanProtocol
from services.network.links.attribute import Attribute, Change, Kind
from services.network.links.bond import BOND
from services.network.links.codec import BE16, U8, U16, U32

VLAN = Kind(
    "vlan",
    "CONFIG_VLAN_8021Q",
    "8021q",
    (
        Attribute("vlan_id", 1, U16, None, Change.NEVER),
        Attribute("vlan_protocol", 5, BE16, VlanProtocol.IEEE_802_1Q, Change.NEVER, VlanProtocol),
    ),
    needs_parent=True,
)
BRIDGE = Kind(
    "bridge",
    "CONFIG_BRIDGE",
    "bridge",
    (
        Attribute("stp", 5, U32, 0),
        Attribute("vlan_filtering", 7, U8, 0, option="CONFIG_BRIDGE_VLAN_FILTERING"),
    ),
)
VRF = Kind("vrf", "CONFIG_NET_VRF", "vrf", (Attribute("table", 1, U32, None, Change.NEVER),))
MACVLAN = Kind("macvlan", "CONFIG_MACVLAN", "macvlan", needs_parent=True)
VETH = Kind("veth", "CONFIG_VETH", "veth")
DUMMY = Kind("dummy", "CONFIG_DUMMY", "dummy")
WIREGUARD = Kind("wireguard", "CONFIG_WIREGUARD", "wireguard")

KINDS: dict[str, Kind] = {each.name: each for each in (BOND, BRIDGE, VLAN, VRF, VETH, DUMMY, MACVLAN, WIREGUARD)}
