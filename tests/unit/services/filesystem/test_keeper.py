"""One thing at a time: the tree goes up, is kept, written to, and taken down."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
import structlog

from libtalos.mounts import Operation, StepError, View
from libtalos.mounts.operations.mounting import Unmount
from libtalos.mounts.rows import LinkRow
from services.filesystem.closing import Closed, Closing
from services.filesystem.etcfiles import EtcFiles
from services.filesystem.keeper import TreeKeeper
from services.filesystem.tree import MountTree, Repair

ROW = LinkRow(target="/a", to="b")


@dataclass
class FakeTree:
    """Writes down what is asked of it, and that nothing is asked at the same time."""

    asked: list[str] = field(default_factory=list)
    failure: Exception | None = None
    stuck: bool = False
    busy: threading.Lock = field(default_factory=threading.Lock)

    def alone(self, what: str) -> None:
        """Write it down."""
        assert self.busy.acquire(blocking=False), "two at once"
        self.asked.append(what)
        self.busy.release()

    def complete(self) -> Iterator[Operation]:
        """Bring about."""
        if self.failure and self.stuck:
            raise StepError(row=ROW, step="link /a to b", cause=OSError("full"))
        return self._step("complete")

    def take_down(self) -> Iterator[Operation]:
        """Take down."""
        self.alone("take down")
        if self.failure:
            raise self.failure
        return iter([Unmount(Path("/a"))])

    def settle(self) -> None:
        """Keep what is there."""
        self.alone("settle")

    def repair(self) -> list[Repair]:
        """Repair."""
        self.alone("repair")
        return [Repair(ROW, ("a step",))]

    def remarks(self) -> list[str]:
        """Nothing."""
        return []

    def _step(self, what: str) -> Iterator[Operation]:
        self.alone(what)
        return iter(())


@dataclass
class FakeFiles:
    """Writes down as well."""

    alone: Callable[[str], None]

    def adopt(self) -> None:
        """Want what is there."""
        self.alone("adopt")

    def write(self, name: str, contents: bytes) -> bool:
        """Write."""
        self.alone(f"write {name}")
        return bool(contents)


@pytest.fixture
def tree() -> FakeTree:
    """A tree."""
    return FakeTree()


@pytest.fixture
def keeper(tree: FakeTree) -> TreeKeeper:
    """Its keeper."""
    files = FakeFiles(tree.alone)
    closing = Closing(rows=(), look=lambda: View(Path("/none"), ()), below="/var/mnt")
    return TreeKeeper(
        tree=cast("MountTree", tree), etc_files=cast("EtcFiles", files), closing=closing, log=structlog.get_logger()
    )


async def test_nothing_is_kept_before_the_tree_is_up(keeper: TreeKeeper, tree: FakeTree) -> None:
    assert await keeper.repair() == ()
    await keeper.mount()
    assert await keeper.repair() == (Repair(ROW, ("a step",)),)
    assert tree.asked == ["complete", "adopt", "settle", "repair"]


async def test_nothing_is_kept_once_it_was_taken_down(keeper: TreeKeeper, tree: FakeTree) -> None:
    await keeper.mount()
    assert await keeper.unmount() == ["unmount /a"]
    assert await keeper.repair() == ()
    assert await keeper.mount() == []
    assert len(await keeper.repair()) == 1
    assert tree.asked.count("take down") == 1


async def test_a_tree_that_cannot_be_taken_down_is_kept(keeper: TreeKeeper, tree: FakeTree) -> None:
    await keeper.mount()
    tree.failure = StepError(row=ROW, step="unmount /a", cause=OSError("busy"))
    with pytest.raises(StepError, match="cannot unmount /a: busy"):
        await keeper.unmount()
    assert tree.asked[-3:] == ["complete", "adopt", "settle"]
    assert len(await keeper.repair()) == 1


async def test_what_cannot_be_brought_about_again_hides_no_reason_and_is_repaired(
    keeper: TreeKeeper, tree: FakeTree
) -> None:
    await keeper.mount()
    tree.failure, tree.stuck = StepError(row=ROW, step="unmount /a", cause=OSError("busy")), True
    with pytest.raises(StepError, match="cannot unmount /a: busy"):
        await keeper.unmount()
    assert not keeper.down
    assert len(await keeper.repair()) == 1


async def test_nothing_is_kept_once_all_was_unmounted_for_good(keeper: TreeKeeper, tree: FakeTree) -> None:
    await keeper.mount()
    assert await keeper.unmount_for_good() == Closed([], [])
    assert keeper.down
    assert await keeper.repair() == ()


async def test_a_write_answers_whether_it_changed_anything(keeper: TreeKeeper, tree: FakeTree) -> None:
    assert await keeper.write("hosts", b"x") is True
    assert await keeper.write("hosts", b"") is False
    assert tree.asked == ["write hosts", "write hosts"]
