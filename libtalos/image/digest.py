"""SHA-256 of files and of the inputs of a build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import NewType

Sha256 = NewType("Sha256", str)
"""64 hexadecimal digits."""


def of_file(path: Path) -> Sha256:
    """Digest of a file's bytes."""
    with path.open("rb") as file:
        return Sha256(hashlib.file_digest(file, "sha256").hexdigest())


def of_bytes(data: bytes) -> Sha256:
    """Digest of bytes in memory."""
    return Sha256(hashlib.sha256(data).hexdigest())


def of_items(items: Iterable[tuple[str, str]]) -> Sha256:
    """Digest of named values; the order does not matter, names and values cannot run into each other."""
    total = hashlib.sha256()
    for name, value in sorted(items):
        for part in (name, value):
            data = part.encode()
            total.update(len(data).to_bytes(8, "little") + data)
    return Sha256(total.hexdigest())
