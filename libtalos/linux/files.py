"""Files that must be whole or not there at all."""

import contextlib
import os
from pathlib import Path


def write_atomic(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Put content at path so that a reader, or a crash at any moment, meets the old file or the new one, whole.

    Raises OSError if the directory is missing or the disk is full; path is untouched then.
    """
    # a name of its own for every writer; tempfile would bring a component five modules more
    staging = path.with_name(f".{path.name}.{os.urandom(8).hex()}")
    fd = os.open(staging, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(fd, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fchmod(stream.fileno(), mode)
            os.fsync(stream.fileno())
        staging.rename(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            staging.unlink()
        raise
    sync_directory(path.parent)


def sync_directory(path: Path) -> None:
    """Make the names in the directory path durable: a rename survives a crash only after this."""
    fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
