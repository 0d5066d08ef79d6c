"""Recorded files: replaced as a whole, each one atomically."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Replace path by data so that a crash leaves the old file or the new one. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staging = path.with_name(f".{path.name}.new")
    with staging.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    staging.replace(path)


def replace_tree(directory: Path, files: Mapping[str, bytes]) -> None:
    """Make directory hold exactly files (by relative path); unchanged ones are not touched. Raises OSError."""
    for name, data in files.items():
        path = directory / name
        if not path.is_file() or path.read_bytes() != data:
            write_atomically(path, data)
    for name in read_tree(directory).keys() - files.keys():
        (directory / name).unlink()
    for path in sorted(directory.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def read_tree(directory: Path) -> dict[str, bytes]:
    """Return every file below directory by relative path; an absent directory is empty. Raises OSError."""
    paths = (path for path in directory.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(directory).as_posix(): path.read_bytes() for path in paths}
