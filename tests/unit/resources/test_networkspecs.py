"""Definitions of what is wanted of the network: keys, in upstream's order, and which are left out while zero."""

import json
from typing import Any

import pytest

from libtalos.gen.talos.resource import v1
from libtalos.resources import codec, naming, wire
from libtalos.resources.definitions.linkparts import (
    STP,
    VLAN,
    BondMaster,
    BridgeMaster,
    BridgeVLAN,
    Slave,
    Veth,
    VRFMaster,
    Wireguard,
    WireguardPeer,
)
from libtalos.resources.definitions.network import RoutingRuleStatus, TimeServerStatus
from libtalos.resources.definitions.networkspecs import (
    AddressSpec,
    ClientIdentifier,
    DHCPOperator,
    HostnameSpec,
    LinkSpec,
    OperatorSpec,
    ResolverSpec,
    RouteSpec,
    RoutingRuleSpec,
    TimeServerSpec,
    VIPOperator,
)
from libtalos.resources.spec import ResourceSpec

BOND = BondMaster(
    mode="802.3ad",
    xmit_hash_policy="layer3+4",
    lacp_rate="fast",
    arp_validate="none",
    arp_all_targets="any",
    primary_reselect="always",
    fail_over_mac="none",
    mii_mon=100,
    tlb_dynamic_lb=1,
    ad_lacp_active="on",
)
PEER = WireguardPeer(public_key="p", allowed_ips=("10.0.0.0/8",))

SAMPLES: list[tuple[ResourceSpec, dict[str, Any]]] = [
    (
        LinkSpec(name="eth0", up=True, layer="default"),
        {"name": "eth0", "logical": False, "up": True, "mtu": 0, "kind": "", "type": "netrom", "layer": "default"},
    ),
    (
        LinkSpec(
            name="x", layer="platform", hardware_addr="02:00", parent_name="eth0", vlan=VLAN(vlan_id=5), multicast=False
        ),
        {
            "name": "x",
            "logical": False,
            "up": False,
            "mtu": 0,
            "kind": "",
            "type": "netrom",
            "hardwareAddr": "02:00",
            "parentName": "eth0",
            "vlan": {"vlanID": 5, "vlanProtocol": "802.1q"},
            "layer": "platform",
            "multicast": False,
        },
    ),
    (
        AddressSpec(address="10.5.0.2/24", link_name="eth0", family="inet4", flags="permanent", layer="configuration"),
        {
            "address": "10.5.0.2/24",
            "linkName": "eth0",
            "family": "inet4",
            "scope": "global",
            "flags": "permanent",
            "layer": "configuration",
        },
    ),
    (
        RouteSpec(family="inet4", gateway="10.5.0.1", out_link_name="eth0", priority=1024, layer="operator", mtu=1400),
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
            "protocol": "static",
            "layer": "operator",
            "mtu": 1400,
        },
    ),
    (
        RoutingRuleSpec(family="inet6", priority=5, fw_mark=1, layer="configuration"),
        {
            "family": "inet6",
            "src": "",
            "dst": "",
            "table": "main",
            "priority": 5,
            "action": "unicast",
            "fwMark": 1,
            "layer": "configuration",
        },
    ),
    (
        RoutingRuleStatus(family="inet4", priority=32766),
        {"family": "inet4", "src": "", "dst": "", "table": "main", "priority": 32766, "action": "unicast"},
    ),
    (
        HostnameSpec(hostname="n", layer="default"),
        {"hostname": "n", "domainname": "", "layer": "default"},
    ),
    (
        ResolverSpec(dns_servers=("1.1.1.1",), layer="default"),
        {"dnsServers": ["1.1.1.1"], "layer": "default"},
    ),
    (
        TimeServerSpec(time_servers=("time.example",), layer="default"),
        {"timeServers": ["time.example"], "layer": "default"},
    ),
    (TimeServerStatus(time_servers=("time.example",)), {"timeServers": ["time.example"]}),
    (
        OperatorSpec(operator="dhcp4", link_name="eth0", dhcp4=DHCPOperator(route_metric=1024), layer="default"),
        {
            "operator": "dhcp4",
            "linkName": "eth0",
            "requireUp": True,
            "dhcp4": {"routeMetric": 1024},
            "layer": "default",
        },
    ),
    (
        OperatorSpec(
            operator="vip", link_name="eth0", vip=VIPOperator(ip="10.5.0.9", gratuitous_arp=True), layer="configuration"
        ),
        {
            "operator": "vip",
            "linkName": "eth0",
            "requireUp": True,
            "vip": {"ip": "10.5.0.9", "gratuitousARP": True},
            "layer": "configuration",
        },
    ),
]
PARTS: list[tuple[LinkSpec | OperatorSpec, str, dict[str, Any]]] = [
    (
        LinkSpec(name="x", layer="default", bond_master=BOND),
        "bondMaster",
        {
            "mode": "802.3ad",
            "xmitHashPolicy": "layer3+4",
            "lacpRate": "fast",
            "arpValidate": "none",
            "arpAllTargets": "any",
            "primaryReselect": "always",
            "failOverMac": "none",
            "miimon": 100,
            "tlbLogicalLb": 1,
            "adLacpActive": "on",
        },
    ),
    (
        LinkSpec(name="x", layer="default", bridge_master=BridgeMaster(stp=STP(enabled=True))),
        "bridgeMaster",
        {"stp": {"enabled": True}},
    ),
    (
        LinkSpec(name="x", layer="default", bridge_master=BridgeMaster(vlan=BridgeVLAN(filtering_enabled=True))),
        "bridgeMaster",
        {"vlan": {"filteringEnabled": True}},
    ),
    (LinkSpec(name="x", layer="default", bridge_slave=Slave(master_name="b")), "bridgeSlave", {"masterName": "b"}),
    (LinkSpec(name="x", layer="default", vrf_slave=Slave(master_name="v")), "vrfSlave", {"masterName": "v"}),
    (LinkSpec(name="x", layer="default", vrf_master=VRFMaster(table="123")), "vrfMaster", {"table": "123"}),
    (LinkSpec(name="x", layer="default", veth=Veth(peer_name="y")), "veth", {"peerName": "y"}),
    (
        LinkSpec(
            name="x",
            layer="default",
            wireguard=Wireguard(private_key="k", listen_port=0, firewall_mark=0, peers=(PEER,)),
        ),
        "wireguard",
        {
            "privateKey": "k",
            "listenPort": 0,
            "firewallMark": 0,
            "peers": [
                {
                    "publicKey": "p",
                    "presharedKey": "",
                    "endpoint": "",
                    "persistentKeepaliveInterval": "0s",
                    "allowedIPs": ["10.0.0.0/8"],
                }
            ],
        },
    ),
    (
        OperatorSpec(
            operator="dhcp6",
            link_name="x",
            layer="default",
            dhcp6=DHCPOperator(
                route_metric=7,
                skip_hostname_request=True,
                client_identifier=ClientIdentifier(client_identifier="duid", duid_raw_hex="00"),
            ),
        ),
        "dhcp6",
        {
            "routeMetric": 7,
            "skipHostnameRequest": True,
            "clientIdentifier": {"clientIdentifier": "duid", "duidRawHex": "00"},
        },
    ),
]


