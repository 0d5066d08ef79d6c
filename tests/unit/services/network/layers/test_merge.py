"""Who is right when several layers speak of the same thing."""

from __future__ import annotations

from ipaddress import ip_address, ip_interface
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from services.network.layers import ids
from services.network.layers.contribution import Contribution, Merged
from services.network.layers.links import LinkSpec
from services.network.layers.merge import merge
from services.network.layers.routes import normal
from services.network.layers.specs import (
    AddressSpec,
    DhcpOptions,
    HostnameSpec,
    OperatorSpec,
    RouteSpec,
    RoutingRuleSpec,
    TimeServerSpec,
)
from services.network.layers.words import Family, Layer, OperatorKind
from services.network.state import LinkName
from tests.unit.services.network.layers.strategies import CONTRIBUTION, CONTRIBUTIONS

if TYPE_CHECKING:
    from typing import Any

ETH0 = LinkName("eth0")


def _by_rank(contributions: list[Contribution]) -> list[Contribution]:
    return sorted(contributions, key=lambda each: (each.layer, each.source))


def _strongest(contributions: list[Contribution], part: str, key: Any) -> dict[str, tuple[Layer, Any]]:
    """For each id the last spec said in the highest layer, found by looking, not by merging."""
    found: dict[str, tuple[Layer, Any]] = {}
    for each in _by_rank(contributions):
        for spec in getattr(each, part):
            found[key(spec)] = (each.layer, spec)
    return found


@given(CONTRIBUTIONS, st.randoms(use_true_random=False))
def test_the_order_of_contributions_does_not_matter(contributions: list[Contribution], random: Any) -> None:
    shuffled = list(contributions)
    random.shuffle(shuffled)
    assert merge(shuffled) == merge(contributions)


@given(CONTRIBUTION)
def test_what_one_source_says_holds_as_it_is(contribution: Contribution) -> None:
    """Merging what a merge has returned changes nothing."""
    merged = merge([contribution])
    again = merge([_as_contribution(merged, contribution.layer)])
    assert again == merged


def _as_contribution(merged: Merged, layer: Layer) -> Contribution:
    return Contribution(
        layer=layer,
        links=tuple(merged.links.values()),
        addresses=tuple(merged.addresses.values()),
        routes=tuple(merged.routes.values()),
        rules=tuple(merged.rules.values()),
        hostname=merged.hostname,
        resolvers=merged.resolvers,
        time_servers=merged.time_servers,
        operators=tuple(merged.operators.values()),
    )


@given(CONTRIBUTIONS)
def test_of_specs_with_one_id_the_highest_layers_holds_whole(contributions: list[Contribution]) -> None:
    merged = merge(contributions)
    for part, key in (
        ("addresses", ids.address_id),
        ("routes", ids.route_id),
        ("rules", ids.rule_id),
        ("operators", ids.operator_id),
    ):
        strongest = _strongest(contributions, part, key)
        whole = {name: replace(spec, layer=layer) for name, (layer, spec) in strongest.items()}
        assert getattr(merged, part) == ({k: normal(v) for k, v in whole.items()} if part == "routes" else whole)


@given(CONTRIBUTIONS)
def test_the_highest_layers_hostname_holds_and_of_one_layer_the_first_sources(
    contributions: list[Contribution],
) -> None:
    named = [each for each in _by_rank(contributions) if each.hostname is not None]
    highest = [each for each in named if each.layer is max(each.layer for each in named)]
    expected = highest[0].hostname if highest else None
    found = merge(contributions).hostname
    assert (found and found.hostname) == (expected and expected.hostname)


@given(CONTRIBUTIONS)
def test_time_servers_of_the_highest_layer_that_has_any_hold_all(contributions: list[Contribution]) -> None:
    telling = [each for each in _by_rank(contributions) if each.time_servers is not None and each.time_servers.servers]
    top = max((each.layer for each in telling), default=None)
    expected = [
        server
        for each in telling
        if each.layer is top and each.time_servers is not None
        for server in each.time_servers.servers
    ]
    found = merge(contributions).time_servers
    assert ([] if found is None else list(found.servers)) == expected


@given(CONTRIBUTIONS, CONTRIBUTION)
def test_everything_that_the_highest_layer_says_of_a_link_holds(
    contributions: list[Contribution], top: Contribution
) -> None:
    """The layer below has no say in what the highest one mentions."""
    below = [each for each in contributions if each.layer is not Layer.CONFIGURATION]
    said = merge([replace(top, layer=Layer.CONFIGURATION)]).links
    merged = merge([*below, replace(top, layer=Layer.CONFIGURATION)]).links
    for name, spec in said.items():
        for field in ("logical", "up", "mtu", "kind", "hardware_addr", "vlan", "bond_master", "bridge_master", "veth"):
            value = getattr(spec, field)
            assert not value or getattr(merged[name], field) == value
        assert spec.multicast is None or merged[name].multicast is spec.multicast
        assert merged[name].layer is Layer.CONFIGURATION


