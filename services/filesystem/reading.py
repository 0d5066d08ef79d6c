"""Contents of regular files, in chunks."""

import os
import stat
from collections.abc import Generator
from pathlib import Path
from typing import Final

CHUNK: Final = 64 << 10  # bytes, as the contract has it


class NotRegularError(Exception):
    """The path is a directory, a device, a pipe or a socket."""


def read_chunks(path: Path) -> Generator[bytes, None, None]:
    """Yield the contents of a regular file, at most CHUNK bytes at a time. Blocks. Raises NotRegularError, OSError."""
    _require_regular(path.stat())  # before it is opened: that alone starts a watchdog or a tape
    # Never wait: an open of a pipe would, and so would a read of some files under /proc.
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        _require_regular(os.fstat(fd))
        while chunk := os.read(fd, CHUNK):
            yield chunk
    finally:
        os.close(fd)


def _require_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularError("not a regular file")
