"""Planning: applied to a kernel it converges, and leaves alone what is somebody else's."""

from __future__ import annotations

import errno
from ipaddress import IPv4Interface, IPv4Network, ip_address, ip_interface, ip_network

import pytest
from hypothesis import given
from msgspec.structs import replace

from services.network.apply import converge, revert
from services.network.layers import AddressSpec, Contribution, HostnameSpec, Layer, LinkSpec, Merged, RouteSpec, merge
from services.network.layers.defaults import LOOPBACK_ONLY
from services.network.layers.words import Family
from services.network.ledger import Ledger
from services.network.prefixroutes import missing_prefix_routes
from services.network.state import (
    IFA_F_DADFAILED,
    IFA_F_NOPREFIXROUTE,
    IFA_F_SECONDARY,
    IFF_UP,
    RTPROT_KERNEL,
    Address,
    LinkIndex,
    LinkName,
    Route,
    Seen,
)
from tests.unit.services.network.fakes import FakeKernel, link
from tests.unit.services.network.strategies import wanteds


def kernel_with_foreigners() -> FakeKernel:
    """A kernel with two links, and an address and a route that nobody here has asked for."""
    return FakeKernel(
        links={"lo": link("lo", 1, mtu=65536), "eth0": link("eth0", 2), "eth1": link("eth1", 3, up=True)},
        addresses=[Address(link=LinkIndex(3), interface=ip_interface("192.168.9.1/24"))],
        routes=[Route(destination=ip_network("172.16.0.0/12"), link=LinkIndex(3), priority=7, protocol=3)],
    )


def contents(kernel: FakeKernel) -> tuple[object, ...]:
    """What a kernel has, without the order, and without the source that its own routes got from the first address."""
    links = frozenset((each.name, each.up, each.mtu) for each in kernel.links.values())
    addresses = frozenset((each.link, each.interface) for each in kernel.addresses)
    routes = frozenset(replace(each, source=None) if each.protocol == RTPROT_KERNEL else each for each in kernel.routes)
    return links, addresses, routes, kernel.hostname, kernel.domainname


@given(wanteds())
def test_one_convergence_reaches_what_is_wanted(wanted: Merged) -> None:
    kernel = kernel_with_foreigners()
    outcome = converge(kernel, wanted, Ledger())
    assert outcome.rest.operations == ()
    assert not outcome.failed
    assert all(each.up for each in kernel.links.values())
    assert {each.address for each in wanted.addresses.values()} <= {each.interface for each in kernel.addresses}
    assert converge(kernel, wanted, outcome.ledger).done == ()


@given(wanteds(), wanteds())
def test_a_change_of_mind_leaves_nothing_of_the_old_and_all_of_others(before: Merged, after: Merged) -> None:
    changed, fresh = kernel_with_foreigners(), kernel_with_foreigners()
    ledger = converge(changed, before, Ledger()).ledger
    converge(changed, after, ledger)
    converge(fresh, after, Ledger())
    assert contents(changed)[1] == contents(fresh)[1]
    assert ways(changed) == ways(fresh)


def ways(kernel: FakeKernel) -> frozenset[Route]:
    """The routes, but for the source of those to an address's network.

    That is the network's first address. One that is there already stays the first, whatever the order in which they
    are wanted: to take it away and add it again would cut off who uses it.
    """
    sources = {(each.link, each.interface.ip) for each in kernel.addresses}
    own = [each for each in kernel.routes if each.protocol == RTPROT_KERNEL]
    assert all(each.source is None or (each.link, each.source) in sources for each in own)
    return frozenset(replace(each, source=None) if each in own else each for each in kernel.routes)


@given(wanteds())
def test_undoing_what_was_done_goes_back(wanted: Merged) -> None:
    kernel = kernel_with_foreigners()
    ledger = converge(kernel, merge([LOOPBACK_ONLY]), Ledger()).ledger
    before = contents(kernel)
    revert(kernel, converge(kernel, wanted, ledger).done)
    assert contents(kernel) == before


