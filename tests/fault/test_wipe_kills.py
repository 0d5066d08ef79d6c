"""Killed while it writes zeros, left by its caller, or without its disk: the component says so, and can go on."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from libtalos.bus.errors import BusError, NotFoundError
from libtalos.bus.streams import as_generator
from libtalos.gen.talos.filesystem.v1 import WipeDevice, WipeDevicesRequest, WipeDevicesResponse, WipeMethod
from libtalos.linux import loop
from libtalos.resources.definitions.block import Disk
from services.filesystem.disks.probe import NOTHING, probe
from services.filesystem.wipe.wiper import CHUNK
from tests.contract.filesystem.node import Node, prepared, running
from tests.integration.filesystem.disks import take_away

pytestmark = pytest.mark.root
METAL = {"PLATFORM": "metal"}
SIZE = 4 * CHUNK + (1 << 20)
# zeros that are holes cost next to nothing: so many of them that nobody is done before the disk is pulled out
LARGE = 64 * CHUNK


def zeroing(node: Node, device: Path) -> AsyncIterator[WipeDevicesResponse]:
    order = WipeDevice(device=device.name, method=WipeMethod.ZEROES)
    return node.service.wipe_devices(WipeDevicesRequest(devices=[order]))


async def kill_in_the_midst(node: Node, device: Path) -> None:
    async for reply in zeroing(node, device):
        if 0 < reply.done < SIZE:
            await node.process.kill()


def made(path: Path, size: int = SIZE) -> Path:
    """A file with a file system and something in its last block."""
    with path.open("wb") as stream:
        stream.truncate(size)
    subprocess.run(["mkfs.ext4", "-q", "-F", str(path)], check=True)
    with path.open("r+b") as stream:
        for place in (CHUNK, size - 4096):
            stream.seek(place)
            stream.write(b"secret")
    return path


def blank(path: Path) -> bool:
    with path.open("rb") as stream:
        while part := stream.read(1 << 20):
            if part != bytes(len(part)):
                return False
    return True


@pytest.mark.timeout(120)
async def test_a_kill_in_the_midst_leaves_nothing_that_is_recognized(tmp_path: Path) -> None:
    image = made(tmp_path / "image")
    with loop.attach(image) as device:
        async with prepared(METAL) as node:
            await node.process.start()
            with pytest.raises(BusError):
                await kill_in_the_midst(node, device.path)
            assert probe(device.path) == NOTHING
            # nobody holds the device any more
            await node.process.start()
            async for reply in zeroing(node, device.path):
                done = reply.done
            assert done == SIZE
            await node.process.stop()
    assert blank(image)


@pytest.mark.timeout(120)
async def test_a_caller_who_leaves_ends_it_and_the_device_is_free(tmp_path: Path) -> None:
    image = made(tmp_path / "image")
    with loop.attach(image) as device:
        async with running(METAL) as node:
            async with aclosing(as_generator(zeroing(node, device.path))) as replies:
                async for reply in replies:
                    if reply.step:
                        break
            assert probe(device.path) == NOTHING
            # the next one waits its turn until the first has let go
            async for reply in zeroing(node, device.path):
                done = reply.done
            assert done == SIZE
    assert blank(image)


@pytest.mark.timeout(120)
async def test_a_disk_that_is_pulled_out_is_told_and_known_no_more(tmp_path: Path) -> None:
    """The component stays, and knows of another disk in the same place."""
    image = made(tmp_path / "image", LARGE)
    with loop.attach(image) as device:
        async with running(METAL) as node:
            await node.until(Disk, lambda known: device.path.name in known)
            with pytest.raises(NotFoundError, match=f'"{device.path.name}" has gone while it was wiped'):
                await pull_out_in_the_midst(node, image, device.path)
            await node.until(Disk, lambda known: device.path.name not in known)
            made(image)
            put_back(device.path)
            await node.until(Disk, lambda known: device.path.name in known)
            async for reply in zeroing(node, device.path):
                done = reply.done
            assert done == SIZE
    assert blank(image)


def put_back(device: Path) -> None:
    """Have the kernel look how large the file of a loop device is now."""
    subprocess.run(["losetup", "-c", str(device)], check=True)


async def pull_out_in_the_midst(node: Node, image: Path, device: Path) -> None:
    async for reply in zeroing(node, device):
        if 0 < reply.done < LARGE and image.stat().st_size:
            take_away(image, device)
