"""Loop devices: the parts that need no device."""

import stat
from pathlib import Path

import pytest

from libtalos.linux import loop
from libtalos.linux.node import is_node, make_node


def test_the_configuration_has_the_kernels_size() -> None:
    # sizeof(struct loop_config): 4 + 4 + sizeof(struct loop_info64) 232 + 8 * 8
    assert loop._CONFIG.size == 304


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="missing"):
        loop.attach(tmp_path / "missing")


def test_the_backing_file_is_read_from_sysfs(tmp_path: Path) -> None:
    directory = tmp_path / "block/loop3/loop"
    directory.mkdir(parents=True)
    (directory / "backing_file").write_text("/disks/a b.img\n")
    assert loop.backing_file(3, tmp_path) == "/disks/a b.img"
    assert loop.backing_file(4, tmp_path) is None


def test_a_device_node_is_told_from_others() -> None:
    assert is_node(Path("/dev/null"), stat.S_IFCHR, (1, 3))
    assert not is_node(Path("/dev/null"), stat.S_IFCHR, (1, 5))
    assert not is_node(Path("/dev/null"), stat.S_IFBLK, (1, 3))


def test_a_node_that_is_there_is_left_alone() -> None:
    assert make_node(Path("/dev/null"), stat.S_IFCHR, (1, 3)) is False


def test_something_else_in_a_nodes_place_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "loop0"
    path.write_text("a file")
    with pytest.raises(FileExistsError, match=f"{path}: something else than the device 7:0"):
        make_node(path, stat.S_IFBLK, (7, 0))
    assert path.read_text() == "a file"
