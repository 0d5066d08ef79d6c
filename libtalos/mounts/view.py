"""What is seen of the node: its mounts and files, below a root."""

import os
from pathlib import Path

import msgspec
from msgspec.structs import replace

from libtalos.linux import mountinfo
from libtalos.linux.mountinfo import MountInfo


class View(msgspec.Struct, frozen=True):
    """A look at the node. `pending` are targets that a plan is going to mount: what lies there now will be hidden."""

    root: Path
    mounts: tuple[MountInfo, ...]
    pending: frozenset[str] = frozenset()

    @classmethod
    def take(cls, root: Path = Path("/"), source: Path = mountinfo.SELF) -> "View":
        """Look at the node now. Before /proc is mounted no mount is seen. Raises OSError, ValueError."""
        try:
            mounts = mountinfo.read(source)
        except FileNotFoundError:
            mounts = []
        return cls(root.resolve(), tuple(mounts))

    def covering(self, target: str) -> "View":
        """Return the view with one more mount to come."""
        return replace(self, pending=self.pending | {target})

    def path(self, target: str) -> Path:
        """Return where a path of the node lies for this process."""
        return self.root / target.lstrip("/")

    def node_path(self, path: str) -> str | None:
        """Return the node's name for a path of this process; None if it is outside the root."""
        root = str(self.root)
        if root == "/":
            return path
        if path == root:
            return "/"
        return path.removeprefix(root) if path.startswith(root + "/") else None

    def mounted(self, target: str) -> MountInfo | None:
        """Return the mount that is seen at target, if any."""
        return None if target in self.pending or self._hidden(target) else mountinfo.at(self.mounts, self.path(target))

    def stack(self, target: str) -> list[MountInfo]:
        """Return all mounts at target, the lowest first."""
        path = str(self.path(target))
        return [] if self.mounted(target) is None else [mount for mount in self.mounts if mount.target == path]

    def status(self, target: str, *, follow: bool = False) -> os.stat_result | None:
        """Return what stat(2), or lstat(2), says of target; None if it is not there or will be hidden."""
        if self._hidden(target):
            return None
        try:
            return self.path(target).stat(follow_symlinks=follow)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _hidden(self, target: str) -> bool:
        """Whether target lies below a mount that is to come; the mount point itself is there before and after."""
        return any(target.startswith(mount.rstrip("/") + "/") for mount in self.pending)
