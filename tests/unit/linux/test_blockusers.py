"""Users of block devices in made-up sysfs and procfs; the kernel's own: tests/integration/filesystem/test_wipe.py."""

import os
from pathlib import Path

import pytest

from libtalos.linux.blockusers import BlockDevice, BlockUsers

SDB = BlockDevice("sdb", (8, 16))
VG = BlockDevice("dm!0", (253, 0))
LINE = "22 1 {} / {} rw - xfs {} rw\n"


@pytest.fixture
def users(tmp_path: Path) -> BlockUsers:
    for directory in (
        "proc/thread-self",
        "proc/17",
        "proc/18/fd",
        "sys/class/block/sdb/holders",
        "sys/block/loop3/loop",
    ):
        (tmp_path / directory).mkdir(parents=True)
    (tmp_path / "proc/thread-self/mountinfo").write_text("")
    return BlockUsers(sys=tmp_path / "sys", proc=tmp_path / "proc")


def test_who_does_not_use_it_is_not_told(users: BlockUsers) -> None:
    assert users.mounts(SDB) == users.holders(SDB) == users.loops(SDB) == users.openers(SDB) == []
    assert not users.swapped(SDB)
    assert users.holders(BlockDevice("sdz", (9, 9))) == []


def test_mounts_are_known_by_number_and_by_source(users: BlockUsers, tmp_path: Path) -> None:
    own = tmp_path / "proc/thread-self/mountinfo"
    own.write_text(LINE.format("8:16", "/a\\040b", "/dev/sdb") + LINE.format("8:17", "/c", "/dev/sdb1"))
    assert users.mounts(SDB) == ["/a b"]
    # btrfs counts its own devices
    own.write_text(LINE.format("0:40", "/d", "/dev/sdb"))
    assert users.mounts(SDB) == ["/d"]


def test_mounts_of_others_are_told_with_the_process(users: BlockUsers, tmp_path: Path) -> None:
    (tmp_path / "proc/17/mountinfo").write_text(LINE.format("8:16", "/var", "/dev/sdb"))
    (tmp_path / "proc/17/comm").write_text("init\n")
    assert users.mounts(SDB) == ["/var of process 17 (init)"]
    (tmp_path / "proc/17/comm").unlink()
    assert users.mounts(SDB) == ["/var of process 17"]


def test_swap_is_known_by_its_path(users: BlockUsers, tmp_path: Path) -> None:
    swaps = tmp_path / "proc/swaps"
    swaps.write_text("Filename Type Size Used Priority\n/dev/sdb partition 1 0 -2\n")
    assert users.swapped(SDB)
    assert not users.swapped(VG)


def test_what_is_made_of_it_is_told_by_its_own_name(users: BlockUsers, tmp_path: Path) -> None:
    holders = tmp_path / "sys/class/block/sdb/holders"
    (holders / "md0").mkdir()
    (holders / "dm-0/dm").mkdir(parents=True)
    (holders / "dm-0/dm/name").write_text("vg-data\n")
    assert users.holders(SDB) == ["dm-0 (vg-data)", "md0"]
    (tmp_path / "sys/block/loop3/loop/backing_file").write_text("/dev/sdb\n")
    assert users.loops(SDB) == ["loop3"]
    assert users.loops(VG) == []


def test_a_process_that_has_another_file_open_is_not_told(users: BlockUsers, tmp_path: Path) -> None:
    (tmp_path / "proc/18/fd/3").symlink_to(os.devnull)
    (tmp_path / "proc/18/fd/4").symlink_to(tmp_path / "gone")
    assert users.openers(SDB) == []


def test_all_uses_are_told_in_words(users: BlockUsers, tmp_path: Path) -> None:
    assert users.told(SDB) == []
    (tmp_path / "proc/17/mountinfo").write_text(LINE.format("8:16", "/var", "/dev/sdb"))
    (tmp_path / "proc/swaps").write_text("Filename Type Size Used Priority\n/dev/sdb partition 1 0 -2\n")
    (tmp_path / "sys/class/block/sdb/holders/md0").mkdir()
    (tmp_path / "sys/block/loop3/loop/backing_file").write_text("/dev/sdb\n")
    assert users.told(SDB) == [
        "sdb is mounted at /var of process 17",
        "sdb is swapped to",
        "sdb is a part of md0",
        "sdb is a part of loop3",
    ]
