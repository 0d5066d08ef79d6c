"""The network component's domain as its process composes it, in the namespace of whoever makes it.

    python -m tests.integration.network.operators.node DIRECTORY

runs one for ever, with DHCP on eth0: something that can be killed.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from random import SystemRandom

from libtalos.resources.backoff import BackoffPolicy
from services.network.ethtool import Ethtool
from services.network.kernel import LinuxKernel
from services.network.layers import Contribution, DhcpOptions, Layer, LinkSpec, OperatorSpec
from services.network.layers.configuration import Settings
from services.network.layers.words import OperatorKind
from services.network.memory import Memory, MemoryFile
from services.network.monitor import NetlinkMonitor
from services.network.netlink import NetlinkSocket
from services.network.operators.making import SessionMaker
from services.network.operators.memory import LeaseFiles
from services.network.operators.ra.listener import AdvertisementListener, solicit
from services.network.operators.ra.routers import Routers
from services.network.operators.running import Operators, Told
from services.network.reconcile import Reconciler, Report
from services.network.state import LinkName, Seen

ETH0 = LinkName("eth0")
DHCP4 = OperatorSpec(kind=OperatorKind.DHCP4, link=ETH0, dhcp=DhcpOptions())
DHCP6 = OperatorSpec(kind=OperatorKind.DHCP6, link=ETH0, dhcp=DhcpOptions())


def settings(*operators: OperatorSpec) -> Settings:
    """A config with eth0 up, and these on it."""
    link = LinkSpec(name=ETH0, up=True, where="the test")
    return Settings(contribution=Contribution(layer=Layer.CONFIGURATION, links=(link,), operators=operators))


class Node:
    """What runs; ahead is how far its clock is ahead of the world's, in seconds."""

    def __init__(self, directory: Path, kernel: LinuxKernel) -> None:
        self.kernel = kernel
        self.ahead = 0.0
        self.report: Report | None = None
        self.told: dict[str, Told] = {}
        self.moved = asyncio.Event()
        file = MemoryFile(directory / "memory.json")
        self.reconciler = Reconciler(
            kernel=kernel,
            memory=file.load() or Memory(),
            memories=file,
            identity=lambda: "",
            report=self._take,
            retry=BackoffPolicy(first=0.2, limit=30.0),
            runs=(OperatorKind.DHCP4, OperatorKind.DHCP6),
            operate=lambda specs, seen: self.operators.want(specs, seen),  # noqa: PLW0108 - made below
        )
        self.operators = Operators(
            maker=SessionMaker(memory=LeaseFiles(directory / "leases"), random=SystemRandom()),
            routers=Routers(),
            solicit=solicit,
            clock=lambda: time.monotonic() + self.ahead,
            contribute=self.reconciler.contribute,
            tell=self._hear,
        )

    @property
    def seen(self) -> Seen:
        """The kernel's state."""
        return self.kernel.read()

    def addresses(self, version: int = 4) -> set[str]:
        """The addresses of eth0 that others can reach."""
        seen = self.seen
        return {
            str(each.interface)
            for each in seen.addresses
            if seen.name(each.link) == ETH0
            and each.interface.version == version
            and not each.interface.ip.is_link_local
        }

    def routes(self) -> set[tuple[str, str, int]]:
        """The routes over eth0 that this component made: destination, gateway, metric."""
        seen = self.seen
        return {
            (str(each.destination), str(each.gateway or ""), each.priority)
            for each in seen.routes
            if seen.name(each.link) == ETH0 and each.protocol == 4
        }

    def state(self, key: str = "dhcp4/eth0") -> str:
        """What an operator does; empty if there is none."""
        return self.told[key].status.state if key in self.told else ""

    def error(self, key: str = "dhcp4/eth0") -> str:
        """What went wrong last."""
        return self.told[key].status.error if key in self.told else ""

    async def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until a condition holds, looking after every change."""
        try:
            async with asyncio.timeout(20):
                while not condition():
                    self.moved.clear()
                    await self.moved.wait()
        except TimeoutError:
            raise AssertionError(f"not {what}: {self.told}") from None

    def skip(self, seconds: float) -> None:
        """Move the clock."""
        self.ahead += seconds
        self.reconciler.wake()

    def _take(self, report: Report) -> None:
        self.report = report
        self.moved.set()

    def _hear(self, told: Mapping[str, Told]) -> None:
        self.told = dict(told)
        self.moved.set()


@asynccontextmanager
async def running(directory: Path, wants: Settings | None) -> AsyncIterator[Node]:
    """Run a node with a config, in the namespace of the thread; the network stays as it is at the end."""
    loop = asyncio.get_running_loop()
    async with AsyncExitStack() as ending:
        netlink, ethtool = NetlinkSocket(), Ethtool()
        ending.callback(netlink.close)
        ending.callback(ethtool.close)
        node = Node(directory, LinuxKernel(netlink=netlink, ethtool=ethtool))
        for monitor in (
            NetlinkMonitor(changed=node.reconciler.wake, overrun=lambda: None),
            AdvertisementListener(node.operators.hear),
        ):
            monitor.start(loop)
            ending.callback(monitor.stop, loop)
        if wants is not None:
            node.reconciler.want(wants)
        tasks = [asyncio.create_task(each()) for each in (node.reconciler.run, node.operators.run)]
        ending.push_async_callback(asyncio.wait, tasks)
        for task in tasks:
            ending.callback(task.cancel)
        yield node
        for task in tasks:
            if task.done():
                task.result()


async def main(directory: Path) -> None:
    """Run for ever; the first line that is printed says that there is an address."""
    async with running(directory, settings(DHCP4)) as node:
        await node.until(lambda: bool(node.addresses()), "an address")
        print(*node.addresses(), flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
