"""Volumes over the component's socket: what every node has, what a config asks for, who holds them, and faults."""

import asyncio
import os
import shutil
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from libtalos.bus.errors import BusError, FailedPreconditionError, InvalidArgumentError, NotFoundError
from libtalos.bus.server import Server
from libtalos.gen.talos.filesystem.v1 import MountVolumeRequest, PlanRequest, UnmountVolumeRequest
from libtalos.linux.mount import mount, umount2
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.definitions.volumes import (
    MountRequest,
    VolumeConfig,
    VolumeMount,
    VolumeMountRequest,
    VolumeMountStatus,
    VolumePhase,
    VolumeStatus,
)
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.spec import Kind
from libtalos.resources.store import ResourceStore
from tests.contract.filesystem.node import Node, prepared, running

pytestmark = pytest.mark.root
SYSTEM = {"META", "STATE", "EPHEMERAL", "ETCD", "CRI", "KUBELET", "LOG", "/var/lib", "/var/mnt", "/var/run", "/opt"}
DATA = """\
---
apiVersion: v1alpha1
kind: UserVolumeConfig
name: data
provisioning:
  diskSelector: {match: system_disk}
  minSize: 300MiB
"""
PLAIN = """\
---
apiVersion: v1alpha1
kind: UserVolumeConfig
name: plain
volumeType: directory
"""
CONFIG = "version: v1alpha1\nmachine: {type: worker}\n"
USER = "block.UserVolumeConfigController"


class Init:
    """An init that has a machine config."""

    def __init__(self) -> None:
        self.store = ResourceStore("init", time.time, publishes=(MachineConfigSpec,))

    def configure(self, *volumes: str) -> None:
        """Give the node a config with these documents."""
        self.store.put("v1alpha1", MachineConfigSpec(yaml="".join((CONFIG, *volumes))))


@asynccontextmanager
async def with_init(node: Node) -> AsyncIterator[Init]:
    """Serve what init publishes on the node's bus."""
    init = Init()
    path = node.process.socket.with_name("init.sock")
    path.parent.mkdir(exist_ok=True)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(path))
    listener.listen()
    server = Server([ResourceRpc(init.store)])
    await server.start(listener)
    try:
        yield init
    finally:
        await server.drain(1.0)
        listener.close()


@asynccontextmanager
async def configured(*volumes: str) -> AsyncIterator[tuple[Node, Init]]:
    """A node that runs with these documents in its config."""
    async with prepared() as node, with_init(node) as init:
        init.configure(*volumes)
        async with node.process:
            yield node, init


async def hold(node: Node, volume: str, requester: str = "service/test") -> str:
    return (await node.service.mount_volume(MountVolumeRequest(volume_id=volume, requester=requester))).target


async def release(node: Node, volume: str, requester: str = "service/test") -> None:
    await node.service.unmount_volume(UnmountVolumeRequest(volume_id=volume, requester=requester))


def in_phase(volume: str, phase: VolumePhase) -> Callable[[dict[str, VolumeStatus]], bool]:
    return lambda known: volume in known and known[volume].phase is phase


async def ready(node: Node, volume: str) -> VolumeStatus:
    return (await node.until(VolumeStatus, in_phase(volume, VolumePhase.READY)))[volume]


async def gone(node: Node, volume: str) -> None:
    """Wait until the node knows nothing of a user volume, and has not mounted it."""
    there, bootstrapped, target = False, False, f"/var/mnt/{volume.removeprefix('u-')}"
    async with asyncio.timeout(20):
        async for change in node.resources.watch(VolumeStatus):
            bootstrapped |= change.kind is Kind.BOOTSTRAPPED
            if change.resource is not None and change.resource.id == volume:
                there = change.kind is not Kind.DESTROYED
            if bootstrapped and not there and target not in await node.targets():
                return


async def requesters(node: Node, volume: str) -> tuple[str, ...]:
    return next((each.spec.requesters for each in await node.resources.list(MountRequest) if each.id == volume), ())


