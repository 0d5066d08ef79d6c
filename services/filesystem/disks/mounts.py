"""The file system of a partition, wherever it is mounted."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from libtalos.linux.mountinfo import read
from services.filesystem.disks.device import Device

# of the thread that asks, which can be in a mount namespace of its own
MOUNTS: Final = Path("/proc/thread-self/mountinfo")


@contextmanager
def root_of(device: Device) -> Iterator[int | None]:
    """Open the root of a device's file system; None if it is not mounted. Raises OSError."""
    target = next((each.target for each in read(MOUNTS) if (each.major, each.minor) == device.numbers), None)
    if target is None:
        yield None
        return
    fd = os.open(target, os.O_RDONLY | os.O_CLOEXEC)
    try:
        yield fd
    finally:
        os.close(fd)
