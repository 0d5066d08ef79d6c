"""What is wanted: the node's own volumes from the mount table, and the user's from a machine config."""

import errno
from collections.abc import Iterable
from pathlib import Path

import pytest
from structlog.stdlib import get_logger
from structlog.testing import capture_logs

from libtalos.config.sizes import Maximum
from libtalos.mounts import Facts, load
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.definitions.volumes import VolumeType
from services.filesystem.volumes.asked import Asked
from services.filesystem.volumes.places import FoundPlace, ImagePlace
from services.filesystem.volumes.resources import config
from services.filesystem.volumes.system import system_volumes
from services.filesystem.volumes.user import UserVolumes, image_place
from services.filesystem.volumes.wanted import Volume

TABLE = Path(__file__).parents[5] / "rootfs/mounts.toml"
HEAD = "version: v1alpha1\n---\napiVersion: v1alpha1\nkind: UserVolumeConfig\nname: a-long-name\n"
PARTITION = "provisioning: {diskSelector: {match: x}, minSize: 1GiB, maxSize: 2GiB}\nmount: {disableAccessTime: true}\n"


def system() -> dict[str, Volume]:
    found = system_volumes(load(TABLE).rows, facts=Facts(), meta=FoundPlace(lambda _: None))
    assert len({volume.id for volume in found}) == len(found)
    for index, volume in enumerate(found):
        assert volume.parent in {"", *(before.id for before in found[:index])}, "parents come first"
    return {volume.id: volume for volume in found}


def test_the_mount_table_says_what_is_on_ephemeral() -> None:
    volumes = system()
    parents = {name: (volume.type.value, volume.parent) for name, volume in volumes.items()}
    assert parents["EPHEMERAL"] == ("partition", "")
    assert parents["LOG"] == ("directory", "EPHEMERAL")
    assert parents["/var/log/audit/kube"] == ("directory", "/var/log/audit")
    assert parents["/var/run"] == ("symlink", "EPHEMERAL")
    assert parents["/opt"] == ("overlay", "/var/system/overlays")
    assert "/dev/shm" not in parents
    assert volumes["META"].optional


def test_a_config_says_modes_owners_and_sizes() -> None:
    volumes = system()
    kube = config(volumes["/var/log/audit/kube"]).mount
    assert (kube.file_mode, kube.uid, kube.parent_id) == (0o700, 65534, "/var/log/audit")
    ephemeral = config(volumes["EPHEMERAL"]).provisioning
    assert (ephemeral.partition_spec.min_size, ephemeral.filesystem_spec.type, ephemeral.wave) == (4 << 30, "xfs", -1)
    assert config(volumes["STATE"]).mount.target_path == "/system/state"


def user() -> tuple[UserVolumes, list[list[Volume]]]:
    told: list[list[Volume]] = []

    def want(volumes: Iterable[Volume]) -> None:
        told.append(list(volumes))

    place = lambda document: image_place(document, Facts())  # noqa: E731
    return UserVolumes(want=want, partition=place, facts=Facts(), log=get_logger()), told


def spec(text: str) -> dict[str, MachineConfigSpec]:
    return {"v1alpha1": MachineConfigSpec(yaml=text)}


def test_a_document_becomes_a_volume_below_var_mnt() -> None:
    volumes, told = user()
    volumes.take(spec(HEAD + PARTITION))
    volumes.take(spec(HEAD + "volumeType: directory\n"))
    volumes.take(spec("version: v1alpha1\n"))
    ((image,), (directory,), nothing) = told
    assert nothing == []
    assert isinstance(image.place, ImagePlace)
    assert (image.id, image.type, image.parent) == ("u-a-long-name", VolumeType.PARTITION, "/var/mnt")
    row = image.place.row
    assert (row.target, row.image) == ("/var/mnt/a-long-name", "/system/disks/u-a-long-name.img")
    assert (row.label, row.options) == ("u-a-long-nam", ("nosuid", "nodev", "noatime"))
    wish = image.place.asked
    assert wish is not None
    assert (wish.minimum, wish.maximum, wish.match) == (1 << 30, Maximum(2 << 30), "x")
    assert wish.where == "v1alpha1/UserVolumeConfig/a-long-name: provisioning.diskSelector.match"
    assert (directory.type, directory.place.target) == (VolumeType.DIRECTORY, "/var/mnt/a-long-name")


def test_a_config_that_cannot_be_read_or_is_gone_changes_nothing() -> None:
    volumes, told = user()
    with capture_logs() as logs:
        volumes.take(spec(HEAD))
    assert "user volumes stay as they are" in logs[0]["event"]
    volumes.take({})
    assert told == []


@pytest.mark.parametrize(("free", "size"), [(10, 5), (5, 5), (4, 4), (3, 3)])
def test_a_volume_is_as_large_as_limits_and_space_allow(free: int, size: int) -> None:
    assert Asked("u-a", minimum=3, maximum=Maximum(5)).size(free) == size


def test_without_a_maximum_all_that_is_free_is_taken_unless_others_share_it() -> None:
    assert Asked("u-a", minimum=3).size(10) == 10
    assert Asked("u-a", minimum=3).least(10) == 3
    assert Asked("u-a", minimum=3, maximum=Maximum(percent=50)).least(10) == 5


def test_too_little_space_is_an_error() -> None:
    with pytest.raises(OSError, match="2 B are free, and 3 B are the least that is asked for") as caught:
        Asked("u-a", minimum=3, maximum=Maximum(5)).size(2)
    assert caught.value.errno == errno.ENOSPC
