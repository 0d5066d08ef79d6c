"""A disk with a META partition on a loop device, which a test can take away, write-protect and damage."""

import errno
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from libtalos.linux import blkpg, loop
from tests.unit.services.filesystem.gpt import disk

NAMES: Final = ["EFI", None, "META"]
START: Final = 3 * (1 << 20)  # bytes, where META begins
SIZE: Final = 1 << 20
BLOCKS: Final = 16384


@dataclass(frozen=True)
class Disk:
    """A disk: the file behind it, and its device."""

    image: Path
    device: Path

    @property
    def partition(self) -> Path:
        """The device of META."""
        return Path(f"{self.device}p3")

    def meta(self) -> bytes:
        """What the file has of META."""
        with self.image.open("rb") as stream:
            stream.seek(START)
            return stream.read(SIZE)

    def cut(self) -> None:
        """Take the end of the file away, META and all: the device cannot be read there any more."""
        with self.image.open("r+b") as stream:
            stream.truncate(START)

    def restore(self, meta: bytes) -> None:
        """Give the end of the file back."""
        with self.image.open("r+b") as stream:
            stream.truncate(BLOCKS * 512)
            stream.seek(START)
            stream.write(meta)

    def protect(self) -> None:
        """Let the kernel refuse to write to META."""
        subprocess.run(["blockdev", "--setro", str(self.partition)], check=True)

    def show(self) -> None:
        """Tell the kernel of the partitions; it may not know GPT."""
        subprocess.run(["partx", "-a", str(self.device)], check=True)

    def hide(self) -> None:
        """Let the kernel forget the partitions."""
        forget(self.device)

    def take_away(self) -> None:
        """Take the disk away, open or not."""
        take_away(self.image, self.device)


def take_away(image: Path, device: Path) -> None:
    """Leave a disk without a single block, as the kernel does with one that is pulled out (blk_mark_disk_dead)."""
    os.truncate(image, 0)
    subprocess.run(["losetup", "-c", str(device)], check=True)


def forget(device: Path) -> None:
    """Let the kernel forget the partitions of a disk, which else the next disk on this device would have."""
    numbers = [int(path.read_text()) for path in Path(f"/sys/block/{device.name}").glob("*/partition")]
    fd = os.open(device, os.O_RDONLY)
    try:
        for number in numbers:
            _delete(fd, number)
    finally:
        os.close(fd)


def _delete(fd: int, number: int) -> None:
    """Take a partition away; a component that runs may look at it just now, and nobody tells when it is done."""
    end = time.monotonic() + 10
    while True:
        try:
            blkpg.delete(fd, number)
        except OSError as error:
            if error.errno != errno.EBUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)
        else:
            return


@contextmanager
def attached(directory: Path, *, read_only: bool = False, image: bytes | None = None) -> Iterator[Disk]:
    """Attach a disk, partitions shown; it is gone at the end."""
    path = directory / "disk.img"
    if not path.exists():
        path.write_bytes(image or disk(NAMES, blocks=BLOCKS))
    with loop.attach(path, read_only=read_only) as device:
        result = Disk(path, device.path)
        result.hide()  # a test that was killed may have left some
        try:
            result.show()
            yield result
        finally:
            result.hide()
