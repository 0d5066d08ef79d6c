"""What is free on a disk with a GPT, in blocks."""

from typing import NamedTuple

from services.filesystem import gpt
from services.filesystem.disks.layout import ALIGNMENT


class Gap(NamedTuple):
    """Blocks that no partition has: first and last one."""

    first: int
    last: int

    @property
    def blocks(self) -> int:
        """How many there are."""
        return self.last - self.first + 1


def gaps(table: gpt.Table, *, block: int) -> list[Gap]:
    """Return what is free, in the order of the disk, from where partitions begin to where they end."""
    step = ALIGNMENT // block
    found, start = [], table.first_usable
    for first, last in sorted((part.first, part.last) for part in table.partitions):
        found.append(_aligned(start, first - 1, step))
        start = max(start, last + 1)
    found.append(_aligned(start, table.last_usable, step))
    return [gap for gap in found if gap.blocks > 0]


def behind(table: gpt.Table, part: gpt.Partition, *, block: int) -> int:
    """Return the last block that a partition could have, if nothing of the disk but what is free were taken for it."""
    following = [other.first for other in table.partitions if other.first > part.last]
    end = min(following, default=table.last_usable + 1)
    step = ALIGNMENT // block
    return max(end // step * step - 1, part.last)


def place(free: list[Gap], blocks: int) -> Gap:
    """Return where so many blocks go: the first gap that has them. Raises ValueError if none has."""
    for gap in free:
        if gap.blocks >= blocks:
            return Gap(gap.first, gap.first + blocks - 1)
    raise ValueError(f"no gap has {blocks} blocks")


def is_free(table: gpt.Table, gap: Gap) -> bool:
    """Return whether no partition has any of these blocks, and the table may give them away."""
    inside = table.first_usable <= gap.first <= gap.last <= table.last_usable
    return inside and all(gap.last < part.first or part.last < gap.first for part in table.partitions)


def _aligned(first: int, last: int, step: int) -> Gap:
    """Return the whole steps between two blocks."""
    return Gap(-(-first // step) * step, (last + 1) // step * step - 1)
