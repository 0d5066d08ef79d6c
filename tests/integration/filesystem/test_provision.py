"""A disk becomes the node's: on real block devices, with real file systems, judged by other programs."""

import fcntl
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from libtalos.linux.mount import mount, umount2
from services.filesystem.disks.errors import DiskError, DiskInUseError, NotEmptyError, UnknownDiskError
from services.filesystem.disks.provisioner import Wish
from tests.integration.filesystem.blank import FILESYSTEMS, GIB, LABELS, SIZE, Blank, blank, run
from tests.integration.filesystem.conftest import Inside
from tests.integration.filesystem.disks import take_away

pytestmark = pytest.mark.root
MIB = 1 << 20
DATA = "0FC63DAF-8483-4772-8E79-3D69D8477DE4"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Blank]:
    if os.geteuid():
        pytest.skip("needs root for loop devices")
    with blank(tmp_path) as found:
        yield found


@contextmanager
def mounted(device: Path, place: Path) -> Iterator[Path]:
    """A file system, in the mount namespace that the test is in."""
    place.mkdir(exist_ok=True)
    mount(str(device), place, "xfs")
    try:
        yield place
    finally:
        umount2(place)


@pytest.mark.parametrize("sector", [512, 4096])
def test_a_blank_disk_gets_what_was_planned(tmp_path: Path, sector: int) -> None:
    with blank(tmp_path, sector=sector) as disk:
        planned = disk.missing()
        assert disk.read(0, 1 << 20) == bytes(1 << 20), "a plan changes nothing"
        assert disk.provision() == planned
        table = disk.table()
        assert (table["label"], table["sectorsize"], table["firstlba"]) == ("gpt", sector, MIB // sector)
        parts = table["partitions"]
        assert [part["name"] for part in parts] == LABELS
        assert [part["type"] for part in parts] == [
            "C12A7328-F81F-11D2-BA4B-00A0C93EC93B",
            "21686148-6449-6E6F-744E-656564454649",
            *[DATA] * 4,
        ]
        assert [part.get("attrs") for part in parts] == [None, "LegacyBIOSBootable", None, None, None, None]
        sizes = [part["size"] * sector for part in parts]
        assert sizes[:5] == [100 * MIB, MIB, 2000 * MIB, MIB, 100 * MIB]
        assert [part["start"] * sector for part in parts] == [
            MIB,
            101 * MIB,
            102 * MIB,
            2102 * MIB,
            2103 * MIB,
            2203 * MIB,
        ]
        assert 2203 * MIB + sizes[5] == SIZE - MIB, "to the end, but for the second table"
        for number, size in enumerate(sizes, start=1):
            assert int(Path(f"/sys/class/block/{disk.part(number).name}/size").read_text()) * 512 == size
        disk.check()
        assert disk.part(2).read_bytes() == disk.part(4).read_bytes() == bytes(MIB)
        assert disk.missing() == disk.provision() == []


def test_the_file_systems_work(disk: Blank, inside: Inside, tmp_path: Path) -> None:
    disk.provision()

    def use() -> None:
        for number in (3, 5, 6):
            with mounted(disk.part(number), tmp_path / "m") as place:
                (place / "file").write_text("x")
                assert "ftype=1" in run("xfs_info", place)
        assert "EFI" in run("fatlabel", disk.part(1))

    inside(use)


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (["mkfs.ext4", "-q"], "it has extfs"),
        (["mkswap"], "it has swap"),
        (["sfdisk", "-q"], "it has a GPT with mine, partition 2"),
    ],
)
def test_a_disk_that_is_not_empty_is_refused_unless_forced(disk: Blank, make: list[str], found: str) -> None:
    table = "label: gpt\nsize=10MiB, name=mine\nsize=10MiB\n"
    subprocess.run([*make, disk.device], input=table.encode(), check=True, capture_output=True)
    before = disk.read(0, 4 << 20)
    for call in (disk.missing, disk.provision):
        with pytest.raises(NotEmptyError, match=f"{disk.device} is not empty, {found}: erase it by force"):
            call()
    assert disk.read(0, 4 << 20) == before
    assert disk.provision(Wish(str(disk.device), wipe=True)) == disk.missing(disk.force)
    disk.check()


