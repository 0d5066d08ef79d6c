"""Volumes of a machine on the partitions of a real (loop) disk, named by label."""

import asyncio
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from libtalos.gen.talos.filesystem.v1 import ProvisionDiskRequest
from libtalos.linux import loop
from libtalos.linux.mount import MNT_DETACH, umount2
from libtalos.resources.definitions.volumes import VolumeMount, VolumePhase, VolumeStatus
from tests.contract.filesystem.node import Node, prepared, running
from tests.contract.filesystem.test_volumes import DATA, gone, in_phase, ready, with_init
from tests.integration.filesystem.blank import blank

pytestmark = pytest.mark.root
METAL = {"PLATFORM": "metal"}
SIZE = 310 << 20


@contextmanager
def partitioned(directory: Path, *labels: str) -> Iterator[Path]:
    """A disk with these partitions, each large enough for XFS; all of it is gone at the end."""
    image = directory / f"{'-'.join(labels)}.img"
    if not image.exists():
        with image.open("wb") as file:
            file.truncate(SIZE * len(labels) + (4 << 20))
        lines = "".join(f'size={SIZE >> 10}KiB, name="{label}"\n' for label in labels)
        subprocess.run(["sfdisk", "-q", str(image)], input=f"label: gpt\n{lines}", text=True, check=True)
    with loop.attach(image) as device:
        subprocess.run(["partx", "-a", str(device.path)], check=True)
        try:
            yield device.path
        finally:
            subprocess.run(["partx", "-d", str(device.path)], check=True)


async def sources(node: Node) -> dict[str, str]:
    """What is mounted of each volume."""
    return {each.id: each.spec.source for each in await node.resources.list(VolumeMount)}


async def test_ephemeral_and_state_are_the_partitions_of_that_label(tmp_path: Path) -> None:
    with partitioned(tmp_path, "STATE", "EPHEMERAL") as disk:
        async with prepared(METAL) as node, node.process:
            state, ephemeral = await ready(node, "STATE"), await ready(node, "EPHEMERAL")
            assert (state.location, ephemeral.location) == (f"{disk}p1", f"{disk}p2")
            assert (ephemeral.parent_location, ephemeral.partition_index) == (str(disk), 2)
            assert (ephemeral.size, ephemeral.filesystem) == (SIZE, "xfs")
            assert ephemeral.uuid
            assert ephemeral.partition_uuid
            assert not (node.disks / "EPHEMERAL.img").exists()
            assert (await sources(node))["EPHEMERAL"].endswith(f"{disk}p2")
            await node.in_namespace(lambda: (node.root / "var/file").write_text("kept"))
            await node.process.kill()
            await node.process.start()
            assert (await ready(node, "EPHEMERAL")).uuid == ephemeral.uuid
            assert await node.in_namespace((node.root / "var/file").read_text) == "kept"


async def test_a_disk_that_was_provisioned_has_the_volumes_of_the_next_start(tmp_path: Path) -> None:
    with blank(tmp_path) as disk:
        async with running(METAL) as node:
            assert (await ready(node, "EPHEMERAL")).location == "/system/disks/EPHEMERAL.img"
            request = ProvisionDiskRequest(disk=str(disk.device))
            assert [reply.operation async for reply in node.service.provision_disk(request)]
            assert (await ready(node, "META")).location == str(disk.part(4))
            await node.process.stop()
            await node.in_namespace(lambda: umount2(node.root / "var", MNT_DETACH))
            await node.in_namespace(lambda: umount2(node.root / "system/state"))
            await node.process.start()
            found = {each.id: each.spec for each in await node.resources.list(VolumeStatus)}
            places = {name: found[name].location for name in ("META", "STATE", "EPHEMERAL")}
            assert places == {"META": str(disk.part(4)), "STATE": str(disk.part(5)), "EPHEMERAL": str(disk.part(6))}


async def test_a_user_volume_waits_for_its_partition(tmp_path: Path) -> None:
    async with prepared(METAL) as node, with_init(node) as init:
        init.configure(DATA)
        async with node.process:
            await node.until(VolumeStatus, in_phase("u-data", VolumePhase.MISSING))
            with partitioned(tmp_path, "u-data") as disk:
                data = await ready(node, "u-data")
                assert data.location == f"{disk}p1"
                await node.until(VolumeMount, lambda known: "u-data" in known)
                assert "/var/mnt/data" in await node.targets()
                init.configure()
                await gone(node, "u-data")


async def test_two_partitions_of_a_label_are_a_fault_and_none_is_touched(tmp_path: Path) -> None:
    async with prepared(METAL) as node, with_init(node) as init:
        init.configure(DATA)
        with partitioned(tmp_path, "u-data", "u-data"):
            async with node.process:
                failed = (await node.until(VolumeStatus, in_phase("u-data", VolumePhase.FAILED)))["u-data"]
                assert "several partitions are labelled u-data: /dev/loop" in failed.error_message
                assert failed.pre_fail_phase == "waiting"


async def test_what_another_has_written_on_the_partition_is_not_overwritten(tmp_path: Path) -> None:
    async with prepared(METAL) as node, with_init(node) as init:
        init.configure(DATA)
        with partitioned(tmp_path, "u-data") as disk:
            await asyncio.to_thread(subprocess.run, ["mkfs.ext4", "-q", f"{disk}p1"], check=True)
            async with node.process:
                failed = (await node.until(VolumeStatus, in_phase("u-data", VolumePhase.FAILED)))["u-data"]
                assert (failed.pre_fail_phase, "ext4" in failed.error_message) == ("provisioned", True)
