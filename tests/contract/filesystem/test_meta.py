"""META over the component's socket: in a container's file, on a partition, and where there is none."""

import asyncio
from pathlib import Path

import pytest

from libtalos.bus.errors import (
    BusError,
    FailedPreconditionError,
    InvalidArgumentError,
    NotFoundError,
    ResourceExhaustedError,
)
from libtalos.gen.talos.filesystem.v1 import DeleteMetaRequest, ReadMetaRequest, WriteMetaRequest
from libtalos.linux.mount import mount, umount2
from libtalos.resources.definitions.runtime import MetaKey, MetaLoaded
from services.filesystem.meta import adv
from tests.contract.filesystem.node import Node, running
from tests.integration.filesystem.disks import attached

pytestmark = pytest.mark.root
METAL = {"PLATFORM": "metal"}


async def write(node: Node, key: int, value: bytes) -> None:
    await node.service.write_meta(WriteMetaRequest(key=key, value=value))


async def read(node: Node, key: int) -> bytes:
    return (await node.service.read_meta(ReadMetaRequest(key=key))).value


async def published(node: Node) -> dict[str, str]:
    """The values as resources, now: a write has published before it answers."""
    return {entry.id: entry.spec.value for entry in await node.resources.list(MetaKey)}


async def loaded(node: Node) -> list[tuple[str, bool]]:
    return [(entry.id, entry.spec.done) for entry in await node.resources.list(MetaLoaded)]


async def test_values_last_and_are_published() -> None:
    async with running() as node:
        assert (await published(node), await loaded(node)) == ({}, [("meta-loaded", True)])
        assert not (node.disks / "META.img").exists()
        await write(node, 0x0A, b"network: {}\n")
        await write(node, 0xFF, b"\xff\0 no text")
        assert await published(node) == {"0x0a": "network: {}\n", "0xff": "\ufffd\0 no text"}
        assert await read(node, 0xFF) == b"\xff\0 no text"
        await node.service.delete_meta(DeleteMetaRequest(key=0x0A))
        await write(node, 6, b"A")
        assert await published(node) == {"0x06": "A", "0xff": "\ufffd\0 no text"}
        await node.process.restart()
        assert await published(node) == {"0x06": "A", "0xff": "\ufffd\0 no text"}
        assert adv.decode((node.disks / "META.img").read_bytes()[: 256 << 10]) == {6: b"A", 0xFF: b"\xff\0 no text"}


async def test_a_request_is_refused_with_the_reason() -> None:
    async with running() as node:
        await write(node, 6, bytes(262_000))
        refusals: list[tuple[int, bytes | None, type[BusError], str]] = [
            (0, b"", InvalidArgumentError, "META: key 0x00 is out of range: 0x01 to 0xff"),
            (256, b"", InvalidArgumentError, "META: key 0x100 is out of range"),
            (7, bytes(69), ResourceExhaustedError, "META: key 0x07: 69 bytes do not fit, 68 are left for its value"),
            (7, bytes(2 << 20), ResourceExhaustedError, "2097152 bytes do not fit, 68 are left"),
            (7, None, NotFoundError, "META: key 0x07 has no value; there are 0x06"),
            (256, None, InvalidArgumentError, "out of range"),
        ]
        for key, value, error, message in refusals:
            with pytest.raises(error, match=message):
                await (
                    node.service.delete_meta(DeleteMetaRequest(key=key)) if value is None else write(node, key, value)
                )
        with pytest.raises(NotFoundError, match="key 0x07 has no value"):
            await read(node, 7)
        assert set(await published(node)) == {"0x06"}
        await write(node, 7, bytes(68))


async def test_many_writers_lose_nothing() -> None:
    async with running() as node:
        await asyncio.gather(*(write(node, key, bytes([key]) * key) for key in range(1, 33)))
        assert set(await published(node)) == {f"{key:#04x}" for key in range(1, 33)}
        assert [await read(node, key) for key in range(1, 33)] == [bytes([key]) * key for key in range(1, 33)]


async def test_a_full_disk_is_told_and_passes() -> None:
    async with running() as node:
        disks = node.root / "system/disks"
        await node.in_namespace(lambda: mount("tmpfs", disks, "tmpfs", 0, "size=512k"))
        with pytest.raises(ResourceExhaustedError, match="META: No space left on device"):
            await write(node, 6, b"A")
        assert await published(node) == {}
        await node.in_namespace(lambda: umount2(disks))
        await write(node, 6, b"A")
        assert await published(node) == {"0x06": "A"}


async def test_on_metal_it_is_the_partition_labelled_so(tmp_path: Path) -> None:
    async with running(METAL) as node:
        assert (await published(node), await loaded(node)) == ({}, [("meta-loaded", True)])
        with pytest.raises(FailedPreconditionError, match="META: no disk has a partition labelled META: install first"):
            await write(node, 6, b"A")
        with attached(tmp_path) as disk:
            await write(node, 6, b"A")
            assert adv.decode(disk.meta()[: 256 << 10]) == {6: b"A"}
            await node.process.restart()
            assert await published(node) == {"0x06": "A"}
            assert not (node.disks / "META.img").exists()


async def test_a_disk_that_fails_does_not_keep_the_node_from_starting(tmp_path: Path) -> None:
    with attached(tmp_path) as disk:
        async with running(METAL) as node:
            await write(node, 6, b"A")
            kept = disk.meta()
            disk.cut()
            with pytest.raises(FailedPreconditionError, match="META: Input/output error"):
                await write(node, 6, b"B")
            await node.process.restart()
            assert "META cannot be read" in node.process.stderr
            assert (await published(node), await loaded(node)) == ({}, [])
            disk.restore(kept)
            assert await read(node, 6) == b"A"
            await node.process.restart()
            assert (await published(node), await loaded(node)) == ({"0x06": "A"}, [("meta-loaded", True)])


async def test_a_read_only_disk_is_published_and_not_written(tmp_path: Path) -> None:
    with attached(tmp_path) as disk:
        async with running(METAL) as node:
            await write(node, 6, b"A")
            disk.protect()
            await node.process.restart()
            assert await published(node) == {"0x06": "A"}
            with pytest.raises(FailedPreconditionError, match=r"META: /.*p3 is read-only"):
                await write(node, 6, b"B")
            assert (await published(node), await read(node, 6)) == ({"0x06": "A"}, b"A")
