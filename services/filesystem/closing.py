"""Taking the node's mounts away: what others have mounted in its volumes, user volumes, then the table's rows."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from libtalos.linux.mountinfo import MountInfo
from libtalos.mounts import Operation, View
from libtalos.mounts.operations.mounting import Unmount
from libtalos.mounts.rows import MOUNTING, AnyRow, FileRow, VolumeRow


class Closed(NamedTuple):
    """What was done, and what could not be, each in words."""

    done: list[str]
    held: list[str]


class Closing:
    """Plans on what is mounted at that moment, and unmounts. Blocks."""

    def __init__(self, *, rows: Iterable[AnyRow], look: Callable[[], View], below: str) -> None:
        """Take the rows of this component, the eyes, and the directory that user volumes are mounted in."""
        self._rows = [row for row in rows if isinstance(row, MOUNTING)]
        self._look = look
        self._below = below

    def user_volumes(self) -> list[Operation]:
        """Return what unmounts the user volumes and what is in them, the last one first. Raises OSError."""
        view = self._look()
        return [Unmount(Path(mount.target)) for mount in reversed(inside(view, (self._below,)))]

    def for_good(self, done: Callable[[str], object]) -> Closed:
        """Unmount all that can be. What is in use is written back, and told with who uses it. Raises OSError."""
        closed = Closed([], [])
        view = self._look()
        for step in self._all(view):
            try:
                step.execute()
            except OSError as error:
                closed.held.append(f"{step.target}: {error.strerror or error}")
                _write_back(step.target)
            else:
                closed.done.append(step.describe())
                done(step.describe())
        return closed

    def _all(self, view: View) -> Iterator[Unmount]:
        own = {row.target for row in self._rows}
        volumes = [row.target for row in self._rows if isinstance(row, VolumeRow)]
        for mount in reversed(inside(view, volumes)):
            target = view.node_path(mount.target) or mount.target
            if target not in own:
                # a pod's is of nobody here: whoever still works in it keeps it until he ends
                user = target.startswith(f"{self._below}/")
                yield Unmount(Path(mount.target), lazily=not user)
        for row in reversed(self._rows):
            if view.mounted(row.target):
                yield Unmount(view.path(row.target), lazily=isinstance(row, FileRow))


def inside(view: View, targets: Iterable[str]) -> list[MountInfo]:
    """Return what is mounted below places of the node, in the order of the mounts."""
    above = tuple(f"{view.path(target)}/" for target in targets)
    return [mount for mount in view.mounts if mount.target.startswith(above)] if above else []


def _write_back(target: Path) -> None:
    """As well as it goes: a file system that fails has nothing left to lose."""
    from libtalos.linux.syncfs import syncfs  # noqa: PLC0415 - for a mount that is in use at the end

    with suppress(OSError):
        syncfs(target)
