"""UserVolumeConfig: a document of its own beside the v1alpha1 one, under upstream's keys and with upstream's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from libtalos.config.document import Fault, NamedDocument
from libtalos.config.section import Section

NAME_MAX: Final = 34  # with the prefix u- a partition's name of 36 characters
PARTITION: Final = "partition"
DIRECTORY: Final = "directory"
_NAME: Final = re.compile(r"[A-Za-z0-9-]+")
_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([A-Za-z]*)")
_UNITS: Final = {
    "": 1,
    "B": 1,
    **{f"{letter}{tail}": 1000 ** (power + 1) for power, letter in enumerate("kMGTP") for tail in ("", "B")},
    **{f"{letter}iB": 1024 ** (power + 1) for power, letter in enumerate("KMGTP")},
}


class DiskSelector(Section, frozen=True):
    """provisioning.diskSelector: which disks may be taken, in the Common Expression Language."""

    match: str = ""


class Provisioning(Section, frozen=True):
    """provisioning: sizes are bytes, or a number with a unit of 1000 (MB) or 1024 (MiB)."""

    disk_selector: DiskSelector = DiskSelector()
    min_size: str = ""
    max_size: str = ""
    grow: bool | None = None


class Filesystem(Section, frozen=True):
    """filesystem: upstream has ext4 as well."""

    type: str = ""


class MountOptions(Section, frozen=True):
    """mount: secure (nosuid, nodev) is what is taken where nothing is said."""

    disable_access_time: bool | None = None
    secure: bool | None = None


class UserVolumeConfig(NamedDocument, frozen=True):
    """A volume below /var/mnt: a partition of its own labelled u-<name>, or a directory."""

    volume_type: str = ""
    provisioning: Provisioning = Provisioning()
    filesystem: Filesystem = Filesystem()
    mount: MountOptions = MountOptions()

    @property
    def type(self) -> str:
        """The type, which is partition where none is given."""
        return self.volume_type or PARTITION

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from _of_name(self.name)
        if self.type == DIRECTORY:
            yield from _of_directory(self)
        elif self.type == PARTITION:
            yield from _of_partition(self)
        else:
            yield Fault("volumeType", f'"{self.volume_type}" is not supported: {PARTITION} and {DIRECTORY} are')


def bytes_of(text: str) -> int:
    """Return a size in bytes. Raises ValueError that says what is accepted."""
    match = _SIZE.fullmatch(text.strip())
    if match is None or match[2] not in _UNITS:
        raise ValueError(f'"{text}" is not a size: write bytes or a number with a unit, such as 10GB or 2.5GiB')
    return int(float(match[1]) * _UNITS[match[2]]) if "." in match[1] else int(match[1]) * _UNITS[match[2]]


def _of_name(name: str) -> Iterator[Fault]:
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


def _of_partition(volume: UserVolumeConfig) -> Iterator[Fault]:
    wanted = volume.provisioning
    if not wanted.disk_selector.match:
        yield Fault("provisioning.diskSelector.match", "provisioning.diskSelector.match is required")
    if volume.filesystem.type not in {"", "xfs"}:
        yield Fault("filesystem.type", f'"{volume.filesystem.type}" is not supported: xfs is')
    sizes = {}
    for key, text in (("minSize", wanted.min_size), ("maxSize", wanted.max_size)):
        try:
            sizes[key] = bytes_of(text) if text else 0
        except ValueError as error:
            yield Fault(f"provisioning.{key}", str(error))
    if not any(sizes.values()):
        yield Fault("provisioning", "minSize or maxSize is required")
    elif sizes.get("maxSize") and sizes["maxSize"] < sizes.get("minSize", 0):
        yield Fault("provisioning", "minSize is larger than maxSize")
