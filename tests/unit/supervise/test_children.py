import asyncio
import os
import signal
import subprocess
import sys

from libtalos.linux import process
from libtalos.linux.exits import Exit
from libtalos.linux.launch import Launch
from libtalos.supervise.children import Children
from libtalos.supervise.programs import report_of


async def _start(children: Children, *argv: str) -> tuple[int, "asyncio.Future[Exit]"]:
    started = process.start(Launch(argv=argv, env={}))
    child = children.watch(started.pid, started.pidfd)
    assert (await report_of(started.report)).error is None
    return child.pid, child.exited


async def test_an_exit_is_collected_by_event() -> None:
    pid, exited = await _start(Children(), "/bin/sh", "-c", "exit 7")
    async with asyncio.timeout(5):
        assert await exited == Exit(pid, code=7)


async def test_cancelling_one_waiter_leaves_the_exit_for_others() -> None:
    children = Children()
    started = process.start(Launch(argv=("/bin/sleep", "60"), env={}))
    child = children.watch(started.pid, started.pidfd)
    await report_of(started.report)
    waiter = asyncio.ensure_future(child.wait())
    await asyncio.sleep(0)
    waiter.cancel()
    assert child.signal(signal.SIGKILL)
    async with asyncio.timeout(5):
        assert await child.wait() == Exit(child.pid, signal=9)
    assert not child.signal(signal.SIGKILL)


async def test_reaping_collects_strangers_and_leaves_the_watched_their_exit() -> None:
    children = Children()
    reader, writer = os.pipe()
    started = process.start(Launch(argv=("/bin/sh", "-c", "read x; exit 3"), env={}, stdin=reader))
    child = children.watch(started.pid, started.pidfd)
    await report_of(started.report)
    stranger = os.posix_spawn("/bin/true", ["true"], {})  # noqa: ASYNC221 returns at once
    os.close(reader)
    os.write(writer, b"go\n")
    os.close(writer)
    strangers: list[Exit] = []
    # no event loop turn between the ends and the reaping, so the pidfd's reader has had no chance yet
    for pid in (stranger, child.pid):
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # noqa: ASYNC222 the loop must not turn
    assert children.reap(strangers.append) == 1
    assert strangers == [Exit(stranger, code=0)]
    assert child.exited.result() == Exit(child.pid, code=3)
    assert children.reap() == 0


_PID_1 = """
import asyncio, os, signal, sys
from libtalos.supervise.children import Children
from libtalos.supervise.programs import Programs
from libtalos.supervise.starter import Starter

async def main():
    children = Children()
    seen = []
    asyncio.get_running_loop().add_signal_handler(signal.SIGCHLD, lambda: children.reap(seen.append))
    starter = Starter(children=children)
    programs = Programs(environment={}, start=starter.start)
    # each of these leaves an orphan behind that ends a moment later
    orphaning = "(sleep 0.05; exit 5) & exit 4"
    for _ in range(10):
        done = await programs.run(["/bin/sh", "-c", orphaning])
        assert done.exit.code == 4, done
    while len(seen) < 10:
        await asyncio.sleep(0.01)
    starter.close()
    assert {exit.code for exit in seen} == {5}, seen
    print("reaped", len(seen), os.getpid())

asyncio.run(main())
"""


def test_as_pid_1_it_reaps_orphans_and_still_gets_its_own_exits() -> None:
    command = ["unshare", "--pid", "--fork", "--kill-child", sys.executable, "-W", "error", "-c", _PID_1]
    if os.geteuid() != 0:
        command.insert(1, "--map-root-user")
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("reaped 10 1\n", "")
