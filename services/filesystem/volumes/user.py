"""The volumes that a machine config asks for, and the watch that tells of them."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final

import structlog

from libtalos.mounts import Facts, rows
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.definitions.volumes import VolumeType
from services.filesystem.volumes.asked import EXT4, XFS, Asked
from services.filesystem.volumes.places import ImagePlace, NoPlace, Place, TreePlace
from services.filesystem.volumes.wanted import USER_WAVE, Volume

if TYPE_CHECKING:
    from libtalos.config.volumes import UserVolumeConfig

KIND: Final = "UserVolumeConfig"
PREFIX: Final = "u-"
MOUNTS: Final = "/var/mnt"
DISKS: Final = "/system/disks"
CONFIG_ID: Final = "v1alpha1"


class UnreadableConfigError(ValueError):
    """A machine config that cannot be used."""


class UserVolumes:
    """Turns each machine config into volumes. A config that cannot be read changes nothing."""

    def __init__(
        self,
        *,
        want: Callable[[Iterable[Volume]], None],
        partition: Callable[["UserVolumeConfig"], Place],
        facts: Facts,
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        """Take whom to tell, and what says where a volume is that is a partition."""
        self._want = want
        self._partition = partition
        self._facts = facts
        self._log = log

    def take(self, configs: Mapping[str, MachineConfigSpec]) -> None:
        """Take the machine configs that init has: one, or none while there is none."""
        if CONFIG_ID not in configs:
            return
        text = configs[CONFIG_ID].yaml
        # most configs have none, and to read YAML takes 10 MB of libraries; only a backslash can hide the word
        if KIND not in text and "\\" not in text:
            self._want(())
            return
        try:
            found = self.volumes(text)
        except UnreadableConfigError as error:
            self._log.error("user volumes stay as they are: the machine config cannot be read", error=str(error))
            return
        self._want(found)

    def volumes(self, text: str) -> list[Volume]:
        """Return the volumes that a machine config asks for. Raises UnreadableConfigError."""
        from libtalos.config import ConfigError, load_documents  # noqa: PLC0415 - see `take`
        from libtalos.config.volumes import UserVolumeConfig  # noqa: PLC0415

        try:
            found = load_documents(text.encode()).of(UserVolumeConfig)
        except ConfigError as error:
            raise UnreadableConfigError(str(error)) from error
        return [self.volume(config) for config in found]

    def volume(self, config: "UserVolumeConfig") -> Volume:
        """Return the volume of a document."""
        kind = VolumeType(config.type)
        if kind is VolumeType.DIRECTORY:
            place: Place = TreePlace(rows.DirectoryRow(target=target_of(config)), self._facts)
        else:
            place = self._partition(config)
        return Volume(PREFIX + config.name, kind, place, USER_WAVE, MOUNTS)


def image_place(config: "UserVolumeConfig", facts: Facts) -> Place:
    """Return where a partition is in a container: in a file beside the other images, as large as the limits allow."""
    wish = asked(config)
    if config.type == VolumeType.DISK:
        return NoPlace("a container has no disks of its own: ask for a partition or a directory")
    row = rows.VolumeRow(
        target=target_of(config),
        image=f"{DISKS}/{wish.label}.img",
        label=wish.label[: rows.LABEL_MAX[wish.filesystem]],
        size=str((wish.maximum and wish.maximum.absolute) or wish.minimum),
        type=wish.filesystem,
        options=options(config),
    )
    return ImagePlace(row, facts, wish)


def asked(config: "UserVolumeConfig") -> Asked:
    """Return what a document asks for."""
    from libtalos.config.sizes import bytes_of, maximum_of  # noqa: PLC0415 - in `take`

    wanted = config.provisioning
    return Asked(
        label=PREFIX + config.name,
        match=wanted.disk_selector.match,
        minimum=bytes_of(wanted.min_size or "0"),
        maximum=maximum_of(wanted.max_size) if wanted.max_size else None,
        grow=bool(wanted.grow),
        filesystem=EXT4 if config.filesystem.type == EXT4 else XFS,
        where=f"{config.manifest}: provisioning.diskSelector.match",
    )


def target_of(config: "UserVolumeConfig") -> str:
    """Return where the volume of a document is mounted."""
    return f"{MOUNTS}/{config.name}"


def options(config: "UserVolumeConfig") -> tuple[str, ...]:
    """Return the mount options of a document."""
    secure = () if config.mount.secure is False else ("nosuid", "nodev")
    return (*secure, "noatime") if config.mount.disable_access_time else secure
