"""Synchronization as the node sees it: on, off, waiting, and told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

import pytest
import structlog
from structlog.testing import capture_logs

from libtalos.config.network import TimeSection
from libtalos.config.schema import Machine
from libtalos.config.written import Duration
from libtalos.resources.definitions.time import AdjtimeStatus, TimeStatus
from libtalos.resources.store import ResourceStore
from services.network.layers.configuration.section import read_section
from services.network.machineconfig import read_config
from services.network.timeresources import PUBLISHES, TimePublisher
from services.network.timesync.sample import Sample
from services.network.timesync.settings import TimeSettings, read_time
from services.network.timesync.timesync import Status, TimeSync
from tests.unit.services.network.timesync.fakes import FakeClock

ON = TimeSettings()


class FakeSyncer:
    """Is in sync once it is told to be."""

    def __init__(self, lab: Lab, jumped: Callable[[], None]) -> None:
        self.lab, self.jumped = lab, jumped
        self.synced = False
        self.complaint = ""
        self.servers: list[str] = []

    def use(self, servers: Sequence[str]) -> bool:
        """Take."""
        new = list(servers) != self.servers
        self.servers = list(servers)
        return new

    async def poll(self) -> float:
        """Do as told."""
        self.lab.polls.append(list(self.servers))
        self.synced, self.complaint = self.lab.synced, self.lab.complaint
        return self.lab.pause


class Lab:
    """Everything around the synchronization."""

    def __init__(self, *, forbidden: str = "", patience: float = 60.0) -> None:
        self.synced, self.complaint, self.pause = False, "", 60.0
        self.polls: list[list[str]] = []
        self.statuses: asyncio.Queue[Status] = asyncio.Queue()
        self.measured = asyncio.Event()
        self.syncers: list[FakeSyncer] = []
        self.timesync = TimeSync(
            make_syncer=self.make,
            questioner=self,
            clock=asyncio.get_running_loop().time,
            forbidden=forbidden,
            patience=patience,
            changed=self.statuses.put_nowait,
            polled=self.measured.set,
            log=structlog.stdlib.get_logger(),
        )

    async def measure(self, server: str) -> Sample:
        """Answer for any server."""
        return Sample(server=server, offset=1.0, delay=0.1)

    def make(self, jumped: Callable[[], None]) -> FakeSyncer:
        """Make the one."""
        self.syncers.append(FakeSyncer(self, jumped))
        return self.syncers[-1]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Run."""
        task = asyncio.create_task(self.timesync.run())
        try:
            async with asyncio.timeout(5):
                yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def until(self, condition: Callable[[Status], bool]) -> Status:
        """Wait for a status."""
        while not condition(status := await self.statuses.get()):
            pass
        return status


async def test_before_the_config_is_known_nothing_is_in_sync() -> None:
    lab = Lab()
    async with lab.running():
        assert await lab.statuses.get() == Status(reason="the machine config is not known yet")
    assert lab.syncers == []


async def test_a_container_needs_not_wait_and_asks_nobody() -> None:
    lab = Lab(forbidden="a container has the clock of its host")
    async with lab.running():
        lab.timesync.want(ON, ["a"])
        status = await lab.until(lambda each: each.synced)
    assert status == Status(synced=True, disabled=True, reason="a container has the clock of its host")
    assert lab.syncers == []


async def test_it_can_be_switched_off_and_on() -> None:
    lab = Lab()
    lab.synced = True
    async with lab.running():
        lab.timesync.want(TimeSettings(enabled=False), ["a"])
        assert (await lab.until(lambda each: each.synced)).disabled
        lab.timesync.want(ON, ["a"])
        assert not (await lab.until(lambda each: each.synced and not each.disabled)).reason
        assert lab.polls == [["a"]]
        lab.timesync.want(TimeSettings(enabled=False), ["a"])
        assert (await lab.until(lambda each: each.disabled)).synced
    assert len(lab.syncers) == 1


async def test_other_servers_are_asked_at_once_and_the_same_ones_when_it_is_time() -> None:
    lab = Lab()
    lab.synced = True
    async with lab.running():
        lab.timesync.want(ON, ["a"])
        await lab.measured.wait()
        lab.measured.clear()
        lab.pause = 0.001
        lab.timesync.want(ON, ["b"])
        while len(lab.polls) < 4:
            lab.measured.clear()
            await lab.measured.wait()
    assert lab.polls[:4] == [["a"], ["b"], ["b"], ["b"]]


