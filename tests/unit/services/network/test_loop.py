"""The reconcile loop: coalesced, driven by events, and trying again what failed."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from ipaddress import ip_interface
from typing import Any

import pytest
from msgspec.structs import replace

from services.network.layers import AddressSpec, Contribution, DhcpOptions, HostnameSpec, Layer, LinkSpec, OperatorSpec
from services.network.layers.configuration import Settings
from services.network.layers.platform import Platform
from services.network.layers.words import OperatorKind
from services.network.memory import Memory
from services.network.problem import Problem
from services.network.reconcile import Reconciler, Report
from services.network.state import IFA_F_DADFAILED, Address, LinkIndex, LinkName
from tests.unit.services.network.fakes import FakeKernel, FakeMemories, link

ETH0 = LinkName("eth0")
SETTINGS = Settings(
    contribution=Contribution(
        layer=Layer.CONFIGURATION,
        links=(LinkSpec(name=ETH0, up=True, where="machine.network.interfaces[0]"),),
        addresses=(AddressSpec(link=ETH0, address=ip_interface("10.5.0.2/24")),),
        hostname=HostnameSpec(hostname="node"),
    ),
    problems=(Problem(where="machine.network.nameservers[0]", text="is not an address"),),
)


class Pauses:
    """Waits for nothing, and counts."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def pause(self, failures: int) -> float:
        """No wait."""
        self.asked.append(failures)
        return 0.0


