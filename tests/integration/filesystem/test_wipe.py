"""Wiping disks and partitions on real loop devices: what is found after it, what is refused and by whom it is used."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from libtalos.linux import loop
from libtalos.linux.blockusers import BlockUsers
from libtalos.linux.mount import mount, umount2
from services.filesystem import gpt
from services.filesystem.disks.look import Look
from services.filesystem.disks.probe import NOTHING, probe
from services.filesystem.wipe.errors import OrderError, UnknownDeviceError, WipeError
from services.filesystem.wipe.orders import Order, Progress
from services.filesystem.wipe.wiper import CHUNK, Wiper
from tests.integration.filesystem.conftest import Inside
from tests.integration.filesystem.disks import BLOCKS, SIZE, Disk, attached, take_away

pytestmark = pytest.mark.root
SYS, DEV = Path("/sys"), Path("/dev")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if os.geteuid():
        pytest.skip("needs root for loop devices")
    with attached(tmp_path) as found:
        yield found
        # without META nobody else does so
        subprocess.run(["partx", "-d", str(found.device)], check=False, capture_output=True)


def wiper(*, container: bool = False) -> Wiper:
    look = Look(sys=SYS, dev=DEV, make_nodes=True)
    return Wiper(look=look, sys=SYS, dev=DEV, container=container, users=BlockUsers())


def wipe(*orders: Order) -> list[Progress]:
    return list(wiper().wipe(orders))


def order(device: Path, **more: bool) -> Order:
    """An order for a device that may well be the system disk: it has META."""
    return Order(device.name, skip_volume_check=True, **more)


def fill(device: Path, size: int, byte: bytes = b"\xa5") -> None:
    fd = os.open(device, os.O_WRONLY)
    try:
        os.pwrite(fd, byte * size, 0)
        os.fsync(fd)
    finally:
        os.close(fd)


def contents(device: Path) -> bytes:
    fd = os.open(device, os.O_RDONLY)
    try:
        os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
        return os.pread(fd, BLOCKS * 512, 0)
    finally:
        os.close(fd)


def make(kind: str, device: Path) -> None:
    subprocess.run([*kind.split(), str(device)], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("command", "name"), [("mkfs.ext4 -q", "extfs"), ("mkfs.xfs -q -f --unsupported", "xfs"), ("mkswap", "swap")]
)
def test_a_fast_wipe_leaves_nothing_that_is_recognized(tmp_path: Path, command: str, name: str) -> None:
    image = tmp_path / "image"
    with image.open("wb") as stream:
        stream.truncate(64 << 20)
    with loop.attach(image) as device:
        make(command, device.path)
        assert probe(device.path).name == name
        steps = wipe(Order(device.path.name))
        assert (steps[-1].done, steps[-1].size) == (64 << 20, 64 << 20)
        assert steps[-1].step.startswith(f"erased the signatures of {device.path.name}: ")
        assert probe(device.path) == NOTHING
        signatures = subprocess.run(["wipefs", str(device.path)], check=True, capture_output=True)
        assert signatures.stdout == b""


def test_a_fast_wipe_of_a_disk_takes_both_tables_and_what_is_on_the_partitions(disk: Disk) -> None:
    make("mkswap", disk.partition)
    wipe(order(disk.device))
    assert not disk.partition.exists()
    whole = contents(disk.device)
    for lba in (0, 1, 2, BLOCKS - 33, BLOCKS - 1):
        assert whole[lba * 512 : (lba + 1) * 512] == bytes(512)
    assert b"SWAPSPACE2" not in whole
    assert probe(disk.device) == NOTHING


def test_partitions_that_only_the_table_knows_are_wiped_too(disk: Disk) -> None:
    make("mkswap", disk.partition)
    disk.hide()
    assert b"SWAPSPACE2" in contents(disk.device)
    wipe(order(disk.device))
    assert b"SWAPSPACE2" not in contents(disk.device)


def test_a_partition_alone_is_wiped_and_the_table_stays(disk: Disk) -> None:
    make("mkswap", disk.partition)
    before = contents(disk.device)
    wipe(order(disk.partition))
    assert probe(disk.partition) == NOTHING
    after = contents(disk.device)
    assert (after[: 3 << 20], after[4 << 20 :]) == (before[: 3 << 20], before[4 << 20 :])
    assert disk.meta() == bytes(SIZE)


def test_a_dropped_partition_is_gone_from_the_table_and_from_the_kernel(disk: Disk) -> None:
    steps = wipe(order(disk.partition, drop_partition=True))
    assert steps[-1].step == f"dropped {disk.partition.name} from {disk.device.name}"
    assert not (SYS / "class/block" / disk.partition.name).exists()
    with disk.device.open("rb", buffering=0) as stream:
        table = gpt.read(stream, block=512, last=BLOCKS - 1)
    assert table is not None
    assert [part.name for part in table.partitions] == ["EFI"]


def test_zeroes_are_everywhere_and_progress_is_told(tmp_path: Path) -> None:
    image, size = tmp_path / "image", CHUNK + (8 << 20)
    with image.open("wb") as stream:
        stream.truncate(size)
    with loop.attach(image) as device:
        for place in (CHUNK // 2, CHUNK, size - (2 << 20)):
            fd = os.open(device.path, os.O_WRONLY)
            os.pwrite(fd, b"secret", place)
            os.fsync(fd)
            os.close(fd)
        steps = wipe(Order(device.path.name, zeroes=True))
        assert [step.done for step in steps] == [0, CHUNK, size, size]
        assert steps[-1].step == f"zeroed {device.path.name}"
    with image.open("rb") as stream:
        while part := stream.read(1 << 20):
            assert part == bytes(len(part))


def test_who_stops_leaves_it_unlocked_and_without_signatures(disk: Disk) -> None:
    fill(disk.partition, SIZE)
    steps = wiper().wipe([order(disk.device, zeroes=True)])
    while not re.search(rf"signatures of {disk.device.name}\b", next(steps).step):
        pass
    steps.close()
    assert probe(disk.device) == NOTHING
    wipe(Order(disk.device.name, zeroes=True))
    assert contents(disk.device) == bytes(BLOCKS * 512)


def test_what_is_mounted_is_refused_with_the_place(tmp_path: Path, inside: Inside) -> None:
    image, target = tmp_path / "image", tmp_path / "target"
    target.mkdir()
    with image.open("wb") as stream:
        stream.truncate(16 << 20)
    with loop.attach(image) as device:
        make("mkfs.ext4 -q", device.path)
        inside(lambda: mount(str(device.path), target, "ext4", 0))
        try:
            with pytest.raises(WipeError, match=rf"in use: it is mounted at {target}$"):
                inside(lambda: wipe(Order(device.path.name, skip_volume_check=True, skip_secondary_check=True)))
        finally:
            inside(lambda: umount2(target))
        assert probe(device.path).name == "extfs"


def test_what_holds_the_log_of_a_mounted_file_system_is_refused_with_the_place(tmp_path: Path, inside: Inside) -> None:
    """The mount is another device's, and what it has of this one stands among its options."""
    target, data, log = tmp_path / "target", tmp_path / "data", tmp_path / "log"
    target.mkdir()
    for image, size in ((data, 300 << 20), (log, 64 << 20)):
        with image.open("wb") as stream:
            stream.truncate(size)
    with loop.attach(data) as device, loop.attach(log) as second:
        make(f"mkfs.xfs -q -l logdev={second.path}", device.path)
        inside(lambda: mount(str(device.path), target, "xfs", 0, f"logdev={second.path}"))
        try:
            for each in (device, second):
                with pytest.raises(WipeError, match=rf"in use: it is mounted at {target}$"):
                    inside(lambda name=each.path.name: wipe(Order(name)))  # type: ignore[misc]
        finally:
            inside(lambda: umount2(target))
        wipe(Order(second.path.name))


