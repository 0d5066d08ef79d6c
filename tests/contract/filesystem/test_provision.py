"""A disk becomes the node's over the component's socket."""

import asyncio
from pathlib import Path

import pytest

from libtalos.bus.errors import FailedPreconditionError, NotFoundError
from libtalos.gen.talos.filesystem.v1 import (
    PlanDiskRequest,
    PlanDiskResponse,
    ProvisionDiskRequest,
    ReadMetaRequest,
    WriteMetaRequest,
)
from libtalos.resources.definitions.block import DiscoveredVolume, SystemDisk
from libtalos.resources.definitions.runtime import MachineConfigSpec
from tests.contract.filesystem.config import init
from tests.contract.filesystem.node import Node, running
from tests.integration.filesystem.blank import LABELS, Blank, blank

pytestmark = pytest.mark.root
METAL = {"PLATFORM": "metal"}


async def plan(node: Node, disk: str, *, force: bool = False) -> PlanDiskResponse:
    return await node.service.plan_disk(PlanDiskRequest(disk=disk, force=force))


async def provision(node: Node, disk: str, *, force: bool = False) -> list[str]:
    request = ProvisionDiskRequest(disk=disk, force=force)
    return [reply.operation async for reply in node.service.provision_disk(request)]


async def test_what_was_planned_is_done_and_seen(tmp_path: Path) -> None:
    with blank(tmp_path) as disk:
        async with running(METAL) as node:
            planned = await plan(node, str(disk.device))
            assert planned.disk == str(disk.device)
            assert [part.label for part in planned.partitions] == LABELS
            boot = planned.partitions[2]
            assert (boot.number, boot.type_guid) == (3, "0FC63DAF-8483-4772-8E79-3D69D8477DE4")
            assert (boot.offset, boot.size, boot.filesystem) == (102 << 20, 2000 << 20, "xfs")
            assert await provision(node, str(disk.device)) == planned.operations
            disk.check()
            assert (await plan(node, str(disk.device))).operations == []
            # what mkfs made is seen, though it makes no uevent
            found = {entry.id: entry.spec for entry in await node.resources.list(DiscoveredVolume)}
            parts = [found[disk.part(number).name] for number in range(1, 7)]
            assert [part.partition_label for part in parts] == LABELS
            assert [part.name for part in parts] == ["vfat", "", "xfs", "", "xfs", "xfs"]
            assert [part.label for part in parts] == ["EFI", "", "BOOT", "", "STATE", "EPHEMERAL"]
            system = await node.until(SystemDisk, bool)
            assert system["system-disk"].disk_id == disk.device.name
            # and the node has a META at once
            await node.service.write_meta(WriteMetaRequest(key=6, value=b"A"))
            assert (await node.service.read_meta(ReadMetaRequest(key=6))).value == b"A"
            await provision(node, str(disk.device))
            assert (await node.service.read_meta(ReadMetaRequest(key=6))).value == b"A"


async def test_a_request_is_refused_with_the_reason(tmp_path: Path) -> None:
    with blank(tmp_path) as disk:
        disk.write(0x1018, b"")
        disk.write(4096 - 10, b"SWAPSPACE2")
        disk.write(1024, (1).to_bytes(4, "little") + (1000).to_bytes(4, "little"))
        async with running(METAL) as node:
            with pytest.raises(
                FailedPreconditionError, match=f"disk: {disk.device} is not empty, it has swap: erase it"
            ):
                await plan(node, str(disk.device))
            with pytest.raises(FailedPreconditionError, match="is not empty"):
                await provision(node, str(disk.device))
            with pytest.raises(
                NotFoundError, match="disk: there is no disk /dev/nowhere; `talos get disks` lists them"
            ):
                await plan(node, "/dev/nowhere")
            assert await provision(node, str(disk.device), force=True)
            disk.check()


async def test_a_container_has_no_disks(tmp_path: Path) -> None:
    with blank(tmp_path) as disk:
        async with running() as node:
            for call in (plan(node, str(disk.device)), provision(node, str(disk.device), force=True)):
                with pytest.raises(FailedPreconditionError, match="disk: a container has no disks of its own"):
                    await call
        assert disk.read(0, 1 << 20) == bytes(1 << 20)


async def test_the_machine_config_names_the_disk(tmp_path: Path) -> None:
    with blank(tmp_path) as disk:
        async with running(METAL) as node, init(node) as store:
            with pytest.raises(NotFoundError, match="none is named, and the machine config has neither"):
                await plan(node, "")
            yaml = f"version: v1alpha1\nmachine:\n  type: worker\n  install:\n    disk: {disk.device}\n"
            store.put("v1alpha1", MachineConfigSpec(yaml=yaml))
            assert (await plan(node, "")).disk == str(disk.device)
            await asyncio.to_thread(disk.write, 0, b"hsqs" + bytes(24) + b"\4\0")
            with pytest.raises(FailedPreconditionError, match="is not empty, it has squashfs"):
                await provision(node, "")
            store.put("v1alpha1", MachineConfigSpec(yaml=yaml + "    wipe: true\n"))
            assert await provision(node, "")
            disk.check()
            assert await provision(node, "") == []


async def test_a_caller_that_goes_away_leaves_a_disk_that_is_finished_later(tmp_path: Path) -> None:
    with blank(tmp_path) as disk:
        async with running(METAL) as node:
            begun = asyncio.Event()

            async def watch() -> None:
                async for _ in node.service.provision_disk(ProvisionDiskRequest(disk=str(disk.device))):
                    begun.set()

            working = asyncio.create_task(watch())
            await asyncio.wait_for(begun.wait(), 20)
            working.cancel()
            async with asyncio.timeout(20):
                # the step that it is at ends first
                while not await finished(node, disk):
                    pass
            disk.check()


async def finished(node: Node, disk: Blank) -> bool:
    """Provision to the end, unless the disk is locked."""
    try:
        await provision(node, str(disk.device))
    except FailedPreconditionError as error:
        if "is locked" not in error.message:
            raise
        return False
    return True
