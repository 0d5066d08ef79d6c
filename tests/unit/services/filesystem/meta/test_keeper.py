"""META on the event loop: what is published is what is on the disk, whoever waits for it."""

import asyncio
import errno
import threading
from pathlib import Path

import pytest
from structlog.stdlib import BoundLogger, get_logger
from structlog.testing import capture_logs

from services.filesystem.meta.adv import Tags
from services.filesystem.meta.keeper import MetaKeeper
from services.filesystem.meta.places import FilePlace
from services.filesystem.meta.values import NoValueError, Values
from tests.unit.services.filesystem.meta.media import BLANK, FakeMedium


def log() -> BoundLogger:
    logger: BoundLogger = get_logger()
    return logger


class Slow(FakeMedium):
    """A medium whose first sync waits until it may go on."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.go_on = threading.Event(), threading.Event()

    def sync(self) -> None:
        self.begun.set()
        assert self.go_on.wait(10)
        super().sync()


async def test_what_is_there_is_published_at_once_and_after_each_change(tmp_path: Path) -> None:
    published: list[Tags] = []
    keeper = MetaKeeper(values=Values(FilePlace(tmp_path / "META.img")), publish=published.append, log=log())
    await keeper.look()
    await keeper.write(6, b"A")
    await keeper.write(7, b"B")
    await keeper.delete(6)
    assert await keeper.read(7) == b"B"
    with pytest.raises(NoValueError):
        await keeper.delete(6)
    assert published == [{}, {6: b"A"}, {6: b"A", 7: b"B"}, {7: b"B"}]


async def test_a_caller_that_goes_away_leaves_no_gap() -> None:
    medium, published = Slow(), list[Tags]()
    told = asyncio.Event()

    def publish(tags: Tags) -> None:
        published.append(tags)
        told.set()

    keeper = MetaKeeper(values=Values(medium), publish=publish, log=log())
    writing = asyncio.create_task(keeper.write(6, b"A"))
    await asyncio.to_thread(medium.begun.wait, 10)
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    after = asyncio.create_task(keeper.write(7, b"B"))
    medium.go_on.set()
    await told.wait()
    await after
    assert published == [{6: b"A"}, {6: b"A", 7: b"B"}]


class Held(FakeMedium):
    """A medium that another program has locked."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[str] = []
        self.begun, self.unlocked = threading.Event(), threading.Event()

    def read(self, offset: int, size: int) -> bytes:
        self.waiting.append(threading.current_thread().name)
        self.begun.set()
        assert self.unlocked.wait(10)
        return super().read(offset, size)


async def test_many_readers_of_what_is_locked_take_one_thread_and_those_who_go_away_none_more() -> None:
    medium = Held()
    keeper = MetaKeeper(values=Values(medium), publish=lambda _: None, log=log())
    readers = [asyncio.create_task(keeper.read(6)) for _ in range(20)]
    await asyncio.to_thread(medium.begun.wait, 10)
    for reader in readers[:10]:
        reader.cancel()
    await asyncio.wait(readers[:10])
    # every other thread is free: this would not come to its end
    await asyncio.gather(*(asyncio.to_thread(lambda: None) for _ in range(20)))
    assert len(medium.waiting) == 1
    medium.unlocked.set()
    found = await asyncio.gather(*readers[10:], return_exceptions=True)
    assert [type(each) for each in found] == [NoValueError] * 10


async def test_many_changes_at_once_lose_none(tmp_path: Path) -> None:
    published: list[Tags] = []
    keeper = MetaKeeper(values=Values(FilePlace(tmp_path / "META.img")), publish=published.append, log=log())
    await asyncio.gather(*(keeper.write(key, bytes([key])) for key in range(1, 9)))
    assert published[-1] == {key: bytes([key]) for key in range(1, 9)}
    assert [len(tags) for tags in published] == list(range(1, 9))


async def test_after_a_failure_the_disk_is_looked_at() -> None:
    medium, published = FakeMedium(), list[Tags]()
    keeper = MetaKeeper(values=Values(medium), publish=published.append, log=log())
    await keeper.write(6, b"A")
    medium.failing = [medium.disk]
    with pytest.raises(OSError, match="Input/output error"):
        await keeper.write(6, b"B")
    assert published == [{6: b"A"}, {6: b"A"}]


async def test_an_unreadable_medium_is_logged_and_tried_again() -> None:
    medium, published = FakeMedium(), list[Tags]()
    medium.unreadable = {0, 256 << 10}
    keeper = MetaKeeper(values=Values(medium), publish=published.append, log=log())
    with capture_logs() as logs:
        await keeper.look()
    assert [(line["log_level"], line["event"]) for line in logs] == [("error", "META cannot be read")]
    assert "Input/output error" in logs[0]["error"]
    with pytest.raises(OSError) as caught:  # noqa: PT011 - by its number
        await keeper.read(6)
    assert caught.value.errno == errno.EIO
    assert published == []
    medium.unreadable = set()
    await keeper.write(6, b"A")
    assert published == [{6: b"A"}]


async def test_damage_is_told_in_the_log() -> None:
    published: list[Tags] = []
    keeper = MetaKeeper(values=Values(FakeMedium(b"\1" + BLANK[1:])), publish=published.append, log=log())
    with capture_logs() as logs:
        await keeper.look()
    assert [line["log_level"] for line in logs] == ["warning"]
    assert published == [{}]
