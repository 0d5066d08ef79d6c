"""From what is on a disk to what is missing, without a disk."""

from typing import Any

import pytest
from msgspec.structs import replace

from services.filesystem import gpt
from services.filesystem.disks.device import Device
from services.filesystem.disks.errors import NotEmptyError
from services.filesystem.disks.layout import GIB, MIB, laid_out
from services.filesystem.disks.plan import extents, plan
from services.filesystem.disks.probe import Found
from services.filesystem.disks.state import State

SIZE = 10 * GIB
AREAS = laid_out("/dev/sda", size=SIZE, block=512)
ANEW = [
    "erase the first and the last MiB of the disk and of each partition to be",
    "write a GPT with EFI, BIOS, BOOT, META, STATE, EPHEMERAL",
    "tell the kernel where the partitions are",
    "make vfat EFI on partition 1",
    "label partition 1 EFI",
    "make xfs BOOT on partition 3",
    "label partition 3 BOOT",
    "make xfs STATE on partition 5",
    "label partition 5 STATE",
    "make xfs EPHEMERAL on partition 6",
    "label partition 6 EPHEMERAL",
    "read everything back",
]


def table(*unfinished: str, **changes: dict[str, Any]) -> gpt.Table:
    """The table of a node's disk, with changes by label."""
    parts = []
    for area in AREAS:
        slot = area.slot
        name = slot.unfinished if slot.label in unfinished else slot.label
        part = gpt.Partition(slot.number, slot.kind, "u", area.first, area.last, slot.attributes, name)
        parts.append(replace(part, **changes.get(slot.label, {})))
    return gpt.Table("d", 0, 2048, SIZE // 512 - 34, tuple(parts))


def state(written: gpt.Table | None = None, **changes: Any) -> State:
    device = Device(name="sda", numbers=(8, 0), path="/x", size=SIZE)
    whole = State(
        device=device,
        found=Found(name="gpt"),
        table=written or table(),
        protected=True,
        agreed=True,
        shown=extents(AREAS, block=512),
        filled=AREAS[-1].blocks * 512,
    )
    return replace(whole, **changes)


def steps(seen: State, **allowed: bool) -> list[str]:
    return [operation.describe() for operation in plan(seen, **allowed).operations]


BLANK = state(found=Found(), table=None, shown={}, protected=False, agreed=False, filled=None)


def test_a_blank_disk_is_made_anew() -> None:
    assert steps(BLANK) == ANEW
    assert plan(BLANK).areas == AREAS


def test_a_nodes_disk_is_left_as_it_is() -> None:
    assert steps(state()) == steps(state(), wipe=True) == []


def test_by_force_everything_is_made_anew() -> None:
    for seen in (state(), state(table("EFI")), replace(BLANK, found=Found(name="luks"))):
        assert steps(seen, force=True) == ANEW


@pytest.mark.parametrize(
    ("seen", "contents"),
    [
        (replace(BLANK, found=Found(name="luks")), "luks"),
        (replace(BLANK, found=Found(name="ambiguous")), "ambiguous"),
        (state(table(META={"name": "data"})), "a GPT with EFI, BIOS, BOOT, data, STATE, EPHEMERAL"),
        (state(table(STATE={"name": ""})), "a GPT with EFI, BIOS, BOOT, META, partition 5, EPHEMERAL"),
        (state(replace(table(), partitions=())), "a GPT without partitions"),
        (state(replace(table(), partitions=table().partitions[:4])), "a GPT with EFI, BIOS, BOOT, META"),
        (state(table(BOOT={"first": 300_000})), "a GPT"),
        (state(table(BOOT={"last": 300_000})), "a GPT"),
        (state(table(BOOT={"kind": "x"})), "a GPT"),
        (state(table(BIOS={"attributes": 0})), "a GPT"),
        (state(table(BIOS={"name": "BIOS.new"})), "a GPT"),
        (state(table(EPHEMERAL={"last": AREAS[-1].last + 1})), "a GPT"),
        (state(table(EPHEMERAL={"last": AREAS[-1].first + GIB // 512})), "a GPT"),
        (state(table(EPHEMERAL={"number": 7})), "a GPT"),
        (state(protected=False), "a GPT"),
    ],
)
def test_what_is_not_a_nodes_is_refused_unless_it_may_be_erased(seen: State, contents: str) -> None:
    with pytest.raises(NotEmptyError, match=f"/dev/sda is not empty, it has {contents}.*: erase it by force"):
        plan(seen)
    assert steps(seen, force=True) == ANEW


def test_the_configs_wipe_spares_a_nodes_disk_that_is_damaged() -> None:
    assert steps(replace(BLANK, found=Found(name="luks")), wipe=True) == ANEW
    with pytest.raises(NotEmptyError):
        plan(state(protected=False), wipe=True)


@pytest.mark.parametrize(
    ("unfinished", "rest"),
    [
        (("EFI", "BOOT", "STATE", "EPHEMERAL"), ANEW[3:]),
        (("BOOT", "STATE", "EPHEMERAL"), ANEW[5:]),
        (("STATE", "EPHEMERAL"), ANEW[7:]),
        (("EPHEMERAL",), ANEW[9:]),
        (("BOOT",), [*ANEW[5:7], ANEW[-1]]),
    ],
)
def test_what_was_begun_is_finished(unfinished: tuple[str, ...], rest: list[str]) -> None:
    assert steps(state(table(*unfinished))) == rest


def test_a_first_table_without_its_mbr_is_written_anew_while_nothing_is_finished() -> None:
    names = ("EFI", "BOOT", "STATE", "EPHEMERAL")
    assert steps(state(table(*names), protected=False)) == ANEW
    with pytest.raises(NotEmptyError):
        plan(state(table(*names[1:]), protected=False))


def test_copies_that_differ_are_made_the_same() -> None:
    restore = "write both copies of the GPT anew"
    assert steps(state(agreed=False)) == [restore, ANEW[-1]]
    assert steps(state(table("EPHEMERAL"), agreed=False)) == [restore, *ANEW[9:]]


def test_the_kernel_is_told_what_it_does_not_know() -> None:
    assert steps(state(shown={})) == [ANEW[2], ANEW[-1]]
    assert steps(state(shown=extents(AREAS[:-1], block=512))) == [ANEW[2], ANEW[-1]]


def smaller(size: int) -> dict[str, Any]:
    return {"EPHEMERAL": {"last": AREAS[-1].last - size // 512}}


def test_the_last_partition_grows_to_the_end() -> None:
    before = (*AREAS[:-1], replace(AREAS[-1], last=AREAS[-1].last - GIB // 512))
    seen = state(table(**smaller(GIB)), shown=extents(before, block=512), filled=before[-1].blocks * 512, agreed=False)
    grow = "grow partition 6 (EPHEMERAL) to the end of the disk"
    grow_xfs = "grow xfs EPHEMERAL to the size of partition 6"
    assert steps(seen) == [grow, ANEW[2], grow_xfs, ANEW[-1]]
    # killed after the first of the steps, and after the second one
    assert steps(state(filled=before[-1].blocks * 512, shown=seen.shown)) == [ANEW[2], grow_xfs, ANEW[-1]]
    assert steps(state(filled=before[-1].blocks * 512)) == [grow_xfs, ANEW[-1]]
    # begun on the smaller disk
    unfinished = replace(seen, table=table("EPHEMERAL", EPHEMERAL={"last": before[-1].last, "name": "EPHEMERAL.new"}))
    assert steps(replace(unfinished, filled=None)) == [grow, ANEW[2], *ANEW[9:]]


def test_a_little_is_not_worth_it() -> None:
    before = (*AREAS[:-1], replace(AREAS[-1], last=AREAS[-1].last - 8 * MIB // 512))
    seen = state(table(**smaller(8 * MIB)), shown=extents(before, block=512), filled=before[-1].blocks * 512)
    assert steps(seen) == []
    assert steps(replace(seen, filled=before[-1].blocks * 512 - 15 * MIB)) == []


def test_a_file_system_that_is_not_ours_is_not_grown() -> None:
    assert steps(state(filled=None)) == []
