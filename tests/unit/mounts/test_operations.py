"""Operations on files: what they do, and that they can be taken back."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from libtalos.linux.mount import MS_NODEV, MS_NOSUID, MS_RDONLY
from libtalos.mounts import Operation
from libtalos.mounts.operations.files import Attributes, MakeDirectory, MakeFile, MakeLink, SetAttributes
from libtalos.mounts.operations.images import MakeImage
from libtalos.mounts.operations.mounting import Bind, MakeWritable, Mount, Rebind, SetFlags, Share, Unmount

MINE = Attributes(0o750, os.getuid(), os.getgid())


@pytest.mark.parametrize(
    "make",
    [
        lambda path: MakeDirectory(path, MINE),
        lambda path: MakeFile(path, b"contents", MINE),
        lambda path: MakeLink(path, "elsewhere"),
    ],
)
def test_what_was_made_can_be_taken_back(make: Callable[[Path], Operation], tmp_path: Path) -> None:
    operation = make(tmp_path / "new")
    operation.execute()
    assert os.path.lexists(tmp_path / "new")
    operation.undo()
    assert list(tmp_path.iterdir()) == []
    operation.undo()


def test_a_directory_that_is_used_by_now_stays(tmp_path: Path) -> None:
    operation = MakeDirectory(tmp_path / "new", MINE)
    operation.execute()
    (tmp_path / "new/file").write_text("")
    operation.undo()
    assert (tmp_path / "new/file").exists()


def test_a_file_has_contents_and_mode_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / ".new.new").write_text("left by an interrupted run, and longer than what is written now")
    MakeFile(tmp_path / "new", b"contents", Attributes(0o640, os.getuid(), os.getgid())).execute()
    assert (tmp_path / "new").read_bytes() == b"contents"
    assert (tmp_path / "new").stat().st_mode & 0o7777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_a_file_that_cannot_be_put_in_its_place_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "new/in/the/way").mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        MakeFile(tmp_path / "new", b"contents", Attributes(0o640, os.getuid(), os.getgid())).execute()
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_attributes_go_back_to_what_they_were(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.mkdir()
    before = Attributes.of(path.stat())
    operation = SetAttributes(path, MINE, before)
    operation.execute()
    assert Attributes.of(path.stat()) == MINE
    operation.undo()
    assert Attributes.of(path.stat()) == before


def test_a_volume_below_the_minimum_of_xfs_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"x\.img: 99 MiB: XFS needs at least 100 MiB"):
        MakeImage(tmp_path / "x.img", "L", 99 << 20).execute()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("operation", "line"),
    [
        (MakeDirectory(Path("/a"), Attributes(0o700, 60, 60)), "make directory /a (mode 0700, owner 60:60)"),
        (MakeFile(Path("/a"), b"secret"), "write /a (6 bytes, mode 0644, owner 0:0)"),
        (MakeImage(Path("/i"), "L", 4 << 30), "make /i: 4 GiB of XFS, label L"),
        (Mount("tmpfs", Path("/run"), "tmpfs", 0, "mode=0755"), "mount tmpfs tmpfs at /run with mode=0755"),
        (Bind(Path("/a"), Path("/b")), "bind /a to /b"),
        (Bind(Path("/a"), Path("/b"), MS_RDONLY), "bind /a to /b with ro"),
        (Rebind(Path("/a"), Path("/b"), MS_RDONLY | MS_NODEV), "bind /a to /b anew with ro,nodev"),
        (SetFlags(Path("/b"), MS_NOSUID), "set nosuid on /b"),
        (SetFlags(Path("/b"), 0, MS_RDONLY), "set no flags on /b, no more ro"),
        (MakeWritable(Path("/b")), "make the file system at /b writable"),
        (Unmount(Path("/b")), "unmount /b"),
        (SetAttributes(Path("/a"), Attributes(0o700)), "set mode 0700, owner 0:0 on /a"),
        (Share(Path("/")), "share mounts below /"),
    ],
)
def test_an_operation_says_what_it_does(operation: Operation, line: str) -> None:
    assert operation.describe() == line
