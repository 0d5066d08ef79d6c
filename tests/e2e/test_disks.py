"""The node's disks through its API: what it attached itself is known, and its host's disks are safe from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from libtalos.bus.directory import Bus
from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.filesystem.v1 import FilesystemServiceStub, ProvisionDiskRequest
from libtalos.linux import mountinfo
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.block import DiscoveredVolume, Disk, SystemDisk
from tests.e2e.lab import Lab

pytestmark = pytest.mark.root


async def test_the_volume_under_var_is_discovered(lab: Lab, bus: Bus) -> None:
    [var] = [mount for mount in mountinfo.read(Path(f"/proc/{lab.pid()}/mountinfo")) if mount.target == "/var"]
    client = ResourceClient(bus.channel("api"))
    volume = (await client.get(DiscoveredVolume, Path(var.source).name)).spec
    assert (volume.dev_path, volume.type, volume.name, volume.label) == (var.source, "disk", "xfs", "EPHEMERAL")
    disk = (await client.get(Disk, Path(var.source).name)).spec
    assert (disk.size, disk.readonly, disk.pretty_size) == (volume.size, False, volume.pretty_size)
    assert await client.list(SystemDisk) == []


async def test_no_disk_of_the_host_is_touched(lab: Lab, bus: Bus) -> None:
    client = ResourceClient(bus.channel("api"))
    stub = bus.channel("filesystem").stub(FilesystemServiceStub)
    disks = [entry.spec.dev_path for entry in await client.list(Disk)]
    assert disks
    for disk in disks:
        with pytest.raises(FailedPreconditionError, match="a container has no disks of its own"):
            async for _ in stub.provision_disk(ProvisionDiskRequest(disk=disk, force=True)):
                pass
