"""What is in a directory, and below."""

import os
import stat
from collections.abc import Generator, Iterator, Sequence
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from services.filesystem.reaching import directory_below, reached

# files that are looked at between two answers: a reader that left is noticed after so many at most
BATCH: Final = 256


class Kind(Enum):
    """The kinds of files that a listing tells apart."""

    REGULAR = "regular"
    DIRECTORY = "directory"
    SYMLINK = "symlink"
    OTHER = "other"

    @classmethod
    def of(cls, mode: int) -> "Kind":
        """Return the kind that st_mode has."""
        return _KINDS.get(stat.S_IFMT(mode), cls.OTHER)


_KINDS = {stat.S_IFREG: Kind.REGULAR, stat.S_IFDIR: Kind.DIRECTORY, stat.S_IFLNK: Kind.SYMLINK}


class Entry(NamedTuple):
    """A file. Without a status there is an error that says why. A tuple, since there are many of them."""

    relative: str
    status: os.stat_result | None
    link: str = ""
    error: str = ""

    @property
    def kind(self) -> Kind | None:
        """Its kind, if it could be looked at."""
        return None if self.status is None else Kind.of(self.status.st_mode)


class Listing(msgspec.Struct, frozen=True):
    """Walks a tree, each directory before what is in it, names sorted. depth: levels below the top, None for all.

    path is the node's, whose root lies at root. Directories are passed through whatever `kinds` selects (none selects
    all). What cannot be read is an entry with an error, and the walk goes on. Symbolic links are not followed, but for
    those in path itself.
    """

    root: Path
    path: str
    depth: int | None = 1
    kinds: frozenset[Kind] = frozenset()

    def batches(self) -> Generator[Sequence[Entry], None, None]:
        """Yield what is found among BATCH files at a time, which may be nothing; the entry of the top is ".".

        Blocks. Raises OSError if the top itself cannot be looked at.
        """
        with reached(self.root, self.path) as top:
            visited = self._visited(top)
            while batch := list(islice(visited, BATCH)):
                yield [entry for entry in batch if self._selected(entry)] if self.kinds else batch

    def _visited(self, top: int) -> Iterator[Entry]:
        status = os.fstat(top)
        yield Entry(".", status)
        pending = [children(top, ".")] if stat.S_ISDIR(status.st_mode) and self.depth != 0 else []
        while pending:
            entry = next(pending[-1], None)
            if entry is None:
                pending.pop()
                continue
            yield entry
            if self._deeper(entry, len(pending)):
                pending.append(children(top, entry.relative))

    def _deeper(self, entry: Entry, level: int) -> bool:
        is_directory = entry.status is not None and stat.S_ISDIR(entry.status.st_mode)
        return is_directory and (self.depth is None or level < self.depth)

    def _selected(self, entry: Entry) -> bool:
        return entry.kind is None or entry.kind in self.kinds


def children(top: int, relative: str) -> Iterator[Entry]:
    """Yield what is in the directory at relative below top, sorted. No descriptor is held between two entries."""
    try:
        with directory_below(top, relative) as fd, os.scandir(fd) as found:
            names = iter(sorted(item.name for item in found))
    except OSError as error:
        yield Entry(relative, None, error=reason(error))
        return
    prefix = "" if relative == "." else f"{relative}/"
    while some := list(islice(names, BATCH)):
        yield from _looked_at(top, relative, prefix, some)


def reason(error: OSError) -> str:
    """Return what the kernel says."""
    return error.strerror or str(error)


def _looked_at(top: int, relative: str, prefix: str, names: list[str]) -> list[Entry]:
    try:
        with directory_below(top, relative) as fd:
            return [_entry(fd, name, prefix + name) for name in names]
    except OSError as error:
        return [Entry(prefix + name, None, error=reason(error)) for name in names]


def _entry(directory: int, name: str, relative: str) -> Entry:
    try:
        status = os.stat(name, dir_fd=directory, follow_symlinks=False)
        if stat.S_ISLNK(status.st_mode):
            return Entry(relative, status, os.readlink(name, dir_fd=directory))
    except OSError as error:
        return Entry(relative, None, error=reason(error))
    return Entry(relative, status)
