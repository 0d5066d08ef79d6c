"""The environment: what is read from it, and what is refused."""

from pathlib import Path

import pytest

from libtalos.mounts import DEFAULT_PATH, MountTable, parse
from services.filesystem.settings import Settings, SettingsError, volume_sizes


@pytest.fixture
def table() -> MountTable:
    """A table with one volume."""
    row = 'kind = "volume"\ntarget = "/var"\nimage = "/e.img"\nlabel = "EPHEMERAL"\nsize = "4GiB"'
    return parse(f"[[row]]\n{row}\n", "here")


def test_an_empty_environment_means_the_node_itself() -> None:
    itself = Settings(root=Path("/"), table=DEFAULT_PATH, container=True)
    assert Settings.of({}) == itself
    assert Settings.of({"TALOS_ROOT": "", "TALOS_MOUNT_TABLE": "", "PLATFORM": ""}) == itself


def test_root_and_table_can_be_set(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    found = Settings.of({"TALOS_ROOT": str(tmp_path / "link"), "TALOS_MOUNT_TABLE": "/t.toml"})
    assert found == Settings(root=tmp_path.resolve(), table=Path("/t.toml"), container=True)


@pytest.mark.parametrize(("platform", "container"), [("container", True), ("metal", False)])
def test_a_container_has_no_disks_of_its_own(platform: str, container: bool) -> None:
    assert Settings.of({"PLATFORM": platform}).container is container


@pytest.mark.parametrize("root", ["relative", "/does/not/exist"])
def test_a_root_that_is_none_is_refused(root: str) -> None:
    with pytest.raises(SettingsError, match=f"TALOS_ROOT={root}: has to be an absolute path of a directory"):
        Settings.of({"TALOS_ROOT": root})


def test_the_size_of_a_volume_is_read(table: MountTable) -> None:
    assert volume_sizes({"TALOS_EPHEMERAL_SIZE": "10GiB", "TALOS_OTHER_SIZE": "x"}, table) == {"EPHEMERAL": 10 << 30}
    assert volume_sizes({"TALOS_EPHEMERAL_SIZE": ""}, table) == {}


def test_a_size_that_is_none_is_refused_with_the_variable(table: MountTable) -> None:
    with pytest.raises(SettingsError, match="TALOS_EPHEMERAL_SIZE: 'big' is not a size"):
        volume_sizes({"TALOS_EPHEMERAL_SIZE": "big"}, table)
