"""The disks on the event loop: a look at the start and with each piece of news."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from structlog.stdlib import BoundLogger, get_logger
from structlog.testing import capture_logs

from services.filesystem.disks.keeper import DiskKeeper
from services.filesystem.disks.look import Seen


class Pipe:
    """News through a pipe: "b" is about disks, anything else is not."""

    def __init__(self) -> None:
        self._read, self._write = os.pipe()
        self._heard = False
        self.watched: list[Seen] = []
        self.new: list[bool | OSError] = []

    def watch(self, seen: Seen) -> bool:
        self.watched.append(seen)
        answer = self.new.pop(0) if self.new else False
        if isinstance(answer, OSError):
            raise answer
        return answer

    def say(self, text: bytes) -> None:
        os.write(self._write, text)

    def fileno(self) -> int:
        return self._read

    def acknowledge(self) -> None:
        self._heard |= b"b" in os.read(self._read, 100)

    def heard(self) -> bool:
        heard, self._heard = self._heard, False
        return heard

    def close(self) -> None:
        os.close(self._read)
        os.close(self._write)


class Kept:
    """A keeper, and what it has published."""

    def __init__(self, *answers: Seen | OSError) -> None:
        log: BoundLogger = get_logger()
        self.answers = list(answers)
        self.published: asyncio.Queue[Seen] = asyncio.Queue()
        self.pipe = Pipe()
        self.keeper = DiskKeeper(look=self._look, publish=self.published.put_nowait, news=lambda: self.pipe, log=log)

    def _look(self) -> Seen:
        answer = self.answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer

    async def next(self) -> Seen:
        return await asyncio.wait_for(self.published.get(), 10)


@asynccontextmanager
async def running(*answers: Seen | OSError) -> AsyncIterator[Kept]:
    kept = Kept(*answers)
    task = asyncio.create_task(kept.keeper.run())
    yield kept
    task.cancel()
    await asyncio.wait([task])


async def test_news_of_disks_is_looked_at_and_other_news_is_not() -> None:
    async with running(Seen(), Seen(problems=("x",))) as kept:
        assert await kept.next() == Seen()
        kept.pipe.say(b"n")
        kept.pipe.say(b"b")
        assert await kept.next() == Seen(problems=("x",))
        assert (kept.answers, kept.published.empty()) == ([], True)


async def test_a_look_that_fails_is_told_and_the_next_one_counts() -> None:
    with capture_logs() as logs:
        async with running(OSError(2, "no sysfs"), Seen()) as kept:
            kept.pipe.say(b"b")
            assert await kept.next() == Seen()
    assert [(entry["event"], entry["error"]) for entry in logs] == [
        ("the disks cannot be looked at", "[Errno 2] no sysfs")
    ]


async def test_a_problem_is_told_once_while_it_lasts() -> None:
    bad = Seen(problems=("/dev/sda: Input/output error",))
    with capture_logs() as logs:
        async with running(bad, bad, Seen(), bad) as kept:
            for _ in range(4):
                await kept.next()
                kept.pipe.say(b"b") if kept.answers else None
    assert [entry["problem"] for entry in logs] == ["/dev/sda: Input/output error"] * 2


async def test_what_is_new_is_looked_at_once_more_as_soon_as_it_is_listened_to() -> None:
    first, second = Seen(problems=("before",)), Seen(problems=("after",))
    kept = Kept(first, second)
    kept.pipe.new = [True]
    task = asyncio.create_task(kept.keeper.run())
    assert await kept.next() == second
    assert (kept.pipe.watched, kept.published.empty()) == ([first, second], True)
    task.cancel()
    await asyncio.wait([task])


async def test_what_cannot_be_listened_to_is_told_and_published_nevertheless() -> None:
    kept = Kept(Seen())
    kept.pipe.new = [OSError(28, "raise fs.inotify.max_user_watches")]
    with capture_logs() as logs:
        task = asyncio.create_task(kept.keeper.run())
        assert await kept.next() == Seen()
        task.cancel()
        await asyncio.wait([task])
    assert [entry["event"] for entry in logs] == ["who writes to a disk is not heard of"]
