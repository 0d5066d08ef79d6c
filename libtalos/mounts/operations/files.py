"""Directories, files, links and device nodes."""

import errno
import os
import stat
from pathlib import Path

import msgspec

from libtalos.linux.node import make_node
from libtalos.mounts.making import sync


class Attributes(msgspec.Struct, frozen=True):
    """Mode and owner of a file or directory."""

    mode: int = 0o755
    uid: int = 0
    gid: int = 0

    @classmethod
    def of(cls, status: os.stat_result) -> "Attributes":
        """Return those that stat(2) found."""
        return cls(stat.S_IMODE(status.st_mode), status.st_uid, status.st_gid)

    def set_on(self, path: Path) -> None:
        """Set owner, then mode (chown(2) clears set-id bits)."""
        os.chown(path, self.uid, self.gid, follow_symlinks=False)
        path.chmod(self.mode)

    def __str__(self) -> str:
        """Return mode and owner as people write them."""
        return f"mode {self.mode:04o}, owner {self.uid}:{self.gid}"


class MakeDirectory(msgspec.Struct, frozen=True):
    """A new directory."""

    path: Path
    attributes: Attributes = Attributes()

    def describe(self) -> str:
        """Return one line."""
        return f"make directory {self.path} ({self.attributes})"

    def execute(self) -> None:
        """mkdir, chown, chmod."""
        self.path.mkdir(mode=self.attributes.mode)
        self.attributes.set_on(self.path)

    def undo(self) -> None:
        """Remove it, if it is still empty."""
        try:
            self.path.rmdir()
        except OSError as error:
            if error.errno not in {errno.ENOTEMPTY, errno.ENOENT}:
                raise


class SetAttributes(msgspec.Struct, frozen=True):
    """Another mode and owner for what is there."""

    path: Path
    attributes: Attributes
    before: Attributes | None = None

    def describe(self) -> str:
        """Return one line."""
        was = f" (was {self.before})" if self.before else ""
        return f"set {self.attributes} on {self.path}{was}"

    def execute(self) -> None:
        """Chown, chmod."""
        self.attributes.set_on(self.path)

    def undo(self) -> None:
        """Give it back its mode and owner, where they were known."""
        if self.before:
            self.before.set_on(self.path)


class MakeFile(msgspec.Struct, frozen=True):
    """A file that is complete or not there at all, or in the place of another: written aside, synced, renamed."""

    path: Path
    contents: bytes
    attributes: Attributes = Attributes(0o644)

    def describe(self) -> str:
        """Return one line."""
        return f"write {self.path} ({len(self.contents)} bytes, {self.attributes})"

    def execute(self) -> None:
        """Write a temporary file beside it, fsync, rename, fsync the directory."""
        temporary = self.path.with_name(f".{self.path.name}.new")
        temporary.unlink(missing_ok=True)
        try:
            self._write(temporary)
            temporary.rename(self.path)
        except OSError:
            temporary.unlink(missing_ok=True)  # a full file system is not to be kept full by this
            raise
        sync(self.path.parent)

    def _write(self, path: Path) -> None:
        with path.open("xb") as file:
            self.attributes.set_on(path)
            file.write(self.contents)
            file.flush()
            os.fsync(file.fileno())

    def undo(self) -> None:
        """Remove it."""
        self.path.unlink(missing_ok=True)


class MakeLink(msgspec.Struct, frozen=True):
    """A symbolic link, in the place of another link, a file or an empty directory."""

    path: Path
    to: str

    def describe(self) -> str:
        """Return one line."""
        return f"link {self.path} to {self.to}"

    def execute(self) -> None:
        """Make it aside and rename it into place."""
        temporary = self.path.with_name(f".{self.path.name}.new")
        temporary.unlink(missing_ok=True)
        temporary.symlink_to(self.to)
        if self.path.is_dir() and not self.path.is_symlink():
            self.path.rmdir()
        temporary.rename(self.path)

    def undo(self) -> None:
        """Remove it."""
        self.path.unlink(missing_ok=True)


class MakeNode(msgspec.Struct, frozen=True):
    """A character device node."""

    path: Path
    major: int
    minor: int
    mode: int = 0o600

    def describe(self) -> str:
        """Return one line."""
        return f"make device node {self.path} (character {self.major}:{self.minor}, mode {self.mode:04o})"

    def execute(self) -> None:
        """mknod(2)."""
        make_node(self.path, stat.S_IFCHR, (self.major, self.minor), self.mode)

    def undo(self) -> None:
        """Remove it."""
        self.path.unlink(missing_ok=True)
