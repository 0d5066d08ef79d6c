"""The capabilities that this process could hand on."""

from pathlib import Path
from typing import Final

from libtalos.linux.caps import NAMES

STATUS: Final = Path("/proc/self/status")


def bounding_set(status: Path = STATUS) -> list[str]:
    """Return the names (CAP_...) in this process's bounding set.

    A container cannot be given more: asking for one that is missing here makes runc fail. Capabilities that a newer
    kernel has and nobody here knows are left out, since runc would not know their names either.
    """
    for line in status.read_text().splitlines():
        key, _, value = line.partition(":")
        if key == "CapBnd":
            mask = int(value, 16)
            return [name for bit, name in enumerate(NAMES) if mask >> bit & 1]
    raise ValueError(f"{status}: no line CapBnd; is /proc mounted?")
