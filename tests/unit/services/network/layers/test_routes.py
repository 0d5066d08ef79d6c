"""One way to write a route."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given

from services.network.layers.routes import destination, normal
from services.network.layers.specs import RouteSpec
from services.network.layers.words import Family
from services.network.state import RT_SCOPE_HOST, RT_SCOPE_LINK, RT_SCOPE_UNIVERSE
from tests.unit.services.network.layers.strategies import ROUTES

GATEWAY = ip_address("10.0.0.1")


@given(ROUTES)
def test_what_is_normal_stays(route: RouteSpec) -> None:
    assert normal(normal(route)) == normal(route)


@pytest.mark.parametrize("everything", ["0.0.0.0/0", "::/0"])
def test_a_default_route_names_no_destination(everything: str) -> None:
    network = ip_network(everything)
    route = normal(RouteSpec(family=Family.of(network.version), destination=network))
    assert route.destination is None
    assert destination(route) == network


def test_an_unspecified_gateway_and_source_are_none() -> None:
    zero = ip_address("0.0.0.0")  # noqa: S104 - nothing is bound
    route = normal(RouteSpec(family=Family.INET4, destination=ip_network("10.0.0.0/8"), gateway=zero, source=zero))
    assert (route.gateway, route.source, route.scope) == (None, None, RT_SCOPE_LINK)


@pytest.mark.parametrize(
    ("network", "gateway", "scope"),
    [
        ("10.0.0.0/8", None, RT_SCOPE_LINK),
        ("10.0.0.0/8", GATEWAY, RT_SCOPE_UNIVERSE),
        ("127.0.0.0/8", GATEWAY, RT_SCOPE_HOST),
        ("0.0.0.0/0", None, RT_SCOPE_UNIVERSE),
    ],
)
def test_the_scope_follows_from_the_rest(network: str, gateway: object, scope: int) -> None:
    route = RouteSpec(family=Family.INET4, destination=ip_network(network), gateway=GATEWAY if gateway else None)
    assert normal(route).scope == scope
