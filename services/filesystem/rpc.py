"""talos.filesystem.v1 on the bus: decode, call the domain, encode."""

import asyncio
import datetime as dt
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Final

from libtalos.bus.errors import InvalidArgumentError
from libtalos.gen.talos.filesystem.v1 import (
    FileEntry,
    FilesystemServiceBase,
    FileType,
    ListFilesRequest,
    ListFilesResponse,
    MountStat,
    PlanRequest,
    PlanResponse,
    ReadFileRequest,
    ReadFileResponse,
    StatMountsRequest,
    StatMountsResponse,
    WriteEtcFileRequest,
    WriteEtcFileResponse,
)
from services.filesystem.etcfiles import EtcFiles
from services.filesystem.failures import on_the_bus
from services.filesystem.listing import Entry, Kind, Listing
from services.filesystem.offload import in_thread
from services.filesystem.reading import read_chunks
from services.filesystem.resources import Publisher
from services.filesystem.statistics import MountUsage
from services.filesystem.tree import MountTree

_KINDS: Final = {
    FileType.REGULAR: Kind.REGULAR,
    FileType.DIRECTORY: Kind.DIRECTORY,
    FileType.SYMLINK: Kind.SYMLINK,
    FileType.OTHER: Kind.OTHER,
}
_ENTRIES_AHEAD: Final = 64
_CHUNKS_AHEAD: Final = 4


class FilesystemRpc(FilesystemServiceBase):
    """The component's contract. A write waits until the tree is complete."""

    def __init__(
        self,
        *,
        root: Path,
        tree: MountTree,
        etc_files: EtcFiles,
        publisher: Publisher,
        usage: Callable[[], list[MountUsage]],
        complete: asyncio.Event,
    ) -> None:
        """Take the domain."""
        super().__init__()
        self._root = root
        self._tree = tree
        self._etc_files = etc_files
        self._publisher = publisher
        self._usage = usage
        self._complete = complete
        self._writing = asyncio.Lock()

    async def write_etc_file(self, message: WriteEtcFileRequest) -> WriteEtcFileResponse:
        """Rewrite a declared file."""
        await self._complete.wait()
        with on_the_bus(f"/etc/{message.name}"):
            async with self._writing:
                changed = await asyncio.to_thread(self._etc_files.write, message.name, message.contents)
        if changed:
            await self._publisher.publish_etc_files()
        return WriteEtcFileResponse(changed=changed)

    async def plan(self, message: PlanRequest) -> PlanResponse:  # noqa: ARG002 - the contract has it
        """Describe what is missing."""
        with on_the_bus("mount table"):
            missing = await asyncio.to_thread(self._tree.missing)
        return PlanResponse(operations=[step.describe() for step in missing])

    async def stat_mounts(self, message: StatMountsRequest) -> StatMountsResponse:  # noqa: ARG002 - the contract has it
        """Return sizes."""
        with on_the_bus("mountinfo"):
            found = await asyncio.to_thread(self._usage)
        return StatMountsResponse(mounts=[_stat(usage) for usage in found])

    async def list_files(self, message: ListFilesRequest) -> AsyncIterator[ListFilesResponse]:
        """Walk a directory."""
        root = message.root or "/"
        listing = Listing(self._place(root), depth=_depth(message), kinds=_kinds(message))
        with on_the_bus(root):
            async for entry in in_thread(listing.entries(), _ENTRIES_AHEAD):
                yield ListFilesResponse(entry=_entry(root, entry))

    async def read_file(self, message: ReadFileRequest) -> AsyncIterator[ReadFileResponse]:
        """Stream a regular file."""
        with on_the_bus(message.path):
            async for chunk in in_thread(read_chunks(self._place(message.path)), _CHUNKS_AHEAD):
                yield ReadFileResponse(data=chunk)

    def _place(self, path: str) -> Path:
        """Return where a path of the node lies."""
        if not path.startswith("/"):
            raise InvalidArgumentError(f'path "{path}" has to be absolute')
        return self._root / os.path.normpath(path).lstrip("/")


def _depth(message: ListFilesRequest) -> int | None:
    if message.recursion_depth < 0:
        raise InvalidArgumentError(f"recursion_depth {message.recursion_depth} has to be 0 (no limit) or more")
    return (message.recursion_depth or None) if message.recurse else 1


def _kinds(message: ListFilesRequest) -> frozenset[Kind]:
    unknown = [kind for kind in message.types if kind not in _KINDS]
    if unknown:
        raise InvalidArgumentError(f"types: {unknown[0]!r} is not a file type to select")
    return frozenset(_KINDS[FileType(kind)] for kind in message.types)


def _entry(root: str, entry: Entry) -> FileEntry:
    relative = _text(entry.relative)
    path = root if relative == "." else f"{root.rstrip('/')}/{relative}"
    status = entry.status
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


def _text(name: str) -> str:
    """Replace what is no UTF-8: a file may have any name, a protobuf string may not."""
    return os.fsencode(name).decode(errors="replace")


def _moment(nanoseconds: int) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(nanoseconds / 1e9, tz=dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None  # a time that a Timestamp cannot hold either


def _stat(usage: MountUsage) -> MountStat:
    return MountStat(
        source=usage.source,
        target=_text(usage.target),
        filesystem=usage.fstype,
        size=usage.size,
        available=usage.available,
    )
