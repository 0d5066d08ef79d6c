"""Who uses a block device: mounts, swap, devices made of it, processes that have it open (proc(5), sysfs-block)."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from libtalos.linux import mountinfo

_SECOND: Final = ("logdev=", "rtdev=")  # options of XFS (its documentation in Linux, admin-guide/xfs)


class BlockDevice(NamedTuple):
    """A device as the kernel knows it: its name below /sys/class/block, without slashes, major and minor number."""

    name: str
    numbers: tuple[int, int]


class BlockUsers:
    """Looks in sysfs and procfs. Blocks. Processes that end or may not be looked into are passed over."""

    def __init__(self, *, sys: Path = Path("/sys"), proc: Path = Path("/proc")) -> None:
        """Take where both are mounted."""
        self._sys = sys
        self._proc = proc

    def mounts(self, device: BlockDevice) -> list[str]:
        """Return where a device is mounted for this process, or where and for whom if only others see it mounted."""
        own = self._targets(self._proc / "thread-self/mountinfo", device)
        if own:
            return own
        for pid in self._pids():
            targets = self._targets(self._proc / pid / "mountinfo", device)
            if targets:
                return [f"{target} of process {self._process(pid)}" for target in targets]
        return []

    def swapped(self, device: BlockDevice) -> bool:
        """Return whether the kernel swaps to a device."""
        with suppress(OSError):
            lines = (self._proc / "swaps").read_text(errors="surrogateescape").splitlines()[1:]
            return any(_is(mountinfo.unescape(line.split(" ")[0]), device) for line in lines if line)
        return False

    def holders(self, device: BlockDevice) -> list[str]:
        """Return the names of the device mapper, RAID and other devices that are made of a device, sorted."""
        with suppress(OSError):
            return sorted(self._named(holder) for holder in (self._sys / "class/block" / device.name).glob("holders/*"))
        return []

    def loops(self, device: BlockDevice) -> list[str]:
        """Return the loop devices whose file is the device, sorted."""
        found = []
        for backing in (self._sys / "block").glob("loop*/loop/backing_file"):
            with suppress(OSError):
                if _is(backing.read_text(errors="surrogateescape").removesuffix("\n"), device):
                    found.append(backing.parts[-3])
        return sorted(found)

    def openers(self, device: BlockDevice) -> list[str]:
        """Return the processes that have a device open, but not this one, as number and name."""
        number = os.makedev(*device.numbers)
        own = str(os.getpid())
        return [self._process(pid) for pid in self._pids() if pid != own and self._opens(pid, number)]

    def told(self, device: BlockDevice) -> list[str]:
        """Return who uses a device, in words; nothing if nobody is found."""
        name = device.name.replace("!", "/")
        return [
            *(f"{name} is mounted at {target}" for target in self.mounts(device)),
            *([f"{name} is swapped to"] if self.swapped(device) else []),
            *(f"{name} is a part of {other}" for other in (*self.holders(device), *self.loops(device))),
            *(f"process {opener} has {name} open" for opener in self.openers(device)),
        ]

    def _targets(self, path: Path, device: BlockDevice) -> list[str]:
        with suppress(OSError, ValueError):
            return [each.target for each in mountinfo.read(path) if _mounts(each, device)]
        return []

    def _pids(self) -> Iterator[str]:
        return (entry.name for entry in self._proc.iterdir() if entry.name.isdecimal())

    def _opens(self, pid: str, number: int) -> bool:
        with suppress(OSError):
            for fd in (self._proc / pid / "fd").iterdir():
                with suppress(OSError):
                    status = fd.stat()
                    if stat.S_ISBLK(status.st_mode) and status.st_rdev == number:
                        return True
        return False

    def _process(self, pid: str) -> str:
        with suppress(OSError):
            return f"{pid} ({(self._proc / pid / 'comm').read_text(errors='replace').strip()})"
        return pid

    def _named(self, holder: Path) -> str:
        """Return a device's name, with the one that it has among device mappers."""
        with suppress(OSError):
            return f"{holder.name} ({(holder / 'dm/name').read_text(errors='replace').strip()})"
        return holder.name


def _mounts(mount: mountinfo.MountInfo, device: BlockDevice) -> bool:
    if (mount.major, mount.minor) == device.numbers:
        return True
    # some file systems (btrfs) have a number of their own: their source tells; others have a part on a second device
    source = [mount.source] if mount.major == 0 else []
    paths = [*source, *(option.partition("=")[2] for option in mount.super_options if option.startswith(_SECOND))]
    return any(_is(path, device) for path in paths if path.startswith("/"))


def _is(path: str, device: BlockDevice) -> bool:
    """Return whether a path, perhaps one of another mount namespace, is that device's node."""
    with suppress(OSError):
        status = Path(path).stat()
        return stat.S_ISBLK(status.st_mode) and status.st_rdev == os.makedev(*device.numbers)
    return path == f"/dev/{device.name.replace('!', '/')}"