async def test_long_steps_begin_an_epoch() -> None:
    lab = Lab()
    lab.synced, lab.pause = True, 0.001
    async with lab.running():
        lab.timesync.want(ON, ["a"])
        assert (await lab.until(lambda each: each.synced)).epoch == 0
        lab.syncers[0].jumped()
        assert (await lab.until(lambda each: each.epoch == 1)).synced


async def test_waiting_is_told_after_a_while_with_the_reason() -> None:
    lab = Lab(patience=0.01)
    lab.complaint = "a: no answer"
    with capture_logs() as logs:
        async with lab.running():
            lab.timesync.want(ON, ["a"])
            await lab.until(lambda each: each.reason == "a: no answer")
            await asyncio.sleep(0.05)
    assert [(each["event"], each["reason"]) for each in logs] == [
        ("etcd and the kubelet wait for the clock to be in sync", "a: no answer")
    ]
    assert not lab.timesync.status().synced


async def test_nothing_waits_longer_than_the_boot_timeout() -> None:
    lab = Lab()
    lab.complaint = "a: no answer"
    with capture_logs() as logs:
        async with lab.running():
            lab.timesync.want(TimeSettings(boot_timeout=0.01), ["a"])
            status = await lab.until(lambda each: each.synced)
    assert status == Status(synced=True, reason="a: no answer")
    assert [each["event"] for each in logs] == ["no longer waiting for the clock to be in sync"]


async def test_a_server_can_be_asked_while_the_clock_is_somebody_else_s() -> None:
    lab = Lab(forbidden="a container has the clock of its host")
    with pytest.raises(LookupError, match="no time servers"):
        await lab.timesync.measure()
    assert (await lab.timesync.measure("b")).server == "b"
    lab.timesync.want(ON, ["a", "c"])
    assert (await lab.timesync.measure()).server == "a"


def test_what_the_config_says() -> None:
    assert read_time(None) == TimeSettings()
    section = TimeSection(disabled=True, servers=("a", "b"), boot_timeout=Duration(90 * 10**9))
    assert read_time(section) == TimeSettings(enabled=False, boot_timeout=90.0)
    assert read_time(TimeSection(boot_timeout=Duration(0))).boot_timeout is None
    settings = read_section(Machine(time=section))
    assert settings.time == read_time(section)
    assert settings.contribution.time_servers is not None
    assert settings.contribution.time_servers.servers == ("a", "b")
    assert read_section(Machine()).contribution.time_servers is None


DOCUMENT = """\
apiVersion: v1alpha1
kind: TimeSyncConfig
bootTimeout: 2m
ntp: {servers: [a]}
"""


def test_a_document_says_the_same() -> None:
    settings = read_config(DOCUMENT).network
    assert settings.time == TimeSettings(boot_timeout=120.0)
    assert settings.contribution.time_servers is not None
    assert settings.contribution.time_servers.servers == ("a",)
    off = read_config(DOCUMENT.replace("bootTimeout: 2m", "enabled: false")).network
    assert not off.time.enabled
    clocks = read_config(DOCUMENT.replace("ntp: {servers: [a]}", "ptp: {devices: [/dev/ptp0]}")).network
    assert [each.where for each in clocks.problems] == ["TimeSyncConfig ptp"]


def test_what_is_published() -> None:
    clock, store = FakeClock(), ResourceStore("network", lambda: 0.0, publishes=PUBLISHES)
    publisher = TimePublisher(store=store, clock=clock, log=structlog.stdlib.get_logger())
    with capture_logs() as logs:
        publisher.status(Status(synced=True, epoch=2, disabled=True, reason="a container"))
        publisher.adjustment()
        clock.refused = OSError("no")
        publisher.adjustment()
    assert store.get(TimeStatus, "node").spec == TimeStatus(synced=True, epoch=2, sync_disabled=True)
    found = store.get(AdjtimeStatus, "node").spec
    assert (found.offset, found.status, found.sync_status) == ("1.5ms", "STA_PLL | STA_NANO", True)
    assert [each["event"] for each in logs] == ["the clock is not set by this node", "the clock's state cannot be read"]
