"""UserVolumeConfig: a document of its own beside the v1alpha1 one, under upstream's keys and with upstream's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from libtalos.config.document import Fault, NamedDocument
from libtalos.config.encryption import REFUSED, Encryption
from libtalos.config.section import Section
from libtalos.config.sizes import bytes_of, maximum_of

NAME_MAX: Final = 34  # with the prefix u- a partition's name of 36 characters
PARTITION: Final = "partition"
DISK: Final = "disk"
DIRECTORY: Final = "directory"
FILESYSTEMS: Final = ("xfs", "ext4")
_NAME: Final = re.compile(r"[A-Za-z0-9-]+")


class DiskSelector(Section, frozen=True):
    """provisioning.diskSelector: which disks may be taken, in the Common Expression Language."""

    match: str = ""


class Provisioning(Section, frozen=True):
    """provisioning: sizes are bytes, or a number with a unit of 1000 (MB) or 1024 (MiB).

    maxSize may be a share of what is free (80%), or what is to stay free (-10GiB).
    """

    disk_selector: DiskSelector = DiskSelector()
    min_size: str = ""
    max_size: str = ""
    grow: bool | None = None


class Filesystem(Section, frozen=True):
    """filesystem: xfs where nothing is said."""

    type: str = ""
    project_quota_support: bool | None = None


class MountOptions(Section, frozen=True):
    """mount: secure (nosuid, nodev) is what is taken where nothing is said."""

    disable_access_time: bool | None = None
    secure: bool | None = None


class UserVolumeConfig(NamedDocument, frozen=True):
    """A volume below /var/mnt: a partition of its own labelled u-<name>, a whole disk, or a directory.

    encryption is upstream's, and refused: what was asked to be encrypted must not be there in clear.
    """

    volume_type: str = ""
    provisioning: Provisioning = Provisioning()
    filesystem: Filesystem = Filesystem()
    encryption: Encryption | None = None
    mount: MountOptions = MountOptions()

    @property
    def type(self) -> str:
        """The type, which is partition where none is given."""
        return self.volume_type or PARTITION

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from name_faults(self.name)
        if self.encryption is not None:
            yield Fault("encryption", REFUSED)
        if self.type == DIRECTORY:
            yield from _of_directory(self)
        elif self.type in (PARTITION, DISK):
            yield from _of_device(self)
        else:
            told = f'"{self.volume_type}" is not supported: {PARTITION}, {DISK} and {DIRECTORY} are'
            yield Fault("volumeType", told)

    def warnings(self) -> Iterator[Fault]:
        """See Document."""
        if self.filesystem.project_quota_support:
            yield Fault("filesystem.projectQuotaSupport", "has no effect in this version")


def name_faults(name: str) -> Iterator[Fault]:
    """Tell what is wrong with the name of a volume, if it has one."""
    if len(name) > NAME_MAX:
        yield Fault("name", f"{len(name)} characters are more than {NAME_MAX}")
    elif name and not _NAME.fullmatch(name):
        yield Fault("name", "only ASCII letters, digits and hyphens are allowed")


def _of_directory(volume: UserVolumeConfig) -> Iterator[Fault]:
    for key, found, empty in (
        ("provisioning", volume.provisioning, Provisioning()),
        ("filesystem", volume.filesystem, Filesystem()),
        ("mount", volume.mount, MountOptions()),
    ):
        if found != empty:
            yield Fault(key, f"{key} is not allowed for a directory")


def _of_device(volume: UserVolumeConfig) -> Iterator[Fault]:
    wanted = volume.provisioning
    if volume.type == PARTITION:
        yield from partition_faults(wanted)
    else:
        yield from _selector_faults(wanted)
        for key, found in (("minSize", wanted.min_size), ("maxSize", wanted.max_size), ("grow", wanted.grow)):
            if found:
                yield Fault(f"provisioning.{key}", f"{key} is not allowed for a disk: it is taken as a whole")
    if volume.filesystem.type not in {"", *FILESYSTEMS}:
        told = f'"{volume.filesystem.type}" is not supported: {" and ".join(FILESYSTEMS)} are'
        yield Fault("filesystem.type", told)
    if volume.filesystem.project_quota_support and volume.filesystem.type == "ext4":
        yield Fault("filesystem.projectQuotaSupport", "only xfs has project quotas")


def _selector_faults(wanted: Provisioning) -> Iterator[Fault]:
    if not wanted.disk_selector.match:
        yield Fault("provisioning.diskSelector.match", "provisioning.diskSelector.match is required")


def partition_faults(wanted: Provisioning) -> Iterator[Fault]:
    """Tell what is missing or wrong where a partition is to be made."""
    yield from _selector_faults(wanted)
    faults = list(size_faults(wanted))
    yield from faults
    if not faults and not wanted.min_size and not wanted.max_size:
        yield Fault("provisioning", "minSize or maxSize is required")


def size_faults(wanted: Provisioning) -> Iterator[Fault]:
    """Tell what is wrong with the sizes, as far as there are any."""
    least, most = 0, 0
    try:
        least = bytes_of(wanted.min_size) if wanted.min_size else 0
    except ValueError as error:
        yield Fault("provisioning.minSize", str(error))
    try:
        most = maximum_of(wanted.max_size).absolute if wanted.max_size else 0
    except ValueError as error:
        yield Fault("provisioning.maxSize", str(error))
    if most and most < least:
        yield Fault("provisioning", "minSize is larger than maxSize")