def test_what_a_node_has_is_erased_by_force_alone(disk: Blank) -> None:
    disk.provision()
    before = disk.finished()
    assert disk.provision(Wish(str(disk.device), wipe=True)) == []
    assert disk.finished() == before
    disk.provision(disk.force)
    disk.check()
    assert set(disk.finished().values()).isdisjoint(before.values()), "new ones, every one"


def test_nothing_old_comes_to_light_in_a_new_partition(disk: Blank) -> None:
    """The disk looks empty, and where partitions will be are file systems from before."""
    disk.provision()
    old = disk.finished()
    run("partx", "-d", disk.device)
    for offset in (0, SIZE - MIB):
        disk.write(offset, bytes(MIB))
    generator = disk.provisioner().provision(disk.wish)
    for _ in range(3):
        next(generator)
    generator.close()
    assert [run("blkid", "-p", "-o", "value", "-s", "TYPE", part) if probed(part) else "" for part in parts(disk)] == [
        ""
    ] * 6
    disk.provision()
    assert set(disk.finished().values()).isdisjoint(old.values())


def parts(disk: Blank) -> list[Path]:
    return [disk.part(number) for number in range(1, 7)]


def probed(part: Path) -> bool:
    """Whether blkid finds a file system."""
    done = subprocess.run(["blkid", "-p", "-s", "TYPE", part], capture_output=True, check=False)
    return bool(done.stdout)


def test_a_disk_in_use_is_not_touched(disk: Blank, inside: Inside, tmp_path: Path) -> None:
    disk.provision()

    def use() -> None:
        with mounted(disk.part(6), tmp_path / "m") as place:
            (place / "file").write_text("x")
            said = f"{disk.device} is in use: unmount what is on it.*; .*p6 is mounted at {place}"
            with pytest.raises(DiskInUseError, match=said):
                disk.provision(disk.force)
            assert (place / "file").read_text() == "x"

    inside(use)
    disk.check()


def test_two_do_not_work_on_a_disk_at_once(disk: Blank) -> None:
    first = disk.provisioner().provision(disk.wish)
    next(first)
    with pytest.raises(DiskInUseError, match="is locked: another program works on it"):
        disk.provision()
    first.close()
    fd = os.open(disk.device, os.O_RDONLY)
    try:
        fcntl.flock(fd, fcntl.LOCK_SH)
        with pytest.raises(DiskInUseError, match="is locked"):
            disk.provision()
    finally:
        os.close(fd)
    disk.provision()
    disk.check()


HOLDER = """
import fcntl, os, sys
fd = os.open(sys.argv[1], os.O_RDWR)
fcntl.flock(fd, fcntl.LOCK_EX)
print(flush=True)
sys.stdin.read()
"""


def test_who_works_on_a_disk_is_named(disk: Blank) -> None:
    command = [sys.executable, "-c", HOLDER, str(disk.device)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(DiskInUseError, match=rf"is locked: process {process.pid} \(.*\) works on it"):
            disk.provision()
        process.communicate()
    disk.provision()


def test_what_cannot_be_a_nodes_disk(disk: Blank, tmp_path: Path) -> None:
    disk.provision()
    cases: list[tuple[str, type[DiskError], str]] = [
        ("/dev/nowhere", UnknownDiskError, "there is no disk /dev/nowhere"),
        ("/dev/null", UnknownDiskError, "there is no disk /dev/null"),
        ("", UnknownDiskError, "there is no disk"),
        (str(disk.part(3)), DiskError, f"is a partition: give the disk, {disk.device.name}"),
    ]
    for path, error, message in cases:
        with pytest.raises(error, match=message):
            disk.missing(Wish(path))
    run("blockdev", "--setro", disk.device)
    with pytest.raises(DiskError, match="cannot be written to"):
        disk.missing()
    run("blockdev", "--setrw", disk.device)


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 6, 11])
def test_a_disk_that_is_pulled_out_is_said_to_be_gone(disk: Blank, steps: int) -> None:
    """At the step at which it is missed; the next call does not find it."""
    working, names = disk.provisioner().provision(disk.wish), disk.missing()
    for _ in range(steps):
        next(working)
    take_away(disk.image, disk.device)
    with pytest.raises(UnknownDiskError, match=f"^{disk.device} has gone: cannot {re.escape(names[steps])}: "):
        next(working)
    with pytest.raises(UnknownDiskError, match=f"there is no disk {disk.device}"):
        disk.provision()


