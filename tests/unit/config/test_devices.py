"""machine.network and machine.time of the v1alpha1 document: keys, and what is refused."""

from __future__ import annotations

import pytest

from libtalos.config import load
from libtalos.config.bonding import BondMode, LACPRate
from libtalos.config.devicecheck import has_vip
from libtalos.config.devices import (
    STP,
    VIP,
    Bond,
    Bridge,
    BridgePort,
    BridgeVLANFilter,
    DeviceSelector,
    DHCPOptions,
    Interface,
    Peer,
    Route,
    VIPToken,
    Vlan,
    Wireguard,
)
from libtalos.config.inert import inert
from libtalos.config.netcheck import check_network, check_time
from libtalos.config.network import KubeSpan, KubeSpanFilter, NetworkSection, TimeSection
from libtalos.config.written import Duration
from libtalos.pki import Secret

KEY = "OJ34O6J1z4ZZB+t16c+vYrzIrKddxyU3Z2eLhwYzqE8="

DEVICES: dict[str, tuple[str, Interface]] = {
    "selector": (
        "deviceSelector:\n  {busPath: '00:*', hardwareAddr: '*:ab', pciID: '1af4:*', driver: virtio, physical: True}",
        Interface(
            device_selector=DeviceSelector(
                bus_path="00:*", hardware_addr="*:ab", pci_id="1af4:*", driver="virtio", physical=True
            )
        ),
    ),
    "vlans": (
        "interface: eth0\nvlans: [{vlanId: 7, addresses: [10.0.0.2/24], routes: [{gateway: 10.0.0.1}], dhcp: true, "
        "vip: {ip: 10.0.0.9, hcloud: {apiToken: t}}, dhcpOptions: {routeMetric: 5, ipv6: true, duidv6: '0001'}}]",
        Interface(
            interface="eth0",
            vlans=(
                Vlan(
                    vlan_id=7,
                    addresses=("10.0.0.2/24",),
                    routes=(Route(gateway="10.0.0.1"),),
                    dhcp=True,
                    vip=VIP(ip="10.0.0.9", hcloud=VIPToken(api_token=Secret("t"))),
                    dhcp_options=DHCPOptions(route_metric=5, ipv6=True, duidv6="0001"),
                ),
            ),
        ),
    ),
    "bond": (
        "interface: bond0\nbond: {interfaces: [a], mode: 802.3ad, lacpRate: fast, resendIgmp: 1, peerNotifyDelay: 2}",
        Interface(
            interface="bond0",
            bond=Bond(
                interfaces=("a",),
                mode=BondMode.LACP,
                lacp_rate=LACPRate.FAST,
                resend_igmp=1,
                peer_notify_delay=2,
            ),
        ),
    ),
    "bridge": (
        "interface: br0\nbridge: {interfaces: [a], stp: {enabled: true}, vlan: {vlanFiltering: true}}",
        Interface(
            interface="br0",
            bridge=Bridge(interfaces=("a",), stp=STP(enabled=True), vlan=BridgeVLANFilter(vlan_filtering=True)),
        ),
    ),
    "port": ("interface: a\nbridgePort: {master: br0}", Interface(interface="a", bridge_port=BridgePort(master="br0"))),
    "wireguard": (
        f"interface: wg0\nwireguard: {{privateKey: {KEY}, listenPort: 51111, peers: [{{publicKey: {KEY}, "
        "endpoint: '192.168.1.2:51822', persistentKeepaliveInterval: 10s, allowedIPs: [192.168.1.0/24]}]}",
        Interface(
            interface="wg0",
            wireguard=Wireguard(
                private_key=Secret(KEY),
                listen_port=51111,
                peers=(
                    Peer(
                        public_key=KEY,
                        endpoint="192.168.1.2:51822",
                        keepalive_interval=Duration(10**10),
                        allowed_ips=("192.168.1.0/24",),
                    ),
                ),
            ),
        ),
    ),
    "dummy": ("interface: d0\ndummy: true\ncidr: 10.0.0.1/8", Interface(interface="d0", dummy=True, cidr="10.0.0.1/8")),
}


def _network(body: str) -> NetworkSection:
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    machine = load(f"machine:\n  network:\n{lines}\n".encode()).machine
    assert machine is not None
    return machine.network


def _device(body: str) -> str:
    return "interfaces:\n  - " + body.replace("\n", "\n    ")


