"""The mount table planned and mounted: beside mount(8), which reads the same mounts from an fstab, and from a script.

All on a scratch root whose directories and files are there already, in a mount namespace that ends with the round; each
contender mounts the same things with the same flags. Volumes are left out: both would wait for the same loop device.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from libtalos.linux import mountinfo
from libtalos.linux.mount import MS_PRIVATE, MS_REC, mount, umount2
from libtalos.mounts import Facts, MountTable, View, carry_out, load, plan
from libtalos.mounts.rows import AnyRow, FileRow, MountRow, OverlayRow
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, Setting

TABLE = Path(__file__).parents[2] / "rootfs/mounts.toml"
MOUNTINFO = Path("/proc/thread-self/mountinfo")
CLONE_NEWNS = 0x00020000
PLAN, MOUNT = "look and find nothing to do", "plan and mount"
# what cannot be mounted below a scratch root without touching the host
_HOSTS = frozenset({"devtmpfs", "cgroup2"})
# would hide the files that are bound
_HIDES = "/system"


def run(setting: Setting) -> list[Row]:
    """Measure everything in every round, in turns."""
    samples = Samples()
    for number in range(1, setting.rounds + 1):
        setting.say(f"mounts: round {number} of {setting.rounds}")
        setting.settle()
        with ThreadPoolExecutor(max_workers=1, initializer=_leave) as thread:
            for what, who, seconds in thread.submit(measure, setting.work / "mounts").result():
                samples.add(what, who, seconds, "s")
    return samples.rows(ours=OURS)


def measure(directory: Path) -> list[tuple[str, str, float]]:
    """Seconds of each contender, each on a root of its own."""
    rows = wanted(load(TABLE))
    contenders: dict[str, Callable[[Path], float]] = {
        OURS: partial(_ours, rows),
        "mount --all": partial(_fstab, rows),
        "mount(8), one by one": partial(_script, rows),
    }
    found = []
    for who, work in contenders.items():
        root = prepare(directory / "root", rows)
        found.append((MOUNT, who, work(root)))
        check(root, rows)
        if who == OURS:
            found.append((PLAN, who, _timed(lambda root=root: plan(rows, look(root), Facts()))))  # type: ignore[misc]
        clear(root)
    shutil.rmtree(directory)
    return found


def wanted(table: MountTable) -> list[AnyRow]:
    """The rows that mount something and can do so anywhere."""
    return [
        row
        for row in table.rows
        if isinstance(row, FileRow | OverlayRow)
        or (isinstance(row, MountRow) and row.type not in _HOSTS and row.target != _HIDES)
    ]


def prepare(root: Path, rows: Sequence[AnyRow]) -> Path:
    """A tmpfs with the places that are mounted and the files that are bound."""
    root.mkdir(parents=True, exist_ok=True)
    mount("bench", root, "tmpfs")
    for row in rows:
        place = root / row.target.lstrip("/")
        if isinstance(row, FileRow):
            for path in (place, _source(root, row)):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text("here\n")
                path.chmod(row.mode)
        else:
            place.mkdir(parents=True, exist_ok=True)
        if isinstance(row, OverlayRow):
            for path in _layers(root, row):
                path.mkdir(parents=True)
    return root


def look(root: Path) -> View:
    """What this thread sees."""
    return View.take(root, MOUNTINFO)


def check(root: Path, rows: Sequence[AnyRow]) -> None:
    """Make sure that whoever was measured has done the work."""
    view = look(root)
    missing = [row.target for row in rows if view.mounted(row.target) is None]
    if missing:
        raise RuntimeError(f"not mounted: {', '.join(missing)}")


def clear(root: Path) -> None:
    """Unmount it all."""
    found = [entry.target for entry in mountinfo.read(MOUNTINFO) if entry.target.startswith(str(root))]
    for target in reversed(found):
        umount2(target, 2)


def _ours(rows: Sequence[AnyRow], root: Path) -> float:
    def work() -> None:
        for _ in carry_out(rows, look=partial(look, root), facts=Facts()):
            pass

    return _timed(work)


def _fstab(rows: Sequence[AnyRow], root: Path) -> float:
    path = root.with_name("fstab")
    path.write_text("".join(f"{' '.join(_line(row, root))} 0 0\n" for row in rows))
    return _timed(lambda: subprocess.run(["mount", "--all", "--fstab", str(path)], check=True))


def _script(rows: Sequence[AnyRow], root: Path) -> float:
    path = root.with_name("script")
    lines = [_line(row, root) for row in rows]
    path.write_text(
        "".join(f"mount -t {fstype} -o {options} {source} {target}\n" for source, target, fstype, options in lines)
    )
    return _timed(lambda: subprocess.run(["sh", "-e", str(path)], check=True))


def _line(row: AnyRow, root: Path) -> tuple[str, str, str, str]:
    """Source, target, type and options, as fstab(5) has them."""
    target = str(root / row.target.lstrip("/"))
    match row:
        case FileRow():
            return str(_source(root, row)), target, "none", ",".join(("bind", *row.options))
        case OverlayRow():
            upper, work = _layers(root, row)
            places = (f"lowerdir={target}", f"upperdir={upper}", f"workdir={work}")
            return "overlay", target, "overlay", ",".join((*row.options, *places))
        case MountRow():
            return row.source or row.type, target, row.type, ",".join(row.all_options)
    raise TypeError(f"{row.target} is not measured")


def _source(root: Path, row: FileRow) -> Path:
    return root / row.source.lstrip("/")


def _layers(root: Path, row: OverlayRow) -> tuple[Path, Path]:
    state = root / row.state.lstrip("/")
    return state / f"{row.name}-diff", state / f"{row.name}-workdir"


def _timed(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started


def _leave() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNS):
        raise OSError(ctypes.get_errno(), f"unshare: {os.strerror(ctypes.get_errno())}")
    mount(None, "/", None, MS_REC | MS_PRIVATE)
