"""Who keeps a mount from being taken away: what is mounted in it, loop devices of its files, processes (proc(5))."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from libtalos.linux import mountinfo

SHOWN: Final = 5  # processes; of more it is told how many


class MountUsers:
    """Looks in sysfs and procfs. Blocks. Processes that end or may not be looked into are passed over."""

    def __init__(self, *, sys: Path = Path("/sys"), proc: Path = Path("/proc")) -> None:
        """Take where both are mounted."""
        self._sys = sys
        self._proc = proc

    def of(self, target: Path) -> list[str]:
        """Return who uses what is mounted at a place, in words; nothing if nobody is found, or it is not mounted."""
        with suppress(OSError, ValueError):
            mounts = mountinfo.read(self._proc / "thread-self/mountinfo")
            seen = mountinfo.at(mounts, target)
            if seen is None:
                return []
            inside = [f"{each.target} is mounted in it" for each in mounts if each.parent_id == seen.mount_id]
            return [*inside, *self._loops(target), *self._processes(seen, target)]
        return []

    def _loops(self, target: Path) -> Iterator[str]:
        for backing in sorted((self._sys / "block").glob("loop*/loop/backing_file")):
            with suppress(OSError):
                file = backing.read_text(errors="surrogateescape").removesuffix("\n")
                if file.startswith(f"{target}/"):
                    yield f"{backing.parts[-3]} is a device of {file}"

    def _processes(self, mount: mountinfo.MountInfo, target: Path) -> Iterator[str]:
        found = [told for pid in self._pids() if (told := self._use(pid, mount, target))]
        yield from found[:SHOWN]
        if len(found) > SHOWN:
            yield f"{len(found) - SHOWN} more processes use it"

    def _use(self, pid: int, mount: mountinfo.MountInfo, target: Path) -> str:
        """Return what of the file system a process uses, empty if nothing of it is below the target."""
        base = self._proc / str(pid)
        for link in self._links(base):
            with suppress(OSError):
                place = str(link.readlink())
                # the place tells one mount of a file system from another, and what is behind it what is only called so
                if (place == str(target) or place.startswith(f"{target}/")) and self._is_on(mount, link):
                    return f"process {pid} ({self._name(base)}) uses {place}"
        return ""

    def _is_on(self, mount: mountinfo.MountInfo, link: Path) -> bool:
        """Whether what a link of procfs stands for is on that mount. Raises OSError, ValueError."""
        if link.stat().st_dev == os.makedev(mount.major, mount.minor):
            return True
        # files of an overlay have device numbers of their own
        fd = os.open(link, os.O_PATH | os.O_CLOEXEC)
        try:
            lines = (self._proc / "thread-self/fdinfo" / str(fd)).read_text().splitlines()
        finally:
            os.close(fd)
        return f"mnt_id:\t{mount.mount_id}" in lines

    def _links(self, base: Path) -> Iterator[Path]:
        yield from (base / name for name in ("cwd", "root", "exe"))
        for directory in ("fd", "map_files"):
            with suppress(OSError):
                yield from (base / directory).iterdir()

    def _name(self, base: Path) -> str:
        with suppress(OSError):
            return (base / "comm").read_text(errors="replace").strip()
        return "?"

    def _pids(self) -> list[int]:
        return sorted(int(entry.name) for entry in self._proc.iterdir() if entry.name.isdecimal())
