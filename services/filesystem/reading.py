"""Contents of regular files, in chunks."""

import os
import stat
from collections.abc import Generator
from pathlib import Path
from typing import Final

from services.filesystem.reaching import reached, reopened

CHUNK: Final = 64 << 10  # bytes, as the contract has it


class NotRegularError(Exception):
    """The path is a directory, a device, a pipe or a socket."""


def read_chunks(root: Path, path: str) -> Generator[bytes, None, None]:
    """Yield the contents of a regular file of the node whose root lies at root, at most CHUNK bytes at a time.

    Blocks. Raises NotRegularError, OSError.
    """
    with reached(root, path) as place:
        # before it is opened: that alone starts a watchdog or a tape
        if not stat.S_ISREG(os.fstat(place).st_mode):
            raise NotRegularError("not a regular file")
        fd = reopened(place)
    try:
        while chunk := os.read(fd, CHUNK):
            yield chunk
    finally:
        os.close(fd)
