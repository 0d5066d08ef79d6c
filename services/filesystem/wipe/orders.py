"""What is to be wiped, and how far it is, as values."""

from typing import NamedTuple

from services.filesystem.disks.device import Device


class Order(NamedTuple):
    """One device, by its name in the kernel, and what may be done to it."""

    device: str
    zeroes: bool = False
    skip_volume_check: bool = False
    skip_secondary_check: bool = False
    drop_partition: bool = False


class Progress(NamedTuple):
    """How far a device is: done of size, in bytes, and the step that was done in words, if one was."""

    device: str
    done: int
    size: int
    step: str = ""


class Target(NamedTuple):
    """A device that an order names: as it is, its partitions, and its disk if it is a partition."""

    order: Order
    device: Device
    parts: tuple[Device, ...] = ()
    disk: Device | None = None

    @property
    def subject(self) -> str:
        """What messages begin with, as upstream calls a device."""
        return f'blockdevice "{self.device.name}"'
