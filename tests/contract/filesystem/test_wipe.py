"""Wiping over the component's socket: devices on metal, volumes of a container."""

import os
from pathlib import Path

import pytest

from libtalos.bus.errors import FailedPreconditionError, InvalidArgumentError, NotFoundError
from libtalos.gen.talos.filesystem.v1 import (
    WipeDevice,
    WipeDevicesRequest,
    WipeMethod,
    WipeVolumesRequest,
    WriteMetaRequest,
)
from libtalos.linux.mount import mount
from libtalos.resources.definitions.block import DiscoveredVolume
from tests.contract.filesystem.node import Node, running
from tests.integration.filesystem.disks import BLOCKS, attached

pytestmark = pytest.mark.root
METAL = {"PLATFORM": "metal"}


async def wipe(node: Node, *devices: WipeDevice) -> list[tuple[int, int, str]]:
    replies = node.service.wipe_devices(WipeDevicesRequest(devices=list(devices)))
    return [(reply.done, reply.size, reply.step) async for reply in replies]


async def test_a_disk_is_wiped_and_seen_to_be_empty(tmp_path: Path) -> None:
    size = BLOCKS * 512
    with attached(tmp_path) as disk:
        async with running(METAL) as node:
            await node.until(DiscoveredVolume, lambda known: disk.partition.name in known)
            whole = WipeDevice(device=disk.device.name, method=WipeMethod.ZEROES)
            with pytest.raises(FailedPreconditionError, match=f'wipe: blockdevice "{disk.device.name}" is the system'):
                await wipe(node, whole)
            whole.skip_volume_check = True
            steps = await wipe(node, whole)
            assert steps[-1] == (size, size, f"zeroed {disk.device.name}")
            volumes = {each.metadata.id: each.spec for each in await node.resources.list(DiscoveredVolume)}
            assert volumes[disk.device.name].name == ""
            assert disk.partition.name not in volumes
        assert disk.image.read_bytes() == bytes(size)


async def test_what_cannot_be_wiped_is_said(tmp_path: Path) -> None:
    with attached(tmp_path) as disk:
        async with running(METAL) as node:
            with pytest.raises(NotFoundError, match='blockdevice "nothing" not found'):
                await wipe(node, WipeDevice(device="nothing"))
            with pytest.raises(InvalidArgumentError, match="wipe method 9 is not known"):
                await wipe(node, WipeDevice(device=disk.device.name, method=WipeMethod(9)))
            with pytest.raises(InvalidArgumentError, match="no devices to wipe"):
                await wipe(node)
        async with running() as node:
            with pytest.raises(FailedPreconditionError, match="a container has no disks of its own"):
                await wipe(node, WipeDevice(device=disk.device.name))


async def test_partitions_of_the_system_disk_are_wiped_by_label(tmp_path: Path) -> None:
    with attached(tmp_path) as disk:
        async with running(METAL) as node:
            await node.service.write_meta(WriteMetaRequest(key=10, value=b"secret"))
            assert b"secret" in disk.meta()
            with pytest.raises(NotFoundError, match='no volume labelled "WHAT"; there are EFI, META'):
                await node.service.wipe_volumes(WipeVolumesRequest(labels=["META", "WHAT"]))
            await node.service.wipe_volumes(WipeVolumesRequest(labels=["META"], check=True))
            assert b"secret" in disk.meta()
            await node.service.wipe_volumes(WipeVolumesRequest(labels=["META"]))
            assert disk.meta() == bytes(1 << 20)


async def test_a_container_loses_the_volumes_that_are_named_and_no_others() -> None:
    async with running() as node:
        await node.service.write_meta(WriteMetaRequest(key=10, value=b"kept"))
        marker, pod = node.root / "var/marker", node.root / "var/lib/pod"
        await node.in_namespace(marker.touch)
        await node.in_namespace(lambda: pod.mkdir(parents=True))
        await node.in_namespace(lambda: mount("tmpfs", pod, "tmpfs", 0))
        with pytest.raises(NotFoundError, match='"WHAT"; there are EPHEMERAL, META, STATE'):
            await node.service.wipe_volumes(WipeVolumesRequest(labels=["WHAT"], check=True))
        await node.service.wipe_volumes(WipeVolumesRequest(labels=["EPHEMERAL"], check=True))
        assert "/var" in await node.targets()
        done = (await node.service.wipe_volumes(WipeVolumesRequest(labels=["EPHEMERAL"]))).operations
        assert done[0] == "unmount /var/lib/pod"
        assert done[-1] == "remove /system/disks/EPHEMERAL.img"
        assert [each for each in await node.targets() if each.startswith("/var")] == []
        assert sorted(path.name for path in node.disks.glob("*.img")) == ["META.img", "STATE.img"]
        # a restart makes it anew
        await node.process.stop()
        await node.process.start()
        assert "/var" in await node.targets()
        assert not await node.in_namespace(marker.exists)


async def test_a_volume_that_is_in_use_stays() -> None:
    async with running() as node:
        marker = node.root / "var/marker"
        await node.in_namespace(marker.touch)
        held = await node.in_namespace(lambda: os.open(marker, os.O_RDONLY))
        try:
            with pytest.raises(FailedPreconditionError, match=r"/var .*busy: process \d+ \(.*\) uses .*/var/marker"):
                await node.service.wipe_volumes(WipeVolumesRequest(labels=["EPHEMERAL"]))
        finally:
            os.close(held)
        assert "/var" in await node.targets()
        assert await node.in_namespace(marker.exists)


async def test_a_container_loses_everything_if_no_label_is_named() -> None:
    async with running() as node:
        await node.service.write_meta(WriteMetaRequest(key=10, value=b"secret"))
        (node.disks / "other").write_text("kept")
        await node.service.wipe_volumes(WipeVolumesRequest())
        assert [path.name for path in node.disks.iterdir()] == ["other"]
        assert (await node.service.wipe_volumes(WipeVolumesRequest())).operations == []
