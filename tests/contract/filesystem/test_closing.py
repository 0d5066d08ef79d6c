"""Taking the node's mounts away with user volumes and what others have mounted, on demand and for good."""

import os
from pathlib import Path

import pytest

from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.filesystem.v1 import MountTableRequest, UnmountTableRequest, WipeVolumesRequest
from libtalos.linux.mount import mount
from libtalos.resources.definitions.volumes import VolumeMount
from tests.contract.filesystem.node import Node
from tests.contract.filesystem.test_volumes import DATA, configured

pytestmark = pytest.mark.root


async def data(node: Node) -> Path:
    """Wait for the user volume; where it is."""
    await node.until(VolumeMount, lambda known: "u-data" in known)
    return node.root / "var/mnt/data"


async def pod(node: Node, where: Path) -> None:
    """Mount what a pod would have."""
    await node.in_namespace(lambda: where.mkdir(parents=True))
    await node.in_namespace(lambda: mount("tmpfs", where, "tmpfs", 0))


async def test_user_volumes_are_closed_first_and_come_back_with_the_table() -> None:
    async with configured(DATA) as (node, _):
        place = await data(node)
        await node.in_namespace(lambda: (place / "file").write_text("kept"))
        down = (await node.service.unmount_table(UnmountTableRequest())).operations
        assert down[0] == f"unmount {place}"
        assert await node.targets() == ["/system/disks"]
        await node.service.mount_table(MountTableRequest())
        await data(node)
        assert await node.in_namespace((place / "file").read_text) == "kept"


async def test_a_user_volume_in_use_keeps_the_tree_up_and_is_said_by_whom() -> None:
    async with configured(DATA) as (node, _):
        place = await data(node)
        before = await node.targets()
        opened = await node.in_namespace(lambda: (place / "file").open("wb"))
        with opened, pytest.raises(FailedPreconditionError, match=rf"busy: process {os.getpid()} .* uses {place}/file"):
            await node.service.unmount_table(UnmountTableRequest())
        assert await node.targets() == before


async def test_for_good_all_goes_but_what_is_in_use() -> None:
    async with configured(DATA) as (node, _):
        await data(node)
        await pod(node, node.root / "var/lib/kubelet/pods/volume")
        await pod(node, node.root / "var/mnt/data/sub")
        opened = await node.in_namespace(lambda: (node.root / "var/file").open("wb"))
        with opened:
            reply = await node.service.unmount_table(UnmountTableRequest(for_good=True))
        (held,) = reply.held
        assert held.startswith(f"{node.root}/var: it is busy: ")
        assert f"process {os.getpid()} " in held
        assert await node.targets() == ["/system/disks", "/var"]
        assert (await node.service.unmount_table(UnmountTableRequest(for_good=True))).held == []
        assert await node.targets() == ["/system/disks"]


async def test_a_reset_closes_user_volumes_and_takes_those_that_are_named() -> None:
    async with configured(DATA) as (node, _):
        await pod(node, await data(node) / "sub")
        done = (await node.service.wipe_volumes(WipeVolumesRequest(labels=["EPHEMERAL", "u-data"]))).operations
        assert done.index(f"unmount {node.root}/var/mnt/data") < done.index(f"unmount {node.root}/var")
        assert done[-2:] == ["remove /system/disks/EPHEMERAL.img", "remove /system/disks/u-data.img"]
        assert await node.targets() == ["/system/disks"]


async def test_a_reset_leaves_user_volumes_that_are_not_named() -> None:
    async with configured(DATA) as (node, _):
        await data(node)
        await node.service.wipe_volumes(WipeVolumesRequest())
        assert [path.name for path in node.disks.glob("*.img")] == ["u-data.img"]