def test_what_is_swapped_to_is_refused(disk: Disk) -> None:
    make("mkswap", disk.partition)
    make("swapon", disk.partition)
    try:
        for device in (disk.partition, disk.device):
            with pytest.raises(WipeError, match=r"in use: it(s partition .*)? is swapped to$"):
                wipe(order(device, skip_secondary_check=True))
        assert probe(disk.partition).name == "swap"
    finally:
        make("swapoff", disk.partition)
    wipe(order(disk.device))


def test_what_a_loop_device_is_made_of_is_refused_with_its_name(disk: Disk) -> None:
    with loop.attach(disk.partition) as upper:
        for device in (disk.partition, disk.device):
            with pytest.raises(WipeError, match=rf"is a part of {upper.path.name}: skip the secondary check"):
                wipe(order(device))
        wipe(order(disk.partition, skip_secondary_check=True))


def test_what_somebody_has_for_himself_alone_is_refused_with_the_process(disk: Disk) -> None:
    program = "import os, sys; os.open(sys.argv[1], os.O_RDWR | os.O_EXCL); print(flush=True); sys.stdin.read()"
    pipe = subprocess.PIPE
    with subprocess.Popen(["python3", "-c", program, str(disk.partition)], stdin=pipe, stdout=pipe) as process:
        assert process.stdout is not None
        process.stdout.readline()
        for device in (disk.partition, disk.device):
            with pytest.raises(WipeError, match=rf"in use: process {process.pid} \(python3\) has it open"):
                wipe(order(device))
        process.communicate()
    wipe(order(disk.device))


