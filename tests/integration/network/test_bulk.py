"""Thousands of changes at once on Linux; pyroute2 is the independent witness."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from ipaddress import IPv4Network, ip_address, ip_interface, ip_network

import pytest
from msgspec.structs import replace
from pyroute2 import IPRoute

from services.network.apply import apply, converge, revert
from services.network.layers import AddressSpec, Contribution, Layer, LinkSpec, Merged, RouteSpec, merge
from services.network.layers.defaults import LOOPBACK_ONLY
from services.network.layers.words import Family
from services.network.ledger import Ledger
from services.network.operations import AddRoute
from services.network.rtnetlink import DUMP_ROUTES, RTM_GETROUTE, decode_route, is_ip_route
from services.network.state import Route
from tests.integration.network.test_kernel import ETH0, kernel, plug

pytestmark = pytest.mark.root
Run = Callable[[Callable[[], None]], None]
GATEWAY = ip_address("10.5.255.1")
ROUTES, ADDRESSES = 1000, 200


def many(routes: int = ROUTES) -> Merged:
    """A link with many addresses and routes of both families."""
    four = tuple(
        RouteSpec(
            family=Family.INET4,
            link=ETH0,
            gateway=GATEWAY if number % 3 else None,
            destination=IPv4Network((0x0B000000 + (number << 8), 24)),
            mtu=1300 if number % 5 == 0 else 0,
        )
        for number in range(routes)
    )
    six = RouteSpec(family=Family.INET6, link=ETH0, destination=ip_network("fd00:6::/64"))
    return merge(
        [
            LOOPBACK_ONLY,
            Contribution(
                layer=Layer.CONFIGURATION,
                links=(LinkSpec(name=ETH0, up=True),),
                addresses=tuple(
                    AddressSpec(link=ETH0, address=ip_interface(f"10.5.{number // 200}.{number % 200 + 1}/16"))
                    for number in range(ADDRESSES)
                ),
                routes=(*four, six),
            ),
        ]
    )


def witnessed() -> set[tuple[str, str | None]]:
    """Destinations and gateways of the routes that somebody has set, as pyroute2 reads them."""
    with IPRoute() as ip:
        return {
            (f"{each.get_attr('RTA_DST')}/{each['dst_len']}", each.get_attr("RTA_GATEWAY"))
            for each in ip.get_routes(family=2, table=254)
            if each["proto"] == 4
        }


def test_thousands_come_and_go(inside: Run) -> None:
    def body() -> None:
        plug()
        with kernel() as linux:
            wanted = many()
            outcome = converge(linux, wanted, Ledger())
            assert outcome.failed == ()
            assert witnessed() == {
                (str(each.destination), None if each.gateway is None else str(each.gateway))
                for each in wanted.routes.values()
                if each.family is Family.INET4
            }
            assert converge(linux, wanted, outcome.ledger).done == ()
            payloads = [each for each in linux._netlink.dump(RTM_GETROUTE, DUMP_ROUTES) if is_ip_route(each)]
            assert linux.read().routes == tuple(map(decode_route, payloads))
            fewer = converge(linux, many(routes=10), outcome.ledger)
            assert fewer.failed == ()
            assert len(witnessed()) == 10
            revert(linux, fewer.done)
            assert len(witnessed()) == ROUTES

    inside(body)


def test_one_that_fails_in_the_middle_is_told_and_keeps_none_back(inside: Run) -> None:
    def body() -> None:
        plug()
        with kernel() as linux:
            seen = converge(linux, many(routes=1), Ledger()).seen
            good = Route(
                destination=IPv4Network("12.0.0.0/24"), link=seen.links[ETH0].index, gateway=GATEWAY, priority=5
            )
            routes = [replace(good, destination=IPv4Network((0x0C000000 + (each << 8), 24))) for each in range(300)]
            routes[150] = replace(routes[150], gateway=ip_address("10.9.0.1"))
            routes[200] = routes[100]
            done = apply(linux, [AddRoute(route=each, link=ETH0) for each in routes])
            told = {place: each.error for place, each in enumerate(done) if each.error}
            assert list(told) == [150, 200]
            assert told[150].startswith("Network is unreachable (Nexthop has invalid gateway")
            assert told[200].startswith("another route to 12.0.100.0/24 has metric 5 already")
            assert [each.changed for each in done] == [not each.error for each in done]
            there = {destination for destination, _ in witnessed()}
            assert {str(each.destination) for each in routes} - there == {"12.0.150.0/24"}
            revert(linux, done)
            assert len(witnessed()) == 1

    inside(body)


def test_answers_that_do_not_fit_are_told_as_lost_and_reading_goes_on(inside: Run) -> None:
    def body() -> None:
        plug()
        with kernel() as linux:
            index = converge(linux, many(routes=1), Ledger()).seen.links[ETH0].index
            linux._netlink._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
            nowhere = Route(destination=IPv4Network("12.0.0.0/24"), link=index, gateway=ip_address("10.9.0.1"))
            errors = linux.add_routes([nowhere] * 100)
            assert {error.errno for error in errors if error} == {errno.ENOBUFS}
            assert len([error for error in errors if error]) == 100
            linux._netlink._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 212992)
            assert linux.add_routes([replace(nowhere, gateway=GATEWAY)]) == [None]
            assert ("12.0.0.0/24", str(GATEWAY)) in witnessed()

    inside(body)
