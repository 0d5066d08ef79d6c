"""Which way a program is started, and what is said when it is not the usual one."""

import asyncio
import os
import signal

from libtalos.linux.helper import Helper, start_helper
from libtalos.linux.launch import Launch
from libtalos.supervise.children import Children
from libtalos.supervise.programs import report_of
from libtalos.supervise.starter import Starter

TRUE = Launch(argv=("/bin/true",), env={})


async def run(starter: Starter) -> int | None:
    """Start a program, and wait for its end; its exit code."""
    born = await starter.start(TRUE)
    assert (await report_of(born.report)).error is None
    return (await asyncio.wait_for(born.child.wait(), 10)).code


async def test_without_a_helper_it_forks_by_itself() -> None:
    problems: list[str] = []
    starter = Starter(children=Children(), make=None, problem=problems.append)
    starter.warm_up()
    assert starter.pid is None
    assert await run(starter) == 0
    assert (starter.pid, problems) == (None, [])


async def test_a_helper_that_is_lost_is_made_anew_for_the_same_start() -> None:
    problems: list[str] = []
    made: list[Helper] = []

    def make() -> Helper:
        made.append(start_helper())
        return made[-1]

    first = start_helper()
    starter = Starter(children=Children(), helper=first, make=make, problem=problems.append)
    try:
        assert await run(starter) == 0
        assert starter.pid == first.pid
        os.kill(first.pid, signal.SIGKILL)
        assert await run(starter) == 0
        assert [starter.pid] == [helper.pid for helper in made]
        assert len(problems) == 1
        assert problems[0].startswith("the process that starts others is made anew: ")
    finally:
        starter.close()


async def test_one_that_never_was_of_use_is_done_without() -> None:
    problems: list[str] = []
    dead = start_helper()
    os.kill(dead.pid, signal.SIGKILL)
    starter = Starter(children=Children(), helper=dead, problem=problems.append)
    assert await run(starter) == 0
    assert starter.pid is None
    assert problems[0].startswith("the process that starts others is done without: ")
    assert await run(starter) == 0
    assert len(problems) == 1


async def test_a_helper_that_cannot_be_made_is_told_once() -> None:
    problems: list[str] = []

    def make() -> Helper:
        raise OSError(11, "Resource temporarily unavailable")

    starter = Starter(children=Children(), make=make, problem=problems.append)
    assert await run(starter) == 0
    assert await run(starter) == 0
    assert problems == ["programs are started without a helper: [Errno 11] Resource temporarily unavailable"]
