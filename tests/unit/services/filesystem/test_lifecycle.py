"""The life of the tree: up before anybody is served, watched, repaired until nothing is left to do."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
import structlog

from libtalos.mounts.rows import LinkRow
from services.filesystem.keeper import TreeKeeper
from services.filesystem.lifecycle import Lifecycle
from services.filesystem.resources import Publisher
from services.filesystem.tree import Repair
from tests.unit.services.filesystem.test_follow import PipeWatch

ROW = LinkRow(target="/a", to="b")
GOOD, BAD = Repair(ROW, ("link /a to b",)), Repair(ROW, (), "no space")


class FakePlaces(PipeWatch):
    """Places, of which a new directory appears as often as the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.news: list[bool] = []
        self.appearing = 0

    def heard(self) -> bool:
        """Whether the last poke was about a place."""
        return self.news.pop(0)

    def refresh(self) -> bool:
        """Whether there is a new one."""
        self.appearing -= 1
        return self.appearing >= 0


@dataclass
class FakeKeeper:
    """Has the repairs that the test says, and writes down what it is asked for."""

    repairs: list[tuple[Repair, ...]] = field(default_factory=list)
    asked: asyncio.Queue[str] = field(default_factory=asyncio.Queue)

    before: bool = False

    async def mount_before_volumes(self) -> list[str]:
        """Bring about what volumes need."""
        self.before = True
        return []

    async def mount(self) -> list[str]:
        """Bring the tree about."""
        self.asked.put_nowait("mount")
        return ["a step"]

    async def repair(self) -> tuple[Repair, ...]:
        """Repair."""
        self.asked.put_nowait("repair")
        return self.repairs.pop(0) if self.repairs else ()


@dataclass
class FakePublisher:
    """Counts."""

    count: int = 0

    async def publish_mounts(self) -> None:
        """Count."""
        self.count += 1

    async def publish_etc_files(self) -> None:
        """Leave it."""


@dataclass
class FakeBackoff:
    """Writes down the pauses, which take no time."""

    pauses: int = 0
    resets: asyncio.Queue[int] = field(default_factory=asyncio.Queue)

    def succeeded(self) -> None:
        """All is well."""
        self.resets.put_nowait(self.pauses)
        self.pauses = 0

    async def wait(self) -> None:
        """Count."""
        self.pauses += 1


class Fixture:
    """A life with all around it."""

    def __init__(self) -> None:
        self.keeper, self.publisher, self.backoff = FakeKeeper(), FakePublisher(), FakeBackoff()
        self.mounts, self.places = PipeWatch(), FakePlaces()
        self.told: list[Repair] = []
        self.tasks: dict[str, asyncio.Task[None]] = {}
        self.lifecycle = Lifecycle(
            keeper=cast("TreeKeeper", self.keeper),
            publisher=cast("Publisher", self.publisher),
            volumes=self._volumes,
            settled=lambda: None,
            mounts=lambda: self.mounts,
            places=lambda: self.places,
            repaired=self.told.append,
            backoff=self.backoff,
            spawn=self.spawn,
            clock=lambda: 0.0,
            log=structlog.get_logger(),
        )

    async def _volumes(self) -> None:
        """Be ready after the rows before them, and before the others."""
        assert self.keeper.before

    def spawn(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """Run a task."""
        self.tasks[name] = asyncio.create_task(work)

    async def reset(self) -> int:
        """Wait until a look found nothing to do; the pauses before."""
        return await asyncio.wait_for(self.backoff.resets.get(), 5)


@pytest.fixture
async def life() -> AsyncIterator[Fixture]:
    """A life that has begun."""
    fixture = Fixture()
    await fixture.lifecycle.start()
    yield fixture
    for task in fixture.tasks.values():
        task.cancel()
    await asyncio.gather(*fixture.tasks.values(), return_exceptions=True)


async def test_the_tree_is_up_and_published_before_it_counts_as_complete(life: Fixture) -> None:
    assert life.lifecycle.complete.is_set()
    assert life.keeper.asked.get_nowait() == "mount"
    assert life.publisher.count == 1
    assert set(life.tasks) == {"mounts", "places"}


async def test_a_change_of_mounts_is_looked_at_and_published(life: Fixture) -> None:
    life.mounts.poke()
    assert await life.reset() == 0
    assert life.told == []
    assert life.publisher.count == 2


async def test_a_repair_is_told_and_looked_at_once_more(life: Fixture) -> None:
    life.keeper.repairs = [(GOOD,)]
    life.mounts.poke()
    assert await life.reset() == 1
    assert life.told == [GOOD]
    assert life.publisher.count == 3


async def test_what_fails_is_tried_again_without_any_news(life: Fixture) -> None:
    life.keeper.repairs = [(BAD,), (BAD,), (GOOD,)]
    life.mounts.poke()
    assert await life.reset() == 3
    assert life.told == [BAD, BAD, GOOD]


async def test_only_news_of_places_are_looked_at(life: Fixture) -> None:
    life.places.news = [False, True]
    life.places.poke()
    await asyncio.sleep(0)
    life.keeper.repairs = [(GOOD,)]
    while life.places.news:
        life.places.poke()
        await asyncio.sleep(0)
    assert await life.reset() == 1
    assert life.told == [GOOD]


async def test_a_directory_that_appears_meanwhile_is_looked_into(life: Fixture) -> None:
    life.keeper.repairs = [(), (GOOD,)]
    life.places.appearing = 2  # one before the first look, one because of it
    life.mounts.poke()
    await life.reset()
    assert life.told == [GOOD]
