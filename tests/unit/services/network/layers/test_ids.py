"""Ids as upstream writes them."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface, ip_network

import pytest

from services.network.layers import ids
from services.network.layers.specs import AddressSpec, OperatorSpec, RouteSpec, RoutingRuleSpec, VipOptions
from services.network.layers.words import Family, Layer, OperatorKind
from services.network.state import LinkName

ETH0 = LinkName("eth0")
V4 = RouteSpec(family=Family.INET4, link=ETH0)


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (RouteSpec(family=Family.INET4, gateway=ip_address("10.5.0.1"), link=ETH0), "inet4/10.5.0.1//1024"),
        (
            RouteSpec(family=Family.INET4, destination=ip_network("0.0.0.0/0"), gateway=ip_address("10.5.0.1")),
            "inet4/10.5.0.1//1024",
        ),
        (
            RouteSpec(family=Family.INET4, destination=ip_network("10.5.0.0/24"), link=ETH0, priority=0),
            "inet4//10.5.0.0/24/0",
        ),
        (
            RouteSpec(family=Family.INET6, gateway=ip_address("fd00::1"), link=ETH0, table=100),
            "100/eth0/inet6/fd00::1//1024",
        ),
        (
            RouteSpec(family=Family.INET4, destination=ip_network("10.0.0.0/8"), table=255),
            "local/inet4//10.0.0.0/8/1024",
        ),
    ],
)
def test_routes(route: RouteSpec, expected: str) -> None:
    assert ids.route_id(route) == expected


def test_addresses_rules_and_operators() -> None:
    assert ids.address_id(AddressSpec(link=ETH0, address=ip_interface("10.5.0.2/24"))) == "eth0/10.5.0.2/24"
    assert ids.rule_id(RoutingRuleSpec(family=Family.INET6, priority=42)) == "inet6/00042"
    assert ids.operator_id(OperatorSpec(kind=OperatorKind.DHCP4, link=ETH0)) == "dhcp4/eth0"
    vip = OperatorSpec(kind=OperatorKind.VIP, link=ETH0, vip=VipOptions(ip=ip_address("10.5.0.9")))
    assert ids.operator_id(vip) == "vip/eth0/10.5.0.9"


def test_an_unmerged_spec_names_its_layer_and_its_source() -> None:
    assert ids.layered_id(Layer.DEFAULT, "", "lo") == "default/lo"
    assert ids.layered_id(Layer.OPERATOR, "dhcp4/eth0", "hostname") == "operator/dhcp4/eth0/hostname"
