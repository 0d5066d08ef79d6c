"""Block devices as sysfs tells them (Documentation/ABI/stable/sysfs-block in Linux)."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

SECTOR: Final = 512  # bytes, the unit of size and start in sysfs, whatever the device's own is
_CDROM: Final = "5"  # device/type of SCSI's CD and DVD drives
# what a device is attached by, from the part of its path that tells; the first one counts
_BUSES: Final = (("usb", "usb"), ("ata", "sata"), ("sas", "sas"), ("fc_host", "fc"), ("session", "iscsi"))
_NAMES: Final = (("nvme", "nvme"), ("vd", "virtio"), ("mmcblk", "mmc"))


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """A disk, or a partition of one if it has a number. Sizes and start are in bytes.

    path is the kernel's own, below /sys; what follows is known of disks alone, and empty where the kernel does not say.
    """

    name: str
    numbers: tuple[int, int]
    path: str
    size: int
    sector_size: int = SECTOR
    io_size: int = SECTOR
    readonly: bool = False
    number: int = 0
    parent: str = ""
    start: int = 0
    cdrom: bool = False
    rotational: bool = False
    model: str = ""
    firmware: str = ""
    serial: str = ""
    modalias: str = ""
    wwid: str = ""
    uuid: str = ""
    transport: str = ""
    slaves: tuple[str, ...] = ()
    symlinks: tuple[str, ...] = ()

    @property
    def dev_path(self) -> str:
        """The device node."""
        return f"/dev/{self.name}"

    @property
    def virtual(self) -> bool:
        """Whether it is in the kernel alone: a loop device, a device mapper, a RAID; NVMe with several paths is not."""
        return self.path.startswith("/devices/virtual/block/")

    @property
    def bus_path(self) -> str:
        """Where the device is attached, without the device itself; empty for what is in the kernel alone."""
        place = self.path.removeprefix("/devices").rpartition("/block/")[0]
        return "" if place.startswith("/virtual") else place


def devices(sys: Path) -> list[Device]:
    """Return every block device that has a size, sorted by name. One that goes meanwhile is left out."""
    return sorted(_all(sys), key=lambda device: device.name)


def device(sys: Path, name: str) -> Device | None:
    """Return the block device of that name in the kernel; None if there is none or it has no size."""
    try:
        return _device(sys, sys / "class/block" / name.replace("/", "!"))
    except (OSError, ValueError):
        return None


def _all(sys: Path) -> Iterator[Device]:
    for entry in (sys / "class/block").iterdir():
        # gone between the listing and the look; or half of it, with files that are empty
        with suppress(OSError, ValueError):
            found = _device(sys, entry)
            if found is not None and _text(entry / "hidden") != "1":
                yield found


def _device(sys: Path, entry: Path) -> Device | None:
    size = int((entry / "size").read_text()) * SECTOR
    if not size:  # a loop device without a file, a drive without a medium: nothing else matters
        return None
    place = entry.resolve(strict=True)
    major, _, minor = (place / "dev").read_text().partition(":")
    number = int(_text(place / "partition") or 0)
    disk = place.parent if number else place
    name = place.name.replace("!", "/")  # sysfs' way to write a slash
    base = Device(
        name=name,
        numbers=(int(major), int(minor)),
        path=f"/{os.path.relpath(place, sys)}",
        size=size,
        sector_size=int(_text(disk / "queue/logical_block_size") or SECTOR),
        io_size=_io_size(disk),
        readonly=_text(place / "ro") == "1",
    )
    if number:
        start = int((place / "start").read_text()) * SECTOR
        return replace(base, number=number, parent=disk.name.replace("!", "/"), start=start)
    return replace(
        base,
        cdrom=name.startswith("sr") or _text(place / "device/type") == _CDROM,
        rotational=_text(place / "queue/rotational") == "1" and not base.path.startswith("/devices/virtual/"),
        model=_text(place / "device/model"),
        firmware=_text(place / "device/firmware_rev") or _text(place / "device/rev"),
        serial=_text(place / "device/serial") or _text(place / "serial") or _vpd_serial(place / "device/vpd_pg80"),
        modalias=_text(place / "device/modalias"),
        wwid=_text(place / "wwid") or _text(place / "device/wwid"),
        uuid=_text(place / "uuid"),
        transport=_transport(name, place),
        slaves=_slaves(place),
    )


def _io_size(disk: Path) -> int:
    """Return the best size of a request, as upstream chooses it: the first power of two that the device names."""
    sizes = (int(_text(disk / f"queue/{name}_io_size") or 0) for name in ("optimal", "minimum"))
    return next((size for size in sizes if size > 0 and not size & (size - 1)), SECTOR)


def _transport(name: str, place: Path) -> str:
    by_name = next((transport for prefix, transport in _NAMES if name.startswith(prefix)), "")
    if by_name:
        return by_name
    steps = place.parts
    return next((bus for prefix, bus in _BUSES if any(step.startswith(prefix) for step in steps)), "")


def _vpd_serial(path: Path) -> str:
    """Return the serial number of a SCSI or SATA disk: 4 bytes, of which two are its length, then it (SPC-4)."""
    try:
        page = path.read_bytes()
    except OSError:
        return ""
    return page[4 : 4 + int.from_bytes(page[2:4], "big")].decode(errors="replace").strip().strip("\0")


def _slaves(place: Path) -> tuple[str, ...]:
    with suppress(OSError):
        return tuple(sorted(os.listdir(place / "slaves")))  # noqa: PTH208 - names alone
    return ()


def _text(path: Path) -> str:
    """Return what a file says, without the space around it; nothing if it is not there or cannot be read."""
    try:
        return path.read_text(errors="replace").strip().strip("\0")
    except OSError:
        return ""
