"""The power goes, the process is killed, a write fails: at any byte the old values or the new ones are read."""

import errno
import random

import pytest

from services.filesystem.meta import adv
from services.filesystem.meta.adv import COPY_SIZE
from services.filesystem.meta.store import load
from services.filesystem.meta.values import Values
from tests.unit.services.filesystem.meta.media import BLANK, FakeMedium, legacy, sectors, torn

Tags = dict[int, bytes]
OLD: Tags = {6: b"A", 12: bytes(range(256)) * 2}
NEW: Tags = {**OLD, 6: b"B"}
# moves what follows to another sector
NEWER: Tags = {**OLD, 6: b"C" * 500}
REST = BLANK[2 * COPY_SIZE :]


def medium(first: bytes | None, second: bytes | None, rest: bytes = REST) -> bytes:
    """A disk with these copies; None is a damaged one."""
    return (first or DAMAGED) + (second or DAMAGED) + rest


WHOLE = adv.encode(OLD)
DAMAGED = WHOLE[:-100] + b"damaged" + WHOLE[-93:]
STARTS = {
    "both copies": (medium(WHOLE, WHOLE), OLD),
    "the first copy alone": (medium(WHOLE, None), OLD),
    "the second copy alone": (medium(None, WHOLE), OLD),
    "a write was cut off between the copies": (medium(WHOLE, adv.encode(NEWER)), OLD),
    "a legacy copy alone": (medium(None, None, legacy({6: b"A"}) + legacy({})), {6: b"A"}),
    "nothing": (BLANK, {}),
}


def read(disk: bytes) -> Tags:
    return dict(load(FakeMedium(disk)).tags)


def written(start: bytes, value: bytes, cache: bytes | None = None) -> FakeMedium:
    """A medium on which key 6 was set."""
    result = FakeMedium(start, cache)
    Values(result).write(6, value)
    return result


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.timeout(300)
def test_a_write_is_whole_or_not_there(start: str) -> None:
    disk, old = STARTS[start]
    after = written(disk, b"B")
    assert len(after.epochs) == 2, "each copy is synced by itself"
    new = {**old, 6: b"B"}
    assert read(after.disk) == new
    seen = [read(state) for epoch in after.epochs for state in torn(*epoch)]
    assert all(tags in (old, new) for tags in seen)
    assert old in seen, "the power went early enough for the old values"


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.timeout(300)
def test_a_delete_is_whole_or_not_there(start: str) -> None:
    disk, old = STARTS[start]
    if not old:
        return
    after = FakeMedium(disk)
    Values(after).delete(6)
    new = {tag: value for tag, value in old.items() if tag != 6}
    assert read(after.disk) == new
    assert all(read(state) in (old, new) for epoch in after.epochs for state in torn(*epoch))


def test_a_write_after_a_power_loss_is_whole_or_not_there() -> None:
    """Whatever the first power loss left, the second one takes nothing."""
    for epoch in written(STARTS["both copies"][0], b"B").epochs:
        for left in sectors(*epoch):
            old = read(left)
            after = written(left, b"C" * 500)
            states = [state for again in after.epochs for state in sectors(*again)]
            assert all(read(state) in (old, NEWER) for state in states)


def test_a_kill_leaves_what_the_disk_does_not_have_yet() -> None:
    """The process is killed with writes in the cache, another one writes, and then the power goes."""
    for start in ("both copies", "the second copy alone"):
        for before, after in written(STARTS[start][0], b"B").epochs:
            for cache in sectors(before, after):
                again = written(before, b"C" * 500, cache)
                states = [state for epoch in again.epochs for state in sectors(*epoch)]
                assert all(read(state) in (OLD, NEW, NEWER) for state in states)


def test_a_sync_that_fails_leaves_a_cache_that_lies() -> None:
    chance = random.Random(7)  # noqa: S311 chance that can be repeated
    for start in ("both copies", "the second copy alone"):
        disk = STARTS[start][0]
        for number, epoch in enumerate(written(disk, b"B").epochs):
            for left in chance.sample(list(torn(*epoch)), 12):
                failing = FakeMedium(disk)
                failing.failing = [left]
                if number:
                    continue_after_first(failing)
                with pytest.raises(OSError, match="Input/output error"):
                    Values(failing).write(6, b"B")
                Values(failing).write(6, b"C" * 500)
                states = [state for again in failing.epochs for state in sectors(*again)]
                assert all(read(state) in (OLD, NEW, NEWER) for state in states)
                assert read(failing.disk) == NEWER


def continue_after_first(failing: FakeMedium) -> None:
    """Let the sync of the first copy pass, and the one of the second fail."""
    passing = iter((True, True))
    fail, sync = failing.failing, failing.sync
    failing.failing = []

    def later() -> None:
        if not next(passing, False):
            failing.failing, failing.sync = fail, sync  # type: ignore[method-assign]
        sync()

    failing.sync = later  # type: ignore[method-assign]


def test_a_copy_that_cannot_be_read_is_as_good_as_damaged() -> None:
    for offset in (0, COPY_SIZE):
        disk = FakeMedium(medium(WHOLE, WHOLE))
        disk.unreadable = {offset}
        assert load(disk).tags == OLD
    disk.unreadable = {0, COPY_SIZE}
    with pytest.raises(OSError, match="Input/output error") as caught:
        load(disk)
    assert caught.value.errno == errno.EIO


def test_what_cannot_be_read_is_not_taken_for_empty() -> None:
    """A write would make it so."""
    disk = FakeMedium(medium(None, WHOLE))
    disk.unreadable = {COPY_SIZE}
    with pytest.raises(OSError, match="Input/output error"):
        Values(disk).write(6, b"B")
    assert disk.epochs == []
