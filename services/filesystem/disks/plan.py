"""From a disk as it is to a disk as it is wanted: the operations that are missing, or why there are to be none.

A partition gets its label when its file system is whole and on the disk; until then it is called `EPHEMERAL.new`. So an
interrupted run is seen, what it finished is never touched again, and nothing finds a partition by its label too early.
"""

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from services.filesystem import gpt
from services.filesystem.disks.errors import NotEmptyError
from services.filesystem.disks.layout import GAIN_MIN, Area, is_ours, laid_out
from services.filesystem.disks.operations import (
    Erase,
    GrowFilesystem,
    GrowPartition,
    MakeFilesystem,
    NamePartition,
    Operation,
    RestoreTable,
    ShowPartitions,
    Verify,
    WriteTable,
)
from services.filesystem.disks.state import State


class Plan(msgspec.Struct, frozen=True):
    """What the disk will be, and the way there; no operations if it is so already."""

    areas: tuple[Area, ...]
    operations: tuple[Operation, ...]


def plan(state: State, *, force: bool = False, wipe: bool = False) -> Plan:
    """Return what is missing.

    A disk that is blank is made anew, one that was begun is finished. force: it is made anew whatever is on it; wipe:
    unless that is a node's. Raises NotEmptyError if neither allows it, DiskError.
    """
    disk = state.device
    areas = laid_out(disk.dev_path, size=disk.size, block=disk.sector_size)
    ours = not force and is_ours(state.table, areas, block=disk.sector_size)
    if ours and state.protected:
        return Plan(areas, tuple(_missing(state, areas)))
    # its first table was being written, so that nothing can be on it yet
    begun = ours and state.table is not None and not any(_finished(state.table, area) for area in areas)
    if not (state.blank or begun or force or (wipe and not ours)):
        raise NotEmptyError(f"{disk.dev_path} is not empty, it has {_contents(state)}: erase it by force")
    return Plan(areas, tuple(_anew(areas)))


def _finished(table: gpt.Table, area: Area) -> bool:
    return bool(area.slot.filesystem) and table.partitions[area.slot.number - 1].name == area.slot.label


def _anew(areas: tuple[Area, ...]) -> Iterator[Operation]:
    yield Erase(areas)
    yield WriteTable(areas)
    yield ShowPartitions(areas)
    for area in areas:
        if area.slot.filesystem:
            yield MakeFilesystem(area)
            yield NamePartition(area)
    yield Verify(areas)


def _missing(state: State, areas: tuple[Area, ...]) -> Iterator[Operation]:
    operations = tuple(_steps(state, areas))
    yield from operations
    if operations:
        yield Verify(areas)


def _steps(state: State, areas: tuple[Area, ...]) -> Iterator[Operation]:
    table, block = state.table, state.device.sector_size
    if table is None:
        return
    part, last = table.partitions[-1], areas[-1]
    grows = (last.last - part.last) * block >= GAIN_MIN
    actual = areas if grows else (*areas[:-1], replace(last, last=part.last))
    if grows:
        yield GrowPartition(last)
    elif not state.agreed:
        yield RestoreTable(areas[0])
    if state.shown != extents(actual, block=block):
        yield ShowPartitions(actual)
    for area in actual:
        if area.slot.filesystem and not _finished(table, area):
            yield MakeFilesystem(area)
            yield NamePartition(area)
    if _finished(table, last) and _is_smaller(state.filled, actual[-1].blocks * block):
        yield GrowFilesystem(actual[-1])


def extents(areas: tuple[Area, ...], *, block: int) -> dict[int, tuple[int, int]]:
    """Return where partitions are, start and size in bytes by number."""
    return {area.slot.number: (area.first * block, area.blocks * block) for area in areas}


def _is_smaller(filled: int | None, size: int) -> bool:
    """Return whether a file system that can be grown leaves so much free that it is worth it."""
    return filled is not None and size - filled >= GAIN_MIN


def _contents(state: State) -> str:
    if state.table is None:
        return state.found.name
    names = ", ".join(part.name or f"partition {part.number}" for part in state.table.partitions)
    return f"a GPT with {names}" if names else "a GPT without partitions"
