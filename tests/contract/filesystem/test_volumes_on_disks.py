"""Volumes of a machine on the partitions of a real (loop) disk, named by label."""

import asyncio
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from libtalos.bus.errors import InvalidArgumentError
from libtalos.gen.talos.filesystem.v1 import PlanVolumesRequest, ProvisionDiskRequest
from libtalos.linux import loop
from libtalos.linux.mount import MNT_DETACH, umount2
from libtalos.resources.definitions.volumes import VolumeMount, VolumePhase, VolumeStatus
from tests.contract.filesystem.node import Node, prepared, running
from tests.contract.filesystem.test_volumes import DATA, gone, in_phase, ready, with_init
from tests.integration.filesystem.blank import blank
from tests.integration.filesystem.disks import forget

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
        forget(device.path)  # what a test that was killed has left on this device
        try:
            subprocess.run(["partx", "-a", str(device.path)], check=True)
            yield device.path
        finally:
            forget(device.path)


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


async def test_a_user_volume_that_no_disk_can_have_waits_for_its_partition(tmp_path: Path) -> None:
    async with prepared(METAL) as node, with_init(node) as init:
        init.configure(DATA)
        async with node.process:
            failed = (await node.until(VolumeStatus, in_phase("u-data", VolumePhase.FAILED)))["u-data"]
            assert failed.pre_fail_phase == "missing"
            assert failed.error_message.startswith(
                "v1alpha1/UserVolumeConfig/data: provisioning.diskSelector.match takes none"
            )
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
                assert (failed.pre_fail_phase, "has extfs, and xfs is asked" in failed.error_message) == (
                    "provisioned",
                    True,
                )


def on(disk: Path, more: str = "") -> str:
    """The document of a volume on that disk."""
    return DATA.replace("match: system_disk", f"match: 'disk.dev_path == \"{disk}\"'") + more


@pytest.mark.parametrize(("more", "name"), [("", "xfs"), ("filesystem: {type: ext4}\n", "extfs")])
async def test_a_user_volume_is_made_on_the_disk_that_its_selector_takes(more: str, name: str, tmp_path: Path) -> None:
    async with prepared(METAL) as node, with_init(node) as init:
        with blank(tmp_path, size=SIZE + (4 << 20)) as disk:
            init.configure(on(disk.device, more))
            async with node.process:
                data = await ready(node, "u-data")
                assert (data.location, data.parent_location) == (str(disk.part(1)), str(disk.device))
                assert (data.filesystem, data.partition_index, data.size) == (name, 1, SIZE + (2 << 20))
                assert disk.labels() == ["u-data"]
                found = (await node.until(VolumeMount, lambda known: "u-data" in known))["u-data"]
                assert (found.target, found.filesystem.value) == ("/var/mnt/data", name.replace("extfs", "ext4"))
                await node.in_namespace(lambda: (node.root / "var/mnt/data/file").write_text("kept"))
                await node.process.kill()
                await node.process.start()
                assert (await ready(node, "u-data")).uuid == data.uuid
                assert await node.in_namespace((node.root / "var/mnt/data/file").read_text) == "kept"
                init.configure()
                await gone(node, "u-data")
                assert disk.labels() == ["u-data"]  # what is in it stays


async def test_what_a_volume_takes_is_told_before_it_is_asked_for(tmp_path: Path) -> None:
    async with running(METAL) as node:
        with blank(tmp_path, size=SIZE + (4 << 20)) as disk:
            (found,) = (await node.service.plan_volumes(PlanVolumesRequest(config=on(disk.device)))).volumes
            assert (found.id, found.type, found.location, found.error) == ("u-data", "partition", "", "")
            assert found.target == "/var/mnt/data"
            assert [operation.partition(" ")[0] for operation in found.operations] == (
                ["write", "erase", "add", "tell", "make", "mount"]
            )
            (missing,) = (await node.service.plan_volumes(PlanVolumesRequest(config=DATA))).volumes
            assert "takes none of the disks" in missing.error
            with pytest.raises(InvalidArgumentError, match="unknown keys"):
                await node.service.plan_volumes(PlanVolumesRequest(config=DATA + "what: 1\n"))
            assert (await node.service.plan_volumes(PlanVolumesRequest())).volumes == []
            assert disk.read(0, 8192) == bytes(8192)


async def test_a_user_volume_may_be_a_whole_disk(tmp_path: Path) -> None:
    async with prepared(METAL) as node, with_init(node) as init:
        with blank(tmp_path, size=SIZE) as disk:
            init.configure(on(disk.device, "volumeType: disk\n").replace("  minSize: 300MiB\n", ""))
            async with node.process:
                data = await ready(node, "u-data")
                assert (data.type, data.location, data.size) == ("disk", str(disk.device), SIZE)
                await node.until(VolumeMount, lambda known: "u-data" in known)
                init.configure()
                await gone(node, "u-data")


async def test_a_selector_that_makes_no_sense_is_told_with_its_document(tmp_path: Path) -> None:
    async with prepared(METAL) as node, with_init(node) as init:
        init.configure(DATA.replace("system_disk", "disk.sizes == 1u"))
        async with node.process:
            failed = (await node.until(VolumeStatus, in_phase("u-data", VolumePhase.FAILED)))["u-data"]
            told = "v1alpha1/UserVolumeConfig/data: provisioning.diskSelector.match: 'disk.sizes == 1u': no such member"
            assert failed.error_message.startswith(told)
