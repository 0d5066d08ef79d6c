"""Disks over the component's socket, on metal and in a container."""

import asyncio
import subprocess
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from libtalos.resources.definitions.block import DiscoveredVolume, Disk, SystemDisk
from libtalos.resources.spec import Kind, ResourceSpec
from tests.contract.filesystem.node import Node, running
from tests.integration.filesystem.disks import START, attached

pytestmark = pytest.mark.root
METAL = {"PLATFORM": "metal"}


async def gone(node: Node, spec_class: type[ResourceSpec], resource_id: str) -> None:
    """Wait until there is no such resource."""
    there = False
    async with asyncio.timeout(20):
        async for change in node.resources.watch(spec_class, resource_id):
            if change.kind is not Kind.BOOTSTRAPPED:
                there = change.kind is not Kind.DESTROYED
            elif not there:
                return
            if change.kind is Kind.DESTROYED:
                return


def labels(volumes: Mapping[str, DiscoveredVolume]) -> set[str]:
    return {volume.label for volume in volumes.values()}


async def test_on_metal_disks_volumes_and_the_system_disk_come_and_go(tmp_path: Path) -> None:
    async with running(METAL) as node:
        with attached(tmp_path) as disk:
            whole, part = disk.device.name, disk.partition.name
            volumes = await node.until(DiscoveredVolume, lambda known: {whole, part} <= set(known))
            assert (volumes[whole].type, volumes[whole].name) == ("disk", "gpt")
            meta = volumes[part]
            assert (meta.type, meta.parent, meta.offset, meta.partition_index) == ("partition", whole, START, 3)
            assert (meta.partition_label, meta.pretty_size) == ("META", "1.0 MB")
            disks = await node.until(Disk, lambda known: whole in known)
            assert (disks[whole].dev_path, disks[whole].readonly) == (f"/dev/{whole}", False)
            assert part not in disks
            system = await node.until(SystemDisk, bool)
            assert system == {"system-disk": SystemDisk(disk_id=whole, dev_path=f"/dev/{whole}")}
            disk.hide()
            await gone(node, DiscoveredVolume, part)
            assert await node.resources.list(SystemDisk) == []
        await gone(node, Disk, whole)
        assert await node.resources.list(SystemDisk) == []


def holding(part: str, name: str) -> Callable[[Mapping[str, DiscoveredVolume]], bool]:
    """Whether a partition is there and has that on it."""
    return lambda known: part in known and known[part].name == name


async def test_what_a_program_writes_to_a_disk_is_seen(tmp_path: Path) -> None:
    """Without a uevent, and without udevd: it has the node's device node open, and closes it."""
    with attached(tmp_path) as disk:
        part = disk.partition.name
        async with running(METAL) as node:
            await node.until(DiscoveredVolume, holding(part, ""))
            for command, name in (("mkswap", "swap"), ("mkfs.ext4", "extfs")):
                place = await node.in_namespace((node.root / "dev" / part).resolve)
                await node.in_namespace(partial(subprocess.run, [command, place], check=True, capture_output=True))
                await node.until(DiscoveredVolume, holding(part, name))


async def test_a_container_tells_of_its_hosts_disks_and_has_none_of_them(tmp_path: Path) -> None:
    with attached(tmp_path) as disk:
        async with running() as node:
            # what the node attached itself it reads
            volumes = await node.until(DiscoveredVolume, lambda known: "EPHEMERAL" in labels(known))
            assert "xfs" in {volume.name for volume in volumes.values() if volume.label == "EPHEMERAL"}
            volumes = await node.until(DiscoveredVolume, lambda known: disk.partition.name in known)
            assert volumes[disk.partition.name].partition_label == "", "it was not read"
            assert await node.resources.list(SystemDisk) == []
            place = node.root / "dev" / disk.device.name
            assert await node.in_namespace(place.parent.is_dir)
            assert not await node.in_namespace(place.exists)


async def test_a_disk_that_cannot_be_read_is_told_and_the_node_is_ready(tmp_path: Path) -> None:
    with attached(tmp_path) as disk:
        disk.cut()
        async with running(METAL) as node:
            await node.until(DiscoveredVolume, lambda known: disk.partition.name in known)
            assert f"{disk.partition}: Input/output error" in node.process.stderr
