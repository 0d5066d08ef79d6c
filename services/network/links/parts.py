"""What the kernel says of links by their kind, as parts of the published link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from libtalos.resources.definitions.linkparts import (
    STP,
    VLAN,
    BondMaster,
    BridgeMaster,
    BridgeVLAN,
    Veth,
    VRFMaster,
    Wireguard,
    WireguardPeer,
)
from services.network import kernelnames as names
from services.network.linkresources import go_duration
from services.network.links import kinds
from services.network.links.bond import BOND

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.network.layers.links import WireguardPeer as WantedPeer
    from services.network.links.codec import Value
    from services.network.state import Link, LinkName

# where the published name is another one than the kernel table's
_PUBLISHED = {"hash_policy": "xmit_hash_policy"}


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a link's kind; the others are None."""

    vlan: VLAN | None = None
    bridge_master: BridgeMaster | None = None
    bond_master: BondMaster | None = None
    vrf_master: VRFMaster | None = None
    wireguard: Wireguard | None = None
    veth: Veth | None = None


def link_parts(link: Link, name: Callable[[int], LinkName]) -> Parts:
    """Return the parts of a link; name returns that of a link by its index. Secret keys are not in them."""
    values = dict(link.details)
    if link.kind == kinds.VLAN.name and values:
        return Parts(vlan=_vlan(values))
    if link.kind == kinds.BRIDGE.name and values:
        stp, vlan = STP(enabled=bool(values.get("stp"))), BridgeVLAN(filtering_enabled=bool(values["vlan_filtering"]))
        return Parts(bridge_master=BridgeMaster(stp=stp, vlan=vlan))
    if link.kind == kinds.VRF.name and isinstance(table := values.get("table"), int):
        return Parts(vrf_master=VRFMaster(table=names.word(names.TABLES, table)))
    if link.kind == BOND.name and values:
        return Parts(bond_master=_bond(values, name))
    if link.kind == kinds.VETH.name and not link.parent_elsewhere and (peer := name(link.link_index)):
        return Parts(veth=Veth(peer_name=peer))
    return Parts(wireguard=_wireguard(link))


def _vlan(values: dict[str, Value]) -> VLAN:
    protocol = kinds.VLAN.attribute("vlan_protocol").show(values.get("vlan_protocol"))
    return VLAN(vlan_id=_number(values["vlan_id"]), vlan_protocol=protocol)


def _bond(values: dict[str, Value], name: Callable[[int], LinkName]) -> BondMaster:
    found: dict[str, Any] = {}
    for row in BOND.attributes:
        value = values.get(row.name, row.default)
        if row.reference:
            value = name(_number(value)) if value else ""
        elif row.words is not None:
            value = row.show(value)
        found[_PUBLISHED.get(row.name, row.name)] = value
    return BondMaster(**found | {"use_carrier": bool(found["use_carrier"])})


def _wireguard(link: Link) -> Wireguard | None:
    if link.wireguard is None:
        return None
    settings = link.wireguard.settings
    return Wireguard(
        public_key=link.wireguard.public_key,
        listen_port=settings.listen_port,
        firewall_mark=settings.firewall_mark,
        peers=tuple(_peer(each) for each in settings.peers),
    )


def _peer(peer: WantedPeer) -> WireguardPeer:
    return WireguardPeer(
        public_key=peer.public_key,
        endpoint=peer.endpoint,
        persistent_keepalive_interval=go_duration(peer.keepalive),
        allowed_ips=tuple(str(each) for each in peer.allowed_ips),
    )


def _number(value: Value | None) -> int:
    return value if isinstance(value, int) else 0
