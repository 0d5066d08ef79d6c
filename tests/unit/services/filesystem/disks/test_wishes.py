"""Which disk is meant."""

import datetime as dt

import pytest

from libtalos.bus.errors import NotFoundError
from libtalos.config.machineparts import InstallDiskSelector
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.spec import Metadata, Resource
from services.filesystem.disks.errors import DiskError, UnknownDiskError
from services.filesystem.disks.provisioner import Wish
from services.filesystem.disks.wishes import wish

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


class Config:
    """A machine config, or none."""

    def __init__(self, yaml: str | None) -> None:
        self.yaml = yaml

    async def get(self, spec_class: type[MachineConfigSpec], resource_id: str) -> Resource[MachineConfigSpec]:
        if self.yaml is None:
            raise NotFoundError("none")
        metadata = Metadata(
            namespace="config", type="t", id=resource_id, version=1, owner="init", created=NOW, updated=NOW
        )
        return Resource(metadata, spec_class(yaml=self.yaml))


def config(install: str) -> Config:
    return Config(f"version: v1alpha1\nmachine:\n  type: worker\n{install}cluster: {{}}\n")


INSTALL = config("  install:\n    disk: /dev/sda\n    wipe: true\n")


@pytest.mark.parametrize("source", [INSTALL, Config(None), Config("}")])
@pytest.mark.parametrize("force", [False, True])
async def test_a_disk_that_is_named_counts_and_the_config_does_not(source: Config, force: bool) -> None:
    assert await wish(source, "/dev/sdb", force=force) == Wish("/dev/sdb", force=force, wipe=False)


async def test_else_it_is_the_machine_configs() -> None:
    assert await wish(INSTALL, "", force=False) == Wish("/dev/sda", force=False, wipe=True)
    other = config("  install:\n    disk: /dev/vda\n")
    assert await wish(other, "", force=True) == Wish("/dev/vda", force=True, wipe=False)


async def test_what_it_is_like_goes_before_its_path() -> None:
    source = config("  install:\n    disk: /dev/sda\n    diskSelector: {size: '> 1TB'}\n    wipe: true\n")
    selector = InstallDiskSelector(size="> 1TB")
    assert await wish(source, "", force=False) == Wish(wipe=True, selector=selector)
    assert await wish(source, "/dev/sdb", force=False) == Wish("/dev/sdb")


@pytest.mark.parametrize("source", [Config(None), config(""), config("  install: {}\n")])
async def test_where_neither_names_one_it_is_said(source: Config) -> None:
    with pytest.raises(UnknownDiskError, match="none is named, and the machine config has neither"):
        await wish(source, "", force=True)


async def test_a_config_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(DiskError, match="the machine config cannot be read: "):
        await wish(Config("machine: [}"), "", force=False)
