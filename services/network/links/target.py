"""What a link is to be, in the terms of the kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.links.bond import BOND, MII_MON, default_monitoring, settle
from services.network.links.details import complete
from services.network.links.kinds import BRIDGE, KINDS, VLAN, VRF
from services.network.links.wireguard.change import check as check_wireguard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.network.layers.links import BondMaster, LinkSpec, Wireguard
    from services.network.links.attribute import Details
    from services.network.links.codec import Value
    from services.network.state import LinkName


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A link as it is wanted. kind is empty for links that are not made here; None and empty leave as it is.

    details: all settings of the kind that count. peer: the other end of a veth pair. slave_index: its place among the
    master's links.
    """

    name: LinkName
    where: str = ""
    kind: str = ""
    details: Details = ()
    parent: LinkName | None = None
    peer: LinkName | None = None
    primary: LinkName | None = None
    master: LinkName | None = None
    slave_index: int = 0
    wireguard: Wireguard | None = None
    up: bool = True
    mtu: int | None = None
    hardware_addr: bytes = b""
    multicast: bool | None = None


def make_target(spec: LinkSpec) -> Target:
    """Return what a spec asks for; raises ValueError, in words for people, if it cannot be done."""
    kind = spec.kind if spec.logical else ""
    if spec.logical:
        _check(spec)
    return Target(
        name=spec.name,
        where=spec.where,
        kind=kind,
        details=_details(spec, kind),
        parent=spec.parent,
        peer=None if spec.veth is None else spec.veth.peer,
        primary=None if spec.bond_master is None else spec.bond_master.primary,
        master=spec.master,
        slave_index=0 if spec.bond_slave is None else spec.bond_slave.index,
        wireguard=spec.wireguard,
        up=spec.up,
        mtu=spec.mtu or None,
        hardware_addr=spec.hardware_addr,
        multicast=spec.multicast,
    )


def _check(spec: LinkSpec) -> None:
    kind = KINDS.get(spec.kind)
    if kind is None:
        raise ValueError(f'links of kind "{spec.kind}" cannot be made: give one of {", ".join(sorted(KINDS))}')
    if kind.needs_parent and not spec.parent:
        raise ValueError(f"a {spec.kind} stands on another link: name it")
    needed = {"vlan": spec.vlan, "vrf": spec.vrf_master, "veth": spec.veth}
    if spec.kind in needed and needed[spec.kind] is None:
        missing = {"vlan": "a VLAN id", "vrf": "a routing table", "veth": "the name of its other end"}
        raise ValueError(f"a {spec.kind} needs {missing[spec.kind]}")
    if spec.wireguard is not None:
        check_wireguard(spec.wireguard)


def _details(spec: LinkSpec, kind: str) -> Details:
    if kind == BOND.name and spec.bond_master is not None:
        return settle(complete(kind, _bond(spec.bond_master)))
    if kind == BRIDGE.name and spec.bridge_master is not None:
        bridge = spec.bridge_master
        return complete(kind, [("stp", int(bridge.stp)), ("vlan_filtering", int(bridge.vlan_filtering))])
    if kind == VLAN.name and spec.vlan is not None:
        return complete(kind, [("vlan_id", spec.vlan.vid), ("vlan_protocol", int(spec.vlan.protocol))])
    if kind == VRF.name and spec.vrf_master is not None:
        return complete(kind, [("table", spec.vrf_master.table)])
    return ()


def _bond(bond: BondMaster) -> Iterator[tuple[str, Value | None]]:
    for row in BOND.attributes:
        value = getattr(bond, row.name)
        if row.name == MII_MON and value is None:
            value = default_monitoring(bond.mode)
        if isinstance(value, tuple):
            yield row.name, tuple(str(each) for each in value)
        elif not row.reference and value is not None:
            yield row.name, int(value)
