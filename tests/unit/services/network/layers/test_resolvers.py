"""Name servers and search domains, wanted by several."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from services.network.layers.resolvers import merge_resolvers
from services.network.layers.specs import ResolverSpec
from services.network.layers.words import Layer
from tests.unit.services.network.layers.strategies import RESOLVERS

if TYPE_CHECKING:
    from services.network.state import Ip

V4, OTHER_V4, V6, OTHER_V6 = (ip_address(text) for text in ("10.0.0.1", "10.0.0.2", "fd00::1", "fd00::2"))


def _servers(*said: tuple[Layer, tuple[Ip, ...]]) -> tuple[Ip, ...]:
    merged = merge_resolvers(ResolverSpec(servers=servers, layer=layer) for layer, servers in said)
    assert merged is not None
    return merged.servers


def _search(*said: tuple[Layer, tuple[str, ...], bool]) -> tuple[str, ...]:
    merged = merge_resolvers(
        ResolverSpec(search=search, search_overridden=overridden, layer=layer) for layer, search, overridden in said
    )
    assert merged is not None
    return merged.search


def test_within_a_layer_all_servers_count() -> None:
    assert _servers((Layer.OPERATOR, (V4,)), (Layer.OPERATOR, (V6, OTHER_V4))) == (V4, V6, OTHER_V4)
    assert _servers((Layer.OPERATOR, (V4, V6)), (Layer.OPERATOR, (V6,))) == (V4, V6)


@pytest.mark.parametrize(
    ("low", "high", "merged"),
    [
        ((V4,), (OTHER_V4,), (OTHER_V4,)),
        ((V4, V6), (OTHER_V4,), (OTHER_V4, V6)),
        ((V4, V6), (OTHER_V6,), (OTHER_V6, V4)),
        ((V4, V6), (OTHER_V4, OTHER_V6), (OTHER_V4, OTHER_V6)),
        ((V4,), (V6,), (V6, V4)),
        ((V4, V6), (), (V4, V6)),
        ((), (V4,), (V4,)),
    ],
)
def test_a_layer_replaces_the_families_that_it_has(
    low: tuple[Ip, ...], high: tuple[Ip, ...], merged: tuple[Ip, ...]
) -> None:
    assert _servers((Layer.DEFAULT, low), (Layer.OPERATOR, high)) == merged


def test_the_configuration_replaces_all_servers_if_it_names_any() -> None:
    assert _servers((Layer.OPERATOR, (V4, V6)), (Layer.CONFIGURATION, (OTHER_V4,))) == (OTHER_V4,)
    assert _servers((Layer.OPERATOR, (V4, V6)), (Layer.CONFIGURATION, ())) == (V4, V6)


def test_new_search_domains_go_before_the_others() -> None:
    said = ((Layer.PLATFORM, ("a", "b"), False), (Layer.OPERATOR, ("c", "b", "d"), False))
    assert _search(*said) == ("c", "d", "a", "b")


@pytest.mark.parametrize("search", [("c",), ()])
def test_search_domains_that_override_stand_alone_also_where_there_are_none(search: tuple[str, ...]) -> None:
    assert _search((Layer.OPERATOR, ("a",), False), (Layer.CONFIGURATION, search, True)) == search


def test_nobody_says_anything() -> None:
    assert merge_resolvers([]) is None


@given(st.lists(RESOLVERS, min_size=1, max_size=4))
def test_no_search_domain_is_named_twice_and_no_server_is_made_up(specs: list[ResolverSpec]) -> None:
    layers = list(Layer)
    merged = merge_resolvers(replace(spec, layer=layers[number]) for number, spec in enumerate(specs))
    assert merged is not None
    assert len(set(merged.search)) == len(merged.search)
    assert set(merged.servers) <= {server for spec in specs for server in spec.servers}
    assert bool(merged.servers) is any(spec.servers for spec in specs)
