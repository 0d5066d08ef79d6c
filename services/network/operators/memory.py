"""Leases outlive a restart of this component, but not one of the node: files on a tmpfs.

What is kept is the server's answer as it came. So it is read by the same code, with the same mistrust.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from libtalos.linux.files import write_atomic
from services.network.operators.lease import Answer

if TYPE_CHECKING:
    from pathlib import Path


class LeaseFiles:
    """One file for each operator: JSON of an Answer."""

    def __init__(self, directory: Path) -> None:
        """Keep them in a directory, which is made when it is needed."""
        self._directory = directory

    def load(self, key: str) -> Answer | None:
        """Return what is kept, None if nothing is; raises ValueError if it cannot be understood, OSError."""
        try:
            data = self._path(key).read_bytes()
        except FileNotFoundError:
            return None
        return msgspec.json.decode(data, type=Answer)

    def save(self, key: str, answer: Answer) -> None:
        """Replace the file at once; raises OSError."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, msgspec.json.encode(answer), mode=0o644)

    def forget(self, key: str) -> None:
        """Remove the file if there is one; raises OSError."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        # a link's name has no slash (dev_valid_name in Linux), an operator's id has one
        return self._directory / f"{key.replace('/', '-')}.json"
