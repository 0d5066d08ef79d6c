"""100,000 files listed, counted and copied: beside find, du and GNU tar, in one process and over a socket.

The tree is that of a package cache: 1,000 directories of 100 files, 100 bytes to 4 KiB each, in the page cache.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import time
import zlib
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from isal import isal_zlib

from libtalos.bus.address import UnixAddress
from libtalos.bus.channel import Channel
from libtalos.contracts.process import ComponentProcess
from libtalos.gen.talos.filesystem.v1 import CopyFilesRequest, FilesystemServiceStub, ListFilesRequest
from services.filesystem.archiving import Archive
from services.filesystem.listing import Listing
from services.filesystem.packing import packed
from services.filesystem.usage import DiskUsage
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, Setting

DIRECTORIES, EACH = 1000, 100
LIST, COUNT, TAR, PACKED = "list with status", "disk usage", "tar", "tar.gz"
WIRE = "libtalos, over the bus"
GZIP = "gzip alone, of that tar"
TOP = Path("/")

Contender = Callable[[], object]


def run(setting: Setting) -> list[Row]:
    """Measure everything in every round; the directory is made once."""
    samples = Samples()
    tree = setting.work / "files"
    make(tree)
    archive = setting.work / "files.tar"
    subprocess.run(["tar", "-c", "-f", archive, "-C", tree, "."], check=True)
    for number in range(1, setting.rounds + 1):
        setting.say(f"files: round {number} of {setting.rounds}")
        for (what, who), work in {**alone(tree), **packers(archive)}.items():
            setting.settle()
            samples.add(what, who, timed(work), "s")
        for what, seconds in asyncio.run(over_the_bus(tree, setting.work / "node")).items():
            samples.add(what, WIRE, seconds, "s")
    return samples.rows(ours=OURS)


def make(tree: Path) -> None:
    """Write the files; bytes are random in each but alike between them, as versions of a package are."""
    contents = os.urandom(4096)
    for number in range(DIRECTORIES):
        directory = tree / f"d{number // 100}" / f"e{number % 100}"
        directory.mkdir(parents=True)
        for index in range(EACH):
            (directory / f"f{index}").write_bytes(contents[: 100 + (number * EACH + index) * 37 % 3996])


def alone(tree: Path) -> Mapping[tuple[str, str], Contender]:
    """What runs by itself, each to a place where output costs nothing."""
    path = str(tree)
    return {
        (LIST, OURS): lambda: exhaust(Listing(TOP, path, depth=None).batches()),
        (LIST, "find -printf"): lambda: into_nothing("find", path, "-printf", r"%p %s %m %U %G %T@ %l\n"),
        (COUNT, OURS): lambda: exhaust(DiskUsage(TOP, [path]).batches()),
        (COUNT, "du"): lambda: into_nothing("du", "-B1", path),
        (TAR, OURS): lambda: exhaust(Archive(TOP, path).parts()),
        (TAR, "GNU tar"): lambda: piped("tar", "-c", "-C", path, "."),
        (PACKED, OURS): lambda: exhaust(packed(Archive(TOP, path).parts())),
        (PACKED, "GNU tar, gzip -1"): lambda: piped("tar", "-c", "-I", "gzip -1", "-C", path, "."),
    }


def packers(archive: Path) -> Mapping[tuple[str, str], Contender]:
    """What gzip costs by library and level; what is chosen is ours."""
    data = archive.read_bytes()
    return {
        (GZIP, OURS): lambda: compress(isal_zlib.compressobj(1, zlib.DEFLATED, 31), data),
        (GZIP, "zlib, level 1"): lambda: compress(zlib.compressobj(1, zlib.DEFLATED, 31), data),
        (GZIP, "zlib, level 6"): lambda: compress(zlib.compressobj(6, zlib.DEFLATED, 31), data),
    }


async def over_the_bus(tree: Path, directory: Path) -> Mapping[str, float]:
    """The same from the component's own process, whose root is what the tree is in."""
    directory.mkdir()
    table = directory / "mounts.toml"
    table.write_text("row = []\n")
    environment = {"TALOS_ROOT": str(tree.parent), "TALOS_MOUNT_TABLE": str(table)}
    try:
        async with ComponentProcess("filesystem", bus_dir=directory / "bus", env=environment) as process:
            channel = Channel(UnixAddress(process.socket))
            stub = channel.stub(FilesystemServiceStub)
            try:
                request = ListFilesRequest(root=f"/{tree.name}", recurse=True, batched=True)
                listed = await drained(stub.list_files(request))
                return {LIST: listed, PACKED: await drained(stub.copy_files(CopyFilesRequest(path=f"/{tree.name}")))}
            finally:
                channel.close()
    finally:
        shutil.rmtree(directory)


async def drained(stream: AsyncIterator[object]) -> float:
    """Seconds that a stream takes."""
    started = time.monotonic()
    async for _ in stream:
        pass
    return time.monotonic() - started


def timed(work: Contender) -> float:
    """Seconds that work takes."""
    started = time.monotonic()
    work()
    return time.monotonic() - started


def exhaust(items: Iterable[object]) -> None:
    """Take everything."""
    for _ in items:
        pass


def compress(packer: zlib._Compress | isal_zlib.Compress, data: bytes) -> None:
    """Pack in blocks, as an archive comes."""
    for start in range(0, len(data), 256 << 10):
        packer.compress(data[start : start + (256 << 10)])
    packer.flush()


def into_nothing(*command: str) -> None:
    """Run a program for its work alone."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def piped(*command: str) -> None:
    """Run a program whose output has to go through a pipe: tar reads no file if it goes to /dev/null."""
    with ExitStack() as stack:
        program = stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE))
        subprocess.run(["cat"], stdin=program.stdout, stdout=subprocess.DEVNULL, check=True)
    if program.returncode:
        raise subprocess.CalledProcessError(program.returncode, command)
