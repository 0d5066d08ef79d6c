"""Where the partitions of a node's disk are."""

from itertools import pairwise

import pytest

from services.filesystem.disks.errors import DiskError
from services.filesystem.disks.layout import GIB, LAYOUT, MIB, laid_out

LEAST = 4252 * MIB


def test_the_layout_is_upstreams() -> None:
    assert [(slot.number, slot.label, slot.size // MIB, slot.filesystem) for slot in LAYOUT] == [
        (1, "EFI", 100, "vfat"),
        (2, "BIOS", 1, ""),
        (3, "BOOT", 2000, "xfs"),
        (4, "META", 1, ""),
        (5, "STATE", 100, "xfs"),
        (6, "EPHEMERAL", 2048, "xfs"),
    ]


@pytest.mark.parametrize("block", [512, 4096])
@pytest.mark.parametrize("size", [LEAST, LEAST + 4096, 10 * GIB, 10**13])
def test_partitions_follow_each_other_and_the_last_one_takes_the_rest(size: int, block: int) -> None:
    areas = laid_out("/dev/sda", size=size, block=block)
    assert areas[0].first * block == MIB
    for area, following in pairwise(areas):
        assert area.last + 1 == following.first
        assert area.blocks * block == area.slot.size
    assert all(area.first * block % MIB == 0 for area in areas)
    last = (areas[-1].last + 1) * block
    assert last % MIB == 0
    # entries and header of the second table are behind it
    assert 16384 + block <= size - last <= 2 * MIB
    assert areas[-1].blocks * block >= 2 * GIB


@pytest.mark.parametrize("size", [0, MIB, LEAST - MIB])
def test_a_disk_that_is_too_small_is_refused(size: int) -> None:
    message = f"/dev/sda has {size // MIB} MiB, and the partitions need 4252: take a larger disk"
    with pytest.raises(DiskError, match=message):
        laid_out("/dev/sda", size=size, block=512)
