"""Documents about the network: what they say, and what is refused."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface

import pytest

from libtalos.config import ConfigError, load_documents
from libtalos.config.bonding import BondMode, XmitHashPolicy
from libtalos.config.conflicts import conflicts
from libtalos.config.document import Document
from libtalos.config.documents.network.bond import BondConfig
from libtalos.config.documents.network.common import AddressConfig, LinkDocument, RouteConfig
from libtalos.config.documents.network.dhcp import ClientIdentifier, DHCPv4Config
from libtalos.config.documents.network.firewall import IngressRule, NetworkRuleConfig, PortSelector, RuleProtocol
from libtalos.config.documents.network.host import (
    NTP,
    AutoHostname,
    HostnameConfig,
    Nameserver,
    ResolverConfig,
    SearchDomains,
    StaticHostConfig,
    TimeSyncConfig,
)
from libtalos.config.documents.network.kubespan import KubeSpanConfig, KubeSpanEndpointsConfig, KubeSpanFilters
from libtalos.config.documents.network.links import BridgeConfig, BridgeSTP, LinkConfig, VLANConfig, VRFConfig
from libtalos.config.documents.network.physical import (
    EthernetConfig,
    EthernetRings,
    LinkAliasConfig,
    LinkSelector,
    WakeOnLan,
)
from libtalos.config.documents.network.probes import TCPProbeConfig
from libtalos.config.documents.network.routing import BlackholeRouteConfig, RoutingRuleConfig
from libtalos.config.documents.network.vip import Layer2VIPConfig
from libtalos.config.documents.network.wireguard import WireguardConfig, WireguardPeer
from libtalos.config.written import (
    Address,
    AddressPort,
    Duid,
    Duration,
    HardwareAddress,
    PortRange,
    Prefix,
    RoutingTable,
)
from libtalos.pki import Secret
from tests.unit.config.documents.reading import beside, problems, read, text_of, warnings

KEY = "OJ34O6J1z4ZZB+t16c+vYrzIrKddxyU3Z2eLhwYzqE8="
PEER = "fP+xJZvUA5n1Pi/f5wcPiV6tZ6fHwqcGaXe98NfEgkE="

DOCUMENTS: dict[str, tuple[str, Document]] = {
    "name": ("hostname: a.example.org", HostnameConfig(hostname="a.example.org")),
    "automatic name": ("auto: off\nhostname: a", HostnameConfig(auto=AutoHostname.OFF, hostname="a")),
    "resolvers": (
        "nameservers: [{address: 1.1.1.1}, {address: 'ff08::1'}]\n"
        "searchDomains: {domains: [a.org], disableDefault: true}",
        ResolverConfig(
            nameservers=(
                Nameserver(address=Address(ip_address("1.1.1.1"))),
                Nameserver(address=Address(ip_address("ff08::1"))),
            ),
            search_domains=SearchDomains(domains=("a.org",), disable_default=True),
        ),
    ),
    "hosts": (
        "name: 10.5.0.2\nhostnames: [a, a.example.org]",
        StaticHostConfig(name=Address(ip_address("10.5.0.2")), hostnames=("a", "a.example.org")),
    ),
    "time": (
        "bootTimeout: 2m\nntp: {servers: [pool.ntp.org]}",
        TimeSyncConfig(boot_timeout=Duration(120 * 10**9), ntp=NTP(servers=("pool.ntp.org",))),
    ),
    "link": (
        "name: eth0\nup: true\nmtu: 9000\nmulticast: false\naddresses: [{address: 10.0.0.2/24, routePriority: 5}]\n"
        "routes: [{destination: 10.0.0.0/8, gateway: 10.0.0.1, source: 10.0.0.2, metric: 7, mtu: 1400, table: main}]",
        LinkConfig(
            name="eth0",
            up=True,
            mtu=9000,
            multicast=False,
            addresses=(AddressConfig(address=Prefix(ip_interface("10.0.0.2/24")), route_priority=5),),
            routes=(
                RouteConfig(
                    destination=Prefix(ip_interface("10.0.0.0/8")),
                    gateway=Address(ip_address("10.0.0.1")),
                    source=Address(ip_address("10.0.0.2")),
                    metric=7,
                    mtu=1400,
                    table=RoutingTable(254),
                ),
            ),
        ),
    ),
    "vlan": ("name: eth0.34\nvlanID: 34\nparent: eth0", VLANConfig(name="eth0.34", vlan_id=34, parent="eth0")),
    "bridge": (
        "name: br0\nlinks: [a, b]\nstp: {enabled: true}\nhardwareAddr: 2E-3C-4D-5E-6F-70",
        BridgeConfig(
            name="br0",
            links=("a", "b"),
            stp=BridgeSTP(enabled=True),
            hardware_addr=HardwareAddress(bytes.fromhex("2e3c4d5e6f70")),
        ),
    ),
    "vrf": ('name: blue\nlinks: [a]\ntable: "10"', VRFConfig(name="blue", links=("a",), table=RoutingTable(10))),
    "bond": (
        "name: bond0\nlinks: [a, b]\nbondMode: 802.3ad\nmiimon: 100\nxmitHashPolicy: layer3+4\nresendIGMP: 1",
        BondConfig(
            name="bond0",
            links=("a", "b"),
            bond_mode=BondMode.LACP,
            miimon=100,
            xmit_hash_policy=XmitHashPolicy.LAYER34,
            resend_igmp=1,
        ),
    ),
    "wireguard": (
        f"name: wg1\nprivateKey: {KEY}\nlistenPort: 51820\n"
        f"peers: [{{publicKey: {PEER}, endpoint: '10.0.0.1:5180', persistentKeepaliveInterval: 25s, "
        "allowedIPs: [192.168.2.0/24]}]",
        WireguardConfig(
            name="wg1",
            private_key=Secret(KEY),
            listen_port=51820,
            peers=(
                WireguardPeer(
                    public_key=PEER,
                    endpoint=AddressPort((ip_address("10.0.0.1"), 5180)),
                    keepalive_interval=Duration(25 * 10**9),
                    allowed_ips=(Prefix(ip_interface("192.168.2.0/24")),),
                ),
            ),
        ),
    ),
    "alias": (
        'name: net%d\nselector: {match: link.driver == "e1000"}',
        LinkAliasConfig(name="net%d", selector=LinkSelector(match='link.driver == "e1000"')),
    ),
    "ethernet": (
        "name: eth0\nfeatures: {tx-tcp-segmentation: false}\n"
        "rings: {rx: 256, tcp-data-split: true}\nwakeOnLan: [magic]",
        EthernetConfig(
            name="eth0",
            features={"tx-tcp-segmentation": False},
            rings=EthernetRings(rx=256, tcp_data_split=True),
            wake_on_lan=(WakeOnLan.MAGIC,),
        ),
    ),
    "dhcp": (
        "name: eth0\nrouteMetric: 7\nignoreHostname: true\nclientIdentifier: duid\nduidRaw: 00:01:00",
        DHCPv4Config(
            name="eth0",
            route_metric=7,
            ignore_hostname=True,
            client_identifier=ClientIdentifier.DUID,
            duid_raw=Duid(b"\x00\x01\x00"),
        ),
    ),
    "vip": ("name: 10.3.0.1\nlink: eth0", Layer2VIPConfig(name=Address(ip_address("10.3.0.1")), link="eth0")),
    "rule": (
        'name: "1000"\nsrc: 10.0.0.0/8\ntable: "100"\nfwMark: 256',
        RoutingRuleConfig(name="1000", src=Prefix(ip_interface("10.0.0.0/8")), table=RoutingTable(100), fw_mark=256),
    ),
    "blackhole": (
        "name: 10.0.0.0/12\nmetric: 100",
        BlackholeRouteConfig(name=Prefix(ip_interface("10.0.0.0/12")), metric=100),
    ),
    "probe": (
        "name: a\nendpoint: proxy.example.com:3128\ntimeout: 1m",
        TCPProbeConfig(name="a", endpoint="proxy.example.com:3128", timeout=Duration(60 * 10**9)),
    ),
    "firewall": (
        "name: a\nportSelector: {ports: [50000, 8000-8080], protocol: tcp}\n"
        "ingress: [{subnet: 192.168.0.0/16, except: 192.168.1.0/24}]",
        NetworkRuleConfig(
            name="a",
            port_selector=PortSelector(
                ports=(PortRange((50_000, 50_000)), PortRange((8000, 8080))), protocol=RuleProtocol.TCP
            ),
            ingress=(
                IngressRule(
                    subnet=Prefix(ip_interface("192.168.0.0/16")), except_=Prefix(ip_interface("192.168.1.0/24"))
                ),
            ),
        ),
    ),
    "kubespan": (
        "enabled: true\nmtu: 1380\nfilters: {endpoints: ['!10.0.0.0/8'], excludeAdvertisedNetworks: ['2003::/16']}",
        KubeSpanConfig(
            enabled=True,
            mtu=1380,
            filters=KubeSpanFilters(
                endpoints=("!10.0.0.0/8",), exclude_advertised_networks=(Prefix(ip_interface("2003::/16")),)
            ),
        ),
    ),
    "kubespan endpoints": (
        "extraAnnouncedEndpoints: ['192.168.13.46:52000', '[fd00::1]:52000']",
        KubeSpanEndpointsConfig(
            extra_announced_endpoints=(
                AddressPort((ip_address("192.168.13.46"), 52_000)),
                AddressPort((ip_address("fd00::1"), 52_000)),
            )
        ),
    ),
}


@pytest.mark.parametrize(("body", "expected"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_keys_are_upstreams_and_values_are_parsed(body: str, expected: Document) -> None:
    assert read(type(expected).__name__, body) == expected


@pytest.mark.parametrize(
    ("kind", "body", "problem"),
    [
        ("HostnameConfig", "", "either 'auto' or 'hostname' must be set (line 1)"),
        (
            "HostnameConfig",
            "auto: stable\nhostname: a",
            "'auto' and 'hostname' cannot be set at the same time (line 1)",
        ),
        ("HostnameConfig", "hostname: a_b", 'hostname: "a_b" is not a valid hostname (line 3)'),
        ("ResolverConfig", "searchDomains:\n  domains:\n    - a\n    - b c", '"b c" is not a valid DNS name (line 6)'),
        ("StaticHostConfig", "name: 10.0.0.1", "hostnames: at least one hostname is required (line 1)"),
        ("TimeSyncConfig", "ntp: {}\nptp: {}", "only one of ntp and ptp can be set"),
        ("TimeSyncConfig", "bootTimeout: -1s", "bootTimeout: must not be negative"),
        ("TimeSyncConfig", "ntp: {servers: [a b]}", 'ntp.servers[0]: "a b" is not a name or an address'),
        ("TimeSyncConfig", "ptp: {devices: [ptp0]}", 'ptp.devices[0]: "ptp0" is not a device such as /dev/ptp0'),
        ("LinkConfig", "name: ''", "name: name is required"),
        ("LinkConfig", "name: a/b", 'name: "a/b" is not a link name'),
        ("LinkConfig", "name: abcdefghijklmnop", 'name: "abcdefghijklmnop" is not a link name'),
        ("LinkConfig", "name: a\nmtu: 67", "mtu: 67 is not between 68 and 65536"),
        (
            "LinkConfig",
            "name: a\naddresses: [{address: 'fd00::1/8'}, {address: 'fd00::1/8'}]",
            "addresses[1].address: fd00::1/8 is given",
        ),
        (
            "LinkConfig",
            "name: a\nroutes:\n  - metric: 1",
            "routes[0]: either destination or gateway must be set (line 5)",
        ),
        (
            "LinkConfig",
            "name: a\nroutes: [{destination: 10.0.0.0/8, gateway: 'fe80::1'}]",
            "routes[0]: destination and gateway must be of one address family",
        ),
        ("VLANConfig", "name: a\nvlanID: 4095\nparent: b", "vlanID: 4095 is not between 1 and 4094"),
        ("VLANConfig", "name: a\nvlanID: 1\nparent: ''", "parent: parent is required"),
        ("VLANConfig", "name: a\nvlanID: 1\nparent: a", "parent: a link cannot be its own parent"),
        ("BridgeConfig", "name: a\nlinks: [b, b]", 'links[1]: "b" is given twice'),
        ("BridgeConfig", "name: a\nlinks: ['']", "links[0]: a link name must not be empty"),
        ("VRFConfig", "name: a\ntable: main", 'table: "main" belongs to the host'),
        ("BondConfig", "name: a\nbondMode: 802.3ad", "links: at least one link is required"),
        ("BondConfig", "name: a\nlinks: [b]", "bondMode: bondMode is required"),
        (
            "BondConfig",
            "name: a\nlinks: [b]\nbondMode: balance-rr\nmiimon: 1\narpInterval: 1\narpIpTargets: [10.0.0.1]",
            "arpInterval: arpInterval and miimon cannot be set at the same time",
        ),
        (
            "BondConfig",
            "name: a\nlinks: [b]\nbondMode: balance-alb\narpInterval: 1",
            "arpInterval: links of a bond in mode balance-alb cannot be monitored with ARP",
        ),
        (
            "BondConfig",
            "name: a\nlinks: [b]\nbondMode: balance-rr\narpInterval: 1",
            "arpInterval needs arpIpTargets or",
        ),
        (
            "BondConfig",
            "name: a\nlinks: [b]\nbondMode: balance-rr\narpIpTargets: [10.0.0.1]",
            "arpIpTargets: arpIpTargets needs arpInterval",
        ),
        (
            "BondConfig",
            "name: a\nlinks: [b]\nbondMode: balance-rr\narpInterval: 1\nnsIp6Targets: [10.0.0.1]",
            'nsIp6Targets[0]: "10.0.0.1" is not an IPv6 address',
        ),
        (
            "BondConfig",
            f"name: a\nlinks: [b]\nbondMode: balance-rr\narpInterval: 1\narpIpTargets: {['10.0.0.1'] * 17}",
            "arpIpTargets: 17 targets are more than 16",
        ),
        (
            "BondConfig",
            "name: a\nlinks: [b]\nbondMode: balance-rr\nlacpRate: fast",
            "lacpRate: lacpRate is only available in mode 802.3ad",
        ),
        (
            "BondConfig",
            "name: a\nlinks: [b]\nbondMode: 802.3ad\nadUserPortKey: 1024",
            "adUserPortKey: 1024 is more than",
        ),
        (
            "BondConfig",
            "name: a\nlinks: [b]\nbondMode: 802.3ad\nadActorSysPrio: 0",
            "adActorSysPrio must be at least 1",
        ),
        ("WireguardConfig", "name: a\nprivateKey: c2hvcnQ=", "privateKey: expected a key: 32 octets in base64"),
        (
            "WireguardConfig",
            f"name: a\nprivateKey: {KEY}\npeers: [{{publicKey: x}}]",
            "peers[0].publicKey: expected a key",
        ),
        (
            "WireguardConfig",
            f"name: a\nprivateKey: {KEY}\npeers: [{{publicKey: {PEER}}}, {{publicKey: {PEER}}}]",
            "peers[1].publicKey: another peer has that key",
        ),
        (
            "WireguardConfig",
            f"name: a\nprivateKey: {KEY}\npeers: [{{publicKey: {PEER}, persistentKeepaliveInterval: 20h}}]",
            "peers[0].persistentKeepaliveInterval: must be between 0s and 65535s",
        ),
        ("LinkAliasConfig", "name: a", "selector.match: selector.match is required"),
        ("LinkAliasConfig", "name: a%s\nselector: {match: 'true'}", 'name: "a%s" may have one %d, and no other %'),
        ("EthernetConfig", "name: a b", 'name: "a b" is not a link name'),
        (
            "DHCPv6Config",
            "name: a\nclientIdentifier: duid",
            "duidRaw: duidRaw is required when clientIdentifier is duid",
        ),
        ("Layer2VIPConfig", "name: 10.0.0.1\nlink: ''", "link: link is required"),
        ("HCloudVIPConfig", "name: 10.0.0.1\nlink: a\napiToken: ''", "apiToken: apiToken is required"),
        (
            "RoutingRuleConfig",
            "name: 32766\ntable: 1",
            '"32766" is not a priority between 1 and 32765 other than 0, 32500',
        ),
        ("RoutingRuleConfig", "name: high\ntable: 1", 'name: "high" is not a priority'),
        ("RoutingRuleConfig", "name: 1", "table: table is required for the action unicast"),
        (
            "RoutingRuleConfig",
            "name: 1\ntable: 1\nsrc: 10.0.0.0/8\ndst: ::/0",
            "src and dst must be of one address family",
        ),
        ("TCPProbeConfig", "name: a\nendpoint: a", 'endpoint: "a" is not an endpoint such as proxy.example.com:3128'),
        ("TCPProbeConfig", "name: a\nendpoint: a:1\ninterval: 0s", "interval: must be more than 0s"),
        ("NetworkRuleConfig", "name: a\nportSelector: {protocol: tcp}", "portSelector.ports: ports is required"),
        (
            "NetworkRuleConfig",
            "name: a\nportSelector: {protocol: icmp, ports: [1]}",
            "portSelector.ports: icmp has no ports",
        ),
        (
            "NetworkRuleConfig",
            "name: a\nportSelector: {protocol: udp, ports: [5-7, 1-5]}",
            "portSelector.ports: 1-5 and 5-7 overlap",
        ),
        (
            "NetworkRuleConfig",
            "name: a\nportSelector: {protocol: udp, ports: [1]}\ningress: [{subnet: 10.0.0.0/8, except: 11.0.0.0/9}]",
            "ingress[0].except: 11.0.0.0/9 is no part of 10.0.0.0/8",
        ),
        ("KubeSpanConfig", "mtu: 1279", "mtu: 1279 is not between 1280 and 65536"),
        ("KubeSpanConfig", "filters: {endpoints: [a]}", 'filters.endpoints[0]: "a" is not a network in CIDR notation'),
    ],
)
def test_what_makes_no_sense_is_told_with_its_place(kind: str, body: str, problem: str) -> None:
    assert any(problem in each for each in problems(kind, body)), problems(kind, body)


@pytest.mark.parametrize(
    ("kind", "body", "problem"),
    [
        ("LinkConfig", "mtu: 9000", "Missing required key 'name' (line 1)"),
        ("LinkConfig", "name: a\nmtu: 4294967296", "mtu: 4294967296 is not between 0 and 4294967295 (line 4)"),
        ("LinkConfig", "name: a\naddresses:\n  - address: 10.0.0.1", 'addresses[0].address: "10.0.0.1" is not in CIDR'),
        ("LinkConfig", "name: a\nroutes: [{gateway: fe80::1%eth0}]", "has a zone: leave it out"),
        ("BondConfig", "name: a\nbondMode: fast", 'bondMode: "fast" is none of balance-rr, active-backup,'),
        ("BlackholeRouteConfig", "name: default", 'name: "default" is not in CIDR notation'),
        ("NetworkDefaultActionConfig", "ingress: drop", 'ingress: "drop" is none of accept, block (line 3)'),
        ("NetworkRuleConfig", "name: a\nportSelector: {ports: [9-1], protocol: tcp}", "it ends before it begins"),
    ],
)
def test_values_that_are_none_are_told_when_read(kind: str, body: str, problem: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(kind, body)
    assert caught.value.message.startswith(f"error decoding document v1alpha1/{kind}/")
    assert problem in caught.value.message


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("BondConfig", "name: a\nlinks: [b]\nbondMode: 802.3ad\nupdelay: 1", ["updelay: has no effect without miimon"]),
        (
            "BondConfig",
            "name: a\nlinks: [b]\nbondMode: 802.3ad\nmiimon: 100\nupdelay: 200\ndowndelay: 250",
            ["downdelay: 250 is no multiple of miimon (100) and is rounded down to one"],
        ),
        ("DHCPv4Config", "name: a\nduidRaw: 00:01:02", ["duidRaw: has no effect unless clientIdentifier is duid"]),
        ("RoutingRuleConfig", "name: 1\ntable: 1\nfwMask: 1", ["fwMask: has no effect without fwMark"]),
    ],
)
def test_what_is_hardly_meant_is_a_warning(kind: str, body: str, expected: list[str]) -> None:
    assert warnings(kind, body) == expected


@pytest.mark.parametrize(
    ("machine", "kind", "body", "problem"),
    [
        (
            "  network: {hostname: a}",
            "HostnameConfig",
            "hostname: b",
            "static hostname is already set in v1alpha1 config",
        ),
        ("  features: {stableHostname: true}", "HostnameConfig", "auto: stable", "stable hostname is already set"),
        ("  network: {nameservers: [1.1.1.1]}", "ResolverConfig", "nameservers: [{address: 1.1.1.1}]", "already set"),
        ("  network: {searchDomains: [a]}", "ResolverConfig", "searchDomains: {domains: [b]}", "already set"),
        (
            "  network: {disableSearchDomain: true}",
            "ResolverConfig",
            "searchDomains: {disableDefault: true}",
            "already set",
        ),
        (
            "  network: {extraHostEntries: [{ip: 10.0.0.1, aliases: [a]}]}",
            "StaticHostConfig",
            "name: 10.0.0.1\nhostnames: [b]",
            "10.0.0.1 is already set",
        ),
        ("  network: {interfaces: [{interface: a}]}", "LinkConfig", "name: a", "a is already configured"),
        (
            "  network: {interfaces: [{interface: a, dhcp: true}]}",
            "DHCPv4Config",
            "name: a",
            "DHCP on a is already set",
        ),
        ("  time: {disabled: true}", "TimeSyncConfig", "enabled: true", "already configured in v1alpha1 config"),
        ("  network: {kubespan: {enabled: true}}", "KubeSpanConfig", "enabled: true", "already configured in v1alpha1"),
        (
            "  type: worker",
            "Layer2VIPConfig",
            "name: 10.0.0.1\nlink: a",
            "virtual (shared) IP is not allowed on non-controlplane nodes",
        ),
    ],
)
def test_the_same_thing_is_not_said_twice(machine: str, kind: str, body: str, problem: str) -> None:
    [found] = conflicts(beside(machine, kind, body))
    assert found.startswith(f"v1alpha1/{kind}/")
    assert problem in found


def test_different_things_are_no_conflict() -> None:
    machine = "  type: controlplane\n  network: {hostname: a, interfaces: [{interface: b}]}"
    assert list(conflicts(beside(machine, "LinkConfig", "name: a"))) == []
    assert list(conflicts(beside(machine, "DHCPv4Config", "name: b"))) == []
    assert list(conflicts(beside(machine, "HostnameConfig", "auto: off"))) == []


def test_links_of_all_kinds_are_found_together() -> None:
    found = beside("  type: worker", "VLANConfig", "name: a\nvlanID: 1\nparent: b").of(LinkDocument)
    assert [link.name for link in found] == ["a"]


def test_a_wireguard_key_stays_out_of_messages() -> None:
    document = read("WireguardConfig", f"name: wg0\nprivateKey: {KEY}")
    assert KEY not in repr(document)
    for text in problems("WireguardConfig", "name: wg0\nprivateKey: hunter2"):
        assert "hunter2" not in text


@pytest.mark.parametrize(("enabled", "told"), [("true", False), ("false", True)])
def test_kubespan_needs_discovery(enabled: str, *, told: bool) -> None:
    cluster = f"cluster: {{discovery: {{enabled: {enabled}}}}}"
    document = text_of("KubeSpanConfig", "enabled: true")
    found = conflicts(load_documents(f"{cluster}\n---\n{document}".encode()))
    problem = "v1alpha1/KubeSpanConfig/: KubeSpan needs cluster.discovery.enabled"
    assert list(found) == ([problem] if told else [])
    older = f"machine: {{network: {{kubespan: {{enabled: true}}}}}}\n{cluster}\n"
    found = conflicts(load_documents(older.encode()))
    assert list(found) == (["machine.network.kubespan: KubeSpan needs cluster.discovery.enabled"] if told else [])
