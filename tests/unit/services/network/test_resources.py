"""Published resources: ids and words as upstream has them."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface, ip_network

import pytest

from libtalos.resources.definitions.network import NetworkStatus, NodeAddress
from libtalos.resources.store import ResourceStore
from services.network.ethtool import Device
from services.network.layers import HostnameSpec, Merged, ResolverSpec
from services.network.nodeaddress import NodeAddresses
from services.network.resources import (
    PUBLISHES,
    Published,
    address_status,
    link_status,
    publish,
    route_id,
    route_status,
)
from services.network.specresources import PUBLISHES as SPECS
from services.network.state import Address, Link, LinkIndex, LinkName, NextHop, Route, Seen
from tests.unit.services.network.fakes import link

ETH0 = Link(
    name=LinkName("eth0"),
    index=LinkIndex(2),
    flags=0x11043,
    hardware_addr=bytes.fromhex("0242ac110002"),
    operational_state=6,
    carrier=True,
    kind="veth",
    device=Device(driver="veth", speed=10000, duplex=1, port=0),
)
SEEN = Seen(links={LinkName("eth0"): ETH0})


@pytest.mark.parametrize(
    ("route", "name"),
    [
        (
            Route(destination=ip_network("0.0.0.0/0"), gateway=ip_address("10.5.0.1"), priority=1024),
            "inet4/10.5.0.1//1024",
        ),
        (Route(destination=ip_network("10.5.0.0/24"), link=LinkIndex(2)), "inet4//10.5.0.0/24/0"),
        (Route(destination=ip_network("fe80::/64"), link=LinkIndex(2), priority=256), "eth0/inet6//fe80::/64/256"),
        (Route(destination=ip_network("10.5.0.2/32"), table=255), "local/inet4//10.5.0.2/32/0"),
        (Route(destination=ip_network("10.0.0.0/8"), table=180, link=LinkIndex(2)), "180/inet4//10.0.0.0/8/0"),
    ],
)
def test_route_ids(route: Route, name: str) -> None:
    assert route_id(route, SEEN) == name


def test_words_of_a_link() -> None:
    status = link_status(ETH0, Seen())
    assert status.flags == "UP,BROADCAST,RUNNING,MULTICAST,LOWER_UP"
    assert (status.type, status.operational_state, status.hardware_addr) == ("ether", "up", "02:42:ac:11:00:02")
    assert (status.driver, status.speed_mbit, status.duplex, status.port) == ("veth", 10000, "Full", "TwistedPair")
    assert (link_status(link("lo", 1), Seen()).duplex, link_status(link("lo", 1), Seen()).port) == ("Unknown", "Other")


def test_words_of_an_address() -> None:
    address = Address(link=LinkIndex(2), interface=ip_interface("fe80::1/64"), scope=253, flags=0xC0)
    status = address_status(address, SEEN)
    assert (status.family, status.scope, status.flags) == ("inet6", "link", "tentative,permanent")


def test_words_of_a_route_with_several_ways() -> None:
    hop = NextHop(link=LinkIndex(2), gateway=ip_address("10.5.0.1"), weight=2)
    status = route_status(Route(destination=ip_network("::/0"), protocol=77, type=7, next_hops=(hop,)), SEEN)
    assert (status.dst, status.protocol, status.type) == ("", "77", "unreachable")
    assert [(each.out_link_name, each.gateway, each.weight) for each in status.next_hops] == [("eth0", "10.5.0.1", 2)]


def test_node_addresses_keep_the_default_while_it_is_there() -> None:
    up, down = link("eth0", 2, up=True), link("eth1", 3)
    texts = (
        ("10.5.0.9/24", 2, 0),
        ("10.5.0.2/24", 2, 0),
        ("fd00::1/64", 2, 0),
        ("10.6.0.1/24", 3, 0),
        ("fe80::1/64", 2, 253),
    )
    addresses = tuple(
        Address(link=LinkIndex(index), interface=ip_interface(text), scope=scope) for text, index, scope in texts
    )
    links = {up.name: up, down.name: down}
    only = NodeAddresses().next(Seen(links=links, addresses=addresses[:1]))
    assert str(only.default) == "10.5.0.9/24"
    both = only.next(Seen(links=links, addresses=addresses))
    assert str(both.default) == "10.5.0.9/24"
    assert [str(each) for each in both.current] == ["10.5.0.2/24", "10.5.0.9/24", "fd00::1/64"]
    less = both.next(Seen(links=links, addresses=addresses[1:2]))
    assert str(less.default) == "10.5.0.2/24"
    assert [str(each) for each in less.accumulative] == ["10.5.0.2/24", "10.5.0.9/24", "fd00::1/64"]


def test_what_is_gone_is_no_longer_published() -> None:
    store = ResourceStore("network", lambda: 0.0, publishes=PUBLISHES)
    merged = Merged(hostname=HostnameSpec(hostname="node"), resolvers=ResolverSpec())
    published = Published(merged=merged, addresses=NodeAddresses(), etc_files_ready=True)
    publish(store, SEEN, published)
    publish(store, Seen(), published)
    statuses = [each for each in PUBLISHES if each not in SPECS]
    assert {each.DEFINITION.type.partition(".")[0]: len(store.list(each)) for each in statuses} == {
        "LinkStatuses": 0,
        "AddressStatuses": 0,
        "RouteStatuses": 0,
        "RoutingRuleStatuses": 0,
        "HostnameStatuses": 1,
        "ResolverStatuses": 1,
        "TimeServerStatuses": 0,
        "NodeAddresses": 4,
        "NetworkStatuses": 1,
    }
    assert store.get(NetworkStatus, "status").spec == NetworkStatus(hostname_ready=True, etc_files_ready=True)
    assert store.get(NodeAddress, "default").spec.addresses == ()
