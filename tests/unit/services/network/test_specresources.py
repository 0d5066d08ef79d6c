"""What is wanted as published resources: the words of every layer, and what they come to."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface, ip_network
from typing import Any

import pytest
from hypothesis import given, settings

from libtalos.pki.secret import Secret
from libtalos.resources import codec
from libtalos.resources.definitions import networkspecs as published
from libtalos.resources.definitions.networkspecs import CONFIG_NAMESPACE
from libtalos.resources.store import ResourceStore
from services.network.layers import (
    AddressSpec,
    BondMaster,
    BondSlave,
    BridgeMaster,
    BridgeSlave,
    Contribution,
    DhcpOptions,
    HostnameSpec,
    Layer,
    LinkSpec,
    Merged,
    OperatorSpec,
    ResolverSpec,
    RouteSpec,
    RoutingRuleSpec,
    TimeServerSpec,
    Veth,
    VipOptions,
    Vlan,
    VrfMaster,
    VrfSlave,
    Wireguard,
    WireguardPeer,
    merge,
)
from services.network.layers.defaults import LOOPBACK_ONLY
from services.network.layers.words import BondMode, ClientIdentifier, Family, LacpActive, OperatorKind
from services.network.linkresources import go_duration, link_spec
from services.network.specresources import PUBLISHES, operator_spec, publish_specs
from services.network.state import LinkName
from tests.unit.services.network.layers.strategies import CONTRIBUTIONS

ETH0, BOND0 = LinkName("eth0"), LinkName("bond0")
LEASE = Contribution(
    layer=Layer.OPERATOR,
    source="dhcp4/eth0",
    addresses=(AddressSpec(link=ETH0, address=ip_interface("10.5.0.7/24"), priority=7),),
    routes=(RouteSpec(family=Family.INET4, link=ETH0, gateway=ip_address("10.5.0.1"), protocol=16),),
    hostname=HostnameSpec.parse("leased.example.org"),
    resolvers=ResolverSpec(servers=(ip_address("10.5.0.1"),), search=("example.org",)),
    time_servers=TimeServerSpec(servers=("10.5.0.1",)),
)
CONFIG = Contribution(
    layer=Layer.CONFIGURATION,
    links=(LinkSpec(name=ETH0, up=True, mtu=1400, where="machine.network.interfaces[0]"),),
    rules=(RoutingRuleSpec(family=Family.INET6, priority=100, table=7, source=ip_network("fd00::/8"), fw_mark=1),),
    operators=(OperatorSpec(kind=OperatorKind.DHCP4, link=ETH0, dhcp=DhcpOptions()),),
)


def _store() -> ResourceStore:
    return ResourceStore("network", lambda: 0.0, publishes=PUBLISHES)


def _ids(store: ResourceStore, namespace: str = "") -> list[str]:
    return [row.id for kind in PUBLISHES for row in store.list(kind, namespace=namespace)]


def test_the_words_of_every_layer_are_told_beside_what_they_come_to() -> None:
    store, said = _store(), [LOOPBACK_ONLY, LEASE, CONFIG]
    publish_specs(store, said, merge(said))
    assert _ids(store, CONFIG_NAMESPACE) == [
        "configuration/eth0",
        "default/lo",
        "default/lo/127.0.0.1/8",
        "default/lo/::1/128",
        "operator/dhcp4/eth0/eth0/10.5.0.7/24",
        "operator/dhcp4/eth0/inet4/10.5.0.1//1024",
        "configuration/inet6/00100",
        "operator/dhcp4/eth0/hostname",
        "operator/dhcp4/eth0/resolvers",
        "operator/dhcp4/eth0/timeservers",
        "configuration/dhcp4/eth0",
    ]
    assert _ids(store) == [
        *("eth0", "lo", "eth0/10.5.0.7/24", "lo/127.0.0.1/8", "lo/::1/128", "inet4/10.5.0.1//1024", "inet6/00100"),
        *("hostname", "resolvers", "timeservers", "dhcp4/eth0"),
    ]


def test_what_nobody_says_any_more_is_gone_from_both() -> None:
    store = _store()
    publish_specs(store, [LEASE, CONFIG], merge([LEASE, CONFIG]))
    publish_specs(store, [], Merged())
    assert _ids(store) == _ids(store, CONFIG_NAMESPACE) == []


# the first example makes the decoders, which takes long on a busy machine
@settings(deadline=None)
@given(CONTRIBUTIONS)
def test_whatever_is_wanted_can_be_told_and_read(contributions: list[Contribution]) -> None:
    store = _store()
    publish_specs(store, contributions, merge(contributions))
    for kind in PUBLISHES:
        for namespace in ("", CONFIG_NAMESPACE):
            for row in store.list(kind, namespace=namespace):
                assert codec.decode(kind, codec.encode(row.spec)) == row.spec


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        (
            published.AddressSpec,
            "eth0/10.5.0.7/24",
            {
                "address": "10.5.0.7/24",
                "linkName": "eth0",
                "family": "inet4",
                "scope": "global",
                "flags": "permanent",
                "priority": 7,
                "layer": "operator",
            },
        ),
        (
            published.RouteSpec,
            "inet4/10.5.0.1//1024",
            {
                "family": "inet4",
                "dst": "",
                "src": "",
                "gateway": "10.5.0.1",
                "outLinkName": "eth0",
                "table": "main",
                "priority": 1024,
                "scope": "global",
                "type": "unicast",
                "flags": "",
                "protocol": "dhcp",
                "layer": "operator",
            },
        ),
        (
            published.RoutingRuleSpec,
            "inet6/00100",
            {
                "family": "inet6",
                "src": "fd00::/8",
                "dst": "",
                "table": "7",
                "priority": 100,
                "action": "unicast",
                "fwMark": 1,
                "layer": "configuration",
            },
        ),
        (
            published.HostnameSpec,
            "hostname",
            {"hostname": "leased", "domainname": "example.org", "layer": "operator"},
        ),
        (
            published.ResolverSpec,
            "resolvers",
            {"dnsServers": ["10.5.0.1"], "layer": "operator", "searchDomains": ["example.org"]},
        ),
        (published.TimeServerSpec, "timeservers", {"timeServers": ["10.5.0.1"], "layer": "operator"}),
    ],
)
def test_specs_have_upstreams_words(kind: type[Any], name: str, expected: dict[str, Any]) -> None:
    store, said = _store(), [LEASE, CONFIG]
    publish_specs(store, said, merge(said))
    assert list(_json(store.get(kind, name).spec).items()) == list(expected.items())


PEER = WireguardPeer(
    public_key="P", preshared_key=Secret("S"), endpoint="h:1", keepalive=100, allowed_ips=(ip_network("10.0.0.0/8"),)
)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (
            LinkSpec(name=BOND0, kind="bond", type=1, bond_master=BondMaster(mode=BondMode.ALB, mii_mon=100)),
            {
                "type": "ether",
                "bondMaster": {
                    "mode": "balance-alb",
                    "xmitHashPolicy": "layer2",
                    "lacpRate": "slow",
                    "arpValidate": "none",
                    "arpAllTargets": "any",
                    "primaryReselect": "always",
                    "failOverMac": "none",
                    "miimon": 100,
                },
            },
        ),
        (
            LinkSpec(
                name=BOND0,
                bond_master=BondMaster(
                    primary=ETH0, arp_ip_targets=(ip_address("10.0.0.1"),), ad_lacp_active=LacpActive.OFF
                ),
            ),
            {
                "bondMaster": {
                    "mode": "balance-rr",
                    "xmitHashPolicy": "layer2",
                    "lacpRate": "slow",
                    "arpValidate": "none",
                    "arpAllTargets": "any",
                    "primary": "eth0",
                    "primaryReselect": "always",
                    "failOverMac": "none",
                    "arpIpTargets": ["10.0.0.1"],
                    "adLacpActive": "off",
                },
            },
        ),
        (
            LinkSpec(name=ETH0, bond_slave=BondSlave(master=BOND0, index=1), multicast=False),
            {"masterName": "bond0", "slaveIndex": 1, "multicast": False, "type": "netrom"},
        ),
        (
            LinkSpec(name=ETH0, bridge_slave=BridgeSlave(master=LinkName("br0")), hardware_addr=bytes(6)),
            {"bridgeSlave": {"masterName": "br0"}, "hardwareAddr": "00:00:00:00:00:00"},
        ),
        (LinkSpec(name=ETH0, vrf_slave=VrfSlave(master=LinkName("v"))), {"vrfSlave": {"masterName": "v"}}),
        (LinkSpec(name=ETH0, vrf_master=VrfMaster(table=254)), {"vrfMaster": {"table": "main"}}),
        (LinkSpec(name=ETH0, veth=Veth(peer=LinkName("p"))), {"veth": {"peerName": "p"}}),
        (
            LinkSpec(name=LinkName("eth0.5"), parent=ETH0, vlan=Vlan(vid=5)),
            {"parentName": "eth0", "vlan": {"vlanID": 5, "vlanProtocol": "802.1q"}},
        ),
        (
            LinkSpec(name=ETH0, bridge_master=BridgeMaster(stp=True, vlan_filtering=True)),
            {"bridgeMaster": {"stp": {"enabled": True}, "vlan": {"filteringEnabled": True}}},
        ),
        (
            LinkSpec(name=ETH0, wireguard=Wireguard(private_key=Secret("K"), listen_port=5, peers=(PEER,))),
            {
                "wireguard": {
                    "privateKey": "K",
                    "listenPort": 5,
                    "firewallMark": 0,
                    "peers": [
                        {
                            "publicKey": "P",
                            "presharedKey": "S",
                            "endpoint": "h:1",
                            "persistentKeepaliveInterval": "1m40s",
                            "allowedIPs": ["10.0.0.0/8"],
                        }
                    ],
                }
            },
        ),
    ],
)
def test_parts_of_links(spec: LinkSpec, expected: dict[str, Any]) -> None:
    found = _json(link_spec(spec))
    assert {key: found[key] for key in expected} == expected
    every = {"name", "logical", "up", "mtu", "kind", "type", "layer"}
    assert set(found) == every | set(expected)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (
            OperatorSpec(
                kind=OperatorKind.DHCP6,
                link=ETH0,
                dhcp=DhcpOptions(
                    route_metric=7,
                    skip_hostname_request=True,
                    client_identifier=ClientIdentifier.DUID,
                    duid="00",
                ),
            ),
            {
                "dhcp6": {
                    "routeMetric": 7,
                    "skipHostnameRequest": True,
                    "clientIdentifier": {"clientIdentifier": "duid", "duidRawHex": "00"},
                }
            },
        ),
        (
            OperatorSpec(kind=OperatorKind.VIP, link=ETH0, vip=VipOptions(ip=ip_address("10.5.0.9"))),
            {"vip": {"ip": "10.5.0.9", "gratuitousARP": True}},
        ),
        (OperatorSpec(kind=OperatorKind.DHCP4, link=ETH0, dhcp=DhcpOptions()), {"dhcp4": {"routeMetric": 1024}}),
    ],
)
def test_operators(spec: OperatorSpec, expected: dict[str, Any]) -> None:
    found = _json(operator_spec(spec))
    assert found == {
        "operator": spec.kind.word,
        "linkName": "eth0",
        "requireUp": True,
        "layer": "default",
        **expected,
    }


def _json(spec: Any) -> dict[str, Any]:
    return codec.decode_untyped(codec.encode(spec))


@pytest.mark.parametrize(("seconds", "text"), [(0, "0s"), (25, "25s"), (100, "1m40s"), (3605, "1h0m5s")])
def test_durations_as_go_writes_them(seconds: int, text: str) -> None:
    assert go_duration(seconds) == text
