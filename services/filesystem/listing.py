"""What is in a directory, and below."""

import os
import stat
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


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


@dataclass(frozen=True, slots=True)
class Entry:
    """A file. Without a status there is an error that says why."""

    relative: str
    status: os.stat_result | None
    link: str = ""
    error: str = ""

    @property
    def kind(self) -> Kind | None:
        """Its kind, if it could be looked at."""
        return None if self.status is None else Kind.of(self.status.st_mode)


@dataclass(frozen=True, slots=True)
class Listing:
    """Walks a tree, each directory before what is in it, names sorted. depth: levels below root, None for all.

    Directories are passed through whatever `kinds` selects (none selects all). What cannot be read is an entry with
    an error, and the walk goes on. Symbolic links are not followed, but for the root itself.
    """

    root: Path
    depth: int | None = 1
    kinds: frozenset[Kind] = frozenset()

    def entries(self) -> Generator[Entry, None, None]:
        """Yield the entries; the root's is ".". Blocks. Raises OSError if the root itself cannot be looked at."""
        top = Entry(".", self.root.stat())
        if self._selected(top):
            yield top
        pending = [(0, self._children("."))] if top.kind is Kind.DIRECTORY and self.depth != 0 else []
        while pending:
            level, children = pending[-1]
            entry = next(children, None)
            if entry is None:
                pending.pop()
                continue
            if self._selected(entry):
                yield entry
            if entry.kind is Kind.DIRECTORY and (self.depth is None or level + 1 < self.depth):
                pending.append((level + 1, self._children(entry.relative)))

    def _selected(self, entry: Entry) -> bool:
        return entry.kind is None or not self.kinds or entry.kind in self.kinds

    def _children(self, relative: str) -> Iterator[Entry]:
        try:
            with os.scandir(self.root / relative) as found:
                names = sorted(item.name for item in found)
        except OSError as error:
            yield Entry(relative, None, error=_reason(error))
            return
        for name in names:
            yield self._entry(name if relative == "." else f"{relative}/{name}")

    def _entry(self, relative: str) -> Entry:
        path = self.root / relative
        try:
            status = path.lstat()
            link = str(path.readlink()) if stat.S_ISLNK(status.st_mode) else ""
        except OSError as error:
            return Entry(relative, None, error=_reason(error))
        return Entry(relative, status, link)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
