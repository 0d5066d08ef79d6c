"""A disk with a META partition on a loop device, which a test can take away, write-protect and damage."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from libtalos.linux import loop
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
        subprocess.run(["partx", "-d", str(self.device)], check=True)


@contextmanager
def attached(directory: Path, *, read_only: bool = False, image: bytes | None = None) -> Iterator[Disk]:
    """Attach a disk, partitions shown; it is gone at the end."""
    path = directory / "disk.img"
    if not path.exists():
        path.write_bytes(image or disk(NAMES, blocks=BLOCKS))
    with loop.attach(path, read_only=read_only) as device:
        result = Disk(path, device.path)
        if list(Path(f"/sys/block/{device.path.name}").glob("*/partition")):
            result.hide()  # a test that was killed has left them
        result.show()
        try:
            yield result
        finally:
            if result.partition.exists():
                result.hide()
