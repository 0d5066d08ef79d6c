"""The kernel's own answers, in a namespace of the test's; pyroute2 is the independent witness."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address, ip_interface, ip_network
from pathlib import Path
from typing import Any

import hypothesis
import msgspec
import pytest
from pyroute2 import IPRoute

from libtalos.resources.backoff import BackoffPolicy
from services.network.apply import converge, revert
from services.network.ethtool import Device, Ethtool
from services.network.kernel import LinuxKernel
from services.network.layers import (
    AddressSpec,
    Contribution,
    HostnameSpec,
    Layer,
    LinkSpec,
    Merged,
    RouteSpec,
    RoutingRuleSpec,
    merge,
)
from services.network.layers.configuration import Settings
from services.network.layers.defaults import LOOPBACK_ONLY
from services.network.layers.words import Family, RuleAction
from services.network.ledger import Ledger
from services.network.links.operations import LinkChange
from services.network.memory import Memory, MemoryFile
from services.network.monitor import Monitors, NameMonitor, NetlinkMonitor
from services.network.netlink import NetlinkSocket
from services.network.reconcile import Reconciler, Report
from services.network.state import LinkIndex, LinkName, Route, Rule, Seen
from tests.unit.services.network.strategies import wanteds

pytestmark = pytest.mark.root
ETH0 = LinkName("eth0")
Run = Callable[[Callable[[], None]], None]


def configured_by() -> Contribution:
    """A link with everything of both families."""
    return Contribution(
        layer=Layer.CONFIGURATION,
        links=(LinkSpec(name=ETH0, up=True, mtu=1400, where="machine.network.interfaces[0]"),),
        addresses=tuple(AddressSpec(link=ETH0, address=ip_interface(text)) for text in ("10.5.0.2/24", "fd00:5::2/64")),
        routes=(
            RouteSpec(family=Family.INET4, link=ETH0, gateway=ip_address("10.5.0.1"), mtu=1300),
            RouteSpec(family=Family.INET6, link=ETH0, gateway=ip_address("fd00:5::1")),
            RouteSpec(
                family=Family.INET4,
                link=ETH0,
                destination=ip_network("10.9.0.0/16"),
                priority=50,
                source=ip_address("10.5.0.2"),
            ),
        ),
        hostname=HostnameSpec(hostname="node", domainname="example.org"),
    )


def settings() -> Settings:
    """The same as a config."""
    return Settings(contribution=configured_by())


def wanted() -> Merged:
    """The same with what every node has."""
    return merge([LOOPBACK_ONLY, configured_by()])


@contextmanager
def kernel() -> Iterator[LinuxKernel]:
    """Linux, in the namespace of the thread."""
    netlink, ethtool = NetlinkSocket(), Ethtool()
    try:
        yield LinuxKernel(netlink=netlink, ethtool=ethtool)
    finally:
        netlink.close()
        ethtool.close()


def plug(name: str = "eth0") -> None:
    """Make a veth pair whose other end is up."""
    with IPRoute() as ip:
        ip.link("add", ifname=name, kind="veth", peer="peer")
        (peer,) = ip.link_lookup(ifname="peer")
        ip.link("set", index=peer, state="up")


def unplug(name: str = "eth0") -> None:
    """Remove the pair."""
    with IPRoute() as ip:
        (index,) = ip.link_lookup(ifname=name)
        ip.link("del", index=index)


def test_convergence_on_linux(inside: Run) -> None:
    def body() -> None:
        plug()
        with kernel() as linux:
            outcome = converge(linux, wanted(), Ledger())
            assert outcome.failed == ()
            assert converge(linux, wanted(), outcome.ledger).done == ()
        witness()

    inside(body)


def test_made_up_states_converge_on_linux_too(inside: Run) -> None:
    """The property that planning has with a kernel in memory, with the ledger carried from one state to the next."""

    def body() -> None:
        plug()
        with IPRoute() as ip:
            ip.link("add", ifname="eth1", kind="veth", peer="peer1")
        ledgers = [Ledger()]

        @hypothesis.settings(max_examples=60, deadline=None, derandomize=True, database=None)
        @hypothesis.given(wanteds())
        def converges(state: Merged) -> None:
            outcome = converge(linux, state, ledgers[-1])
            assert [(each.operation.describe(), each.error) for each in outcome.failed] == []
            assert configured_addresses(outcome.seen) == {str(each.address) for each in state.addresses.values()}
            ledgers.append(outcome.ledger)

        with kernel() as linux:
            converges()

    inside(body)


def configured_addresses(seen: Seen) -> set[str]:
    """All addresses but those that the kernel makes up itself."""
    return {str(each.interface) for each in seen.addresses if not each.interface.is_link_local}


def witness() -> None:
    """What somebody else reads from the kernel."""
    with IPRoute() as ip:
        (index,) = ip.link_lookup(ifname="eth0")
        (link,) = ip.get_links(index)
        addresses = {f"{each.get_attr('IFA_ADDRESS')}/{each['prefixlen']}" for each in ip.get_addr(index=index)}
        routes = {
            (each.get_attr("RTA_DST"), each.get_attr("RTA_GATEWAY"), each.get_attr("RTA_PRIORITY"), each["proto"])
            for each in ip.get_routes(oif=index, table=254)
        }
        (broadcast,) = (each.get_attr("IFA_BROADCAST") for each in ip.get_addr(index=index, family=2))
    assert link["state"] == "up"
    assert link.get_attr("IFLA_MTU") == 1400
    assert {"10.5.0.2/24", "fd00:5::2/64"} <= addresses
    assert broadcast == "10.5.0.255"
    assert {
        (None, "10.5.0.1", 1024, 4),
        (None, "fd00:5::1", 1024, 4),
        ("10.9.0.0", None, 50, 4),
    } <= routes
    assert Path("/proc/thread-self/ns/uts").exists()
    assert Path("/proc/sys/kernel/hostname").read_text() == "node\n"
    assert Path("/proc/sys/kernel/domainname").read_text() == "example.org\n"


def test_reading_agrees_with_the_witness(inside: Run) -> None:
    def body() -> None:
        plug()
        with kernel() as linux, IPRoute() as ip:
            converge(linux, wanted(), Ledger())
            seen = linux.read()
            for link in ip.get_links():
                own = seen.links[LinkName(link.get_attr("IFLA_IFNAME"))]
                assert own.index == link["index"]
                assert own.mtu == link.get_attr("IFLA_MTU")
                assert own.hardware_addr.hex(":") == link.get_attr("IFLA_ADDRESS")
            # of IPv4 only: IPv6 addresses come in their own time when a link is up
            assert {str(each.interface) for each in seen.addresses if each.interface.version == 4} == {
                f"{each.get_attr('IFA_LOCAL')}/{each['prefixlen']}" for each in ip.get_addr(family=2)
            }
            assert sum(each.destination.version == 4 for each in seen.routes) == len(list(ip.get_routes(family=2)))
            assert seen.links[ETH0].kind == "veth"
            assert (seen.links[ETH0].device.driver, seen.links[ETH0].device.speed) == ("veth", 10000)
            assert seen.links[LinkName("lo")].device == Device()
            default = next(each for each in seen.routes if each.gateway == ip_address("10.5.0.1"))
            assert default.mtu == 1300

    inside(body)


def test_undo_on_linux(inside: Run) -> None:
    def body() -> None:
        plug()
        with kernel() as linux:
            ledger = converge(linux, merge([LOOPBACK_ONLY]), Ledger()).ledger
            before = linux.read()
            revert(linux, converge(linux, wanted(), ledger).done)
            after = linux.read()
        assert after.links[ETH0].up is False
        assert after.links[ETH0].mtu == before.links[ETH0].mtu
        assert own(after) == own(before)
        assert (after.hostname, after.domainname) == ("somebody-elses", before.domainname)

    inside(body)


def own(seen: Seen) -> tuple[object, ...]:
    """Addresses and routes but those of the other end, which the kernel gives an address of its own accord."""
    peer = seen.links[LinkName("peer")].index
    addresses = {each for each in seen.addresses if each.link != peer}
    return addresses, {each for each in seen.routes if each.link != peer}


def test_a_change_removes_ours_and_keeps_others(inside: Run) -> None:
    def body() -> None:
        plug()
        with kernel() as linux:
            ledger = converge(linux, wanted(), Ledger()).ledger
            eth0 = linux.read().links[ETH0].index
            linux.add_address(eth0, ip_interface("192.168.9.1/24"), 0)
            linux.add_route(Route(destination=ip_network("172.16.0.0/12"), link=eth0, priority=7))
            moved = AddressSpec(link=ETH0, address=ip_interface("10.5.0.3/24"))
            only = Contribution(layer=Layer.CONFIGURATION, links=configured_by().links, addresses=(moved,))
            outcome = converge(linux, merge([LOOPBACK_ONLY, only]), ledger)
            assert outcome.failed == ()
            assert ours(outcome.seen) == {"10.5.0.3/24", "192.168.9.1/24"}
            assert [str(each.destination) for each in outcome.seen.routes if each.protocol == 4] == ["172.16.0.0/12"]

    inside(body)


def test_routes_of_other_tables_and_types_come_and_go(inside: Run) -> None:
    nowhere = [("10.66.0.0/16", 6), ("fd00:66::/48", 7), ("10.67.0.0/16", 8)]
    holes = [
        RouteSpec(family=Family.of(ip_network(net).version), destination=ip_network(net), type=kind)
        for net, kind in nowhere
    ]
    more = Contribution(
        layer=Layer.PLATFORM,
        routes=(
            *holes,
            RouteSpec(family=Family.INET4, link=ETH0, gateway=ip_address("10.5.0.1"), table=1000, priority=7),
        ),
    )

    def body() -> None:
        plug()
        with kernel() as linux, IPRoute() as ip:
            wide = merge([LOOPBACK_ONLY, configured_by(), more])
            outcome = converge(linux, wide, Ledger())
            assert outcome.failed == ()
            assert converge(linux, wide, outcome.ledger).done == ()
            found = {f"{each.get_attr('RTA_DST')}/{each['dst_len']}": each["type"] for each in ip.get_routes(table=254)}
            assert nowhere == [(net, found.get(net)) for net, _ in nowhere]
            (other,) = ip.get_routes(family=2, table=1000)
            assert (other.get_attr("RTA_GATEWAY"), other.get_attr("RTA_PRIORITY")) == ("10.5.0.1", 7)
            assert converge(linux, wanted(), outcome.ledger).failed == ()
            assert list(ip.get_routes(family=2, table=1000)) == []
            assert not [each for each in ip.get_routes(table=254) if each["type"] in {6, 7, 8}]

    inside(body)


def test_rules_come_and_go_and_those_of_others_stay(inside: Run) -> None:
    rules = (
        RoutingRuleSpec(family=Family.INET4, priority=100, source=ip_network("10.5.0.0/16"), table=1000),
        RoutingRuleSpec(family=Family.INET6, priority=101, action=RuleAction.UNREACHABLE, fw_mark=5),
        RoutingRuleSpec(family=Family.INET4, priority=102, table=7, in_link=ETH0, fw_mark=0x10, fw_mask=0xF0),
    )
    changed = (rules[0], msgspec.structs.replace(rules[2], table=8))

    def read(ip: IPRoute) -> set[tuple[object, ...]]:
        names = ("PRIORITY", "TABLE", "SRC", "IIFNAME", "FWMARK", "FWMASK")
        found = [each for family in (2, 10) for each in ip.get_rules(family=family)]
        return {
            (each["action"], *(each.get_attr(f"FRA_{name}") or None for name in names))
            for each in found
            if 0 < (each.get_attr("FRA_PRIORITY") or 0) < 1000
        }

    def body() -> None:
        foreign = (1, 500, 99, None, None, None, None)
        first = (1, 100, 1000, "10.5.0.0", None, None, None)
        with kernel() as linux, IPRoute() as ip:
            ip.rule("add", priority=500, table=99)
            wide = merge([LOOPBACK_ONLY, Contribution(layer=Layer.CONFIGURATION, rules=rules)])
            outcome = converge(linux, wide, Ledger())
            assert outcome.failed == ()
            assert converge(linux, wide, outcome.ledger).done == ()
            marked = (7, 101, None, None, None, 5, 0xFFFFFFFF)
            assert read(ip) == {foreign, first, marked, (1, 102, 7, None, "eth0", 0x10, 0xF0)}
            less = merge([LOOPBACK_ONLY, Contribution(layer=Layer.CONFIGURATION, rules=changed)])
            outcome = converge(linux, less, outcome.ledger)
            assert outcome.failed == ()
            assert read(ip) == {foreign, first, (1, 102, 8, None, "eth0", 0x10, 0xF0)}
            revert(linux, outcome.done)
            assert read(ip) == {foreign, first, marked, (1, 102, 7, None, "eth0", 0x10, 0xF0)}

    inside(body)


def test_a_change_of_rules_is_heard(inside: Run) -> None:
    async def life() -> None:
        changed = asyncio.Event()
        monitor = NetlinkMonitor(changed=changed.set, overrun=lambda: None)
        monitor.start(asyncio.get_running_loop())
        with kernel() as linux:
            for family in Family:
                changed.clear()
                linux.add_rule(Rule(family=family, priority=100, table=7))
                async with asyncio.timeout(10):
                    await changed.wait()
        monitor.stop(asyncio.get_running_loop())

    inside(lambda: asyncio.run(life()))


def ours(seen: Seen) -> set[str]:
    """The addresses of eth0 that somebody has set."""
    index = seen.links[ETH0].index
    return {str(each.interface) for each in seen.addresses if each.link == index and not each.interface.is_link_local}


def test_the_kernels_words_reach_the_error(inside: Run) -> None:
    def body() -> None:
        plug()
        with kernel() as linux:
            eth0 = linux.read().links[ETH0].index
            with pytest.raises(OSError, match=r"Invalid argument .*mtu greater than device maximum"):
                linux.change_link(eth0, LinkChange(mtu=1_000_000))

    inside(body)


def test_links_that_come_go_and_return_are_configured(inside: Run, tmp_path: Path) -> None:
    """No polling: every step is awaited on the reports that events cause."""

    async def life() -> None:
        reports: asyncio.Queue[Report] = asyncio.Queue()
        with kernel() as linux:
            reconciler = Reconciler(
                kernel=linux,
                memory=Memory(),
                memories=MemoryFile(tmp_path / "memory.json"),
                identity=lambda: "",
                report=reports.put_nowait,
                retry=BackoffPolicy(),
            )
            monitor = Monitors(
                [
                    NetlinkMonitor(changed=reconciler.wake, overrun=lambda: None),
                    NameMonitor(changed=reconciler.wake, proc=Path("/proc")),
                ]
            )
            monitor.start(asyncio.get_running_loop())
            task = asyncio.create_task(reconciler.run())
            try:
                await steps(reconciler, reports)
            finally:
                task.cancel()
                monitor.stop(asyncio.get_running_loop())

    def body() -> None:
        asyncio.run(life())

    inside(body)


async def steps(reconciler: Reconciler, reports: asyncio.Queue[Report]) -> None:
    """A link that is not there yet, comes, loses an address, goes and returns.

    Others act from threads, which inherit the namespaces: pyroute2 runs an event loop of its own.
    """
    reconciler.want(settings())
    await until(reports, lambda each: [link.name for link in each.missing] == ["eth0"])
    await asyncio.to_thread(plug)
    await until(reports, configured)
    socket.sethostname("changed")
    await until(reports, lambda each: any("set hostname node" in done.operation.describe() for done in each.done))
    await asyncio.to_thread(drop_address)
    await until(reports, lambda each: any("10.5.0.2" in done.operation.describe() for done in each.done))
    await drop_networks(reports)
    await asyncio.to_thread(unplug)
    await until(reports, lambda each: bool(each.missing))
    await asyncio.to_thread(plug)
    await until(reports, configured)


def drop_address() -> None:
    """Somebody removes the address that is wanted."""
    with IPRoute() as ip:
        (index,) = ip.link_lookup(ifname="eth0")
        ip.addr("del", index=index, address="10.5.0.2", prefixlen=24)


async def drop_networks(reports: asyncio.Queue[Report]) -> None:
    """Somebody removes the routes that the kernel made for the addresses: they come back as the kernel makes them."""
    before = await asyncio.to_thread(networks)
    assert [route[0] for route in before] == ["10.5.0.0/24", "fd00:5::/64"]
    await asyncio.to_thread(drop_prefix_routes)
    back = {f"add route {route[0]}" for route in before}
    while back:
        report = await until(reports, lambda each: any("add route" in done.operation.describe() for done in each.done))
        assert not report.failed
        back -= {done.operation.describe().partition(" on ")[0] for done in report.done}
    assert await asyncio.to_thread(networks) == before


def prefix_routes(ip: IPRoute) -> list[Any]:
    """The routes of the kernel's making on eth0 in the main table, but for the link-local one."""
    (index,) = ip.link_lookup(ifname="eth0")
    found = [route for family in (2, 10) for route in ip.get_routes(family=family, table=254, oif=index)]
    return [each for each in found if each["proto"] == 2 and each.get_attr("RTA_DST") != "fe80::"]


