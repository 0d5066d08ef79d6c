"""Provisioning that ends in the middle: killed between and within its steps, and by a disk that fails."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from libtalos.linux.mount import MS_REMOUNT, mount, umount2
from services.filesystem.disks.bench import LinuxBench, locked
from services.filesystem.disks.device import device
from services.filesystem.disks.errors import DiskInUseError, NotEmptyError
from services.filesystem.disks.look import Look
from services.filesystem.disks.operations import Erase, NamePartition, Operation, WriteTable
from services.filesystem.disks.provisioner import Wish
from tests.integration.filesystem.blank import GIB, LABELS, SIZE, SYS, Blank, blank, run

pytestmark = pytest.mark.root
MIB = 1 << 20
STEPS = 12


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Blank]:
    if os.geteuid():
        pytest.skip("needs root for loop devices")
    with blank(tmp_path) as found:
        yield found


def dies(work: Callable[[], None]) -> None:
    """Run in a process that is killed in the course of it, by itself."""
    pid = os.fork()
    if not pid:
        try:
            work()
        finally:
            os._exit(1)
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status), "it was to be killed"
    assert os.WTERMSIG(status) == signal.SIGKILL


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def after(disk: Blank, steps: int, wish: Wish | None = None) -> Callable[[], None]:
    """Provisioning that is killed after so many steps."""

    def work() -> None:
        for _, _ in zip(range(steps), disk.provisioner().provision(wish or disk.wish), strict=False):
            pass
        kill()

    return work


def test_there_are_as_many_steps_as_the_kills_think(disk: Blank) -> None:
    assert len(disk.missing()) == STEPS


@pytest.mark.parametrize("steps", range(1, STEPS + 1))
def test_what_was_killed_between_two_steps_is_finished(disk: Blank, steps: int) -> None:
    planned = disk.missing()
    dies(after(disk, steps))
    finished = disk.finished()
    assert len(finished) == max(0, min((steps - 3) // 2, 4)), "each has been named, one after the other"
    rest = disk.provision()
    disk.check()
    assert finished.items() <= disk.finished().items(), "what was finished is as it was"
    # a table that was written stays, a file system without a label does not
    expected = {1: planned, 2: planned[2:]}.get(steps, planned[3 + 2 * len(finished) :])
    assert rest == (expected if len(finished) < 4 else [])
    assert disk.missing() == []


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 7, STEPS])
def test_erasing_by_force_that_was_killed_is_finished_without(disk: Blank, steps: int) -> None:
    """Once the old table is gone nothing of before counts: no old file system passes for a new one."""
    disk.provision()
    old = set(disk.finished().values())
    dies(after(disk, steps, disk.force))
    disk.provision()
    disk.check()
    assert set(disk.finished().values()).isdisjoint(old)


def test_erasing_that_was_killed_leaves_a_disk_that_is_not_empty(disk: Blank, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the last write, which takes the old table away; another force goes on."""
    disk.provision()
    run("sfdisk", "--part-label", disk.device, "3", "theirs")
    real, calls = os.pwrite, [0]

    def dying(fd: int, data: bytes, offset: int) -> int:
        calls[0] += 1
        if offset == 0:
            kill()
        return real(fd, data, offset)

    monkeypatch.setattr(os, "pwrite", dying)
    dies(after(disk, 1, disk.force))
    monkeypatch.undo()
    with pytest.raises(NotEmptyError, match="a GPT with EFI, BIOS, theirs, META"):
        disk.provision()
    disk.provision(disk.force)
    disk.check()


def tables(sector: int = 512) -> list[tuple[int, int]]:
    """Where sfdisk writes, in its order: entries and header at the end, then at the beginning, then the MBR."""
    entries = 16384
    return [
        (SIZE - sector - entries, entries),
        (SIZE - sector, sector),
        (2 * sector, entries),
        (sector, sector),
        (0, sector),
    ]


def operations(disk: Blank, kind: type[Operation]) -> list[Operation]:
    _, plan = disk.provisioner().plan(disk.wish)
    return [operation for operation in plan.operations if isinstance(operation, kind)]


@pytest.mark.parametrize("writes", range(6))
def test_a_first_table_that_was_half_written_is_written_anew(disk: Blank, writes: int) -> None:
    written = change(disk, operations(disk, WriteTable)[0].execute, erase=True)
    replay(disk, written, writes)
    disk.provision()
    disk.check()


@pytest.mark.parametrize("number", [1, 6])
@pytest.mark.parametrize("writes", range(6))
def test_a_label_that_was_half_written_costs_no_other_partition(disk: Blank, number: int, writes: int) -> None:
    steps = disk.missing().index(f"label partition {number} {LABELS[number - 1]}")
    generator = disk.provisioner().provision(disk.wish)
    for _ in range(steps):
        next(generator)
    generator.close()
    finished = disk.finished()
    written = change(disk, operations(disk, NamePartition)[0].execute)
    replay(disk, written, writes)
    disk.provision()
    disk.check()
    assert finished.items() <= disk.finished().items()
    assert disk.missing() == []


