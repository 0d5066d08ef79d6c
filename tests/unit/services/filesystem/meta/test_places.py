"""The file and the partition that META is in: made whole, locked, refused with the reason."""

import errno
import fcntl
import os
from pathlib import Path

import pytest

from services.filesystem.meta.medium import UnfitMediumError
from services.filesystem.meta.places import FILE_SIZE, FilePlace, MetaPlaceError, PartitionPlace
from services.filesystem.meta.values import NoValueError, Values


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "META.img"


def test_the_file_is_made_by_the_first_write(path: Path) -> None:
    values = Values(FilePlace(path))
    assert values.load().tags == {}
    with pytest.raises(NoValueError):
        values.delete(6)
    assert not path.exists()
    values.write(6, b"A")
    assert [entry.name for entry in path.parent.iterdir()] == ["META.img"]
    status = path.stat()
    assert (status.st_size, status.st_mode & 0o777) == (FILE_SIZE, 0o600)
    assert status.st_blocks * 512 >= FILE_SIZE, "no write may find the disk full later"
    assert Values(FilePlace(path)).read(6) == b"A"


def test_a_file_that_was_not_made_whole_is_made_anew(path: Path) -> None:
    path.with_suffix(".new").write_bytes(b"cut off")
    Values(FilePlace(path)).write(6, b"A")
    assert [entry.name for entry in path.parent.iterdir()] == ["META.img"]


def test_a_file_that_cannot_be_made_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fd: int, offset: int, size: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "posix_fallocate", full)
        with pytest.raises(OSError, match="No space left on device"):
            Values(FilePlace(path)).write(6, b"A")
    assert list(path.parent.iterdir()) == []
    Values(FilePlace(path)).write(6, b"A")


def test_what_is_too_short_is_refused_and_left_alone(path: Path) -> None:
    path.write_bytes(b"something else")
    for call in (lambda: Values(FilePlace(path)).load(), lambda: Values(FilePlace(path)).write(6, b"A")):
        with pytest.raises(UnfitMediumError, match=r"META.img has 14 bytes, META needs 525312"):
            call()
    assert path.read_bytes() == b"something else"


def test_a_symbolic_link_is_not_followed(path: Path) -> None:
    target = path.with_name("target")
    target.write_bytes(bytes(FILE_SIZE))
    path.symlink_to(target)
    with pytest.raises(OSError, match="symbolic link"):
        Values(FilePlace(path)).write(6, b"A")
    assert target.read_bytes() == bytes(FILE_SIZE)


def test_others_are_kept_out_while_it_is_written(path: Path) -> None:
    place = FilePlace(path)
    fd = None
    with place.writing():
        fd = os.open(path, os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
    with place.reading():
        fcntl.flock(fd, fcntl.LOCK_SH | fcntl.LOCK_NB)
        with pytest.raises(BlockingIOError):
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(fd)


def test_a_write_that_is_cut_short_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_write, real_read = os.pwrite, os.pread
    monkeypatch.setattr(os, "pwrite", lambda fd, data, at: real_write(fd, data[:100_001], at))
    monkeypatch.setattr(os, "pread", lambda fd, size, at: real_read(fd, min(size, 100_001), at))
    Values(FilePlace(path)).write(6, bytes(range(256)) * 900)
    assert Values(FilePlace(path)).read(6) == bytes(range(256)) * 900


def test_there_has_to_be_one_partition(tmp_path: Path) -> None:
    found: list[Path] = []
    values = Values(PartitionPlace(lambda: found))
    assert values.load().tags == {}
    with pytest.raises(MetaPlaceError, match="no disk has a partition labelled META: install first"):
        values.write(6, b"A")
    for name in ("sda4", "sdb4"):
        (tmp_path / name).write_bytes(bytes(FILE_SIZE))
    found.append(tmp_path / "sda4")
    values.write(6, b"A")
    assert values.read(6) == b"A"
    found.append(tmp_path / "sdb4")
    with pytest.raises(MetaPlaceError, match=r"several partitions are labelled META: .*/sda4, .*/sdb4; keep one"):
        values.read(6)
