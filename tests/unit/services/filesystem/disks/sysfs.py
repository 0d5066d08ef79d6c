"""A sysfs with block devices, made of plain files."""

from collections.abc import Mapping
from pathlib import Path


def add(sys: Path, path: str, files: Mapping[str, str]) -> Path:
    """A device at a path below /sys/devices, with files; /sys/class/block and /sys/block link to it."""
    place = sys / "devices" / path
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text + "\n")
    for directory in ("class/block", "block"):
        (sys / directory).mkdir(parents=True, exist_ok=True)
        if directory == "class/block" or "partition" not in files:
            (sys / directory / place.name).symlink_to(place)
    return place


def disk(sys: Path, path: str, *, sectors: int = 4096, dev: str = "8:0", **more: str) -> Path:
    """A disk of so many sectors of 512 bytes; a name with two underscores is in a directory."""
    files = {"dev": dev, "size": str(sectors), "ro": "0", "queue/logical_block_size": "512"}
    return add(sys, path, files | {name.replace("__", "/"): text for name, text in more.items()})


def partition(sys: Path, path: str, number: int, *, dev: str, start: int = 2048, sectors: int = 2048) -> Path:
    """A partition, whose path goes through its disk."""
    return add(sys, path, {"dev": dev, "size": str(sectors), "start": str(start), "ro": "0", "partition": str(number)})
