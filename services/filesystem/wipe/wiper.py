"""Wiping devices: all are looked at before the first is touched; each is held for oneself alone while it is wiped."""

import errno
import fcntl
import os
import stat
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from libtalos.linux import blkpg
from libtalos.linux.blkzero import zero
from libtalos.linux.blockusers import BlockUsers
from services.filesystem.disks.device import Device, devices
from services.filesystem.disks.device import device as device_now
from services.filesystem.disks.look import Look, read_table
from services.filesystem.disks.resources import META
from services.filesystem.wipe.checks import check, known, taken
from services.filesystem.wipe.entry import drop
from services.filesystem.wipe.errors import OrderError, UnknownDeviceError, WipeError
from services.filesystem.wipe.orders import Order, Progress, Target
from services.filesystem.wipe.signatures import erase

CHUNK: Final = 64 << 20  # bytes that are made zeros before anybody hears of it, or can stop it
_EXTENDED: Final = 1 << 10  # bytes that the kernel lets an extended partition have, whatever its size


class Wiper:
    """Wipes devices. Its methods block and raise WipeError, OSError."""

    def __init__(self, *, look: Look, sys: Path, dev: Path, container: bool, users: BlockUsers) -> None:
        """Take where the devices are, and who tells of their users; a container has no devices."""
        self._look = look
        self._sys = sys
        self._dev = dev
        self._container = container
        self._users = users

    def wipe(self, orders: Sequence[Order]) -> Generator[Progress, None, None]:
        """Wipe devices one after the other, and yield how far it is.

        Whoever stops between two steps leaves a device whose signatures are gone, or which the next call wipes.
        """
        if self._container:
            raise WipeError("a container has no disks of its own: what it sees are its host's")
        if not orders:
            raise OrderError("no devices to wipe")
        for target in self._checked(orders):
            with self._named(target):
                yield from self._wipe(target)

    def _checked(self, orders: Sequence[Order]) -> list[Target]:
        found = {each.name: each for each in devices(self._sys)}
        targets = [_target(order, self._name(order.device), found) for order in orders]
        if len({target.device.name for target in targets}) < len(targets):
            raise OrderError("a device is given twice")
        own = {each.device.parent for each in self._look().volumes if each.entry and each.entry.name == META}
        for target in targets:
            check(target, users=self._users, own=own)
        return targets

    def _name(self, device: str) -> str:
        """Return the kernel's name of a device that is given by it, or by a symbolic link below /dev."""
        name = device.removeprefix("/dev/")
        if not name or name.startswith("/") or ".." in Path(name).parts:
            raise OrderError(f'"{device}" is no name of a block device: give one such as "sda"')
        try:
            status = (self._dev / name).stat()
        except OSError:
            return name
        if not stat.S_ISBLK(status.st_mode):
            return name
        numbers = f"{os.major(status.st_rdev)}:{os.minor(status.st_rdev)}"
        return (self._sys / "dev/block" / numbers).resolve().name.replace("!", "/")

    @contextmanager
    def _named(self, target: Target) -> Iterator[None]:
        """Name the device in what the kernel says of it, and tell what fails from what has gone."""
        try:
            yield
        except OSError as error:
            said = error.strerror or str(error)
            if any(self._gone(each) for each in (target.device, target.disk) if each):
                raise UnknownDeviceError(f"{target.subject} has gone while it was wiped: {said}") from error
            raise OSError(error.errno, f"{target.subject}: {said}") from error

    def _gone(self, device: Device) -> bool:
        """Whether a device is not there any more: the kernel takes the blocks away first, and then the rest."""
        now = device_now(self._sys, device.name)
        return now is None or now.size < device.size

    def _wipe(self, target: Target) -> Generator[Progress, None, None]:
        device, order = target.device, target.order
        with self._locked(target.disk or device, target), self._held(target) as fd:
            areas = self._areas(target)
            _hide(fd, target.parts)
            for name, start, size in areas:
                found = erase(fd, start, size)
                yield Progress(device.name, 0, device.size, f"erased the signatures of {name}{_list(found)}")
            # the table goes last: until then it tells where else something is
            found = erase(fd, 0, device.size)
            done = 0 if order.zeroes else device.size
            yield Progress(device.name, done, device.size, f"erased the signatures of {device.name}{_list(found)}")
            if order.zeroes:
                yield from _zeroes(fd, device)
        if order.drop_partition and target.disk:
            self._drop(target, target.disk)
            yield Progress(device.name, device.size, device.size, f"dropped {device.name} from {target.disk.name}")

    def _areas(self, target: Target) -> list[tuple[str, int, int]]:
        """Return name, start and size of the partitions that the kernel has, and of those that only the table has."""
        device = target.device
        areas = [(part.name, part.start, part.size) for part in target.parts]
        table = None if device.number else read_table(self._node(device, target), device)
        block, known_starts = device.sector_size, {start for _, start, _ in areas}
        for part in table.partitions if table else ():
            start, size = part.first * block, (part.last - part.first + 1) * block
            if start not in known_starts and 0 < start < start + size <= device.size:
                areas.append((f"partition {part.number}", start, size))
        return areas

    def _drop(self, target: Target, disk: Device) -> None:
        node = self._node(disk, target)
        with _opened(node, os.O_RDWR) as fd:
            drop(fd, target.device.number, block=disk.sector_size, last=disk.size // disk.sector_size - 1)
            blkpg.delete(fd, target.device.number)

    @contextmanager
    def _held(self, target: Target) -> Iterator[int]:
        """Open a device that the kernel then grants to nobody else; unless what is made of it may go on having it."""
        flags = os.O_RDWR | os.O_EXCL
        if target.order.skip_secondary_check and self._users.holders(known(target.device)):
            flags = os.O_RDWR
        try:
            with _opened(self._node(target.device, target), flags) as fd:
                yield fd
        except OSError as error:
            if error.errno != errno.EBUSY:
                raise
            raise taken(target, self._users) from error

    @contextmanager
    def _locked(self, disk: Device, target: Target) -> Iterator[None]:
        """Lock a disk as programs of this kind do (flock), so that none partitions or probes it meanwhile."""
        with _opened(self._node(disk, target), os.O_RDONLY) as fd:
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                openers = self._users.openers(known(disk))
                whom = f"process {', '.join(openers)}" if openers else "another program"
                raise WipeError(f"{target.subject} is in use: {whom} has locked {disk.dev_path}") from error
            yield

    def _node(self, device: Device, target: Target) -> Path:
        node = self._look.node(device)
        if node is None:
            raise WipeError(f"{target.subject} has no device node {device.dev_path}")
        return node


@contextmanager
def _opened(node: Path, flags: int) -> Iterator[int]:
    fd = os.open(node, flags | os.O_CLOEXEC)
    try:
        yield fd
    finally:
        os.close(fd)


def _zeroes(fd: int, device: Device) -> Generator[Progress, None, None]:
    for start in range(0, device.size, CHUNK):
        length = min(CHUNK, device.size - start)
        zero(fd, start, length)
        yield Progress(device.name, start + length, device.size)
    os.fsync(fd)
    yield Progress(device.name, device.size, device.size, f"zeroed {device.name}")


def _hide(fd: int, parts: Sequence[Device]) -> None:
    """Let the kernel forget partitions; if somebody has one of them open (EBUSY), none. Raises OSError."""
    hidden: list[Device] = []
    try:
        for part in parts:
            blkpg.delete(fd, part.number)
            hidden.append(part)
    except OSError:
        for part in hidden:
            blkpg.add(fd, part.number, part.start, part.size)
        raise


def _target(order: Order, name: str, found: dict[str, Device]) -> Target:
    device = found.get(name)
    if device is None:
        raise UnknownDeviceError(f'blockdevice "{order.device}" not found')
    parts = tuple(each for each in found.values() if each.parent == name)
    if device.number and device.size <= _EXTENDED:
        raise WipeError(f'blockdevice "{name}" is an extended partition: wipe its disk')
    return Target(order, device, parts, found.get(device.parent))


def _list(found: Sequence[str]) -> str:
    return f": {', '.join(found)}" if found else ""
