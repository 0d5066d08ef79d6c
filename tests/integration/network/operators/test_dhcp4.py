"""The client of DHCP for IPv4 and dnsmasq, another's work, over a link between two namespaces."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path

import pytest
from msgspec.structs import replace

from services.network.layers import DhcpOptions
from tests.integration.network.operators.conftest import Lab
from tests.integration.network.operators.node import DHCP4, ETH0, running, settings
from tests.integration.network.operators.routers import PEER, Site, hardware_address, run

pytestmark = [pytest.mark.root, pytest.mark.timeout(100)]
RANGE = "--dhcp-range=10.9.0.50,10.9.0.60,255.255.255.0,2m"
ELSEWHERE = "--dhcp-range=10.9.0.100,10.9.0.110,255.255.255.0,2m"


def host(address: str) -> int:
    """The last number of an address of 10.9.0.0/24."""
    return int(address.removeprefix("10.9.0.").removesuffix("/24"))


@contextmanager
def process(*command: str) -> Iterator[subprocess.Popen[str]]:
    """A program in the namespace of the thread, killed at the end."""
    root = Path(__file__).parents[4]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as running:
        try:
            yield running
        finally:
            running.kill()


def test_a_lease_with_everything(lab: Lab) -> None:
    async def body(place: Site) -> None:
        place.dnsmasq(
            RANGE,
            "--dhcp-option=option:mtu,1400",
            "--dhcp-option=option:ntp-server,10.9.0.1,10.9.0.2",
            "--dhcp-option=option:dns-server,10.9.0.1",
            "--dhcp-option=option:domain-search,a.example.org,b.example.org",
            "--domain=example.org",
            f"--dhcp-host={hardware_address()},worker-1",
        )
        async with running(place.directory, settings(DHCP4)) as node:
            await node.until(lambda: bool(node.routes()), "a lease")
            (address,) = node.addresses()
            assert 50 <= host(address) <= 60
            assert node.routes() == {("0.0.0.0/0", "10.9.0.1", 1024)}
            assert node.seen.links[ETH0].mtu == 1400
            assert (node.seen.hostname, node.seen.domainname) == ("worker-1", "example.org")
            assert node.report is not None
            merged = node.report.merged
            assert merged.resolvers is not None
            assert ip_address("10.9.0.1") in merged.resolvers.servers
            assert merged.resolvers.search == ("a.example.org", "b.example.org")
            assert merged.time_servers is not None
            assert merged.time_servers.servers == ("10.9.0.1", "10.9.0.2")
            assert (node.state(), node.error(), node.report.problems) == ("bound", "", ())

    lab(body)


def test_classless_routes_and_a_metric(lab: Lab) -> None:
    async def body(place: Site) -> None:
        routes = "0.0.0.0/0,10.9.0.1,172.16.0.0/12,10.9.0.2,192.168.7.0/24,0.0.0.0"
        place.dnsmasq(RANGE, f"--dhcp-option=121,{routes}", "--dhcp-option=option:router,10.9.0.66")
        client = replace(DHCP4, dhcp=DhcpOptions(route_metric=77))
        async with running(place.directory, settings(client)) as node:
            await node.until(lambda: len(node.routes()) == 3, "routes")
            assert node.routes() == {
                ("0.0.0.0/0", "10.9.0.1", 77),
                ("172.16.0.0/12", "10.9.0.2", 77),
                ("192.168.7.0/24", "", 77),
            }

    lab(body)


def test_renewal_is_unicast_and_changes_what_has_changed(lab: Lab) -> None:
    async def body(place: Site) -> None:
        place.dnsmasq(RANGE)
        async with running(place.directory, settings(DHCP4)) as node:
            await node.until(lambda: bool(node.routes()), "a lease")
            before = node.addresses()
            place.stop("dnsmasq")
            place.dnsmasq(RANGE, "--dhcp-option=option:router,10.9.0.2")
            node.skip(60)
            await node.until(lambda: node.routes() == {("0.0.0.0/0", "10.9.0.2", 1024)}, "another router")
            assert node.addresses() == before
            assert node.error() == ""
            assert place.told().count("DHCPDISCOVER") == 1

    lab(body)


def test_another_server_is_asked_when_the_first_one_is_gone(lab: Lab) -> None:
    async def body(place: Site) -> None:
        place.dnsmasq(RANGE)
        async with running(place.directory, settings(DHCP4)) as node:
            await node.until(lambda: bool(node.routes()), "a lease")
            before = node.addresses()
            place.stop("dnsmasq")
            place.run("ip", "address", "del", "10.9.0.1/24", "dev", PEER)
            place.run("ip", "address", "add", "10.9.0.2/24", "dev", PEER)
            node.skip(60)
            await node.until(lambda: node.state() == "renewing", "a try to renew")
            place.dnsmasq(RANGE, "--dhcp-authoritative")
            node.skip(45)
            await node.until(lambda: node.routes() == {("0.0.0.0/0", "10.9.0.2", 1024)}, "rebound")
            assert node.addresses() == before

    lab(body)


def test_without_a_server_the_address_goes_when_its_time_is_over(lab: Lab) -> None:
    async def body(place: Site) -> None:
        place.dnsmasq(RANGE)
        async with running(place.directory, settings(DHCP4)) as node:
            await node.until(lambda: bool(node.routes()), "a lease")
            place.stop("dnsmasq")
            node.skip(119 - 0.5)
            await node.until(lambda: node.state() == "rebinding", "a last try")
            assert node.addresses()
            node.skip(3)
            await node.until(lambda: not node.addresses(), "without an address")
            assert node.routes() == set()
            assert "ran out without an answer" in node.error()
            node.skip(70)
            await node.until(lambda: node.error().startswith("no answer for "), "told that nobody answers")
            place.dnsmasq(RANGE)
            node.skip(70)
            await node.until(lambda: bool(node.addresses()), "an address again")

    lab(body)


def test_a_server_that_refuses_gives_another_address(lab: Lab) -> None:
    async def body(place: Site) -> None:
        place.dnsmasq(RANGE)
        async with running(place.directory, settings(DHCP4)) as node:
            await node.until(lambda: bool(node.routes()), "a lease")
            place.stop("dnsmasq")
            (place.directory / "leases.txt").unlink()
            place.dnsmasq(ELSEWHERE, "--dhcp-authoritative")
            node.skip(60)
            await node.until(lambda: all(each.startswith("10.9.0.1") for each in node.addresses()), "elsewhere")
            await node.until(lambda: bool(node.routes()), "a lease again")
            (address,) = node.addresses()
            assert 100 <= host(address) <= 110
            assert "DHCPNAK" in place.told()

    lab(body)


def test_an_operator_that_is_removed_releases(lab: Lab) -> None:
    async def body(place: Site) -> None:
        place.dnsmasq(RANGE)
        async with running(place.directory, settings(DHCP4)) as node:
            await node.until(lambda: bool(node.routes()), "a lease")
            node.reconciler.want(settings())
            await node.until(lambda: not node.addresses(), "without an address")
            assert node.routes() == set()
            assert "DHCPRELEASE" in place.told()

    lab(body)


def test_a_carrier_that_comes_back_asks_for_the_same_address(lab: Lab) -> None:
    async def body(place: Site) -> None:
        place.dnsmasq(RANGE)
        async with running(place.directory, settings(DHCP4)) as node:
            await node.until(lambda: bool(node.routes()), "a lease")
            before = node.addresses()
            place.run("ip", "link", "set", PEER, "down")
            await node.until(lambda: node.state() == "no carrier", "without a carrier")
            place.run("ip", "link", "set", PEER, "up")
            await node.until(lambda: node.state() == "bound", "bound again")
            assert node.addresses() == before
            assert place.told().count("DHCPDISCOVER") == 1

    lab(body)


def test_a_component_that_is_killed_keeps_the_address(lab: Lab) -> None:
    """What an operating system does at kill -9: nobody says goodbye, and the next one goes on where it was."""

    async def body(place: Site) -> None:
        place.dnsmasq(RANGE)
        command = (sys.executable, "-m", "tests.integration.network.operators.node", str(place.directory))
        with process(*command) as killed:
            assert killed.stdout is not None
            address = killed.stdout.readline().strip()
        assert address
        with process("ip", "monitor", "address") as watching:
            async with running(place.directory, None) as node:
                # the config is not known yet
                await node.until(lambda: node.report is not None, "reconciled")
                node.reconciler.want(settings(DHCP4))
                await node.until(lambda: node.state() == "bound", "bound")
                assert node.addresses() == {address}
            watching.terminate()
            assert watching.stdout is not None
            assert "Deleted" not in watching.stdout.read()
        assert place.told().count("DHCPDISCOVER") == 1
        assert address in run("ip", "-4", "address", "show", "eth0")

    lab(body)
