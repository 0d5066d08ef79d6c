"""Contributions, made up by hypothesis: few names, so that they speak of the same things."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface, ip_network
from typing import Any

from hypothesis import strategies as st

from libtalos.pki.secret import Secret
from services.network.layers.contribution import Contribution
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
from services.network.layers.specs import (
    AddressSpec,
    DhcpOptions,
    HostnameSpec,
    OperatorSpec,
    ResolverSpec,
    RouteSpec,
    RoutingRuleSpec,
    TimeServerSpec,
    VipOptions,
)
from services.network.layers.words import BondMode, Family, Layer, OperatorKind
from services.network.state import LinkName

NAMES = st.sampled_from([LinkName("eth0"), LinkName("eth1")])
LAYERS = st.sampled_from(Layer)
SERVERS = st.sampled_from([ip_address(text) for text in ("1.1.1.1", "8.8.8.8", "2001:db8::1", "2001:db8::2")])
DOMAINS = st.sampled_from(["a.example", "b.example", "c.example"])
NETWORKS = st.none() | st.just(ip_network("10.0.0.0/8"))


def _maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


# functions, because the keys' type is not imported where the values are declared, and builds would look for it
def _peer(**fields: Any) -> WireguardPeer:
    return WireguardPeer(**fields)


def _wireguard(**fields: Any) -> Wireguard:
    return Wireguard(**fields)


PEERS = st.builds(
    _peer,
    public_key=st.sampled_from(["p", "q"]),
    preshared_key=_maybe(st.just(Secret("s"))),
    endpoint=st.sampled_from(["", "h:1"]),
)
WIREGUARD = st.builds(
    _wireguard,
    private_key=_maybe(st.sampled_from([Secret("k"), Secret("l")])),
    listen_port=st.sampled_from([0, 1, 2]),
    firewall_mark=st.sampled_from([0, 1, 2]),
    peers=st.lists(PEERS, max_size=2, unique_by=lambda peer: peer.public_key).map(tuple),
)
LINKS = st.builds(
    LinkSpec,
    name=NAMES,
    logical=st.booleans(),
    up=st.booleans(),
    mtu=st.sampled_from([0, 1400, 9000]),
    kind=st.sampled_from(["", "dummy", "vlan"]),
    hardware_addr=st.sampled_from([b"", b"\2\0\0\0\0\1"]),
    parent=_maybe(NAMES),
    bond_slave=_maybe(st.builds(BondSlave, master=NAMES, index=st.integers(0, 1))),
    bridge_slave=_maybe(st.builds(BridgeSlave, master=NAMES)),
    vrf_slave=_maybe(st.builds(VrfSlave, master=NAMES)),
    vlan=_maybe(st.builds(Vlan, vid=st.integers(1, 2))),
    bond_master=_maybe(st.builds(BondMaster, mode=st.sampled_from(BondMode), mii_mon=st.integers(0, 1))),
    bridge_master=_maybe(st.builds(BridgeMaster, stp=st.booleans())),
    vrf_master=_maybe(st.builds(VrfMaster, table=st.integers(1, 2))),
    wireguard=_maybe(WIREGUARD),
    veth=_maybe(st.builds(Veth, peer=NAMES)),
    multicast=_maybe(st.booleans()),
    where=st.sampled_from(["", "here", "there"]),
)
ADDRESSES = st.builds(
    AddressSpec,
    link=NAMES,
    address=st.sampled_from([ip_interface(text) for text in ("10.0.0.1/24", "10.0.0.1/16", "fd00::1/64")]),
    priority=st.integers(0, 2),
)
ROUTES = st.builds(
    RouteSpec,
    family=st.just(Family.INET4),
    destination=NETWORKS,
    gateway=st.none() | st.just(ip_address("10.0.0.254")),
    link=NAMES,
    priority=st.sampled_from([1, 1024]),
    table=st.sampled_from([254, 7]),
    mtu=st.integers(0, 2),
)
RULES = st.builds(
    RoutingRuleSpec, family=st.sampled_from(Family), priority=st.sampled_from([5, 100000]), fw_mark=st.integers(0, 3)
)
HOSTNAMES = st.builds(HostnameSpec, hostname=st.sampled_from(["a", "b", "c"]))
RESOLVERS = st.builds(
    ResolverSpec,
    servers=st.lists(SERVERS, max_size=3, unique=True).map(tuple),
    search=st.lists(DOMAINS, max_size=2, unique=True).map(tuple),
    search_overridden=st.booleans(),
)
TIME_SERVERS = st.builds(
    TimeServerSpec, servers=st.lists(st.sampled_from(["t1", "t2", "t3"]), max_size=2, unique=True).map(tuple)
)
OPERATORS = st.one_of(
    st.builds(
        OperatorSpec,
        kind=st.sampled_from([OperatorKind.DHCP4, OperatorKind.DHCP6]),
        link=NAMES,
        dhcp=st.builds(DhcpOptions, route_metric=st.sampled_from([100, 1024])),
    ),
    st.builds(
        OperatorSpec,
        kind=st.just(OperatorKind.VIP),
        link=NAMES,
        vip=st.builds(VipOptions, ip=SERVERS, gratuitous_arp=st.booleans()),
    ),
)


def _some(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


CONTRIBUTION = st.builds(
    Contribution,
    layer=LAYERS,
    source=st.sampled_from(["", "dhcp4/eth0", "dhcp6/eth0"]),
    links=_some(LINKS),
    addresses=_some(ADDRESSES),
    routes=_some(ROUTES),
    rules=_some(RULES),
    hostname=_maybe(HOSTNAMES),
    resolvers=_maybe(RESOLVERS),
    time_servers=_maybe(TIME_SERVERS),
    operators=_some(OPERATORS),
)
CONTRIBUTIONS = st.lists(CONTRIBUTION, max_size=5, unique_by=lambda each: (each.layer, each.source))
