"""The rows of the mount table: what the node's file system tree is wanted to look like.

A row says what is wanted and who sees to it. What is missing, and how to get there, is the planner's business.
"""

from enum import StrEnum
from typing import Final, Literal

import msgspec

from libtalos.mounts.sizes import parse_size


class Owner(StrEnum):
    """The component that brings a row about."""

    INIT = "init"
    FILESYSTEM = "filesystem"


class Generator(StrEnum):
    """First contents of a file that the table cannot know."""

    HOSTNAME = "hostname"
    MACHINE_ID = "machine-id"


# File systems that take mode=, uid= and gid=, so that they never are anything else.
_WITH_MODE: Final = frozenset({"tmpfs", "devtmpfs"})
# bytes of a label, by file system
LABEL_MAX: Final = {"xfs": 12, "ext4": 16}
SEALED: Final = ("ro", "nosuid", "nodev", "noexec")


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What every row has: an absolute path on the node, and an owner."""

    target: str
    owner: Owner = Owner.FILESYSTEM

    def __post_init__(self) -> None:
        """Reject paths that are not absolute."""
        absolute(self.target, "target")


class MountRow(Row, frozen=True, kw_only=True, tag="mount"):
    """A file system of the kernel's or of memory: any mount at the target counts as in place.

    mode and owner are those of its root; without a mode the kernel's choice is left.
    """

    type: str
    source: str = ""
    options: tuple[str, ...] = ()
    mode: int | None = None
    uid: int = 0
    gid: int = 0

    @property
    def all_options(self) -> tuple[str, ...]:
        """The options with mode and owner, as far as the file system takes them as options."""
        if self.mode is None or self.type not in _WITH_MODE:
            return self.options
        owner = [f"{name}={number}" for name, number in (("uid", self.uid), ("gid", self.gid)) if number]
        return (*self.options, f"mode={self.mode:04o}", *owner)


class DirectoryRow(Row, frozen=True, kw_only=True, tag="directory"):
    """A directory with its mode and owner; what is in it is not touched."""

    mode: int = 0o755
    uid: int = 0
    gid: int = 0


class LinkRow(Row, frozen=True, kw_only=True, tag="link"):
    """A symbolic link."""

    to: str


class NodeRow(Row, frozen=True, kw_only=True, tag="node"):
    """A character device node."""

    major: int
    minor: int
    mode: int = 0o600


class FileRow(Row, frozen=True, kw_only=True, tag="file"):
    """A file under /etc: a bind of a source that is replaced as a whole, so that nobody sees half of it.

    First contents: of what `inherit` finds at the target, else of `generate`, else `contents`. `keep` names a file on
    a lasting file system that holds the first contents for every later boot.
    """

    source: str
    contents: str = ""
    generate: Generator | None = None
    inherit: bool = False
    keep: str = ""
    options: tuple[str, ...] = SEALED
    mode: int = 0o644
    uid: int = 0
    gid: int = 0

    def __post_init__(self) -> None:
        """Reject paths that are not absolute."""
        super().__post_init__()
        absolute(self.source, "source")
        if self.keep:
            absolute(self.keep, "keep")

    @property
    def name(self) -> str:
        """The name below /etc."""
        return self.target.removeprefix("/etc/")


class VolumeRow(Row, frozen=True, kw_only=True, tag="volume"):
    """A file system (xfs or ext4) in a sparse file, mounted through a loop device."""

    image: str
    label: str
    size: str
    type: Literal["xfs", "ext4"] = "xfs"
    options: tuple[str, ...] = ()
    mode: int = 0o755
    uid: int = 0
    gid: int = 0

    def __post_init__(self) -> None:
        """Reject paths that are not absolute, sizes that are none, labels that are too long."""
        super().__post_init__()
        absolute(self.image, "image")
        parse_size(self.size)
        longest = LABEL_MAX[self.type]
        if not 0 < len(self.label.encode()) <= longest:
            raise ValueError(f"label {self.label!r}: 1 to {longest} bytes, as {self.type} has it")


class OverlayRow(Row, frozen=True, kw_only=True, tag="overlay"):
    """A writable layer over a directory of the image, kept below `state`.

    The merged directory has the upper layer's mode and owner: those that are declared here.
    """

    state: str
    options: tuple[str, ...] = ()
    mode: int = 0o755
    uid: int = 0
    gid: int = 0

    def __post_init__(self) -> None:
        """Reject paths that are not absolute."""
        super().__post_init__()
        absolute(self.state, "state")

    @property
    def name(self) -> str:
        """The stem of its upper and work directory, as upstream has it: /etc/cni is etc-cni."""
        return self.target.strip("/").replace("/", "-")


class ShareRow(Row, frozen=True, kw_only=True, tag="share"):
    """A mount that passes what is mounted below it on to its peers, as kubelet and containerd need it."""


AnyRow = MountRow | DirectoryRow | LinkRow | NodeRow | FileRow | VolumeRow | OverlayRow | ShareRow
MOUNTING: Final = (MountRow, FileRow, VolumeRow, OverlayRow)


def absolute(path: str, what: str) -> None:
    """Raise ValueError if path is not absolute and plain (no "..", no trailing slash)."""
    parts = path.split("/")[1:]
    if not path.startswith("/") or (path != "/" and not all(part not in {"", ".", ".."} for part in parts)):
        raise ValueError(f"{what} {path!r} has to be an absolute path without '.', '..' and needless slashes")
