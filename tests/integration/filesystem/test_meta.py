"""META on a real partition and in real files: full, failing, read-only and taken away, and a writer that is killed."""

import errno
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from libtalos.linux.mount import mount, umount2
from services.filesystem.disks.look import Look
from services.filesystem.meta import adv
from services.filesystem.meta.adv import COPY_SIZE
from services.filesystem.meta.medium import FileMedium, opened
from services.filesystem.meta.places import FILE_SIZE, FilePlace, MetaPlaceError, PartitionPlace
from services.filesystem.meta.store import SIZE_MIN
from services.filesystem.meta.values import NoValueError, Values
from tests.integration.filesystem.conftest import Inside
from tests.integration.filesystem.disks import START, Disk, attached

pytestmark = pytest.mark.root


def on_partition() -> Values:
    disks = Look(sys=Path("/sys"), dev=Path("/dev"), make_nodes=True)
    return Values(PartitionPlace(lambda: disks.labelled("META")))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if os.geteuid():
        pytest.skip("needs root for loop devices")
    with attached(tmp_path) as found:
        yield found


def test_values_are_on_the_partition(disk: Disk) -> None:
    before = disk.image.read_bytes()
    values = on_partition()
    assert values.load().tags == {}
    values.write(0x0A, b"network: {}")
    values.write(6, b"A")
    wanted = {0x0A: b"network: {}", 6: b"A"}
    assert [adv.decode(disk.meta()[at : at + COPY_SIZE]) for at in (0, COPY_SIZE)] == [wanted, wanted]
    assert values.delete(6) == {0x0A: b"network: {}"}
    after = disk.image.read_bytes()
    end = START + 2 * COPY_SIZE
    assert (after[:START], after[end:]) == (before[:START], before[end:]), "nothing else was written to"


def test_a_damaged_copy_is_made_whole_by_the_next_write(disk: Disk) -> None:
    values = on_partition()
    values.write(6, b"A")
    for copy in (0, COPY_SIZE):
        with disk.partition.open("r+b") as stream:
            stream.seek(copy + 1000)
            stream.write(b"damage")
            stream.flush()
            os.fsync(stream.fileno())
        assert values.read(6) == b"A"
        values.write(7, b"B")
        assert {adv.decode(disk.meta()[at : at + COPY_SIZE])[6] for at in (0, COPY_SIZE)} == {b"A"}


def test_a_partition_that_goes_and_comes_back_has_its_values(disk: Disk) -> None:
    values = on_partition()
    values.write(6, b"A")
    disk.hide()
    assert values.load().tags == {}
    with pytest.raises(MetaPlaceError, match="no disk has a partition labelled META"):
        values.write(6, b"B")
    disk.show()
    assert values.read(6) == b"A"


def test_a_disk_that_fails_is_an_error_and_loses_nothing(disk: Disk) -> None:
    values = on_partition()
    values.write(6, b"A")
    kept = disk.meta()
    disk.cut()
    for call in (values.load, lambda: values.write(6, b"B"), lambda: values.delete(6)):
        with pytest.raises(OSError, match="Input/output error") as caught:
            call()
        assert caught.value.errno == errno.EIO
    disk.restore(kept)
    assert values.read(6) == b"A"
    values.write(6, b"B")
    assert values.read(6) == b"B"


def test_a_read_only_disk_is_read(disk: Disk, tmp_path: Path) -> None:
    on_partition().write(6, b"A")
    disk.hide()
    with attached(tmp_path, read_only=True) as protected:
        assert on_partition().read(6) == b"A"
        with pytest.raises(OSError, match=f"{protected.partition} is read-only") as caught:
            on_partition().write(6, b"B")
        assert caught.value.errno == errno.EROFS
    disk.show()
    assert on_partition().read(6) == b"A"


@contextmanager
def small(path: Path, size: int) -> Iterator[Path]:
    """A file system of so many bytes."""
    mount("tmpfs", path, "tmpfs", 0, f"size={size}")
    try:
        yield path
    finally:
        umount2(path)


def test_a_full_disk_is_an_error_and_loses_nothing(inside: Inside, tmp_path: Path) -> None:
    def fill() -> None:
        with small(tmp_path, FILE_SIZE // 2) as directory:
            place = directory / "META.img"
            values = Values(FilePlace(place))
            with pytest.raises(OSError, match="No space left on device") as caught:
                values.write(6, b"A")
            assert (caught.value.errno, list(directory.iterdir())) == (errno.ENOSPC, [])
            # a file with holes, as whoever copies a disk may leave it: the second copy has no blocks
            place.write_bytes(adv.encode({6: b"A"}))
            os.truncate(place, SIZE_MIN)
            with (directory / "ballast").open("wb") as stream:
                os.posix_fallocate(stream.fileno(), 0, FILE_SIZE // 2 - COPY_SIZE - 100_000)
            with pytest.raises(OSError, match="No space left on device"):
                values.write(6, b"B")
            assert values.read(6) == b"A"
            (directory / "ballast").unlink()
            values.write(6, b"B")
            assert values.read(6) == b"B"

    inside(fill)


class Killed:
    """A medium that kills its process in a write, after some calls and some bytes."""

    def __init__(self, medium: FileMedium, calls: int, size: int) -> None:
        self.size, self.read, self.sync = medium.size, medium.read, medium.sync
        self._medium, self._calls, self._size = medium, calls, size

    def write(self, offset: int, data: bytes) -> None:
        if not self._calls:
            self._medium.write(offset, data[: self._size])
            os.kill(os.getpid(), signal.SIGKILL)
        self._calls -= 1
        self._medium.write(offset, data)


@dataclass(frozen=True)
class KillingPlace:
    """A device whose writer is killed."""

    path: Path
    calls: int
    size: int

    @contextmanager
    def reading(self) -> Iterator[FileMedium]:
        with opened(self.path, writable=False) as medium:
            yield medium

    @contextmanager
    def writing(self) -> Iterator[Killed]:
        with opened(self.path, writable=True) as medium:
            yield Killed(medium, self.calls, self.size)


@pytest.mark.parametrize("calls", [0, 1])
@pytest.mark.parametrize("size", [0, 1, 13, 512, 100_000, COPY_SIZE - 20, COPY_SIZE])
def test_a_writer_that_is_killed_leaves_the_old_value_or_the_new_one(disk: Disk, calls: int, size: int) -> None:
    values = on_partition()
    values.write(6, b"A")
    pid = os.fork()
    if not pid:
        try:
            Values(KillingPlace(disk.partition, calls, size)).write(6, b"B" * 1000)
        finally:
            os._exit(1)
    _, status = os.waitpid(pid, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    # the second copy has the new value; the first one counts unless it differs already and is not whole
    assert values.read(6) == (b"B" * 1000 if calls == 1 and size >= 13 else b"A")
    values.write(7, b"lock is free, and both copies are whole again")
    values.delete(6)
    with pytest.raises(NoValueError):
        values.read(6)
    assert [sorted(adv.decode(disk.meta()[at : at + COPY_SIZE])) for at in (0, COPY_SIZE)] == [[7], [7]]