def change(disk: Blank, work: Callable[[LinuxBench], None], *, erase: bool = False) -> list[tuple[int, bytes, bytes]]:
    """What a step changes in the tables: offset, bytes before and after."""
    found = device(SYS, disk.device.name)
    assert found is not None
    with locked(disk.device) as lock:
        bench = LinuxBench(look=Look(sys=SYS, dev=Path("/dev"), make_nodes=True), sys=SYS, device=found, lock=lock)
        if erase:
            operations(disk, Erase)[0].execute(bench)
        before = [disk.read(*place) for place in tables()]
        work(bench)
        after = [disk.read(*place) for place in tables()]
    assert before != after
    return [(offset, old, new) for (offset, _), old, new in zip(tables(), before, after, strict=True)]


def replay(disk: Blank, written: list[tuple[int, bytes, bytes]], writes: int) -> None:
    """Let the disk be as after so many of the writes and half of the next one."""
    for index, (offset, old, new) in enumerate(written):
        size = int(len(new) * (1.0 if index < writes else 0.5 if index == writes else 0.0))
        disk.write(offset, new[:size] + old[size:])


def test_a_file_system_that_was_half_made_is_made_anew(disk: Blank) -> None:
    """Whatever lies on a partition that has not got its label yet."""
    generator = disk.provisioner().provision(disk.wish)
    for _ in range(5):
        next(generator)
    generator.close()
    run("mkfs.ext4", "-q", disk.part(3))
    run("mkfs.xfs", "-q", "-L", "BOOT", disk.part(6))
    first = disk.finished()
    assert set(first) == {1}
    disk.provision()
    disk.check()
    assert first.items() <= disk.finished().items()


def test_growing_that_was_killed_is_finished(disk: Blank) -> None:
    disk.provision()
    before = disk.finished()
    del before[6]
    for steps in (1, 2, 3):
        disk.resize(SIZE + steps * GIB)
        dies(after(disk, steps))
    disk.provision()
    disk.check()
    assert disk.missing() == []
    assert before.items() <= disk.finished().items()
    shown = run("xfs_db", "-r", "-c", "sb 0", "-c", "print dblocks", disk.part(6))
    assert int(shown.split()[-1]) * 4096 == SIZE + 3 * GIB - MIB - 2203 * MIB


def test_a_disk_that_cannot_be_read_is_an_error(disk: Blank) -> None:
    """The end of the file behind the device is gone: the kernel answers EIO from there on."""
    os.truncate(disk.image, GIB)
    for call in (disk.missing, disk.provision):
        with pytest.raises(OSError, match="Input/output error"):
            call()
    os.truncate(disk.image, SIZE)
    disk.provision()
    disk.check()


@pytest.mark.parametrize(("room", "finished"), [(4, 0), (16, 1), (60, 1)])
def test_a_disk_that_cannot_be_written_to_loses_nothing_that_was_finished(
    tmp_path: Path, room: int, finished: int
) -> None:
    """The file behind the device has holes and the file system that it is on no room: the kernel answers EIO."""
    place = tmp_path / "small"
    place.mkdir()
    mount("tmpfs", place, "tmpfs", 0, f"size={room}m")
    try:
        with blank(place) as disk:
            with pytest.raises(OSError, match=r"Input/output error|exit status"):
                disk.provision()
            before = disk.finished()
            assert len(before) >= finished
            mount(None, place, None, MS_REMOUNT, "size=2g")
            disk.provision()
            disk.check()
            assert before.items() <= disk.finished().items()
    finally:
        umount2(place)


WORKER = """
import sys
from pathlib import Path
from services.filesystem.disks.bench import LinuxBench, locked
from services.filesystem.disks.device import device
from services.filesystem.disks.look import Look
disk, sys_ = Path(sys.argv[1]), Path("/sys")
look = Look(sys=sys_, dev=Path("/dev"), make_nodes=True)
with locked(disk) as lock:
    bench = LinuxBench(look=look, sys=sys_, device=device(sys_, disk.name), lock=lock)
    bench.run("sh", "-c", "echo $$ > $0; exec sleep 60", sys.argv[2])
"""


def test_a_program_that_outlives_its_master_keeps_the_disk(disk: Blank, tmp_path: Path) -> None:
    told = tmp_path / "pid"
    os.mkfifo(told)
    with subprocess.Popen([sys.executable, "-c", WORKER, str(disk.device), str(told)]) as master:
        program = os.pidfd_open(int(told.read_text()))
        master.kill()
    try:
        with pytest.raises(DiskInUseError, match="is locked"):
            disk.provision()
        signal.pidfd_send_signal(program, signal.SIGKILL)
        assert select.select([program], [], [], 10)[0]
    finally:
        os.close(program)
    disk.provision()
    disk.check()
