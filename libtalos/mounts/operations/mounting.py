"""Mounts: file systems, binds, flags, propagation."""

import errno
from pathlib import Path

import msgspec

from libtalos.linux.mount import MNT_DETACH, MS_PRIVATE, MS_SHARED, umount2
from libtalos.mounts import attaching
from libtalos.mounts.flags import flag_names


class Mount(msgspec.Struct, frozen=True):
    """A file system on a directory."""

    source: str
    target: Path
    fstype: str
    flags: int = 0
    data: str = ""

    def describe(self) -> str:
        """Return one line."""
        options = f" with {self.data}" if self.data else ""
        return f"mount {self.fstype} {self.source} at {self.target}{options}"

    def execute(self) -> None:
        """fsopen(2) to move_mount(2), or mount(2)."""
        attaching.attach(self.source, self.target, self.fstype, self.flags, self.data)

    def undo(self) -> None:
        """umount2(2)."""
        umount2(self.target)


class Unmount(msgspec.Struct, frozen=True):
    """What is mounted at a place taken away; lazily where readers must not hold it up."""

    target: Path
    lazily: bool = False

    def describe(self) -> str:
        """Return one line."""
        return f"unmount {self.target}"

    def execute(self) -> None:
        """umount2(2). Where somebody uses what is mounted, the error says who."""
        try:
            umount2(self.target, MNT_DETACH if self.lazily else 0)
        except OSError as error:
            if error.errno != errno.EBUSY:
                raise
            from libtalos.linux.mountusers import MountUsers  # noqa: PLC0415 - for an error alone

            users = ", ".join(MountUsers().of(self.target))
            raise OSError(errno.EBUSY, f"it is busy: {users or 'somebody uses it'}") from error

    def undo(self) -> None:
        """Leave it: the rows of the table say how to mount it again."""


class Bind(msgspec.Struct, frozen=True):
    """A file or directory at a second place."""

    source: Path
    target: Path
    flags: int = 0

    def describe(self) -> str:
        """Return one line."""
        return f"bind {self.source} to {self.target}{_with(self.flags)}"

    def execute(self) -> None:
        """open_tree(2), mount_setattr(2), move_mount(2)."""
        attaching.bind(self.source, self.target, self.flags)

    def undo(self) -> None:
        """umount2(2), lazily: a reader of the file does not hold it up."""
        umount2(self.target, MNT_DETACH)


class Rebind(msgspec.Struct, frozen=True):
    """A bind in the place of an earlier one, whose file was replaced: the kernel's binds hold on to an inode."""

    source: Path
    target: Path
    flags: int = 0

    def describe(self) -> str:
        """Return one line."""
        return f"bind {self.source} to {self.target} anew{_with(self.flags)}"

    def execute(self) -> None:
        """move_mount(2) below the earlier one, umount2(2) of that."""
        attaching.rebind(self.source, self.target, self.flags)

    def undo(self) -> None:
        """Leave it: what was there showed a file that is gone."""


class SetFlags(msgspec.Struct, frozen=True):
    """The flags of a mount, without anything else about it."""

    target: Path
    flags: int
    clear: int = 0

    def describe(self) -> str:
        """Return one line."""
        taken = f", no more {flag_names(self.clear)}" if self.clear else ""
        return f"set {flag_names(self.flags) or 'no flags'} on {self.target}{taken}"

    def execute(self) -> None:
        """mount_setattr(2)."""
        attaching.set_flags(self.target, self.flags, self.clear)

    def undo(self) -> None:
        """Leave it: a mount without its flags is open to more than it should be."""


class MakeWritable(msgspec.Struct, frozen=True):
    """A file system that has become read-only."""

    target: Path

    def describe(self) -> str:
        """Return one line."""
        return f"make the file system at {self.target} writable"

    def execute(self) -> None:
        """fspick(2), fsconfig(2)."""
        attaching.make_writable(self.target)

    def undo(self) -> None:
        """Leave it: it was not meant to be read-only."""


class Share(msgspec.Struct, frozen=True):
    """A mount made shared: what is mounted below it appears in its peers."""

    target: Path

    def describe(self) -> str:
        """Return one line."""
        return f"share mounts below {self.target}"

    def execute(self) -> None:
        """mount_setattr(2) with MS_SHARED."""
        attaching.propagate(self.target, MS_SHARED)

    def undo(self) -> None:
        """mount_setattr(2) with MS_PRIVATE."""
        attaching.propagate(self.target, MS_PRIVATE)


def _with(flags: int) -> str:
    return f" with {flag_names(flags)}" if flags else ""
