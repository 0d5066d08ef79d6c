"""Making a disk the node's: the plan, and its execution step by step."""

import os
import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from services.filesystem.disks.bench import LinuxBench, locked
from services.filesystem.disks.device import Device, device, devices
from services.filesystem.disks.errors import DiskError, UnknownDiskError
from services.filesystem.disks.look import Look
from services.filesystem.disks.operations import Operation
from services.filesystem.disks.plan import Plan, plan
from services.filesystem.disks.selector import choose
from services.filesystem.disks.state import take

if TYPE_CHECKING:
    from libtalos.config.machineparts import InstallDiskSelector


class Wish(msgspec.Struct, frozen=True):
    """Which disk is to be the node's, and what may be erased for it: anything, or what is not a node's.

    The disk has a path, or a selector says what it is like.
    """

    disk: str = ""
    force: bool = False
    wipe: bool = False
    selector: "InstallDiskSelector | None" = None


class Provisioner:
    """Plans and provisions disks. Its methods block and raise DiskError, OSError."""

    def __init__(self, *, look: Look, sys: Path, dev: Path, container: bool) -> None:
        """Take where the disks are; a container has none."""
        self._look = look
        self._sys = sys
        self._dev = dev
        self._container = container

    def plan(self, wish: Wish) -> tuple[Device, Plan]:
        """Return the disk and what it takes, without doing it."""
        disk, node = self._find(wish)
        state = take(self._look, self._sys, disk, node)
        return disk, plan(state, force=wish.force, wipe=wish.wipe)

    def provision(self, wish: Wish) -> Generator[str, None, None]:
        """Do what it takes, and yield the description of each step that is done.

        Whoever stops between two steps leaves a disk that the next call finishes.
        """
        disk, node = self._find(wish)
        with locked(node) as lock:
            bench = LinuxBench(look=self._look, sys=self._sys, device=disk, lock=lock)
            for operation in plan(bench.state(), force=wish.force, wipe=wish.wipe).operations:
                with self._named(disk, operation):
                    operation.execute(bench)
                yield operation.describe()

    @contextmanager
    def _named(self, disk: Device, operation: Operation) -> Iterator[None]:
        """Name the step in what the kernel or a program says, and tell a step that fails from a disk that has gone."""
        try:
            yield
        except OSError as error:
            said = f"cannot {operation.describe()}: {error.strerror or error}"
            now = device(self._sys, disk.name)
            if now is None or now.size < disk.size:
                raise UnknownDiskError(f"{disk.dev_path} has gone: {said}") from error
            raise OSError(error.errno, said) from error

    def _find(self, wish: Wish) -> tuple[Device, Path]:
        """Return a disk and its node."""
        if self._container:
            raise DiskError("a container has no disks of its own: what it sees are its host's")
        found = choose(wish.selector, devices(self._sys)) if wish.selector else self._known(wish.disk)
        node = self._look.node(found)
        if node is None:
            raise DiskError(f"{found.dev_path} has no device node")
        return found, node

    def _known(self, path: str) -> Device:
        """Return the disk at a path."""
        found = device(self._sys, self._name(path))
        if found is None:
            raise UnknownDiskError(f"there is no disk {path}; `talos get disks` lists them")
        if found.number:
            raise DiskError(f"{path} is a partition: give the disk, {found.parent}")
        if found.readonly or found.cdrom:
            raise DiskError(f"{path} cannot be written to")
        return found

    def _name(self, path: str) -> str:
        """Return the kernel's name for a disk that is given as a path, which may be a symbolic link."""
        try:
            status = (self._dev / path.removeprefix("/dev/")).stat()
        except OSError:
            return path.removeprefix("/dev/")
        if not stat.S_ISBLK(status.st_mode):
            return ""
        numbers = f"{os.major(status.st_rdev)}:{os.minor(status.st_rdev)}"
        return (self._sys / "dev/block" / numbers).resolve().name
