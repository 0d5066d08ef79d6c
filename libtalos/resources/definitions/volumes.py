"""Resources of volumes (upstream: `pkg/machinery/resources/block`). Sizes are in bytes."""

from enum import StrEnum
from typing import ClassVar

import msgspec

from libtalos.resources.spec import Column, Definition, Part, ResourceSpec

NAMESPACE = "runtime"


class VolumeType(StrEnum):
    """What a volume is made of."""

    PARTITION = "partition"
    DISK = "disk"
    DIRECTORY = "directory"
    SYMLINK = "symlink"
    OVERLAY = "overlay"


class VolumePhase(StrEnum):
    """How far a volume is."""

    WAITING = "waiting"
    FAILED = "failed"
    MISSING = "missing"
    LOCATED = "located"
    PROVISIONED = "provisioned"
    PREPARED = "prepared"
    READY = "ready"
    CLOSED = "closed"


class FilesystemType(StrEnum):
    """The file system in a volume."""

    NONE = "none"
    XFS = "xfs"
    EXT4 = "ext4"


class DiskSelectorSpec(Part, frozen=True, omit_defaults=True):
    """Which disks a volume may be made on."""

    match: str = ""


class PartitionSpec(Part, frozen=True, omit_defaults=True):
    """The partition of a volume; max_size 0 is no limit.

    relative_max_size is a share of what is free in percent; negative_max_size: max_size is what stays free.
    """

    min_size: int = 0
    max_size: int = 0
    relative_max_size: int = 0
    negative_max_size: bool = False
    grow: bool = False
    label: str = ""


class FilesystemSpec(Part, frozen=True, omit_defaults=True):
    """What a volume is formatted with."""

    type: FilesystemType = FilesystemType.NONE
    label: str = ""


class ProvisioningSpec(Part, frozen=True, omit_defaults=True):
    """How a volume is made. A wave waits until those before it are ready."""

    disk_selector: DiskSelectorSpec = DiskSelectorSpec()
    partition_spec: PartitionSpec = PartitionSpec()
    wave: int = 0
    filesystem_spec: FilesystemSpec = FilesystemSpec()


class MountSpec(Part, frozen=True, omit_defaults=True):
    """Where and how a volume is mounted; file_mode as st_mode's lower bits."""

    target_path: str = ""
    parent_id: str = msgspec.field(default="", name="parentID")
    file_mode: int = 0
    uid: int = 0
    gid: int = 0


class SymlinkSpec(Part, frozen=True, omit_defaults=True):
    """What a volume that is a symbolic link points to."""

    symlink_target_path: str = ""
    force: bool = False


class VolumeConfig(ResourceSpec, frozen=True, kw_only=True):
    """What is wanted of a volume."""

    DEFINITION: ClassVar[Definition] = Definition("VolumeConfigs.block.talos.dev", NAMESPACE, sensitive=True)
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"parentID", "symlink"})

    parent_id: str = msgspec.field(default="", name="parentID")
    type: VolumeType
    provisioning: ProvisioningSpec = ProvisioningSpec()
    mount: MountSpec = MountSpec()
    symlink: SymlinkSpec = SymlinkSpec()


class VolumeStatus(ResourceSpec, frozen=True, kw_only=True):
    """What is seen of a volume; pre_fail_phase and error_message say what failed, and why."""

    DEFINITION: ClassVar[Definition] = Definition(
        "VolumeStatuses.block.talos.dev",
        NAMESPACE,
        (
            Column("Type", "{.type}"),
            Column("Phase", "{.phase}"),
            Column("Location", "{.location}"),
            Column("Size", "{.prettySize}"),
        ),
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset(
        {
            *("parentID", "preFailPhase", "location", "mountLocation", "partitionIndex", "parentLocation", "uuid"),
            *("partitionUUID", "size", "prettySize", "filesystem", "mountSpec", "symlink", "errorMessage"),
        }
    )

    phase: VolumePhase
    pre_fail_phase: str = ""
    type: VolumeType
    parent_id: str = msgspec.field(default="", name="parentID")
    location: str = ""
    mount_location: str = ""
    partition_index: int = 0
    parent_location: str = ""
    uuid: str = ""
    partition_uuid: str = msgspec.field(default="", name="partitionUUID")
    size: int = 0
    pretty_size: str = ""
    filesystem: str = ""
    mount_spec: MountSpec = MountSpec()
    symlink: SymlinkSpec = SymlinkSpec()
    error_message: str = ""


class VolumeMountRequest(ResourceSpec, frozen=True, kw_only=True):
    """Somebody's wish that a volume is mounted; the id is `<requester>-<volume>`."""

    DEFINITION: ClassVar[Definition] = Definition(
        "VolumeMountRequests.block.talos.dev",
        NAMESPACE,
        (Column("Volume ID", "{.volumeID}"), Column("Requester", "{.requester}")),
    )

    volume_id: str = msgspec.field(name="volumeID")
    requester: str


class VolumeMountStatus(ResourceSpec, frozen=True, kw_only=True):
    """A wish that is fulfilled; the id is that of the wish."""

    DEFINITION: ClassVar[Definition] = Definition(
        "VolumeMountStatuses.block.talos.dev",
        NAMESPACE,
        (Column("Volume ID", "{.volumeID}"), Column("Requester", "{.requester}"), Column("Target", "{.target}")),
    )

    volume_id: str = msgspec.field(name="volumeID")
    requester: str
    target: str


class MountRequestPart(Part, frozen=True):
    """The request that a mount fulfils."""

    volume_id: str = msgspec.field(name="volumeID")
    parent_id: str = msgspec.field(default="", name="parentID")
    requesters: tuple[str, ...] = ()
    requester_ids: tuple[str, ...] = msgspec.field(default=(), name="requesterIDs")


class MountRequest(ResourceSpec, frozen=True, kw_only=True):
    """All wishes for a volume as one; its requesters are the reference count. The id is the volume's."""

    DEFINITION: ClassVar[Definition] = Definition(
        "MountRequests.block.talos.dev",
        NAMESPACE,
        (
            Column("Volume", "{.volumeID}"),
            Column("Parent", "{.parentID}"),
            Column("Requesters", "{.requesters}"),
        ),
    )
    OMIT_EMPTY: ClassVar[frozenset[str]] = frozenset({"parentID"})

    volume_id: str = msgspec.field(name="volumeID")
    parent_id: str = msgspec.field(default="", name="parentID")
    requesters: tuple[str, ...] = ()
    requester_ids: tuple[str, ...] = msgspec.field(default=(), name="requesterIDs")


class VolumeMount(ResourceSpec, frozen=True, kw_only=True):
    """A volume that is mounted (upstream: block.MountStatus); the id is the volume's."""

    DEFINITION: ClassVar[Definition] = Definition(
        "MountStatuses.block.talos.dev",
        NAMESPACE,
        (
            Column("Source", "{.source}"),
            Column("Target", "{.target}"),
            Column("Filesystem", "{.filesystem}"),
            Column("Volume", "{.spec.volumeID}"),
        ),
    )

    spec: MountRequestPart
    source: str = ""
    target: str = ""
    filesystem: FilesystemType = FilesystemType.NONE
    read_only: bool = False
    project_quota_support: bool = False
