"""/proc/PID/mountinfo: the mounts of a mount namespace (format: proc(5), section /proc/pid/mountinfo)."""

import re
import select
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

SELF: Final = Path("/proc/self/mountinfo")

# The kernel writes blanks, line ends, backslash and '#' as three octal digits.
_ESCAPE: Final = re.compile(r"\\([0-7]{3})")
_FIXED_FIELDS: Final = 6
_TAIL_FIELDS: Final = 3


@dataclass(frozen=True, slots=True)
class MountInfo:
    """One mount. `root` is what of the file system is mounted; `target` is relative to the reader's root."""

    mount_id: int
    parent_id: int
    major: int
    minor: int
    root: str
    target: str
    options: tuple[str, ...]
    optional: tuple[str, ...]
    fstype: str
    source: str
    super_options: tuple[str, ...]

    @property
    def shared(self) -> bool:
        """Whether mounts below it propagate to its peers."""
        return any(field.startswith("shared:") for field in self.optional)

    @property
    def stale(self) -> bool:
        """Whether the directory or file that it shows was removed from its file system."""
        return self.root.endswith("//deleted")

    @property
    def read_only(self) -> bool:
        """Whether the mount or its file system is read-only."""
        return "ro" in self.options or "ro" in self.super_options


def read(path: Path = SELF) -> list[MountInfo]:
    """Return the mounts in the kernel's order. Raises OSError, or ValueError with path and line for a bad line."""
    # Not splitlines(): a mount point's name may hold characters that Python takes for a line's end.
    lines = path.read_bytes().decode(errors="surrogateescape").split("\n")
    mounts = []
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        try:
            mounts.append(parse_line(line))
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: {error}") from error
    return mounts


def parse_line(line: str) -> MountInfo:
    """Parse one line of mountinfo. Raises ValueError naming what is missing."""
    fields = line.split(" ")
    if "-" not in fields[_FIXED_FIELDS:]:
        raise ValueError(f"no separator '-' after the optional fields: {line!r}")
    separator = fields.index("-", _FIXED_FIELDS)
    tail = fields[separator + 1 :]
    if len(tail) < _TAIL_FIELDS:
        raise ValueError(f"type, source and options expected after '-': {line!r}")
    major, _, minor = fields[2].partition(":")
    return MountInfo(
        mount_id=int(fields[0]),
        parent_id=int(fields[1]),
        major=int(major),
        minor=int(minor),
        root=unescape(fields[3]),
        target=unescape(fields[4]),
        options=tuple(fields[5].split(",")),
        optional=tuple(fields[_FIXED_FIELDS:separator]),
        fstype=unescape(tail[0]),
        source=unescape(tail[1]),
        super_options=tuple(unescape(option) for option in tail[2].split(",")),
    )


def unescape(text: str) -> str:
    r"""Undo the kernel's \ooo escapes."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 8)), text)


def at(mounts: Iterable[MountInfo], target: str | Path) -> MountInfo | None:
    """Return the mount that one sees at target: the topmost if several are stacked there, None if there is none."""
    stack = [mount for mount in mounts if mount.target == str(target)]
    covered = {mount.parent_id for mount in stack}
    visible = [mount for mount in stack if mount.mount_id not in covered]
    return visible[-1] if visible else None


class MountWatch:
    """A descriptor that becomes readable when the mounts of this namespace change.

    The kernel says so with POLLPRI on mountinfo, which is always readable as well; so an event loop, that can ask
    only for "readable", watches an epoll descriptor around it. Being told is the news: looking at the descriptor takes
    it, whoever looks, so acknowledge() cannot tell once more whether there was any.
    """

    def __init__(self, path: Path = SELF) -> None:
        self._file = path.open("rb")
        self._epoll = select.epoll()
        self._epoll.register(self._file, select.EPOLLPRI)

    def fileno(self) -> int:
        """Return the descriptor to wait on (readable means changed)."""
        return self._epoll.fileno()

    def acknowledge(self) -> None:
        """Make the descriptor unreadable until the next change. Does not block."""
        self._epoll.poll(0)

    def close(self) -> None:
        """Close both descriptors."""
        self._epoll.close()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
