"""A blank disk on a loop device, which can grow, fail and be looked at by other programs than ours."""

import hashlib
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from services.filesystem.disks.look import Look
from services.filesystem.disks.provisioner import Provisioner, Wish
from tests.integration.filesystem.disks import forget

GIB: Final = 1 << 30
SIZE: Final = 5 * GIB
SYS: Final = Path("/sys")
LABELS: Final = ["EFI", "BIOS", "BOOT", "META", "STATE", "EPHEMERAL"]
FILESYSTEMS: Final = {1: "vfat", 3: "xfs", 5: "xfs", 6: "xfs"}


def run(*command: str | Path) -> str:
    """What a program prints."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr or done.stdout}"
    return done.stdout


@dataclass(frozen=True)
class Blank:
    """A disk: the file behind it, and its device."""

    image: Path
    device: Path

    @property
    def wish(self) -> Wish:
        """This disk, nothing erased."""
        return Wish(str(self.device))

    @property
    def force(self) -> Wish:
        """This disk, whatever is on it."""
        return Wish(str(self.device), force=True)

    def provisioner(self, dev: Path = Path("/dev")) -> Provisioner:
        """What works on it."""
        return Provisioner(look=Look(sys=SYS, dev=dev, make_nodes=True), sys=SYS, dev=dev, container=False)

    def provision(self, wish: Wish | None = None) -> list[str]:
        """The steps that were done."""
        return list(self.provisioner().provision(wish or self.wish))

    def missing(self, wish: Wish | None = None) -> list[str]:
        """The steps that are missing."""
        _, plan = self.provisioner().plan(wish or self.wish)
        return [operation.describe() for operation in plan.operations]

    def part(self, number: int) -> Path:
        """The device of a partition."""
        return Path(f"{self.device}p{number}")

    def table(self) -> dict[str, Any]:
        """What sfdisk reads."""
        found: dict[str, Any] = json.loads(run("sfdisk", "--json", self.device))["partitiontable"]
        return found

    def labels(self) -> list[str]:
        """The names in the table."""
        return [part["name"] for part in self.table()["partitions"]]

    def finished(self) -> dict[int, str]:
        """What is on each partition with a file system that has its final label: a digest of its first 4 MiB."""
        if b"EFI PART" not in self.read(0, 8192):
            return {}
        names = {index + 1: part["name"] for index, part in enumerate(self.table()["partitions"])}
        starts = {index + 1: part["start"] for index, part in enumerate(self.table()["partitions"])}
        sector = self.table()["sectorsize"]
        return {
            number: hashlib.sha256(self.read(starts[number] * sector, 4 << 20)).hexdigest()
            for number in FILESYSTEMS
            if names.get(number) == LABELS[number - 1]
        }

    def read(self, offset: int, size: int) -> bytes:
        """Bytes that have reached the disk: the caches of a disk and of its partitions do not know of each other."""
        with self.image.open("rb") as stream:
            stream.seek(offset)
            return stream.read(size)

    def write(self, offset: int, data: bytes) -> None:
        """Change bytes of the disk."""
        with self.device.open("r+b", buffering=0) as stream:
            stream.seek(offset)
            stream.write(data)
            os.fsync(stream.fileno())

    def resize(self, size: int) -> None:
        """Give the disk another size."""
        os.truncate(self.image, size)
        run("losetup", "-c", self.device)

    def check(self) -> None:
        """See with other programs that everything is there and sound."""
        assert self.labels() == LABELS
        run("sfdisk", "--verify", self.device)
        run("fsck.vfat", "-n", self.part(1))
        for number in (3, 5, 6):
            run("xfs_repair", "-n", self.part(number))
            shown = run("blkid", "-p", "-o", "export", self.part(number))
            assert f"LABEL={LABELS[number - 1]}" in shown.splitlines()


@contextmanager
def blank(directory: Path, *, size: int = SIZE, sector: int = 512) -> Iterator[Blank]:
    """Attach a blank disk; it is gone at the end, with all that was shown of it."""
    image = directory / "blank.img"
    image.touch()
    os.truncate(image, size)
    device = Path(run("losetup", "-f", "--show", "-b", str(sector), image).strip())
    try:
        forget(device)  # a test that was killed may have left some
        yield Blank(image, device)
    finally:
        forget(device)
        run("losetup", "-d", device)
        image.unlink()
