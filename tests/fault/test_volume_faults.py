"""Volumes whose device or file system fails while they are in use: told, and mended without a loss."""

from __future__ import annotations

import asyncio
import fcntl
import os
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from libtalos.linux.mount import MS_REMOUNT, mount, umount2
from libtalos.resources.definitions.volumes import VolumeMount, VolumeStatus
from libtalos.resources.spec import Kind
from tests.contract.filesystem.node import Node, prepared
from tests.contract.filesystem.test_volumes import DATA, configured, ready, with_init
from tests.contract.filesystem.test_volumes_on_disks import METAL, SIZE, on
from tests.integration.filesystem.blank import blank

pytestmark = [pytest.mark.root, pytest.mark.timeout(120)]
MS_RDONLY = 1
# XFS_IOC_GOINGDOWN and its flag for not writing the log: what a device that is pulled out leads to
GOING_DOWN, NO_LOG = 0x8004587D, 2


def write(path: Path, text: str) -> None:
    """Write a file, and return when the disk has it."""
    with path.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def pull_out(path: Path) -> None:
    """Let a file system fail as it does when its device goes."""
    fd = os.open(path, os.O_RDONLY)
    try:
        fcntl.ioctl(fd, GOING_DOWN, struct.pack("=I", NO_LOG))
    finally:
        os.close(fd)


async def mounted(node: Node) -> Path:
    """Wait until the user volume is mounted; where it is."""
    await node.until(VolumeMount, lambda known: "u-data" in known)
    return node.root / "var/mnt/data"


async def test_a_file_system_that_fails_is_mounted_anew_with_what_was_written() -> None:
    async with configured(DATA) as (node, _):
        place = await mounted(node)
        await node.in_namespace(lambda: write(place / "file", "kept"))
        async with mended(node):
            await node.in_namespace(lambda: pull_out(place))
            await news(node)
        assert await node.in_namespace((place / "file").read_text) == "kept"
        assert (await node.targets()).count("/var/mnt/data") == 1
        assert (await ready(node, "u-data")).error_message == ""


@asynccontextmanager
async def mended(node: Node) -> AsyncIterator[None]:
    """Wait, at the end, until the volume was seen not to be mounted, and then to be so again."""
    listening = asyncio.Event()

    async def follow() -> None:
        lost = False
        async for change in node.resources.watch(VolumeStatus):
            if change.kind is Kind.BOOTSTRAPPED:
                listening.set()
            elif change.resource is not None and change.resource.id == "u-data" and listening.is_set():
                if lost and change.resource.spec.mount_location:
                    return
                lost |= not change.resource.spec.mount_location

    following = asyncio.create_task(follow())
    try:
        await listening.wait()
        yield
        async with asyncio.timeout(20):
            await following
    finally:
        following.cancel()


async def news(node: Node) -> None:
    """Let the component look: a mount comes and goes, as those of pods do."""
    spot = node.root / "var/spot"
    await node.in_namespace(lambda: spot.mkdir(exist_ok=True))
    await node.in_namespace(lambda: mount("tmpfs", spot, "tmpfs"))
    await node.in_namespace(lambda: umount2(spot))


async def test_a_partition_whose_file_system_fails_is_mounted_anew(tmp_path: Path) -> None:
    async with prepared(METAL) as node, with_init(node) as init:
        with blank(tmp_path, size=SIZE + (4 << 20)) as disk:
            init.configure(on(disk.device))
            async with node.process:
                place = await mounted(node)
                await node.in_namespace(lambda: write(place / "file", "kept"))
                async with mended(node):
                    await node.in_namespace(lambda: pull_out(place))
                    await news(node)
                assert await node.in_namespace((place / "file").read_text) == "kept"
                assert disk.labels() == ["u-data"]
            await node.in_namespace(lambda: umount2(place))


async def test_a_start_mends_what_failed_while_nobody_looked() -> None:
    async with configured(DATA) as (node, _):
        place = await mounted(node)
        await node.in_namespace(lambda: write(place / "file", "kept"))
        await node.process.kill()
        await node.in_namespace(lambda: pull_out(place))
        await node.process.start()
        await mounted(node)
        assert await node.in_namespace((place / "file").read_text) == "kept"


async def test_a_volume_that_becomes_read_only_is_made_writable_again() -> None:
    async with configured(DATA) as (node, _):
        place = await mounted(node)
        async with mended(node):
            await node.in_namespace(lambda: mount(None, place, None, MS_REMOUNT | MS_RDONLY))
        await node.in_namespace(lambda: write(place / "file", "writable"))


async def test_a_partition_that_becomes_read_only_is_made_writable_again(tmp_path: Path) -> None:
    async with prepared(METAL) as node, with_init(node) as init:
        with blank(tmp_path, size=SIZE + (4 << 20)) as disk:
            init.configure(on(disk.device))
            async with node.process:
                place = await mounted(node)
                async with mended(node):
                    await node.in_namespace(lambda: mount(None, place, None, MS_REMOUNT | MS_RDONLY))
                await node.in_namespace(lambda: write(place / "file", "writable"))
            await node.in_namespace(lambda: umount2(place))
