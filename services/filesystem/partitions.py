"""Partitions by label, as the disks themselves have them: a kernel can know partitions without knowing tables."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from libtalos.linux.node import make_block_node
from services.filesystem import gpt

_SECTOR: Final = 512  # bytes, the unit of /sys/block/*/size


class Disks(msgspec.Struct, frozen=True):
    """The disks that the kernel has in sys, with their device nodes in dev, where missing ones are made."""

    sys: Path
    dev: Path

    def labelled(self, label: str) -> list[Path]:
        """Return the devices of all partitions with that name in a GPT. Raises OSError; an unreadable disk has none."""
        return [self._node(part) for disk in self._partitioned() for part in _named(self._table(disk), disk, label)]

    def _partitioned(self) -> list[Path]:
        return sorted(disk for disk in (self.sys / "block").iterdir() if _partitions(disk))

    def _table(self, disk: Path) -> Mapping[int, str]:
        block = int((disk / "queue/logical_block_size").read_text())
        last = int((disk / "size").read_text()) * _SECTOR // block - 1
        node = self._node(disk)
        try:
            with node.open("rb", buffering=0) as stream:
                table = gpt.read(stream, block=block, last=last)
        except OSError:
            table = None
        return {part.number: part.name for part in table.partitions} if table else {}

    def _node(self, device: Path) -> Path:
        """Return the node of a device, which is made where neither devtmpfs nor udev does."""
        major, _, minor = (device / "dev").read_text().partition(":")
        path = self.dev / device.name.replace("!", "/")  # sysfs' way to write a slash
        make_block_node(path, (int(major), int(minor)), sys=self.sys)
        return path


def _partitions(disk: Path) -> list[Path]:
    return sorted(entry.parent for entry in disk.glob("*/partition"))


def _named(names: Mapping[int, str], disk: Path, label: str) -> list[Path]:
    return [part for part in _partitions(disk) if names.get(int((part / "partition").read_text())) == label]