def test_what_another_program_has_locked_is_refused_with_the_process(disk: Disk) -> None:
    program = "import fcntl, sys; f = open(sys.argv[1]); fcntl.flock(f, 2); print(flush=True); sys.stdin.read()"
    pipe = subprocess.PIPE
    with subprocess.Popen(["python3", "-c", program, str(disk.device)], stdin=pipe, stdout=pipe) as process:
        assert process.stdout is not None
        process.stdout.readline()
        for device in (disk.partition, disk.device):
            with pytest.raises(WipeError, match=rf"process {process.pid} \(python3\) has locked {disk.device}"):
                wipe(order(device))
        process.communicate()
    wipe(order(disk.device))


def test_a_partition_that_is_open_keeps_the_disk_as_it_is(disk: Disk) -> None:
    before = contents(disk.device)
    fd = os.open(disk.partition, os.O_RDONLY)
    try:
        with pytest.raises(WipeError, match="in use"):
            wipe(order(disk.device))
    finally:
        os.close(fd)
    assert contents(disk.device) == before
    assert disk.partition.exists()
    assert (SYS / "class/block" / f"{disk.device.name}p1").exists(), "what was hidden is shown again"


def test_the_system_disk_is_refused(disk: Disk) -> None:
    with pytest.raises(WipeError, match="the system disk"):
        wipe(Order(disk.device.name))
    with pytest.raises(WipeError, match=f'a partition of the system disk "{disk.device.name}"'):
        wipe(Order(disk.partition.name))


def test_all_are_looked_at_before_the_first_is_touched(disk: Disk) -> None:
    before = contents(disk.device)
    with pytest.raises(UnknownDeviceError, match='blockdevice "nothing" not found'):
        wipe(order(disk.device), Order("nothing"))
    with pytest.raises(OrderError, match="twice"):
        wipe(order(disk.device), order(disk.device))
    for bad in ("", "/dev/", "../sda", "/etc"):
        with pytest.raises(OrderError, match="is no name of a block device"):
            wipe(order(disk.device), Order(bad))
    with pytest.raises(OrderError, match="no devices"):
        wipe()
    assert contents(disk.device) == before


def test_a_container_has_nothing_to_wipe(disk: Disk) -> None:
    with pytest.raises(WipeError, match="a container has no disks of its own"):
        list(wiper(container=True).wipe([order(disk.device)]))


def test_a_disk_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with attached(tmp_path, read_only=True) as disk, pytest.raises(WipeError, match="is read-only"):
        wipe(order(disk.device))


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_a_disk_that_is_pulled_out_is_said_to_be_gone(tmp_path: Path, steps: int) -> None:
    """Whatever the kernel answers then: no space, for one, when zeros are written."""
    image = tmp_path / "image"
    with image.open("wb") as stream:
        stream.truncate(4 * CHUNK)
    with loop.attach(image) as device:
        wiping = wiper().wipe([Order(device.path.name, zeroes=True)])
        for _ in range(steps):
            next(wiping)
        take_away(image, device.path)
        with pytest.raises(
            UnknownDeviceError, match=f'^blockdevice "{device.path.name}" has gone while it was wiped: '
        ):
            list(wiping)
        with pytest.raises(UnknownDeviceError, match=f'^blockdevice "{device.path.name}" not found$'):
            wipe(Order(device.path.name))


def test_a_disk_that_is_pulled_out_takes_its_partitions_with_it(disk: Disk) -> None:
    wiping = wiper().wipe([order(disk.device)])
    next(wiping)
    disk.take_away()
    with pytest.raises(UnknownDeviceError, match="has gone while it was wiped"):
        list(wiping)


def test_a_disk_that_fails_says_so_and_is_wiped_when_it_works_again(disk: Disk) -> None:
    meta = disk.meta()
    disk.cut()
    with pytest.raises(OSError, match=rf'^\[Errno 5\] blockdevice "{disk.partition.name}": .*Input/output error'):
        wipe(order(disk.partition))
    disk.restore(meta)
    wipe(order(disk.partition))
    assert disk.meta() == bytes(SIZE)
