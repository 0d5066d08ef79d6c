"""The documents beside the v1alpha1 one that speak of the network, and the devices of that one."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface, ip_network

import pytest
from msgspec.structs import replace

from libtalos.pki.secret import Secret
from services.network.ethtool import Device
from services.network.layers.configuration import Settings
from services.network.layers.gather import Sources, gather
from services.network.layers.links import (
    BondMaster,
    BondSlave,
    BridgeMaster,
    BridgeSlave,
    LinkSpec,
    Vlan,
    VrfMaster,
    VrfSlave,
    Wireguard,
    WireguardPeer,
)
from services.network.layers.merge import merge
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
from services.network.layers.words import (
    BondHashPolicy,
    BondMode,
    ClientIdentifier,
    Family,
    LacpActive,
    Layer,
    OperatorKind,
    RuleAction,
    VlanProtocol,
)
from services.network.machineconfig import read_config
from services.network.state import Link, LinkIndex, LinkName, Seen

KEY = "GFWFJoSqPF7fjGuGsUyfGA1wvlkZ5aCtHMZjfgUxHXw="
ETH0, ETH1, BOND0 = LinkName("eth0"), LinkName("eth1"), LinkName("bond0")
MACHINE = """\
version: v1alpha1
machine:
  type: controlplane
"""


def document(kind: str, text: str) -> Settings:
    """What one document says."""
    return read_config(f"apiVersion: v1alpha1\nkind: {kind}\n{text}").network


def section(network: str) -> Settings:
    """What machine.network says."""
    lines = "".join(f"    {line}\n" for line in network.splitlines())
    return read_config(f"{MACHINE}  network:\n{lines}").network


def links(settings: Settings) -> list[LinkSpec]:
    """The links, without the places that they are from."""
    return [replace(each, where="") for each in settings.contribution.links]


def logical(name: str, kind: str, **parts: object) -> LinkSpec:
    """A link that is made."""
    spec = LinkSpec(name=LinkName(name), up=True, logical=True, kind=kind, type=1)
    return replace(spec, **parts)


def test_a_link_with_everything() -> None:
    said = document(
        "LinkConfig",
        """\
name: eth0
up: false
mtu: 9000
multicast: false
addresses: [{address: 10.5.0.2/24, routePriority: 7}, {address: "fd00::2/64"}]
routes:
  - {gateway: 10.5.0.1}
  - {destination: 10.9.0.7/16, gateway: 10.5.0.9, source: 10.5.0.2, metric: 5, mtu: 1300, table: 100}
