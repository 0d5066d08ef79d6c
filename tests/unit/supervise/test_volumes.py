"""Volumes of a service: asked for before it starts, until they are mounted, and let go when it is down."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import cast

import pytest
import pytest_asyncio
import structlog
from structlog.testing import capture_logs

from libtalos.bus.channel import Channel
from libtalos.bus.errors import FailedPreconditionError, NotFoundError
from libtalos.gen.talos.filesystem.v1 import (
    FilesystemServiceStub,
    MountVolumeRequest,
    MountVolumeResponse,
    UnmountVolumeRequest,
    UnmountVolumeResponse,
)
from libtalos.supervise.gate import Gate, InOrder
from libtalos.supervise.status import HealthStatus, ServiceEvent, ServiceId, ServiceState, ServiceStatus
from libtalos.supervise.volumes import HeldVolumes


class Filesystem:
    """Notes who asks for what; volumes in `failed` are not mounted."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.failed = {"ETCD"}
        self.pauses = asyncio.Queue[None]()
        self.paused = asyncio.Event()

    def stub(self, _kind: type[FilesystemServiceStub]) -> "Filesystem":
        return self

    async def mount_volume(self, message: MountVolumeRequest) -> MountVolumeResponse:
        if message.volume_id in self.failed:
            raise FailedPreconditionError(f"{message.volume_id} has failed")
        self.told.append(f"+{message.requester} {message.volume_id}")
        return MountVolumeResponse()

    async def unmount_volume(self, message: UnmountVolumeRequest) -> UnmountVolumeResponse:
        if f"+{message.requester} {message.volume_id}" not in self.told:
            raise NotFoundError("nobody asked")
        self.told.append(f"-{message.requester} {message.volume_id}")
        return UnmountVolumeResponse()

    async def wait(self) -> None:
        """Pause until the test says so."""
        self.paused.set()
        await self.pauses.get()

    def succeeded(self) -> None:
        """Nothing."""


@pytest_asyncio.fixture
async def filesystem() -> AsyncIterator[Filesystem]:
    yield Filesystem()


def held(filesystem: Filesystem) -> HeldVolumes:
    channel = cast("Channel", filesystem)
    return HeldVolumes(
        channel=channel,
        service=ServiceId("etcd"),
        volumes=("/var/lib", "ETCD"),
        backoff=filesystem,
        log=structlog.get_logger(),
    )


def event(volumes: HeldVolumes, state: ServiceState, service: str = "etcd") -> None:
    """Tell of a state of a service."""
    status = ServiceStatus(ServiceId(service), state, HealthStatus(), (), None, 0, (), checked=False)
    volumes(status, ServiceEvent(state, "", datetime.now(UTC)))


async def test_a_service_waits_for_the_volumes_that_are_not_mounted_yet(filesystem: Filesystem) -> None:
    volumes = held(filesystem)
    assert volumes.describe() == "volume /var/lib to be mounted, volume ETCD to be mounted"
    with capture_logs() as logs:
        waiting = asyncio.create_task(volumes.wait())
        await filesystem.paused.wait()
        assert volumes.describe() == "volume ETCD to be mounted"
        filesystem.failed.clear()
        filesystem.pauses.put_nowait(None)
        await waiting
    assert volumes.describe() == ""
    assert filesystem.told == ["+service/etcd /var/lib", "+service/etcd ETCD"]
    assert [each["error"] for each in logs] == ["ETCD has failed"]


@pytest.mark.parametrize("state", [ServiceState.FINISHED, ServiceState.FAILED])
async def test_they_are_let_go_when_it_is_down(filesystem: Filesystem, state: ServiceState) -> None:
    filesystem.failed.clear()
    volumes = held(filesystem)
    await volumes.wait()
    event(volumes, ServiceState.RUNNING)
    event(volumes, state, "another")
    await volumes.released()
    assert len(filesystem.told) == 2
    event(volumes, state)
    await volumes.released()
    assert filesystem.told[2:] == ["-service/etcd ETCD", "-service/etcd /var/lib"]


async def test_a_restart_holds_them_again_after_it_has_let_them_go(filesystem: Filesystem) -> None:
    filesystem.failed.clear()
    volumes = held(filesystem)
    await volumes.wait()
    event(volumes, ServiceState.FINISHED)
    await volumes.wait()
    assert [told[0] for told in filesystem.told] == ["+", "+", "-", "-", "+", "+"]


async def test_what_cannot_be_let_go_keeps_nobody(filesystem: Filesystem) -> None:
    volumes = held(filesystem)
    event(volumes, ServiceState.FINISHED)
    await volumes.released()
    assert filesystem.told == []


async def test_conditions_are_waited_for_and_told_in_their_order() -> None:
    first, second = Gate(), Gate()
    both = InOrder(first, second)
    first.set(("a",))
    second.set(("b", "c"))
    assert both.describe() == "a"
    waiting = asyncio.create_task(both.wait())
    first.set(())
    await asyncio.sleep(0)
    assert both.describe() == "b, c"
    assert not waiting.done()
    second.set(())
    await waiting
    assert both.describe() == ""
