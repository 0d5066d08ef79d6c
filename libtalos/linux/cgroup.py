"""Control groups as containers of processes: join, list, signal, kill, remove. Version 2, or 1 through the freezer.

A group here is for membership only; controllers and limits are not needed for it, so a bare v2 mount beside v1
controllers (systemd's "hybrid" layout, /sys/fs/cgroup/unified) does as well. Formats: Documentation/admin-guide/
cgroup-v2.rst and cgroup-v1/freezer-subsystem.rst of the kernel.
"""

import contextlib
import errno
import os
import signal
from pathlib import Path
from typing import NamedTuple

from libtalos.linux import pidfd


class NoHierarchyError(Exception):
    """This machine has no cgroup hierarchy that processes can be grouped in."""


class Hierarchies(NamedTuple):
    """The mounted hierarchies that are of use for grouping; None where there is none."""

    unified: Path | None = None
    freezer: Path | None = None
    systemd: Path | None = None

    @classmethod
    def find(cls, mountinfo: Path = Path("/proc/self/mountinfo")) -> "Hierarchies":
        """Read the mount table (proc_pid_mountinfo(5)). Raises OSError if there is no /proc."""
        found: dict[str, Path] = {}
        for line in mountinfo.read_text().splitlines():
            left, _, right = line.partition(" - ")
            kind, _, options = right.split(" ", 2)
            name = _hierarchy(kind, options)
            if name is not None:
                found.setdefault(name, Path(_unescape(left.split(" ")[4])))
        return cls(**found)


def _hierarchy(kind: str, options: str) -> str | None:
    if kind == "cgroup2":
        return "unified"
    if kind == "cgroup":
        words = options.split(",")
        return "freezer" if "freezer" in words else "systemd" if "name=systemd" in words else None
    return None


def _unescape(path: str) -> str:
    return path.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")


class Control(NamedTuple):
    """How the processes of a group are stopped in their tracks, by version."""

    file: str
    freeze: str
    thaw: str


UNIFIED = Control("cgroup.freeze", "1", "0")
FREEZER = Control("freezer.state", "FROZEN", "THAWED")


class Group(NamedTuple):
    """One group: its directory, and the same path in hierarchies that only follow along (v1: name=systemd)."""

    path: Path
    control: Control
    companions: tuple[Path, ...] = ()

    @property
    def birthplace(self) -> Path | None:
        """The directory that a process can be born in (clone3), None in version 1."""
        return self.path if self.control is UNIFIED else None

    @property
    def join_files(self) -> tuple[Path, ...]:
        """Where a process with one thread writes "0" to become a member.

        In version 1 that is `tasks`: a thread that moves itself does not have to wait for an RCU grace period.
        """
        name = "cgroup.procs" if self.control is UNIFIED else "tasks"
        return tuple(path / name for path in (self.path, *self.companions))

    @property
    def events_file(self) -> Path | None:
        """The file that tells when the last member is gone; version 1 has none."""
        return self.path / "cgroup.events" if self.control is UNIFIED else None

    def create(self) -> bool:
        """Make the group's directories; True if the group is new. Raises OSError."""
        for path in self.companions:
            path.mkdir(parents=True, exist_ok=True)
        try:
            self.path.mkdir(parents=True)
        except FileExistsError:
            return False
        return True

    def pids(self) -> list[int]:
        """The members, of groups below too. A zombie is not a member."""
        return [pid for path in _below(self.path) for pid in _pids(path)]

    def populated(self) -> bool:
        """Whether there is a member here or below."""
        events = self.events_file
        if events is None:
            return bool(self.pids())
        try:
            fd = os.open(events, os.O_RDONLY | os.O_CLOEXEC)  # no file object: this is asked before each start
        except FileNotFoundError:
            return False
        try:
            return b"populated 1" in os.read(fd, 4096)
        finally:
            os.close(fd)

    def kill(self) -> None:
        """SIGKILL every member, here and below, with none slipping away by forking. Does not wait for their end."""
        if self.control is UNIFIED and _write(self.path / "cgroup.kill", "1"):
            return
        frozen = [path for path in _below(self.path) if _write(path / self.control.file, self.control.freeze)]
        try:
            self._signal_all(signal.SIGKILL)
        finally:
            for path in frozen:
                _write(path / self.control.file, self.control.thaw)

    def _signal_all(self, number: int) -> None:
        """Signal until no new member turns up: one may have been in the middle of a fork when the freeze came."""
        done: set[int] = set()
        while fresh := set(self.pids()) - done:
            for pid in fresh:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, number)
            done |= fresh

    def members(self) -> list[int]:
        """pidfds of the members; the caller closes them."""
        return [fd for fd in map(pidfd.open_if_alive, self.pids()) if fd is not None]

    def remove(self) -> bool:
        """Remove the group and all below it. False if it still has members. Raises OSError for other reasons."""
        try:
            for root in (self.path, *self.companions):
                _remove(root)
        except OSError as error:
            if error.errno in {errno.EBUSY, errno.ENOTEMPTY}:
                return False
            raise
        return True


class Cgroups(NamedTuple):
    """Where groups are made: `base` below the chosen hierarchy."""

    root: Path
    control: Control
    companions: tuple[Path, ...] = ()

    @classmethod
    def find(cls, base: str = "", hierarchies: Hierarchies | None = None) -> "Cgroups":
        """Choose version 2 where it is mounted and writable, else the v1 freezer. Raises NoHierarchyError."""
        seen = hierarchies if hierarchies is not None else Hierarchies.find()
        if seen.unified is not None and os.access(seen.unified, os.W_OK):
            return cls(seen.unified / base, UNIFIED)
        if seen.freezer is not None and os.access(seen.freezer, os.W_OK):
            companions = (seen.systemd / base,) if seen.systemd and os.access(seen.systemd, os.W_OK) else ()
            return cls(seen.freezer / base, FREEZER, companions)
        raise NoHierarchyError(
            "no writable cgroup hierarchy: mount cgroup2 (or the v1 freezer) read-write before services are started"
        )

    def group(self, name: str) -> Group:
        """The group of that name, such as "system/runtime". Raises ValueError if the name leaves the base."""
        if not name or name.startswith("/") or ".." in name.split("/"):
            raise ValueError(f"cgroup {name!r}: must be a relative path without '..', such as system/runtime")
        return Group(self.root / name, self.control, tuple(path / name for path in self.companions))

    def enter(self, name: str, *others: int) -> None:
        """Move the calling process, and others that are alive, into a group, made if needed. Raises OSError."""
        group = self.group(name)
        group.create()
        for path in (group.path, *group.companions):
            for pid in (0, *others):
                with contextlib.suppress(ProcessLookupError):
                    (path / "cgroup.procs").write_text(str(pid))


def _remove(root: Path) -> None:
    try:
        root.rmdir()
    except FileNotFoundError:
        return
    except OSError:
        # it has groups below, or members
        with contextlib.suppress(FileNotFoundError):
            for path in _below(root):
                path.rmdir()


def _below(path: Path) -> list[Path]:
    """The directory and those under it, the deepest first."""
    return [Path(directory) for directory, _, _ in os.walk(path, topdown=False)]


def _pids(path: Path) -> list[int]:
    try:
        return [int(line) for line in (path / "cgroup.procs").read_text().split()]
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ENODEV}:
            return []
        raise


def _write(path: Path, text: str) -> bool:
    """Write a control file; False if the group or, on an older kernel, the file does not exist."""
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        os.write(fd, text.encode())
    except OSError as error:
        if error.errno != errno.ENODEV:
            raise
    finally:
        os.close(fd)
    return True
