"""The machine that numbers are from, in a few lines."""

import datetime as dt
import os
import platform
import time
from collections.abc import Iterator
from pathlib import Path

_STAT = Path("/proc/stat")
# how long the processors must have been idle, in seconds, and how much of one processor may have been in use
_MOMENT = 0.3
_QUIET = 0.15


def describe() -> str:
    """Date, processor, memory, kernel, distribution, Python."""
    now = dt.datetime.now(dt.UTC).strftime("%d %B %Y, %H:%M UTC")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return "\n".join(
        (
            f"{now}; load before: {load()}",
            f"{os.cpu_count()} x {_field(Path('/proc/cpuinfo'), 'model name')}, {memory:.0f} GiB of memory",
            f"kernel {platform.release()}, {_system()}, Python {platform.python_version()}",
        )
    )


def load() -> str:
    """The load averages of the last 1, 5 and 15 minutes."""
    return " ".join(f"{average:.2f}" for average in os.getloadavg())


def await_quiet(patience: float) -> bool:
    """Wait until the processors are idle for a moment; False if they were not within patience (seconds)."""
    end = time.monotonic() + patience
    while True:
        before = busy_ticks(_STAT.read_text())
        time.sleep(_MOMENT)
        used = (busy_ticks(_STAT.read_text()) - before) / os.sysconf("SC_CLK_TCK") / _MOMENT
        if used < _QUIET or time.monotonic() > end:
            return used < _QUIET


def busy_ticks(stat: str) -> int:
    """What all processors together spent on anything but idling and waiting for disks (proc_stat(5))."""
    ticks = [int(word) for word in stat.splitlines()[0].split()[1:9]]
    return sum(ticks) - ticks[3] - ticks[4]


def _system() -> str:
    return platform.freedesktop_os_release().get("PRETTY_NAME", "an unknown system")


def _field(path: Path, name: str) -> str:
    return next((value for key, value in _fields(path) if key == name), "an unknown processor")


def _fields(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text().splitlines():
        key, _, value = line.partition(":")
        yield key.strip(), value.strip()
