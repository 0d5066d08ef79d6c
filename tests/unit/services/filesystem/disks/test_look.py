"""A look at all disks."""

import stat
from pathlib import Path

import pytest

from services.filesystem.disks.look import Look
from tests.unit.services.filesystem.disks import sysfs
from tests.unit.services.filesystem.gpt import disk

PLACE = "pci0000:00/block/sda"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A disk with two partitions, whose nodes are files; one of them was given to a container."""
    sysfs.disk(tmp_path / "sys", PLACE)
    for number, minor in ((1, 1), (3, 3)):
        sysfs.partition(tmp_path / "sys", f"{PLACE}/sda{number}", number, dev=f"8:{minor}")
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev/sda").write_bytes(disk(["EFI", None, "META"]))
    for part in ("sda1", "sda3"):
        (tmp_path / "dev" / part).write_bytes(bytes(4096))
    monkeypatch.setattr("services.filesystem.disks.look.make_block_node", lambda path, numbers, sys: None)
    return tmp_path


def test_partitions_have_their_entries(tree: Path) -> None:
    seen = Look(sys=tree / "sys", dev=tree / "dev", make_nodes=True)()
    found = {
        volume.device.name: (volume.found.name, volume.entry.name if volume.entry else "") for volume in seen.volumes
    }
    assert found == {"sda": ("gpt", ""), "sda1": ("", "EFI"), "sda3": ("", "META")}
    assert [each.name for each in seen.disks] == ["sda"]
    assert seen.problems == ()


def test_what_cannot_be_read_is_told_and_the_others_are_there(tree: Path) -> None:
    (tree / "dev/sda1").unlink()
    (tree / "dev/sda1").mkdir()
    seen = Look(sys=tree / "sys", dev=tree / "dev", make_nodes=True)()
    assert [volume.device.name for volume in seen.volumes] == ["sda", "sda1", "sda3"]
    assert seen.problems == ("/dev/sda1: Is a directory",)


def test_a_container_reads_no_disk_that_was_not_given_to_it(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def given(path: Path, kind: int, numbers: tuple[int, int]) -> bool:
        assert kind == stat.S_IFBLK
        path.stat()
        return numbers == (8, 3)

    (tree / "dev/sda1").unlink()
    monkeypatch.setattr("services.filesystem.disks.look.is_node", given)
    look = Look(sys=tree / "sys", dev=tree / "dev", make_nodes=False)
    seen = look()
    assert {volume.device.name: volume.found.name for volume in seen.volumes} == {"sda": "", "sda1": "", "sda3": ""}
    assert [volume.device.name for volume in seen.volumes if look.node(volume.device)] == ["sda3"]
    assert seen.problems == ()


def test_partitions_are_found_by_label(tree: Path) -> None:
    """On every disk that can be read; one whose partitions the kernel does not know is left out."""
    sysfs.disk(tree / "sys", "virtual/block/sdb", dev="8:16")
    (tree / "dev/sdb").write_bytes(disk(["META"]))
    sysfs.disk(tree / "sys", "pci0000:01/block/cciss!c0d0", dev="104:0")
    sysfs.partition(tree / "sys", "pci0000:01/block/cciss!c0d0/cciss!c0d0p2", 2, dev="104:2")
    (tree / "dev/cciss").mkdir()
    (tree / "dev/cciss/c0d0").write_bytes(disk(["STATE", "META"]))
    sysfs.disk(tree / "sys", "pci0000:01/block/sdc", dev="8:32")
    sysfs.partition(tree / "sys", "pci0000:01/block/sdc/sdc1", 1, dev="8:33")
    (tree / "dev/sdc").mkdir()
    look = Look(sys=tree / "sys", dev=tree / "dev", make_nodes=True)
    assert look.labelled("META") == [tree / "dev/cciss/c0d0p2", tree / "dev/sda3"]
    assert look.labelled("NOTHING") == []
