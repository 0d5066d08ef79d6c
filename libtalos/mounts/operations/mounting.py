"""Mounts: file systems, binds, propagation."""

from pathlib import Path
from typing import Final

import msgspec

from libtalos.linux.mount import (
    MNT_DETACH,
    MS_BIND,
    MS_NODEV,
    MS_NOEXEC,
    MS_NOSUID,
    MS_PRIVATE,
    MS_RDONLY,
    MS_REMOUNT,
    MS_SHARED,
    mount,
    umount2,
)

# A remount sets all flags anew, so those that a file under /etc may well have are named along with MS_RDONLY.
_SEALED: Final = MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC


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
        """mount(2)."""
        mount(self.source, self.target, self.fstype, self.flags, self.data or None)

    def undo(self) -> None:
        """umount2(2)."""
        umount2(self.target)


class Bind(msgspec.Struct, frozen=True):
    """A file or directory at a second place."""

    source: Path
    target: Path

    def describe(self) -> str:
        """Return one line."""
        return f"bind {self.source} to {self.target}"

    def execute(self) -> None:
        """mount(2) with MS_BIND."""
        mount(self.source, self.target, flags=MS_BIND)

    def undo(self) -> None:
        """umount2(2), lazily: a reader of the file does not hold it up."""
        umount2(self.target, MNT_DETACH)


class DropStale(msgspec.Struct, frozen=True):
    """A bind whose file was removed or replaced taken away: the kernel mounts nothing on top of a removed file."""

    target: Path

    def describe(self) -> str:
        """Return one line."""
        return f"unmount {self.target}, whose file is gone"

    def execute(self) -> None:
        """umount2(2), lazily."""
        umount2(self.target, MNT_DETACH)

    def undo(self) -> None:
        """Leave it: what it showed is gone."""


class Seal(msgspec.Struct, frozen=True):
    """A bind made read-only, without set-id, devices and programs."""

    target: Path

    def describe(self) -> str:
        """Return one line."""
        return f"make {self.target} read-only"

    def execute(self) -> None:
        """mount(2) with MS_REMOUNT and MS_BIND: this mount, not the file system behind it."""
        mount(None, self.target, flags=MS_REMOUNT | MS_BIND | _SEALED)

    def undo(self) -> None:
        """Allow writing again."""
        mount(None, self.target, flags=MS_REMOUNT | MS_BIND | (_SEALED & ~MS_RDONLY))


class Share(msgspec.Struct, frozen=True):
    """A mount made shared: what is mounted below it appears in its peers."""

    target: Path

    def describe(self) -> str:
        """Return one line."""
        return f"share mounts below {self.target}"

    def execute(self) -> None:
        """mount(2) with MS_SHARED."""
        mount(None, self.target, flags=MS_SHARED)

    def undo(self) -> None:
        """mount(2) with MS_PRIVATE."""
        mount(None, self.target, flags=MS_PRIVATE)
