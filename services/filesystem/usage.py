"""How much of a disk files take."""

import os
import stat
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from services.filesystem.listing import BATCH, Entry, children, reason
from services.filesystem.reaching import reached

# st_blocks is in units of 512 bytes, whatever the file system's blocks are (stat(3type))
_BLOCK: Final = 512


class Usage(NamedTuple):
    """Bytes allocated to a file, or to a directory with all that is below it.

    path is the one that was asked for, relative is below it, "." for itself. An error says what could not be counted.
    """

    path: str
    relative: str
    size: int = 0
    error: str = ""


class _Open(msgspec.Struct):
    """A directory that is being counted."""

    relative: str
    children: Iterator[Entry]
    size: int


class DiskUsage(msgspec.Struct):
    """Counts trees, each directory after what is in it. A file with several names counts once, as with du(1).

    depth: how many levels below each path are told, None for all; everything is counted in any case. files: tell of
    what is no directory, too, and not of the paths alone. threshold in bytes: what takes less is not told; if it is
    negative, what takes more than its amount. Errors are told in any case.
    """

    root: Path
    paths: Sequence[str]
    depth: int | None = None
    files: bool = False
    threshold: int = 0
    _seen: set[tuple[int, int]] = msgspec.field(default_factory=set)

    def batches(self) -> Generator[Sequence[Usage], None, None]:
        """Yield what there is to tell of BATCH files at a time, which may be nothing. Blocks."""
        batch: list[Usage] = []
        for visited, usage in enumerate(self._all(), 1):
            if usage is not None:
                batch.append(usage)
            if visited % BATCH == 0:
                yield batch
                batch = []
        yield batch

    def _all(self) -> Iterator[Usage | None]:
        for path in self.paths:
            try:
                with reached(self.root, path) as top:
                    yield from self._counted(path, top)
            except OSError as error:
                yield Usage(path, ".", error=reason(error))

    def _counted(self, path: str, top: int) -> Iterator[Usage | None]:
        """Yield one item for each file, None if there is nothing to tell of it."""
        status = os.fstat(top)
        if not stat.S_ISDIR(status.st_mode):
            yield self._told(Usage(path, ".", self._size(status)), level=0)
            return
        pending = [_Open(".", children(top, "."), self._size(status))]
        while pending:
            here, level = pending[-1], len(pending)
            entry = next(here.children, None)
            if entry is None:
                pending.pop()
                if pending:
                    pending[-1].size += here.size
                yield self._told(Usage(path, here.relative, here.size), level=level - 1)
            elif entry.status is None:
                yield Usage(path, entry.relative, error=entry.error)
            elif stat.S_ISDIR(entry.status.st_mode):
                pending.append(_Open(entry.relative, children(top, entry.relative), self._size(entry.status)))
            else:
                size = self._size(entry.status)
                here.size += size
                yield self._told(Usage(path, entry.relative, size), level=level) if self.files else None

    def _size(self, status: os.stat_result) -> int:
        if status.st_nlink > 1 and not stat.S_ISDIR(status.st_mode):
            file = (status.st_dev, status.st_ino)
            if file in self._seen:
                return 0
            self._seen.add(file)
        return status.st_blocks * _BLOCK

    def _told(self, usage: Usage, *, level: int) -> Usage | None:
        deep = self.depth is not None and level > self.depth
        small = self.threshold > 0 and usage.size < self.threshold
        large = self.threshold < 0 and usage.size > -self.threshold
        return None if deep or small or large else usage
