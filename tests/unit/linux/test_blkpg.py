"""Partitions that a kernel is told of; with real disks: tests/integration/filesystem/test_provision.py."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from libtalos.linux import blkpg


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda fd: blkpg.add(fd, 3, 4096, 8192), r"BLKPG_ADD_PARTITION, number=3, start=4096, length=8192"),
        (lambda fd: blkpg.delete(fd, 3), r"BLKPG_DEL_PARTITION, number=3, start=0, length=0"),
        (lambda fd: blkpg.resize(fd, 3, 4096, 1), r"BLKPG_RESIZE_PARTITION, number=3, start=4096, length=1"),
    ],
)
def test_a_failure_names_the_call(tmp_path: Path, call: Callable[[int], None], name: str) -> None:
    fd = os.open(tmp_path, os.O_RDONLY)
    try:
        with pytest.raises(OSError, match=rf"ioctl\({name}\)") as caught:
            call(fd)
    finally:
        os.close(fd)
    assert caught.value.errno == errno.ENOTTY
