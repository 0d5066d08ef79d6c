"""What a look at the disks found, as resources."""

from collections.abc import Mapping
from typing import Final, Protocol, TypeVar

from libtalos.resources.definitions.block import DiscoveredVolume, Disk, SystemDisk
from libtalos.resources.spec import ResourceSpec
from services.filesystem.disks.device import Device
from services.filesystem.disks.look import Seen, Volume

SYSTEM_DISK: Final = "system-disk"  # as upstream
META: Final = "META"
PUBLISHES: Final[tuple[type[ResourceSpec], ...]] = (Disk, DiscoveredVolume, SystemDisk)
_UNITS: Final = ("B", "kB", "MB", "GB", "TB", "PB", "EB")

S = TypeVar("S", bound=ResourceSpec)


class Store(Protocol):
    """What this needs of a resource store."""

    def replace(self, spec_class: type[S], specs: Mapping[str, S]) -> None:
        """Make these the resources of a type."""


def publish(store: Store, seen: Seen, *, container: bool) -> None:
    """Make the store say what is. The disks of a container are its host's, so that none of them is its system disk."""
    store.replace(Disk, {disk.name: disk_spec(disk) for disk in seen.disks})
    store.replace(DiscoveredVolume, {volume.device.name: volume_spec(volume) for volume in seen.volumes})
    store.replace(SystemDisk, {} if container else system_disk(seen))


def disk_spec(device: Device) -> Disk:
    """Return a disk as a resource."""
    return Disk(
        dev_path=device.dev_path,
        size=device.size,
        pretty_size=pretty(device.size),
        io_size=device.io_size,
        sector_size=device.sector_size,
        readonly=device.readonly,
        cdrom=device.cdrom,
        model=device.model,
        firmware_version=device.firmware,
        serial=device.serial,
        modalias=device.modalias,
        wwid=device.wwid,
        uuid=device.uuid,
        bus_path=device.bus_path,
        sub_system="/sys/class/block",
        transport=device.transport,
        rotational=device.rotational,
        secondary_disks=device.slaves,
        symlinks=device.symlinks,
    )


def volume_spec(volume: Volume) -> DiscoveredVolume:
    """Return a device and what is on it as a resource."""
    device, found, entry = volume.device, volume.found, volume.entry
    return DiscoveredVolume(
        dev_path=device.dev_path,
        type="partition" if device.number else "disk",
        device_path=device.path,
        parent=device.parent,
        parent_dev_path=f"/dev/{device.parent}" if device.parent else "",
        offset=device.start,
        size=device.size,
        pretty_size=pretty(device.size),
        sector_size=device.sector_size,
        io_size=device.io_size,
        name=found.name,
        uuid=found.uuid,
        label=found.label,
        block_size=found.block_size,
        filesystem_block_size=found.filesystem_block_size,
        probed_size=found.size,
        partition_uuid=entry.uuid if entry else "",
        partition_type=entry.kind if entry else "",
        partition_label=entry.name if entry else "",
        partition_index=device.number,
    )


def system_disk(seen: Seen) -> dict[str, SystemDisk]:
    """Return the disk that has META; none if several have: nobody could say which one the node is on."""
    parents = {volume.device.parent for volume in seen.volumes if volume.entry and volume.entry.name == META}
    if len(parents) != 1:
        return {}
    (parent,) = parents
    return {SYSTEM_DISK: SystemDisk(disk_id=parent, dev_path=f"/dev/{parent}")}


def pretty(size: int) -> str:
    """Return a size as upstream's tables have it: in powers of 1000, with two digits."""
    value, unit = float(size), 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.1f} {_UNITS[unit]}" if unit and value < 9.95 else f"{value:.0f} {_UNITS[unit]}"
