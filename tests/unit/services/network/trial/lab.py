"""A reconciler on a kernel in memory, and trials before it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_interface

import structlog

from services.network.machineconfig import Config, read_config
from services.network.memory import Memory
from services.network.operations import AddAddress
from services.network.reconcile import Reconciler, Report
from services.network.state import LinkIndex
from services.network.trial.held import Held
from services.network.trial.trials import Told, Trials
from tests.unit.services.network.fakes import FakeKernel, FakeMemories, NoFirewall, link

CONFIG = """\
version: v1alpha1
machine:
  type: worker
  network:
    hostname: node
    interfaces:
      - interface: eth0
        addresses: [10.5.0.2/24]
"""
# the address under which the node is managed goes
CUT = CONFIG.replace("10.5.0.2/24", "192.0.2.2/24")
MANAGEMENT, OTHER = "10.5.0.2/24", "192.0.2.2/24"


class FakeFiles:
    """Remembers what holds; error is raised instead."""

    def __init__(self, held: Held | None = None) -> None:
        self.held = held
        self.error: OSError | None = None

    def load(self) -> Held | None:
        """What was saved last."""
        return self.held

    def save(self, held: Held | None) -> None:
        """Keep it."""
        if self.error is not None:
            raise self.error
        self.held = held


class NoPause:
    """Waits for nothing."""

    def pause(self, failures: int) -> float:
        """No wait."""
        return 0.0 * failures


class Lab:
    """The parts; now is what the clock says."""

    def __init__(self, config: str | None = CONFIG, *, files: FakeFiles | None = None) -> None:
        self.kernel = FakeKernel()
        self.kernel.plug(link("eth0", 2, up=True))
        self.memories = FakeMemories()
        self.firewall = NoFirewall()
        self.files = files or FakeFiles()
        self.told: list[Told] = []
        self._news = asyncio.Event()
        self.reports: list[Report] = []
        self.now = 100.0
        self.reconciler = Reconciler(
            kernel=self.kernel,
            memory=Memory(),
            memories=self.memories,
            identity=lambda: "",
            report=self.reports.append,
            retry=NoPause(),
        )
        self.trials = Trials(
            network=self.reconciler,
            firewall=self.firewall,
            use=self._use,
            files=self.files,
            tell=self._hear,
            clock=lambda: self.now,
            log=structlog.stdlib.get_logger(),
        )
        if config is not None:
            self.configure(config)

    def configure(self, config: str) -> None:
        """Take a machine config of init's."""
        self.trials.want(read_config(config))
        self.reconciler.apply()

    def _use(self, config: Config) -> None:
        self.reconciler.want(config.network)
        self.firewall.want(config.firewall)

    def _hear(self, told: Told) -> None:
        self.told.append(told)
        self._news.set()

    def add(self, address: str) -> None:
        """Somebody adds an address to eth0."""
        AddAddress(link=self.kernel.links["eth0"], interface=ip_interface(address), scope=0).execute(self.kernel)

    @property
    def addresses(self) -> set[str]:
        """The addresses of eth0."""
        return {str(each.interface) for each in self.kernel.addresses if each.link == LinkIndex(2)}

    @property
    def actions(self) -> list[str]:
        """What was told, in order."""
        return [each.action for each in self.told]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Let time pass for trials."""
        task = asyncio.create_task(self.trials.run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def until_told(self, action: str) -> None:
        """Let the loop go round until something is told."""
        async with asyncio.timeout(5):
            while action not in self.actions:
                self._news.clear()
                await self._news.wait()