def test_operations_tell_themselves_in_the_order_in_which_they_work() -> None:
    kernel = FakeKernel(links={"lo": link("lo", 1, up=True), "eth0": link("eth0", 2)}, ipv6=False)
    kernel.add_address(LinkIndex(1), ip_interface("127.0.0.1/8"), 254)
    outcome = converge(kernel, small_wanted(), Ledger())
    assert [each.operation.describe() for each in outcome.done] == [
        "set mtu 1400 on eth0",
        "bring up eth0",
        "add address 10.5.0.2/24 to eth0",
        "add route 10.9.0.0/16 on eth0 metric 1024",
        "add route default via 10.5.0.1 on eth0 metric 1024",
        "set hostname node in domain example.org",
    ]


def test_the_route_to_an_addresss_network_is_put_back() -> None:
    kernel = FakeKernel()
    kernel.plug(link("eth0", 2))
    ledger = converge(kernel, small_wanted(), Ledger()).ledger
    for each in [route for route in kernel.routes if route.protocol == RTPROT_KERNEL]:
        kernel.remove_route(each)
    outcome = converge(kernel, small_wanted(), ledger)
    assert [each.operation.describe() for each in outcome.done] == ["add route 10.5.0.0/24 on eth0 metric 0"]
    assert outcome.failed == ()
    converge(kernel, merge([LOOPBACK_ONLY]), outcome.ledger)
    assert kernel.routes == [], "it goes with its address"


def test_two_links_in_one_network_have_a_route_each() -> None:
    kernel = FakeKernel(links={"lo": link("lo", 1), "eth0": link("eth0", 2), "eth1": link("eth1", 3, up=True)})
    kernel.add_address(LinkIndex(3), ip_interface("10.5.0.3/24"), 0)
    ledger = converge(kernel, small_wanted(), Ledger()).ledger
    kernel.routes = [each for each in kernel.routes if each.link == 3]
    assert converge(kernel, small_wanted(), ledger).failed == ()
    assert {each.link for each in kernel.routes if each.protocol == RTPROT_KERNEL} == {2, 3}


@pytest.mark.parametrize(
    ("address", "slave_kind", "flags", "made"),
    [
        ("10.5.0.2/24", "", 0, True),
        ("10.5.0.2/31", "", 0, True),
        ("10.5.0.2/32", "", 0, False),
        ("fd00::1/64", "", 0, True),
        ("fd00::1/128", "", 0, True),
        ("10.5.0.3/24", "", IFA_F_SECONDARY, False),
        ("10.5.0.2/24", "", IFA_F_NOPREFIXROUTE, False),
        ("fd00::1/64", "", IFA_F_DADFAILED, False),
        ("10.5.0.2/24", "vrf", 0, False),
    ],
)
def test_only_what_the_kernel_makes_is_put_back(address: str, slave_kind: str, flags: int, made: bool) -> None:
    """Else the node would ask for ever for what nobody has taken away."""
    eth0 = replace(link("eth0", 2, up=True), slave_kind=slave_kind)
    has = Address(link=eth0.index, interface=ip_interface(address), flags=flags)
    wanted = merge(
        [Contribution(layer=Layer.PLATFORM, addresses=(AddressSpec(link=eth0.name, address=has.interface),))]
    )
    down = replace(eth0, flags=0)
    assert bool(list(missing_prefix_routes(wanted, Seen(links={eth0.name: eth0}, addresses=(has,))))) is made
    assert not list(missing_prefix_routes(wanted, Seen(links={eth0.name: down}, addresses=(has,))))
    assert not list(missing_prefix_routes(Merged(), Seen(links={eth0.name: eth0}, addresses=(has,))))


def test_a_missing_link_is_waited_for_and_the_rest_is_done() -> None:
    kernel = FakeKernel()
    outcome = converge(kernel, small_wanted(), Ledger())
    assert [each.name for each in outcome.rest.missing] == ["eth0"]
    assert outcome.rest.operations == ()
    assert kernel.links["lo"].flags & IFF_UP
    assert kernel.hostname == "node"


def test_a_link_that_returns_is_configured_again() -> None:
    kernel = FakeKernel()
    kernel.plug(link("eth0", 2))
    ledger = converge(kernel, small_wanted(), Ledger()).ledger
    kernel.unplug("eth0")
    ledger = converge(kernel, small_wanted(), ledger).ledger
    assert all(key.link == "lo" for key in ledger.addresses)
    kernel.plug(link("eth0", 9))
    assert converge(kernel, small_wanted(), ledger).rest.operations == ()
    assert any(each.link == 9 for each in kernel.addresses)


