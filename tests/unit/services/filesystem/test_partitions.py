"""Partitions by label, from the disks' own tables."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.filesystem.partitions import Disks, read_names
from tests.unit.services.filesystem.gpt import disk

NAMES = ["EFI", None, "BOOT", "META", "STATE", "u-" + "x" * 34]
FOUND = {1: "EFI", 3: "BOOT", 4: "META", 5: "STATE", 6: "u-" + "x" * 34}


def names(image: bytes, block: int = 512) -> dict[int, str]:
    return read_names(io.BytesIO(image), block=block, last=len(image) // block - 1)


@pytest.mark.parametrize(("block", "width"), [(512, 128), (4096, 128), (512, 256)])
def test_the_names_are_read_by_number(block: int, width: int) -> None:
    assert names(disk(NAMES, block=block, width=width), block) == FOUND


@pytest.mark.parametrize("damage", [512, 512 + 20, 1024 + 60])
def test_the_table_at_the_end_counts_where_the_first_is_damaged(damage: int) -> None:
    image = bytearray(disk(NAMES))
    image[damage] ^= 1
    assert names(bytes(image)) == FOUND
    image[-512] ^= 1
    assert names(bytes(image)) == {}


@pytest.mark.parametrize("image", [b"", bytes(512), bytes(4096), disk(["META"])[: 512 + 40], disk(["META"])[:1500]])
def test_a_disk_without_a_table_has_no_partitions(image: bytes) -> None:
    assert names(image) == {}


def test_a_table_that_says_it_is_huge_is_not_read() -> None:
    """A header whose checksum is right, too."""
    image = bytearray(disk(NAMES))
    for start in (512, len(image) - 512):
        struct.pack_into("<II", image, start + 80, 2**32 - 1, 128)
        image[start + 16 : start + 20] = bytes(4)
        struct.pack_into("<I", image, start + 16, zlib.crc32(image[start : start + 92]))
    assert names(bytes(image)) == {}


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 91), st.integers(0, 255))
def test_a_hostile_header_does_no_harm(offset: int, value: int) -> None:
    image = bytearray(disk(NAMES))
    for start in (512, len(image) - 512):
        image[start + offset] = value
        image[start + 16 : start + 20] = bytes(4)
        size = struct.unpack_from("<I", image, start + 12)[0]
        struct.pack_into("<I", image, start + 16, zlib.crc32(image[start : start + min(size, 512)]))
    # names from where there is no table, if the header says so; nothing else happens
    assert len(names(bytes(image))) <= 128


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
    monkeypatch.setattr("services.filesystem.partitions.make_node", lambda path, kind, numbers: None)
    disks = Disks(sys=sys, dev=dev)
    assert disks.labelled("META") == [dev / "cciss/c0d0p4", dev / "sdap4"]
    assert disks.labelled("NOTHING") == []