""",
    ).contribution
    assert said.links == (LinkSpec(name=ETH0, up=False, mtu=9000, multicast=False, where="v1alpha1/LinkConfig/eth0"),)
    assert said.addresses == (
        AddressSpec(link=ETH0, address=ip_interface("10.5.0.2/24"), priority=7),
        AddressSpec(link=ETH0, address=ip_interface("fd00::2/64")),
    )
    assert said.routes == (
        RouteSpec(family=Family.INET4, link=ETH0, gateway=ip_address("10.5.0.1")),
        RouteSpec(
            family=Family.INET4,
            link=ETH0,
            destination=ip_network("10.9.0.0/16"),
            gateway=ip_address("10.5.0.9"),
            source=ip_address("10.5.0.2"),
            priority=5,
            mtu=1300,
            table=100,
        ),
    )


def test_a_metric_of_an_addresss_network_is_told_to_have_no_effect() -> None:
    text = "name: eth0\naddresses: [{address: 10.5.0.2/24}, {address: 10.6.0.2/24, routePriority: 7}]"
    (problem,) = document("LinkConfig", text).problems
    assert problem.where == "v1alpha1/LinkConfig/eth0: addresses[1].routePriority"
    assert "has no effect" in problem.text


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "DummyLinkConfig",
            "name: d\nhardwareAddr: 02:00:00:00:00:01",
            [logical("d", "dummy", hardware_addr=b"\2\0\0\0\0\1")],
        ),
        (
            "VLANConfig",
            "name: v5\nvlanID: 5\nparent: eth0\nvlanMode: 802.1ad",
            [logical("v5", "vlan", parent=ETH0, vlan=Vlan(vid=5, protocol=VlanProtocol.IEEE_802_1AD))],
        ),
        (
            "BridgeConfig",
            "name: br0\nlinks: [eth0]\nstp: {enabled: true}\nvlan: {filtering: true}",
            [
                logical("br0", "bridge", bridge_master=BridgeMaster(stp=True, vlan_filtering=True)),
                LinkSpec(name=ETH0, up=True, bridge_slave=BridgeSlave(master=LinkName("br0"))),
            ],
        ),
        (
            "VRFConfig",
            "name: blue\nlinks: [eth0]\ntable: 100",
            [
                logical("blue", "vrf", vrf_master=VrfMaster(table=100)),
                LinkSpec(name=ETH0, up=True, vrf_slave=VrfSlave(master=LinkName("blue"))),
            ],
        ),
        (
            "BondConfig",
            "name: bond0\nlinks: [eth0, eth1]\nbondMode: 802.3ad\nxmitHashPolicy: layer3+4\nmiimon: 100\n"
            "adLACPActive: off\ntlbLogicalLb: 1\npeerNotifDelay: 3\nmissedMax: 4",
            [
                logical(
                    "bond0",
                    "bond",
                    bond_master=BondMaster(
                        mode=BondMode.IEEE_802_3AD,
                        hash_policy=BondHashPolicy.LAYER34,
                        mii_mon=100,
                        ad_lacp_active=LacpActive.OFF,
                        tlb_dynamic_lb=1,
                        peer_notify_delay=3,
                        missed_max=4,
                    ),
                ),
                LinkSpec(name=ETH0, up=True, bond_slave=BondSlave(master=BOND0, index=0)),
                LinkSpec(name=ETH1, up=True, bond_slave=BondSlave(master=BOND0, index=1)),
            ],
        ),
        (
            "WireguardConfig",
            f"name: wg0\nprivateKey: {KEY}\nlistenPort: 51820\n"
            f"peers:\n  - publicKey: {KEY}\n    endpoint: 192.0.2.1:51820\n"
            "    persistentKeepaliveInterval: 1m\n    allowedIPs: [10.0.0.1/8]",
            [
                logical(
                    "wg0",
                    "wireguard",
                    type=0xFFFE,
                    wireguard=Wireguard(
                        private_key=Secret(KEY),
                        listen_port=51820,
                        peers=(
                            WireguardPeer(
                                public_key=KEY,
                                endpoint="192.0.2.1:51820",
                                keepalive=60,
                                allowed_ips=(ip_network("10.0.0.0/8"),),
                            ),
                        ),
                    ),
                )
            ],
        ),
    ],
)
def test_links_of_every_kind(kind: str, text: str, expected: list[LinkSpec]) -> None:
    assert links(document(kind, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{interface: d, dummy: true}", [logical("d", "dummy")]),
        (
            "{interface: eth0, mtu: 1400, vlans: [{vlanId: 5, mtu: 1300, dhcp: true}]}",
            [
                LinkSpec(name=ETH0, up=True, mtu=1400),
                logical("eth0.5", "vlan", parent=ETH0, mtu=1300, vlan=Vlan(vid=5)),
            ],
        ),
        (
            "{interface: br0, bridge: {interfaces: [eth0], stp: {enabled: true}}}",
            [
                logical("br0", "bridge", bridge_master=BridgeMaster(stp=True)),
                LinkSpec(name=ETH0, up=True, bridge_slave=BridgeSlave(master=LinkName("br0"))),
            ],
        ),
        (
            "{interface: eth0, bridgePort: {master: br0}}",
            [LinkSpec(name=ETH0, up=True, bridge_slave=BridgeSlave(master=LinkName("br0")))],
        ),
        (
            "{interface: bond0, bond: {interfaces: [eth0, eth1], mode: active-backup, primary: eth1, miimon: 100}}",
            [
                logical(
                    "bond0", "bond", bond_master=BondMaster(mode=BondMode.ACTIVE_BACKUP, primary=ETH1, mii_mon=100)
                ),
                LinkSpec(name=ETH0, up=True, bond_slave=BondSlave(master=BOND0, index=0)),
                LinkSpec(name=ETH1, up=True, bond_slave=BondSlave(master=BOND0, index=1)),
            ],
        ),
        (
            f"{{interface: wg0, wireguard: {{privateKey: {KEY}, firewallMark: 7, peers: []}}}}",
            [
                logical(
                    "wg0",
                    "wireguard",
                    type=0xFFFE,
                    wireguard=Wireguard(private_key=Secret(KEY), firewall_mark=7),
                )
            ],
        ),
    ],
)
def test_devices_of_every_kind(text: str, expected: list[LinkSpec]) -> None:
    settings = section(f"interfaces: [{text}]")
    assert settings.problems == ()
    assert links(settings) == expected


def test_operators_of_devices() -> None:
    settings = section(
        "interfaces:\n"
        "  - {interface: eth0, dhcp: true, dhcpOptions: {routeMetric: 7, ipv6: true}, cidr: 10.5.0.2/24}\n"
        "  - {interface: eth1, dhcp: true, dhcpOptions: {ipv4: false, ipv6: true}, vip: {ip: 10.5.0.9}}\n"
    )
    assert settings.contribution.operators == (
        OperatorSpec(kind=OperatorKind.DHCP4, link=ETH0, dhcp=DhcpOptions(route_metric=7)),
        OperatorSpec(kind=OperatorKind.DHCP6, link=ETH0, dhcp=DhcpOptions(route_metric=7)),
        OperatorSpec(kind=OperatorKind.DHCP6, link=ETH1, dhcp=DhcpOptions()),
        OperatorSpec(kind=OperatorKind.VIP, link=ETH1, vip=VipOptions(ip=ip_address("10.5.0.9"))),
    )
    assert [str(each.address) for each in settings.contribution.addresses] == ["10.5.0.2/24"]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "DHCPv4Config",
            "name: eth0\nrouteMetric: 7\nignoreHostname: true",
            OperatorSpec(
                kind=OperatorKind.DHCP4,
                link=ETH0,
                dhcp=DhcpOptions(route_metric=7, skip_hostname_request=True, client_identifier=ClientIdentifier.MAC),
            ),
        ),
        (
            "DHCPv6Config",
            'name: eth0\nclientIdentifier: duid\nduidRaw: "00:01:02"',
            OperatorSpec(
                kind=OperatorKind.DHCP6,
                link=ETH0,
                dhcp=DhcpOptions(client_identifier=ClientIdentifier.DUID, duid="000102"),
            ),
        ),
        (
            "Layer2VIPConfig",
            "name: 10.5.0.9\nlink: eth0",
            OperatorSpec(kind=OperatorKind.VIP, link=ETH0, vip=VipOptions(ip=ip_address("10.5.0.9"))),
        ),
    ],
)
def test_operators_of_documents(kind: str, text: str, expected: OperatorSpec) -> None:
    assert document(kind, text).contribution.operators == (expected,)


def test_rules_of_one_family_or_of_both() -> None:
    settings = document("RoutingRuleConfig", 'name: "100"\nsrc: 10.5.0.2/16\ntable: 7\nfwMark: 1\niifName: eth0')
    rule = RoutingRuleSpec(
        family=Family.INET4, priority=100, source=ip_network("10.5.0.0/16"), table=7, fw_mark=1, in_link=ETH0
    )
    assert settings.contribution.rules == (rule,)
    both = document("RoutingRuleConfig", 'name: "100"\naction: prohibit').contribution.rules
    assert [each.family for each in both] == [Family.INET4, Family.INET6]
    assert {each.action for each in both} == {RuleAction.PROHIBIT}


def test_a_blackhole_is_a_route_to_nowhere() -> None:
    (route,) = document("BlackholeRouteConfig", 'name: "fd00:66::/48"\nmetric: 7').contribution.routes
    assert route == RouteSpec(family=Family.INET6, destination=ip_network("fd00:66::/48"), priority=7, type=6)


def test_the_host_as_such() -> None:
    assert document("HostnameConfig", "hostname: a.example.org").contribution.hostname == HostnameSpec(
        hostname="a", domainname="example.org"
    )
    time = document("TimeSyncConfig", "ntp: {servers: [t1, t2]}").contribution.time_servers
    assert time == TimeServerSpec(servers=("t1", "t2"))
    resolvers = document(
        "ResolverConfig",
        "nameservers: [{address: 10.5.0.1}]\nsearchDomains: {domains: [a.example], disableDefault: true}",
    )
    assert resolvers.contribution.resolvers == ResolverSpec(
        servers=(ip_address("10.5.0.1"),), search=("a.example",), search_overridden=True
    )
    assert not resolvers.etc.default_search
    hosts = document("StaticHostConfig", "name: 10.5.0.9\nhostnames: [registry]").etc.hosts
    assert [(str(each.address), each.names) for each in hosts] == [("10.5.0.9", ("registry",))]


def test_time_servers_of_the_machine() -> None:
    said = read_config(f"{MACHINE}  time: {{servers: [t1]}}\n").network.contribution
    assert said.time_servers == TimeServerSpec(servers=("t1",))


def test_both_forms_together() -> None:
    text = f"{MACHINE}  network:\n    nameservers: [10.5.0.1]\n    interfaces: [{{interface: eth0}}]\n---\n"
    text += "apiVersion: v1alpha1\nkind: ResolverConfig\nsearchDomains: {domains: [a.example]}\n---\n"
    text += "apiVersion: v1alpha1\nkind: LinkConfig\nname: eth1\n"
    said = read_config(text).network.contribution
    assert [each.name for each in said.links] == ["eth0", "eth1"]
    assert said.resolvers == ResolverSpec(
        servers=(ip_address("10.5.0.1"),), search=("a.example",), search_overridden=True
    )


@pytest.mark.parametrize(("auto", "named"), [("stable", True), ("off", False)])
def test_a_name_is_made_up_unless_that_is_switched_off(auto: str, named: bool) -> None:
    sources = Sources(settings=document("HostnameConfig", f'auto: "{auto}"'))
    merged = merge(gather(sources, Seen(), identity="abc", address=None))
    assert (merged.hostname is not None) is named


def card(name: str, index: int, driver: str) -> Link:
    """A network card."""
    mac = bytes((2, 0, 0, 0, 0, index))
    return Link(name=LinkName(name), index=LinkIndex(index), hardware_addr=mac, device=Device(driver=driver))


CARDS = {
    each.name: each for each in (card("eth0", 1, "virtio_net"), card("eth1", 2, "virtio_net"), card("x", 3, "e1000"))
}


def holds(network: str, seen: Seen) -> dict[str, LinkSpec]:
    """The links that hold."""
    settings = section(network)
    assert settings.problems == ()
    return merge(gather(Sources(settings=settings), seen, identity="", address=None)).links


def test_a_selector_stands_for_all_links_that_fit() -> None:
    text = (
        "interfaces: [{deviceSelector: {driver: 'virtio*'}, mtu: 1400, vlans: [{vlanId: 5, addresses: [10.0.0.1/8]}]}]"
    )
    found = holds(text, Seen(links=CARDS))
    assert list(found) == ["eth0", "eth0.5", "eth1", "eth1.5", "lo"]
    assert (found["eth1"].mtu, found["eth1.5"].parent) == (1400, "eth1")
    merged = merge(gather(Sources(settings=section(text)), Seen(links=CARDS), identity="", address=None))
    assert [each for each in merged.addresses if each.startswith("eth")] == ["eth0.5/10.0.0.1/8", "eth1.5/10.0.0.1/8"]


def test_the_links_of_a_bond_by_selector_are_numbered() -> None:
    selectors = "[{driver: virtio_net}, {hardwareAddr: '02:*:03'}]"
    text = f"interfaces: [{{interface: bond0, bond: {{mode: balance-rr, deviceSelectors: {selectors}}}}}]"
    found = holds(text, Seen(links=CARDS))
    slaves = {name: each.bond_slave.index for name, each in found.items() if each.bond_slave is not None}
    assert slaves == {"eth0": 0, "eth1": 1, "x": 2}


def test_a_selector_that_no_link_fits_is_waited_for() -> None:
    found = holds("interfaces: [{deviceSelector: {driver: tg3, physical: true}}]", Seen(links=CARDS))
    assert list(found) == ["[driver tg3, physical True]", "lo"]


def test_a_selector_that_cannot_be_used_is_told() -> None:
    (problem,) = section("interfaces: [{deviceSelector: {pciID: '1af4:1000'}}]").problems
    assert problem.where == "machine.network.interfaces[0].deviceSelector.pciID"


def test_the_layer_is_the_configurations() -> None:
    assert document("LinkConfig", "name: eth0").contribution.layer is Layer.CONFIGURATION
