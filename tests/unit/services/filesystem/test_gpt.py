"""Partition tables, whole, damaged and hostile."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.filesystem import gpt
from tests.unit.services.filesystem.gpt import disk

NAMES = ["EFI", None, "BOOT", "META", "STATE", "u-" + "x" * 34]
FOUND = {1: "EFI", 3: "BOOT", 4: "META", 5: "STATE", 6: "u-" + "x" * 34}


def names(image: bytes, block: int = 512) -> dict[int, str]:
    table = gpt.read(io.BytesIO(image), block=block, last=len(image) // block - 1)
    return {part.number: part.name for part in table.partitions} if table else {}


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


def test_a_partition_is_read_whole() -> None:
    table = gpt.read(io.BytesIO(disk(["EFI", "META"])), block=512, last=4095)
    assert table is not None
    assert (table.other, table.first_usable, table.last_usable) == (4095, 34, 4061)
    assert table.partitions[1] == gpt.Partition(
        number=2,
        kind="0fc63daf-8483-4772-8e79-3d69d8477de4",
        uuid="67676767-6767-6767-6767-676767676767",
        first=4096,
        last=6143,
        attributes=0,
        name="META",
    )


def test_each_copy_can_be_read_alone() -> None:
    image = bytearray(disk(["META"]))
    image[600] ^= 1
    stream = io.BytesIO(image)
    assert gpt.read_copy(stream, block=512, lba=4095, last=4095).partitions[0].name == "META"
    image[512] ^= 1
    with pytest.raises(gpt.NoTableError, match="no header"):
        gpt.read_copy(io.BytesIO(image), block=512, lba=gpt.PRIMARY, last=4095)
