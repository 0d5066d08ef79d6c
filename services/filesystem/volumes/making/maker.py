"""From what a document asks to the steps that make its volume on a disk, or why there are none. Blocks."""

import errno
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from msgspec import to_builtins

from libtalos.mounts import Operation, filesystems
from libtalos.mounts.rows import LABEL_MAX
from services.filesystem.disks.device import Device
from services.filesystem.disks.layout import ALIGNMENT, GAIN_MIN
from services.filesystem.disks.look import Look, Seen
from services.filesystem.disks.resources import SYSTEM_DISK, disk_spec, system_disk
from services.filesystem.volumes.asked import Asked
from services.filesystem.volumes.making.space import Gap, behind, gaps, place
from services.filesystem.volumes.making.steps import (
    AddPartition,
    ErasePlace,
    FormatDisk,
    GrowFilesystem,
    GrowPartition,
    MakeTable,
    ShowPartition,
)
from services.filesystem.volumes.making.workdisk import WorkDisk

Steps = list[Operation]
# bytes at both ends of a disk that an empty table leaves out, aligned
_ENDS: Final = 2 * ALIGNMENT


class Maker:
    """Plans. Its methods change nothing, and raise OSError with the reason if there is no way."""

    def __init__(self, *, look: Look, sys: Path, changed: Callable[[], object]) -> None:
        """Take the eyes, and who hears of a disk that was changed."""
        self._look = look
        self._sys = sys
        self._changed = changed

    def partition(self, asked: Asked) -> Steps:
        """Return what makes the partition, on the first disk that is meant and has room for it."""
        reasons = []
        for disk in self._meant(asked):
            try:
                return self._on(disk, asked)
            except OSError as error:
                reasons.append(f"{disk.device.dev_path}: {error.strerror or error}")
        raise OSError(errno.ENOSPC, f"no disk can be taken: {'; '.join(reasons)}")

    def disk(self, asked: Asked) -> Steps:
        """Return what makes a file system on the first disk that is meant and has nothing."""
        reasons = []
        for disk in self._meant(asked):
            held = disk.contents() or ("a GPT" if disk.table() else "")
            if not held:
                return [FormatDisk(disk, asked.label[: LABEL_MAX[asked.filesystem]], asked.filesystem)]
            reasons.append(f"{disk.device.dev_path} has {held}: wipe it, or select another one")
        raise OSError(errno.EEXIST, f"no disk can be taken: {'; '.join(reasons)}")

    def growth(self, asked: Asked, disk: str, part: Path) -> Steps:
        """Return what gives a volume the space that has become free behind its partition, and its file system all."""
        found = next((each for each in self._look().disks if each.dev_path == disk), None)
        work = self._work(found) if found else None
        table = work.table() if work else None
        entry = next((each for each in table.partitions if each.name == asked.label), None) if table else None
        if work is None or table is None or entry is None:
            return []
        block = work.block
        size = (entry.last - entry.first + 1) * block
        most = asked.most((behind(table, entry, block=block) - entry.first + 1) * block)
        wanted = most // ALIGNMENT * ALIGNMENT
        grows = wanted - size >= GAIN_MIN
        steps: Steps = [GrowPartition(work, asked.label, entry.first + wanted // block - 1)] if grows else []
        filled = filesystems.size(part, asked.filesystem)
        if filled and (wanted if grows else size) - filled >= GAIN_MIN:
            steps.append(GrowFilesystem(work, asked.label, asked.filesystem))
        return steps

    def _on(self, disk: WorkDisk, asked: Asked) -> Steps:
        table, held = disk.table(), disk.contents()
        if table is None:
            if held:
                raise OSError(errno.EEXIST, f"it has {held} and no GPT")
            blocks = _blocks(asked, (disk.device.size - _ENDS) // ALIGNMENT * ALIGNMENT, disk.block)
            first = ALIGNMENT // disk.block
            return [MakeTable(disk), *_into(disk, Gap(first, first + blocks - 1), asked)]
        if any(part.name == asked.label for part in table.partitions):
            return [ShowPartition(disk, asked.label)]  # a predecessor came so far, or the kernel cannot read the table
        free = gaps(table, block=disk.block)
        largest = max((gap.blocks for gap in free), default=0) * disk.block
        return _into(disk, place(free, _blocks(asked, largest, disk.block)), asked)

    def _meant(self, asked: Asked) -> Iterator[WorkDisk]:
        """Yield the disks that the selector takes. Raises OSError if there are none, ValueError for the selector."""
        seen = self._look()
        found = [disk for disk in seen.disks if not (disk.readonly or disk.cdrom) and self._matches(asked, disk, seen)]
        if not found:
            raise OSError(
                errno.ENODEV, f"{asked.where} takes none of the disks: `talos get disks` lists them with their fields"
            )
        return (self._work(disk) for disk in found)

    def _matches(self, asked: Asked, disk: Device, seen: Seen) -> bool:
        from libtalos.config.selector import Selector, SelectorError  # noqa: PLC0415 - 20 MB, for a volume to be made

        own = system_disk(seen).get(SYSTEM_DISK)
        try:
            fields = to_builtins(disk_spec(disk))
            return Selector(asked.match).matches(fields, system_disk=own is not None and own.disk_id == disk.name)
        except SelectorError as error:
            raise SelectorError(f"{asked.where}: {error}") from error

    def _work(self, disk: Device) -> WorkDisk:
        return WorkDisk(disk, self._look, self._sys, self._changed)


def _blocks(asked: Asked, free: int, block: int) -> int:
    """Return how many blocks of what is free, which is aligned, the volume gets; not less than its minimum."""
    return max(asked.size(free) // ALIGNMENT, -(-asked.minimum // ALIGNMENT)) * ALIGNMENT // block


def _into(disk: WorkDisk, where: Gap, asked: Asked) -> Steps:
    return [ErasePlace(disk, where), AddPartition(disk, where, asked.label), ShowPartition(disk, asked.label)]
