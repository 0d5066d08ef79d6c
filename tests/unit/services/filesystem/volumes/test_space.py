"""What is free on a disk: whole MiB between partitions, and nothing that the table does not give away."""

from hypothesis import given
from hypothesis import strategies as st

from services.filesystem import gpt
from services.filesystem.volumes.making.space import Gap, behind, gaps, is_free, place

STEP = 2048  # blocks of 512 bytes in a MiB
END = 100 * STEP


def table(*extents: tuple[int, int]) -> gpt.Table:
    """A table with these partitions."""
    parts = tuple(
        gpt.Partition(number, "kind", "uuid", first, last, 0, f"p{number}")
        for number, (first, last) in enumerate(extents, 1)
    )
    return gpt.Table("uuid", END + 33, 34, END - 34, parts)


def test_an_empty_table_is_free_from_the_first_mib_on() -> None:
    assert gaps(table(), block=512) == [Gap(STEP, 99 * STEP - 1)]


def test_partitions_leave_whole_mibs_between_them() -> None:
    found = gaps(table((10 * STEP, 20 * STEP), (50 * STEP, 60 * STEP - 1), (40 * STEP, 50 * STEP - 1)), block=512)
    assert found == [Gap(STEP, 10 * STEP - 1), Gap(21 * STEP, 40 * STEP - 1), Gap(60 * STEP, 99 * STEP - 1)]


def test_the_first_gap_that_is_large_enough_is_taken() -> None:
    free = [Gap(STEP, 2 * STEP - 1), Gap(10 * STEP, 20 * STEP - 1)]
    assert place(free, 3 * STEP) == Gap(10 * STEP, 13 * STEP - 1)
    assert place(free, STEP) == free[0]


def test_behind_a_partition_is_what_is_free_up_to_the_next_one() -> None:
    found = table((2 * STEP, 4 * STEP - 1), (8 * STEP + 5, 9 * STEP))
    first, second = found.partitions
    assert behind(found, first, block=512) == 8 * STEP - 1
    assert behind(found, second, block=512) == 99 * STEP - 1
    tight = table((2 * STEP, 4 * STEP - 1), (4 * STEP, 9 * STEP - 1))
    assert behind(tight, tight.partitions[0], block=512) == 4 * STEP - 1


@given(st.lists(st.tuples(st.integers(34, END - 34), st.integers(0, 9 * STEP)), max_size=6))
def test_what_is_free_overlaps_nothing_whatever_the_table_has(extents: list[tuple[int, int]]) -> None:
    found = table(*((first, min(first + more, END - 34)) for first, more in extents))
    for gap in gaps(found, block=512):
        assert is_free(found, gap)
        assert gap.first % STEP == (gap.last + 1) % STEP == 0
    assert all(not is_free(found, Gap(part.first, part.last)) for part in found.partitions)