async def test_every_node_has_its_system_volumes() -> None:
    async with running() as node:
        states = {each.id: each.spec for each in await node.resources.list(VolumeStatus)}
        assert states.keys() >= SYSTEM
        assert {key for key, state in states.items() if state.phase is not VolumePhase.READY} == {"META"}
        assert states["META"].phase is VolumePhase.MISSING
        ephemeral = states["EPHEMERAL"]
        assert (ephemeral.type, ephemeral.location) == ("partition", "/system/disks/EPHEMERAL.img")
        assert (ephemeral.size, ephemeral.filesystem) == (300 << 20, "xfs")
        assert ephemeral.mount_location.startswith("/dev/loop")
        wanted = {each.id: each.spec for each in await node.resources.list(VolumeConfig)}
        assert wanted.keys() == states.keys()
        etcd = wanted["ETCD"].mount
        assert (etcd.target_path, etcd.parent_id, etcd.file_mode, etcd.uid) == ("/var/lib/etcd", "/var/lib", 0o700, 60)
        assert wanted["/var/run"].symlink.symlink_target_path == "../run"
        mounts = {each.id: each.spec for each in await node.resources.list(VolumeMount)}
        assert mounts.keys() == states.keys() - {"META"}
        assert mounts["EPHEMERAL"].spec.requesters == ("sequencer",)
        assert (await node.service.plan(PlanRequest())).operations == []


async def test_state_lasts_as_the_disks_do() -> None:
    async with running() as node:
        place = node.root / "system/state"
        await node.in_namespace(lambda: (place / "config.yaml").write_text("kept"))
        assert (node.disks / "STATE.img").stat().st_size == 100 << 20
        await node.process.stop()
        await node.in_namespace(lambda: umount2(place))
        await node.process.start()
        assert await node.in_namespace((place / "config.yaml").read_text) == "kept"


async def test_a_config_asks_for_volumes_and_a_removed_one_keeps_its_data() -> None:
    async with configured(DATA, PLAIN) as (node, init):
        data, plain = await ready(node, "u-data"), await ready(node, "u-plain")
        assert (data.type, data.location, data.size) == ("partition", "/system/disks/u-data.img", 300 << 20)
        assert (plain.type, plain.location) == ("directory", "")
        await node.until(VolumeMount, lambda known: {"u-data", "u-plain"} <= known.keys())
        assert "/var/mnt/data" in await node.targets()
        assert await requesters(node, "u-data") == (USER,)
        await node.in_namespace(lambda: (node.root / "var/mnt/data/file").write_text("kept"))
        init.configure(PLAIN)
        await gone(node, "u-data")
        assert "/var/mnt/data" not in await node.targets()
        assert (node.disks / "u-data.img").exists()
        init.configure(DATA, PLAIN)
        await node.until(VolumeMount, lambda known: "u-data" in known)
        assert await node.in_namespace((node.root / "var/mnt/data/file").read_text) == "kept"


async def test_a_volume_that_somebody_holds_is_closed_when_the_last_one_lets_it_go() -> None:
    async with configured(DATA) as (node, init):
        await ready(node, "u-data")
        targets = [await hold(node, "u-data", name) for name in ("service/a", "service/b", "service/a")]
        assert targets == ["/var/mnt/data"] * 3
        assert await requesters(node, "u-data") == (USER, "service/a", "service/b")
        asked = {each.id for each in await node.resources.list(VolumeMountRequest)}
        assert asked >= {f"{USER}-u-data", "service/a-u-data", "service/b-u-data"}
        assert asked >= {each.id for each in await node.resources.list(VolumeMountStatus)} >= {"service/a-u-data"}
        init.configure()
        await node.until(MountRequest, lambda known: "u-data" in known and USER not in known["u-data"].requesters)
        await release(node, "u-data", "service/a")
        assert "/var/mnt/data" in await node.targets()
        await node.process.kill()
        await node.process.start()  # who holds it outlives the component
        await node.until(MountRequest, lambda known: "u-data" in known and known["u-data"].requesters == ("service/b",))
        with pytest.raises(InvalidArgumentError, match="it is not wanted any more"):
            await hold(node, "u-data", "service/c")
        await release(node, "u-data", "service/b")
        await gone(node, "u-data")
        assert "/var/mnt/data" not in await node.targets()


