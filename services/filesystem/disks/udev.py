"""What udevd adds to the kernel's facts, through pyudev: news after its rules have run, identities and symbolic links.

Only where a udevd runs, which it does in no container and not in the image of this project either: importing pyudev
costs time and memory.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    import pyudev
    from structlog.stdlib import BoundLogger

    from services.filesystem.disks.device import Device
    from services.filesystem.disks.look import Seen

# a property of udev -> the field that it fills where the kernel says nothing
_FIELDS: Final = {"ID_MODEL": "model", "ID_SERIAL_SHORT": "serial", "ID_WWN": "wwid", "ID_REVISION": "firmware"}
_TRANSPORTS: Final = {"ata": "sata", "usb": "usb", "scsi": "scsi", "nvme": "nvme"}


def running(run: Path = Path("/run")) -> bool:
    """Return whether there is a udevd."""
    return (run / "udev/control").exists()


def found(log: "BoundLogger") -> "Udev | None":
    """Return udevd's side of things, None where there is no udevd, or no library to ask it with, which is logged."""
    if not running():
        return None
    try:
        return Udev()
    except (ImportError, OSError) as error:
        log.warning("udevd runs and cannot be asked: the kernel is", error=str(error))
        return None


class Udev:
    """udevd's database and its news."""

    def __init__(self) -> None:
        """Load libudev and listen. Raises OSError, ImportError if pyudev or libudev is not there."""
        import pyudev  # noqa: PLC0415 - see above

        self._context = pyudev.Context()
        self._monitor = pyudev.Monitor.from_netlink(self._context, source="udev")
        self._monitor.filter_by("block")
        self._monitor.start()
        self._heard = False

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return int(self._monitor.fileno())

    def acknowledge(self) -> None:
        """Take what has come."""
        while self._monitor.poll(timeout=0) is not None:
            self._heard = True

    def heard(self) -> bool:
        """Return whether something was taken since the last call."""
        heard, self._heard = self._heard, False
        return heard

    def watch(self, seen: "Seen") -> bool:  # noqa: ARG002 - part of the shape
        """Return that nothing is missed: udevd itself hears who writes to a device, and tells."""
        return False

    def close(self) -> None:
        """Stop listening: the socket is closed with the last reference."""
        del self._monitor

    def enrich(self, device: "Device") -> "Device":
        """Return a device with what udev knows of it besides. Blocks."""
        import pyudev  # noqa: PLC0415 - see above

        try:
            known = pyudev.Devices.from_name(self._context, "block", device.name.replace("/", "!"))
        except pyudev.DeviceNotFoundError:
            return device
        return enriched(device, known)


def enriched(device: "Device", known: "pyudev.Device") -> "Device":
    """Return a device with what udev says where the kernel says nothing, and with its symbolic links."""
    if device.number:
        return device
    properties = known.properties
    added = {field: properties.get(key, "") for key, field in _FIELDS.items() if not getattr(device, field)}
    transport = device.transport or _TRANSPORTS.get(properties.get("ID_BUS", ""), "")
    symlinks = tuple(sorted(known.device_links))
    return msgspec.structs.replace(device, **added, transport=transport, symlinks=symlinks)
