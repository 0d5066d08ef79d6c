"""The machine that numbers are from, in a few lines."""

import datetime as dt
import os
import platform
from collections.abc import Iterator
from pathlib import Path


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


def _system() -> str:
    return platform.freedesktop_os_release().get("PRETTY_NAME", "an unknown system")


def _field(path: Path, name: str) -> str:
    return next((value for key, value in _fields(path) if key == name), "an unknown processor")


def _fields(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text().splitlines():
        key, _, value = line.partition(":")
        yield key.strip(), value.strip()
