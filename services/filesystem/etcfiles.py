"""The files under /etc that change while the node runs: declared by name, rewritten in place.

In place, because the bind over /etc/<name> holds the inode: a rename over the source would leave the old one there.
"""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from libtalos.mounts.rows import FileRow

MAX_SIZE: Final = 1 << 20  # bytes, as the contract has it


class UnknownEtcFileError(LookupError):
    """No declared file has that name."""


class KeptEtcFileError(Exception):
    """The file is made once and then stays as it is."""


class EtcFiles:
    """Reads and rewrites the sources of the declared files. Its methods block: call them off the event loop."""

    def __init__(self, *, rows: Iterable[FileRow], root: Path) -> None:
        """Take the declared files and the root of the tree."""
        self._rows = {row.name: row for row in rows}
        self._root = root

    @property
    def names(self) -> tuple[str, ...]:
        """The declared names below /etc, sorted."""
        return tuple(sorted(self._rows))

    def write(self, name: str, contents: bytes) -> bool:
        """Make these the contents of a file, lastingly; return whether they were others before.

        Raises UnknownEtcFileError, KeptEtcFileError, ValueError if they are longer than MAX_SIZE, OSError.
        """
        row = self._writable(name)
        if len(contents) > MAX_SIZE:
            raise ValueError(f"{len(contents)} bytes are more than the {MAX_SIZE} that are allowed")
        path = self._source(row)
        if path.read_bytes() == contents:
            return False
        _rewrite(path, contents)
        return True

    def digests(self) -> dict[str, str]:
        """Return, for each declared file that is there, what tells its contents from others."""
        paths = {name: self._source(row) for name, row in self._rows.items()}
        return {name: _digest(path) for name, path in paths.items() if path.exists()}

    def _writable(self, name: str) -> FileRow:
        row = self._rows.get(name)
        if row is None:
            raise UnknownEtcFileError(f"not a declared file; there are {', '.join(self.names)}")
        if row.keep:
            raise KeptEtcFileError(f"made once, kept in {row.keep} and never rewritten")
        return row

    def _source(self, row: FileRow) -> Path:
        return self._root / row.source.lstrip("/")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def _rewrite(path: Path, contents: bytes) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        written = 0
        while written < len(contents):
            written += os.pwrite(fd, contents[written:], written)
        # Cut last: a reader in between sees too much, but never an empty file.
        os.ftruncate(fd, len(contents))
        os.fsync(fd)
    finally:
        os.close(fd)
