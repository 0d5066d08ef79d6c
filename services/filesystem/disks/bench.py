"""The disk that is worked on: its nodes, the programs, the kernel."""

import errno
import fcntl
import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from libtalos.linux import blkpg, xfs
from libtalos.linux.blockusers import BlockDevice, BlockUsers
from libtalos.mounts import attaching
from services.filesystem.disks.device import Device, devices
from services.filesystem.disks.errors import DiskError, DiskInUseError
from services.filesystem.disks.look import Look
from services.filesystem.disks.mounts import root_of
from services.filesystem.disks.state import State, take

# seconds; mkfs discards the blocks of the partition first, which takes large disks minutes
_TIMEOUT: Final = 1800


class LinuxBench:
    """A disk of this machine. Its methods block.

    lock is a descriptor of the disk that holds a lock; programs inherit it, so that one that outlives this process is
    waited for by nobody and disturbed by nobody.
    """

    def __init__(self, *, look: Look, sys: Path, device: Device, lock: int) -> None:
        """Take the disk. Raises DiskError if it has no node."""
        node = look.node(device)
        if node is None:
            raise DiskError(f"{device.dev_path} has no device node")
        self.node = node
        self.size = device.size
        self.block = device.sector_size
        self._look = look
        self._sys = sys
        self._device = device
        self._lock = lock

    def part(self, number: int) -> Path:
        """Return the node of a partition that the kernel knows. Raises OSError."""
        known = self._parts().get(number)
        node = self._look.node(known) if known else None
        if node is None:
            raise OSError(errno.ENODEV, f"{self._device.dev_path}: the kernel has no partition {number}")
        return node

    def run(self, *command: str, text: str = "") -> None:
        """Run a program, with text as its input. Raises OSError with what it said."""
        try:
            done = subprocess.run(
                command,
                input=text,
                capture_output=True,
                text=True,
                timeout=_TIMEOUT,
                check=False,
                pass_fds=(self._lock,),
            )
        except FileNotFoundError as error:
            raise OSError(errno.ENOPKG, f"{command[0]} is not in PATH: the image needs it") from error
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(errno.ETIMEDOUT, f"{' '.join(command)}: not done in {_TIMEOUT} s") from error
        if done.returncode:
            said = " / ".join((done.stderr or done.stdout).strip().splitlines()[:3])
            raise OSError(errno.EIO, f"{' '.join(command)}: exit status {done.returncode}: {said}")

    def state(self) -> State:
        """Return the disk as it is now. Raises OSError."""
        return take(self._look, self._sys, self._device, self.node)

    def ensure_unused(self) -> None:
        """Raise DiskInUseError if the disk or one of its partitions is mounted or used otherwise."""
        try:
            # the kernel grants a disk to one alone, and not while one of its partitions is taken
            os.close(os.open(self.node, os.O_RDONLY | os.O_EXCL | os.O_CLOEXEC))
        except OSError as error:
            if error.errno != errno.EBUSY:
                raise
            asked = f"{self._device.dev_path} is in use: unmount what is on it, and stop what else works with it"
            raise DiskInUseError("; ".join((asked, *self._users()))) from error

    def show(self, extents: dict[int, tuple[int, int]]) -> None:
        """Let the kernel have these partitions (start and size in bytes by number) and no others. Raises OSError."""
        known = {number: (part.start, part.size) for number, part in self._parts().items()}
        for number, (start, _) in known.items():
            if extents.get(number, (None,))[0] != start:
                blkpg.delete(self._lock, number)
        for number, (start, size) in extents.items():
            if number not in known or known[number][0] != start:
                blkpg.add(self._lock, number, start, size)
            elif known[number][1] != size:
                blkpg.resize(self._lock, number, start, size)
        for part in self._parts().values():
            self._look.node(part)

    def grow_xfs(self, number: int) -> None:
        """Let the XFS on a partition have all of it, mounted or not. Raises OSError."""
        node, part = self.part(number), self._parts()[number]
        with ExitStack() as stack:
            root = stack.enter_context(root_of(part))
            if root is None:
                root = stack.enter_context(attaching.detached(node, "xfs"))
            xfs.grow(root, part.size)
            os.fsync(root)

    def _users(self) -> list[str]:
        users = BlockUsers(sys=self._sys)
        every = (self._device, *self._parts().values())
        return [text for each in every for text in users.told(BlockDevice(each.name.replace("/", "!"), each.numbers))]

    def _parts(self) -> dict[int, Device]:
        return {each.number: each for each in devices(self._sys) if each.parent == self._device.name}


@contextmanager
def locked(node: Path) -> Iterator[int]:
    """Open a disk and lock it (flock), as udevd and other programs of its kind do. Raises DiskInUseError, OSError."""
    fd = os.open(node, os.O_RDWR | os.O_CLOEXEC)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        number = os.fstat(fd).st_rdev
        os.close(fd)
        openers = BlockUsers().openers(BlockDevice(node.name, (os.major(number), os.minor(number))))
        whom = f"process {', '.join(openers)}" if openers else "another program"
        raise DiskInUseError(f"{node} is locked: {whom} works on it; try again when it is done") from error
    try:
        yield fd
    finally:
        os.close(fd)
