"""The messages of talos.filesystem.v1 about files, from requests and into answers."""

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from libtalos.bus.errors import InvalidArgumentError
from libtalos.gen.talos.filesystem.v1 import (
    CopyFilesResponse,
    DiskUsageEntry,
    DiskUsageRequest,
    FileEntry,
    FileType,
    ListFilesRequest,
    MountStat,
    PlanDiskResponse,
    PlannedPartition,
    PlannedVolume,
)
from services.filesystem.archiving import Archive, Part, Problem
from services.filesystem.listing import Entry, Kind, Listing
from services.filesystem.statistics import MountUsage
from services.filesystem.usage import DiskUsage, Usage

if TYPE_CHECKING:
    from services.filesystem.disks.device import Device
    from services.filesystem.disks.plan import Plan
    from services.filesystem.volumes.planning import Planned

_KINDS: Final = {
    FileType.REGULAR: Kind.REGULAR,
    FileType.DIRECTORY: Kind.DIRECTORY,
    FileType.SYMLINK: Kind.SYMLINK,
    FileType.OTHER: Kind.OTHER,
}


def absolute(path: str) -> str:
    """Return a path of the node. Raises InvalidArgumentError if it is not absolute."""
    if not path.startswith("/"):
        raise InvalidArgumentError(f'path "{path}" has to be absolute')
    return path


def listing(root: Path, message: ListFilesRequest) -> Listing:
    """Return what is to be listed. Raises InvalidArgumentError."""
    depth = _depth(message.recursion_depth) if message.recurse else 1
    return Listing(root, absolute(message.root or "/"), depth=depth, kinds=_kinds(message.types))


def disk_usage(root: Path, message: DiskUsageRequest) -> DiskUsage:
    """Return what is to be counted. Raises InvalidArgumentError."""
    paths = [absolute(path) for path in message.paths or ["/"]]
    depth = _depth(message.recursion_depth)
    return DiskUsage(root, paths, depth=depth, files=message.all, threshold=message.threshold)


def archive(root: Path, path: str) -> Archive:
    """Return what is to be copied. Raises InvalidArgumentError."""
    return Archive(root, absolute(path))


def file_entry(top: str, entry: Entry) -> FileEntry:
    """Return what a listing of top tells of a file."""
    relative, status = _text(entry.relative), entry.status
    path = _joined(top, relative)
    if status is None:
        return FileEntry(path=path, relative_path=relative, error=entry.error)
    return FileEntry(
        path=path,
        relative_path=relative,
        size=status.st_size,
        mode=status.st_mode,
        modified=_moment(status.st_mtime_ns),
        link=_text(entry.link),
        uid=status.st_uid,
        gid=status.st_gid,
    )


def usage_entry(usage: Usage) -> DiskUsageEntry:
    """Return what a file takes."""
    relative = _text(usage.relative)
    return DiskUsageEntry(
        path=_joined(usage.path, relative), relative_path=relative, size=usage.size, error=usage.error
    )


def copied(part: Part) -> CopyFilesResponse:
    """Return a part of an archive."""
    if isinstance(part, Problem):
        return CopyFilesResponse(relative_path=_text(part.relative), error=part.error)
    return CopyFilesResponse(data=part)


def mount_stat(usage: MountUsage) -> MountStat:
    """Return a mount with its size."""
    return MountStat(
        source=usage.source,
        target=_text(usage.target),
        filesystem=usage.fstype,
        size=usage.size,
        available=usage.available,
    )


def disk_plan(disk: "Device", plan: "Plan") -> PlanDiskResponse:
    """Return what a disk will be, and the way there."""
    partitions = [
        PlannedPartition(
            number=area.slot.number,
            label=area.slot.label,
            type_guid=area.slot.kind.upper(),
            offset=area.first * disk.sector_size,
            size=area.blocks * disk.sector_size,
            filesystem=area.slot.filesystem,
        )
        for area in plan.areas
    ]
    operations = [operation.describe() for operation in plan.operations]
    return PlanDiskResponse(disk=disk.dev_path, partitions=partitions, operations=operations)


def planned_volume(found: "Planned") -> PlannedVolume:
    """Return what a volume takes."""
    return PlannedVolume(
        id=found.volume.id,
        type=found.volume.type.value,
        location=found.location,
        target=found.volume.place.target,
        operations=list(found.steps),
        error=found.error,
    )


def _depth(levels: int) -> int | None:
    if levels < 0:
        raise InvalidArgumentError(f"recursion_depth {levels} has to be 0 (no limit) or more")
    return levels or None


def _kinds(types: Sequence[FileType]) -> frozenset[Kind]:
    unknown = [kind for kind in types if kind not in _KINDS]
    if unknown:
        raise InvalidArgumentError(f"types: {unknown[0]!r} is not a file type to select")
    return frozenset(_KINDS[FileType(kind)] for kind in types)


def _joined(top: str, relative: str) -> str:
    return top if relative == "." else f"{top.rstrip('/')}/{relative}"


def _text(name: str) -> str:
    """Replace what is no UTF-8: a file may have any name, a protobuf string may not."""
    return name if name.isascii() else os.fsencode(name).decode(errors="replace")


def _moment(nanoseconds: int) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(nanoseconds / 1e9, tz=dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None  # a time that a Timestamp cannot hold either
