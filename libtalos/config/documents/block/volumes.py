"""Volumes beside the user's: those of the system, raw partitions, swap, and what others have made."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final

from libtalos.config.document import Fault, NamedDocument
from libtalos.config.encryption import REFUSED, Encryption
from libtalos.config.section import Section
from libtalos.config.volumes import Provisioning, name_faults, partition_faults, size_faults

STATE: Final = "STATE"
SYSTEM_VOLUMES: Final = (STATE, "EPHEMERAL", "IMAGE-CACHE")


class SystemMount(Section, frozen=True):
    """VolumeConfig.mount: secure (nosuid, nodev) is what is taken where nothing is said."""

    secure: bool | None = None


class VolumeConfig(NamedDocument, frozen=True):
    """A volume of the system: STATE, EPHEMERAL or IMAGE-CACHE."""

    provisioning: Provisioning = Provisioning()
    encryption: Encryption | None = None
    mount: SystemMount = SystemMount()

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        if self.name not in SYSTEM_VOLUMES:
            yield Fault("name", f'"{self.name}" is no volume of the system: {", ".join(SYSTEM_VOLUMES)} are')
        if self.name == STATE and self.provisioning != Provisioning():
            yield Fault("provisioning", f"{STATE} is always made in the same way: leave it out")
        yield from size_faults(self.provisioning)
        if self.encryption is not None:
            yield Fault("encryption", REFUSED)


class PartitionDocument(NamedDocument, frozen=True):
    """A partition on a disk that a selector takes."""

    provisioning: Provisioning = Provisioning()
    encryption: Encryption | None = None

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from name_faults(self.name)
        yield from partition_faults(self.provisioning)
        if self.encryption is not None:
            yield Fault("encryption", REFUSED)


class RawVolumeConfig(PartitionDocument, frozen=True):
    """A partition without a file system, labelled r-<name>."""


class SwapVolumeConfig(PartitionDocument, frozen=True):
    """A partition for swap, labelled s-<name>."""


class VolumeSelector(Section, frozen=True):
    """ExistingVolumeConfig.discovery.volumeSelector: which volume, in the Common Expression Language."""

    match: str = ""


class VolumeDiscovery(Section, frozen=True):
    """ExistingVolumeConfig.discovery"""

    volume_selector: VolumeSelector = VolumeSelector()


class ExistingMount(Section, frozen=True):
    """mount: secure (nosuid, nodev) is what is taken where nothing is said."""

    read_only: bool | None = None
    disable_access_time: bool | None = None
    secure: bool | None = None


class ExistingVolumeConfig(NamedDocument, frozen=True):
    """A partition or disk that was made elsewhere, mounted at /var/mnt/<name>."""

    discovery: VolumeDiscovery = VolumeDiscovery()
    mount: ExistingMount = ExistingMount()

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from name_faults(self.name)
        if not self.discovery.volume_selector.match.strip():
            yield Fault("discovery.volumeSelector.match", "discovery.volumeSelector.match is required")


class ExternalFilesystem(Enum):
    """File systems that come from elsewhere."""

    VIRTIOFS = "virtiofs"


class Virtiofs(Section, frozen=True):
    """ExternalVolumeConfig.mount.virtiofs: the tag that the host gives."""

    tag: str = ""


class ExternalMount(ExistingMount, frozen=True):
    """ExternalVolumeConfig.mount"""

    virtiofs: Virtiofs | None = None


class ExternalVolumeConfig(NamedDocument, frozen=True, kw_only=True):
    """A file system of the host or the network, mounted at /var/mnt/<name>."""

    filesystem_type: ExternalFilesystem
    mount: ExternalMount = ExternalMount()

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from name_faults(self.name)
        if self.mount.virtiofs is None or not self.mount.virtiofs.tag:
            yield Fault("mount.virtiofs.tag", "mount.virtiofs.tag is required")