class Lab:
    """A reconciler with everything around it."""

    def __init__(self, kernel: FakeKernel, *, container: bool = True, runs: tuple[OperatorKind, ...] = ()) -> None:
        self.kernel = kernel
        self.memories = FakeMemories()
        self.pauses = Pauses()
        self.reports: asyncio.Queue[Report] = asyncio.Queue()
        self.reconciler = Reconciler(
            kernel=kernel,
            memory=Memory(platform=Platform(hostname=HostnameSpec(hostname="container"))),
            memories=self.memories,
            identity=lambda: "",
            report=self.reports.put_nowait,
            retry=self.pauses,
            container=container,
            runs=runs,
        )

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Run the loop."""
        task = asyncio.create_task(self.reconciler.run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def until(self, condition: Callable[[Report], bool]) -> Report:
        """Wait for a report that fulfils a condition."""
        async with asyncio.timeout(5):
            while True:
                report = await self.reports.get()
                if condition(report):
                    return report


async def test_before_the_config_is_known_only_loopback_is_touched() -> None:
    lab = Lab(FakeKernel(hostname="old"))
    async with lab.running():
        report = await lab.until(lambda each: True)
    assert not report.settled
    assert lab.kernel.links["lo"].up
    assert lab.kernel.hostname == "old"


async def test_many_changes_are_one_reconcile() -> None:
    lab = Lab(FakeKernel())
    async with lab.running():
        for _ in range(100):
            lab.reconciler.wake()
        lab.reconciler.want(SETTINGS)
        report = await lab.until(lambda each: True)
        assert report.settled
        for _ in range(10):
            await asyncio.sleep(0)
    assert lab.reports.empty()


async def test_what_fails_is_tried_again_with_growing_patience() -> None:
    lab = Lab(FakeKernel(broken={"set_hostname": errno.EPERM}))
    lab.reconciler.want(SETTINGS)
    async with lab.running():
        for _ in range(3):
            report = await lab.until(lambda each: True)
            assert [each.error for each in report.failed] == ["Operation not permitted"]
        lab.kernel.broken.clear()
        await lab.until(lambda each: not each.failed)
    assert lab.kernel.hostname == "node"
    assert lab.pauses.asked[:3] == [0, 1, 2]


async def test_tables_that_change_too_fast_are_read_again() -> None:
    lab = Lab(FakeKernel(broken={"read": errno.EAGAIN}))
    lab.reconciler.want(SETTINGS)
    async with lab.running():
        for _ in range(3):
            await asyncio.sleep(0)
        lab.kernel.broken.clear()
        await lab.until(lambda each: each.settled)


async def test_a_memory_that_cannot_be_kept_is_a_problem_and_no_fault() -> None:
    lab = Lab(FakeKernel())
    lab.memories.error = OSError(errno.EROFS, "Read-only file system")
    lab.reconciler.want(SETTINGS)
    lab.reconciler.apply()
    (_, problem) = lab.reconciler.apply().problems
    assert "Read-only file system" in problem.text
    assert lab.kernel.hostname == "node"


async def test_the_memory_has_what_is_ours_and_the_name_before() -> None:
    lab = Lab(FakeKernel())
    lab.kernel.plug(link("eth0", 2))
    lab.reconciler.want(SETTINGS)
    lab.reconciler.apply()
    assert lab.memories.saved is not None
    assert ("eth0", "10.5.0.2/24") in lab.memories.saved.ledger.addresses
    assert lab.memories.saved.platform.hostname == HostnameSpec(hostname="container")


async def test_an_address_that_somebody_else_has_is_told_and_does_not_name_the_node() -> None:
    lab = Lab(FakeKernel())
    lab.kernel.plug(link("eth0", 2, up=True))
    duplicate = Address(link=LinkIndex(2), interface=ip_interface("fd00::2/64"), flags=IFA_F_DADFAILED)
    lab.kernel.addresses.append(duplicate)
    report = lab.reconciler.apply()
    assert [each.where for each in report.problems] == ["address fd00::2/64 of eth0"]
    assert report.addresses.current == ()


LEASE = Contribution(
    layer=Layer.OPERATOR,
    source="dhcp4/eth0",
    addresses=(AddressSpec(link=ETH0, address=ip_interface("10.9.0.7/24")),),
    hostname=HostnameSpec(hostname="leased"),
)


def has(kernel: FakeKernel, address: str) -> bool:
    """Whether some link has an address."""
    return any(str(each.interface) == address for each in kernel.addresses)


async def test_what_an_operator_finds_out_holds_until_it_takes_it_back() -> None:
    lab = Lab(FakeKernel())
    lab.kernel.plug(link("eth0", 2))
    lab.reconciler.want(Settings())
    lab.reconciler.contribute("dhcp4/eth0", LEASE)
    async with lab.running():
        await lab.until(lambda each: has(lab.kernel, "10.9.0.7/24"))
        assert lab.kernel.hostname == "leased", "an operator's word is above the platform's"
        lab.reconciler.want(SETTINGS)
        await lab.until(lambda each: lab.kernel.hostname == "node")
        assert has(lab.kernel, "10.9.0.7/24"), "a lease stands beside the addresses of the config"
        lab.reconciler.contribute("dhcp4/eth0", None)
        await lab.until(lambda each: not has(lab.kernel, "10.9.0.7/24"))
    assert has(lab.kernel, "10.5.0.2/24")


async def test_a_lease_that_is_told_again_unchanged_is_no_reason_to_reconcile() -> None:
    lab = Lab(FakeKernel())
    lab.reconciler.contribute("dhcp4/eth0", LEASE)
    async with lab.running():
        await lab.until(lambda each: True)
        lab.reconciler.contribute("dhcp4/eth0", LEASE)
        lab.reconciler.contribute("dhcp6/eth0", None)
        for _ in range(10):
            await asyncio.sleep(0)
    assert lab.reports.empty()


@pytest.mark.parametrize("wrong", [{"layer": Layer.CONFIGURATION}, {"source": "dhcp4/eth1"}])
def test_an_operator_speaks_for_itself_only(wrong: dict[str, Any]) -> None:
    lab = Lab(FakeKernel())
    with pytest.raises(ValueError, match="operator dhcp4/eth0 says something of"):
        lab.reconciler.contribute("dhcp4/eth0", replace(LEASE, **wrong))


def dhcp_on(name: str) -> Settings:
    """A config that asks for DHCP on a link."""
    spec = OperatorSpec(kind=OperatorKind.DHCP4, link=LinkName(name), dhcp=DhcpOptions())
    return Settings(contribution=Contribution(layer=Layer.CONFIGURATION, operators=(spec,)))


async def test_an_operator_that_this_program_cannot_run_is_a_problem() -> None:
    lab = Lab(FakeKernel())
    lab.reconciler.want(dhcp_on("eth0"))
    (problem,) = lab.reconciler.apply().problems
    assert str(problem) == "operator dhcp4/eth0: dhcp4 is not supported by this version: give addresses and routes"
    able = Lab(FakeKernel(), runs=(OperatorKind.DHCP4,))
    able.reconciler.want(dhcp_on("eth0"))
    assert able.reconciler.apply().problems == ()


async def test_cards_that_nobody_speaks_of_come_up_and_ask_by_dhcp_but_not_in_a_container() -> None:
    """Nor those that the config tells to ignore, nor links that the kernel makes up."""
    links = {name: link(name, number) for number, name in enumerate(("lo", "eth0", "eth1", "eth2"), start=1)}
    links["lo"] = replace(links["lo"], type=772)
    links["veth0"] = replace(link("veth0", 9), kind="veth")
    settings = replace(SETTINGS, ignored=frozenset({LinkName("eth2")}), problems=())
    up: dict[bool, set[str]] = {}
    for container in (True, False):
        lab = Lab(FakeKernel(links=dict(links)), container=container, runs=(OperatorKind.DHCP4,))
        lab.reconciler.want(settings)
        report = lab.reconciler.apply()
        up[container] = {each.name for each in lab.kernel.links.values() if each.up}
        assert list(report.merged.operators) == ([] if container else ["dhcp4/eth1"])
    assert up == {True: {"lo", "eth0"}, False: {"lo", "eth0", "eth1"}}