@pytest.mark.parametrize(("body", "expected"), DEVICES.values(), ids=DEVICES)
def test_devices_have_upstreams_keys_and_can_be_used(body: str, expected: Interface) -> None:
    network = _network(_device(body))
    assert network.interfaces == (expected,)
    assert list(check_network(network)) == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("mtu: 1500", '"" is not a link name'),
        ("interface: a\ndeviceSelector: {driver: b}", "interface and deviceSelector cannot be set at the same time"),
        ("deviceSelector: {}", "deviceSelector: a selector needs at least one key"),
        ("interface: a\ncidr: 10.0.0.1", 'cidr: "10.0.0.1" is not an address in CIDR notation'),
        ("interface: a\ndummy: true\nbridge: {}", "a link cannot be bridge and dummy at once"),
        ("interface: a\nvlans: [{vlanId: 0}]", "vlans[0].vlanId: 0 is not between 1 and 4094"),
        ("interface: a\nvlans: [{vlanId: 1}, {vlanId: 1}]", "vlans[1].vlanId: 1 is configured twice"),
        ("interface: a\nvlans: [{vlanId: 1, addresses: [b]}]", 'vlans[0].addresses: "b" is not an address'),
        ("interface: a\nvlans: [{vlanId: 1, mtu: 67}]", "vlans[0].mtu: 67 is not between 68 and"),
        (
            "interface: a\nvlans: [{vlanId: 1, routes: [{}]}]",
            "vlans[0].routes[0]: either network or gateway should be set",
        ),
        ("interface: a\nvlans: [{vlanId: 1, vip: {ip: b}}]", 'vlans[0].vip.ip: "b" is not an IP address'),
        ("interface: a\nvip: {ip: 10.0.0.1, hcloud: {}, equinixMetal: {}}", "equinixMetal and hcloud cannot be set at"),
        ("interface: a\nbond: {mode: 802.3ad}", "bond: interfaces or deviceSelectors are required"),
        (
            "interface: a\nbond: {interfaces: [b], deviceSelectors: [{}]}",
            "bond: interfaces and deviceSelectors cannot be set at the same time",
        ),
        ("interface: a\nbond: {deviceSelectors: [{}]}", "bond.deviceSelectors[0]: a selector needs at least one key"),
        ("interface: a\nbond: {interfaces: [b], lacpRate: fast}", "bond.lacpRate is only available in mode 802.3ad"),
        ("interface: a\nbond: {interfaces: [b], arpInterval: 1}", "bond.arpInterval needs arpIPTarget"),
        (
            "interface: a\nbond: {interfaces: [b], arpInterval: 1, miimon: 1, arpIPTarget: ['::1']}",
            "arpInterval and miimon cannot be set at the same time",
        ),
        ("interface: a\nbond: {interfaces: [b], arpInterval: 1, arpIPTarget: ['::1']}", '"::1" is not an IPv4 address'),
        (
            "interface: a\nbond: {interfaces: [b], mode: balance-tlb, arpInterval: 1, arpIPTarget: [10.0.0.1]}",
            "bond.arpInterval: links of a bond in mode balance-tlb cannot be monitored with ARP",
        ),
        (
            f"interface: a\nbond: {{interfaces: [b], arpInterval: 1, arpIPTarget: {['10.0.0.1'] * 17}}}",
            "bond.arpIPTarget: 17 targets are more than 16",
        ),
        ("interface: a\nbridge: {interfaces: [b/c]}", 'bridge.interfaces[0]: "b/c" is not a link name'),
        ("interface: a\nbridgePort: {}", 'bridgePort.master: "" is not a link name'),
        ("interface: a\nwireguard: {privateKey: hunter2}", "wireguard.privateKey: expected a key"),
        (
            f"interface: a\nwireguard: {{privateKey: {KEY}, peers: [{{}}]}}",
            "wireguard.peers[0].publicKey: expected a key",
        ),
        (
            f"interface: a\nwireguard: {{privateKey: {KEY}, peers: [{{publicKey: {KEY}, endpoint: b}}]}}",
            'wireguard.peers[0].endpoint: "b" is not an endpoint',
        ),
        (
            f"interface: a\nwireguard: {{privateKey: {KEY}, peers: [{{publicKey: {KEY}, allowedIPs: [b]}}]}}",
            'wireguard.peers[0].allowedIPs: "b" is not a network',
        ),
    ],
)
def test_what_makes_no_sense_is_told_with_its_place(body: str, problem: str) -> None:
    found = list(check_network(_network(_device(body))))
    assert any(each.startswith("machine.network.interfaces[0]") and problem in each for each in found), found
    assert "hunter2" not in "".join(found)


def test_kubespan_and_its_limits() -> None:
    network = _network("kubespan: {enabled: true, mtu: 1420, filters: {endpoints: ['!10.0.0.0/8']}}")
    assert network.kubespan == KubeSpan(enabled=True, mtu=1420, filters=KubeSpanFilter(endpoints=("!10.0.0.0/8",)))
    assert list(check_network(network)) == []
    wrong = _network("kubespan: {mtu: 1, filters: {endpoints: [a], excludeAdvertisedNetworks: ['!10.0.0.0/8']}}")
    assert [each.removeprefix("machine.network.kubespan.") for each in check_network(wrong)] == [
        "mtu: 1 is not between 1280 and 65536",
        'filters.endpoints: "a" is not in CIDR notation',
        'filters.excludeAdvertisedNetworks: "!10.0.0.0/8" is not in CIDR notation',
    ]


def test_time() -> None:
    machine = load(
        b"machine:\n  time: {disabled: false, servers: [time.example.org, 'a b'], bootTimeout: -2m}\n"
    ).machine
    assert machine is not None
    time = machine.time
    assert time == TimeSection(disabled=False, servers=("time.example.org", "a b"), boot_timeout=Duration(-120 * 10**9))
    assert list(check_time(time)) == [
        'machine.time.servers: "a b" is not a name or an address',
        "machine.time.bootTimeout: must not be negative",
    ]


def test_a_shared_address_is_found_on_links_and_vlans() -> None:
    vip = VIP(ip="10.0.0.1")
    assert not has_vip((Interface(interface="a"),))
    assert has_vip((Interface(interface="a", vip=vip),))
    assert has_vip((Interface(interface="a", vlans=(Vlan(vlan_id=1, vip=vip),)),))


def test_what_nothing_acts_on_is_told_with_the_number_of_its_link() -> None:
    config = load(b"machine:\n  network: {interfaces: [{interface: a}, {interface: b, vip: {ip: 10.0.0.1}}]}\n")
    assert list(inert(config, container=True)) == ["machine.network.interfaces[1].vip has no effect in this version"]
