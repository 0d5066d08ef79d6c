"""Router advertisements of radvd and DHCPv6 of dnsmasq, over a link between two namespaces."""

from __future__ import annotations

import pytest

from tests.integration.network.operators.conftest import Lab
from tests.integration.network.operators.node import DHCP6, Node, running, settings
from tests.integration.network.operators.routers import Site, run

pytestmark = [pytest.mark.root, pytest.mark.timeout(100)]
ROUTER = (
    "AdvSendAdvert on;",
    "MinRtrAdvInterval 3;",
    "MaxRtrAdvInterval 4;",
    "prefix fd00:9::/64 {};",
    "RDNSS fd00:9::1 fe80::1 {};",
    "DNSSL example.net lab.example.net {};",
)
RANGE = "--dhcp-range=fd00:9::50,fd00:9::60,64,2m"


KEY = "dhcp6/eth0"


def leased(node: Node) -> set[str]:
    """The addresses that a server gave: of single hosts, unlike those that the kernel makes."""
    return {each.removesuffix("/128") for each in node.addresses(6) if each.endswith("/128")}


def resolvers(node: Node) -> tuple[set[str], tuple[str, ...]]:
    """The servers of IPv6 and the search domains that hold."""
    merged = None if node.report is None else node.report.merged.resolvers
    if merged is None:
        return set(), ()
    return {str(each) for each in merged.servers if each.version == 6}, merged.search


def test_addresses_and_routes_are_the_kernels_and_resolvers_come_from_the_router(lab: Lab) -> None:
    async def body(place: Site) -> None:
        place.radvd(ROUTER)
        async with running(place.directory, settings()) as node:
            await node.until(lambda: bool(node.addresses(6)), "an address")
            await node.until(lambda: bool(resolvers(node)[1]), "search domains")
            assert resolvers(node) == ({"fd00:9::1", "fe80::1%eth0"}, ("example.net", "lab.example.net"))
            default = [each for each in node.seen.routes if str(each.destination) == "::/0"]
            assert [each.protocol for each in default] == [9]  # RTPROT_RA
            # a router that ends says so
            place.stop("radvd")
            await node.until(lambda: resolvers(node) == (set(), ()), "without the router's resolvers")
            assert "ra/eth0" not in node.told

    lab(body)


def test_a_node_that_forwards_listens_to_routers(lab: Lab) -> None:
    """As nodes of Kubernetes do: of itself, the kernel stops listening when it forwards."""

    async def body(place: Site) -> None:
        run("sysctl", "-qw", "net.ipv6.conf.all.forwarding=1", "net.ipv6.conf.eth0.autoconf=0")
        place.radvd(ROUTER)
        async with running(place.directory, settings()) as node:
            await node.until(lambda: bool(node.addresses(6)), "an address")
            assert run("sysctl", "-n", "net.ipv6.conf.eth0.accept_ra", "net.ipv6.conf.eth0.autoconf") == "2\n1\n"
            node.reconciler.wake()
            await node.until(lambda: node.report is not None and not node.report.done, "nothing to do")
            assert node.addresses(6)

    lab(body)


def test_a_component_that_comes_later_asks_the_routers(lab: Lab) -> None:
    """The kernel does not keep the options; without asking they came with the next advertisement, minutes later."""

    async def body(place: Site) -> None:
        place.radvd(("AdvSendAdvert on;", "MaxRtrAdvInterval 1800;", "RDNSS fd00:9::1 {};"))
        for _ in range(2):
            async with running(place.directory, settings()) as node:
                await node.until(lambda: resolvers(node)[0] == {"fd00:9::1"}, "a resolver")

    lab(body)


def test_a_lease(lab: Lab) -> None:
    async def body(place: Site) -> None:
        place.dnsmasq(
            RANGE,
            "--dhcp-option=option6:dns-server,[fd00:9::2]",
            "--dhcp-option=option6:domain-search,example.org",
            "--dhcp-option=option6:ntp-server,[fd00:9::3]",
        )
        async with running(place.directory, settings(DHCP6)) as node:
            await node.until(lambda: node.state(KEY) == "bound" and bool(leased(node)), "bound")
            (address,) = leased(node)
            assert 0x50 <= int(address.removeprefix("fd00:9::"), 16) <= 0x60
            assert resolvers(node) == ({"fd00:9::2"}, ("example.org",))
            assert node.report is not None
            assert node.report.merged.time_servers is not None
            assert node.report.merged.time_servers.servers == ("fd00:9::3",)
            node.skip(60)
            await node.until(lambda: node.state(KEY) != "bound", "renewing")
            await node.until(lambda: node.state(KEY) == "bound", "renewed")
            assert leased(node) == {address}
            node.reconciler.want(settings())
            await node.until(lambda: not leased(node), "without the address")
            told = place.told()
            assert [told.count(f"DHCP{each}(") for each in ("SOLICIT", "RENEW", "RELEASE")] == [1, 1, 1]

    lab(body)


def test_rapid_commit(lab: Lab) -> None:
    async def body(place: Site) -> None:
        place.dnsmasq(RANGE, "--dhcp-rapid-commit")
        async with running(place.directory, settings(DHCP6)) as node:
            await node.until(lambda: bool(leased(node)), "an address")
            told = place.told()
            assert ("DHCPSOLICIT(" in told, "DHCPREQUEST(" in told) == (True, False)

    lab(body)


def test_a_restart_keeps_the_address_and_a_lost_server_ends_it(lab: Lab) -> None:
    async def body(place: Site) -> None:
        place.dnsmasq(RANGE)
        async with running(place.directory, settings(DHCP6)) as node:
            await node.until(lambda: bool(leased(node)), "an address")
            before = leased(node)
        async with running(place.directory, settings(DHCP6)) as node:
            await node.until(lambda: node.state(KEY) == "bound", "bound")
            assert leased(node) == before
            place.stop("dnsmasq")
            node.skip(119)
            await node.until(lambda: node.state(KEY) == "rebinding", "a last try")
            assert leased(node) == before
            node.skip(3)
            await node.until(lambda: not leased(node), "without the address")
            assert "ran out without an answer" in node.error(KEY)

    lab(body)
