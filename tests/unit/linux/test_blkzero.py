"""Zeros where the kernel does not know BLKZEROOUT: files."""

import errno
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from libtalos.linux.blkzero import zero

SIZE = 5 << 20


@pytest.fixture
def fd(tmp_path: Path) -> Iterator[int]:
    path = tmp_path / "disk"
    path.write_bytes(b"x" * SIZE)
    fd = os.open(path, os.O_RDWR)
    yield fd
    os.close(fd)


def test_a_range_is_written_where_there_is_no_call_for_it(fd: int) -> None:
    zero(fd, 1000, 3 << 20)
    assert os.pread(fd, SIZE, 0) == b"x" * 1000 + bytes(3 << 20) + b"x" * (SIZE - 1000 - (3 << 20))


def test_no_length_is_nothing_to_do(fd: int) -> None:
    zero(fd, 7, 0)
    assert os.pread(fd, SIZE, 0) == b"x" * SIZE


def test_a_failure_of_the_device_is_no_reason_to_write(fd: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(fcntl, "ioctl", fail)
    with pytest.raises(OSError, match=r"ioctl\(BLKZEROOUT, start=4096, length=512\): Input/output error"):
        zero(fd, 4096, 512)
    assert os.pread(fd, SIZE, 0) == b"x" * SIZE


def test_a_failed_write_says_where(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"")
    fd = os.open(tmp_path / "f", os.O_RDONLY)
    try:
        with pytest.raises(OSError, match="write of zeros at byte 10: Bad file descriptor"):
            zero(fd, 10, 10)
    finally:
        os.close(fd)
