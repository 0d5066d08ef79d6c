"""Many starts at once through one spawner: none waits for another, no exit is lost, a cancelled one leaves nothing."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from libtalos.linux.exits import Exit
from libtalos.linux.helper import start_helper
from libtalos.linux.launch import Launch
from libtalos.linux.spawner import Spawner, SpawnerGoneError
from libtalos.supervise.children import Children
from libtalos.supervise.programs import report_of
from libtalos.supervise.spawning import Spawning

LAUNCH = Launch(argv=("/bin/sleep", "600"), env={})


@pytest.fixture
def children() -> Children:
    return Children()


@pytest.fixture
async def spawning(children: Children) -> AsyncIterator[Spawning]:
    made = Spawning(Spawner(start_helper()), children=children)
    yield made
    made.close()


async def _exit_code(spawning: Spawning, code: int) -> int | None:
    born = await spawning.start(Launch(argv=("/bin/sh", "-c", f"exit {code}"), env={}))
    assert (await report_of(born.report)).error is None
    return (await born.child.wait()).code


async def test_many_at_once_get_each_its_own_child(spawning: Spawning) -> None:
    async with asyncio.timeout(30):
        assert await asyncio.gather(*(_exit_code(spawning, n) for n in range(100))) == list(range(100))
    assert spawning.served == 100


async def test_requests_are_sent_before_earlier_ones_are_answered(spawning: Spawning) -> None:
    os.kill(spawning.pid, signal.SIGSTOP)
    starts = [asyncio.ensure_future(spawning.start(LAUNCH)) for _ in range(3)]
    await asyncio.sleep(0)
    assert len(spawning._asked) == 3
    os.kill(spawning.pid, signal.SIGCONT)
    async with asyncio.timeout(10):
        for born in await asyncio.gather(*starts):
            os.close(born.report)
            born.child.signal(signal.SIGKILL)
            assert (await born.child.wait()).signal == signal.SIGKILL


async def test_the_exit_of_a_child_not_known_yet_is_left_for_it(children: Children, spawning: Spawning) -> None:
    """It has ended before its pid is told, and PID 1 reaps in between."""
    strangers: list[Exit] = []
    earlier = _own_children()
    starting = asyncio.ensure_future(spawning.start(Launch(argv=("/bin/sh", "-c", "exit 5"), env={})))
    await asyncio.sleep(0)
    other = os.posix_spawn("/bin/true", ["true"], {})  # noqa: ASYNC221 returns at once
    os.waitid(os.P_PID, other, os.WEXITED | os.WNOWAIT)  # noqa: ASYNC222 the loop must not turn
    while not (ended := _ended_child(earlier | {other})):
        pass
    assert children.reap(strangers.append) == 0
    async with asyncio.timeout(10):
        born = await starting
        os.close(born.report)
        assert await born.child.wait() == Exit(ended, code=5)
    assert [each for each in strangers if each.pid not in earlier] == [Exit(other, code=0)]


def _own_children() -> set[int]:
    """The children of this process, the helper among them, and what earlier tests of the run may have left."""
    return set(map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()))


def _ended_child(others: set[int]) -> int | None:
    """The zombie among our children that is none of the others."""
    for pid in _own_children() - others:
        if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
            return pid
    return None


async def _none_left(spawning: Spawning) -> None:
    children = spawning._children._watched.values()
    async with asyncio.timeout(10):
        await asyncio.gather(*(child.wait() for child in children if child.pid != spawning.pid))


async def test_a_cancelled_start_leaves_no_process(spawning: Spawning) -> None:
    os.kill(spawning.pid, signal.SIGSTOP)
    starting = asyncio.ensure_future(spawning.start(LAUNCH))
    await asyncio.sleep(0)
    starting.cancel()
    await asyncio.sleep(0)
    assert not starting.done()
    os.kill(spawning.pid, signal.SIGCONT)
    with pytest.raises(asyncio.CancelledError):
        await starting
    await _none_left(spawning)


async def test_a_start_that_is_cancelled_as_its_answer_comes_leaves_no_process(spawning: Spawning) -> None:
    starting = asyncio.ensure_future(spawning.start(LAUNCH))
    await asyncio.sleep(0)
    starting.cancel()
    while spawning._asked:
        spawning._answered()  # before the cancelled task has its turn
    with pytest.raises(asyncio.CancelledError):
        await starting
    await _none_left(spawning)


async def test_all_that_wait_are_told_when_the_spawner_is_gone(spawning: Spawning) -> None:
    os.kill(spawning.pid, signal.SIGSTOP)
    starts = [asyncio.ensure_future(spawning.start(LAUNCH)) for _ in range(50)]
    await asyncio.sleep(0)
    os.kill(spawning.pid, signal.SIGKILL)
    async with asyncio.timeout(10):
        results = await asyncio.gather(*starts, return_exceptions=True)
    assert {type(result) for result in results} == {SpawnerGoneError}


async def test_a_spawner_that_ends_while_it_has_nothing_to_do_is_done_with_at_once(spawning: Spawning) -> None:
    link = spawning._spawner.fileno()
    os.kill(spawning.pid, signal.SIGKILL)
    async with asyncio.timeout(10):
        await spawning._helper.wait()
        while spawning._open:  # noqa: ASYNC110 there is no event to wait for
            await asyncio.sleep(0)
    assert not asyncio.get_running_loop().remove_reader(link), "else the loop would spin on the end of the link"
    with pytest.raises(SpawnerGoneError, match="has ended"):
        await spawning.start(LAUNCH)


async def test_a_spawner_that_hangs_is_given_up(spawning: Spawning, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("libtalos.supervise.spawning.PATIENCE", 0.05)
    os.kill(spawning.pid, signal.SIGSTOP)
    async with asyncio.timeout(10):
        with pytest.raises(SpawnerGoneError, match="does not answer within"):
            await spawning.start(LAUNCH)


async def test_a_fork_that_fails_is_the_error_of_its_own_start(spawning: Spawning, tmp_path: Path) -> None:
    """A directory that is no control group."""
    starts = (spawning.start(Launch(argv=("/bin/true",), env={}, into=tmp_path)), _exit_code(spawning, 3))
    async with asyncio.timeout(10):
        failed, code = await asyncio.gather(*starts, return_exceptions=True)
    assert isinstance(failed, OSError)
    assert code == 3