@given(CONTRIBUTIONS)
def test_ids_are_in_order_and_name_what_they_stand_for(contributions: list[Contribution]) -> None:
    merged = merge(contributions)
    for part, key in (("addresses", ids.address_id), ("routes", ids.route_id), ("operators", ids.operator_id)):
        table = getattr(merged, part)
        assert list(table) == sorted(table)
        assert all(key(spec) == name for name, spec in table.items())
    assert all(link.name == name for name, link in merged.links.items())


def test_two_contributions_of_one_source_in_a_layer_are_refused() -> None:
    one = Contribution(layer=Layer.OPERATOR, source="dhcp4/eth0")
    with pytest.raises(ValueError, match='two contributions of source "dhcp4/eth0" in layer operator'):
        merge([one, Contribution(layer=Layer.OPERATOR, source="dhcp4/eth1"), one])


def test_one_source_may_be_in_two_layers() -> None:
    names = {Layer.PLATFORM: "p", Layer.CMDLINE: "c"}
    merged = merge(Contribution(layer=layer, hostname=HostnameSpec(hostname=name)) for layer, name in names.items())
    assert merged.hostname == HostnameSpec(hostname="p", layer=Layer.PLATFORM)


def test_nothing_comes_of_nothing() -> None:
    assert merge([]) == Merged()


def test_a_higher_layers_address_replaces_all_of_the_lower_ones() -> None:
    low = AddressSpec(link=ETH0, address=ip_interface("10.0.0.1/24"), priority=7, announce=True)
    high = AddressSpec(link=ETH0, address=ip_interface("10.0.0.1/24"))
    merged = merge(
        [
            Contribution(layer=Layer.OPERATOR, source="dhcp4/eth0", addresses=(low,)),
            Contribution(layer=Layer.CONFIGURATION, addresses=(high,)),
        ]
    )
    assert merged.addresses == {"eth0/10.0.0.1/24": replace(high, layer=Layer.CONFIGURATION)}


def test_routes_that_differ_in_metric_or_table_stand_beside_each_other() -> None:
    route = RouteSpec(family=Family.INET4, gateway=ip_address("10.0.0.1"), link=ETH0)
    merged = merge(
        [Contribution(layer=Layer.PLATFORM, routes=(route, replace(route, priority=9), replace(route, table=7)))]
    )
    assert list(merged.routes) == ["7/inet4/10.0.0.1//1024", "inet4/10.0.0.1//1024", "inet4/10.0.0.1//9"]


def test_a_rule_of_the_same_family_and_priority_is_replaced() -> None:
    rule = RoutingRuleSpec(family=Family.INET4, priority=100, table=7)
    merged = merge(
        [
            Contribution(layer=Layer.CONFIGURATION, rules=(replace(rule, table=8),)),
            Contribution(layer=Layer.PLATFORM, rules=(rule, replace(rule, family=Family.INET6))),
        ]
    )
    assert {name: rule.table for name, rule in merged.rules.items()} == {"inet4/00100": 8, "inet6/00100": 7}


def test_an_operator_of_the_configuration_replaces_the_default_one() -> None:
    default = OperatorSpec(kind=OperatorKind.DHCP4, link=ETH0, dhcp=DhcpOptions())
    wanted = replace(default, dhcp=DhcpOptions(route_metric=100))
    merged = merge(
        [
            Contribution(layer=Layer.DEFAULT, operators=(default,)),
            Contribution(layer=Layer.CONFIGURATION, operators=(wanted,)),
        ]
    )
    assert merged.operators == {"dhcp4/eth0": replace(wanted, layer=Layer.CONFIGURATION)}


def test_an_empty_list_of_time_servers_says_nothing() -> None:
    merged = merge(
        [
            Contribution(layer=Layer.DEFAULT, time_servers=TimeServerSpec(servers=("t",))),
            Contribution(layer=Layer.CONFIGURATION, time_servers=TimeServerSpec()),
        ]
    )
    assert merged.time_servers == TimeServerSpec(servers=("t",))


def test_a_link_that_a_source_speaks_of_twice_is_one_link() -> None:
    merged = merge(
        [
            Contribution(
                layer=Layer.CONFIGURATION,
                links=(LinkSpec(name=ETH0, up=True, mtu=1400), LinkSpec(name=ETH0, mtu=9000, where="second")),
            )
        ]
    )
    expected = LinkSpec(name=ETH0, up=True, mtu=9000, where="second", layer=Layer.CONFIGURATION)
    assert merged.links == {"eth0": expected}