def test_a_disk_that_is_too_small_is_refused(tmp_path: Path) -> None:
    with blank(tmp_path, size=4 * GIB) as disk:
        with pytest.raises(DiskError, match=f"{disk.device} has 4096 MiB, and the partitions need 4252: take a larger"):
            disk.provision()
        assert disk.read(0, MIB) == bytes(MIB)
        disk.resize(4252 * MIB)
        disk.provision()
        disk.check()


def test_a_disk_may_be_given_by_a_symbolic_link(disk: Blank, tmp_path: Path) -> None:
    dev = tmp_path / "dev"
    (dev / "disk/by-id").mkdir(parents=True)
    (dev / "disk/by-id/mine").symlink_to(disk.device)
    found, _ = disk.provisioner(dev).plan(Wish("/dev/disk/by-id/mine"))
    assert found.dev_path == str(disk.device)


def test_where_devtmpfs_makes_no_nodes_they_are_made(disk: Blank, tmp_path: Path) -> None:
    dev = tmp_path / "dev"
    dev.mkdir()
    assert list(disk.provisioner(dev).provision(disk.wish))
    assert sorted(node.name for node in dev.iterdir()) == [
        disk.device.name,
        *(f"{disk.device.name}p{number}" for number in range(1, 7)),
    ]
    disk.check()


def test_a_kernel_that_forgot_the_partitions_is_told(disk: Blank) -> None:
    disk.provision()
    before = disk.finished()
    run("partx", "-d", "--nr", "3:6", disk.device)
    assert disk.provision() == ["tell the kernel where the partitions are", "read everything back"]
    assert disk.finished() == before
    disk.check()


@pytest.mark.parametrize("mounted_meanwhile", [False, True])
def test_ephemeral_grows_with_the_disk(disk: Blank, inside: Inside, tmp_path: Path, mounted_meanwhile: bool) -> None:
    disk.provision()
    before = disk.finished()
    del before[6]
    steps = [
        "grow partition 6 (EPHEMERAL) to the end of the disk",
        "tell the kernel where the partitions are",
        "grow xfs EPHEMERAL to the size of partition 6",
        "read everything back",
    ]

    def grow() -> None:
        with mounted(disk.part(6), tmp_path / "m") as place:
            (place / "file").write_text("x")
            if mounted_meanwhile:
                disk.resize(7 * GIB)
                assert disk.provision() == steps
                assert disk.missing() == []
        if not mounted_meanwhile:
            disk.resize(7 * GIB)
            assert disk.provision() == steps
        with mounted(disk.part(6), tmp_path / "m") as place:
            assert (place / "file").read_text() == "x"
            status = os.statvfs(place)
            assert status.f_blocks * status.f_frsize > 4.7 * GIB

    inside(grow)
    assert disk.missing() == []
    disk.check()
    assert before.items() <= disk.finished().items()


def test_a_little_more_is_not_worth_a_change(disk: Blank) -> None:
    disk.provision()
    disk.resize(SIZE + 8 * MIB)
    # the second copy of the table is not at the end any more
    assert disk.provision() == ["write both copies of the GPT anew", "read everything back"]
    assert disk.missing() == []
    disk.check()


def test_a_disk_that_became_smaller_is_refused(disk: Blank) -> None:
    disk.provision()
    disk.resize(SIZE - 100 * MIB)
    with pytest.raises(NotEmptyError, match="it has a GPT with EFI, BIOS, BOOT, META, STATE, EPHEMERAL"):
        disk.provision()


@pytest.mark.parametrize("offset", [512, 1024, SIZE - 512, SIZE - 33 * 512])
def test_a_damaged_copy_of_the_table_is_restored(disk: Blank, offset: int) -> None:
    disk.provision()
    before, table = disk.finished(), disk.table()
    disk.write(offset, b"\xff" * 100)
    assert disk.provision() == ["write both copies of the GPT anew", "read everything back"]
    assert (disk.finished(), disk.table()) == (before, table)
    disk.check()


def test_without_its_protective_mbr_a_nodes_disk_is_not_touched(disk: Blank) -> None:
    disk.provision()
    disk.write(0, bytes(512))
    with pytest.raises(NotEmptyError, match="is not empty"):
        disk.provision()


def test_every_partition_has_its_file_system_named() -> None:
    assert {LABELS[number - 1] for number in FILESYSTEMS} == set(LABELS) - {"BIOS", "META"}
