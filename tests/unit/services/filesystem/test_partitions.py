"""Partitions by label, through sysfs and the disks' own tables."""

from pathlib import Path

import pytest

from services.filesystem.partitions import Disks
from tests.unit.services.filesystem.gpt import disk

NAMES = ["EFI", None, "BOOT", "META", "STATE", "u-" + "x" * 34]


def test_the_devices_are_found_through_sys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk whose partitions the kernel does not know is left out: there is no device to write to."""
    sys, dev = tmp_path / "sys", tmp_path / "dev"
    dev.mkdir()
    for name, parts in {"sda": 6, "sdb": 0, "cciss!c0d0": 6, "loop0": 2}.items():
        place = sys / "block" / name
        (place / "queue").mkdir(parents=True)
        (place / "queue/logical_block_size").write_text("512\n")
        (place / "size").write_text("4096\n")
        (place / "dev").write_text("8:0\n")
        for number in range(1, parts + 1):
            (place / f"{name}p{number}").mkdir()
            (place / f"{name}p{number}/partition").write_text(f"{number}\n")
            (place / f"{name}p{number}/dev").write_text(f"8:{number}\n")
    (dev / "cciss").mkdir()
    for name in ("sda", "sdb", "cciss/c0d0"):
        (dev / name).write_bytes(disk(NAMES))
    monkeypatch.setattr("services.filesystem.partitions.make_block_node", lambda path, numbers, sys: None)
    disks = Disks(sys=sys, dev=dev)
    assert disks.labelled("META") == [dev / "cciss/c0d0p4", dev / "sdap4"]
    assert disks.labelled("NOTHING") == []
