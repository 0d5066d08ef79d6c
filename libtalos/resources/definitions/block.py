"""Resources of disks (upstream: `pkg/machinery/resources/block`). Sizes are in bytes."""

from typing import ClassVar

import msgspec

from libtalos.resources.spec import Column, Definition, ResourceSpec

NAMESPACE = "runtime"


class Disk(ResourceSpec, frozen=True, kw_only=True, rename=None):
    """A disk; the id is the kernel's name for it, such as `sda`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "Disks.block.talos.dev",
        NAMESPACE,
        (
            Column("Size", "{.pretty_size}"),
            Column("Read Only", "{.readonly}"),
            Column("Transport", "{.transport}"),
            Column("Rotational", "{.rotational}"),
            Column("WWID", "{.wwid}"),
            Column("Model", "{.model}"),
            Column("Serial", "{.serial}"),
        ),
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset(
        {
            *("model", "firmware_version", "serial", "modalias", "wwid", "uuid", "bus_path", "sub_system"),
            *("transport", "rotational", "secondary_disks", "symlinks"),
        }
    )

    dev_path: str
    size: int
    pretty_size: str
    io_size: int = 512
    sector_size: int = 512
    readonly: bool = False
    cdrom: bool = False
    model: str = ""
    firmware_version: str = ""
    serial: str = ""
    modalias: str = ""
    wwid: str = ""
    uuid: str = ""
    bus_path: str = ""
    sub_system: str = ""
    transport: str = ""
    rotational: bool = False
    secondary_disks: tuple[str, ...] = ()
    symlinks: tuple[str, ...] = ()


class DiscoveredVolume(ResourceSpec, frozen=True, kw_only=True, rename=None):
    """A disk or a partition and what is on it; the id is the kernel's name for it, such as `sda6`.

    name is what its magic says, such as `gpt`, `xfs`, `luks` or `talosmeta`; offset is where a partition begins.
    """

    DEFINITION: ClassVar[Definition] = Definition(
        "DiscoveredVolumes.block.talos.dev",
        NAMESPACE,
        (
            Column("Type", "{.type}"),
            Column("Size", "{.pretty_size}"),
            Column("Discovered", "{.name}"),
            Column("Label", "{.label}"),
            Column("PartitionLabel", "{.partition_label}"),
        ),
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset(
        {
            *("parent", "parent_dev_path", "sector_size", "io_size", "uuid", "label", "block_size"),
            *("filesystem_block_size", "probed_size", "partition_uuid", "partition_type", "partition_label"),
            "partition_index",
        }
    )

    dev_path: str
    type: str
    device_path: str
    parent: str = ""
    parent_dev_path: str = ""
    offset: int = 0
    size: int
    pretty_size: str
    sector_size: int = 0
    io_size: int = 0
    name: str = ""
    uuid: str = ""
    label: str = ""
    block_size: int = 0
    filesystem_block_size: int = 0
    probed_size: int = 0
    partition_uuid: str = ""
    partition_type: str = ""
    partition_label: str = ""
    partition_index: int = 0


class SystemDisk(ResourceSpec, frozen=True, kw_only=True):
    """The disk that the node is installed on; the id is `system-disk`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "SystemDisks.block.talos.dev", NAMESPACE, (Column("Disk", "{.diskID}"),)
    )

    disk_id: str = msgspec.field(name="diskID")
    dev_path: str