def test_somebody_elses_route_in_the_way_is_named_and_kept() -> None:
    kernel = FakeKernel(links={"lo": link("lo", 1), "eth0": link("eth0", 2), "eth1": link("eth1", 3)})
    other = Route(destination=ip_network("0.0.0.0/0"), link=LinkIndex(3), priority=1024)
    kernel.routes.append(other)
    outcome = converge(kernel, small_wanted(), Ledger())
    (failure,) = outcome.failed
    assert failure.operation.describe() == "add route default via 10.5.0.1 on eth0 metric 1024"
    assert "another route to 0.0.0.0/0 has metric 1024 already" in failure.error
    assert other in kernel.routes
    assert kernel.hostname == "node"


def test_a_gateway_that_changes_moves_the_route() -> None:
    kernel = FakeKernel()
    kernel.plug(link("eth0", 2))
    ledger = converge(kernel, small_wanted("10.5.0.1"), Ledger()).ledger
    outcome = converge(kernel, small_wanted("10.5.0.9"), ledger)
    assert not outcome.failed
    assert [str(each.gateway) for each in kernel.routes if each.gateway] == ["10.5.0.9"]


def test_an_address_that_others_set_before_becomes_ours() -> None:
    kernel = FakeKernel()
    kernel.plug(link("eth0", 2, up=True))
    kernel.add_address(LinkIndex(2), ip_interface("10.5.0.2/24"), 0)
    ledger = converge(kernel, small_wanted(), Ledger()).ledger
    converge(kernel, merge([LOOPBACK_ONLY]), ledger)
    assert all(each.link == 1 for each in kernel.addresses)


def test_one_failure_does_not_keep_the_others_back() -> None:
    kernel = FakeKernel(broken={"set_hostname": errno.EPERM})
    kernel.plug(link("eth0", 2))
    outcome = converge(kernel, small_wanted(), Ledger())
    assert [(each.operation.describe(), each.error) for each in outcome.failed] == [
        ("set hostname node in domain example.org", "Operation not permitted")
    ]
    assert IPv4Interface("10.5.0.2/24") in [each.interface for each in kernel.addresses]


def test_without_ipv6_only_a_configured_address_of_it_fails() -> None:
    kernel = FakeKernel(ipv6=False)
    assert converge(kernel, merge([LOOPBACK_ONLY]), Ledger()).failed == ()
    wanted = AddressSpec(link=LinkName("lo"), address=ip_interface("fd00::1/64"))
    configured = Contribution(layer=Layer.CONFIGURATION, addresses=(wanted,))
    outcome = converge(kernel, merge([LOOPBACK_ONLY, configured]), Ledger())
    assert [each.error for each in outcome.failed] == ["Permission denied"]


def test_a_route_that_leads_nowhere_needs_no_link_and_goes_when_it_is_no_longer_wanted() -> None:
    kernel = FakeKernel(links={"lo": link("lo", 1, up=True)}, ipv6=False)
    hole = RouteSpec(family=Family.INET4, destination=ip_network("10.66.0.0/16"), type=6, table=7)
    contribution = Contribution(layer=Layer.CONFIGURATION, routes=(hole,))
    outcome = converge(kernel, merge([contribution]), Ledger())
    assert [each.operation.describe() for each in outcome.done] == [
        "add route blackhole 10.66.0.0/16 metric 1024 table 7"
    ]
    assert converge(kernel, merge([contribution]), outcome.ledger).done == ()
    converge(kernel, Merged(), outcome.ledger)
    assert kernel.routes == []


def small_wanted(gateway: str = "10.5.0.1") -> Merged:
    """One link with everything; the routes are given in the order that would not work."""
    eth0 = LinkName("eth0")
    contribution = Contribution(
        layer=Layer.CONFIGURATION,
        links=(LinkSpec(name=eth0, up=True, mtu=1400, where="machine.network.interfaces[0]"),),
        addresses=(AddressSpec(link=eth0, address=ip_interface("10.5.0.2/24")),),
        routes=(
            RouteSpec(family=Family.INET4, link=eth0, gateway=ip_address(gateway)),
            RouteSpec(family=Family.INET4, link=eth0, destination=IPv4Network("10.9.0.0/16")),
        ),
        hostname=HostnameSpec(hostname="node", domainname="example.org"),
    )
    return merge([LOOPBACK_ONLY, contribution])