def _ids(samples: list[Any]) -> list[str]:
    return [type(sample[0]).__name__ for sample in samples]


@pytest.mark.parametrize(("spec", "expected"), SAMPLES, ids=_ids(SAMPLES))
def test_keys_and_their_order_are_upstreams(spec: ResourceSpec, expected: dict[str, Any]) -> None:
    assert list(json.loads(codec.encode(spec)).items()) == list(expected.items())


@pytest.mark.parametrize(("spec", "key", "expected"), PARTS, ids=_ids(PARTS))
def test_keys_of_parts_are_upstreams(spec: ResourceSpec, key: str, expected: dict[str, Any]) -> None:
    assert json.loads(codec.encode(spec))[key] == expected


@pytest.mark.parametrize("spec", [sample[0] for sample in (*SAMPLES, *PARTS)])
def test_bytes_come_back_as_the_same_spec(spec: ResourceSpec) -> None:
    assert codec.decode(type(spec), codec.encode(spec)) == spec


@pytest.mark.parametrize("spec", [sample[0] for sample in SAMPLES], ids=_ids(SAMPLES))
def test_the_schema_can_be_told_and_what_has_keys_is_sensitive(spec: ResourceSpec) -> None:
    message = wire.definition_to_message(type(spec))
    assert json.loads(message.schema)["$defs"]
    secret = type(spec) in {LinkSpec, OperatorSpec}
    assert message.sensitivity == (v1.Sensitivity.SENSITIVE if secret else v1.Sensitivity.NON_SENSITIVE)


def test_people_find_them_by_upstreams_names() -> None:
    assert naming.all_aliases(LinkSpec.DEFINITION.type)[:2] == ("linkspec", "ls")
    assert "addressspecs" in naming.all_aliases(AddressSpec.DEFINITION.type)
    assert {"routingrule", "routingrules"} <= set(RoutingRuleStatus.DEFINITION.all_aliases)
    assert {"timeserver", "timeservers"} <= set(TimeServerStatus.DEFINITION.all_aliases)