async def test_a_volume_in_use_is_not_taken_away_and_closed_once_it_is_free() -> None:
    async with configured(DATA) as (node, init):
        await node.until(VolumeMount, lambda known: "u-data" in known)
        fd = await node.in_namespace(lambda: os.open(node.root / "var/mnt/data", os.O_RDONLY))
        init.configure()
        failed = (await node.until(VolumeStatus, in_phase("u-data", VolumePhase.FAILED)))["u-data"]
        assert (failed.pre_fail_phase, "busy" in failed.error_message) == ("ready", True)
        os.close(fd)
        await gone(node, "u-data")
        assert "/var/mnt/data" not in await node.targets()


async def test_a_volume_that_was_removed_while_nobody_looked_is_closed() -> None:
    async with configured(DATA) as (node, init):
        await node.until(VolumeMount, lambda known: "u-data" in known)
        await node.process.kill()
        init.configure()
        await node.process.start()
        await gone(node, "u-data")
        assert "/var/mnt/data" not in await node.targets()
        assert (node.disks / "u-data.img").exists()


@pytest.mark.parametrize(
    ("volume", "requester", "error", "message"),
    [
        ("nothing", "service/a", NotFoundError, "volume nothing: there is no volume of that id; there are /"),
        ("META", "service/a", InvalidArgumentError, "it is never mounted"),
        ("EPHEMERAL", "", InvalidArgumentError, "1 to 128 printable characters"),
        ("EPHEMERAL", "a\nb", InvalidArgumentError, "1 to 128 printable characters"),
        ("EPHEMERAL", "sequencer", InvalidArgumentError, "this component's own name"),
    ],
)
async def test_a_request_is_refused_with_the_reason(
    volume: str, requester: str, error: type[BusError], message: str
) -> None:
    async with running() as node:
        with pytest.raises(error, match=message):
            await hold(node, volume, requester)
        with pytest.raises(BusError):
            await release(node, volume, requester)
        assert await requesters(node, "EPHEMERAL") == ("sequencer",)


async def test_a_full_disk_is_told_and_passes() -> None:
    async with configured(DATA) as (node, init):
        await ready(node, "u-data")
        disks = node.root / "system/disks"
        await node.in_namespace(lambda: mount("tmpfs", disks, "tmpfs", 0, "size=1M"))
        init.configure(DATA, DATA.replace("name: data", "name: more"))
        failed = (await node.until(VolumeStatus, in_phase("u-more", VolumePhase.FAILED)))["u-more"]
        assert (failed.pre_fail_phase, failed.error_message) == (
            "missing",
            "1.0 MB are free, and 315 MB are the least that is asked for",
        )
        with pytest.raises(FailedPreconditionError, match=r"volume u-more: .*are free"):
            await hold(node, "u-more")
        assert await requesters(node, "u-more") == (USER,)
        await node.in_namespace(lambda: umount2(disks))
        await ready(node, "u-more")
        assert await hold(node, "u-more") == "/var/mnt/more"


async def test_without_mkfs_the_volume_fails_and_recovers_when_it_is_there(tmp_path: Path) -> None:
    """PATH has a directory that gets mkfs.xfs while the component waits."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("nsenter",):
        (tools / name).symlink_to(shutil.which(name) or name)
    async with prepared({"PATH": str(tools)}) as node:
        starting = asyncio.create_task(node.process.start())
        await asyncio.sleep(0)  # it binds the socket first, and whoever calls waits there
        failed = (await node.until(VolumeStatus, in_phase("EPHEMERAL", VolumePhase.FAILED)))["EPHEMERAL"]
        assert (failed.pre_fail_phase, failed.phase) == ("missing", VolumePhase.FAILED)
        assert "mkfs.xfs is not in PATH: the image needs xfsprogs" in failed.error_message
        (tools / "mkfs.xfs").symlink_to(shutil.which("mkfs.xfs", path="/usr/sbin:/sbin") or "mkfs.xfs")
        await asyncio.wait_for(starting, 40)
        assert (await ready(node, "EPHEMERAL")).error_message == ""
        await node.process.stop()