def networks() -> list[tuple[object, ...]]:
    """What tells one from another."""
    with IPRoute() as ip:
        return [
            (
                f"{each.get_attr('RTA_DST')}/{each['dst_len']}",
                *(each.get_attr(f"RTA_{name}") for name in ("PREFSRC", "PRIORITY")),
                *(each[name] for name in ("scope", "type")),
            )
            for each in prefix_routes(ip)
        ]


def drop_prefix_routes() -> None:
    """Remove them."""
    with IPRoute() as ip:
        for each in prefix_routes(ip):
            destination = f"{each.get_attr('RTA_DST')}/{each['dst_len']}"
            ip.route("del", dst=destination, oif=each.get_attr("RTA_OIF"), scope=each["scope"])


def configured(report: Report) -> bool:
    """Everything is there."""
    return not report.missing and not report.failed and ours(report.seen) == {"10.5.0.2/24", "fd00:5::2/64"}


async def until(reports: asyncio.Queue[Report], condition: Callable[[Report], bool]) -> Report:
    """Wait for a report that fulfils a condition."""
    async with asyncio.timeout(10):
        while not condition(report := await reports.get()):
            pass
        return report


def test_an_overrun_is_told_and_heals(inside: Run) -> None:
    """More changes than the socket holds, without a chance to read: the monitor says so and wakes the reader."""

    async def life() -> None:
        changed, heard = asyncio.Event(), list[str]()
        monitor = NetlinkMonitor(changed=changed.set, overrun=lambda: heard.append("overrun"))
        monitor.start(asyncio.get_running_loop())
        with kernel() as linux:
            linux.change_link(linux.read().links[LinkName("lo")].index, LinkChange(up=True))
            for number in range(4000):
                route = Route(destination=ip_network((0x0A000000 + number, 32)), link=LinkIndex(1), priority=1)
                linux.add_route(route)
            async with asyncio.timeout(10):
                await changed.wait()
        monitor.stop(asyncio.get_running_loop())
        assert heard == ["overrun"]

    inside(lambda: asyncio.run(life()))
