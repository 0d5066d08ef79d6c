"""A disk that operations of volumes work on, each under a lock of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from services.filesystem import gpt
from services.filesystem.disks.bench import LinuxBench, locked
from services.filesystem.disks.device import Device, device
from services.filesystem.disks.errors import DiskError
from services.filesystem.disks.look import Look, read_table
from services.filesystem.disks.probe import probe


class WorkDisk(msgspec.Struct, frozen=True):
    """A disk of this machine. changed is to be called when it has other partitions than before.

    Its methods block, and raise OSError.
    """

    device: Device
    look: Look
    sys: Path
    changed: Callable[[], object]

    @property
    def node(self) -> Path:
        """The device node. Raises OSError if there is none."""
        node = self.look.node(self.device)
        if node is None:
            raise FileNotFoundError(f"{self.device.dev_path} has no device node")
        return node

    @property
    def block(self) -> int:
        """The size of its blocks in bytes."""
        return self.device.sector_size

    def table(self) -> gpt.Table | None:
        """Return its partition table as the disk has it, None if it has no GPT."""
        return read_table(self.node, self.device)

    def contents(self) -> str:
        """Return what is on the disk besides a GPT, empty if nothing is known to be."""
        return probe(self.node).name

    def parts(self) -> dict[int, Device]:
        """Return the partitions that the kernel knows, by number."""
        names = (self.sys / "class/block" / self.device.name.replace("/", "!")).resolve().glob("*/partition")
        found = [device(self.sys, name.parent.name) for name in names]
        return {part.number: part for part in found if part is not None}

    @contextmanager
    def bench(self) -> Iterator[tuple[LinuxBench, int]]:
        """Lock the disk, and yield what works on it and the descriptor that holds the lock."""
        try:
            with locked(self.node) as lock:
                yield LinuxBench(look=self.look, sys=self.sys, device=self.device, lock=lock), lock
        except DiskError as error:
            raise OSError(str(error)) from error
