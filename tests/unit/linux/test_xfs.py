"""XFS through an open file; growth itself: tests/integration/filesystem/test_provision.py."""

import errno
import os
from pathlib import Path

import pytest

from libtalos.linux import xfs


def test_another_file_system_is_told_apart() -> None:
    fd = os.open(Path("/proc"), os.O_RDONLY)
    try:
        with pytest.raises(OSError, match="XFS_IOC_FSGEOMETRY_V1") as caught:
            xfs.geometry(fd)
        with pytest.raises(OSError, match="XFS_IOC_FSGEOMETRY_V1"):
            xfs.grow(fd, 1 << 30)
    finally:
        os.close(fd)
    assert caught.value.errno == errno.ENOTTY
