"""The files under /etc that change while the node runs: declared by name, replaced as a whole.

What was written last is remembered, so that a file that is lost or changed behind this component's back comes back.
"""

import hashlib
from collections.abc import Callable, Iterable, MutableMapping
from pathlib import Path
from typing import Final

from libtalos.mounts.rows import FileRow

MAX_SIZE: Final = 1 << 20  # bytes, as the contract has it


class UnknownEtcFileError(LookupError):
    """No declared file has that name."""


class KeptEtcFileError(Exception):
    """The file is made once and then stays as it is."""


class EtcFiles:
    """The wanted contents of the declared files. Its methods block: call them off the event loop, one at a time."""

    def __init__(
        self,
        *,
        rows: Iterable[FileRow],
        root: Path,
        written: MutableMapping[str, bytes],
        bring_about: Callable[[FileRow], object],
    ) -> None:
        """Take the declared files and the root of the tree.

        written is what each file is to hold, by name, which bring_about makes true of a row.
        """
        self._rows = {row.name: row for row in rows}
        self._root = root
        self._written = written
        self._bring_about = bring_about

    @property
    def names(self) -> tuple[str, ...]:
        """The declared names below /etc, sorted."""
        return tuple(sorted(self._rows))

    def write(self, name: str, contents: bytes) -> bool:
        """Make these the contents of a file, lastingly; return whether they were others before.

        Raises UnknownEtcFileError, KeptEtcFileError, ValueError if they are longer than MAX_SIZE, StepError if it
        cannot be done; the old contents then stay the wanted ones.
        """
        row = self._writable(name)
        if len(contents) > MAX_SIZE:
            raise ValueError(f"{len(contents)} bytes are more than the {MAX_SIZE} that are allowed")
        before = self._read(row)
        remembered = self._written.get(name)
        self._written[name] = contents
        try:
            self._bring_about(row)
        except Exception:
            self._forget(name, remembered)
            raise
        return before != contents

    def adopt(self) -> None:
        """Want what the files hold now, as far as nobody has written anything else. Raises OSError."""
        for name, row in self._rows.items():
            contents = self._read(row)
            if contents is not None:
                self._written.setdefault(name, contents)

    def digests(self) -> dict[str, str]:
        """Return, for each declared file that is there, what tells its contents from others."""
        found = {name: self._read(row) for name, row in self._rows.items()}
        return {name: _digest(contents) for name, contents in found.items() if contents is not None}

    def _writable(self, name: str) -> FileRow:
        row = self._rows.get(name)
        if row is None:
            raise UnknownEtcFileError(f"not a declared file; there are {', '.join(self.names)}")
        if row.keep:
            raise KeptEtcFileError(f"made once, kept in {row.keep} and never rewritten")
        return row

    def _read(self, row: FileRow) -> bytes | None:
        try:
            return (self._root / row.source.lstrip("/")).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def _forget(self, name: str, remembered: bytes | None) -> None:
        if remembered is None:
            self._written.pop(name, None)
        else:
            self._written[name] = remembered


def _digest(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()[:16]
