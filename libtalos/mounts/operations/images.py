"""File systems in files."""

import errno
import os
from pathlib import Path

import msgspec

from libtalos.linux import loop
from libtalos.linux.mount import umount2
from libtalos.mounts import attaching, filesystems, xfs
from libtalos.mounts.making import sync
from libtalos.mounts.sizes import format_size


class MakeImage(msgspec.Struct, frozen=True):
    """A sparse file with an empty file system in it; made aside, so that it is complete or not there at all."""

    path: Path
    label: str
    size: int
    fstype: str = filesystems.XFS

    def describe(self) -> str:
        """Return one line."""
        return f"make {self.path}: {format_size(self.size)} of {filesystems.named(self.fstype)}, label {self.label}"

    def execute(self) -> None:
        """Truncate to size, mkfs, fsync, rename, fsync the directory."""
        if self.size < xfs.MINIMUM_SIZE:
            name, least = filesystems.named(self.fstype), format_size(xfs.MINIMUM_SIZE)
            message = f"{self.path}: {format_size(self.size)}: {name} needs at least {least}"
            raise OSError(errno.EINVAL, message)
        temporary = self.path.with_name(f".{self.path.name}.new")
        temporary.unlink(missing_ok=True)
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            os.ftruncate(fd, self.size)
        finally:
            os.close(fd)
        filesystems.make(temporary, self.fstype, label=self.label)
        temporary.rename(self.path)
        sync(self.path.parent)

    def undo(self) -> None:
        """Remove it."""
        self.path.unlink(missing_ok=True)


class FormatImage(msgspec.Struct, frozen=True):
    """A file system in a file that is there already and holds none, or one whose making was cut short."""

    path: Path
    label: str
    unfinished: bool = False
    fstype: str = filesystems.XFS

    def describe(self) -> str:
        """Return one line."""
        again = " once more" if self.unfinished else ""
        return f"make {filesystems.named(self.fstype)}{again} in {self.path}, label {self.label}"

    def execute(self) -> None:
        """mkfs; mkfs.xfs refuses to write over another file system that it knows."""
        filesystems.make(self.path, self.fstype, label=self.label, force=self.unfinished)

    def undo(self) -> None:
        """Leave it: an empty file system is no worse than none."""


class MountImage(msgspec.Struct, frozen=True):
    """A file with a file system, mounted through a loop device that goes away with the mount."""

    image: Path
    target: Path
    fstype: str
    flags: int = 0
    data: str = ""
    dev: Path = Path("/dev")

    def describe(self) -> str:
        """Return one line."""
        options = f" with {self.data}" if self.data else ""
        return f"mount {self.fstype} in {self.image} at {self.target} through a loop device{options}"

    def execute(self) -> None:
        """Attach with autoclear, mount, close: from then on only the mount holds the device."""
        with loop.attach(self.image, dev=self.dev) as device:
            try:
                attaching.attach(str(device.path), self.target, self.fstype, self.flags, self.data)
            except OSError as error:
                hint = (
                    f"{error.strerror}; behind the loop device is {self.image}, which only one node can use at a time"
                )
                raise OSError(error.errno, hint) from error

    def undo(self) -> None:
        """umount2(2); the loop device is detached by that."""
        umount2(self.target)
