"""Which disk is to be provisioned: the one that was named, or the machine config's, by path or by what it is like."""

from typing import TYPE_CHECKING, Protocol

from libtalos.bus.errors import NotFoundError
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.spec import Resource
from services.filesystem.disks.errors import DiskError, UnknownDiskError
from services.filesystem.disks.provisioner import Wish

if TYPE_CHECKING:
    from libtalos.config.schema import InstallSection

CONFIG_ID = "v1alpha1"


class ConfigSource(Protocol):
    """Who has the machine config."""

    async def get(self, spec_class: type[MachineConfigSpec], resource_id: str, /) -> Resource[MachineConfigSpec]:
        """Return it; raises BusError, NotFoundError if there is none."""


async def wish(source: ConfigSource, disk: str, *, force: bool) -> Wish:
    """Return what is wanted; the machine config counts only where no disk is named. Raises DiskError, BusError."""
    if disk:
        return Wish(disk, force=force)
    section = await _install(source)
    if section is None or not (section.disk or section.disk_selector):
        raise UnknownDiskError(
            "none is named, and the machine config has neither machine.install.disk nor diskSelector: give one of them"
        )
    if section.disk_selector:  # as upstream, it goes before the path
        return Wish(force=force, wipe=bool(section.wipe), selector=section.disk_selector)
    return Wish(section.disk, force=force, wipe=bool(section.wipe))


async def _install(source: ConfigSource) -> "InstallSection | None":
    from libtalos.config import ConfigError, load  # noqa: PLC0415 - YAML, for a request that hardly ever comes

    try:
        config = await source.get(MachineConfigSpec, CONFIG_ID)
    except NotFoundError:
        return None
    try:
        machine = load(config.spec.yaml.encode()).machine
    except ConfigError as error:
        raise DiskError(f"the machine config cannot be read: {error}") from error
    return machine.install if machine else None
