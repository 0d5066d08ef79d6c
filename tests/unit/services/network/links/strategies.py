"""Wanted links of all kinds, made up by hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_network
from typing import Any, TypeVar

from hypothesis import strategies as st
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
from services.network.layers.words import BondHashPolicy, BondMode, FailOverMac, LacpRate
from services.network.state import LinkName

T = TypeVar("T")

BOND, BRIDGE, VRF = LinkName("bond0"), LinkName("br0"), LinkName("vrf0")
KEYS = [f"{letter * 42}A=" for letter in "BCD"]


def _made(make: Callable[..., T], **parts: st.SearchStrategy[object]) -> st.SearchStrategy[T]:
    """As st.builds, which would read the annotations, and not all of their names are there at run time."""
    return st.fixed_dictionaries(parts).map(lambda values: make(**values))


BONDS = _made(
    BondMaster,
    mode=st.sampled_from(BondMode),
    hash_policy=st.sampled_from(BondHashPolicy),
    lacp_rate=st.sampled_from(LacpRate),
    fail_over_mac=st.sampled_from(FailOverMac),
    mii_mon=st.sampled_from([100, 200]),
    up_delay=st.sampled_from([None, 250]),
    primary=st.sampled_from([None, LinkName("eth0"), LinkName("eth1")]),
)
BRIDGES = _made(BridgeMaster, stp=st.booleans())
NETWORKS = [ip_network(text) for text in ("10.1.0.0/16", "10.2.0.0/16", "fd00::/64")]
PEERS = _made(
    WireguardPeer,
    public_key=st.sampled_from(KEYS),
    preshared_key=st.none() | st.just(Secret(KEYS[2])),
    endpoint=st.sampled_from(["", "10.0.0.1:51820", "[fd00::1]:51820"]),
    keepalive=st.sampled_from([0, 25]),
    allowed_ips=st.lists(st.sampled_from(NETWORKS), unique=True).map(tuple),
)


def _apart(peers: list[WireguardPeer]) -> tuple[WireguardPeer, ...]:
    """Leave each network to the first peer that has it: the kernel knows one peer for each."""
    taken: set[object] = set()
    kept = []
    for peer in peers:
        kept.append(replace(peer, allowed_ips=tuple(each for each in peer.allowed_ips if each not in taken)))
        taken |= set(peer.allowed_ips)
    return tuple(kept)


WIREGUARDS = _made(
    Wireguard,
    private_key=st.sampled_from([Secret(key) for key in KEYS]),
    listen_port=st.sampled_from([51820, 51821]),
    firewall_mark=st.sampled_from([0, 7]),
    peers=st.lists(PEERS, unique_by=lambda peer: peer.public_key, max_size=3).map(_apart),
)
MTUS = st.sampled_from([0, 1300])


def _logical(name: str, kind: str, **parts: object) -> LinkSpec:
    return LinkSpec(name=LinkName(name), kind=kind, logical=True, up=True, **parts)  # type: ignore[arg-type]


@st.composite
def link_specs(draw: st.DrawFn) -> tuple[LinkSpec, ...]:
    """Two links of the hardware, and links of all kinds on top of them and of one another."""
    chosen = draw(st.sets(st.sampled_from(["bond", "bridge", "vrf", "vlan", "veth", "dummy", "wireguard", "macvlan"])))
    masters = [None, *(BOND for _ in ["bond"] if "bond" in chosen), *(BRIDGE for _ in ["bridge"] if "bridge" in chosen)]
    specs = [
        LinkSpec(name=LinkName(f"eth{number}"), up=True, mtu=draw(MTUS), **_place(draw, masters, number))
        for number in (0, 1)
    ]
    lower = st.sampled_from([LinkName("eth0"), *(each for each in masters if each is not None)])
    above = [each for each in masters if each != BOND]
    # what takes a link's packets for a bridge or a bond leaves none for a macvlan
    free = [each.name for each in specs if each.master is None] + [BRIDGE for _ in ["bridge"] if "bridge" in chosen]
    chosen -= set() if free else {"macvlan"}
    in_vrf = {"vrf_slave": VrfSlave(master=VRF)} if "vrf" in chosen else {}
    makers: dict[str, Callable[[], LinkSpec]] = {
        "bond": lambda: _logical(BOND, "bond", bond_master=draw(BONDS), **_place(draw, above)),
        "bridge": lambda: _logical(BRIDGE, "bridge", bridge_master=draw(BRIDGES)),
        "vrf": lambda: _logical(VRF, "vrf", vrf_master=VrfMaster(table=draw(st.integers(9, 10)))),
        "vlan": lambda: _logical("vlan0", "vlan", parent=draw(lower), vlan=Vlan(vid=draw(st.integers(5, 6)))),
        "veth": lambda: _logical("veth0", "veth", veth=Veth(peer=LinkName(draw(st.sampled_from(["a", "b"]))))),
        "dummy": lambda: _logical("dummy0", "dummy", **in_vrf),
        "wireguard": lambda: _logical("wg0", "wireguard", wireguard=draw(WIREGUARDS)),
        "macvlan": lambda: _logical("macvlan0", "macvlan", parent=free[-1], mtu=draw(MTUS)),
    }
    specs += [makers[kind]() for kind in sorted(chosen)]
    return tuple(draw(st.permutations(specs)))


def _place(draw: st.DrawFn, masters: list[LinkName | None], index: int = 0) -> dict[str, Any]:
    master = draw(st.sampled_from(masters))
    if master is None:
        return {}
    if master == BOND:
        return {"bond_slave": BondSlave(master=master, index=1 - index)}
    return {"bridge_slave": BridgeSlave(master=master)}
